"""SWOT: what helps, what hurts?"""
