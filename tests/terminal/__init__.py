"""Tests of the terminal side, in part with real pseudo-terminals."""
