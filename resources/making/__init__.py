"""The parts of make.py: each fetches named packages and writes small files."""
