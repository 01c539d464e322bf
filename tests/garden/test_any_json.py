"""Any JSON in any field: a garden opens all the same, and what it says can be read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlmodel import select

from gartenjahr_tui import models
from gartenjahr_tui.catalog import OUTLETS
from gartenjahr_tui.garden import due, figures, happened, home, leaf, overview, rings
from gartenjahr_tui.garden.changes import log
from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.garden.inspection import inspect
from gartenjahr_tui.garden.lists import lists_of, lists_with
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.garden.rounds import Round
from gartenjahr_tui.garden.search import Search
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.views import differences
from gartenjahr_tui.garden.watering import tell
from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind, Guide
from gartenjahr_tui.outlet import Unavailable
from gartenjahr_tui.store.glance import look
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.workbook.book import CORRECTIONS
from gartenjahr_tui.workbook.rows import fill_new
from tests.conftest import Clock

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

EACH = 2
"""Cards of each kind."""

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**13) | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)
"""What a former program, another one, or an archive put together by hand may have written."""


class Writer:
    """Fills fields with what fits, what does not, and what nearly does."""

    def __init__(self, random: Random, anything: list[Any], ids: list[str]) -> None:
        self._random = random
        self._anything = anything
        self._ids = ids

    def any(self) -> Any:
        return self._random.choice(self._anything)

    def _fit(self, field: Field) -> Any:
        match field.kind:
            case FieldKind.TEXT | FieldKind.LINE:
                return self._random.choice(["Grün", "Frau K., Kita Süd", "22. November"])
            case FieldKind.SCALE:
                return self._random.choice(SCALE_STEPS)
            case FieldKind.CHOICE:
                return self._random.choice(field.options).id
            case FieldKind.CHECKS:
                return [self._random.choice(field.options).id, self.any()]
            case FieldKind.ENTRIES:
                return [self.value(field.columns) for _ in range(2)] + [self.any()]
            case FieldKind.DATE:
                return f"2026-{self._random.choice(['07-01', '11-20', '11-22', '12-03', '13-40'])}"
            case FieldKind.NUMBER:
                return self._random.choice([0, 3, 2.5, "12"])
            case FieldKind.CARDS:
                return [self._random.choice(self._ids), self.any()]

    def value(self, fields: Any) -> dict[str, Any]:
        """Something in most fields; in every third what fits it least."""
        told = [field for field in fields if self._random.random() < 0.8]
        return {f.id: self._fit(f) if self._random.random() < 0.6 else self.any() for f in told}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, guide: Guide) -> Path:
    """A garden with cards of every kind, and an answer to every question in two years."""
    folder = tmp_path_factory.mktemp("garten")

    def fill(change: Transaction) -> None:
        fill_new(change, 2026, "MK")
        change.stamp(models.GardenYearRow(number=2025, starts_on=date(2025, 1, 1)))
        change.stamp(models.VoiceRow(name="AK", position=1))
        change.session.flush()
        years = change.session.exec(select(models.GardenYearRow)).all()
        people = change.session.exec(select(models.VoiceRow)).all()
        sitting, garden = UUID(int=0), change.garden.id
        for kind, form in guide.forms.items():
            for _ in range(EACH):
                card = change.stamp(models.CardRow(id=uuid4(), kind=kind, sitting=sitting))
                change.stamp(models.CardVersionRow(card_id=card.id, written_at=card.created_at))
            for id in form.prompts:
                change.stamp(_answer(id, years[0], people[0], card.id))
        for prompt in guide.prompts:
            for year, voice in (
                (years[0], people[0]),
                (years[0], people[1]),
                (years[1], people[0]),
            ):
                row = change.stamp(_answer(prompt, year, voice, garden))
            version = models.AnswerVersionRow(
                answer_id=row.id, state="begun", written_at=row.created_at
            )
            change.stamp(version)
        for owner, key in _settings([voice.id for voice in people], garden):
            change.stamp(models.SettingRow(voice_id=owner, key=key))

    Store.open(Paths(folder, "im Test"), fill).close()
    return folder


def _answer(
    prompt: str, year: models.GardenYearRow, voice: models.VoiceRow, subject: UUID
) -> models.AnswerRow:
    return models.AnswerRow(
        prompt_id=prompt,
        year_id=year.id,
        voice_id=voice.id,
        subject_id=subject,
        state="begun",
        sitting=UUID(int=0),
    )


def _settings(voices: list[UUID], garden: UUID) -> Iterator[tuple[UUID, str]]:
    common = ("voice", "theme", CORRECTIONS, due.SNOOZED, "import.last", "import.columns")
    for key in (*common, "rounds", "packets"):
        yield garden, key
    for key in ("bookmark", home.KEPT, home.AS_LIST, *(f"ausgabe-{id}" for id in OUTLETS)):
        yield from ((voice, key) for voice in voices)


def fill(paths: Paths, guide: Guide, random: Random, anything: list[Any]) -> None:
    """Write into every value of the file, past the program."""
    with closing(sqlite3.connect(paths.file)) as connection:
        cards = connection.execute("SELECT id, kind FROM card").fetchall()
        writer = Writer(random, anything, [id for id, _ in cards])
        kinds = dict(cards)

        def put(table: str, id: str, fields: Any) -> None:
            raw = writer.any() if random.random() < 0.05 else writer.value(fields)
            order = f"UPDATE {table} SET value = ? WHERE id = ?"
            connection.execute(order, (json.dumps(raw), id))

        for id, kind in cards:
            put("card", id, guide.forms[kind].fields.values())
        for id, card in connection.execute("SELECT id, card_id FROM card_version").fetchall():
            put("card_version", id, guide.forms[kinds[card]].fields.values())
        for id, prompt in connection.execute("SELECT id, prompt_id FROM answer").fetchall():
            form = guide.forms.get(prompt.partition(".")[0])
            prompts = form.prompts if form else guide.prompts
            put("answer", id, prompts[prompt].fields)
        for (id,) in connection.execute("SELECT id FROM answer_version").fetchall():
            put("answer_version", id, next(iter(guide.prompts.values())).fields)
        for (id,) in connection.execute("SELECT id FROM setting").fetchall():
            raw = json.dumps(writer.any())
            connection.execute("UPDATE setting SET value = ? WHERE id = ?", (raw, id))
        connection.commit()


def look_at_everything(book: Workbook) -> None:
    """Open whatever a librarian can open."""
    cards, guide = book.cards, book.guide
    home.from_book(book)
    home.keep(book)
    due.due(book)
    due.snoozed(book)
    book.corrections(2025)
    log(book)
    happened.lines(book, date(2026, 1, 1))
    differences(book)
    for figure in figures.figures(book):
        list(figure.sentences(str))
    for place in ("boden", "saeen", "pflegen", "ernten", "ruhen", "partner"):
        for found in lists_of(guide, place):
            for card in [*found.found(cards), *found.found(cards, "gr")]:
                found.beside(cards, card)
    for kind, form in guide.forms.items():
        overview.lines(book, kind)
        for card in cards.of(kind):
            sheet = CardSheet(book, card)
            for prompt in form.prompts.values():
                for told in (sheet.advice, sheet.recall, sheet.complaints, sheet.versions):
                    told(prompt)
            lists_with(cards, card)
            leaf.lines(book, card)
            if kind == "partner":
                tell(cards, card)
    for prompt in guide.prompts.values():
        book.complaints(prompt)
        book.versions(prompt)
        book.other_voices(prompt)
    trunks = [*rings.of_prompts(book, guide.prompts.values()), *rings.of_partnerships(book)]
    assert all(ring.text for trunk in trunks for ring in rings.latest_first(trunk.rings))
    search = Search(book)
    search.bring_up()
    search.find("gr", confidential=True)
    search.close()
    inspect(book, lambda line: None)


def preview_all(book: Workbook) -> None:
    for outlet in OUTLETS.values():
        try:
            selection = outlet.selection(book, book.setting(f"ausgabe-{outlet.id}"))
            pieces = frozenset(piece.id for piece in outlet.pieces)
            draft = outlet.draft(book, selection.chosen, pieces)
        except Unavailable:
            continue
        assert draft.preview(46)


def go_through(round: Round) -> None:
    for station in round.stations():
        round.go_to(station)
        for prompt in station.section.prompts:
            station.sheet.recall(prompt)
            station.sheet.advice(prompt)
            station.sheet.put(prompt, station.sheet.answer(prompt.id).value)
        round.note_of(station)
        round.lead(station)
        round.leave(station)
    round.where()
    assert round.finish()


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # shrinking would open hundreds of gardens
)
@given(st.integers(0, 2**32), st.lists(JSON, min_size=25, max_size=40))
def test_whatever_stands_in_the_file_everything_opens(
    folder: Path, guide: Guide, seed: int, anything: list[Any]
) -> None:
    paths, clock = Paths(folder, "im Test"), Clock()
    fill(paths, guide, Random(seed), anything)
    first = home.from_glance(look(paths.file), clock.today(), "", lambda: guide)
    assert first.steps
    book = open_garden(guide, paths, today=clock.today, now=clock.now)
    try:
        look_at_everything(book)
        preview_all(book)
        go_through(checkin(book))
        go_through(overwintering(book))
    finally:
        assert book.close()
