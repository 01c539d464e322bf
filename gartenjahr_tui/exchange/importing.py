"""Takes partners and contacts of other programs into the garden: first a plan, then all at once.

A plan changes nothing. It says what would be new, what is there already, and what cannot be used;
what becomes of what is there already is the person's choice. What was taken in is one step that
``u`` takes back as a whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.exchange import matching
from gartenjahr_tui.exchange.rows import Incoming, Unreadable
from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.imports import ImportWords as words
from gartenjahr_tui.words.imports import ReadingWords
from gartenjahr_tui.workbook.dates import shown_date
from gartenjahr_tui.workbook.names import name_parts
from gartenjahr_tui.workbook.undo import CardState, Creation
from gartenjahr_tui.workbook.values import as_text, normalise

if TYPE_CHECKING:
    from gartenjahr_tui.exchange.heads import Matching
    from gartenjahr_tui.exchange.matching import Understood
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

PARTNER, CONTACT = "partner", "contact"
STEP_ROWS = 500
"""Rows after which it is said how far the comparison has come."""

LAST = "import.last"
"""Key of the setting: the file, the new cards and a mark of each, the fields that were filled.

Where a field said something else before, that stands under „former“.
"""

_PATTERN = {"what": str, "new": {str: str}, "filled": {str: {str: object}}}
_FORMER = {"former": {str: {str: object}}}

Value = Mapping[str, Any]
"""Field id → what a card says there."""


class Treatment(StrEnum):
    """What becomes of a row that is there already."""

    SKIP = "skip"
    FILL = "fill"
    UPDATE = "update"
    ADD = "add"


@dataclass(frozen=True)
class Twin:
    """What a row is the same as by name or address: a card of the garden, or a row of the file.

    Attributes:
        by_mail: Whether it is by the address.
        card: Id of the card; empty for a row.
        number: Number of the entry, and its line; 0 for a card.
        line: See there.
    """

    by_mail: bool
    card: str = ""
    number: int = 0
    line: int = 0


@dataclass(frozen=True)
class IncomingCard:
    """A card that may come into the garden.

    Attributes:
        number: What tells it from the others, from 1 on; a row may speak of several.
        line: Where it stands in the file.
        kind: „partner“ or „contact“.
        name: What it is called.
        value: Field id → what it says there, without the name.
        organisations: Names of the partners a contact belongs to.
        about: What the row says of the first of them.
        twin: What it is the same as; None for something new.
        along: Whether it is a partner that only comes along with a contact.
    """

    number: int
    line: int
    kind: str
    name: str
    value: Value
    organisations: tuple[str, ...] = ()
    about: Value = field(default_factory=dict)
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
        aside: What is read and not wanted, or only damaged: it stays out.
        organisations: Key of a name → the partner that comes along with a contact.
        mended: What is taken otherwise than it stands in the file.
    """

    incoming: Incoming
    fields: Matching
    entries: tuple[IncomingCard, ...]
    unreadable: tuple[Unreadable, ...]
    aside: tuple[Unreadable, ...] = ()
    organisations: Mapping[str, IncomingCard] = field(default_factory=dict)
    mended: tuple[Unreadable, ...] = ()

    @property
    def twins(self) -> list[IncomingCard]:
        """Those that are there already."""
        return [entry for entry in self.entries if entry.twin]


