"""Goals: the pane and its parts."""
