"""Reads LDIF, what Thunderbird writes an address book as: entries of „name: value“."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

from gartenjahr_tui.exchange.rows import (
    LDIF,
    Incoming,
    NotRead,
    SourceRow,
    Unreadable,
    refuse_many,
)
from gartenjahr_tui.text import clean
from gartenjahr_tui.words.imports import LdifWords
from gartenjahr_tui.words.imports import ReadingWords as words

_LINE = re.compile(r"([A-Za-z][\w.-]*)(?:;[\w.;-]*)?(::?<?)[ \t]*(.*)", re.DOTALL)
_Entry = tuple[int, dict[str, str], frozenset[str]]


def entries_in(text: str, file: str) -> Incoming:
    """The entries of a clean text as rows; a group of addresses is no row.

    Raises:
        NotRead: It has too many entries, or none.
    """
    unreadable: list[Unreadable] = []
    aside: list[Unreadable] = []
    found: list[tuple[int, dict[str, str]]] = []
    for line, said, kinds in _entries(text, unreadable):
        refuse_many(len(found) + len(unreadable), file)
        if LdifWords.GROUPS & kinds:
            name = next(iter(said.values()), "")
            aside.append(Unreadable(line, words.GROUP.format(name=name)))
        elif said:
            found.append((line, said))
    if not found and not aside:
        raise NotRead(words.EMPTY.format(file=file))
    heads = tuple(dict.fromkeys(head for _, said in found for head in said))
    rows = (SourceRow(line, tuple(said.get(head, "") for head in heads)) for line, said in found)
    return Incoming(file, LDIF, heads, tuple(rows), tuple(unreadable), aside=tuple(aside))


def _entries(text: str, unreadable: list[Unreadable]) -> Iterator[_Entry]:
    """Where an entry begins, head → what it says first, and the kinds of thing it is."""
    begin, said, kinds = 0, dict[str, str](), set[str]()
    for line, whole in _lines(text):
        if whole.startswith("#"):
            continue
        if not whole.strip():
            if begin:
                yield begin, said, frozenset(kinds)
            begin, said, kinds = 0, {}, set()
            continue
        match = _LINE.fullmatch(whole)
        if not match:
            unreadable.append(Unreadable(line, words.NO_ENTRY))
            continue
        name, value = match[1].casefold(), _value(match[2], match[3])
        if name == "objectclass":
            kinds.add(value.casefold())
        elif name == "version" and not begin:
            continue
        begin = begin or line
        if name == "postaladdress":
            value = value.replace("$", "\n")
        if name not in LdifWords.SILENT and value:
            said.setdefault(LdifWords.HEADS.get(name, match[1]), value)
    if begin:
        yield begin, said, frozenset(kinds)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with those joined that go on in the next one, and their numbers."""
    lines = text.split("\n")
    place = 0
    while place < len(lines):
        start, parts = place, [lines[place]]
        place += 1
        while place < len(lines) and lines[place].startswith(" "):
            parts.append(lines[place][1:])
            place += 1
        yield start + 1, "".join(parts)
    yield len(lines) + 1, ""


def _value(sign: str, value: str) -> str:
    """A value as text; what lies in another file or is no text is none."""
    if sign == "::":
        try:
            data = base64.b64decode(value)
        except binascii.Error:
            return ""
        try:
            value = data.decode()
        except ValueError:
            # Text of Windows; a picture is none.
            value = data.decode("cp1252", "replace")
            value = value if value.isprintable() and "\ufffd" not in value else ""
    return "" if sign.endswith("<") else clean(value).strip()
