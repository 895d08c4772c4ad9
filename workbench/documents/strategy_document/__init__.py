"""The strategy document: the strategy on a page, then each chapter with all that stands behind it."""
