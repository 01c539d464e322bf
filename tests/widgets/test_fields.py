"""Each kind of field by keyboard, alone in a small app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.events import AppBlur, AppFocus, Paste
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import TextArea

from gartenjahr_tui.garden.targets import Target, ToCard
from gartenjahr_tui.guide.model import Field, FieldKind, Option
from gartenjahr_tui.widgets.areas import SPARE, AnswerArea, DateArea, LineArea, NumberArea
from gartenjahr_tui.widgets.fields import (
    EntriesField,
    FieldWidget,
    field_widget,
    fill,
    input_of,
)
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.links import CardsField, LinkRows, is_typing
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.workbook.values import PROMISED

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards

OPTIONS = (Option("a", "Äpfel"), Option("b", "Birnen"), Option("c", "Kirschen"))
COLUMNS = (Field("wer", FieldKind.LINE, "Wer"), Field("was", FieldKind.LINE, "Was"))
LIST = Field("liste", FieldKind.ENTRIES, columns=COLUMNS, item="Samen")
HISTORY = Field(
    "verlauf",
    FieldKind.ENTRIES,
    columns=(
        Field("am", FieldKind.DATE, "Am"),
        Field("stand", FieldKind.CHOICE, "Stand", OPTIONS),
        Field("grund", FieldKind.TEXT, "Grund"),
    ),
    item="Stand",
    current="stand",
)
PARTNERS = Field("partner", FieldKind.CARDS, of="partner")
ONE = Field("wer", FieldKind.CARDS, of="partner", one=True)
FREE = Field("wem", FieldKind.CARDS, of="partner", free=True)
TODAY = date(2026, 11, 22)
CHANGES = (TextArea.Changed, OptionsField.Changed, EntriesField.Changed, CardsField.Changed)


class Host(App[None]):
    """A field between two others."""

    def __init__(self, *fields: Widget) -> None:
        super().__init__()
        self.before, self.after = LineArea("davor"), LineArea("danach")
        self.fields = fields
        self.told: list[Message] = []
        self.opened: list[Target] = []

    def compose(self) -> ComposeResult:
        yield from (self.before, *self.fields, self.after)

    @on(TextArea.Changed)
    @on(OptionsField.Changed)
    @on(EntriesField.Changed)
    @on(CardsField.Changed)
    def note(self, message: Message) -> None:
        self.told.append(message)

    @on(LineArea.Submitted)
    def go_on(self) -> None:
        self.screen.focus_next()

    def on_go(self, message: Go) -> None:
        self.opened.append(message.target)


def host_of(pilot: Pilot[None]) -> Host:
    """The app of a test."""
    assert isinstance(pilot.app, Host)
    return pilot.app


@asynccontextmanager
async def hosted(widget: FieldWidget) -> AsyncIterator[Pilot[None]]:
    app = Host(widget)
    async with app.run_test(size=(60, 30)) as pilot:
        input_of(widget).focus()
        await pilot.pause()
        yield pilot


def entries(
    cards: Cards, value: Any = None, field: Field = LIST, *, read_only: bool = False
) -> EntriesField:
    widget = field_widget(field, value, cards, read_only=read_only)
    assert isinstance(widget, EntriesField)
    return widget


def partners(
    cards: Cards, value: Any = None, field: Field = PARTNERS, *, read_only: bool = False
) -> CardsField:
    widget = field_widget(field, value, cards, read_only=read_only)
    assert isinstance(widget, CardsField)
    return widget


@pytest.fixture
def cards(book: Workbook) -> Cards:
    return book.cards


async def press(pilot: Pilot[None], *keys: str) -> Any:
    """Press keys; return what has the cursor then."""
    await pilot.press(*keys)
    await pilot.pause()
    await pilot.pause()
    return pilot.app.focused


def painted(pilot: Pilot[None]) -> str:
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join(strip.text for strip in strips)


class TestText:
    async def test_it_grows_with_what_is_typed(self) -> None:
        area = AnswerArea()
        async with hosted(area) as pilot:
            before = area.region.height
            await press(pilot, "a", "enter", "b", "enter", "c", "enter", "d")
            assert before + 3 <= area.region.height <= before + 3 + SPARE
            assert area.text == "a\nb\nc\nd"

    async def test_it_makes_room_for_several_lines_at_once(self) -> None:
        area = AnswerArea()
        async with hosted(area) as pilot:
            heights = []
            for _ in range(8):
                await press(pilot, "a", "enter")
                heights.append(area.region.height)
            assert len(set(heights)) <= 3
            await press(pilot, *["backspace"] * 16)
            assert area.region.height <= heights[0]

    async def test_a_text_that_stands_there_has_no_empty_lines(self) -> None:
        area = AnswerArea("eins\nzwei")
        async with hosted(area):
            assert area.size.height == 2

    async def test_up_and_down_leave_at_the_ends_only(self) -> None:
        area = AnswerArea("eins\nzwei")
        async with hosted(area) as pilot:
            assert await press(pilot, "down") is area
            assert await press(pilot, "end", "down") is host_of(pilot).after
            assert await press(pilot, "up") is area
            assert await press(pilot, "home", "up", "up") is host_of(pilot).before

    async def test_tab_leaves_it_in_both_directions(self) -> None:
        area = AnswerArea("Text")
        async with hosted(area) as pilot:
            assert await press(pilot, "tab") is host_of(pilot).after
            assert await press(pilot, "shift+tab") is area
            assert await press(pilot, "shift+tab") is host_of(pilot).before
            assert area.text == "Text"

    async def test_undo_takes_typing_back(self) -> None:
        area = AnswerArea("Alt")
        async with hosted(area) as pilot:
            await press(pilot, "end", "n", "e", "u")
            assert area.text == "Altneu"
            await press(pilot, "ctrl+z")
            assert area.text == "Alt"

    async def test_digits_and_letters_of_commands_are_text(self) -> None:
        area = AnswerArea()
        async with hosted(area) as pilot:
            await press(pilot, *"01234nblkouzij")
            assert area.text == "01234nblkouzij"


class TestLine:
    async def test_a_paste_of_several_lines_becomes_one(self) -> None:
        area = LineArea()
        async with hosted(area) as pilot:
            pilot.app.post_message(Paste("Frau Öztürk\r\nRathaus\tZimmer 3\n"))
            await pilot.pause()
            assert area.text == "Frau Öztürk Rathaus Zimmer 3"

    async def test_a_paste_keeps_the_blanks_that_part_it_from_what_stands_there(self) -> None:
        area = LineArea("Kita")
        async with hosted(area) as pilot:
            await press(pilot, "end")
            pilot.app.post_message(Paste(" Sonnenschein\t"))
            await press(pilot, *"eV")
            assert area.text == "Kita Sonnenschein eV"

    async def test_line_ends_of_filemaker_and_word_part_words(self) -> None:
        area = LineArea()
        async with hosted(area) as pilot:
            pilot.app.post_message(Paste("Hauptstr. 1\x0b48431\x0cRheine\x85DE"))
            await pilot.pause()
            assert area.text == "Hauptstr. 1 48431 Rheine DE"

    async def test_it_stays_one_line(self) -> None:
        area = LineArea()
        async with hosted(area) as pilot:
            assert await press(pilot, "a", "enter") is host_of(pilot).after
            await press(pilot, "up", "b")
            assert area.text == "ab"
            assert area.region.height == 1

    async def test_up_and_down_leave_it(self) -> None:
        area = LineArea("x")
        async with hosted(area) as pilot:
            assert await press(pilot, "down") is host_of(pilot).after
            await press(pilot, "up")
            assert await press(pilot, "up") is host_of(pilot).before


class TestScale:
    FIELD = Field("text", FieldKind.SCALE, low="wenig", high="viel")

    async def test_digits_choose(self) -> None:
        field = OptionsField(self.FIELD)
        async with hosted(field) as pilot:
            await press(pilot, "4")
            assert field.value == 4
            await press(pilot, "4")
            assert field.value == 4
            await press(pilot, "2")
            assert field.value == 2

    async def test_arrows_move_and_space_chooses_and_takes_back(self) -> None:
        field = OptionsField(self.FIELD)
        async with hosted(field) as pilot:
            await press(pilot, "right", "right", "space")
            assert field.value == 3
            await press(pilot, "space")
            assert field.value is None

    async def test_its_ends_are_named(self) -> None:
        async with hosted(OptionsField(self.FIELD)) as pilot:
            assert "1 wenig · 5 viel" in painted(pilot)


class TestChoiceAndChecks:
    async def test_a_choice_holds_one(self) -> None:
        field = OptionsField(Field("text", FieldKind.CHOICE, options=OPTIONS))
        async with hosted(field) as pilot:
            await press(pilot, "enter", "right", "enter")
            assert field.value == "b"
            assert "(●) Birnen" in painted(pilot)
            assert painted(pilot).count("(●)") == 1

    async def test_an_option_of_former_days_is_there_where_it_was_chosen(self) -> None:
        options = (*OPTIONS, Option("d", "Datteln", former=True))
        for kind, chosen in ((FieldKind.CHOICE, "d"), (FieldKind.CHECKS, ["d"])):
            field = OptionsField(Field("text", kind, options=options), chosen)
            async with hosted(field) as pilot:
                assert field.value == chosen
                assert "Datteln" in painted(pilot)
            async with hosted(OptionsField(Field("text", kind, options=options))) as pilot:
                assert "Datteln" not in painted(pilot)

    async def test_checks_hold_any(self) -> None:
        field = OptionsField(Field("text", FieldKind.CHECKS, options=OPTIONS))
        async with hosted(field) as pilot:
            await press(pilot, "space", "right", "right", "space")
            assert field.value == ["a", "c"]
            assert painted(pilot).count("[x]") == 2

    async def test_arrows_leave_it_at_the_ends(self) -> None:
        field = OptionsField(Field("text", FieldKind.CHECKS, options=OPTIONS))
        async with hosted(field) as pilot:
            assert await press(pilot, "down") is host_of(pilot).after
            await press(pilot, "up", "right")
            assert await press(pilot, "up") is host_of(pilot).before

    async def test_down_and_up_go_to_what_stands_there(self) -> None:
        labels = ("Besuch", "Treffen", "Fest", "Telefonat", "Mail", "Zufall", "Brief")
        options = tuple(Option(label, label) for label in labels)
        field = OptionsField(Field("text", FieldKind.CHOICE, options=options))
        field.styles.width = 52
        async with hosted(field) as pilot:
            rows = [line.split() for line in painted(pilot).splitlines() if "( )" in line]
            assert [row[2] for row in rows] == ["Besuch", "Telefonat", "Brief"]
            await press(pilot, "right", "down", "space")
            assert field.value == "Mail"
            # The last row is shorter: the nearest one.
            await press(pilot, "down", "space")
            assert field.value == "Brief"
            await press(pilot, "up", "up", "space")
            assert field.value == "Besuch"
            assert await press(pilot, "up") is host_of(pilot).before

    @pytest.mark.parametrize("width", range(24, 61, 6))
    async def test_nothing_is_clipped_at_any_width(self, width: int) -> None:
        labels = [f"Möglichkeit {n}" for n in range(7)]
        options = tuple(Option(str(n), label) for n, label in enumerate(labels))
        field = OptionsField(Field("text", FieldKind.CHOICE, options=options))
        field.styles.width = width
        async with hosted(field) as pilot:
            text = " ".join(painted(pilot).split())
            assert all(label in text for label in labels)


class TestEntries:
    async def test_add_walk_the_columns_and_finish(self, cards: Cards) -> None:
        field = entries(cards)
        async with hosted(field) as pilot:
            assert "n = Samen hinzufügen" in painted(pilot)
            await press(pilot, "n", *"Kita", "enter", *"Obst")
            assert await press(pilot, "enter") is field.rows
            assert field.value == [{"wer": "Kita", "was": "Obst"}]
            assert "1. Kita · Obst" in painted(pilot)

    async def test_escape_finishes_and_keeps(self, cards: Cards) -> None:
        field = entries(cards)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"Kita")
            assert await press(pilot, "escape") is field.rows
            assert field.value == [{"wer": "Kita"}]

    async def test_an_entry_without_a_word_goes(self, cards: Cards) -> None:
        field = entries(cards)
        async with hosted(field) as pilot:
            await press(pilot, "n", "escape")
            assert field.value == []

    async def test_a_column_that_is_asked_no_more_is_read_and_kept(self, cards: Cards) -> None:
        columns = (*COLUMNS, Field("wo", FieldKind.LINE, "Wo", former=True))
        old = {"wer": "Kita", "was": "Obst", "wo": "Süd"}
        field = entries(cards, [dict(old)], replace(LIST, columns=columns))
        async with hosted(field) as pilot:
            assert "1. Kita · Obst · Süd" in painted(pilot)
            await press(pilot, "b", "enter", "end", "!", "enter")
            assert field.value == [{**old, "was": "Obst!"}]
            await press(pilot, "n", *"Amt", "enter", "enter")
            assert field.value[-1] == {"wer": "Amt"}

    async def test_the_day_that_is_meant_is_said_while_it_is_typed(self, cards: Cards) -> None:
        columns = (Field("am", FieldKind.DATE, "Am", looks="ahead"), *COLUMNS)
        field = entries(cards, field=replace(LIST, columns=columns))
        async with hosted(field) as pilot:
            await press(pilot, "n", *"15.1. 9 Uhr")
            assert "Das ist: Freitag, 15.01.2027, 9 Uhr" in painted(pilot)
            await press(pilot, "enter")
            assert "Das ist" not in painted(pilot)
            assert "15.01.2027, 9 Uhr" in painted(pilot)
            assert field.value == [{"am": "2027-01-15T09:00"}]

    async def test_edit(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "Kita"}])
        async with hosted(field) as pilot:
            await press(pilot, "b", "end", "s", "escape")
            assert field.value == [{"wer": "Kitas"}]

    async def test_move_and_the_cursor_goes_along(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "a"}, {"wer": "b"}, {"wer": "c"}])
        async with hosted(field) as pilot:
            await press(pilot, "u", "u")
            assert names(field) == "bca"
            await press(pilot, "u")
            assert names(field) == "bca"
            await press(pilot, "o")
            assert names(field) == "bac"

    async def test_delete_and_take_back(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "a"}, {"wer": "b"}, {"wer": "c"}])
        async with hosted(field) as pilot:
            await press(pilot, "down", "l", "l")
            assert names(field) == "a"
            await press(pilot, "z", "z")
            assert names(field) == "abc"
            await press(pilot, "z")
            assert names(field) == "abc"

    async def test_letters_in_an_open_entry_are_text(self, cards: Cards) -> None:
        field = entries(cards)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"nblouz", "escape")
            assert field.value == [{"wer": "nblouz"}]

    async def test_arrows_leave_it_at_the_ends(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "a"}, {"wer": "b"}])
        async with hosted(field) as pilot:
            assert await press(pilot, "down", "down") is host_of(pilot).after
            assert await press(pilot, "up") is field.rows

    async def test_nothing_changes_where_one_only_reads(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "a"}, {"wer": "b"}], read_only=True)
        async with hosted(field) as pilot:
            await press(pilot, "n", "l", "u", "b", "z")
            assert names(field) == "ab"
            assert not field.query(".editor")

    async def test_removing_another_entry_leaves_the_open_one_alone(self, cards: Cards) -> None:
        field = entries(cards, [{"wer": "a"}, {"wer": "b"}, {"wer": "c"}])
        async with hosted(field) as pilot:
            await press(pilot, "down", "down", "b", "end", "x", "up")
            await press(pilot, "up", "up", "l")
            assert [entry["wer"] for entry in field.value] == ["b", "cx"]

    async def test_columns_of_other_kinds_are_walked_by_enter(self, cards: Cards) -> None:
        kita = cards.add("partner", {"name": "Kita Ärmelkanal"})
        columns = (
            Field("zahl", FieldKind.NUMBER, "Zahl"),
            Field("art", FieldKind.CHECKS, "Art", OPTIONS),
            Field("wer", FieldKind.CARDS, "Wer", of="partner"),
            Field("ort", FieldKind.LINE, "Ort"),
        )
        field = entries(cards, field=Field("liste", FieldKind.ENTRIES, columns=columns))
        async with hosted(field) as pilot:
            await press(pilot, "n", *"1,5", "enter", "space", "right", "space", "enter")
            await press(pilot, *"aerm", "enter", "enter", *"Saal")
            assert await press(pilot, "enter") is field.rows
            entry = {"zahl": 1.5, "art": ["a", "b"], "wer": [kita.id], "ort": "Saal"}
            assert field.value == [entry]
            assert "1. 1,5 · - Äpfel - Birnen · Kita Ärmelkanal · Saal" in painted(pilot)

    async def test_escape_finishes_and_keeps_a_name_not_taken_yet(self, cards: Cards) -> None:
        columns = (Field("wer", FieldKind.CARDS, "Wer", of="partner"),)
        field = entries(cards, field=Field("liste", FieldKind.ENTRIES, columns=columns))
        async with hosted(field) as pilot:
            await press(pilot, "n", *"Kita")
            assert field.value == [{"wer": ["Kita"]}]
            assert await press(pilot, "escape") is field.rows
            assert field.value == [{"wer": ["Kita"]}]


class TestHistory:
    PAST = [
        {"am": "2026-10-01", "stand": "b", "grund": "später gekommen"},
        {"am": "2026-01-05", "stand": "a", "grund": "zuerst"},
    ]

    async def test_day_choice_and_text_by_keyboard_alone(self, cards: Cards) -> None:
        field = entries(cards, field=HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "n", "enter", "right", "space", "enter", *"Weil", "escape")
            assert field.value == [{"am": "2026-11-22", "stand": "b", "grund": "Weil"}]
            assert "1. ● jetzt  22.11.2026 · Birnen · Weil" in painted(pilot)

    async def test_another_day_is_typed_over_today(self, cards: Cards) -> None:
        field = entries(cards, field=HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"gestern", "enter", "space", "escape")
            assert field.value == [{"am": "2026-11-21", "stand": "a"}]

    async def test_the_latest_day_stands_first_and_is_now(self, cards: Cards) -> None:
        field = entries(cards, [*self.PAST[::-1], {"am": "2025-12-24", "stand": "c"}], HISTORY)
        async with hosted(field) as pilot:
            lines = [line.strip() for line in painted(pilot).splitlines()]
            days = [line for line in lines if line[:2] in ("1.", "2.", "3.")]
            assert [line[:1] for line in days] == ["2", "1", "3"]
            assert [("jetzt" in line) for line in days] == [True, False, False]

    async def test_the_entry_under_the_cursor_is_the_one_changed(self, cards: Cards) -> None:
        field = entries(cards, self.PAST[::-1], HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "down", "b", "enter", "enter", "end", "!", "escape")
            assert field.value[0]["grund"] == "zuerst!"
            await press(pilot, "up", "l")
            assert [entry["am"] for entry in field.value] == ["2026-01-05"]
            await press(pilot, "z")
            assert [entry["am"] for entry in field.value] == ["2026-01-05", "2026-10-01"]

    async def test_an_entry_from_a_confidential_question_stays_one_when_it_is_edited(
        self, cards: Cards
    ) -> None:
        told = {**self.PAST[1], PROMISED: "checkup.transparenz"}
        field = entries(cards, [told], HISTORY)
        async with hosted(field) as pilot:
            assert "vertraulich" in painted(pilot)
            await press(pilot, "b", "enter", "enter", "end", "!", "escape")
            assert field.value == [{**told, "grund": f"{told['grund']}!"}]

    async def test_it_cannot_be_moved_against_its_days(self, cards: Cards) -> None:
        field = entries(cards, self.PAST, HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "u", "o", "down", "o", "u")
            assert field.value == self.PAST
            assert "höher" not in painted(pilot)

    async def test_today_alone_is_no_entry(self, cards: Cards) -> None:
        field = entries(cards, self.PAST, HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "n")
            assert field.value == self.PAST
            await press(pilot, "escape")
            assert field.value == self.PAST
            assert len(field.rows.entries) == 2
            assert not host_of(pilot).told

    async def test_a_day_that_is_none_stays_as_it_was_typed(self, cards: Cards) -> None:
        field = entries(cards, field=HISTORY)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"31.02.2026", "enter", "space", "escape")
            assert field.value == [{"am": "31.02.2026", "stand": "a"}]
            assert "31.02.2026 · Äpfel" in painted(pilot)


class TestDay:
    @pytest.mark.parametrize(
        ("typed", "kept", "shown"),
        [
            ("heute", "2026-11-22", "22.11.2026"),
            ("+14", "2026-12-06", "06.12.2026"),
            ("1.12.", "2026-12-01", "01.12.2026"),
            ("31.02.2026", "31.02.2026", "31.02.2026"),
            ("bald", "bald", "bald"),
        ],
    )
    async def test_it_is_kept_at_once_and_shown_when_left(
        self, typed: str, kept: str, shown: str
    ) -> None:
        area = DateArea(None, lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, *typed)
            assert (area.value, area.text) == (kept, typed)
            await press(pilot, "enter")
            assert (area.value, area.text) == (kept, shown)

    async def test_a_kept_day_is_shown_in_german(self) -> None:
        area = DateArea("2026-11-22", lambda: TODAY)
        async with hosted(area) as pilot:
            assert "22.11.2026" in painted(pilot)
            assert area.value == "2026-11-22"

    async def test_showing_the_same_day_again_does_not_disturb_typing(self) -> None:
        area = DateArea(None, lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, *"heute")
            fill(area, "2026-11-22", read_only=False)
            assert area.text == "heute"
            fill(area, None, read_only=False)
            assert area.text == ""

    async def test_another_window_does_not_finish_a_day(self) -> None:
        area = DateArea(None, lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, *"+1")
            pilot.app.post_message(AppBlur())
            await pilot.pause()
            pilot.app.post_message(AppFocus())
            await pilot.pause()
            await press(pilot, "4")
            assert (area.text, area.value) == ("+14", "2026-12-06")

    async def test_another_day_is_typed_over_the_one_that_stands_there(self) -> None:
        area = DateArea("2026-11-22", lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, *"+1", "enter")
            assert area.text == "23.11.2026"
            await press(pilot, "up", "end", "backspace", "7")
            assert area.value == "2027-11-23"

    async def test_what_is_no_day_can_be_mended(self) -> None:
        area = DateArea("31.02.2026", lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, "delete", "delete", *"28")
            assert area.value == "2026-02-28"

    async def test_undo_brings_back_what_was_typed(self) -> None:
        area = DateArea(None, lambda: TODAY)
        async with hosted(area) as pilot:
            await press(pilot, *"heute", "enter", "up", "ctrl+z")
            assert area.text == "heute"


class TestNumber:
    @pytest.mark.parametrize(
        ("typed", "kept"), [("1,5", 1.5), ("12", 12), ("1.200", 1200), ("viele", "viele"), ("", "")]
    )
    async def test_what_is_no_number_stays_text(self, typed: str, kept: Any) -> None:
        area = NumberArea(None)
        async with hosted(area) as pilot:
            await press(pilot, *typed, "enter")
            assert area.value == kept
            assert area.text == typed

    async def test_it_is_shown_with_a_comma(self) -> None:
        async with hosted(NumberArea(2.5)) as pilot:
            assert "2,5" in painted(pilot)


class TestCards:
    @pytest.mark.parametrize("typed", ["ärz", "aerz", "ÄRZ", "haus"])
    async def test_a_partner_is_found_however_it_is_typed(self, cards: Cards, typed: str) -> None:
        house = cards.add("partner", {"name": "Ärztehaus am Markt"})
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *typed)
            assert "› Ärztehaus am Markt" in painted(pilot)
            await press(pilot, "enter")
            assert field.value == [house.id]
            assert "● Ärztehaus am Markt" in painted(pilot)
            assert "›" not in painted(pilot)

    async def test_arrows_go_through_what_is_found(self, cards: Cards) -> None:
        made = [cards.add("partner", {"name": f"Kita {n}"}) for n in range(7)]
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"kita", "down", "down", "up", "enter")
            assert field.value == [made[1].id]
            await press(pilot, *"kita")
            assert painted(pilot).count("  Kita") + painted(pilot).count("› Kita") == 5
            assert "neu anlegen: kita (Partner)" in painted(pilot)

    async def test_a_new_one_is_made_by_enter_and_not_before(self, cards: Cards) -> None:
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"Neu")
            assert not cards.all()
            assert field.value == ["Neu"]
            await press(pilot, "enter")
            (card,) = cards.all()
            assert cards.title(card) == "Neu"
            assert field.value == [card.id]

    async def test_a_new_one_can_be_made_beside_one_that_is_found(self, cards: Cards) -> None:
        cards.add("partner", {"name": "Kita Nord"})
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"Kita", "down", "down", "down", "enter")
            assert [cards.name(id) for id in field.value] == ["Kita"]
            assert len(cards.all()) == 2

    async def test_where_names_will_do_enter_notes_the_name(self, cards: Cards) -> None:
        field = partners(cards, field=FREE)
        async with hosted(field) as pilot:
            await press(pilot, *"Frau Ö", "enter")
            assert field.value == ["Frau Ö"]
            await press(pilot, *"Herr A", "down", "enter")
            assert [cards.name(name) for name in field.value] == ["Frau Ö", "Herr A"]
            assert len(cards.all()) == 1

    @pytest.mark.parametrize("key", ["tab", "shift+tab"])
    async def test_a_name_that_is_left_unfinished_stays(self, cards: Cards, key: str) -> None:
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"Halb", key)
            assert field.value == ["Halb"]
            assert "● Halb" in painted(pilot)
            assert not cards.all()

    async def test_another_window_does_not_finish_a_name(self, cards: Cards) -> None:
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"Hal")
            pilot.app.post_message(AppBlur())
            await pilot.pause()
            assert field.value == ["Hal"]
            assert "● Hal" not in painted(pilot)
            pilot.app.post_message(AppFocus())
            await pilot.pause()
            await press(pilot, "b")
            assert field.value == ["Halb"]

    async def test_the_very_name_of_a_card_is_the_card(self, cards: Cards) -> None:
        house = cards.add("partner", {"name": "Ärztehaus"})
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"aerztehaus")
            assert field.value == [house.id]
            await press(pilot, "tab")
            assert field.value == [house.id]

    async def test_a_name_in_the_making_is_told_as_such(self, cards: Cards) -> None:
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, "a", "enter")
            assert [is_typing(message) for message in host_of(pilot).told] == [True, False]

    async def test_of_two_with_the_same_name_none_is_guessed(self, cards: Cards) -> None:
        for _ in range(2):
            cards.add("partner", {"name": "Kita"})
        field = partners(cards)
        async with hosted(field) as pilot:
            await press(pilot, *"Kita", "tab")
            assert field.value == ["Kita"]

    async def test_escape_keeps_the_name_and_the_others(self, cards: Cards) -> None:
        house = cards.add("partner", {"name": "Ärztehaus"})
        field = partners(cards, [house.id])
        async with hosted(field) as pilot:
            await press(pilot, *"abc", "escape")
            assert field.value == [house.id, "abc"]

    async def test_a_field_for_one_holds_the_newest(self, cards: Cards) -> None:
        first, second = (cards.add("partner", {"name": name}) for name in ("Kita", "Hort"))
        field = partners(cards, [first.id], ONE)
        async with hosted(field) as pilot:
            await press(pilot, *"hor", "enter")
            assert field.value == [second.id]
            assert "Kita" not in painted(pilot)

    async def test_arrows_go_to_the_names_and_out(self, cards: Cards) -> None:
        field = partners(cards, ["Anna", "Berta"], FREE)
        async with hosted(field) as pilot:
            rows = field.query_one(LinkRows)
            assert await press(pilot, "up") is rows
            assert await press(pilot, "down") is input_of(field)
            assert await press(pilot, "down") is host_of(pilot).after
            await press(pilot, "up", "up", "up")
            assert await press(pilot, "up") is host_of(pilot).before

    async def test_enter_on_the_empty_line_goes_on(self, cards: Cards) -> None:
        async with hosted(partners(cards)) as pilot:
            assert await press(pilot, "enter") is host_of(pilot).after

    async def test_up_comes_to_the_last_name_and_l_removes_it(self, cards: Cards) -> None:
        field = partners(cards, ["Anna", "Berta"], FREE)
        async with hosted(field) as pilot:
            await press(pilot, "up", "l")
            assert field.value == ["Anna"]
            await press(pilot, "l")
            assert field.value == []
            assert pilot.app.focused is input_of(field)
            assert len(host_of(pilot).told) == 2

    async def test_enter_opens_a_card_that_is_named(self, cards: Cards) -> None:
        house = cards.add("partner", {"name": "Ärztehaus"})
        async with hosted(partners(cards, [house.id])) as pilot:
            await press(pilot, "up", "enter")
            assert host_of(pilot).opened == [ToCard(house.id)]

    async def test_enter_on_a_plain_name_lets_a_card_be_made_of_it(self, cards: Cards) -> None:
        field = partners(cards, ["Anna"])
        async with hosted(field) as pilot:
            await press(pilot, "up", "enter")
            assert field.value == ["Anna"]
            assert not host_of(pilot).opened
            await press(pilot, "enter")
            assert [cards.title(card) for card in cards.all()] == ["Anna"]
            assert field.value == [cards.all()[0].id]

    async def test_names_are_text_and_no_markup(self, cards: Cards) -> None:
        card = cards.add("partner", {"name": "[red]Kita[/]"})
        field = partners(cards, [card.id, "[b]x"])
        async with hosted(field) as pilot:
            await press(pilot, *"[red]")
            assert "● [red]Kita[/]" in painted(pilot)
            assert "● [b]x" in painted(pilot)
            assert "› [red]Kita[/]" in painted(pilot)
            assert "neu anlegen: [red] (Partner)" in painted(pilot)

    async def test_nothing_changes_where_one_only_reads(self, cards: Cards) -> None:
        house = cards.add("partner", {"name": "Ärztehaus"})
        field = partners(cards, [house.id], read_only=True)
        async with hosted(field) as pilot:
            await press(pilot, *"abc", "up", "l", "delete", "enter")
            assert field.value == [house.id]
            assert host_of(pilot).opened == [ToCard(house.id)]
            assert "tippen" not in painted(pilot)
            assert "neu anlegen" not in painted(pilot)
            assert not host_of(pilot).told

    async def test_showing_the_same_names_again_does_not_disturb_typing(self, cards: Cards) -> None:
        field = partners(cards, ["Anna"], FREE)
        async with hosted(field) as pilot:
            await press(pilot, *"Ber")
            fill(field, ["Anna", "Ber"], read_only=False)
            await press(pilot, *"ta")
            assert field.value == ["Anna", "Berta"]
            fill(field, ["Carla"], read_only=False)
            await pilot.pause()
            assert field.value == ["Carla"]
            assert "Berta" not in painted(pilot)


ALL_KINDS = (
    (Field("f", FieldKind.TEXT), "Alt", ["x"]),
    (Field("f", FieldKind.LINE), "Alt", ["x"]),
    (Field("f", FieldKind.DATE), "2026-01-02", ["1"]),
    (Field("f", FieldKind.NUMBER), 3, ["1"]),
    (Field("f", FieldKind.SCALE), 3, ["1"]),
    (Field("f", FieldKind.CHOICE, options=OPTIONS), "b", ["right", "space"]),
    (Field("f", FieldKind.CHECKS, options=OPTIONS), ["b"], ["space"]),
    (Field("f", FieldKind.CARDS, of="partner", free=True), ["Anna"], ["x"]),
    (LIST, [{"wer": "a"}], ["l"]),
)


@pytest.mark.parametrize(
    ("field", "value", "keys"), ALL_KINDS, ids=[field.kind for field, _, _ in ALL_KINDS]
)
class TestEveryKind:
    async def test_it_shows_keeps_and_tells(
        self, cards: Cards, field: Field, value: Any, keys: list[str]
    ) -> None:
        widget = field_widget(field, value, cards, read_only=False)
        async with hosted(widget) as pilot:
            assert widget.value == value
            assert not host_of(pilot).told
            await press(pilot, *keys)
            assert widget.value != value
            assert host_of(pilot).told
            assert all(isinstance(message, CHANGES) for message in host_of(pilot).told)
            host_of(pilot).told.clear()
            fill(widget, value, read_only=False)
            await pilot.pause()
            assert widget.value == value
            assert not host_of(pilot).told

    async def test_reading_changes_nothing(
        self, cards: Cards, field: Field, value: Any, keys: list[str]
    ) -> None:
        widget = field_widget(field, value, cards, read_only=True)
        async with hosted(widget) as pilot:
            await press(pilot, *keys, "tab")
            assert widget.value == value
            assert not host_of(pilot).told


def names(field: EntriesField) -> str:
    return "".join(entry["wer"] for entry in field.value)