@dataclass
class TakenCard:
    """A card that is made, or one that is filled or brought up to date.

    Attributes:
        entry: What it is about.
        value: Field id → what is set.
        organisations: Names of the partners it is linked to, beside those it has.
        card: Id of the card that is there; empty for a new one.
    """

    entry: IncomingCard
    value: dict[str, Any]
    organisations: tuple[str, ...] = ()
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
    unreadable, aside = list(incoming.unreadable), list(incoming.aside)
    mended: list[Unreadable] = []
    along: dict[str, IncomingCard] = {}
    for count, record in enumerate(matching.records(incoming, fields), 1):
        if count % STEP_ROWS == 0:
            progress.part(count, len(incoming.rows))
        aside += (Unreadable(record.line, reason) for reason in record.aside)
        if record.is_private:
            continue
        mended += (Unreadable(record.line, sentence) for sentence in record.mended)
        if only_partners and _is_only_person(record, fields):
            unreadable.append(Unreadable(record.line, ReadingWords.NO_ORGANISATION))
            continue
        entry = _entry(book, record, only_partners=only_partners)
        if not entry.name:
            unreadable.append(Unreadable(record.line, ReadingWords.NO_NAME))
            continue
        aside += _unwanted(record, entry.kind)
        entry = known[entry.kind].compared(replace(entry, number=len(entries) + 1))
        entries.append(entry)
        for organisation in entry.organisations:
            _note_along(along, entry, organisation)
    unreadable.sort(key=lambda one: one.line)
    found = tuple(entries), tuple(unreadable), tuple(aside), along, tuple(mended)
    return Plan(incoming, fields, *found)


def _is_only_person(record: Understood, fields: Matching) -> bool:
    """Whether a row names nobody but a person, who never becomes an organisation."""
    if record.organisation or not record.name:
        return False
    if {"vorname", "nachname", "leitung"}.intersection(fields):
        return True
    return "organisation" in fields and matching.is_person(record.name)


def _unwanted(record: Understood, kind: str) -> Iterator[Unreadable]:
    """What a row says of a person where a partner is made of it."""
    if kind == CONTACT:
        return
    if record.organisation and record.name:
        label, text = (
            matching.label_of("name"),
            ", ".join(filter(None, (record.name, record.funktion))),
        )
        sentence = ReadingWords.NO_PARTNERS_PERSON.format(field=label, text=text)
        yield Unreadable(record.line, sentence)
    elif record.funktion:
        fields = matching.label_of("funktion")
        yield Unreadable(record.line, ReadingWords.NO_PERSON.format(fields=fields))
    for name in record.more:
        yield Unreadable(
            record.line,
            ReadingWords.ONLY_FIRST.format(field=matching.label_of("organisation"), text=name),
        )


def _entry(book: Workbook, record: Understood, *, only_partners: bool) -> IncomingCard:
    reach = {"telefon": record.telefon, "mail": record.mail}
    about: dict[str, Any] = {"anschrift": record.anschrift, "web": record.web}
    about |= {"kategorie": record.kind, "feld": record.topic}
    about |= {"hoechst_tage": record.days, "rhythmus": record.rhythm}
    if not record.name or only_partners:
        name = record.organisation or record.name
        return IncomingCard(0, record.line, PARTNER, name, _fit(book, PARTNER, {**about, **reach}))
    person: dict[str, Any] = {"funktion": record.funktion}
    if record.leads and record.organisation:
        about |= reach
    else:
        person |= reach
    return IncomingCard(
        *(0, record.line, CONTACT, record.name, _fit(book, CONTACT, person)),
        organisations=tuple(filter(None, (record.organisation, *record.more))),
        about=_fit(book, PARTNER, about),
    )


def _fit(book: Workbook, kind: str, said: Value) -> dict[str, Any]:
    """What a row says as the fields of a card take it; what is called as an option is meant so."""
    fields = book.guide.forms[kind].fields
    options = {
        id: next((o.id for o in fields[id].options if folded(o.label) == folded(str(part))), part)
        for id, part in said.items()
        if part
    }
    return normalise([fields[id] for id in options], options)


def _note_along(along: dict[str, IncomingCard], entry: IncomingCard, organisation: str) -> None:
    """Gather what the rows of its persons say about an organisation; an address is of the first."""
    value = entry.about if organisation == entry.organisations[0] else {}
    new = IncomingCard(0, entry.line, PARTNER, organisation, value, along=True)
    before = along.setdefault(folded(organisation), new)
    if value.keys() - before.value.keys():
        along[folded(organisation)] = replace(before, value={**value, **before.value})


