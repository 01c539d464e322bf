"""„Jetzt dran“ on the screen: walk, open, put off, wake; the watering plan."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from gartenjahr_tui.garden.due import due, snooze
from gartenjahr_tui.garden.home import from_glance
from gartenjahr_tui.store import glance
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.home_panel import HomePanel
from screens.faellig import DueScreen
from screens.garten import GartenScreen
from screens.spaeter import SnoozeScreen
from tests.screens.helpers import SMALL, TODAY, WIDE, Desk, at_the_desk


def day(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def step(desk: Desk, text: str, days: int) -> str:
    value = {"schritt": text, "schritt_am": day(days), "anlass": text}
    return desk.book.cards.add("encounter", value).id


def partner(desk: Desk, name: str, days: int, **fields: int) -> str:
    desk.book.set_rest(7, 8)
    card = desk.book.cards.add("partner", {"name": name, **fields})
    desk.book.cards.add("encounter", {"partner": [card.id], "am": day(-days)})
    return card.id


def key_of(desk: Desk, text: str) -> str:
    return next(line.key for line in due(desk.book) if line.text.startswith(text))


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_what_is_due_leaves_steps_and_garden_in_sight(
    paths: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        for number in range(8):
            step(desk, f"Eine lange Verabredung mit vielen Wörtern, Nummer {number}", -10 - number)
        partner(desk, "Städtische Kindertagesstätte Sonnenblume", 70, hoechst_tage=30)
        await desk.press("f2")
        for words in ("4 Ruhen", "… und 4 weitere", "Ihr Garten", "Partner: 1"):
            assert words in desk.text
        lines = [line for line in desk.text.splitlines() if "►" in line]
        assert len(lines) == 5
        # The name gives way, not what is said of it.
        assert all("…: überfällig seit" in line for line in lines)
    # The first frame of the next start has them, too.
    look = glance.look(paths.file)
    assert look
    kept = from_glance(look, TODAY, "hier", lambda: pytest.fail("no guide"))
    assert len(kept.now) == 6
    assert kept.now[-1].text == "… und 4 weitere"


async def test_a_line_opens_its_page_and_s_puts_it_off(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        id = step(desk, "Plan schicken", -3)
        step(desk, "Anrufen", -2)
        await desk.press("f2", "down", "enter")
        assert desk.screen.card_id == id
        assert desk.prompt == "encounter.schritt"
        assert "Plan schicken" in desk.text
        await desk.press("f2", "s")
        assert isinstance(desk.screen, SnoozeScreen)
        assert "Plan schicken: überfällig seit 19.11." in desk.text
        await desk.press("down", "enter")
        assert isinstance(desk.screen, GartenScreen)
        now = desk.screen.query_one(HomePanel).home.now
        assert [place.text for place in now] == ["Anrufen: überfällig seit 20.11."]
        assert any("Bis zum 06.12.2026 beiseitegelegt" in said for said in desk.said)


async def test_another_day_is_typed_and_complained_about_at_the_field(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        step(desk, "Anrufen", -2)
        await desk.press("f2", "down", "s", "up", "enter")
        await desk.type("bald")
        await desk.press("enter")
        assert "Das ist kein Tag." in desk.text
        await desk.press(*["backspace"] * 4)
        assert "Das ist kein Tag." not in desk.text
        await desk.type("7.1.")
        await desk.press("enter")
        assert isinstance(desk.screen, GartenScreen)
        assert any("07.01.2027" in said for said in desk.said)


async def test_what_cannot_be_put_off_says_so(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("s")
        assert isinstance(desk.screen, GartenScreen)
        assert any("Beiseitelegen" in said for said in desk.said)


async def test_the_whole_list_opens_puts_off_and_wakes(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        for number in range(9):
            step(desk, f"S{number}", -20 + number)
        snooze(desk.book, key_of(desk, "S8"), TODAY + timedelta(days=5))
        await desk.press("f2", *["down"] * 6, "enter")
        assert isinstance(desk.screen, DueScreen)
        assert "S7: überfällig seit" in desk.text
        await desk.press("end")
        assert "S8: überfällig seit 10.11. (wieder am 27.11.2026)" in desk.text
        await desk.press("enter")
        assert "steht wieder unter" in desk.text
        await desk.press("home", "s", "enter")
        assert isinstance(desk.screen, DueScreen)
        assert "S0: überfällig seit" in desk.text
        assert "wieder am 29.11.2026" in desk.text
        await desk.press("escape")
        assert isinstance(desk.screen, GartenScreen)
        assert desk.screen.query_one(HomePanel).home.now[0].text.startswith("S1")
        await desk.do("app.due")
        await desk.press("enter")
        card: Any = desk.screen
        assert desk.book.cards[card.card_id].value["schritt"] == "S1"


async def test_in_the_whole_list_no_line_loses_its_end_and_the_keys_stay(paths: Paths) -> None:
    async with at_the_desk(paths, size=SMALL) as desk:
        for number in range(14):
            step(desk, f"S{number} {'Wort ' * 11}Ende{number}", -20 + number)
        await desk.do("app.due")
        await desk.press("s", "enter")
        assert "beiseitegelegt" in desk.text
        assert "Esc zurück" in desk.text
        assert all(f"Ende{number}" in desk.text for number in (1, 2, 3))


async def test_where_nothing_is_due_the_list_says_how_to_leave_it(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.do("app.due")
        await desk.press("s")
        assert "Nichts fällig." in desk.text
        assert "Esc zurück" in desk.text


async def test_from_a_thirsty_line_an_encounter_is_one_with_that_partner(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        id = partner(desk, "Kita", 70, hoechst_tage=30)
        await desk.press("f2", "down")
        assert "Kita: 70 Tage ohne Kontakt" in desk.text
        assert desk.screen.card_in_hand == id


async def test_w_opens_the_watering_plan_and_k_moves_the_partner_at_once(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        dry = partner(desk, "Kita", 700, hoechst_tage=60)
        partner(desk, "Zoo", 20, hoechst_tage=60)
        await desk.press("f2", "w")
        assert desk.screen.card_in_hand == dry
        line = next(line for line in desk.text.splitlines() if "Kita" in line)
        assert line.rstrip().endswith("seit 700 Tagen, durstig")
        assert "spätestens" in desk.text
        await desk.press("k")
        await desk.type("Tee")
        await desk.press("escape")
        names = [card.id for card in desk.screen.page._rows._found]
        assert names[-1] == dry
        assert desk.screen.card_in_hand == dry
        assert "heute Kontakt" in desk.text
        await desk.press("enter")
        assert "Wie oft möchten Sie sich" in desk.text
