"""The situation: boards of cards, rivals, guiding questions, the time box with its snapshots, and which framework to take."""
