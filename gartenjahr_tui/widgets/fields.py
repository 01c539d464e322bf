"""Which widget shows which kind of field; the one place that knows. Entries are fields again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from gartenjahr_tui.guide.model import Field, FieldKind, still_asked
from gartenjahr_tui.widgets.areas import AnswerArea, DateArea, LineArea, NumberArea
from gartenjahr_tui.widgets.entries import DAY, EntryRows
from gartenjahr_tui.widgets.links import CardsField, is_typing
from gartenjahr_tui.widgets.options import OptionsField
from gartenjahr_tui.words.garden import HistoryWords as history_words
from gartenjahr_tui.words.screens import EntriesWords as words
from gartenjahr_tui.words.screens import StepWords as step_words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.entry_ids import bare
from gartenjahr_tui.workbook.values import Entry, normalise


class EntriesField(Vertical):
    """A field of kind ``entries``: the rows, and below them the one being edited."""

    BINDINGS = [Binding("escape", "close", show=False)]
    DEFAULT_CSS = """
    EntriesField {
        height: auto;
        .editor { height: auto; margin: 0 0 0 2; border-left: solid $border; padding: 0 1; }
        .editor Static { color: $text-muted; }
        .editor AnswerArea { min-height: 3; }
        .editor .understood { display: none; color: $warning; &.-full { display: block; } }
    }
    """

    @dataclass
    class Changed(Message):
        """The entries are others than before; somebody may be in the middle of typing."""

        typing: bool = False

    def __init__(self, field: Field, value: Any, cards: Cards, *, read_only: bool = False) -> None:
        super().__init__()
        self.field = field
        self.read_only = read_only
        self._cards = cards
        self._asked = still_asked(field.columns)
        self._entries: list[Entry] = [dict(entry) for entry in value or ()]
        self._removed: list[tuple[int, Entry]] = []
        self._open: Entry | None = None
        self._begun: Entry = {}
        self._columns: dict[str, FieldWidget] = {}
        self._days: dict[DateArea, Static] = {}
        self.rows = self.entrance = EntryRows(field, cards.name)
        self.rows.show(self._entries)

    def compose(self) -> ComposeResult:
        """The rows; the editor comes when it is needed."""
        yield self.rows

    @property
    def value(self) -> list[Entry]:
        """The entries in the order they were made in, copied; one that is only begun left out."""
        return [dict(entry) for entry in self._entries if not self._is_blank(entry)]

    @value.setter
    def value(self, value: Any) -> None:
        entries = [dict(entry) for entry in value or ()]
        # Ids come with what is written; nobody who is typing is interrupted for them.
        if self.read_only or [*map(bare, entries)] != [*map(bare, self.value)]:
            self.action_close()
            self._entries = entries
        self.rows.show(self._entries, self.rows.entry)

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
        entry = self.rows.entry
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
        self.rows.show(self._entries, entry)
        self.post_message(self.Changed())

    async def _edit_new(self) -> None:
        first = self._asked[0]
        begins_today = first.id == DAY and first.kind is FieldKind.DATE
        entry: Entry = {DAY: self._cards.today().isoformat()} if begins_today else {}
        self._entries.append(entry)
        await self._edit(entry, begun=dict(entry))

    async def _edit(self, entry: Entry, begun: Entry | None = None) -> None:
        await self.query(".editor").remove()
        self._open, self._begun = entry, begun or {}
        self.rows.show(self._entries, entry)
        self._columns = {
            column.id: field_widget(column, entry.get(column.id), self._cards, read_only=False)
            for column in self._asked
        }
        pair([*self._columns.values()])
        children: list[Widget] = []
        self._days = {}
        for column in self._asked:
            widget = self._columns[column.id]
            children += [Static(column.caption, markup=False), widget]
            if isinstance(widget, DateArea):
                self._days[widget] = Static(markup=False, classes="understood")
                children.append(self._days[widget])
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
        self.rows.show(self._entries, entry if inside else self.rows.entry)
        if inside:
            self.rows.focus()

    @on(TextArea.Changed)
    @on(OptionsField.Changed)
    @on(CardsField.Changed)
    def take(self, event: Message) -> None:
        """Every change of a column is a change of the entry."""
        event.stop()
        if self._open is None:
            return
        self.say_understood()
        # What is asked no more stays in the entry, and so does a promise.
        raw = {**self._open, **{id: widget.value for id, widget in self._columns.items()}}
        entry = normalise(self.field.columns, raw)
        if entry != self._open:
            self._open.clear()
            self._open.update(entry)
            self.rows.refresh()
            self.post_message(self.Changed(typing=is_typing(event)))

    @on(events.DescendantBlur)
    def say_understood(self) -> None:
        """Say which day is meant, while it is being typed."""
        for area, line in self._days.items():
            day = area.understood if area.has_focus else ""
            line.update(Content(step_words.UNDERSTOOD.format(day=day) if day else ""))
            line.set_class(bool(day), "-full")

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


FieldWidget = AnswerArea | LineArea | OptionsField | EntriesField | CardsField
"""What :func:`field_widget` makes; each has a ``value`` and a ``read_only``."""


def field_widget(field: Field, value: Any, cards: Cards, *, read_only: bool) -> FieldWidget:
    """Make the widget for a field or the column of an entry, whose value is None when empty.

    Fields that name cards need the living garden; days are told by its calendar.
    """
    match field.kind:
        case FieldKind.TEXT:
            return AnswerArea(value or "", read_only=read_only)
        case FieldKind.LINE:
            return LineArea(value or "", read_only=read_only)
        case FieldKind.DATE:
            return DateArea(value, cards.today, field.looks, read_only=read_only)
        case FieldKind.NUMBER:
            return NumberArea(value, field.unit, read_only=read_only)
        case FieldKind.CARDS:
            return CardsField(field, value, cards, read_only=read_only)
        case FieldKind.ENTRIES:
            return EntriesField(field, value, cards, read_only=read_only)
        case _:
            return OptionsField(field, value, read_only=read_only)


def pair(widgets: Sequence[FieldWidget]) -> None:
    """Tell options which text takes what is typed at them: the next one, other options between."""
    reason: AnswerArea | LineArea | None = None
    for widget in reversed(widgets):
        if isinstance(widget, OptionsField):
            widget.reason = reason
        elif isinstance(widget, AnswerArea) or type(widget) is LineArea:
            reason = widget
        else:
            reason = None


def fill(widget: FieldWidget, value: Any, *, read_only: bool) -> None:
    """Show another value in a field's widget; nobody is told of a change."""
    widget.read_only = read_only
    widget.value = value


def input_of(widget: FieldWidget) -> Widget:
    """The part of a field's widget that takes the cursor."""
    return widget.entrance if isinstance(widget, EntriesField | CardsField) else widget
