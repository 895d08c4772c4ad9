"""Customer lists: rows into columns of values, matched with who is there, written."""
