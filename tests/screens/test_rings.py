"""Year rings on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.rings import Ring, Trunk
from gartenjahr_tui.garden.targets import ToCard, ToRings
from gartenjahr_tui.guide.model import FieldKind, Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.ring_rows import (
    RingRow,
    figure_rows,
    one_below_the_other,
    side_by_side,
    wrapped,
)
from gartenjahr_tui.widgets.ring_view import RingView
from gartenjahr_tui.workbook.states import AnswerState

from .helpers import SMALL, WIDE, at_the_desk

if TYPE_CHECKING:
    from tests.conftest import OpenBook


def text(rows: Iterator[RingRow]) -> list[str]:
    return ["".join(part for part, _ in row).rstrip() for row in rows]


def ring(year: int, said: str, voice: str = "", change: str = "") -> Ring:
    return Ring(year, str(year), voice, AnswerState.ANSWERED, {"text": said}, said, change)


# Without a screen


@pytest.mark.parametrize(
    "line",
    [
        "Ein Satz, der zu lang ist.",
        "x" * 50,
        "日本語の長い文章です" * 3,
        "a 🌱 b " * 9,
        "",
        "\t\tx",
    ],
)
def test_no_line_is_wider_than_its_column(line: str) -> None:
    found = wrapped(f"{line}\n{line}", 11)
    assert all(cell_len(part) <= 11 for part in found)
    assert "".join("".join(found).split()) == "".join((line + line).split())


def test_wide_characters_do_not_break_the_columns() -> None:
    trunk = Trunk("x", "?", [ring(2025, "日本語 " * 20), ring(2026, "Wort " * 20)])
    rows = list(side_by_side(trunk, ["2025", "2026"], 50))
    widths = {cell_len(row[0][0]) for row in rows}
    assert widths == {24}
    assert all(cell_len("".join(part for part, _ in row)) <= 52 for row in rows)


def test_a_year_without_an_answer_stays_an_empty_column() -> None:
    trunk = Trunk("x", "?", [ring(2024, "alt"), ring(2026, "neu", change="neu geschrieben")])
    rows = text(side_by_side(trunk, ["2024", "2025", "2026"], 74))
    assert [row.split() for row in rows] == [["alt", "–", "neu", "geschrieben"], ["neu"]]


def test_one_below_the_other_begins_with_the_newest() -> None:
    trunk = Trunk("x", "?", [ring(2025, "alt"), ring(2026, "neu", "Mira", "neu geschrieben")])
    rows = text(one_below_the_other(trunk, 60))
    assert rows == ["2026  Mira  neu geschrieben", "neu", "", "2025", "alt"]


def test_bars_are_measured_alike_and_the_number_stands_beside() -> None:
    figure = Figure("x", "X", ("Keim", "Frucht"), ((2024, (0, 0)), (2025, (8, 0)), (2026, (4, 1))))
    rows = text(figure_rows(figure, str, 40, bars=True))
    assert rows == [
        "Jahr  Keim              Frucht",
        "2026  ███████ 4         ██ 1",
        "2025  ██████████████ 8  0",
    ]


def test_the_table_is_plain_and_what_does_not_fit_stands_below() -> None:
    names = ("initiiert", "strategisch", "Gespräche")
    figure = Figure("x", "X", names, ((2025, (1, 22, 3)), (2026, (4, 5, 6))))
    assert text(figure_rows(figure, str, 60, bars=False)) == [
        "Jahr    initiiert  strategisch    Gespräche",
        "2026            4            5            6",
        "2025            1           22            3",
    ]
    rows = text(figure_rows(figure, str, 34, bars=False))
    assert rows[3:5] == ["", "Jahr    Gespräche"]


# On the screen


@pytest.fixture
def three_years(open_book: OpenBook, prompt: Prompt) -> Prompt:
    """A garden in which a question was answered three times; returns the question."""
    book = open_book()
    texts = ("Wir [b]lesen[/b].", "Wir lesen. Und singen.", "Nur noch Kuchen.")
    for year, said in zip((2024, 2025, 2026), texts, strict=True):
        book.ensure_year(year)
        book.look_at(year)
        book.correct(year)
        book.put(prompt, {"text": said})
    book.look_at(2024)
    book.cards.add("encounter", {"am": "2026-05-01"})
    book.close()
    return prompt


async def test_it_opens_at_the_question_and_leads_back_into_it(
    paths: Paths, three_years: Prompt
) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        await desk.go(ToRings(three_years.id))
        assert "◄ 2025" in desk.text
        assert "2026" in desk.text
        assert "Nur noch Kuchen." in desk.text
        assert "2024" not in desk.text

        await desk.press("left")
        assert "Wir [b]lesen[/b]." in desk.text
        assert "2025 ►" in desk.text

        await desk.press("a")
        assert desk.text.index("Nur noch Kuchen.") < desk.text.index("Wir [b]lesen[/b].")

        desk.book.look_at(2024)
        await desk.press("enter")
        assert desk.prompt == three_years.id
        assert desk.book.year == 2026
        await desk.press("escape", "escape")
        assert desk.title.startswith(" Jahresringe"), desk.title


async def test_the_figures_turn_into_a_table(paths: Paths, three_years: Prompt) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.press("r")
        assert "Jahresringe · Zahlen des Gartens" in desk.title
        assert "█ 1" in desk.text
        # Only keys that do something here are offered.
        assert "Ansicht" not in desk.text
        await desk.press("t")
        assert "█ 1" not in desk.text
        assert "festgehalten" in desk.text

        await desk.press("down")
        assert "a Ansicht" in desk.text
        assert "t Tabelle" not in desk.text
        await desk.press("r")
        assert "Zahlen des Gartens" in desk.title
        assert len(desk.app.screen_stack) == 2
        await desk.press("escape")
        assert desk.screen is desk.app.garden


async def test_a_new_garden_says_what_will_grow_here(paths: Paths) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        await desk.press("r")
        assert "Noch ist nichts zu zählen." in desk.text
        await desk.press("down", "enter", "down", "pagedown", "end", "enter", "left")
        assert "Hier steht noch nichts." in desk.text
        await desk.press("escape", "escape")
        assert desk.screen is desk.app.garden


async def test_earlier_years_lead_on_to_all_years(paths: Paths, three_years: Prompt) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        await desk.open(three_years.id)
        await desk.press("f4", "r")
        assert "Jahresringe" in desk.title
        assert desk.screen.query_one(RingView).in_hand == three_years.id


async def test_reading_on_goes_through_every_question(
    paths: Paths, open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    step = book.guide.chapter(prompt.chapter)
    team = [p for p in step.prompts if p.fields[0].kind is FieldKind.TEXT]
    for number, one in enumerate(team):
        book.put(one, {one.fields[0].id: f"Antwort {number} " * (40 * number)})
    book.close()
    async with at_the_desk(paths, size=SMALL) as desk:
        await desk.go(ToRings(team[0].id))
        view = desk.screen.query_one(RingView)
        read = [view.in_hand]
        for _ in range(2000):
            place = (view.in_hand, view.scroll_offset)
            view.action_read(1)
            if place == (view.in_hand, view.scroll_offset):
                break
            read.append(view.in_hand)
        answered = [one.id for number, one in enumerate(team) if number]
        assert list(dict.fromkeys(read)) == [team[0].id, *answered]

        await desk.press("home")
        assert view.in_hand == team[0].id
        await desk.press("end")
        assert view.in_hand == answered[-1]


async def test_what_is_noted_meanwhile_is_counted(paths: Paths, three_years: Prompt) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.press("r")
        assert "█ 1" in desk.text
        desk.book.cards.add("encounter", {"am": "2026-05-02"})
        await desk.press("k", "escape")
        assert "█ 2" in desk.text


async def test_from_a_question_about_a_card_they_begin_with_the_figures(paths: Paths) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        card = desk.book.cards.add("partner", {"name": "Kita"})
        await desk.go(ToCard(card.id, "partner.wer", "partner.wer"))
        await desk.do("app.rings")
        assert "Zahlen des Gartens" in desk.title
