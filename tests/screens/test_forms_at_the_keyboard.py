"""Inside a form everything typed is for the form; lists are walked from end to end."""

from __future__ import annotations

import pytest
from textual import events
from textual.geometry import Offset

from gartenjahr_tui.garden.targets import ToCard
from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.card_list import ListPage
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.widgets.outline import Outline
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from screens.boden import BodenScreen
from screens.karte import CardScreen
from screens.menue import MenuScreen
from screens.partner import PartnerScreen
from screens.schnell import QuickScreen
from tests.conftest import prompt_with
from tests.screens.helpers import Desk, at_the_desk

SCALE = "boden.wichtigkeit"


def partnership(book: Workbook) -> tuple[str, str]:
    """A partnership and its partner."""
    kita = book.cards.add("partner", {"name": "Kita Mitte"})
    return book.cards.add("partnership", {"titel": "Lesestart", "partner": [kita.id]}).id, kita.id


async def burst(desk: Desk, *keys: str) -> None:
    """Press keys faster than the program can act."""
    for key in keys:
        desk.app.post_message(events.Key(key, {"space": " "}.get(key, key)))
    await desk.settle()


async def test_words_typed_at_a_scale_stand_in_its_reason_and_nothing_opens(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SCALE)
        assert isinstance(desk.focused, OptionsField)
        await desk.type("Kurse mit der Kita")
        assert isinstance(desk.screen, BodenScreen)
        value = desk.book.answer(SCALE).value
        assert [*value.values()] == ["Kurse mit der Kita"]


async def test_keys_pressed_in_a_burst_at_a_scale_stand_in_its_reason_too(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SCALE)
        await burst(desk, "4", *"Ohne", "space", *"Netz")
        assert [*desk.book.answer(SCALE).value.values()] == [4, "Ohne Netz"]


async def test_what_is_pasted_at_a_scale_stands_behind_its_reason(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SCALE)
        await desk.type("Weil")
        await desk.press("shift+tab")
        assert isinstance(desk.focused, OptionsField)
        await desk.paste("es trägt.\nWirklich.")
        assert [*desk.book.answer(SCALE).value.values()] == ["Weil es trägt.\nWirklich."]


