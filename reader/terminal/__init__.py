"""Knowledge of terminals: which one this is, how to send it text, what its keys mean."""
