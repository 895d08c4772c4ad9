"""3C: what do customers, rivals and we do?"""
