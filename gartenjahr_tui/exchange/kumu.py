"""A map of the network for Kumu: who is there, and what ties them together.

Kumu reads two CSV files, of elements and of connections; a connection names its ends by their
labels, so every label is there only once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from gartenjahr_tui.garden.kinds import Contact, Partner, Partnership
from gartenjahr_tui.outlet import harmless, quoted
from gartenjahr_tui.text import clean, one_line
from gartenjahr_tui.words.exchange import KumuWords as words
from gartenjahr_tui.workbook.values import is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

ELEMENT_COLUMNS = ("Label", "Type", "Description", "Tags")
CONNECTION_COLUMNS = ("From", "To", "Type", "Label")
"""Kumu's own names of the columns."""

MEMBERSHIP = ("ja", "teils")
"""What is said of an alliance in which the library takes part."""

_LIBRARY = ""
"""What stands for the library among ids of cards."""


@dataclass(frozen=True)
class Element:
    """Somebody or something on the map."""

    label: str
    type: str
    description: str = ""
    tags: tuple[str, ...] = ()


class Connection(NamedTuple):
    """What ties two of them together; the ends are labels."""

    start: str
    end: str
    type: str
    label: str


class Map(NamedTuple):
    """The whole map."""

    elements: tuple[Element, ...]
    connections: tuple[Connection, ...]


def gather(book: Workbook, *, people: bool = False) -> Map:
    """The network of a garden: organisations and what they do together.

    Contacts are on it where people are wanted; notes about them never are.
    """
    drawn = _Mapper(book, people)
    return Map(tuple(drawn.elements.values()), tuple(drawn.connections))


class _Mapper:
    """Draws the map of one garden."""

    def __init__(self, book: Workbook, people: bool) -> None:
        self._cards, self._people = book.cards, people
        self.elements: dict[str, Element] = {}
        self._labels: set[str] = set()
        self.connections: list[Connection] = []
        self._add(_LIBRARY, book.profile.library or words.LIBRARY, words.LIBRARY)
        partners, partnerships = self._cards.of("partner"), self._cards.of("partnership")
        for partner in partners:
            self._add_partner(partner)
        for partnership in partnerships:
            self._add_partnership(partnership)
        for partner in partners:
            self._connect_partner(partner)
        for partnership in partnerships:
            self._connect(_LIBRARY, partnership.id, words.TAKES_PART)
            for id in self._organisations(partnership, "partner"):
                self._connect(id, partnership.id, words.TAKES_PART)
        for contact in self._cards.of("contact"):
            self._add_contact(contact)

    def _add(
        self, id: str, name: str, type: str, description: str = "", tags: Iterable[str] = ()
    ) -> None:
        label, number = one_line(name), 1
        while label.casefold() in self._labels:
            number += 1
            label = f"{one_line(name)} ({number})"
        self._labels.add(label.casefold())
        self.elements[id] = Element(label, type, description, tuple(filter(None, tags)))

    def _add_partner(self, card: Card) -> None:
        alliance = Partner(card).alliance == "ja"
        tags = (self._chosen(card, id) for id in ("kategorie", "sektor", "feld"))
        kind = words.ALLIANCE if alliance else words.PARTNER
        self._add(card.id, self._cards.title(card), kind, tags=tags)

    def _add_partnership(self, card: Card) -> None:
        tags = [self._chosen(card, id) for id in ("themenfeld", "wachstum", "stufen")]
        view = Partnership(card)
        if not view.lives:
            tags.append(words.ENDED)
        self._add(card.id, self._cards.title(card), words.PARTNERSHIP, view.about, tags)

    def _add_contact(self, card: Card) -> None:
        organisations = list(self._organisations(card, "partner"))
        if not self._people:
            return
        function = Contact(card).function
        self._add(card.id, self._cards.title(card), words.CONTACT, function)
        for id in organisations:
            self._connect(card.id, id, words.SPEAKS_FOR, function)

    def _connect_partner(self, card: Card) -> None:
        self._connect(_LIBRARY, card.id, words.KNOWS, self._chosen(card, "bekanntheit"))
        if Partner(card).taking_part in MEMBERSHIP:
            self._connect(_LIBRARY, card.id, words.MEMBER)
        for id in self._organisations(card, "mitglieder"):
            self._connect(id, card.id, words.MEMBER)

    def _organisations(self, card: Card, field_id: str) -> Iterator[str]:
        """Ids of the organisations a field names; one without a card is put on the map, too."""
        for part in card.value.get(field_id, ()):
            other = self._cards.get(part)
            if other and not other.deleted and other.id in self.elements:
                yield other.id
            elif other is None and not is_card_id(part):
                if part not in self.elements:
                    self._add(part, part, words.ORGANISATION)
                yield part

    def _chosen(self, card: Card, field_id: str) -> str:
        """The label of an option that was chosen, or of the present state of a history."""
        return next(iter(self._cards.line(card, (field_id,))), "")

    def _connect(self, start: str, end: str, type: str, label: str = "") -> None:
        ends = self.elements[start].label, self.elements[end].label
        self.connections.append(Connection(*ends, type, one_line(label)))


def elements_csv(map: Map) -> bytes:
    """Kumu's file of elements."""
    rows = ((e.label, e.type, e.description, "|".join(e.tags)) for e in map.elements)
    return _csv(ELEMENT_COLUMNS, rows)


def connections_csv(map: Map) -> bytes:
    """Kumu's file of connections."""
    return _csv(CONNECTION_COLUMNS, map.connections)


def _csv(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> bytes:
    """As Kumu reads it: with commas, in UTF-8; no formula runs where Excel opens it."""
    lines = (",".join(quoted(harmless(clean(cell)), ",") for cell in row) for row in rows)
    return "\r\n".join((",".join(columns), *lines, "")).encode("utf-8", "replace")
