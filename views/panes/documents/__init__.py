"""Documents: the pane and its parts."""
