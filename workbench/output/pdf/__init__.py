"""Drawing of PDF pages: a sheet to draw on, text in lines, and the parts that documents are made of."""
