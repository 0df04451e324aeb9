"""The shell around the view: Textual and Rich live here and nowhere else."""
