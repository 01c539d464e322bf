"""Takes partners and contacts of other programs into the garden: first a plan, then all at once.

A plan changes nothing. It says what would be new, what is there already, and what cannot be used;
what becomes of what is there already is the person's choice. What was taken in is one step that
``u`` takes back as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.exchange import matching
from gartenjahr_tui.exchange.incoming import Incoming, Unreadable
from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.imports import ImportWords as words
from gartenjahr_tui.words.imports import ReadingWords
from gartenjahr_tui.workbook.dates import shown_date
from gartenjahr_tui.workbook.names import name_parts
from gartenjahr_tui.workbook.undo import CardState, Creation

if TYPE_CHECKING:
    from gartenjahr_tui.exchange.matching import Matching, Understood
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

PARTNER, CONTACT = "partner", "contact"
STEP_ROWS = 500
"""Rows after which it is said how far the comparison has come."""

LAST = "import.last"
"""Key of the setting: the file, the new cards and a mark of each, the fields that were filled."""

_PATTERN = {"what": str, "new": {str: str}, "filled": {str: {str: object}}}


class Treatment(StrEnum):
    """What becomes of a row that is there already."""

    SKIP = "skip"
    FILL = "fill"
    ADD = "add"


@dataclass(frozen=True)
class Twin:
    """What a row is the same as by name or address: a card of the garden, or a row of the file."""

    by_mail: bool
    card: str = ""
    line: int = 0


@dataclass(frozen=True)
class IncomingCard:
    """A card that may come into the garden.

    Attributes:
        line: Where it stands in the file.
        kind: „partner“ or „contact“.
        name: What it is called.
        value: Field id → text, without the name.
        organisation: Name of the partner a contact belongs to; may be empty.
        twin: What it is the same as; None for something new.
        along: Whether it is a partner that only comes along with a contact.
    """

    line: int
    kind: str
    name: str
    value: Mapping[str, str]
    organisation: str = ""
    twin: Twin | None = None
    along: bool = False


@dataclass(frozen=True)
class Plan:
    """What could be taken from a file.

    Attributes:
        incoming: The file.
        fields: The field of each column.
        entries: Organisations and persons, in the order of the file.
        unreadable: What cannot be used, and why.
        organisations: Key of a name → the partner that comes along with a contact.
    """

    incoming: Incoming
    fields: Matching
    entries: tuple[IncomingCard, ...]
    unreadable: tuple[Unreadable, ...]
    organisations: Mapping[str, IncomingCard] = field(default_factory=dict)

    @property
    def twins(self) -> list[IncomingCard]:
        """Those that are there already."""
        return [entry for entry in self.entries if entry.twin]


@dataclass
class TakenCard:
    """A card that is made, or one whose empty fields are filled.

    Attributes:
        entry: What it is about.
        value: Field id → text that is set.
        organisation: Name of the partner it is linked to; empty for no new link.
        card: Id of the card that is filled; empty for a new one.
    """

    entry: IncomingCard
    value: dict[str, str]
    organisation: str = ""
    card: str = ""


# Planning


def plan(
    book: Workbook,
    incoming: Incoming,
    fields: Matching,
    *,
    only_partners: bool = False,
    progress: WorkProgress = UNHEARD,
) -> Plan:
    """Compare a file with the garden and with itself; nothing is changed.

    Every row is an organisation where only partners are wanted. Otherwise one with a person's name
    is a contact, one without a partner.

    Raises:
        what ``progress`` raises: The person does not want to wait any longer.
    """
    known = {kind: _Known(book, kind) for kind in (PARTNER, CONTACT)}
    entries: list[IncomingCard] = []
    unreadable = list(incoming.unreadable)
    along: dict[str, IncomingCard] = {}
    for number, record in enumerate(matching.records(incoming, fields)):
        if number % STEP_ROWS == 0:
            progress.part(number, len(incoming.rows))
        entry = _entry(record, only_partners=only_partners)
        if not entry.name:
            unreadable.append(Unreadable(record.line, ReadingWords.NO_NAME))
            continue
        entries.append(known[entry.kind].compared(entry))
        if entry.organisation:
            _note_along(along, record)
    unreadable.sort(key=lambda one: one.line)
    return Plan(incoming, fields, tuple(entries), tuple(unreadable), along)


def _entry(record: Understood, *, only_partners: bool) -> IncomingCard:
    if record.name and not only_partners:
        value = {"funktion": record.funktion, "telefon": record.telefon, "mail": record.mail}
        return IncomingCard(record.line, CONTACT, record.name, _filled(value), record.organisation)
    reach = {"telefon": record.telefon, "mail": record.mail}
    value = {"anschrift": record.anschrift, "web": record.web, **reach}
    return IncomingCard(record.line, PARTNER, record.organisation or record.name, _filled(value))


def _note_along(along: dict[str, IncomingCard], record: Understood) -> None:
    """Gather what the rows of its persons say about an organisation."""
    key = folded(record.organisation)
    value = _filled({"anschrift": record.anschrift, "web": record.web})
    new = IncomingCard(record.line, PARTNER, record.organisation, value, along=True)
    before = along.setdefault(key, new)
    if value.keys() - before.value.keys():
        along[key] = replace(before, value={**value, **before.value})


def _filled(value: Mapping[str, str]) -> dict[str, str]:
    return {field: text for field, text in value.items() if text}


class _Known:
    """The names and addresses of one kind that are there already."""

    def __init__(self, book: Workbook, kind: str) -> None:
        self._kind = kind
        self._names: dict[str, Twin] = {}
        self._mails: dict[str, Twin] = {}
        for card in book.cards.of(kind):
            name, mail = card.value.get("name", ""), card.value.get("mail", "")
            self._note(name, mail, Twin(False, card.id))

    def compared(self, entry: IncomingCard) -> IncomingCard:
        """An entry and what it is the same as; it counts itself from now on."""
        mail = entry.value.get("mail", "")
        twin = self._names.get(self._name_key(entry.name)) or self._mails.get(mail.casefold())
        # What is the same as this row is the same as that one.
        self._note(entry.name, mail, twin or Twin(False, line=entry.line))
        return replace(entry, twin=twin)

    def _note(self, name: str, mail: str, twin: Twin) -> None:
        if name:
            self._names.setdefault(self._name_key(name), replace(twin, by_mail=False))
        if mail:
            self._mails.setdefault(mail.casefold(), replace(twin, by_mail=True))

    def _name_key(self, name: str) -> str:
        """„Müller, Anna“ and „Frau Dr. Anna Mueller“ are the same."""
        if self._kind == PARTNER:
            return folded(name)
        family, given, _ = name_parts(name)
        return f"{folded(given)} {folded(family)}"


# Deciding


def deeds(
    book: Workbook,
    plan: Plan,
    treatment: Treatment = Treatment.SKIP,
    single: Mapping[int, Treatment] | None = None,
) -> list[TakenCard]:
    """What would be done, partners first; nothing is done yet.

    A row that is there already gets the treatment, or the one the person chose for its line.
    """
    single = single or {}
    made: dict[int, TakenCard] = {}
    filled: dict[str, TakenCard] = {}
    for entry in plan.entries:
        how = single.get(entry.line, treatment)
        if entry.twin is None or how is Treatment.ADD:
            made[entry.line] = TakenCard(entry, dict(entry.value), entry.organisation)
        elif how is Treatment.FILL:
            _fill(book, entry, entry.twin, made, filled)
    found = [*made.values(), *filled.values()]
    partners = [deed for deed in found if deed.entry.kind == PARTNER]
    contacts = [deed for deed in found if deed.entry.kind == CONTACT]
    return [*partners, *_along(book, plan, partners, contacts), *contacts]


def _fill(
    book: Workbook,
    entry: IncomingCard,
    twin: Twin,
    made: dict[int, TakenCard],
    filled: dict[str, TakenCard],
) -> None:
    """Put what a row adds to a card, or to an earlier row, where that says nothing."""
    if not twin.card:
        before = made[twin.line]
    else:
        before = filled.get(twin.card) or TakenCard(entry, {}, card=twin.card)
    card = book.cards.get(twin.card)
    there: Mapping[str, Any] = card.value if card else {}
    new = {id: text for id, text in entry.value.items() if not there.get(id)}
    before.value = {**new, **before.value}
    if not there.get("partner"):
        before.organisation = before.organisation or entry.organisation
    if twin.card and (before.value or before.organisation):
        filled[twin.card] = before


def _along(
    book: Workbook, plan: Plan, partners: Iterable[TakenCard], contacts: Iterable[TakenCard]
) -> list[TakenCard]:
    """The partners that contacts name and that are neither in the garden nor in the file."""
    coming = {folded(deed.entry.name) for deed in partners if not deed.card}
    missing: dict[str, TakenCard] = {}
    for deed in contacts:
        key = folded(deed.organisation)
        if key and key not in coming and not book.cards.same_name(PARTNER, deed.organisation):
            entry = plan.organisations[key]
            missing.setdefault(key, TakenCard(entry, dict(entry.value)))
    return list(missing.values())


# Taking


def take(book: Workbook, plan: Plan, wanted: Iterable[TakenCard]) -> None:
    """Put what :func:`deeds` said into the garden; ``u`` takes it back as a whole.

    Where the columns went is remembered for the next file of this kind.

    Raises:
        ReadOnly: Another program is the one that writes; nothing was changed.
    """
    file, wanted = plan.incoming.name, list(wanted)
    count = words.CARDS[len(wanted) != 1].format(count=len(wanted))
    source = words.SOURCE.format(file=file, day=shown_date(book.today.isoformat()))
    step = words.STEP.format(file=file, count=count)
    partners: dict[str, str] = {}
    new: list[Card] = []
    filled: list[tuple[Card, list[str]]] = []
    with book.together():
        matching.remember(book, plan.incoming.heads, plan.fields)
        try:
            with book.undoing.together(step):
                for deed in wanted:
                    if deed.card:
                        filled.append(_fill_card(book, deed, partners, source))
                        continue
                    card = _add_card(book, deed, partners, source)
                    new.append(card)
                    if deed.entry.kind == PARTNER:
                        partners.setdefault(folded(deed.entry.name), card.id)
            note(book, step, new, filled)
        except BaseException:
            # Ctrl+C or a fault: all of it or nothing.
            if new or filled:
                book.undoing.take_back()
            raise


def _add_card(book: Workbook, deed: TakenCard, partners: Mapping[str, str], source: str) -> Card:
    value: dict[str, Any] = {"name": deed.entry.name, **deed.value}
    if deed.entry.kind == CONTACT:
        value |= {"quelle": source, "partner": _links(book, deed, partners)}
    card = book.cards.add(deed.entry.kind, value)
    spot = Creation(book.cards, card.id)
    book.undoing.note(spot, None, spot.now())
    return card


def _fill_card(
    book: Workbook, deed: TakenCard, partners: Mapping[str, str], source: str
) -> tuple[Card, list[str]]:
    """The card as it is now, and the fields that were empty before."""
    card = book.cards[deed.card]
    value: dict[str, Any] = dict(deed.value)
    if deed.entry.kind == CONTACT:
        if links := _links(book, deed, partners):
            value["partner"] = links
        if not card.value.get("quelle"):
            value["quelle"] = source
    filled = book.cards.set(card.id, **value)
    for id in value:
        spot = CardState(book.cards, card.id, id)
        book.undoing.note(spot, card.value.get(id), filled.value.get(id))
    return filled, list(value)


def _links(book: Workbook, deed: TakenCard, partners: Mapping[str, str]) -> list[str]:
    """The partner a contact is linked to."""
    if not deed.organisation:
        return []
    if id := partners.get(folded(deed.organisation)):
        return [id]
    return [card.id for card in book.cards.same_name(PARTNER, deed.organisation)][:1]


# Taking back in a later run


def note(
    book: Workbook, what: str, new: Iterable[Card], filled: Iterable[tuple[Card, Iterable[str]]]
) -> None:
    """Remember an import in place of the one before: its name, its cards, the fields it filled."""
    kept = {
        "what": what,
        "new": {card.id: _mark(card) for card in new},
        "filled": {card.id: {id: card.value.get(id) for id in ids} for card, ids in filled},
    }
    book.remember(LAST, kept, common=True)


def take_back(book: Workbook) -> str:
    """Take the last import back; what somebody has gone on writing stays.

    Returns:
        What was done, in German; empty when there is none to take back.

    Raises:
        ReadOnly: Another program is the one that writes.
    """
    kept: dict[str, Any] = book.common(LAST, _PATTERN)
    if kept.keys() != _PATTERN.keys():
        return ""
    stayed = 0
    with book.together(), book.undoing.together():
        for id, mark in kept["new"].items():
            card = book.cards.get(id)
            if card is None or card.deleted:
                continue
            if _mark(card) == mark:
                book.cards.delete(id)
            else:
                stayed += 1
        for id, values in kept["filled"].items():
            card = book.cards.get(id)
            for field, value in values.items():
                if card is not None and card.value.get(field) == value:
                    book.cards.put_back(id, field, None)
        book.remember(LAST, {}, common=True)
    sentence = words.BACK.format(what=kept["what"])
    return f"{sentence} {words.STAYED[stayed != 1].format(count=stayed)}" if stayed else sentence


def _mark(card: Card) -> str:
    """Tells whether a card still says the same."""
    text = json.dumps(card.value, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]
