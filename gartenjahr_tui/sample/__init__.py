"""A sample garden to look around in: an invented library with three garden years.

What stands in it is data: the answers in ``garten.toml``, the cards in ``karten.toml``. Nothing
there is real, and it says so itself. The garden is made as a person would make it, day by day,
through the workbook alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from gartenjahr_tui.garden import library
from gartenjahr_tui.guide.tables import TomlTable, each, just, many, only, read_file, take, text
from gartenjahr_tui.store.errors import StoreError, WriteFailed
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.plain import Bookmark, Profile
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards

SOURCE = Path(__file__).parent / "garten.toml"
"""The answers of the sample."""

CARDS_SOURCE = Path(__file__).parent / "karten.toml"
"""The cards of the sample."""

ANSWERED = "beantwortet"
"""What ``stand`` means when it is missing."""

_MARKS = {"später": AnswerState.LATER, "passt nicht": AnswerState.NOT_HERE}

STANDS = (ANSWERED, "angefangen", *_MARKS)
"""What ``stand`` may say."""

HOUR_OF_SITTING = time(9, 30)
"""When in the day, UTC, the sittings take place."""

GAP = timedelta(hours=1)
"""Between two sittings at least, so that an answer taken up again keeps its former version."""

_LINK = "@"
"""Begins the local id of a card where another one names it."""

_YEAR = re.compile(r"\{([+-]?\d+)\}")


class SampleExists(StoreError):
    """There is a garden at that place already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"In „{folder}“ liegt schon ein Garten; er wurde nicht angerührt. Bitte für den "
            "Beispielgarten einen anderen Ordner wählen."
        )


@dataclass(frozen=True, slots=True)
class SampleAnswer:
    """One answer of a sitting; how far it is, is one of :data:`STANDS`."""

    prompt: str
    stand: str
    value: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person at the workbook on one day, and what they answered, in this order."""

    year: int
    voice: str
    day: date
    answers: tuple[SampleAnswer, ...]


@dataclass(frozen=True, slots=True)
class SampleCard:
    """A card of the living garden as it is made, or a later change to it.

    Attributes:
        id: Id of the card; the same whenever the sample is made.
        kind: Kind of a new card; empty for a change.
        day: The day.
        value: Field id → value, years and links filled in.
        more: Field id → what comes to the end of a list.
    """

    id: str
    kind: str
    day: date
    value: dict[str, Any]
    more: dict[str, list[Any]]


@dataclass(frozen=True, slots=True)
class SampleMark:
    """Where a person stopped: at the end of a field."""

    voice: str
    prompt: str
    field: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The whole sample for one current year; sittings and cards are in the order of time.

    There is a bookmark for each person; the last one is who writes next.
    """

    library: str
    facts: dict[str, str]
    voices: tuple[str, ...]
    sittings: tuple[Sitting, ...]
    cards: tuple[SampleCard, ...]
    bookmarks: tuple[SampleMark, ...]


def read_sample(current_year: int) -> Sample:
    """Read the sample for the garden year that stands as 0 in the files."""
    cards = read_file(CARDS_SOURCE, lambda table: _cards(table, current_year))
    return read_file(SOURCE, lambda table: _sample(table, current_year, cards))


def _sample(table: TomlTable, current_year: int, cards: tuple[SampleCard, ...] = ()) -> Sample:
    only(table, {"bibliothek", "angaben", "stimmen", "sitzung", "lesezeichen"})
    sittings = each(table, "sitzung", _sitting, current_year, needed=True)
    facts = take(table, "angaben", just(dict))
    return Sample(
        library=take(table, "bibliothek", text),
        facts={id: take(facts, id, text) for id in facts},
        voices=take(table, "stimmen", many(text)),
        sittings=tuple(sorted(sittings, key=lambda sitting: sitting.day)),
        cards=tuple(sorted(cards, key=lambda card: card.day)),
        bookmarks=each(table, "lesezeichen", _bookmark, needed=True),
    )


def _bookmark(raw: TomlTable) -> SampleMark:
    only(raw, {"person", "frage", "feld"})
    return SampleMark(*(take(raw, key, text) for key in ("person", "frage", "feld")))


def _sitting(raw: TomlTable, current_year: int) -> Sitting:
    only(raw, {"jahr", "tag", "person", "antwort"})
    return Sitting(
        year=current_year + take(raw, "jahr", just(int)),
        voice=take(raw, "person", text),
        day=_day(raw, current_year),
        answers=each(raw, "antwort", _answer, current_year, needed=True),
    )


def _answer(raw: TomlTable, current_year: int) -> SampleAnswer:
    only(raw, {"frage", "stand", "wert"})
    whole = {"stand": ANSWERED, "wert": {}, **raw}
    return SampleAnswer(
        take(whole, "frage", text), take(whole, "stand", text), _value(whole, "wert", current_year)
    )


def _cards(table: TomlTable, current_year: int) -> tuple[SampleCard, ...]:
    only(table, {"karte"})
    return each(table, "karte", _card, current_year, needed=True)


