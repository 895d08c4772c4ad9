"""The company and its team: settings, reps, closed days, changed one at a time."""
