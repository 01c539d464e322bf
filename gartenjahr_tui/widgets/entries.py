"""A list of entries: add, edit, move, remove, take back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.widgets.areas import LineArea
from gartenjahr_tui.widgets.commands import bindings, command
from gartenjahr_tui.widgets.links import CardsField, is_typing
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.words.garden import HistoryWords as history_words
from gartenjahr_tui.words.screens import EntriesWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.values import (
    PROMISED,
    Entry,
    Names,
    entry_text,
    history,
    normalise,
    shown_day,
)

if TYPE_CHECKING:
    from gartenjahr_tui.widgets.fields import FieldWidget

MakeColumn = Callable[[Field, Any, Cards], "FieldWidget"]
"""Makes the widget for a column of the entry that is open."""

MOVES = ("entry-raise", "entry-lower")
"""Commands without a meaning in a history, whose order is that of its days."""

ENTRY_COMMANDS = ("entry-new", "entry-edit", "entry-remove", *MOVES, "entry-restore")

DAY = "am"
"""Id of the column that says when something was; as the first one it begins with today."""


def _keys(ids: Iterable[str]) -> str:
    return " · ".join(f"{c.key_name} {c.footer}" for c in map(command, ids))


class EntryRows(Widget, can_focus=True):
    """The entries, a line each, with a cursor; those of a history with the latest first.

    Attributes:
        field: The field.
        entries: The entries in the order they are shown in.
    """

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        *bindings(*ENTRY_COMMANDS),
    ]
    DEFAULT_CSS = """
    EntryRows { height: auto; padding: 0 1; background: $surface; }
    """

    class Asked(Message):
        """A key asked for something."""

        def __init__(self, wish: str) -> None:
            super().__init__()
            self.wish = wish

    cursor = reactive(0)

    def __init__(self, field: Field, names: Names) -> None:
        super().__init__()
        self.field = field
        self.entries: list[Entry] = []
        self._names = names
        self._numbers: list[int] = []

    def show(self, entries: list[Entry], entry: Entry | None = None) -> None:
        """Paint the entries anew.

        Args:
            entries: The entries in the order they were made in.
            entry: Where the cursor goes; None to leave it where it is.
        """
        placed = list(enumerate(entries, 1))
        if self.field.current:
            placed.sort(key=lambda one: (shown_day(one[1]), one[0]), reverse=True)
        self.entries = [one for _, one in placed]
        self._numbers = [number for number, _ in placed]
        places = (place for place, one in enumerate(self.entries) if one is entry)
        self.cursor = next(places, max(0, min(self.cursor, len(entries) - 1)))
        self.refresh(layout=True)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.entries else None

    def action_move(self, by: int) -> None:
        """Move the cursor; beyond the ends to the field before or after."""
        place = self.cursor + by
        if place < 0:
            self.screen.focus_previous()
        elif place >= len(self.entries):
            self.screen.focus_next()
        else:
            self.cursor = place

    def action_entry(self, wish: str) -> None:
        """Hand the wish to the field."""
        self.post_message(self.Asked(wish))

    def on_click(self, event: events.Click) -> None:
        """Open the entry that is clicked, or begin one in an empty list."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self.entries):
            self.cursor = offset.y
            self.post_message(self.Asked("edit"))
        elif not self.entries:
            self.post_message(self.Asked("new"))

    def on_focus(self) -> None:
        """Show the keys."""
        self.refresh(layout=True)

    def on_blur(self) -> None:
        """Hide the keys."""
        self.refresh(layout=True)

    def _hint(self) -> str:
        if not self.entries:
            return f"{words.EMPTY}  {words.NEW.format(item=self.field.item)}"
        return _keys(c for c in ENTRY_COMMANDS if not (self.field.current and c in MOVES))

    def _line(self, place: int, present: Entry | None) -> Content:
        entry = self.entries[place]
        text = entry_text(self.field, entry, self._names) or words.UNNAMED
        number = f"{self._numbers[place]}. "
        if entry is present:
            return Content.styled(f"{number}{history_words.NOW}  {text}", "bold")
        # The days of a history stand under one another.
        indent = " " * (len(history_words.NOW) + 2) if present else ""
        return Content(f"{number}{indent}{text}")

    def render(self) -> Content:
        """The entries and, with the focus, the keys."""
        width = self.content_size.width
        states = history(self.field, {self.field.id: self.entries}) if self.field.current else []
        lines = []
        for place in range(len(self.entries)):
            line = self._line(place, states[0] if states else None)
            line = line.truncate(width, ellipsis=True)
            if self.has_focus and place == self.cursor:
                line = line.stylize("reverse")
            lines.append(line)
        if self.has_focus or not self.entries:
            # In an empty list the hint is all there is to show where the cursor is.
            here = self.has_focus and not self.entries
            lines.append(Content.styled(self._hint(), "reverse" if here else "$text-muted"))
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each entry, and the hint."""
        if not (self.has_focus or not self.entries):
            return len(self.entries)
        return len(self.entries) + -(-len(self._hint()) // max(width, 1))


class EntriesField(Vertical):
    """A field of kind ``entries``: the rows, and below them the one being edited."""

    BINDINGS = [Binding("escape", "close", show=False)]
    DEFAULT_CSS = """
    EntriesField {
        height: auto;
        .editor { height: auto; margin: 0 0 0 2; border-left: solid $border; padding: 0 1; }
        .editor Static { color: $text-muted; }
        .editor AnswerArea { min-height: 3; }
    }
    """

    class Changed(Message):
        """The entries are others than before.

        Attributes:
            area: The field.
            typing: Whether somebody is in the middle of typing.
        """

        def __init__(self, area: EntriesField, *, typing: bool = False) -> None:
            super().__init__()
            self.area = area
            self.typing = typing

        @property
        def control(self) -> EntriesField:
            """The field."""
            return self.area

    def __init__(
        self,
        field: Field,
        value: Any,
        cards: Cards,
        make_column: MakeColumn,
        *,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self.field = field
        self.read_only = read_only
        self._cards = cards
        self._make_column = make_column
        self._entries: list[Entry] = [dict(entry) for entry in value or ()]
        self._removed: list[tuple[int, Entry]] = []
        self._open: Entry | None = None
        self._begun: Entry = {}
        self._columns: dict[str, FieldWidget] = {}
        self._rows = EntryRows(field, cards.name)
        self._rows.show(self._entries)

    def compose(self) -> ComposeResult:
        """The rows; the editor comes when it is needed."""
        yield self._rows

    @property
    def rows(self) -> EntryRows:
        """The list itself."""
        return self._rows

    @property
    def entrance(self) -> Widget:
        """The part that takes the cursor."""
        return self._rows

    @property
    def value(self) -> list[Entry]:
        """The entries in the order they were made in, copied; one that is only begun left out."""
        return [dict(entry) for entry in self._entries if not self._is_blank(entry)]

    @value.setter
    def value(self, value: Any) -> None:
        entries = [dict(entry) for entry in value or ()]
        if self.read_only or entries != self.value:
            self.action_close()
            self._entries = entries
        self._rows.show(self._entries, self._rows.entry)

    def _is_blank(self, entry: Entry) -> bool:
        """Whether nothing has been noted in an entry, beside the day it begins with."""
        return not entry or (entry is self._open and entry == self._begun)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is the field's own only while an entry is open."""
        return self._open is not None if action == "close" else True

    @on(EntryRows.Asked)
    async def fulfil(self, event: EntryRows.Asked) -> None:
        """Do what a key asked for."""
        event.stop()
        if self.read_only:
            return
        entry = self._rows.entry
        self.action_close()
        place = next((n for n, one in enumerate(self._entries) if one is entry), None)
        match event.wish:
            case "new":
                await self._edit_new()
            case "edit":
                await (self._edit_new() if place is None else self._edit(self._entries[place]))
            case "remove" if place is not None:
                self._removed.append((place, self._entries.pop(place)))
                self._changed()
            case "raise" if place and not self.field.current:
                self._move(place, place - 1)
            case "lower" if place is not None and not self.field.current:
                self._move(place, place + 1)
            case "restore" if self._removed:
                place, entry = self._removed.pop()
                self._entries.insert(place, entry)
                self._changed(entry)

    def _move(self, place: int, to: int) -> None:
        if to < len(self._entries):
            entry = self._entries.pop(place)
            self._entries.insert(to, entry)
            self._changed(entry)

    def _changed(self, entry: Entry | None = None) -> None:
        self._rows.show(self._entries, entry)
        self.post_message(self.Changed(self))

    async def _edit_new(self) -> None:
        first = self.field.columns[0]
        begins_today = first.id == DAY and first.kind is FieldKind.DATE
        entry: Entry = {DAY: self._cards.today().isoformat()} if begins_today else {}
        self._entries.append(entry)
        await self._edit(entry, begun=dict(entry))

    async def _edit(self, entry: Entry, begun: Entry | None = None) -> None:
        await self.query(".editor").remove()
        self._open, self._begun = entry, begun or {}
        self._rows.show(self._entries, entry)
        self._columns = {
            column.id: self._make_column(column, entry.get(column.id), self._cards)
            for column in self.field.columns
        }
        children: list[Widget] = []
        for column in self.field.columns:
            children += [Static(column.label, markup=False), self._columns[column.id]]
        children.append(Static(self._editing(), markup=False))
        await self.mount(Vertical(*children, classes="editor"))
        self._enter(next(iter(self._columns.values())))

    def _editing(self) -> str:
        """The keys of an open entry."""
        options = any(isinstance(widget, OptionsField) for widget in self._columns.values())
        return f"{history_words.CHOOSE} · {words.EDITING}" if options else words.EDITING

    def _enter(self, widget: Widget) -> None:
        # At once: what a hurried person types after Enter belongs to the next column already.
        self.screen.set_focus(widget.entrance if isinstance(widget, CardsField) else widget)

    def action_close(self) -> None:
        """Finish the entry being edited; an entry without a word goes."""
        if self._open is None:
            return
        entry, blank = self._open, self._is_blank(self._open)
        inside = any(editor.has_focus_within for editor in self.query(".editor"))
        self._open, self._columns = None, {}
        self.query(".editor").remove()
        if blank:
            self._entries = [one for one in self._entries if one is not entry]
        self._rows.show(self._entries, entry if inside else self._rows.entry)
        if inside:
            self._rows.focus()

    @on(TextArea.Changed)
    @on(OptionsField.Changed)
    @on(CardsField.Changed)
    def take(self, event: Message) -> None:
        """Every change of a column is a change of the entry."""
        event.stop()
        if self._open is None:
            return
        raw = {id: widget.value for id, widget in self._columns.items()}
        raw[PROMISED] = self._open.get(PROMISED)
        entry = normalise(self.field.columns, raw)
        if entry != self._open:
            self._open.clear()
            self._open.update(entry)
            self._rows.refresh()
            self.post_message(self.Changed(self, typing=is_typing(event)))

    @on(LineArea.Submitted)
    def submitted(self, event: LineArea.Submitted) -> None:
        """Enter in a line goes to the next column."""
        event.stop()
        self._go_on(event.area)

    def on_key(self, event: events.Key) -> None:
        """Enter goes on from options, too; in an open entry only Space chooses."""
        focused = self.screen.focused
        if event.key == "enter" and isinstance(focused, OptionsField):
            event.stop()
            self._go_on(focused)

    def _go_on(self, widget: Widget) -> None:
        """Go to the next column, and finish the entry after the last one."""
        columns = list(self._columns.values())
        within = (place for place, one in enumerate(columns) if one in widget.ancestors_with_self)
        place = next(within, len(columns)) + 1
        if place < len(columns):
            self._enter(columns[place])
        else:
            self.action_close()
