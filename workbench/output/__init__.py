"""How documents and lists are written: PDF, CSV, XLSX, and files that are whole or not there."""
