"""A list of cards by keyboard and mouse, alone in a small app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from gartenjahr_tui.garden.lists import CardList
from gartenjahr_tui.garden.targets import ToCard, ToNewCard
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.widgets.card_list import KEYS, CardRows, FilterLine, ListPage
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.words.garden import ListPageWords
from gartenjahr_tui.workbook.cards import Cards

NAMES = ("Zoo", "Bücherei", "Ärztehaus", "Ahrens")


class Host(App[None]):
    """A list alone; keeps what it asks for."""

    BINDINGS = [("escape", "leave", "")]

    def __init__(self, page: ListPage) -> None:
        super().__init__()
        self.page = page
        self.asked: list[Any] = []

    def compose(self) -> ComposeResult:
        yield self.page

    def on_go(self, event: Go) -> None:
        self.asked.append(event.target)

    @on(ListPage.Delete)
    def keep(self, event: ListPage.Delete) -> None:
        self.asked.append(("Delete", event.card_id))

    def action_leave(self) -> None:
        self.asked.append(("Left", ""))


@pytest.fixture
def cards(guide: Guide, clock: Any) -> Cards:
    return Cards(guide, (), lambda *_: None, today=clock.today, now=clock.now)


def card_list(cards: Cards, kind: str) -> CardList:
    form = cards.forms[kind]
    return CardList(kind, form.items, form.lead, form.line)


@pytest.fixture
def partners(cards: Cards) -> CardList:
    return card_list(cards, "partner")


def host_of(pilot: Pilot[None]) -> Host:
    """The app of a test."""
    assert isinstance(pilot.app, Host)
    return pilot.app


@asynccontextmanager
async def shown(
    cards: Cards,
    list_: CardList,
    *,
    size: tuple[int, int] = (80, 24),
    overview: Callable[[], list[str]] = lambda: [],
) -> AsyncIterator[Pilot[None]]:
    app = Host(ListPage(cards, list_, overview))
    async with app.run_test(size=size) as pilot:
        app.page.enter()
        await pilot.pause()
        yield pilot


def painted(pilot: Pilot[None]) -> list[str]:
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def row_lines(pilot: Pilot[None]) -> list[str]:
    region = pilot.app.query_one(CardRows).region
    lines = painted(pilot)[region.y : region.bottom]
    return [line.strip() for line in lines if line.strip()]


def reversed_text(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "".join(s.text for strip in strips for s in strip if s.style and s.style.reverse)


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()


class TestRows:
    async def test_names_stand_as_in_a_german_dictionary(
        self, cards: Cards, partners: CardList
    ) -> None:
        for name in NAMES:
            cards.add("partner", {"name": name})
        async with shown(cards, partners) as pilot:
            assert row_lines(pilot) == ["Ahrens", "Ärztehaus", "Bücherei", "Zoo"]

    async def test_a_day_with_a_time_stands_whole_in_its_column(self, cards: Cards) -> None:
        cards.add("encounter", {"am": "2026-11-15T09:30", "anlass": "Tee"})
        async with shown(cards, card_list(cards, "encounter")) as pilot:
            assert row_lines(pilot) == ["15.11.2026  Tee"]

    async def test_what_stands_beside_a_name_stands_in_a_column(
        self, cards: Cards, partners: CardList
    ) -> None:
        bild = [{"am": "2026-01-02", "phase": "2"}]
        cards.add("partner", {"name": "Aal", "kategorie": "schule", "bild": bild})
        cards.add("partner", {"name": "Grundschule Süd", "kategorie": "schule"})
        async with shown(cards, partners, size=(100, 24)) as pilot:
            first, second = row_lines(pilot)
            assert first.index("Schule · Phase 2") == second.index("Schule", 12)

    async def test_the_date_stands_first_and_only_once(self, cards: Cards) -> None:
        cards.add("feast", {"titel": "Herbstfest", "am": "2026-10-04"})
        cards.add("feast", {"titel": "Sommerfest", "am": "2026-07-01"})
        cards.add("feast", {"titel": "Irgendwann"})
        async with shown(cards, card_list(cards, "feast")) as pilot:
            assert row_lines(pilot) == [
                "Irgendwann",
                "04.10.2026  Herbstfest",
                "01.07.2026  Sommerfest",
            ]

    @pytest.mark.parametrize("name", ["[Kita] Süd", "[/]", "[red]rot[/red]", r"\[b]", "$primary"])
    async def test_brackets_in_a_name_are_text(
        self, cards: Cards, partners: CardList, name: str
    ) -> None:
        cards.add("partner", {"name": name})
        async with shown(cards, partners, overview=lambda: [f"Zuletzt: {name}"]) as pilot:
            assert row_lines(pilot) == [name]
            assert any(f"Zuletzt: {name}" in line for line in painted(pilot))

    @pytest.mark.parametrize("letter", ["x", "本", "ä"])
    async def test_an_endless_name_ends_in_its_column(
        self, cards: Cards, partners: CardList, letter: str
    ) -> None:
        cards.add("partner", {"name": letter * 5000, "kategorie": "schule"})
        async with shown(cards, partners, size=(40, 24)) as pilot:
            (line,) = row_lines(pilot)
            name, beside = line.split("…")
            assert 12 <= cell_len(name) <= 18
            assert beside.strip() == "Schule"

    async def test_wide_letters_do_not_push_the_column(
        self, cards: Cards, partners: CardList
    ) -> None:
        cards.add("partner", {"name": "日本図書館", "kategorie": "schule"})
        cards.add("partner", {"name": "Kita", "kategorie": "schule"})
        async with shown(cards, partners) as pilot:
            columns = [cell_len(line[: line.index("Schule")]) for line in row_lines(pilot)]
            assert len(set(columns)) == 1

    async def test_a_card_without_a_name_can_be_opened(
        self, cards: Cards, partners: CardList
    ) -> None:
        card = cards.add("partner")
        async with shown(cards, partners) as pilot:
            assert row_lines(pilot) == ["(ohne Namen)"]
            await press(pilot, "enter")
            assert host_of(pilot).asked == [ToCard(card.id)]

    async def test_the_cursor_is_seen_without_colours(
        self, cards: Cards, partners: CardList
    ) -> None:
        for name in NAMES:
            cards.add("partner", {"name": name})
        async with shown(cards, partners) as pilot:
            await press(pilot, "down")
            assert reversed_text(pilot).strip() == "Ärztehaus"
            await press(pilot, "f")
            assert "Ärztehaus" not in reversed_text(pilot)
            strips = pilot.app.screen._compositor.render_strips()
            bold = [s.text.strip() for strip in strips for s in strip if s.style and s.style.bold]
            assert "Ärztehaus" in bold


class TestKeys:
    async def test_each_key_asks_for_its_own(self, cards: Cards, partners: CardList) -> None:
        ids = {name: cards.add("partner", {"name": name}).id for name in NAMES}
        async with shown(cards, partners) as pilot:
            await press(pilot, "n", "down", "enter", "down", "l", "delete")
            assert host_of(pilot).asked == [
                ToNewCard("partner"),
                ToCard(ids["Ärztehaus"]),
                ("Delete", ids["Bücherei"]),
                ("Delete", ids["Bücherei"]),
            ]

    async def test_other_letters_do_nothing(self, cards: Cards, partners: CardList) -> None:
        cards.add("partner", {"name": "Zoo"})
        async with shown(cards, partners) as pilot:
            await press(pilot, *"abcxyzäöü159", "left", "right", "space")
            assert host_of(pilot).asked == []
            assert isinstance(pilot.app.focused, CardRows)

    async def test_the_cursor_walks_and_stops_at_the_ends(
        self, cards: Cards, partners: CardList
    ) -> None:
        ids = [cards.add("partner", {"name": f"{n:03}"}).id for n in range(300)]
        async with shown(cards, partners) as pilot:
            page, rows = host_of(pilot).page, pilot.app.query_one(CardRows)
            await press(pilot, "end")
            assert page.selected == ids[-1]
            assert row_lines(pilot)[-1].startswith("299")
            await press(pilot, "down")
            assert page.selected == ids[-1]
            await press(pilot, "pageup")
            assert page.selected == ids[300 - rows.size.height]
            await press(pilot, "home")
            assert page.selected == ids[0]
            assert row_lines(pilot)[0].startswith("000")
            await press(pilot, "pagedown", "down")
            assert page.selected == ids[rows.size.height]

    async def test_a_click_opens_the_row_under_the_mouse(
        self, cards: Cards, partners: CardList
    ) -> None:
        ids = [cards.add("partner", {"name": f"{n:03}"}).id for n in range(300)]
        async with shown(cards, partners) as pilot:
            await press(pilot, "end")
            top = pilot.app.query_one(CardRows).scroll_offset.y
            await pilot.click(CardRows, offset=(3, 2))
            await pilot.pause()
            assert host_of(pilot).asked == [ToCard(ids[top + 2])]

    async def test_a_click_below_the_rows_does_nothing(
        self, cards: Cards, partners: CardList
    ) -> None:
        cards.add("partner", {"name": "Zoo"})
        async with shown(cards, partners) as pilot:
            await pilot.click(CardRows, offset=(3, 3))
            await pilot.pause()
            assert host_of(pilot).asked == []

    async def test_the_keys_stand_below(self, cards: Cards, partners: CardList) -> None:
        async with shown(cards, partners) as pilot:
            hint = "n neu · l löschen · f filtern · u zurücknehmen"
            assert hint == KEYS
            assert any(hint in line for line in painted(pilot))


class TestFilter:
    @pytest.fixture(autouse=True)
    def plant(self, cards: Cards) -> None:
        for name in NAMES:
            cards.add("partner", {"name": name})

    @pytest.mark.parametrize("typed", ["bücherei", "BUECH", "buech"])
    async def test_umlauts_and_case_do_not_matter(
        self, cards: Cards, partners: CardList, typed: str
    ) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "f", *typed)
            assert row_lines(pilot) == ["Bücherei"]

    async def test_letters_of_commands_are_text(self, cards: Cards, partners: CardList) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "f", *"nluf", "delete")
            assert pilot.app.query_one(FilterLine).text == "nluf"
            assert host_of(pilot).asked == []

    @pytest.mark.parametrize("key", ["down", "enter"])
    async def test_up_from_the_first_row_and_back(
        self, cards: Cards, partners: CardList, key: str
    ) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "up")
            assert isinstance(pilot.app.focused, FilterLine)
            await press(pilot, "z", key)
            assert isinstance(pilot.app.focused, CardRows)
            assert cards.title(cards[host_of(pilot).page.selected]) == "Zoo"
            assert host_of(pilot).asked == []

    async def test_escape_clears_goes_back_and_stays_on_the_hit(
        self, cards: Cards, partners: CardList
    ) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "f", *"büch", "escape")
            assert isinstance(pilot.app.focused, CardRows)
            assert len(row_lines(pilot)) == len(NAMES)
            assert reversed_text(pilot).strip() == "Bücherei"
            assert host_of(pilot).asked == []

    async def test_escape_in_an_empty_filter_is_the_screens(
        self, cards: Cards, partners: CardList
    ) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "f", "escape")
            assert host_of(pilot).asked == [("Left", "")]

    async def test_the_best_hit_comes_first(self, cards: Cards, partners: CardList) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "end", "f", "ä")
            assert cards.title(cards[host_of(pilot).page.selected]) == "Ärztehaus"

    async def test_no_hits_are_said(self, cards: Cards, partners: CardList) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "f", *"[/]", "enter")
            assert "Zu „[/]“ passt hier nichts" in " ".join(row_lines(pilot))
            await press(pilot, "enter", "l")
            assert host_of(pilot).asked == []
            await press(pilot, "f", "escape")
            assert len(row_lines(pilot)) == len(NAMES)

    async def test_a_partner_of_another_name_is_found_by_it_at_once(
        self, cards: Cards, partners: CardList
    ) -> None:
        zoo = cards.of("partner")[-1]
        cards.add("encounter", {"anlass": "Besuch", "partner": [zoo.id]})
        encounters = card_list(cards, "encounter")
        assert encounters.found(cards, "zoo")
        cards.set(zoo.id, name="Tierpark")
        assert not encounters.found(cards, "zoo")
        assert encounters.found(cards, "tierpark")
        assert [card.id for card in partners.found(cards, "tier")] == [zoo.id]
        assert [cards.title(card) for card in cards.of("partner")][-1] == "Tierpark"


class TestEmpty:
    async def test_it_says_what_belongs_here_and_how_to_begin(
        self, cards: Cards, partners: CardList
    ) -> None:
        async with shown(cards, partners, size=(40, 24)) as pilot:
            text = " ".join(row_lines(pilot))
            assert ListPageWords.EMPTY.format(items="Partner", key="n") in text
            assert reversed_text(pilot).strip().startswith("Unter „")
            assert host_of(pilot).page.selected == ""
            assert not pilot.app.query_one(FilterLine).region

    async def test_only_a_new_card_can_be_asked_for(self, cards: Cards, partners: CardList) -> None:
        async with shown(cards, partners) as pilot:
            await press(pilot, "enter", "l", "up", "down", "pagedown", "end", "home", "f", "n")
            assert host_of(pilot).asked == [ToNewCard("partner")]
            assert isinstance(pilot.app.focused, CardRows)


class TestReload:
    async def test_the_cursor_stays_on_its_card(self, cards: Cards, partners: CardList) -> None:
        ids = {name: cards.add("partner", {"name": name}).id for name in NAMES}
        async with shown(cards, partners) as pilot:
            page = host_of(pilot).page
            await press(pilot, "down", "down")
            cards.add("partner", {"name": "Aal"})
            page.reload()
            assert page.selected == ids["Bücherei"]
            cards.set(ids["Bücherei"], name="Zuletzt")
            page.reload()
            await pilot.pause()
            assert page.selected == ids["Bücherei"]
            assert reversed_text(pilot).strip() == "Zuletzt"

    async def test_after_deleting_it_stands_on_the_next(
        self, cards: Cards, partners: CardList
    ) -> None:
        ids = {name: cards.add("partner", {"name": name}).id for name in NAMES}
        async with shown(cards, partners) as pilot:
            page = host_of(pilot).page
            for gone, then in (
                ("Ärztehaus", "Bücherei"),
                ("Zoo", "Bücherei"),
                ("Ahrens", "Bücherei"),
            ):
                while page.selected != ids[gone]:
                    await press(pilot, "down" if gone != "Ahrens" else "up")
                cards.delete(page.selected)
                page.reload()
                assert page.selected == ids[then]
            cards.delete(page.selected)
            page.reload()
            assert page.selected == ""
            cards.undoing.take_back()
            page.reload()
            assert page.selected == ids["Bücherei"]

    async def test_the_overview_is_read_anew(self, cards: Cards, partners: CardList) -> None:
        lines: list[str] = []
        async with shown(cards, partners, overview=lambda: lines) as pilot:
            lines.append("2 Partner warten auf Post.")
            host_of(pilot).page.reload()
            await pilot.pause()
            assert any("2 Partner warten auf Post." in line for line in painted(pilot))


class TestRoom:
    @pytest.mark.parametrize("size", [(40, 16), (40, 24), (60, 16), (120, 40)])
    async def test_the_cursor_is_in_sight_at_every_size(
        self, cards: Cards, size: tuple[int, int]
    ) -> None:
        for number in range(60):
            cards.add("encounter", {"am": "2026-11-01", "anlass": f"Anlass {number:02}"})
        encounters = card_list(cards, "encounter")
        async with shown(cards, encounters, size=size) as pilot:
            for key in ("end", "home", "pagedown"):
                await press(pilot, key)
                name = cards.title(cards[host_of(pilot).page.selected])
                assert f"01.11.2026  {name}" in reversed_text(pilot)

    async def test_a_smaller_window_keeps_the_cursor_in_sight(
        self, cards: Cards, partners: CardList
    ) -> None:
        for number in range(60):
            cards.add("partner", {"name": f"Partner {number:02}"})
        async with shown(cards, partners, size=(80, 40)) as pilot:
            await press(pilot, *["down"] * 20)
            await pilot.resize_terminal(40, 18)
            await pilot.pause()
            await pilot.pause()
            assert "Partner 20" in reversed_text(pilot)

    async def test_only_what_is_in_sight_is_built(
        self, cards: Cards, partners: CardList, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for number in range(2000):
            cards.add("partner", {"name": f"Partner {number:04}"})
        built: set[str] = set()
        beside = CardList.beside

        def counted(self: CardList, cards: Cards, card: Any) -> list[str]:
            built.add(card.id)
            return beside(self, cards, card)

        monkeypatch.setattr(CardList, "beside", counted)
        async with shown(cards, partners) as pilot:
            await press(pilot, "end")
            assert len(built) <= 2 * 24
