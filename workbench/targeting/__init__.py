"""Segments of customers: their filters, figures, scores and the decision whom to serve."""
