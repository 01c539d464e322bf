"""The garden: where one goes on, what waits, the way through the year."""

from __future__ import annotations

from datetime import date

import pytest

from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.states import AnswerState
from screens.garten import GartenScreen
from screens.leitfaden import GuideScreen
from tests.screens.helpers import SMALL, WIDE, at_the_desk


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_enter_goes_on_at_question_field_and_cursor(
    paths: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await desk.open("ruhen.veraenderungen")
        await desk.press("tab")
        await desk.type("Äpfel\nBirnen\nKirschen")
        await desk.press("up", "home", "right", "right")
        field, place = desk.view.place("ruhen").field, desk.focused.cursor_location
    async with at_the_desk(paths, size=size) as desk:
        assert "Weiter, wo Sie aufgehört haben" in desk.text
        assert "Mit Partnern › Frage 3 von 4" in desk.text
        await desk.press("enter")
        assert desk.prompt == "ruhen.veraenderungen"
        assert desk.view.place("ruhen").field == field
        assert desk.focused.cursor_location == place == (1, 2)
        assert desk.is_seen(desk.focused)


async def test_a_new_garden_begins_with_the_first_section(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("enter")
        assert "0 Boden" in desk.title


@pytest.mark.parametrize(
    ("digit", "name"), enumerate(["Boden", "Säen", "Pflegen", "Ernten", "Ruhen"])
)
async def test_digits_open_the_steps(paths: Paths, digit: int, name: str) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press(str(digit))
        assert f"{digit} {name}" in desk.title
        await desk.press("f2")
        assert isinstance(desk.screen, GartenScreen)


async def test_progress_is_told_in_words(paths: Paths, guide: Guide) -> None:
    async with at_the_desk(paths) as desk:
        assert "offen" in line_with(desk.text, "3 Ernten")
        desk.book.mark(guide.prompts["ernten.zeit"], AnswerState.NOT_HERE)
        await desk.press("f2")
        assert "1 von 6" in line_with(desk.text, "3 Ernten")


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AnswerState.BEGUN, "1 angefangene Frage in Säen"),
        (AnswerState.LATER, "1 auf später gelegte Frage in Säen"),
    ],
)
async def test_what_waits_leads_to_its_question(
    paths: Paths, guide: Guide, state: AnswerState, words: str
) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.mark(guide.prompts["saeen.eignung"], state)
        await desk.press("f2")
        assert words in desk.text
        await desk.press("down", "enter")
        assert desk.prompt == "saeen.eignung"


async def test_j_begins_the_year_that_is_due(paths: Paths) -> None:
    async with at_the_desk(paths, today=date(2026, 5, 1)) as desk:
        assert "2026" in desk.title
    async with at_the_desk(paths, today=date(2027, 1, 2)) as desk:
        assert "Das Gartenjahr 2027 hat begonnen" in desk.text
        await desk.press("j")
        await desk.until(lambda: "2027" in desk.title)
        assert "hat begonnen" not in desk.text
        assert desk.book.years == (2026, 2027)


async def test_it_says_where_the_data_lies(paths: Paths) -> None:
    async with at_the_desk(paths, size=(200, 24)) as desk:
        assert f"Daten: {paths.folder}" in desk.text


async def test_f1_opens_the_guide(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f1")
        assert isinstance(desk.screen, GuideScreen)
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_every_line_comes_into_sight(
    paths: Paths, guide: Guide, prompt: Prompt, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        for id in ("saeen.themen", "ernten.zeit", "ruhen.kuenftig", "pflegen.rollen"):
            if id in guide.prompts:
                desk.book.mark(guide.prompts[id], AnswerState.LATER)
        await desk.press("f2")
        for _ in range(9):
            assert "▌" in desk.text
            await desk.press("down")