def _card(raw: TomlTable, current_year: int) -> SampleCard:
    only(raw, {"id", "art", "jahr", "tag", "wert", "dazu"})
    whole = {"art": "", "wert": {}, "dazu": {}, **raw}
    return SampleCard(
        id=card_id(take(whole, "id", text)),
        kind=take(whole, "art", text),
        day=_day(whole, current_year),
        value=_value(whole, "wert", current_year),
        more=_value(whole, "dazu", current_year),
    )


def _day(raw: TomlTable, current_year: int) -> date:
    day = take(raw, "tag", text)
    return date.fromisoformat(f"{current_year + take(raw, 'jahr', just(int)):04d}-{day}")


def _value(raw: TomlTable, key: str, current_year: int) -> dict[str, Any]:
    found: dict[str, Any] = _filled(take(raw, key, just(dict)), current_year)
    return found


def card_id(local: str) -> str:
    """The id of a card by the one it has in the file."""
    return uuid5(NAMESPACE_URL, f"gartenjahr-beispiel:{local}").hex


def _filled(part: Any, current_year: int) -> Any:
    """Put the numbers of years and the ids of cards into every text of a value."""
    if isinstance(part, str):
        if part.startswith(_LINK):
            return card_id(part.removeprefix(_LINK))
        if alone := _YEAR.fullmatch(part):
            return current_year + int(alone[1])
        return _YEAR.sub(lambda found: str(current_year + int(found[1])), part)
    if isinstance(part, list):
        return [_filled(item, current_year) for item in part]
    if isinstance(part, dict):
        return {key: _filled(item, current_year) for key, item in part.items()}
    return part


def make_sample(guide: Guide, paths: Paths, *, today: Callable[[], date] = date.today) -> None:
    """Make the sample garden and close it.

    The clock of the workbook is set to the day of each sitting and of each card, so that all look
    as old as they say they are; none is later than yesterday. The cards tell only what has happened
    by then: early in the year those of later months are left out.

    Raises:
        SampleExists: There is a garden already; it was not touched.
        StoreError: In one German sentence why not.
    """
    from gartenjahr_tui.garden.opening import open_garden

    if paths.file.exists():
        raise SampleExists(paths.folder)
    current_year = years.year_of(today(), 1)
    sample = read_sample(current_year)
    instants = _instants(sample.sittings, today())
    clock = instants[0]
    book = open_garden(guide, paths, today=today, now=lambda: clock)
    try:
        book.set_profile(Profile(library=sample.library))
        for id, said in sample.facts.items():
            library.put(book, id, said)
        book.rename_voice(sample.voices[0])
        for name in sample.voices[1:]:
            book.add_voice(name)
        for number in sorted({sitting.year for sitting in sample.sittings}):
            book.begin_year(number)
            if number != book.newest_year:
                book.correct(number)
        for sitting, instant in zip(sample.sittings, instants, strict=True):
            clock = instant
            _sit(book, sitting)
            _save(book)
        for day, entries in groupby(sample.cards, key=lambda card: card.day):
            if day >= today():
                break
            clock = datetime.combine(day, HOUR_OF_SITTING, UTC)
            for entry in entries:
                _grow(book.cards, entry)
            _save(book)
        book.look_at(current_year)
        for mark in sample.bookmarks:
            _stop_at(book, mark)
    finally:
        book.close()


def _instants(sittings: tuple[Sitting, ...], today: date) -> list[datetime]:
    """When each sitting takes place: on its day, or else in order just before today begins."""
    latest = datetime.combine(today, time.min, UTC)
    instants: list[datetime] = []
    for sitting in reversed(sittings):
        latest = min(datetime.combine(sitting.day, HOUR_OF_SITTING, UTC), latest - GAP)
        instants.append(latest)
    return instants[::-1]


def _sit(book: Workbook, sitting: Sitting) -> None:
    book.use_voice(next(voice for voice in book.voices if voice.name == sitting.voice))
    book.look_at(sitting.year)
    for answer in sitting.answers:
        prompt = book.guide.prompts[answer.prompt]
        if answer.value:
            book.put(prompt, answer.value, left=answer.stand == ANSWERED)
        if state := _MARKS.get(answer.stand):
            book.mark(prompt, state)


def _grow(cards: Cards, entry: SampleCard) -> None:
    if entry.kind:
        cards.plant(replace(cards.blank(entry.kind, entry.value), id=entry.id))
        return
    before = cards[entry.id].value
    longer = {field: [*before.get(field, ()), *items] for field, items in entry.more.items()}
    cards.set(entry.id, **entry.value, **longer)


def _save(book: Workbook) -> None:
    """Write what was entered on a day, so that a later change keeps it as a former version."""
    if not book.flush():
        raise WriteFailed(book.save_status.problem)


def _stop_at(book: Workbook, mark: SampleMark) -> None:
    book.use_voice(next(voice for voice in book.voices if voice.name == mark.voice))
    prompt = book.guide.prompts[mark.prompt]
    lines = str(book.answer(prompt.id).value.get(mark.field, "")).split("\n")
    book.set_bookmark(
        Bookmark(prompt.chapter, prompt.id, mark.field, len(lines) - 1, len(lines[-1]))
    )
