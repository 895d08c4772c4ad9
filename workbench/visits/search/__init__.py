"""The search planner: ruin and recreate with whole day patterns. Imported only where a plan is searched for: it needs numpy and numba."""
