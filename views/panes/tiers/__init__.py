"""Tiers and rules: the pane and its parts."""
