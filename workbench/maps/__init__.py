"""Maps without a network: bundled base data, projection, labels, clusters. Panes and documents draw what this says."""
