"""The leaf of a card: what one wants to know of it before one calls, goes or writes, in lines.

A partnership, a partner and a contact have one. Each line is a fact that stands somewhere, and
leads there; what is not known has no line. Nothing confidential is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds, watering
from gartenjahr_tui.garden.ahead import (
    STEP_KINDS,
    Matter,
    of_partnership,
    step_about,
    step_open,
    thanks_open,
)
from gartenjahr_tui.garden.reading import Read
from gartenjahr_tui.garden.round_advice import look_told
from gartenjahr_tui.garden.targets import ToCard, ToField
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.leaf import LeafWords as words
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.workbook.dates import briefly, day_of, from_today, german, no_day, shown_date
from gartenjahr_tui.workbook.values import history, shown_day, value_text

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import CardForm
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

MOST = 3
"""Lines about several things of one kind; the card has them all."""

LONGEST = 98
"""Characters of a line: two rows of a small window. All of it stands where the line leads."""


GOING_ON: kinds.Way = "weiter"
"""The decision that changes nothing, so that nobody has to be told of it."""


@dataclass(frozen=True)
class LeafLine:
    """A fact.

    Attributes:
        label: What it is about; the same in lines that belong together.
        text: What is known.
        target: Where it stands.
        bare: Whether a card has it from its very beginning: alone it is not worth a page.
    """

    label: str
    text: str
    target: ToField | ToCard
    bare: bool = False


def lines(book: Workbook, card: Card, longest: int = LONGEST) -> list[LeafLine]:
    """What is known of a card, each text cut where it is longer than so many characters.

    None for a card of another kind, one that is put away, and one on which nothing stands yet.
    """
    gather = _LEAVES.get(card.kind)
    if gather is None or card.deleted:
        return []
    found = list(gather(_Leaf(book, longest), card))
    return [] if all(line.bare for line in found) else found


def place(form: CardForm, field_id: str) -> tuple[str, str]:
    """Ids of the page and of the question a field stands in."""
    return next(
        (section.id, prompt.id)
        for section in form.sections
        for prompt in section.every
        if any(field.id == field_id for field in prompt.fields)
    )


def _joined(*parts: str, by: str = words.DOT) -> str:
    return by.join(filter(None, parts))


class _Leaf:
    """Gathers the lines of one card."""

    def __init__(self, book: Workbook, longest: int) -> None:
        self._book, self._cards, self._longest = book, book.cards, longest
        self._today = book.today

    # A card

    def of_partnership(self, card: Card) -> Iterator[LeafLine]:
        """Who, how far, what was last, what is next, what was said."""
        view = kinds.Partnership
        partners = self._cards.named(card, view.partners.id)
        for partner in partners:
            yield self._partner(partner)
        yield from self._few(self._people(partners), ToCard(partners[0].id) if partners else None)
        yield from self._us(card)
        yield from self._state(card, view.stages, words.STAGE)
        yield from self._state(card, view.growths, words.GROWTH)
        if view(card).decision != GOING_ON:
            yield from self._state(card, view.decisions, words.DECISION, words.ON)
        yield from self._met(card, *partners)
        yield from self._steps(card, *partners)
        yield from self._owed(self._for_it(card, partners))
        yield from self._few(self._agreements(card))
        yield from self._look([card])
        yield from self._voices([card])

    def of_partner(self, card: Card) -> Iterator[LeafLine]:
        """How to reach it and who is there, what grows together, what was last and is next."""
        view = kinds.Partner(card)
        yield from self._fact(
            words.REACH, _joined(view.phone, view.mail), card, kinds.Partner.phone
        )
        people, together = self._contacts(card), self._cards.naming(card.id, kinds.Partnership.KIND)
        alive = [each for each in together if kinds.Partnership(each).lives]
        yield from self._few(self._people([card]))
        yield from self._few(self._partnership(each) for each in alive)
        yield from self._state(card, kinds.Partner.images, words.IMAGE)
        yield from self._met(card)
        yield from self._rhythm(card)
        yield from self._steps(card)
        yield from self._thanks(card, *people)
        yield from self._few(
            line for each in alive for line in self._agreements(each, self._cards.title(each))
        )
        yield from self._look(alive)
        yield from self._voices(alive)

    def of_contact(self, card: Card) -> Iterator[LeafLine]:
        """Where they work and how to reach them, what was last, what is next."""
        view = kinds.Contact(card)
        yield from self._fact(words.FUNCTION, view.function, card, kinds.Contact.function)
        reach = _joined(view.phone, view.mail)
        yield from self._fact(words.REACH, reach, card, kinds.Contact.phone)
        partners = self._cards.named(card, kinds.Contact.partner.id)
        for partner in partners:
            yield self._partner(partner)
        yield from self._fact(words.NOTE, view.note, card, kinds.Contact.note)
        yield from self._met(card)
        yield from self._steps(card)
        yield from self._thanks(card)

    # Lines

    def _line(
        self, label: str, text: str, card: Card, field: Read[Any] | str, *, bare: bool = False
    ) -> LeafLine:
        id = field if isinstance(field, str) else field.id
        section, prompt = place(self._cards.form(card), id)
        target = ToField(card.id, section, prompt, id)
        return LeafLine(label, self._short(text), target, bare)

    def _short(self, text: str) -> str:
        return shortened(one_line(text), self._longest)

    def _fact(self, label: str, text: str, card: Card, field: Read[Any]) -> Iterator[LeafLine]:
        if text.strip():
            yield self._line(label, text, card, field)

    def _few(
        self, found: Iterable[LeafLine], rest: ToField | ToCard | None = None
    ) -> list[LeafLine]:
        """The first lines; how many more there are says a last one, and leads to where they are."""
        every = list(found)
        beyond = len(every) - MOST
        if beyond < 2:
            return every
        more = words.MORE.format(count=beyond)
        return [*every[:MOST], LeafLine(every[0].label, more, rest or every[MOST].target)]

    def _day(self, day: date) -> str:
        return briefly(day, self._today)

    # Who

    def _partner(self, card: Card) -> LeafLine:
        view = kinds.Partner(card)
        reach = (view.phone, view.mail)
        text = _joined(self._cards.title(card), *reach)
        return self._line(words.PARTNER, text, card, kinds.Partner.phone, bare=not any(reach))

    def _contacts(self, partner: Card) -> list[Card]:
        return self._cards.naming(partner.id, kinds.Contact.KIND)

    def _people(self, partners: Iterable[Card]) -> Iterator[LeafLine]:
        for card in dict.fromkeys(one.id for each in partners for one in self._contacts(each)):
            contact = self._cards[card]
            view, name = kinds.Contact(contact), self._cards.title(contact)
            if view.function:
                name = words.PERSON.format(name=name, function=view.function)
            text = _joined(name, view.phone, view.mail)
            bare = not (view.function or view.phone or view.mail)
            yield self._line(words.CONTACT, text, contact, kinds.Contact.phone, bare=bare)

    def _us(self, card: Card) -> Iterator[LeafLine]:
        view = kinds.Partnership(card)
        carers = ", ".join(filter(None, view.carers))
        stand_in = words.STAND_IN.format(name=view.stand_in) if view.stand_in else ""
        text = _joined(carers, stand_in)
        yield from self._fact(words.US, text, card, kinds.Partnership.carers)

    def _partnership(self, card: Card) -> LeafLine:
        growth = self._cards.form(card).fields[kinds.Partnership.growth.id]
        view = kinds.Partnership(card)
        text = _joined(self._cards.title(card), growth.state_label(view.growth))
        return LeafLine(words.PARTNERSHIP, self._short(text), ToCard(card.id))

    # How far

    def _state(
        self, card: Card, read: Read[Any], label: str, sentence: str = words.SINCE
    ) -> Iterator[LeafLine]:
        """The present state of a history, and since when it is so."""
        field = self._cards.form(card).fields[read.id]
        entries = history(field, card.value)
        if not entries:
            return
        state, day, said = entries[0][field.current], "", no_day(entries[0].get("am"))
        for entry in entries:
            if entry[field.current] != state:
                break
            day = shown_day(entry) or day
        text = field.state_label(state)
        if day:
            text = sentence.format(state=text, day=shown_date(day))
        elif said:
            text = words.SAID_WHEN.format(state=text, said=said)
        begun = len(entries) == 1 and state == field.start
        yield self._line(label, text, card, read, bare=begun)

    def _rhythm(self, card: Card) -> Iterator[LeafLine]:
        view = kinds.Partner(card)
        if max(view.ideal_days, view.most_days, view.winter_days) > 0:
            # Asked of this partner alone: nothing may have to be looked through for all of them.
            seen = watering.last_seen(self._cards, card)
            since, *wanted = watering.tell(self._cards, card, seen)
            text = _joined(since, *wanted[:1])
            yield from self._fact(words.RHYTHM, text, card, kinds.Partner.most_days)

    # What was last

    def _met(self, *about: Card) -> Iterator[LeafLine]:
        """The latest encounter that is not in the future, of a card or of those that belong to it.

        They come the latest first.
        """
        tomorrow = (self._today + timedelta(days=1)).isoformat()
        latest = ""
        found = None
        for card in about:
            for encounter in self._cards.naming(card.id, kinds.Encounter.KIND):
                day = str(encounter.value.get(kinds.Encounter.on.id, ""))
                if day < tomorrow and day_of(day):
                    if day > latest:
                        latest, found = day, encounter
                    break
        if found is None:
            return
        view, form = kinds.Encounter(found), self._cards.form(found)
        meeting = form.fields[kinds.Encounter.meeting.id].option(view.meeting)
        with_whom = ", ".join(map(self._cards.name, view.people))
        what = view.occasion or (meeting.label if meeting else "") or view.said
        text = _joined(self._day(day_of(latest) or self._today), what, with_whom)
        yield self._line(words.MET, text, found, kinds.Encounter.occasion)

    # What is next

    def _steps(self, card: Card, *partners: Card) -> list[LeafLine]:
        """What was agreed on and is not done: the earliest day first, what has none last.

        Of a partner of a partnership, what belongs to no other one.
        """
        cards = self._cards
        near = [card]
        if card.kind == kinds.Partner.KIND:
            near += cards.naming(card.id, kinds.Partnership.KIND)
        found = {c.id: c for each in near for k in STEP_KINDS for c in cards.naming(each.id, k)}
        for partner in partners:
            for other in cards.naming(partner.id, kinds.Encounter.KIND):
                if not kinds.Step(other).partnerships:
                    found[other.id] = other
        steps = [one for one in found.values() if step_open(cards, one)]
        steps.sort(key=lambda one: kinds.Step(one).until or date.max)
        return self._few(self._step(one, card) for one in steps)

    def _step(self, card: Card, seen_from: Card) -> LeafLine:
        view, cards = kinds.Step(card), self._cards
        text = one_line(view.step) or due_words.STEP
        about = [one for one in step_about(cards, card) if one.id != seen_from.id]
        if about and seen_from.kind != kinds.Partnership.KIND:
            text = words.OF.format(what=text, title=", ".join(map(cards.title, about)))
        when = no_day(card.value.get(kinds.Step.until.id))
        if view.until:
            when = self._when(view.until, words.OVERDUE, words.TODAY, words.UNTIL)
        text = words.STEP_WHEN.format(when=when, what=text) if when else text
        return self._line(words.STEP, text, card, kinds.Step.step)

    def _when(self, day: date, past: str, today: str, ahead: str) -> str:
        sentence = (past, today, ahead)[(day >= self._today) + (day > self._today)]
        return sentence.format(day=from_today(day, self._today))

    def _thanks(self, *to: Card) -> list[LeafLine]:
        kind = kinds.Thanks.KIND
        return self._owed(thanks for one in to for thanks in self._cards.naming(one.id, kind))

    def _for_it(self, card: Card, partners: Iterable[Card]) -> Iterator[Card]:
        """Thanks for a partnership and its harvests, and to its partners for nothing else."""
        naming, kind = self._cards.naming, kinds.Thanks.KIND
        for one in (card, *naming(card.id, kinds.Harvest.KIND)):
            yield from naming(one.id, kind)
        for partner in partners:
            for thanks in naming(partner.id, kind):
                view = kinds.Thanks(thanks)
                if not (view.harvest or view.partnership):
                    yield thanks

    def _owed(self, found: Iterable[Card]) -> list[LeafLine]:
        cards = self._cards
        owed = {card.id: card for card in found if thanks_open(cards, card)}
        return self._few(map(self._one_thanks, owed.values()))

    def _one_thanks(self, card: Card) -> LeafLine:
        view = kinds.Thanks(card)
        who = ", ".join(map(self._cards.name, (*view.people, *view.organisation)))
        what = self._cards.title(card)
        text = words.WHOM.format(who=who, what=what) if who else what
        return self._line(words.THANKS, text, card, kinds.Thanks.state)

    def _agreements(self, card: Card, title: str = "") -> Iterator[LeafLine]:
        """Those that run, and those that ran out and still remind; the earliest end first."""
        found = (one for one in of_partnership(card) if one.matter is Matter.AGREEMENT)
        running = [one for one in found if one.is_open(self._today)]
        for one in sorted(running, key=lambda one: one.day or date.max):
            what = one.name or due_words.AGREEMENT
            what = words.OF.format(what=what, title=title) if title else what
            when = one.day and self._when(one.day, words.RAN_OUT, words.RUNS_OUT, words.RUNS)
            yield self._line(words.AGREEMENT, _joined(what, when or one.said), card, one.field)

    # What was said

    def _look(self, partnerships: Iterable[Card]) -> Iterator[LeafLine]:
        """The latest look of a check-in in three lines."""
        cards = self._cards
        looks = [look for each in partnerships if (look := look_told(cards, each))]
        look = max(looks, key=lambda one: kinds.Checkup(one).on or date.min, default=None)
        if look is None:
            return
        rounds = cards.named(look, kinds.Checkup.round.id)
        label = words.LOOK.format(title=cards.title(rounds[0] if rounds else look))
        view = kinds.Checkup(look)
        for field, sentence, text in (
            (kinds.Checkup.good, words.GOOD, view.good),
            (kinds.Checkup.bad, words.BAD, view.bad),
            (kinds.Checkup.change, words.CHANGE, view.change),
        ):
            if text.strip():
                yield self._line(label, sentence.format(text=text), look, field)

    def _voices(self, partnerships: Iterable[Card]) -> list[LeafLine]:
        """What partners and others said: what was noted, then what came back in packets."""
        found = [line for each in partnerships for line in self._noted(each)]
        return self._few([*found, *(line for each in partnerships for line in self._told(each))])

    def _noted(self, card: Card) -> Iterator[LeafLine]:
        said = [entry for entry in kinds.Partnership(card).voices if entry.said]
        for entry in sorted(said, key=lambda one: one.on or date.min, reverse=True):
            who = _joined(entry.role, german(entry.on) if entry.on else entry.when, by=", ")
            yield self._voice(entry.said, who, card, kinds.Partnership.voices.id)

    def _told(self, card: Card) -> Iterator[LeafLine]:
        book, prompts = self._book, self._cards.form(card).prompts
        names = {voice.id: voice.name for voice in book.voices}
        for answer in book.views_of_cards(book.newest_year):
            prompt = prompts.get(answer.key.prompt)
            if answer.key.subject != card.id or prompt is None or prompt.guarded or prompt.own:
                continue
            if text := value_text(prompt, answer.value, self._cards.name):
                who = names.get(answer.key.voice, "")
                yield self._voice(text, who, card, prompt.fields[0].id)

    def _voice(self, text: str, who: str, card: Card, field_id: str) -> LeafLine:
        room = max(20, self._longest - len(who) - len(words.SAID_BY))
        said = shortened(one_line(text), room)
        sentence = words.SAID_BY if who else words.SAID
        return self._line(words.VOICES, sentence.format(text=said, who=who), card, field_id)


_LEAVES: dict[str, Callable[[_Leaf, Card], Iterator[LeafLine]]] = {
    kinds.Partnership.KIND: _Leaf.of_partnership,
    kinds.Partner.KIND: _Leaf.of_partner,
    kinds.Contact.KIND: _Leaf.of_contact,
}

KINDS = tuple(_LEAVES)
"""Kinds of card that have a leaf."""
