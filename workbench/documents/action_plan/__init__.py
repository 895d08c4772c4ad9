"""The action plan: per rep and week whom, when, how often and about what; calls from the desk, actions, and what was left out."""
