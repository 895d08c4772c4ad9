"""Windows, panes and widgets (Qt). They show and edit; the business is in `workbench`."""

from views import safe_overrides

safe_overrides.install()
