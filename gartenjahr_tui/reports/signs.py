"""Text as every kind of file can carry it, and how wide it is in a terminal."""

from __future__ import annotations

import re
import unicodedata

from gartenjahr_tui.text import clean, one_line

_WIDE_TAB = 4
_EMPTY_LINES = re.compile(r"\n(?:[ \xa0]*\n)+")


def printable(text: str) -> str:
    """The text without signs that no document can hold; line ends stay.

    Tabs become spaces, so that nothing is laid out by them.
    """
    text = clean(text).replace("\ufffe", "").replace("\uffff", "")
    return text.expandtabs(_WIDE_TAB).strip("\n")


def on_one_line(text: str) -> str:
    """The text without signs that no document can hold, on a single line."""
    return one_line(printable(text))


def paragraphs(text: str) -> list[str]:
    """The text cut where lines are empty; nothing when there is nothing to say."""
    return [part for part in _EMPTY_LINES.split(printable(text)) if part.strip()]


def cells(text: str) -> int:
    """How many columns of a terminal a line takes: an emoji two, a combining accent none."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def cut(text: str, width: int) -> tuple[str, str]:
    """Cut a line in two, the first as wide as it may be; at least one sign."""
    if text.isascii():
        place = max(width, 1)
        return text[:place], text[place:]
    taken = 0
    for place, sign in enumerate(text):
        taken += _cells_of(sign)
        if taken > width and place:
            return text[:place], text[place:]
    return text, ""


def _cells_of(sign: str) -> int:
    if sign.isascii():
        return 1
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
