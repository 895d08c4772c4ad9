"""Customers: the list, how it is read, placed and tiered."""