class _Known:
    """The names and addresses of one kind that are there already."""

    def __init__(self, book: Workbook, kind: str) -> None:
        self._kind = kind
        self._names: dict[str, list[tuple[Twin, frozenset[str], str]]] = {}
        self._mails: dict[str, Twin] = {}
        for card in book.cards.of(kind):
            places = card.value.get("partner", ()) if kind == CONTACT else ()
            names = frozenset(folded(book.cards.name(part)) for part in places)
            mail = as_text(card.value.get("mail", ""))
            self._note(as_text(card.value.get("name", "")), mail, names, Twin(False, card.id))

    def compared(self, entry: IncomingCard) -> IncomingCard:
        """An entry and what it is the same as; it counts itself from now on."""
        mail = str(entry.value.get("mail", ""))
        places = frozenset(map(folded, entry.organisations))
        twin = self._named(entry.name, places, mail) or self._mails.get(mail.casefold())
        # What is the same as this row is the same as that one.
        own = twin or Twin(False, number=entry.number, line=entry.line)
        self._note(entry.name, mail, places, own)
        return replace(entry, twin=twin)

    def _named(self, name: str, places: frozenset[str], mail: str) -> Twin | None:
        """Who is called so; somebody at quite another place is somebody else."""
        for twin, others, other_mail in self._names.get(self._name_key(name), ()):
            elsewhere = places and others and not places & others
            if not elsewhere or (mail and mail.casefold() == other_mail.casefold()):
                return twin
        return None

    def _note(self, name: str, mail: str, places: frozenset[str], twin: Twin) -> None:
        if name:
            named = replace(twin, by_mail=False)
            self._names.setdefault(self._name_key(name), []).append((named, places, mail))
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
    usual: Value | None = None,
) -> list[TakenCard]:
    """What would be done, partners first; nothing is done yet.

    A row that is there already gets the treatment, or the one the person chose for its number.
    ``usual`` is what new partners say of whom the file does not say it.
    """
    return _Deciding(book, plan, treatment, single or {}, usual or {}).deeds()


class _Deciding:
    """Works out what is made, filled and brought up to date."""

    def __init__(
        self,
        book: Workbook,
        plan: Plan,
        treatment: Treatment,
        single: Mapping[int, Treatment],
        usual: Value,
    ) -> None:
        self._book, self._plan = book, plan
        self._usual = _fit(book, PARTNER, usual)
        self._treatment, self._single = treatment, single
        self._made: dict[int, TakenCard] = {}
        self._changed: dict[str, TakenCard] = {}

    def deeds(self) -> list[TakenCard]:
        """All of them."""
        for entry in self._plan.entries:
            how = self._how(entry)
            if entry.twin is None or how is Treatment.ADD:
                made = TakenCard(entry, dict(entry.value), entry.organisations)
                self._made[entry.number] = made
            elif how is not Treatment.SKIP:
                self._change(entry, entry.twin, how)
        contacts = [*self._made.values(), *self._changed.values()]
        contacts = [deed for deed in contacts if deed.entry.kind == CONTACT]
        along = self._along(contacts)
        found = [*self._made.values(), *self._changed.values()]
        partners = [*(deed for deed in found if deed.entry.kind == PARTNER), *along]
        for deed in partners:
            if not deed.card:
                deed.value = {**self._usual, **deed.value}
        return [*partners, *contacts]

    def _how(self, entry: IncomingCard) -> Treatment:
        return self._single.get(entry.number, self._treatment)

    def _change(self, entry: IncomingCard, twin: Twin, how: Treatment) -> None:
        """Put what a row adds to a card, or to an earlier row; or in place of what is there."""
        if not twin.card:
            before = self._made.get(twin.number)
            if before is None:
                return
        else:
            before = self._changed.get(twin.card) or TakenCard(entry, {}, card=twin.card)
        card = self._book.cards.get(twin.card)
        there: Value = card.value if card else {}
        new = _news(entry.value, there, how)
        before.value = (
            {**before.value, **new} if how is Treatment.UPDATE else {**new, **before.value}
        )
        if how is Treatment.UPDATE or not there.get("partner"):
            names = {folded(self._book.cards.name(part)) for part in there.get("partner", ())}
            more = [one for one in entry.organisations if folded(one) not in names]
            before.organisations = tuple(dict.fromkeys((*before.organisations, *more)))
        if twin.card and (before.value or before.organisations):
            self._changed[twin.card] = before

    def _along(self, contacts: Iterable[TakenCard]) -> list[TakenCard]:
        """The partners that contacts name and that are not in the file themselves.

        One that is in the garden already is left alone, unless what is there already may change.
        """
        made = self._made.values()
        coming = {folded(deed.entry.name) for deed in made if deed.entry.kind == PARTNER}
        missing: dict[str, TakenCard] = {}
        for name in chain.from_iterable(deed.organisations for deed in contacts):
            key = folded(name)
            if key in coming or key in missing or self._book.cards.same_name(PARTNER, name):
                continue
            along = self._plan.organisations[key]
            missing[key] = TakenCard(along, dict(along.value))
        for entry in self._plan.entries:
            how = self._how(entry)
            if entry.kind == CONTACT and how in (Treatment.FILL, Treatment.UPDATE):
                self._change_first(entry, how)
        return list(missing.values())

    def _change_first(self, entry: IncomingCard, how: Treatment) -> None:
        """Let the first organisation of a person, which is in the garden, say what the row does."""
        there = self._book.cards.same_name(PARTNER, (entry.organisations or ("",))[0])
        if there and entry.about:
            along = self._plan.organisations[folded(entry.organisations[0])]
            told = replace(along, value=entry.about)
            self._change(told, Twin(False, there[0].id), how)


