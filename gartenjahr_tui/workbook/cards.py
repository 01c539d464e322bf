"""The living garden: its cards, found by kind and by what they name, changed and put away.

Cards live in memory like the answers; every change goes to the saver at once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from copy import copy
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import uuid4

from gartenjahr_tui.guide.model import CardForm, Field, FieldKind, Guide, still_asked
from gartenjahr_tui.text import folded, one_line, sort_key
from gartenjahr_tui.words.garden import CardsWords as words
from gartenjahr_tui.workbook.dates import day_of, number_of, shown_date
from gartenjahr_tui.workbook.entry_ids import bare, day_column, entry_ids, lacks_ids, with_ids
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.undo import CardState, Deletion, Undoing
from gartenjahr_tui.workbook.values import (
    PROMISED,
    Value,
    current,
    fitted,
    is_card_id,
    links_of,
    normalise,
    rewritten,
    short_text,
    state_fields,
    state_in,
)

WorkedOut = TypeVar("WorkedOut")
Said = TypeVar("Said")
Key = TypeVar("Key")
Kept = TypeVar("Kept")

SortKey = tuple[int, str, str, int]
"""The day, the latest first, or 0; the name; the place in its kind: no two are alike."""

Reading = tuple[dict[str, Any], dict[str, None]]
"""What was read from cards of a kind, by their ids, and ids of those that are to be read again."""

Writes = Callable[[Card, Card], None]
"""Takes the card before and after a change, and sees that it is saved."""

Keeps = Callable[[Card], None]
"""Keeps what a card says now as a version."""

NO_GARDEN = "0" * 32
"""For cards that belong to no garden."""

REST = (11, 2)
"""First and last month of the time of rest, as long as nobody has chosen others."""


class Cards:
    """All cards of an open garden.

    Attributes:
        forms: The forms by kind.
        today: The calendar.
        rest: First and last month of the time of rest, in which a partner may wait longer.
        undoing: What was done in this run and can be taken back.
    """

    def __init__(
        self,
        guide: Guide,
        cards: Iterable[Card],
        write: Writes,
        *,
        today: Callable[[], date],
        now: Callable[[], datetime],
        keep: Keeps = lambda card: None,
        together: Callable[[], AbstractContextManager[None]] = nullcontext,
        garden: str = NO_GARDEN,
    ) -> None:
        """Take up the cards of a file.

        ``write`` is called for every change and may refuse it by raising ``PermissionError``;
        ``keep`` before text goes that was not there when a step was done; inside ``together``
        several changes are saved as one. ``garden`` is its UUID (hex).
        """
        self.forms = guide.forms
        self._garden = garden
        self._dated = {
            kind: [field for field in form.fields.values() if day_column(field)]
            for kind, form in guide.forms.items()
        }
        self.today = today
        self.rest = REST
        self._now = now
        self._write = write
        self._keep = keep
        self._states = {kind: state_fields(form) for kind, form in guide.forms.items()}
        self.undoing = Undoing(together)
        self._cards: dict[str, Card] = {}
        self._kinds: dict[str, dict[str, int]] = defaultdict(dict)
        self._naming: dict[str, dict[str, None]] = defaultdict(dict)
        self._sorted: dict[str, list[Card]] = {}
        self._titles: dict[str, dict[str, set[str]]] = {}
        self._sort_keys: dict[str, SortKey] = {}
        self._search_lines: dict[str, str] = {}
        self._figures: dict[str, dict[Hashable, Any]] = defaultdict(dict)
        self._readings: dict[str, dict[Callable[[Card], Any], Reading]] = defaultdict(dict)
        for card in cards:
            self._place(card)

    def rest_in(self, first: int, last: int) -> None:
        """Rest from this month to that; what was worked out for other months is worked out anew."""
        self.rest = (first, last)
        self._figures.clear()

    # Finding

    def form(self, card: Card) -> CardForm:
        """The form of a card."""
        return self.forms[card.kind]

    def get(self, id: str) -> Card | None:
        """The card of this id, also a deleted one; None when there is none."""
        return self._cards.get(id)

    def __getitem__(self, id: str) -> Card:
        """The card of this id.

        Raises:
            KeyError: There is none.
        """
        return self._cards[id]

    def __contains__(self, id: str) -> bool:
        return id in self._cards

    def all(self) -> list[Card]:
        """All cards, deleted ones too."""
        return list(self._cards.values())

    def of(self, kind: str) -> list[Card]:
        """The cards of a kind that are not deleted: by name, or the latest date first."""
        if kind not in self._sorted:
            found = [c for c in map(self._cards.__getitem__, self._kinds[kind]) if not c.deleted]
            self._sorted[kind] = sorted(found, key=self._sort_key)
        return self._sorted[kind]

    def within(self, kind: str, first: date, end: date) -> list[Card]:
        """The cards of a kind whose day lies from one day up to another, the latest first.

        For those without a day the one they were made on counts; of what is unknown, all may be.
        """
        every, field = self.of(kind), self.forms[kind].date
        undated, latest, earliest = (
            bisect_right(every, -day.toordinal(), key=lambda card: self._sort_key(card)[0])
            for day in (date.max, end, first)
        )
        days = ((card, self.day(card, field) or card.made_on) for card in every[:undated])
        found = [card for card, day in days if day is None or first <= day < end]
        return found + every[latest:earliest]

    def _sort_key(self, card: Card) -> SortKey:
        """Sorts by name, or the latest day first; what has none yet is still ahead, before all."""
        if card.id not in self._sort_keys:
            field = self.forms[card.kind].date
            day = self.day(card, field) or date.max
            latest_first = -day.toordinal() if field else 0
            name, place = self._given(card) or words.UNNAMED, self._kinds[card.kind][card.id]
            self._sort_keys[card.id] = (latest_first, *sort_key(name), place)
        return self._sort_keys[card.id]

    def deleted(self, kind: str) -> list[Card]:
        """The cards of a kind that are put away, the latest first."""
        found = [card for id in self._kinds[kind] if (card := self._cards[id]).deleted]
        return sorted(found, key=lambda card: str(card.changed_at), reverse=True)

    def naming(self, id: str, kind: str = "") -> list[Card]:
        """The cards that name this one, of one kind or of all; deleted ones left out."""
        found = {other: self._cards[other] for other in self._naming.get(id, ())}
        cards = [c for c in found.values() if not c.deleted and (not kind or c.kind == kind)]
        if len(cards) < 2:
            return cards
        kinds = list(self.forms)
        return sorted(cards, key=lambda card: (kinds.index(card.kind), self._sort_key(card)))

    def named(self, card: Card, field_id: str) -> list[Card]:
        """The cards of its kind a field of this one names, deleted ones left out."""
        field = self.forms[card.kind].fields.get(field_id)
        found = map(self._cards.get, card.value.get(field_id, ()) if field and field.of else ())
        return [c for c in found if c and field and c.kind == field.of and not c.deleted]

    def search(self, kind: str, text: str, most: int = 0, *, about: str = "") -> list[Card]:
        """Cards whose line holds all the words typed; those that begin so come first.

        Umlauts and case do not matter; 0 wants all, ``about`` only those that name this card.
        """
        wanted = folded(text).split()
        every = self.naming(about, kind) if about else self.of(kind)
        if not wanted:
            return every[:most] if most else every
        start: list[Card] = []
        within: list[Card] = []
        for card in every:
            line = self._search_line(card)
            if all(word in line for word in wanted):
                (start if line.startswith(wanted[0]) else within).append(card)
        found = start + within
        return found[:most] if most else found

    def _search_line(self, card: Card) -> str:
        """What the words typed are looked for in."""
        if card.id not in self._search_lines:
            line = " ".join((self.title(card), *self.line(card)))
            self._search_lines[card.id] = folded(line)
        return self._search_lines[card.id]

    def same_name(self, kind: str, name: str) -> list[Card]:
        """The cards of a kind with this very name, however it is written."""
        if kind not in self._titles:
            titles: dict[str, set[str]] = defaultdict(set)
            for card in self.of(kind):
                titles[folded(self._given(card))].add(card.id)
            self._titles[kind] = titles
        return [self._cards[id] for id in self._titles[kind].get(folded(name), ())]

    # Reading

    def title(self, card: Card) -> str:
        """What a card is called; one of a day without a name is called by whom it names."""
        return self._given(card) or self._called(card) or words.UNNAMED

    def _given(self, card: Card) -> str:
        """The name it was given."""
        return one_line(str(card.value.get(self.forms[card.kind].title, "")))

    def _called(self, card: Card) -> str:
        form = self.forms[card.kind]
        of = [id for id in form.line if form.fields[id].kind is FieldKind.CARDS]
        names = self._texts(form, card, of, self._given_name) if form.date else []
        day = shown_date(card.value.get(form.date))
        return ", ".join([*names, day] if names and day else names)

    def name(self, part: str) -> str:
        """What stands for a link: the name of the card, or the text itself."""
        return self._link(part, self.title)

    def _given_name(self, part: str) -> str:
        """The same by given names alone: cards called by each other would never come to an end."""
        return self._link(part, lambda card: self._given(card) or words.UNNAMED)

    def _link(self, part: str, called: Callable[[Card], str]) -> str:
        card = self._cards.get(part)
        if card is None:
            return words.GONE if is_card_id(part) else part
        return words.DELETED.format(name=called(card)) if card.deleted else called(card)

    def line(self, card: Card, ids: Iterable[str] | None = None) -> list[str]:
        """What stands beside its name in a list, by its form or in some fields.

        Where a state says it in words of its own, as the end of a partnership does, these stand
        there alone: how far it had come counts no more.
        """
        form = self.forms[card.kind]
        wanted = form.line if ids is None else tuple(ids)
        if wanted == form.line and (over := self._said(form, card)):
            return [over]
        return self._texts(form, card, wanted, self.name)

    def _texts(
        self, form: CardForm, card: Card, ids: Iterable[str], names: Callable[[str], str]
    ) -> list[str]:
        texts = (short_text(form.fields[id], card.value, names) for id in ids)
        return [text for text in texts if text]

    def _said(self, form: CardForm, card: Card) -> str:
        """How a state that has words of its own reads; empty when the card is in none."""
        for field, option in form.spoken_states:
            if current(field, card.value) == option.id:
                return option.said
        return ""

    def state(self, card: Card, field_id: str) -> str:
        """The present state of a history of a card; empty when there is none."""
        return current(self.forms[card.kind].fields[field_id], card.value)

    def day(self, card: Card, field_id: str) -> date | None:
        """A date of a card; None when there is none."""
        return day_of(card.value.get(field_id))

    def number(self, card: Card, field_id: str) -> float:
        """A number of a card; 0 when there is none."""
        return number_of(card.value.get(field_id))

    def once(self, what: Hashable, work_out: Callable[[], WorkedOut], *, of: str = "") -> WorkedOut:
        """What was worked out from the cards, kept until any of them changes; ``what`` names it.

        What looks at a single kind of cards says ``of`` which: others may change meanwhile.
        """
        known = self._figures[of]
        if what not in known:
            known[what] = work_out()
        figure: WorkedOut = known[what]
        return figure

    def each(self, kind: str, read: Callable[[Card], Said | None]) -> Mapping[str, Said]:
        """What is read from each card of a kind that is not deleted: its id → what it says.

        Only what has changed is read again, so ``read`` looks at nothing but the card; those of
        which it says nothing are left out. The order is none.
        """
        if read not in self._readings[kind]:
            self._readings[kind][read] = {}, dict.fromkeys(self._kinds[kind])
        known, unread = self._readings[kind][read]
        for card in map(self._cards.__getitem__, unread):
            said = None if card.deleted else read(card)
            if said:
                known[card.id] = said
            else:
                known.pop(card.id, None)
        unread.clear()
        return known

    def snapshot(self, write: Writes) -> Cards:
        """The cards as they stand now, to be read in another thread.

        ``write`` is called where somebody wants to change them nevertheless.
        """

        def copied() -> Cards:
            seen = copy(self)
            vars(seen).update(
                {n: copy(kept) for n, kept in vars(self).items() if type(kept) is dict}
            )
            seen._kinds, seen._naming = _copied(self._kinds), _copied(self._naming)
            seen._figures = _copied(self._figures)
            seen._write, seen._titles, seen._readings = write, {}, defaultdict(dict)
            return seen

        return self.once("snapshot", copied)

    def mark(self) -> object:
        """Another object as soon as any card has changed."""
        return self.once("mark", object)

    # Changing

    def blank(self, kind: str, value: Mapping[str, Any] | None = None) -> Card:
        """A card that is not in the garden yet: what it begins with, and what is given."""
        form = self.forms[kind]
        today = self.today().isoformat()
        start: Value = {}
        for field in still_asked(form.fields.values()):
            if field.start and field.current:
                start[field.id] = [{"am": today, field.current: field.start}]
            elif field.start:
                start[field.id] = today if field.kind is FieldKind.DATE else field.start
        full = normalise(form.fields.values(), {**start, **(value or {})})
        for field in self._dated[kind]:
            # What is taken over from another card is another entry here.
            if field.id in full:
                full[field.id] = [*map(bare, full[field.id])]
        return Card(uuid4().hex, kind, full, created_at=self._now())

    def copied(self, card: Card, **sources: str) -> Value:
        """What another card takes from a card, with the promises made where it was typed.

        ``sources``: field of the other card → the field of this one it is taken from.
        """
        form, promises = self.form(card), card.value.get(PROMISED, {})
        made = {id: promises.get(source) or form.promise(source) for id, source in sources.items()}
        value = {id: card.value.get(source) for id, source in sources.items()}
        return {**value, PROMISED: {id: promise for id, promise in made.items() if promise}}

    def add(self, kind: str, value: Mapping[str, Any] | None = None) -> Card:
        """Put a new card into the garden, with what is known already.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        return self.plant(self.blank(kind, value))

    def plant(self, card: Card) -> Card:
        """Put a card made by :meth:`blank` into the garden; see :meth:`add`."""
        self._change(replace(card, value={}), card)
        return self._cards[card.id]

    def put(self, id: str, fields: Iterable[Field], raw: Mapping[str, Any]) -> Card:
        """Take what stands in some fields of a card now, the others stay; it is saved by itself.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        before = self._cards[id]
        value = self._with_ids(before, rewritten(fields, before.value, raw))
        if value != before.value:
            self._change(before, replace(before, value=value))
            self._note_states(before, value)
        return self._cards[id]

    def _note_states(self, before: Card, value: Value) -> None:
        """Let a change of a state be taken back; at every key stroke, so it costs next to nothing.

        Words typed beside a state are no step; they go along with the one they belong to.
        """
        former = before.value
        changed = [f for f in self._states[before.kind] if former.get(f.id) != value.get(f.id)]
        if not changed:
            return
        new = [field for field in changed if state_in(field, former) != state_in(field, value)]
        with self.undoing.together() if new and len(changed) > 1 else nullcontext():
            for field in changed:
                spot = CardState(self, before.id, field.id)
                begins = field in new
                self.undoing.note(spot, former.get(field.id), value.get(field.id), begins=begins)

    def put_back(self, id: str, field_id: str, former: Any) -> None:
        """Put back what a field said, None for nothing; of what it says now, a version is kept."""
        before = self._cards[id]
        value = {key: part for key, part in before.value.items() if key != field_id}
        if former is not None:
            value[field_id] = former
        if isinstance(before.value.get(field_id), list):
            self._keep(before)
        self._change(before, replace(before, value=value))

    def set(self, id: str, **raw: Any) -> Card:
        """Change single fields of a card; see :meth:`put`."""
        form = self.form(self._cards[id])
        return self.put(id, (form.fields[name] for name in raw), raw)

    def note(self, id: str, field_id: str, state: str, reason: str = "") -> Card:
        """Add a new state to a history, dated today; the earlier ones stay."""
        card = self._cards[id]
        field = self.form(card).fields[field_id]
        text = next((c for c in field.columns if c.kind is FieldKind.TEXT), None)
        entry = {"am": self.today().isoformat(), field.current: state}
        if reason and text:
            entry[text.id] = reason
        return self.set(id, **{field_id: [*card.value.get(field_id, ()), entry]})

    def delete(self, id: str) -> None:
        """Put a card away; whoever names it keeps its name, and it can be taken back."""
        card = self._cards[id]
        self._change(card, replace(card, deleted=True))
        self.undoing.note(Deletion(self, id), card.deleted, after=True)

    def restore(self, id: str) -> Card:
        """Bring a deleted card back."""
        card = self._cards[id]
        self._change(card, replace(card, deleted=False))
        self.undoing.forget(Deletion(self, id))
        return self._cards[id]

    def take_rescued(self, card: Card) -> None:
        """Take a card that had been put aside in place of what stands in the file."""
        known = self._cards.get(card.id)
        # One that is new is of now, and not of all the years before.
        made = card.created_at or (known.created_at if known else self._now())
        before = known or replace(card, value={}, created_at=made)
        value = fitted(self.form(card).fields.values(), card.value)
        self._change(before, replace(card, value=value, created_at=made))

    def take_in(self, cards: Iterable[Card]) -> None:
        """Know the cards of the file that could not be known before."""
        for card in cards:
            if card.id not in self._cards:
                self._place(card)

    def entry_ids(self, card: Card, field: Field) -> list[str]:
        """The ids of the entries of a dated list of a card; see :mod:`.entry_ids`."""
        return entry_ids(self._garden, card.id, field, card.value.get(field.id, ()))

    def _with_ids(self, before: Card, value: Value) -> Value:
        """What is to stand on a card, with an id for each entry of its dated lists."""
        made, former = dict(value), before.value
        for field in self._dated[before.kind]:
            id = field.id
            # At every key stroke; an entry that was there before brings its id along.
            if lacks_ids(value.get(id, ())) and value[id] != former.get(id):
                born = f"{before.id}/{id}/{self._now()}"
                ids = self.entry_ids(before, field)
                made[id] = with_ids(value[id], former.get(id, ()), ids, born)
        return made

    def _change(self, before: Card, after: Card) -> None:
        value = self._with_ids(before, after.value)
        after = replace(after, value=value, changed_at=self._now())
        self._write(before, after)
        self._place(after)

    def _place(self, card: Card) -> None:
        form = self.forms.get(card.kind)
        if form is None:
            return
        for kind in ("", card.kind):
            self._figures[kind].clear()
        before = self._cards.get(card.id)
        self._cards[card.id] = card
        self._kinds[card.kind].setdefault(card.id, len(self._kinds[card.kind]))
        self._sort_in(before, card)
        for _, unread in self._readings[card.kind].values():
            unread[card.id] = None
        for id in (card.id, *self._naming.get(card.id, ())):
            self._search_lines.pop(id, None)
        old = links_of(form.links, before.value) if before else set()
        new = links_of(form.links, card.value)
        for id in old - new:
            self._naming[id].pop(card.id, None)
        for id in new - old:
            self._naming[id][card.id] = None
        titles = self._titles.get(card.kind)
        if titles is not None:
            if before:
                titles[folded(self._given(before))].discard(card.id)
            if not card.deleted:
                titles[folded(self._given(card))].add(card.id)

    def _sort_in(self, before: Card | None, card: Card) -> None:
        """Put a card in its place where its kind is sorted: a big garden is not sorted anew."""
        every = self._sorted.get(card.kind)
        if every is None:
            self._sort_keys.pop(card.id, None)
            return
        # Another list: somebody may be going through the one there was.
        self._sorted[card.kind] = every = every.copy()
        if before and not before.deleted:
            del every[bisect_left(every, self._sort_key(before), key=self._sort_key)]
        self._sort_keys.pop(card.id, None)
        if not card.deleted:
            insort(every, card, key=self._sort_key)


def _copied(places: dict[str, dict[Key, Kept]]) -> dict[str, dict[Key, Kept]]:
    return defaultdict(dict, {key: dict(ids) for key, ids in places.items()})
