"""What the documents say, and the files they become."""
