"""The guide on the screen, and „Über Gartenjahr“."""

from __future__ import annotations

import pytest

from gartenjahr_tui.garden.targets import ToGuide
from gartenjahr_tui.guide.model import BlockKind, Guide, Prompt
from gartenjahr_tui.store.paths import Paths
from screens.garten import GartenScreen
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk

SIZES = [SMALL, WIDE]


async def test_f1_opens_the_passage_of_the_question(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(prompt.id)
        await desk.type("Bleibt")
        await desk.press("f1")
        assert desk.book.guide.section_of(prompt.id).title in desk.text
        await desk.press("escape")
        assert desk.focused.text == "Bleibt"
        assert desk.prompt == prompt.id


@pytest.mark.parametrize("size", SIZES)
async def test_the_contents_lead_everywhere_and_back_retraces(
    paths: Paths, guide: Guide, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await desk.press("f1", "i")
        assert "Samen im Haus" in desk.text
        await desk.press("home", "enter")
        assert guide.sections["einstieg.herkunft"].title in desk.title
        await desk.press("i", "end", "enter")
        assert "Glossar" in desk.title
        assert "Advocacy" in desk.text
        await desk.press("escape")
        assert guide.sections["einstieg.herkunft"].title in desk.title
        await desk.press("escape")
        assert guide.sections["einstieg.gartenjahr"].title in desk.title
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)


async def test_escape_closes_the_contents_first_where_they_hide_the_text(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("f1", "i", "escape")
        assert "Leitfaden" in desk.title
        assert not desk.screen.query_one("#contents").display


@pytest.mark.parametrize("size", SIZES)
async def test_every_section_is_shown_without_a_clipped_line(
    paths: Paths, guide: Guide, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        await desk.press("f1")
        for section in guide.sections.values():
            desk.screen.open(section.id)
            await desk.settle()
            assert section.title[:20] in desk.text
            page = desk.screen.query_one("#scroll")
            assert page.max_scroll_x == 0
            lines = desk.screen._lines(page.query_one("PassageView").content_size.width)
            assert all(len(line.text) <= page.content_size.width for line in lines)


async def test_a_question_leads_into_the_form(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToGuide("ernten.feiern"))
        await desk.press("f", "down", "enter")
        assert desk.prompt == "ernten.neue-rituale"
        await desk.type("Ja")
        assert desk.focused.text == "Ja"


async def test_references_lead_to_other_passages(paths: Paths, guide: Guide) -> None:
    section = next(s for s in guide.sections.values() if any(is_see(b.kind) for b in s.blocks))
    target = next(b.target for b in section.blocks if is_see(b.kind))
    async with at_the_desk(paths) as desk:
        await desk.go(ToGuide(section.id))
        await desk.press("f", "enter")
        place = guide.place(target)
        assert place is not None
        assert place.title in desk.title
        await desk.press("escape")
        assert section.title in desk.title


def is_see(kind: BlockKind) -> bool:
    return kind is BlockKind.SEE


async def test_every_section_that_shows_a_tip_offers_its_questions(
    paths: Paths, guide: Guide
) -> None:
    tips = {id: e.prompts for id, e in guide.exhibits.items() if e.prompts}
    assert len(tips["tipp-methoden"]) == 2
    async with at_the_desk(paths) as desk:
        await desk.press("f1")
        for section in guide.sections.values():
            for tip in {block.target for block in section.blocks} & tips.keys():
                desk.screen.open(section.id)
                await desk.settle()
                assert {f"prompt:{id}" for id in tips[tip]} <= offered(desk)


def offered(desk: Desk) -> set[str]:
    return {option.id or "" for option in desk.screen.query_one("#jumps").options}


async def test_the_passage_is_wrapped_anew_when_the_window_changes(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.press("f1")
        await desk.pilot.resize_terminal(60, 20)
        await desk.settle()
        view = desk.screen.query_one("PassageView")
        assert view.region.right <= 60
        assert all(len(line) <= 60 for line in desk.text.splitlines())
        assert "Wachsen lassen" in desk.text


async def test_about_tells_where_everything_comes_from(paths: Paths) -> None:
    async with at_the_desk(paths, size=(120, 200)) as desk:
        await desk.menu("über gartenjahr")
        for words in (
            "Lenstra",
            "Lizenz",
            "hinzufügt",
            "Wo Ihre Daten liegen",
            "nicht-kommerziell",
        ):
            assert words in desk.text
        joined = "".join(line.strip("▌ ") for line in desk.text.splitlines())
        assert str(paths.folder).replace(" ", "") in joined.replace(" ", "")
        assert "#RE-246336-OLS-20" in desk.text
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)
