"""4P: what we sell, for how much, where, and how it is told."""
