"""Annotations: notes, how they keep their place, and their exchange formats."""