async def test_no_letter_stands_in_the_key_bar_where_it_would_only_be_typed(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card = desk.book.cards.add("feast", {"titel": "Erntedank"})
        await desk.go(ToCard(card.id))
        assert "k Begegnung" in desk.text
        await desk.press("enter")
        assert "k Begegnung" not in desk.text
        await desk.press("escape")
        assert "k Begegnung" in desk.text


async def test_the_keys_are_shown_from_a_scale_too(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SCALE)
        before = desk.screen
        await desk.press("question_mark")
        assert desk.screen is not before
        assert desk.book.answer(SCALE).value == {}


@pytest.mark.parametrize("digit", "12345")
async def test_a_digit_in_a_check_list_opens_no_step(paths: Paths, digit: str) -> None:
    async with at_the_desk(paths) as desk:
        prompt = prompt_with(desk.book.guide, FieldKind.CHECKS, FieldKind.TEXT)
        await desk.open(prompt.id)
        before = desk.screen
        await desk.press(digit)
        assert desk.screen is before


async def test_where_there_is_no_reason_a_word_is_looked_for_and_its_blank_chooses_nothing(
    paths: Paths,
) -> None:
    async with at_the_desk(paths) as desk:
        card, _ = partnership(desk.book)
        await desk.go(ToCard(card, prompt="partnership.garten"))
        field = desk.focused
        assert isinstance(field, OptionsField)
        await desk.type("eine Person")
        assert desk.focused is field
        assert field.value is None
        assert any("nicht geschrieben" in said for said in desk.said)
        await desk.press("right", "space")
        assert field.value == 2


async def test_a_letter_goes_to_the_option_that_begins_so(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("k")
        while not isinstance(desk.focused, OptionsField):
            await desk.press("tab")
        await desk.press("t", "t", "space")
        assert isinstance(desk.screen, QuickScreen)
        assert desk.focused.value == "telefon"


@pytest.mark.parametrize("key", [*"pcwrs0123"])
async def test_no_letter_and_no_digit_leaves_a_list_of_entries(paths: Paths, key: str) -> None:
    async with at_the_desk(paths) as desk:
        prompt = prompt_with(desk.book.guide, FieldKind.ENTRIES)
        await desk.open(prompt.id)
        before, field = desk.screen, desk.focused
        await desk.press(key)
        assert (desk.screen, desk.focused) == (before, field)
        await desk.press("n")
        assert desk.focused is not field


async def test_letters_lead_to_pages_and_home_and_end_to_the_ends(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.press("1")
        outline = desk.focused
        assert isinstance(outline, Outline)
        sections = [section.short for section in desk.screen.sections]
        await desk.press("s")
        assert sections[outline.cursor] == "Samen im Haus"
        await desk.press("s")
        assert sections[outline.cursor] == "Samen draußen"
        await desk.press("b")
        assert sections[outline.cursor] == "Bündnisse"
        await desk.press("end")
        assert outline.cursor == len(desk.screen.places) - 1
        await desk.press("home")
        assert outline.cursor == 0
        await desk.press("k")
        assert isinstance(desk.screen, QuickScreen)


async def test_home_and_end_walk_entries_options_and_the_menu(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await desk.open(SCALE)
        await desk.press("end", "space")
        assert desk.focused.value == 5
        await desk.press("home", "space")
        assert desk.focused.value == 1
        await desk.press("f10", "end")
        rows = desk.screen.query_one("OptionList")
        assert isinstance(desk.screen, MenuScreen)
        assert rows.highlighted == rows.option_count - 1
        await desk.press("home")
        assert rows.highlighted == 0


async def test_what_was_begun_in_a_list_is_the_chosen_row_afterwards(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        for name in ("Amt", "Verein", "Zoo"):
            desk.book.cards.add("partner", {"name": name})
        await desk.press("p", "n")
        await desk.type("Museum")
        await desk.press("escape", "escape")
        assert isinstance(desk.screen, PartnerScreen)
        card = desk.book.cards.get(desk.screen.query_one(ListPage).selected)
        assert card and card.value["name"] == "Museum"


async def test_an_encounter_noted_on_a_partnership_is_with_its_partner(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        card, kita = partnership(desk.book)
        await desk.go(ToCard(card))
        await desk.press("k")
        await desk.until(lambda: "Kita Mitte" in desk.text)
        assert isinstance(desk.screen, QuickScreen)
        await desk.press("escape")
        assert desk.book.cards.of("encounter") == []
        await desk.press("k")
        await desk.type("Frau Yıldız")
        await desk.press("escape")
        (encounter,) = desk.book.cards.of("encounter")
        assert encounter.value["kooperation"] == [card]
        assert encounter.value["partner"] == [kita]
        assert desk.book.cards.title(encounter) == "Kita Mitte, 22.11.2026"


async def test_growth_changed_on_the_same_day_is_the_present_one(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        today = "2026-11-22"
        states = [{"am": today, "stufe": "samenkorn"}, {"am": today, "stufe": "keim"}]
        form = desk.book.guide.forms["partnership"]
        column = form.fields["wachstum"].current
        states = [{"am": s["am"], column: s["stufe"]} for s in states]
        card = desk.book.cards.add("partnership", {"titel": "Lesestart", "wachstum": states})
        prompt = next(p for p in form.prompts.values() if any(f.id == "wachstum" for f in p.fields))
        await desk.go(ToCard(card.id, "", prompt.id))
        await desk.screen.go_to(Bookmark("karte", prompt.id, "wachstum"))
        await desk.settle()
        assert isinstance(desk.screen, CardScreen)
        (now,) = (line for line in desk.text.splitlines() if "● jetzt" in line)
        assert "Keim" in now


async def test_a_number_says_what_it_counts(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        _, kita = partnership(desk.book)
        await desk.go(ToCard(kita, prompt="partner.giessen"))
        assert "Längster Abstand (Tage)" in desk.text


async def test_keys_in_a_burst_stay_in_order_in_the_menu(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        await burst(desk, "f10", *"berciht", *["backspace"] * 4, *"icht")
        assert desk.screen.query_one(LineArea).text == "bericht"


async def test_the_cursor_of_the_terminal_is_where_the_focus_is(paths: Paths) -> None:
    async with at_the_desk(paths) as desk:
        seen: set[Offset] = {desk.app.cursor_position}
        assert desk.text.splitlines()[desk.app.cursor_position.y].lstrip().startswith("▌")
        await desk.press("1", "down", "down")
        for place in ("outline", "scale", "menu"):
            if place == "scale":
                await desk.open(SCALE)
                await desk.press("right")
            elif place == "menu":
                await desk.press("f10", "down")
            assert desk.app.cursor_position not in seen, place
            seen.add(desk.app.cursor_position)
