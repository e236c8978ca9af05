"""Runs every measurement, one after the other; the exit status tells how many missed their bar."""

from __future__ import annotations

import sys
from importlib import import_module

MEASUREMENTS = ("start", "opening", "frames", "reading", "search", "sources", "comparing", "notes")


def main() -> int:
    """Run them all."""
    missed = 0
    for name in MEASUREMENTS:
        print(f"== {name}", flush=True)
        missed += bool(import_module(f"benchmarks.{name}").main())
    return missed


if __name__ == "__main__":
    sys.exit(main())
