"""The practice guide as data: chapters, sections, prompts, exhibits, glossary.

The content lies in ``content/*.toml``; :mod:`gartenjahr_tui.guide.reader` turns it into the frozen
classes of :mod:`gartenjahr_tui.guide.model`. This package knows nobody else in the program.
"""
