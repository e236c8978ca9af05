"""Repeatable measurements: `python -m benchmarks` runs them all. Ratios in one run: machines are noisy."""
