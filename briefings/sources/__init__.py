"""Reading a source: bytes in, articles out."""
