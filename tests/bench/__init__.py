"""Benchmarks that print ratios: ``python -m tests.bench``. They are no tests and assert nothing."""
