"""Order lists: rows into order lines, their customers found or made, written."""
