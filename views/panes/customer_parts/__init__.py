"""The parts of the customers pane: table, facets, bulk bar, sheet, forms."""
