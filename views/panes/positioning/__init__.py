"""Positioning: how we differ."""
