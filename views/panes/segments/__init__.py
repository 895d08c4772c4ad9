"""The pane of segments: who they are, what they bring, how they score, and the decision."""
