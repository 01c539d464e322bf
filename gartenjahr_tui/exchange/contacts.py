"""Partners and contacts for address books (vCard 3.0, what every one of them reads).

Only what is official goes out: the fields named here and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from typing import TYPE_CHECKING
from uuid import UUID

from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.workbook.names import address_parts, name_parts

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

LONGEST_LINE = 75
"""Octets of a line; what is longer goes on in the next one."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def gather(book: Workbook) -> list[Card]:
    """The cards that go out: partners, then contacts."""
    return [*book.cards.of("partner"), *book.cards.of("contact")]


def as_vcf(book: Workbook) -> bytes:
    """All partners and contacts of a garden as one vCard file."""
    lines = (line for card in gather(book) for line in _vcard(book, card))
    return b"".join(map(folded_line, lines))


def _vcard(book: Workbook, card: Card) -> Iterator[str]:
    """The lines of one card."""
    name = book.cards.title(card)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield "PRODID:-//Gartenjahr//DE"
    yield f"UID:urn:uuid:{UUID(card.id)}"
    yield f"FN:{escaped(name)}"
    if card.kind == "partner":
        yield from _organisation(book, card, name)
    else:
        yield from _person(book, card, name)
    yield from _reach(card)
    if card.changed_at:
        yield f"REV:{card.changed_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    yield "END:VCARD"


def _organisation(book: Workbook, card: Card, name: str) -> Iterator[str]:
    yield f"N:{escaped(name)};;;;"
    yield f"ORG:{escaped(name)}"
    yield "X-ABSHOWAS:COMPANY"
    if kind := next(iter(book.cards.line(card, ("kategorie",))), ""):
        yield f"CATEGORIES:{escaped(kind)}"
    if address := clean(card.value.get("anschrift", "")).strip():
        street, code, town = address_parts(address)
        yield f"ADR;TYPE=WORK:;;{escaped(street)};{escaped(town)};;{code};"
    if web := _line(card, "web"):
        # A URL is no text in vCard's sense: signs in it stay as they are.
        yield "URL:" + web.replace("\\", "%5C")


def _person(book: Workbook, card: Card, name: str) -> Iterator[str]:
    family, given, titles = map(escaped, name_parts(name))
    yield f"N:{family};{given};;{titles};"
    for organisation in book.cards.named(card, "partner"):
        yield f"ORG:{escaped(book.cards.title(organisation))}"
    if function := _line(card, "funktion"):
        yield f"TITLE:{escaped(function)}"


def _reach(card: Card) -> Iterator[str]:
    """Telephone and e-mail; both kinds of card have the same fields for them."""
    if phone := _line(card, "telefon"):
        yield f"TEL;TYPE=WORK,VOICE:{escaped(phone)}"
    if mail := _line(card, "mail"):
        yield f"EMAIL;TYPE=INTERNET,WORK:{escaped(mail)}"


def _line(card: Card, field_id: str) -> str:
    return one_line(card.value.get(field_id, ""))


def escaped(text: str) -> str:
    """A text as the value of a line."""
    return text.translate(_ESCAPED)


def folded_line(line: str) -> bytes:
    """A line with its end, cut where it is too long; no character is cut in two."""
    pieces, piece, room = [], b"", LONGEST_LINE
    for sign in line:
        octets = sign.encode("utf-8", "replace")
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            # The space before a piece that goes on takes one octet.
            piece, room = b"", LONGEST_LINE - 1
        piece += octets
    return b"\r\n ".join((*pieces, piece)) + b"\r\n"
