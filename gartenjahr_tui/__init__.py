"""Gartenjahr: a workbook in the terminal for libraries that grow partnerships."""

__version__ = "0.1.0"
