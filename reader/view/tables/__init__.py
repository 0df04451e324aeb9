"""Rows of tables as lines: beside each other in columns, scrolled sideways, or as cards."""
