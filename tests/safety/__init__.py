"""Proof, in a real pseudo-terminal, that the program never loses text."""
