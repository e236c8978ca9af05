"""Comparing the articles of one meeting: one module per question."""
