"""At the desk: a card is read before it is filled in, and every line leads to its field."""

from __future__ import annotations

from typing import Any

import pytest

from gartenjahr_tui.garden.targets import Page, ToCard
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.plain import Bookmark, Card
from screens.ausgabe import OutletScreen
from screens.blatt import LeafScreen
from screens.karte import CardScreen
from screens.pflegen import PflegenScreen
from screens.schnell import QuickScreen
from tests.screens.helpers import SMALL, TODAY, WIDE, Desk, at_the_desk


def planted(desk: Desk) -> tuple[Card, Card]:
    """A partner with a number, and a partnership with a step that is overdue."""
    add = desk.book.cards.add
    partner = add("partner", {"name": "Kita [b]Mitte[/]", "telefon": "0123 45"})
    value: dict[str, Any] = {"titel": "Lesestart", "partner": [partner.id], "vertretung": "Theke"}
    card = add("partnership", value)
    step = {"schritt": "Plakate bringen", "schritt_am": "2026-11-14", "am": "2026-10-01"}
    add("encounter", {**step, "kooperation": [card.id], "anlass": "Tee"})
    return partner, card


async def to_line(desk: Desk, text: str) -> None:
    """Put the cursor on the line that says this."""
    texts = [f"{line.label} {line.text}" for line in desk.screen._lines]
    place = next(number for number, line in enumerate(texts) if text in line)
    await desk.press("home", *["down"] * place)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_a_partnership_opens_as_a_page_to_read(paths: Paths, size: tuple[int, int]) -> None:
    async with at_the_desk(paths, size=size) as desk:
        _, card = planted(desk)
        await desk.go(ToCard(card.id))
        assert isinstance(desk.screen, LeafScreen)
        assert "Kooperation · Lesestart" in desk.title
        assert "Kita [b]Mitte[/] · 0123 45" in desk.text
        assert "überfällig seit 14.11.: Plakate bringen" in desk.text
        assert "→ Bearbeiten" in desk.text
        assert desk.focused.highlighted == 0


async def test_enter_leads_into_the_field_and_escape_back_to_the_same_line(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        partner, card = planted(desk)
        await desk.go(ToCard(card.id))
        await to_line(desk, "Plakate")
        place = desk.focused.highlighted
        await desk.press("enter")
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "encounter.schritt"
        await desk.type("Bald: ")
        await desk.press("escape")
        assert isinstance(desk.screen, LeafScreen)
        assert desk.focused.highlighted == place
        assert "Bald:" in desk.text
        # A fact that stands on another card leads to that one, and back as well.
        await to_line(desk, "Kita")
        await desk.press("enter")
        assert (desk.screen.card_id, desk.prompt) == (partner.id, "partner.erreichen")
        await desk.press("escape")
        assert isinstance(desk.screen, LeafScreen)
        await desk.press("escape")
        assert desk.screen is desk.app.garden


async def test_b_opens_all_questions_and_from_there_one_comes_back(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        _, card = planted(desk)
        await desk.go(ToCard(card.id))
        await desk.press("b")
        assert isinstance(desk.screen, CardScreen)
        assert desk.screen.card_id == card.id
        await desk.press("enter", "escape")
        assert isinstance(desk.screen, CardScreen)
        await desk.press("escape")
        assert isinstance(desk.screen, LeafScreen)


async def test_the_page_goes_along_from_card_to_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        ids = [
            desk.book.cards.add("partner", {"name": name, "telefon": "0123"}).id
            for name in ("Amt", "Bad", "Chor")
        ]
        await desk.go(ToCard(ids[0]))
        await desk.press("x")
        await desk.until(lambda: "Partner · Bad" in desk.title)
        assert isinstance(desk.screen, LeafScreen)
        await desk.press("b")
        await desk.until(lambda: isinstance(desk.screen, CardScreen))
        await desk.press("x")
        await desk.until(lambda: "Partner · Chor" in desk.title)
        assert isinstance(desk.screen, CardScreen)
        await desk.press("escape")
        assert isinstance(desk.screen, LeafScreen)
        assert "Partner · Chor" in desk.title
        await desk.press("escape")
        assert desk.screen is desk.app.garden


async def test_a_card_on_which_nothing_stands_opens_its_form(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("partnership", {"titel": "Leer"})
        await desk.go(ToCard(card.id))
        assert isinstance(desk.screen, CardScreen)


async def test_whoever_comes_from_a_question_or_the_bookmark_goes_straight_there(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        _, card = planted(desk)
        await desk.go(ToCard(card.id, prompt="partnership.wer"))
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "partnership.wer"
        await desk.press("f2")
        desk.book.set_bookmark(Bookmark("karte", "partnership.worum", "worum", subject=card.id))
        await desk.go(Page.RESUME)
        assert isinstance(desk.screen, CardScreen)
        assert desk.prompt == "partnership.worum"


async def test_what_is_made_of_a_card_opens_its_form_at_once(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        partner, _ = planted(desk)
        seed = desk.book.cards.add("seed", {"titel": "Neu", "pflanzort": [partner.id]})
        await desk.go(ToCard(seed.id))
        sow = next(deed for deed in desk.screen.deeds if deed.id != "more")
        await desk.screen.do_deed(sow)
        await desk.settle()
        assert isinstance(desk.screen, CardScreen)
        assert desk.screen.card_sheet.form.id == "partnership"


async def test_an_encounter_noted_on_the_page_is_about_its_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        _, card = planted(desk)
        await desk.go(ToCard(card.id))
        await desk.press("k")
        assert isinstance(desk.screen, QuickScreen)
        await desk.press("escape")
        assert isinstance(desk.screen, LeafScreen)


async def test_a_card_deleted_from_its_page_is_left(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        _, card = planted(desk)
        await desk.press("2")
        assert isinstance(desk.screen, PflegenScreen)
        await desk.screen.go_to_list("partnership")
        await desk.press("enter")
        assert isinstance(desk.screen, LeafScreen)
        await desk.press("l", "down", "enter")
        assert desk.book.cards[card.id].deleted
        assert isinstance(desk.screen, PflegenScreen)


async def test_the_last_line_leads_to_paper_about_this_card(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        _, card = planted(desk)
        desk.book.cards.add("partnership", {"titel": "Andere", "vertretung": "Theke"})
        await desk.go(ToCard(card.id))
        await desk.press("end", "enter")
        assert isinstance(desk.screen, OutletScreen)
        assert "Lesestart (Kooperation)" in desk.text


async def test_a_page_opened_twice_is_one_page(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        partner, card = planted(desk)
        for id in (card.id, partner.id, card.id):
            await desk.go(ToCard(id))
        assert [type(screen) for screen in desk.app.screen_stack[1:]] == [LeafScreen]


async def test_all_that_is_known_of_a_partnership_is_seen_at_once_in_a_small_window(
    guide: Guide, paths: Paths
) -> None:
    make_sample(guide, paths, today=lambda: TODAY)
    async with at_the_desk(paths, size=SMALL) as desk:
        for card in desk.book.cards.of("partnership"):
            await desk.go(ToCard(card.id))
            choices = desk.focused
            assert choices.virtual_size.height <= choices.size.height
            assert "→ Auf Papier" in desk.text
            await desk.press("escape")
