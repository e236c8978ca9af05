"""What is found: full-text search over a library. The middle floor: it imports `briefings`, never `tui`."""
