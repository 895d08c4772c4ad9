"""Today: the pane and its parts."""
