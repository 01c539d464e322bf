"""The five step screens: sections, states, marks, and the question in sight."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from textual.widget import Widget

from gartenjahr_tui.garden.targets import ToStep
from gartenjahr_tui.guide.model import Chapter, FieldKind, Guide, Prompt
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.workbook.plain import Bookmark
from screens.garten import GartenScreen
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk

STEPS = ("boden", "saeen", "pflegen", "ernten", "ruhen")


def hidden(desk: Desk) -> str:
    """What of the question in hand is out of sight although there would be room; empty if fine."""
    view, page = desk.view, desk.view.parent
    assert isinstance(page, Widget)
    room = page.scrollable_content_region.height
    if view.region.height <= room:
        return "" if desk.is_seen(view) else f"{view.prompt.id}: {view.region}"
    if not desk.is_seen(desk.focused):
        return f"{view.prompt.id}: {desk.focused} {desk.focused.region}"
    field_fits = desk.focused.region.bottom - view.region.y <= room
    ask = view.query_one(".ask")
    return f"{view.prompt.id}: its words" if field_fits and not desk.is_seen(ask) else ""


def is_in_hand(desk: Desk, prompt: Prompt) -> bool:
    return desk.prompt == prompt.id


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("step", STEPS)
async def test_a_question_is_in_sight_when_one_comes_to_it(
    paths: Paths, guide: Guide, step: str, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await desk.go(ToStep(step))
        for prompt in reversed(guide.chapter(step).prompts):
            await desk.screen.go_to(Bookmark(step, prompt.id))
            await desk.until(partial(is_in_hand, desk, prompt))
            await desk.until(lambda: not hidden(desk))


@pytest.mark.parametrize("step", STEPS)
async def test_every_question_is_reached_by_keyboard(paths: Paths, guide: Guide, step: str) -> None:
    chapter = guide.chapter(step)
    async with at_the_desk(paths) as desk:
        await desk.press(str(chapter.number))
        met, sections = await walk(desk, chapter)
        assert met == [prompt.id for prompt in chapter.prompts]
        assert sections == [section.title for section in chapter.sections]
        # The way on leads to the next step, and from the last one home.
        if chapter is guide.steps[-1]:
            assert isinstance(desk.screen, GartenScreen)
        else:
            assert f"{(chapter.number or 0) + 1} " in desk.title


async def walk(desk: Desk, chapter: Chapter) -> tuple[list[str], list[str]]:
    """Go through a step with Tab and Enter alone; return what one meets."""
    met: list[str] = []
    sections: list[str] = []
    screen = desk.screen
    await desk.press("enter")
    while desk.screen is screen:
        section = screen.places[screen._place]
        if not sections or sections[-1] != section.title:
            sections.append(section.title)
            assert section.title.split()[0] in desk.text or section.prompts
        if type(desk.focused).__name__ == "NextLink":
            await desk.pilot.press("enter")
        else:
            if desk.prompt and desk.prompt not in met:
                met.append(desk.prompt)
            await desk.pilot.press("tab")
        await desk.pilot.pause()
    await desk.settle()
    return met, sections


async def test_going_through_the_sections_with_the_arrows(paths: Paths, guide: Guide) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1")
        for section in guide.chapter("saeen").sections:
            assert desk.text.splitlines()[2].rstrip().endswith(section.title[-10:])
            await desk.press("down")


async def test_state_words_follow_what_one_does(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        assert desk.head.startswith("○ offen")
        await desk.type("Ja")
        assert desk.head.startswith("… angefangen")
        view = desk.view
        await desk.press("escape")
        assert str(view.query_one(".head").render()).startswith("● beantwortet")
        assert desk.focused is desk.screen.query_one(Outline)


async def test_progress_in_the_outline_counts_what_is_answered(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Ja")
        assert "begonnen" in desk.text
        await desk.press("escape")
        assert "1 fertig" in desk.text


@pytest.mark.parametrize(
    ("sought", "word"),
    [
        ("später", "→ später"),
        ("passt bei uns", "× passt bei uns nicht"),
    ],
)
async def test_the_menu_marks_a_question(
    paths: Paths, prompt: Prompt, sought: str, word: str
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.menu(sought)
        assert desk.head.startswith(word)
        assert desk.said


async def test_not_finished_yet_stays_when_one_goes_on(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Ja")
        view = desk.view
        await desk.press("escape", "enter")
        assert view.prompt.id == prompt.id
        await desk.open(prompt.id)
        await desk.menu("noch nicht fertig")
        assert desk.head.startswith("… angefangen")
        await desk.press("escape")
        assert str(view.query_one(".head").render()).startswith("… angefangen")


async def test_what_is_marked_by_hand_keeps_its_text(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Bleibt")
        await desk.menu("passt bei uns")
        area: Any = desk.focused
        assert area.text == "Bleibt"
        assert desk.book.answer(prompt.id).value == {"text": "Bleibt"}


async def test_escape_goes_to_the_outline_and_then_home(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Bleibt")
        await desk.press("escape")
        assert isinstance(desk.focused, Outline)
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)
        await desk.press("enter")
        area: Any = desk.focused
        assert area.text == "Bleibt"


async def test_a_confidential_question_says_what_that_means(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("saeen.begeisterung")
        assert "vertraulich: erscheint in keinem Bericht" in desk.text
        await desk.open("ernten.zeit")
        assert "vertraulich" not in desk.text


async def test_a_voluntary_question_takes_a_note_of_consent(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("saeen.persoenlich")
        assert "freiwillig" in desk.head.replace("\n", " ")
        await desk.press("tab", "tab")
        assert "Einwilligung" in desk.text
        await desk.press("space")
        assert desk.book.answer("saeen.persoenlich").value == {"einwilligung": "eigene"}


async def test_a_section_without_questions_is_read(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1", "enter")
        assert "lesen" in desk.text
        before = desk.text
        await desk.press("pagedown")
        assert desk.text != before


async def test_the_passage_stands_beside_where_there_is_room(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.open(prompt.id)
        assert desk.screen.query_one("#reading").display
        await desk.pilot.resize_terminal(*SMALL)
        await desk.settle()
        assert not desk.screen.query_one("#reading").display
        assert not hidden(desk)


async def test_forty_by_ten_shows_a_friendly_word_and_typing_goes_on(
    paths: Paths, prompt: Prompt
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Vor")
        await desk.pilot.resize_terminal(40, 10)
        await desk.settle()
        assert "Fenster ist gerade sehr klein" in desk.text
        await desk.type("her")
        await desk.pilot.resize_terminal(*SMALL)
        await desk.settle()
        assert "sehr klein" not in desk.text
        assert desk.focused.text == "Vorher"
        assert not hidden(desk)


async def test_a_growing_answer_stays_in_sight(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("ruhen.veraenderungen")
        await desk.press("tab")
        await desk.paste("\n".join(f"Zeile {number}" for number in range(30)))
        assert desk.is_seen(desk.focused)
        assert "Zeile 29" in desk.text


async def test_all_pages_survive_another_year(paths: Paths, guide: Guide) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("3")
        for place in range(len(guide.chapter("ernten").sections)):
            await desk.screen.show_page(place)
        desk.book.begin_year(2027)
        await desk.press("f2", "3")
        assert "2027" in desk.title
        assert all(not view.sheet.answer(view.prompt.id).value for view in views(desk))


def views(desk: Desk) -> list[PromptView]:
    return list(desk.screen.query(PromptView))


@pytest.mark.parametrize("key", ["f2", "f9"])
async def test_leaving_the_screen_saves_at_once_however_long_saving_would_wait(
    paths: Paths, guide: Guide, key: str
) -> None:
    prompt = next(p for p in guide.prompts.values() if p.fields[0].kind is FieldKind.TEXT)
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.book_saved()
        desk.book._saver._at_risk = 1_000.0
        await desk.type("Wort")
        assert desk.book.save_status.unsaved
        await desk.press(key)
        await desk.until(lambda: not desk.book.save_status.unsaved)
