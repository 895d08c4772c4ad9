"""Goals: what is to be reached by when, and where we stand."""
