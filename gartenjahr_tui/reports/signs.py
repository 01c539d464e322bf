"""Text as every kind of file can carry it, and how wide it is in a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from gartenjahr_tui.text import clean, one_line

_WIDE_TAB = 4
_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff\ufffe\uffff]")
"""Shows nothing, but parts what is searched for and copied; or no file can hold it."""

_NAME = "[0-9A-Za-zÄÖÜäöüß_-]{1,40}"
_WHOLE: Final = re.compile(
    "|".join(
        (
            rf"(?P<mail>\b(?:{_NAME}[.+]){{0,3}}{_NAME}@{_NAME}(?:\.{_NAME}){{1,3}})",
            r"(?P<url>https?://[^\s<>]+[\w/])",
            rf"(?P<site>\bwww\.[^\s<>]+[\w/]|\b(?:{_NAME}\.){{1,3}}(?:com|de|eu|info|net|org)\b)",
            r"(?P<tel>(?:\+\d|\b0)\d{0,4}(?:[ ()/–-]{0,2}\d){5,14}\b)",
            r"(?P<day>\b\d{1,2}\. (?:\d{1,2}\.|[^\W\d_]{3,9}) \d{4}\b)",
            rf"(?P<path>/\w[^\s,;]*/[^\s,;]*[\w/]|\b[A-Z]:\\[^\s,;]+|\b{_NAME}\.(?:csv|db|ics|json|xlsx)\b)",
        )
    )
)
"""What one reads and copies as a whole. Bounded, so that no long text takes long."""

_NO_NUMBER = re.compile(r"[^\d+]")
_EMPTY_LINES = re.compile(r"\n(?:[ \xa0]*\n)+")


def printable(text: str) -> str:
    """The text without signs that no document can hold; line ends stay.

    Tabs become spaces, so that nothing is laid out by them.
    """
    return _UNSEEN.sub("", clean(text)).expandtabs(_WIDE_TAB).strip("\n")


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """The text in pieces, each with what it leads to: None for running text.

    What is read as a whole – an address, a number, a day, a path – is a piece of its own; an empty
    target says that it leads nowhere.
    """
    place = 0
    for found in _WHOLE.finditer(text):
        if found.start() > place:
            yield text[place : found.start()], None
        yield found[0], _target(str(found.lastgroup), found[0])
        place = found.end()
    if place < len(text):
        yield text[place:], None


def _target(kind: str, text: str) -> str:
    match kind:
        case "mail":
            return f"mailto:{text}"
        case "url":
            return text
        case "site":
            return f"https://{text}"
        case "tel":
            return f"tel:{_NO_NUMBER.sub('', text.replace('(0)', ''))}"
    return ""


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
