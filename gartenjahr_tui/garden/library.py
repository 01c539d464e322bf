"""The library itself: what every document that leaves the house says of its sender.

The name is the garden's own (:class:`~gartenjahr_tui.workbook.plain.Profile`), the rest is a
setting of the whole garden. :data:`FIELDS` is the one description: „Garten einrichten“ on the
screen, line by line and as a command asks for it, documents read :func:`library_of`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.garden import LibraryWords as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gartenjahr_tui.workbook.book import Workbook

KEPT = "library"
"""Key of the setting: id of a field → what stands in it."""

LONGEST = 300
"""Characters of one of the facts; all of them stand on one line."""

NAME = "name"
"""Id of the field that is the name of the library."""

FIELDS = (
    Field(NAME, FieldKind.LINE, words.NAME),
    *(Field(id, FieldKind.LINE, label) for id, label in words.LABELS.items()),
)
"""What is asked about the library; nothing of it is needed."""


@dataclass(frozen=True)
class Library:
    """The library as others get to read of it; whatever is not known is empty."""

    name: str = ""
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def called(self) -> str:
        """Its name, or other words for it while it has none."""
        return self.name or words.NAMELESS

    @property
    def body(self) -> str:
        """Who runs it: town, district, parish."""
        return self.known.get("traeger", "")

    @property
    def address(self) -> str:
        """Where it is, on one line."""
        return self.known.get("anschrift", "")

    @property
    def phone(self) -> str:
        """Its number."""
        return self.known.get("telefon", "")

    @property
    def mail(self) -> str:
        """Its mail address."""
        return self.known.get("mail", "")

    @property
    def web(self) -> str:
        """Its website."""
        return self.known.get("web", "")

    @property
    def head(self) -> str:
        """Who leads it."""
        return self.known.get("leitung", "")

    @property
    def signatory(self) -> str:
        """Who signs for it: name and office."""
        return self.known.get("vertreten", "")

    @property
    def keeps_years(self) -> int:
        """After how many years nobody needs what is known of a contact; 0 for no such rule."""
        digits = re.match(r"\d{1,2}", self.known.get("behalten", ""))
        return int(digits[0]) if digits else 0

    @property
    def party(self) -> str:
        """Who binds themselves where something is agreed on: who runs it, and it."""
        return words.PARTY.format(body=self.body, name=self.called) if self.body else self.called

    @property
    def sender(self) -> str:
        """What stands above a letter, line by line."""
        house = words.DOT.join(filter(None, [self.body, self.address]))
        reach = words.DOT.join(filter(None, [self.phone, self.mail, self.web]))
        return "\n".join(filter(None, [self.called, house, reach]))

    @property
    def return_to(self) -> str:
        """Where an answer goes to, on one line; empty where nothing is known."""
        ways = words.OR.join(filter(None, [self.phone, self.mail]))
        place = f"{self.called}, {self.address}" if self.address else ""
        return self.known.get("rueckantwort", "") or words.OR.join(filter(None, [place, ways]))


def library_of(book: Workbook) -> Library:
    """The library a garden belongs to."""
    return Library(book.profile.library, book.common(KEPT, {str: str}))


def said_of(library: Library, id: str) -> str:
    """What stands in one of the fields."""
    return library.name if id == NAME else library.known.get(id, "")


def put(book: Workbook, id: str, text: str) -> None:
    """Keep what stands in one of the fields; saved by itself.

    Raises:
        ReadOnly: Another program is the one that writes.
    """
    if id == NAME:
        book.name_library(text)
        return
    kept = {**book.common(KEPT, {str: str}), id: shortened(one_line(text), LONGEST)}
    book.remember(KEPT, {id: text for id, text in kept.items() if text}, common=True)
