"""Customers: the pane, its table, its sheet and its forms."""
