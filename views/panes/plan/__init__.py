"""The visit plan: the pane and its parts."""
