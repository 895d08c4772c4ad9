"""Actions: who does what by when; and what the plan takes for granted."""