def _news(said: Value, there: Value, how: Treatment) -> dict[str, Any]:
    """What a row says that a card does not say, or says otherwise where it is to be replaced."""
    update = how is Treatment.UPDATE
    return {id: p for id, p in said.items() if not there.get(id) or (update and there[id] != p)}


def left_behind(
    book: Workbook,
    plan: Plan,
    wanted: Iterable[TakenCard],
    treatment: Treatment = Treatment.SKIP,
    single: Mapping[int, Treatment] | None = None,
) -> list[Unreadable]:
    """What is read and would stand on no card afterwards: its line, and a sentence.

    Of a row that is there already and left out as a whole nothing is said here.
    """
    told = _Told(book, wanted)
    found = list(plan.aside)
    for entry in plan.entries:
        if entry.twin is None or (single or {}).get(entry.number, treatment) is not Treatment.SKIP:
            found += (Unreadable(entry.line, sentence) for sentence in told.lost(entry))
    return sorted(found, key=lambda one: one.line)


class _Told:
    """What the cards would say afterwards."""

    def __init__(self, book: Workbook, wanted: Iterable[TakenCard]) -> None:
        self._book = book
        self._said: dict[str | int, dict[str, Any]] = {}
        self._partners: dict[str, dict[str, Any]] = {}
        for deed in wanted:
            said = {**self._there(deed.card), **deed.value}
            if deed.entry.kind == PARTNER:
                card = book.cards.get(deed.card)
                name = book.cards.title(card) if card else deed.entry.name
                self._partners.setdefault(folded(name), said)
            else:
                named = map(book.cards.name, said.get("partner", ()))
                said["partner"] = {folded(name) for name in (*named, *deed.organisations)}
            self._said[deed.card or deed.entry.number] = said

    def _there(self, card: str) -> Value:
        found = self._book.cards.get(card)
        return found.value if found else {}

    def lost(self, entry: IncomingCard) -> Iterator[str]:
        """What an entry says that none of them does."""
        twin = entry.twin
        own = self._said.get(entry.number) or {}
        if not own and twin:
            own = self._said.get(twin.card or twin.number) or dict(self._there(twin.card))
        lost = {id: part for id, part in entry.value.items() if own.get(id) != part}
        if entry.kind == CONTACT and not {*map(folded, entry.organisations)} <= self._places(own):
            lost["partner"] = entry.organisations
        if lost:
            fields = self._labels(entry.kind, lost)
            yield ReadingWords.THERE_ALREADY.format(fields=fields, name=entry.name)
        if not entry.about:
            return
        if not entry.organisations:
            yield ReadingWords.NO_PLACE.format(fields=self._labels(PARTNER, entry.about))
            return
        name = entry.organisations[0]
        there = self._book.cards.same_name(PARTNER, name)
        known = self._partners.get(folded(name))
        said = known if known is not None else (there[0].value if there else {})
        lost = {id: part for id, part in entry.about.items() if said.get(id) != part}
        if lost:
            sentence = ReadingWords.THERE_ALREADY if known else ReadingWords.KNOWN_PARTNER
            yield sentence.format(fields=self._labels(PARTNER, lost), name=name)

    def _places(self, said: Value) -> set[str]:
        """The partners of a contact, by folded names."""
        found = said.get("partner", ())
        return (
            found if isinstance(found, set) else {folded(self._book.cards.name(p)) for p in found}
        )

    def _labels(self, kind: str, said: Value) -> str:
        fields = self._book.guide.forms[kind].fields
        return ", ".join(fields[id].label for id in said)


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
    filled: list[tuple[Card, Value]] = []
    with book.together():
        matching.remember(book, plan.incoming, plan.fields)
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
) -> tuple[Card, Value]:
    """The card as it is now, and what the fields that were written said before."""
    card = book.cards[deed.card]
    value: dict[str, Any] = dict(deed.value)
    if deed.entry.kind == CONTACT:
        links = _links(book, deed, partners)
        if links:
            value["partner"] = [*dict.fromkeys((*card.value.get("partner", ()), *links))]
        if not card.value.get("quelle"):
            value["quelle"] = source
    if any(card.value.get(id) for id in value):
        book.keep_former(card)
    filled = book.cards.set(card.id, **value)
    former = {id: card.value.get(id) for id in value}
    for id, before in former.items():
        book.undoing.note(CardState(book.cards, card.id, id), before, filled.value.get(id))
    return filled, former


