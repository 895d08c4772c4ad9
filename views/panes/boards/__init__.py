"""What the panes of boards share."""
