"""The garden: where one goes on, what waits, the way through the year."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import Any

import pytest
from rich.cells import cell_len

from gartenjahr_tui.garden import home
from gartenjahr_tui.garden.home import from_glance
from gartenjahr_tui.garden.targets import Target, ToCard
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import glance
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.home_panel import HomePanel
from gartenjahr_tui.workbook.states import AnswerState
from screens.garten import GartenScreen
from screens.leitfaden import GuideScreen
from screens.partner import PartnerScreen
from tests.conftest import OpenBook
from tests.screens.helpers import SMALL, TODAY, WIDE, Desk, at_the_desk


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
        assert "Weiter" in desk.text
        assert "Ruhen › Mit Partnern" in desk.text
        await desk.press("enter")
        assert desk.prompt == "ruhen.veraenderungen"
        assert desk.view.place("ruhen").field == field
        assert desk.focused.cursor_location == place == (1, 2)
        assert desk.is_seen(desk.focused)


async def test_a_page_kept_by_the_version_before_gives_way_when_the_garden_is_open(
    paths: Paths, open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "halb"})
    home.keep(book)
    page = book.setting(home.KEPT)
    lines = [{**line, "action": f"app.prompt('{prompt.id}')"} for line in page["waiting"]]
    for line in lines:
        del line["target"]
    book.before_end = lambda book: book.remember(home.KEPT, {**page, "waiting": lines})
    book.close()
    async with at_the_desk(paths) as desk:
        assert "1 angefangene Frage" in desk.text
        await desk.press("down", "enter")
        assert desk.prompt == prompt.id
        assert desk.focused.text == "halb"


async def test_a_new_garden_begins_with_the_first_day(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("enter")
        assert "Die ersten fünf" in desk.title


@pytest.mark.parametrize(
    ("digit", "name"), list(enumerate(["Boden", "Säen", "Pflegen", "Ernten", "Ruhen"]))
)
async def test_digits_open_the_steps(paths: Paths, digit: int, name: str) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press(str(digit))
        assert f"{digit} {name}" in desk.title
        await desk.press("f2")
        assert isinstance(desk.screen, GartenScreen)


async def test_progress_is_told_in_words(paths: Paths, guide: Guide) -> None:
    async with at_the_desk(paths) as desk:
        assert "3 Ernten –" in desk.text
        desk.book.mark(guide.prompts["ernten.zeit"], AnswerState.NOT_HERE)
        await desk.press("f2")
        assert "3 Ernten 1" in desk.text
    async with at_the_desk(paths, size=WIDE) as desk:
        assert "1 fertig" in line_with(desk.text, "3 Ernten")


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (AnswerState.BEGUN, "1 angefangene Frage in Säen"),
        (AnswerState.LATER, "1 Frage auf später in Säen"),
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


async def test_j_leads_into_the_year_that_is_due(paths: Paths) -> None:
    async with at_the_desk(paths, today=date(2026, 5, 1)) as desk:
        assert "2026" in desk.title
    async with at_the_desk(paths, today=date(2027, 1, 2)) as desk:
        assert "hat begonnen: überwintern" in desk.text
        await desk.press("j")
        await desk.until(lambda: "Überwintern · 2026 → 2027" in desk.title)
        assert desk.book.years == (2026,)


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


# The garden


async def plant(desk: Desk, *titles: str, **fields: Any) -> list[str]:
    """Put partnerships into the bed for families, and go home; their ids."""
    cards = [
        desk.book.cards.add("partnership", {"titel": title, "themenfeld": "familien", **fields})
        for title in titles
    ]
    await desk.press("f2")
    return [card.id for card in cards]


def opened_by(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the cards that are opened from now on."""
    opened: list[str] = []

    go = desk.app.go

    async def note(target: Target) -> None:
        if isinstance(target, ToCard):
            opened.append(target.id)
        else:
            await go(target)

    monkeypatch.setattr(desk.app, "go", note)
    return opened


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_an_empty_garden_leaves_everything_else_in_sight(
    paths: Paths, size: tuple[int, int]
) -> None:
    async with at_the_desk(paths, size=size) as desk:
        for words in ("Hier geht es los", "4 Ruhen", "Jetzt dran", "Noch ist alles frei"):
            assert words in desk.text
        assert "Partner: noch keine" in desk.text


