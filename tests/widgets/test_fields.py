"""Each kind of field by keyboard, alone in a small app."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.events import Paste
from textual.pilot import Pilot
from textual.widget import Widget

from gartenjahr_tui.guide.model import Field, FieldKind, Option
from gartenjahr_tui.widgets.areas import AnswerArea, LineArea
from gartenjahr_tui.widgets.entries import EntriesField, EntryRows
from gartenjahr_tui.widgets.options import OptionsField

OPTIONS = (Option("a", "Äpfel"), Option("b", "Birnen"), Option("c", "Kirschen"))
COLUMNS = (Field("wer", FieldKind.LINE, "Wer"), Field("was", FieldKind.LINE, "Was"))
LIST = Field("liste", FieldKind.ENTRIES, columns=COLUMNS, item="Samen")


class Host(App[None]):
    """A field between two others."""

    def __init__(self, *fields: Widget) -> None:
        super().__init__()
        self.before, self.after = LineArea("davor"), LineArea("danach")
        self.fields = fields

    def compose(self) -> ComposeResult:
        yield from (self.before, *self.fields, self.after)


@asynccontextmanager
async def hosted(widget: Widget) -> AsyncIterator[Pilot[None]]:
    app = Host(widget)
    async with app.run_test(size=(60, 30)) as pilot:
        target = widget.query_one(EntryRows) if isinstance(widget, EntriesField) else widget
        target.focus()
        await pilot.pause()
        yield pilot


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
            assert area.region.height == before + 3
            assert area.text == "a\nb\nc\nd"

    async def test_up_and_down_leave_at_the_ends_only(self) -> None:
        area = AnswerArea("eins\nzwei")
        async with hosted(area) as pilot:
            assert await press(pilot, "down") is area
            assert await press(pilot, "end", "down") is pilot.app.after
            assert await press(pilot, "up") is area
            assert await press(pilot, "home", "up", "up") is pilot.app.before

    async def test_tab_leaves_it_in_both_directions(self) -> None:
        area = AnswerArea("Text")
        async with hosted(area) as pilot:
            assert await press(pilot, "tab") is pilot.app.after
            assert await press(pilot, "shift+tab") is area
            assert await press(pilot, "shift+tab") is pilot.app.before
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

    async def test_it_stays_one_line(self) -> None:
        area = LineArea()
        async with hosted(area) as pilot:
            await press(pilot, "a", "enter", "b")
            assert area.text == "ab"
            assert area.region.height == 1

    async def test_up_and_down_leave_it(self) -> None:
        area = LineArea("x")
        async with hosted(area) as pilot:
            assert await press(pilot, "down") is pilot.app.after
            await press(pilot, "up")
            assert await press(pilot, "up") is pilot.app.before


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

    async def test_checks_hold_any(self) -> None:
        field = OptionsField(Field("text", FieldKind.CHECKS, options=OPTIONS))
        async with hosted(field) as pilot:
            await press(pilot, "space", "right", "right", "space")
            assert field.value == ["a", "c"]
            assert painted(pilot).count("[x]") == 2

    async def test_arrows_leave_it_at_the_ends(self) -> None:
        field = OptionsField(Field("text", FieldKind.CHECKS, options=OPTIONS))
        async with hosted(field) as pilot:
            assert await press(pilot, "down", "down", "down") is pilot.app.after
            await press(pilot, "up")
            assert await press(pilot, "up", "up", "up") is pilot.app.before

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
    async def test_add_walk_the_columns_and_finish(self) -> None:
        field = EntriesField(LIST)
        async with hosted(field) as pilot:
            assert "n = Samen hinzufügen" in painted(pilot)
            await press(pilot, "n", *"Kita", "enter", *"Obst")
            assert await press(pilot, "enter") is field.rows
            assert field.value == [{"wer": "Kita", "was": "Obst"}]
            assert "1. Kita · Obst" in painted(pilot)

    async def test_escape_finishes_and_keeps(self) -> None:
        field = EntriesField(LIST)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"Kita")
            assert await press(pilot, "escape") is field.rows
            assert field.value == [{"wer": "Kita"}]

    async def test_an_entry_without_a_word_goes(self) -> None:
        field = EntriesField(LIST)
        async with hosted(field) as pilot:
            await press(pilot, "n", "escape")
            assert field.value == []

    async def test_edit(self) -> None:
        field = EntriesField(LIST, [{"wer": "Kita"}])
        async with hosted(field) as pilot:
            await press(pilot, "b", "end", "s", "escape")
            assert field.value == [{"wer": "Kitas"}]

    async def test_move_and_the_cursor_goes_along(self) -> None:
        field = EntriesField(LIST, [{"wer": "a"}, {"wer": "b"}, {"wer": "c"}])
        async with hosted(field) as pilot:
            await press(pilot, "u", "u")
            assert names(field) == "bca"
            await press(pilot, "u")
            assert names(field) == "bca"
            await press(pilot, "o")
            assert names(field) == "bac"

    async def test_delete_and_take_back(self) -> None:
        field = EntriesField(LIST, [{"wer": "a"}, {"wer": "b"}, {"wer": "c"}])
        async with hosted(field) as pilot:
            await press(pilot, "down", "l", "l")
            assert names(field) == "a"
            await press(pilot, "z", "z")
            assert names(field) == "abc"
            await press(pilot, "z")
            assert names(field) == "abc"

    async def test_letters_in_an_open_entry_are_text(self) -> None:
        field = EntriesField(LIST)
        async with hosted(field) as pilot:
            await press(pilot, "n", *"nblouz", "escape")
            assert field.value == [{"wer": "nblouz"}]

    async def test_arrows_leave_it_at_the_ends(self) -> None:
        field = EntriesField(LIST, [{"wer": "a"}, {"wer": "b"}])
        async with hosted(field) as pilot:
            assert await press(pilot, "down", "down") is pilot.app.after
            assert await press(pilot, "up") is field.rows

    async def test_nothing_changes_where_one_only_reads(self) -> None:
        field = EntriesField(LIST, [{"wer": "a"}, {"wer": "b"}], read_only=True)
        async with hosted(field) as pilot:
            await press(pilot, "n", "l", "u", "b", "z")
            assert names(field) == "ab"
            assert not field.query(".editor")


def names(field: EntriesField) -> str:
    return "".join(entry["wer"] for entry in field.value)