def _links(book: Workbook, deed: TakenCard, partners: Mapping[str, str]) -> list[str]:
    """The partners a contact is linked to."""
    links = []
    for name in deed.organisations:
        there = [card.id for card in book.cards.same_name(PARTNER, name)][:1]
        links += [partners[folded(name)]] if folded(name) in partners else there
    return links


# Taking back in a later run


def note(
    book: Workbook, what: str, new: Iterable[Card], filled: Iterable[tuple[Card, Value]]
) -> None:
    """Remember an import in place of the one before: its name, its cards, the fields it wrote."""
    filled = list(filled)
    kept = {
        "what": what,
        "new": {card.id: _mark(card) for card in new},
        "filled": {card.id: {id: card.value.get(id) for id in former} for card, former in filled},
        "former": {card.id: {id: p for id, p in former.items() if p} for card, former in filled},
    }
    book.remember(LAST, kept, common=True)


def take_back(book: Workbook) -> str:
    """Take the last import back; what somebody has gone on writing stays.

    Returns:
        What was done, in German; empty when there is none to take back.

    Raises:
        ReadOnly: Another program is the one that writes.
    """
    kept: dict[str, Any] = book.common(LAST, {**_PATTERN, **_FORMER})
    if not kept.keys() >= _PATTERN.keys():
        return ""
    former = kept.get("former", {})
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
                    book.cards.put_back(id, field, former.get(id, {}).get(field))
        book.remember(LAST, {}, common=True)
    sentence = words.BACK.format(what=kept["what"])
    return f"{sentence} {words.STAYED[stayed != 1].format(count=stayed)}" if stayed else sentence


def _mark(card: Card) -> str:
    """Tells whether a card still says the same."""
    text = json.dumps(card.value, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]
