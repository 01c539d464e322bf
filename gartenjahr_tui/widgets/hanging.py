"""Lines that run on are indented further than they begin: one sees where the next begins."""

from __future__ import annotations

import textwrap

FURTHER = 2
"""Columns by which what runs on is indented further than its line."""

NARROWEST = 12
"""Columns below which nothing is wrapped any narrower."""


def hanging(text: str, width: int) -> str:
    """Wrap each line of a text.

    Args:
        text: One line or several; what is indented stays indented, to the middle at most.
        width: Columns there are; 0 while that is not known, which wraps nothing.
    """
    if width <= 0:
        return text
    room = max(width, NARROWEST)
    return "\n".join(_wrapped(line, room) for line in text.split("\n"))


def _wrapped(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    text = line.lstrip(" ")
    begin = " " * min(len(line) - len(text), width // 2)
    return textwrap.fill(
        text,
        width,
        initial_indent=begin,
        subsequent_indent=begin + " " * FURTHER,
        break_on_hyphens=False,
    )
