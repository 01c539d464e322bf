"""A list of entries: add, edit, move, remove, take back."""

from __future__ import annotations

from typing import Any

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
from gartenjahr_tui.widgets.areas import AnswerArea, LineArea
from gartenjahr_tui.widgets.commands import bindings, command
from gartenjahr_tui.words import Entries as words
from gartenjahr_tui.workbook.values import entry_text

Entry = dict[str, str]

ENTRY_COMMANDS = (
    *("entry-new", "entry-edit", "entry-remove"),
    *("entry-raise", "entry-lower", "entry-restore"),
)
KEYS = " · ".join(f"{c.key_name} {c.footer}" for c in map(command, ENTRY_COMMANDS))


class EntryRows(Widget, can_focus=True):
    """The entries, a line each, with a cursor."""

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

    def __init__(self, field: Field, entries: list[Entry]) -> None:
        super().__init__()
        self.field = field
        self.entries = entries

    def show(self, cursor: int) -> None:
        """Paint the entries anew, with the cursor on one of them."""
        self.cursor = max(0, min(cursor, len(self.entries) - 1))
        self.refresh(layout=True)

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
        return KEYS if self.entries else f"{words.EMPTY}  {self._new()}"

    def _new(self) -> str:
        return words.NEW.format(item=self.field.item)

    def render(self) -> Content:
        """The entries and, with the focus, the keys."""
        width = self.content_size.width
        lines = []
        for place, entry in enumerate(self.entries):
            text = entry_text(self.field, entry) or words.UNNAMED
            line = Content(f"{place + 1}. {text}").truncate(width, ellipsis=True)
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
        """The entries are others than before."""

        def __init__(self, area: EntriesField) -> None:
            super().__init__()
            self.area = area

        @property
        def control(self) -> EntriesField:
            """The field."""
            return self.area

    def __init__(self, field: Field, value: Any = None, *, read_only: bool = False) -> None:
        super().__init__()
        self.field = field
        self.read_only = read_only
        self._entries: list[Entry] = [dict(entry) for entry in value or ()]
        self._removed: list[tuple[int, Entry]] = []
        self._editing: int | None = None

    def compose(self) -> ComposeResult:
        """The rows; the editor comes when it is needed."""
        yield EntryRows(self.field, self._entries)

    @property
    def rows(self) -> EntryRows:
        """The list itself."""
        return self.query_one(EntryRows)

    @property
    def value(self) -> list[Entry]:
        """The entries, copied."""
        return [dict(entry) for entry in self._entries]

    @value.setter
    def value(self, value: Any) -> None:
        self._entries[:] = [dict(entry) for entry in value or ()]
        self.action_close()
        self.rows.show(self.rows.cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Escape is the field's own only while an entry is open."""
        return self._editing is not None if action == "close" else True

    @on(EntryRows.Asked)
    async def fulfil(self, event: EntryRows.Asked) -> None:
        """Do what a key asked for."""
        event.stop()
        cursor = self.rows.cursor
        if self.read_only:
            return
        match event.wish:
            case "new":
                await self._edit_new()
            case "edit":
                await (self._edit(cursor) if self._entries else self._edit_new())
            case "remove" if self._entries:
                self._removed.append((cursor, self._entries.pop(cursor)))
                self._changed(cursor)
            case "raise" if cursor > 0:
                self._swap(cursor, cursor - 1)
            case "lower" if cursor < len(self._entries) - 1:
                self._swap(cursor, cursor + 1)
            case "restore" if self._removed:
                place, entry = self._removed.pop()
                self._entries.insert(place, entry)
                self._changed(place)

    def _swap(self, one: int, other: int) -> None:
        entries = self._entries
        entries[one], entries[other] = entries[other], entries[one]
        self._changed(other)

    def _changed(self, cursor: int) -> None:
        self.rows.show(cursor)
        self.post_message(self.Changed(self))

    async def _edit_new(self) -> None:
        self._entries.append({})
        self.rows.show(len(self._entries) - 1)
        await self._edit(len(self._entries) - 1)

    async def _edit(self, place: int) -> None:
        await self.query(".editor").remove()
        self._editing = place
        entry = self._entries[place]
        children: list[Widget] = []
        for column in self.field.columns:
            kind = AnswerArea if column.kind is FieldKind.TEXT else LineArea
            children.append(Static(column.label, markup=False))
            children.append(kind(entry.get(column.id, ""), name=column.id))
        children.append(Static(words.EDITING, markup=False))
        await self.mount(Vertical(*children, classes="editor"))
        self.query(".editor TextArea").first().focus()

    def action_close(self) -> None:
        """Finish the entry being edited; an entry without a word goes."""
        if self._editing is None:
            return
        place, self._editing = self._editing, None
        if self.query(".editor TextArea:focus"):
            self.rows.focus()
        self.query(".editor").remove()
        if place < len(self._entries) and not any(self._entries[place].values()):
            self._entries.pop(place)
        self.rows.show(place)

    @on(TextArea.Changed)
    def take_text(self, event: TextArea.Changed) -> None:
        """Every change of a column is a change of the entry."""
        event.stop()
        if self._editing is None or not event.text_area.name:
            return
        self._entries[self._editing][event.text_area.name] = event.text_area.text
        self.rows.refresh()
        self.post_message(self.Changed(self))

    @on(LineArea.Submitted)
    def go_on(self, event: LineArea.Submitted) -> None:
        """Enter goes to the next column, and finishes the entry after the last one."""
        event.stop()
        areas = list(self.query(".editor TextArea"))
        place = areas.index(event.area)
        if place + 1 < len(areas):
            areas[place + 1].focus()
        else:
            self.action_close()
