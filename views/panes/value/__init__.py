"""Value statements: what do they gain?"""
