"""Lists of customers and orders come in: read defensively, understood by headings and values, matched, and written in one step."""
