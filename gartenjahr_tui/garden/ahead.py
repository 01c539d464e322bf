"""What lies ahead in the garden, and what of it is still open: one answer for whoever asks.

The due list, the calendar, the reports and the rounds each look as far as they need to; whether
something still counts is decided here. Whatever lies back further than :data:`PAST` is history;
what has no mark for „done“ is let go after :data:`RUN_OUT` days.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.reading import CardView, Dated, Read
from gartenjahr_tui.garden.recurring import next_day
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.dates import day_of, no_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Answer, Card

PAST = 366
"""Days after which what was not done is history."""

HEARD = 28
"""Days after which criticism reminds of itself, until it stands there what became of it."""

RUN_OUT = 90
"""Days after which what has no mark for „done“ reminds no more."""

HARVEST_HOUR, ALLIANCES = "ernten.zeit", "saeen.buendnis"
"""Questions of the guide whose answers name a day."""

STEP_KINDS = (kinds.Checkup.KIND, kinds.Encounter.KIND, kinds.Seed.KIND)
"""Kinds of card that hold a next step."""


Matter = Enum(
    "Matter",
    "STEP MILESTONE TASK AGREEMENT EVALUATION NEXT_LEVEL END MEETING FEAST FEAST_TASK HARVEST_HOUR "
    "TALK FAREWELL KNOCK CRITICISM RECURRING ENCOUNTER",
)
"""What it is that lies ahead."""


@dataclass(frozen=True)
class Ahead:
    """Something that has its day, or should have.

    Attributes:
        matter: What it is.
        card: The card it stands on.
        field: Id of the field it stands in.
        day: Its day; None when there is none.
        name: What it is called there, in one line; may be empty.
        done: Whether it is marked as done.
        last: The last day on which it counts: then it is put off to another day, or what it is for
            is over. None where there is no such day.
        place: Which of the entries of its list it is, from 0.
        said: When it is to be, in the words of who wrote it, where that is no day.
    """

    matter: Matter
    card: Card
    field: str
    day: date | None
    name: str = ""
    done: bool = False
    last: date | None = None
    place: int = 0
    said: str = ""

    @property
    def listed(self) -> bool:
        """Whether it is an entry of a list, one of several on its card."""
        return self.matter in _LISTS or self.matter in (Matter.FEAST_TASK, Matter.CRITICISM)

    def is_open(self, today: date) -> bool:
        """Whether it still counts on a day."""
        gone = self.day is not None and (today - self.day).days > _REMAINS.get(self.matter, 0)
        return not (self.done or self.dropped(today) or gone)

    def dropped(self, today: date) -> bool:
        """Whether it was put off to another day by then, or what it was for is over."""
        return self.last is not None and self.last < today


_LISTS: dict[Matter, Read[tuple[Dated[str], ...]]] = {
    Matter.MILESTONE: kinds.Partnership.milestones,
    Matter.TASK: kinds.Partnership.tasks,
    Matter.AGREEMENT: kinds.Partnership.agreements,
    Matter.EVALUATION: kinds.Partnership.goals,
    Matter.NEXT_LEVEL: kinds.Partnership.looks_back,
}
"""The dated lists of a partnership."""

_REMAINS = {
    **dict.fromkeys((Matter.STEP, Matter.MILESTONE, Matter.FEAST_TASK), PAST),
    **dict.fromkeys((Matter.TALK, Matter.KNOCK, Matter.CRITICISM), PAST),
    # What recurs has its next day again as soon as the present one is over.
    Matter.RECURRING: PAST,
    **dict.fromkeys((Matter.TASK, Matter.AGREEMENT, Matter.EVALUATION, Matter.NEXT_LEVEL), RUN_OUT),
    Matter.FAREWELL: RUN_OUT,
}
"""How many days after its day something is still open."""


def of_partnership(card: Card) -> list[Ahead]:
    """What stands in the dated lists of a partnership, its end; its farewell once it is over."""
    return list(_of_partnership(card, kinds.Partnership(card)))


def _of_partnership(card: Card, view: kinds.Partnership) -> Iterator[Ahead]:
    if view.lives:
        for matter, field in _LISTS.items():
            yield from _in_list(matter, card, field)
        yield from _on_card(Matter.END, card, kinds.Partnership.end)
        yield from _criticism(card, view)
    talk = view.talk
    unspoken = talk is not None and talk.state == "noch-nicht"
    if talk and unspoken:
        field_id = (kinds.Partnership.decisions if view.lives else kinds.Partnership.end_talked).id
        day = talk.day or (local_day(card.changed_at) if card.changed_at else None)
        yield from _at(Matter.TALK, card, field_id, day)
    if not view.lives:
        yield from _farewell(card, view, unspoken=unspoken)


def _criticism(card: Card, view: kinds.Partnership) -> Iterator[Ahead]:
    """What was criticised, and when it begins to remind of itself."""
    for entry in view.voices:
        if entry.critical == "ja" and entry.on and entry.on.year < date.max.year:
            day = entry.on + timedelta(days=HEARD)
            name, field = one_line(entry.role), kinds.Partnership.voices.id
            yield Ahead(Matter.CRITICISM, card, field, day, name, done=not entry.waits)


FAREWELL: tuple[Read[Any], ...] = (
    *(kinds.Partnership.end_talked, kinds.Partnership.end_why, kinds.Partnership.remains),
    *(kinds.Partnership.thanking, kinds.Partnership.former_thanks),
    *(kinds.Partnership.door, kinds.Partnership.lessons),
)
"""What is asked at the end of a partnership; once any of it is answered, nothing reminds of it."""


def _farewell(card: Card, view: kinds.Partnership, *, unspoken: bool) -> Iterator[Ahead]:
    """What an ended partnership still asks for; while the talk is to come, that goes before."""
    begun = unspoken or any(field.id in card.value for field in FAREWELL)
    field_id = kinds.Partnership.end_talked.id
    yield from _at(Matter.FAREWELL, card, field_id, view.ended_on, done=begun)
    if view.door_open:
        day = view.knock_on or a_year_after(view.ended_on)
        done = view.knock_state == "erledigt"
        yield from _at(Matter.KNOCK, card, kinds.Partnership.knock_on.id, day, done=done)


def a_year_after(day: date | None) -> date | None:
    """A year after a day, if it is known and the calendar goes on so far."""
    return day + timedelta(days=365) if day and day.year < date.max.year else None


def _at(
    matter: Matter, card: Card, field_id: str, day: date | None, *, done: bool = False
) -> Iterator[Ahead]:
    """Something the day of which stands in another field."""
    if day:
        yield Ahead(matter, card, field_id, day, done=done)


def _on_card(matter: Matter, card: Card, field: Read[date | None]) -> Iterator[Ahead]:
    if part := card.value.get(field.id):
        yield Ahead(matter, card, field.id, field.fit(part), said=no_day(part))


def _in_list(
    matter: Matter, card: Card, field: Read[tuple[Dated[str], ...]], over: date | None = None
) -> Iterator[Ahead]:
    for place, entry in enumerate(field.of(CardView(card))):
        # A postponed one keeps its place with a new day; the old day is nothing to remind of.
        put_off = entry.day if entry.state == "verschoben" else None
        last = min(filter(None, (over, put_off)), default=None)
        name, said = one_line(entry.name), no_day(entry.kept)
        done = entry.state in ("erreicht", "erledigt")
        yield Ahead(matter, card, field.id, entry.day, name, done, last, place, said)


def _of_partner(card: Card) -> list[Ahead]:
    return list(_on_card(Matter.MEETING, card, kinds.Partner.next_meeting))


def _of_feast(card: Card) -> list[Ahead]:
    tasks = _in_list(Matter.FEAST_TASK, card, kinds.Feast.tasks, kinds.Feast(card).on)
    return [*_on_card(Matter.FEAST, card, kinds.Feast.on), *tasks]


_ON_CARDS = {
    kinds.Partnership.KIND: of_partnership,
    kinds.Partner.KIND: _of_partner,
    kinds.Feast.KIND: _of_feast,
}
"""Kind of card → what has a day on such a card."""


def on_cards(cards: Cards) -> Iterator[Ahead]:
    """All that has a day in a garden but the steps, which are many: see :func:`steps_near`."""
    for kind, read in _ON_CARDS.items():
        known = cards.each(kind, read)
        for card in cards.of(kind):
            yield from known.get(card.id, ())
    today = cards.today()
    yield from _arranged(cards, today)
    for card in cards.of(kinds.Recurring.KIND):
        yield from _at(Matter.RECURRING, card, kinds.Recurring.on.id, next_day(card, today))


def _arranged(cards: Cards, today: date) -> Iterator[Ahead]:
    """Encounters that were noted before their day; the many that have been come after these."""
    field = kinds.Encounter.on.id
    for card in cards.of(kinds.Encounter.KIND):
        view = kinds.Encounter(card)
        if view.on is None:
            continue
        if view.on < today:
            return
        if card.made_on and card.made_on < view.on:
            partners = map(cards.title, cards.named(card, kinds.Encounter.partners.id))
            name = one_line(view.occasion) or ", ".join(partners)
            yield Ahead(Matter.ENCOUNTER, card, field, view.on, name)


# Answers


@dataclass(frozen=True)
class DayInAnswer:
    """A day that was named in an answer of the newest garden year.

    Attributes:
        matter: What it is.
        answer: The answer.
        day: The day.
        name: What it is called there; may be empty.
    """

    matter: Matter
    answer: Answer
    day: date
    name: str = ""


def in_answers(book: Workbook) -> Iterator[DayInAnswer]:
    """The next hour for the harvest, and the next meeting of each alliance; each day once."""
    seen = set()
    for matter, id in ((Matter.HARVEST_HOUR, HARVEST_HOUR), (Matter.MEETING, ALLIANCES)):
        for voice in book.voices:
            answer = book.answer(id, book.newest_year, voice)
            for name, kept in _days_in(book, answer):
                day = day_of(kept)
                if day and (matter, day, name) not in seen:
                    seen.add((matter, day, name))
                    yield DayInAnswer(matter, answer, day, name)


def _days_in(book: Workbook, answer: Answer) -> Iterator[tuple[str, Any]]:
    """The names and days that stand in such an answer."""
    yield "", answer.value.get("naechste")
    for field in book.guide.prompts[answer.key.prompt].fields:
        topic = field.column("feld")
        for entry in answer.value.get(field.id, ()) if topic else ():
            label = topic.option(entry.get("feld", "")) if topic else None
            yield (
                one_line(entry.get("name") or (label.label if label else "")),
                entry.get("naechstes"),
            )


# Steps


def step(card: Card) -> Ahead:
    """The next step that stands on a card."""
    view, until = kinds.Step(card), kinds.Step.until.id
    said = no_day(card.value.get(until))
    return Ahead(Matter.STEP, card, until, view.until, one_line(view.step), said=said)


def steps_near(cards: Cards, first: date, last: date) -> Iterator[Ahead]:
    """The steps from one day to another that are not done, and those for what is no day."""
    for kind in STEP_KINDS:
        planned: Mapping[str, date | str] = cards.each(kind, _planned)
        for id, when in planned.items():
            if isinstance(when, str) or first <= when <= last:
                yield step(cards[id])


def _planned(card: Card) -> date | str | None:
    """When a step is to be done that is not: its day, or the words of who wrote it."""
    view = kinds.Step(card)
    if view.state == "erledigt":
        return None
    return view.until or no_day(card.value.get(kinds.Step.until.id))


def step_open(cards: Cards, card: Card) -> bool:
    """Whether a card holds a next step that still counts.

    One of a partnership that has ended or is put away counts no more, unless it is one of another
    as well; nor does one of an idea that was discarded, or left behind in a former year.
    """
    view = kinds.Step(card)
    if view.state == "erledigt" or not (view.step or view.until):
        return False
    if card.kind == kinds.Seed.KIND and kinds.Seed(card).state == "verworfen":
        return False
    day = view.until or view.on
    if day and (cards.today() - day).days > PAST:
        return False
    partnerships = kinds.partnerships_of(cards, card)
    lives = any(kinds.Partnership(each).lives for each in partnerships)
    return (lives or not view.partnerships) and not left_behind(cards, card)


def step_about(cards: Cards, card: Card) -> list[Card]:
    """What a step belongs to: the partnerships, else the partners, or the idea itself."""
    if card.kind == kinds.Seed.KIND:
        return [card]
    return kinds.partnerships_of(cards, card) or cards.named(card, kinds.Encounter.partners.id)


def step_asked(cards: Cards, look: Card, partnership: Card) -> Card | None:
    """The card with the step a look asks about: the one agreed on last that was open then.

    It stays the same one after it was closed, so that the look never closes a second one.
    """
    begun = _instant(look.created_at)
    steps = (c for kind in STEP_KINDS for c in cards.naming(partnership.id, kind))
    found = (
        card
        for card in steps
        if card.id != look.id
        and kinds.Step(card).step
        and _instant(card.created_at) <= begun
        and (step_open(cards, card) or _instant(card.changed_at) >= begun)
    )
    return max(found, key=lambda card: kinds.Step(card).on or date.min, default=None)


def _instant(at: datetime | None) -> datetime:
    return at or datetime.min.replace(tzinfo=UTC)


# Thanks


def thanks_open(cards: Cards, card: Card) -> bool:
    """Whether a thanks is still to be spoken."""
    return kinds.Thanks(card).state == "offen" and not left_behind(cards, card)


# What was left behind

LEFT: dict[str, Read[str]] = {
    **dict.fromkeys(STEP_KINDS, kinds.WinterCard.steps),
    kinds.Thanks.KIND: kinds.WinterCard.thanks,
}
"""Kind of card → the question of an overwintering that decides whether it still reminds."""


def left_behind(cards: Cards, card: Card) -> bool:
    """Whether a step or a thanks was left behind in a former year and reminds no more."""
    question, changed = LEFT.get(card.kind), card.changed_at
    if question is None or changed is None:
        return False
    # Whoever takes the card up again later means it; the round itself may be corrected later, too.
    return any(
        question.of(view) == "nein"
        and (end := view.finished_on)
        and local_day(changed) <= end
        and done.changed_at
        and changed <= done.changed_at
        for done in cards.of(kinds.WinterCard.KIND)
        for view in [kinds.WinterCard(done)]
    )
