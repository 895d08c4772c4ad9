"""Cross-SWOT: so what do we do?"""
