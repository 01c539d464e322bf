"""A question that lives on cards is answered from the section that asks it."""

from __future__ import annotations

import re

import pytest

from gartenjahr_tui.garden.targets import ToGuide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.on_cards_view import MOST_ROWS, CardRows
from gartenjahr_tui.widgets.passage import PassageView
from tests.conftest import OpenBook
from tests.screens.helpers import SMALL, WIDE, Desk, at_the_desk

SHARES = "pflegen.beitraege"


def row_texts(desk: Desk) -> list[str]:
    """The cards under the question with the cursor."""
    assert isinstance(desk.focused, CardRows)
    return [row.text for row in desk.focused.rows]


async def test_without_a_card_enter_makes_the_first_and_asks_at_once(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SHARES)
        assert "+ Kooperation: die erste Karte anlegen" in desk.text
        await desk.press("enter")
        await desk.type("Lesegarten")
        await desk.press("enter")
        (card,) = desk.book.cards.of("partnership")
        assert desk.book.cards.title(card) == "Lesegarten"
        assert desk.prompt == "partnership.transparenz-a"
        await desk.press("escape", "escape")
        assert row_texts(desk) == ["Lesegarten: noch nichts"]


async def test_a_second_window_shows_the_cards_and_makes_none(
    paths: Paths, open_book: OpenBook
) -> None:
    open_book()
    async with at_the_desk(paths) as desk:
        await desk.open(SHARES)
        assert isinstance(desk.focused, CardRows)
        assert str(desk.focused.render()).splitlines() == [
            *("Noch keine Karte in der Liste Kooperationen", "Enter: zur Liste"),
        ]


async def test_who_types_no_name_makes_no_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SHARES)
        await desk.press("enter", "escape")
        assert desk.book.cards.of("partnership") == []
        assert isinstance(desk.focused, CardRows)


async def test_a_card_that_is_named_by_its_question_begins_with_it(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open("ruhen.dank")
        await desk.press("enter")
        assert desk.prompt == "thanks.wem"
        await desk.type("Stühle")
        await desk.press("escape", "escape")
        assert row_texts(desk)[0].startswith("Stühle")


async def test_enter_goes_to_the_very_question_and_back_to_the_line(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        names = ["Elternfrühstück", "Lesegarten", "Vorlesen"]
        ids = [desk.book.cards.add("partnership", {"titel": name}).id for name in names]
        await desk.open(SHARES)
        await desk.press("down", "enter")
        assert "Lesegarten" in desk.title
        assert desk.prompt == "partnership.transparenz-a"
        desk.book.cards.note(ids[1], "transparenz_a", "ja")
        await desk.press("escape", "escape")
        assert row_texts(desk)[1] == "Lesegarten: ja"
        assert desk.focused.cursor == 1
        assert re.search("Transparenz +1 fertig", desk.text)


async def test_enter_shows_the_question_that_was_folded_on_the_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Lesegarten"})
        await desk.open("pflegen.aufgaben")
        await desk.press("enter")
        assert desk.prompt == "partnership.rollen"
        await desk.press("escape", "escape")
        desk.book.cards.add("seed", {"titel": "Lesebank", "raum_haben": "Der Hof"})
        await desk.open("boden.reicht-es")
        await desk.press("enter")
        assert desk.prompt == "seed.budget"


async def test_the_arrows_go_on_to_the_next_question(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        desk.book.cards.add("partnership", {"titel": "Lesegarten"})
        await desk.open(SHARES)
        first = desk.focused
        await desk.press("down", "down")
        assert isinstance(desk.focused, CardRows)
        assert desk.focused is not first
        await desk.press("up")
        assert desk.focused is first


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_three_hundred_partners_stay_within_bounds(
    paths: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        for number in range(300):
            desk.book.cards.add("partner", {"name": f"[Partner] {number}"})
        await desk.open("saeen.bild")
        assert len(desk.focused.rows) == MOST_ROWS
        assert desk.is_seen(desk.focused)
        assert "… und 293 weitere in der Liste Partner" in desk.text
        assert "[Partner] 0" in desk.text
        await desk.press(*["down"] * MOST_ROWS, "enter")
        assert "Filtern" in desk.text


async def test_where_nothing_is_typed_one_reads_before_one_answers(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("2")
        await desk.screen.show_page(5)
        await desk.press("tab")
        page = desk.screen.page
        assert page.query_one(PassageView).display
        assert desk.focused is page
        assert "4 Fragen stehen unter dem Text (Enter)" in desk.text
        await desk.press("enter")
        assert isinstance(desk.focused, CardRows)
        assert desk.is_seen(desk.focused)


async def test_beside_the_passage_one_answers_at_once(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await desk.press("2")
        await desk.screen.show_page(5)
        await desk.press("tab")
        assert isinstance(desk.focused, CardRows)
        assert not desk.screen.page.query_one(PassageView).display


async def test_a_small_window_says_what_else_the_guide_shows(paths: Paths) -> None:
    shown = "Dazu im Leitfaden: Fünf Gesetzmäßigkeiten des Gartens (F1)"
    async with at_the_desk(paths) as desk:
        await desk.press("4")
        await desk.screen.go_to_section("ruhen.ich")
        await desk.settle()
        aside = desk.screen.page.query_one(".aside")
        assert str(aside.render()) == shown
        assert desk.is_seen(aside)
        await desk.pilot.resize_terminal(*WIDE)
        await desk.settle()
        assert "Dazu im Leitfaden" not in desk.text


async def test_the_reader_leads_to_the_question_and_into_the_garden(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.go(ToGuide("pflegen.transparenz"))
        options = desk.screen.query_one("#jumps")
        options.focus()
        options.highlighted = options.get_option_index(f"prompt:{SHARES}")
        await desk.press("enter")
        assert isinstance(desk.focused, CardRows)
        await desk.go(ToGuide("saeen.immer-wieder"))
        options = desk.screen.query_one("#jumps")
        options.focus()
        options.highlighted = options.get_option_index("see:partner")
        await desk.press("enter")
        assert desk.title.startswith(" Partner")


async def test_two_steps_on_the_home_page_tell_of_the_tended_partnerships(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Lesegarten"})
        for letter in "abcd":
            desk.book.cards.note(card.id, f"transparenz_{letter}", "ja")
        await desk.press("f2")
        assert "2 Pflegen 4" in desk.text
