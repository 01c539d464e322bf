"""Make text from outside safe to keep and to show in a terminal."""

import re
import unicodedata
from typing import Final

_BYTE_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
"""Every ASCII control but tab and the line ends: line feed, tabs of lines, new page, return."""

_WIDE_CONTROLS: Final = re.compile("[\x80-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]+")
"""C1 controls but the line end, and the characters that turn the direction of what follows them.

A direction control left open in one answer would garble the rest of the terminal's line.
Right-to-left letters carry their direction themselves and are kept.
"""

_NEWLINES: Final = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INSIDE_ROWS: Final = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_BLANKS: Final = re.compile("[ \t\n]+")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_BASES: Final = str.maketrans("äöü", "aou")
_ACCENTED: Final = re.compile("[^\x00-\x7f„“”‚‘’»«–—…·•→€§°×\xa0]")
"""A sign that may carry an accent; those left out carry none."""


def clean(text: str) -> str:
    r"""Return the text without anything that is not text.

    Line ends of every kind become ``\n``, also 0x0B, 0x0C and U+0085, so that no two words run
    together. Other control characters except the tab, controls of the writing direction and a byte
    order mark at the start are dropped. The result is in Unicode form NFC and can be encoded as
    UTF-8: a lone surrogate becomes U+FFFD.

    Args:
        text: Text that was typed, pasted or read from a file.

    Returns:
        The clean text, which is the text itself if there was nothing to do.
    """
    if not text.isascii():
        if _SURROGATES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = _WIDE_CONTROLS.sub("", text)
    # Deleting bytes takes a hundredth of the time a regular expression needs, and in UTF-8 no
    # byte of a longer character looks like a control.
    data = text.encode()
    kept = data.translate(None, _BYTE_CONTROLS)
    if len(kept) != len(data):
        text = kept.decode()
    text = text.lstrip("\ufeff")
    if not text.isascii() or "\r" in text or "\x0b" in text or "\x0c" in text:
        text = _NEWLINES.sub("\n", text)
    # Costs nothing when the text is normalised already: Python looks before it works.
    return unicodedata.normalize("NFC", text)


def rows_kept(text: str) -> str:
    """Return the text of a file of rows with a blank for each line end that is inside a row.

    FileMaker, Word and Excel part the lines of one cell with them; they end no row.
    """
    return _INSIDE_ROWS.sub(" ", text)


def one_line(text: str) -> str:
    """Return the text clean and on a single line.

    Args:
        text: Text from outside.

    Returns:
        The clean text, every run of spaces, tabs and line ends as one space, none at the ends.
    """
    # Most names are clean already, and lists of thousands ask for each.
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")
    return _BLANKS.sub(" ", clean(text)).lstrip(" \ufeff").rstrip(" ")


def shortened(text: str, most: int) -> str:
    """Return the text, or its beginning and „…“, in at most so many characters.

    Words stay whole; only one that takes up half of it alone is cut.

    Args:
        text: Text on one line.
        most: How many characters it may have.
    """
    if len(text) <= most:
        return text
    whole, _, _ = text[: max(most - 1, 0)].rpartition(" ")
    if len(whole) >= most // 2 and whole:
        return f"{whole.rstrip(' ,;:–-')} …"
    return f"{text[: most - 1].rstrip()}…"


def sort_key(text: str) -> tuple[str, str]:
    """Key that sorts names as a German dictionary does: ä as a, ß as ss, case does not matter.

    Args:
        text: A name.
    """
    return _without_accents(text.casefold().translate(_BASES)), text


def folded(text: str) -> str:
    """Return the text so that „säen“, „saeen“, „SÄEN“ and a decomposed „säen“ are the same.

    Other letters lose their accents: „Café“ is found by „cafe“.
    """
    text = _without_accents(unicodedata.normalize("NFC", text).casefold().translate(_UMLAUTS))
    return " ".join(text.lstrip("#").split())


def _without_accents(text: str) -> str:
    # Looking at each sign takes long, and German texts have none but these.
    if text.isascii() or not _ACCENTED.search(text):
        return text
    parts = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
