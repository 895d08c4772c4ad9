"""The share map: the ways of some weeks as one web page that needs no network."""