async def test_arrows_walk_from_plant_to_plant_and_enter_opens_the_card(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        ids = await plant(desk, "Apfel", "Birne", "Kirsche", "Pflaume")
        opened = opened_by(desk, monkeypatch)
        await desk.press("up", "enter", "up", "right", "enter", "right", "right", "enter")
        await desk.press("right", "enter", "left", "left", "left", "left", "enter")
        assert opened == [ids[3], ids[1], ids[3], ids[3], ids[0]]
        await desk.press("down", "down", "enter")
        assert opened == [ids[3], ids[1], ids[3], ids[3], ids[0]]
        assert desk.screen is not desk.app.garden


async def test_a_plant_can_be_clicked(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        ids = await plant(desk, "Apfel", "Birne")
        opened = opened_by(desk, monkeypatch)
        y, line = next((y, t) for y, t in enumerate(desk.text.splitlines()) if "Birne" in t)
        await desk.pilot.click(offset=(line.index("Birne") + 2, y + 1))
        await desk.pilot.click(offset=(line.index("Apfel"), y))
        assert opened == [ids[1], ids[0]]


@pytest.mark.parametrize("size", [SMALL, WIDE, (60, 16)])
async def test_long_and_strange_names_stay_in_their_bed(
    paths: Paths, size: tuple[int, int]
) -> None:
    names = ("[b]Kita[/b] [/] " + "Süd" * 40, "日本語" * 20, "Lesestart")
    async with at_the_desk(paths, size=size) as desk:
        await plant(desk, *names)
        await desk.press("up")
        for _ in names:
            await desk.press("up")
            assert "▌" in desk.text
        seen = []
        for _ in range(15):
            seen.append(desk.text)
            await desk.press("up")
        assert any("[b]Kita[/b] [/]" in text for text in seen)
        for text in seen:
            assert all(cell_len(line) == size[0] for line in text.splitlines())


async def test_the_garden_as_a_list_is_remembered(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        partner = desk.book.cards.add("partner", {"name": "Kita Sonnenblume"})
        await plant(desk, "Lesestart", partner=[partner.id])
        assert "mit Kita" not in desk.text
        await desk.menu("garten als liste")
        assert "Lesestart – Samenkorn – mit Kita Sonnenblume" in desk.text
    async with at_the_desk(paths, size=WIDE) as desk:
        assert "Lesestart – Samenkorn – mit Kita Sonnenblume" in desk.text
        await desk.press("g")
        assert "mit Kita" not in desk.text
        assert "· Lesestart" in desk.text


async def test_the_first_frame_shows_the_plants_and_the_cursor_stays(paths: Paths) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        await plant(desk, *(f"Nummer {number:03}" for number in range(100)))
    look = glance.look(paths.file)
    first = from_glance(look, TODAY, str(paths.folder), read_guide)
    text = HomePanel(first).render().plain
    assert "Nummer 059" in text
    assert "Nummer 060" not in text
    assert "… und 40 weitere" in text
    async with at_the_desk(paths, size=WIDE) as desk:
        panel = desk.screen.query_one(HomePanel)
        panel.show(first)
        await desk.press("up")
        before = panel._places()[panel.cursor]
        await desk.press("f2")
        assert panel._places()[panel.cursor] == before
        assert len(panel._places()) > 100


async def test_three_hundred_plants_are_walked_without_delay(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await plant(desk, *(f"Nummer {number:03}" for number in range(300)))
        panel = desk.screen.query_one(HomePanel)
        began = time.perf_counter()
        for _ in range(20):
            panel.action_move(-1)
            for y in range(24):
                panel.render_line(y)
        assert (time.perf_counter() - began) / 20 < 0.1
        await desk.settle()
        assert "Nummer 26" in desk.text


async def test_the_cursor_is_seen_without_colours(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_the_desk(paths, size=WIDE) as desk:
        await plant(desk, "Apfel", "Birne")
        await desk.press("up", "right")
        panel = desk.screen.query_one(HomePanel)
        y = next(y for y in range(len(panel._rows())) if "Birne" in panel._line(y).plain)
        marked = [s.text for s in panel.render_line(y) if s.style and s.style.reverse]
        assert "Birne" in "".join(marked)
        assert "Apfel" not in "".join(marked)


async def test_the_partners_and_the_seeds_lead_on(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("up", "enter")
        assert isinstance(desk.screen, PartnerScreen)
        await desk.press("escape", "escape")
        await desk.press("right", "enter")
        assert "1 Säen" in desk.title


async def test_a_due_year_stands_in_the_menu_only_when_it_is_due(paths: Paths) -> None:
    async with at_the_desk(paths, today=date(2026, 5, 1)) as desk:
        assert "due" not in desk.screen.offers
    async with at_the_desk(paths, today=date(2027, 1, 2)) as desk:
        await desk.menu("überwintern ins neue jahr")
        await desk.until(lambda: "2026 → 2027" in desk.title)


async def test_what_is_due_and_the_steps_stand_side_by_side(paths: Paths, guide: Guide) -> None:
    async with at_the_desk(paths, size=WIDE) as desk:
        desk.book.mark(guide.prompts["saeen.eignung"], AnswerState.LATER)
        about = desk.book.cards.add("partnership", {"titel": "Lesegarten"})
        step = {"schritt": "Beete aus alten Paletten bauen", "schritt_am": "2026-11-14"}
        desk.book.cards.add("encounter", {**step, "kooperation": [about.id]})
        await desk.press("f2")
        assert "überfällig seit 14.11. – Lesegarten" in desk.text
        await desk.press("end", "enter")
        assert "Lesegarten" in desk.title
        await desk.press("f2", "home")
        line = line_with(desk.text, "Frage auf später in Säen")
        assert "2 Pflegen" in line
        await desk.press("down", "down", "down", "right", "up", "enter")
        assert "1 Säen" in desk.title
    async with at_the_desk(paths, size=(62, 24)) as desk:
        assert "0 Boden" not in line_with(desk.text, "Frage auf später in Säen")


async def test_the_whole_garden_is_seen_in_a_small_window_without_scrolling(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        cards, today = desk.book.cards, TODAY
        beds = ("familien", "quartier", "beruf", "region", "gesundheit", "kultur", "sonst")
        for number, bed in enumerate(beds):
            about = cards.add("partnership", {"titel": f"Kooperation {number}", "themenfeld": bed})
            day = (today - timedelta(days=number)).isoformat()
            step = {"schritt": f"Schritt {number}", "schritt_am": day, "kooperation": [about.id]}
            cards.add("encounter", step)
        await desk.press("f2")
        for number in range(7):
            assert f"Kooperation {number}" in desk.text
        assert "Schritt 6: überfällig seit 16.11. – Kooperation 6" in desk.text
        assert "… und 3 weitere" in desk.text and "4 Ruhen" in desk.text
        # The check-in is the fifth line.
        assert len([line for line in desk.text.splitlines() if "Schritt " in line]) == 4
        for words in ("k Begegnung", "p Partner", "c Check-in", "b Bericht", "F8 Erntekorb"):
            assert words in desk.text


async def test_what_is_due_is_ticked_off_with_one_key_and_taken_back_with_another(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        value = {"titel": "Beet", "schritt": "Anrufen", "schritt_am": TODAY.isoformat()}
        seed = desk.book.cards.add("seed", value)
        await desk.press("f2", "down")
        assert "e erledigt" in desk.text
        await desk.press("e")
        assert "Anrufen: heute" not in desk.text
        assert any("„Anrufen“ ist erledigt" in said for said in desk.said)
        await desk.press("u")
        assert desk.book.cards[seed.id].value.get("schritt_stand", "offen") == "offen"
        assert "Anrufen: heute" in desk.text


async def test_in_the_time_of_rest_only_what_was_promised_is_due(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        cards, book = desk.book.cards, desk.book
        partner = cards.add("partner", {"name": "Kita", "hoechst_tage": 30})
        cards.add("encounter", {"partner": [partner.id], "am": "2026-09-01"})
        cards.add("seed", {"titel": "Beet", "schritt": "Anrufen", "schritt_am": "2026-11-20"})
        await desk.press("f2")
        assert "Anrufen" in desk.text and "Kita:" not in desk.text
        book.set_rest(7, 8)
        await desk.press("f2")
        assert "Kita: 82 Tage ohne Kontakt" in desk.text


async def test_a_page_of_keys_and_everyday_words_lead_on(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("question_mark")
        assert "Tasten auf dieser Seite" in desk.text and "Begegnung festhalten" in desk.text
        await desk.press("escape", "m")
        for typed, found in (
            *(("dank", "Dank vormerken"), ("drucken", "Bericht"), ("kooper", "Kooperationen")),
            *(("hilfe", "Tasten"), ("einstell", "Garten einrichten"), ("word", "Bericht")),
            *(("samen", "Samenkörner"), ("über", "Über Gartenjahr")),
        ):
            await desk.type(typed)
            assert found in desk.text, typed
            await desk.press(*["backspace"] * len(typed))


async def test_what_is_pasted_where_there_is_no_field_does_nothing_and_says_so(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        screen, before = desk.screen, desk.focused
        await desk.paste("partner neu löschen ja")
        assert (desk.screen, desk.focused) == (screen, before)
        assert "kein Feld für eingefügten" in " ".join(desk.text.split())
