"""Windows, panes and widgets (Qt). They show and edit; the business is in `workbench`."""
