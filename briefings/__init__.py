"""What is read: articles, sources, comparison, briefings, notes, library.

The lowest of the three floors: it imports neither `index` nor `tui`, and loads no heavy library at import.
"""
