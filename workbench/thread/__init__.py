"""The red thread: links up and down, and what the rail tells of it."""
