"""Personas: who buys in a segment?"""
