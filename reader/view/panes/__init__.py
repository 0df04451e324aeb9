"""The panes of the screen, one a file; :data:`reader.view.panes.table.PANES` lists them."""
