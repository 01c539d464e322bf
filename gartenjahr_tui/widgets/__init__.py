"""Reusable Textual widgets. They know the guide and the workbook, and no screen."""
