"""The entries of a list, a line each; the field they belong to does what is asked for here."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.geometry import Size

from gartenjahr_tui.guide.model import Field
from gartenjahr_tui.widgets.commands import bindings, keys_line
from gartenjahr_tui.widgets.rows import CursorRows, types
from gartenjahr_tui.words.garden import HistoryWords as history_words
from gartenjahr_tui.words.screens import EntriesWords as words
from gartenjahr_tui.words.screens import OnlyHereWords as only_words
from gartenjahr_tui.workbook.values import Entry, Names, entry_text, history, shown_day

MOVES = ("entry-raise", "entry-lower")
"""Commands without a meaning in a history, whose order is that of its days."""

ENTRY_COMMANDS = ("entry-new", "entry-edit", "entry-remove", *MOVES, "entry-restore")

DAY = "am"
"""Id of the column that says when something was; as the first one it begins with today."""


class EntryRows(CursorRows):
    """The entries, a line each, with a cursor; those of a history with the latest first.

    Attributes:
        brief: Whether only the first of them is shown while the cursor is elsewhere.
    """

    BINDINGS = bindings(*ENTRY_COMMANDS)
    DEFAULT_CSS = """
    EntryRows { height: auto; padding: 0 1; background: $surface; }
    """

    def __init__(self, field: Field, names: Names) -> None:
        super().__init__()
        self.field = field
        self.entries: list[Entry] = []
        self._made: list[Entry] = []
        self.brief = False
        self._names = names
        self._numbers: list[int] = []

    def show(self, entries: list[Entry], entry: Entry | None = None) -> None:
        """Paint the entries, told in the order they were made in; the cursor may go to one."""
        placed = list(enumerate(entries, 1))
        if self.field.current:
            placed.sort(key=lambda one: (shown_day(one[1]), one[0]), reverse=True)
        self.entries, self._made = [one for _, one in placed], entries
        self._numbers = [number for number, _ in placed]
        places = (place for place, one in enumerate(self.entries) if one is entry)
        self.cursor = next(places, max(0, min(self.cursor, len(entries) - 1)))
        self.refresh(layout=True)

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self.cursor] if self.entries else None

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.entries)

    def action_entry(self, wish: str) -> None:
        """Hand the wish to the field."""
        self.post_message(self.Asked(wish))

    def on_key(self, event: events.Key) -> None:
        """A letter that is no key of the list is nothing but a letter."""
        if types(event) and event.key not in self._bindings.key_to_bindings:
            event.stop()
            self.app.notify(only_words.ENTRIES, markup=False)

    def on_paste(self, event: events.Paste) -> None:
        """Nothing can be pasted between the entries."""
        event.stop()
        self.app.notify(only_words.ENTRIES, markup=False)

    def on_click(self, event: events.Click) -> None:
        """Open the entry that is clicked, or begin one in an empty list."""
        offset = event.get_content_offset(self)
        if offset and offset.y < len(self.entries):
            self.cursor = offset.y
            self.post_message(self.Asked("edit"))
        elif not self.entries:
            self.post_message(self.Asked("new"))

    @property
    def _shown(self) -> int:
        """How many entries are shown."""
        count = len(self.entries)
        return min(count, 1) if self.brief and not self.has_focus else count

    def _hint(self) -> str:
        if not self.entries:
            return f"{words.EMPTY}  {words.NEW.format(item=self.field.item)}"
        return keys_line(c for c in ENTRY_COMMANDS if not (self.field.current and c in MOVES))

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
        states = history(self.field, {self.field.id: self._made}) if self.field.current else []
        lines = []
        shown = self._shown
        for place in range(shown):
            line = self._line(place, states[0] if states else None)
            if shown < len(self.entries):
                earlier = words.EARLIER.format(count=len(self.entries) - shown)
                line += Content.styled(earlier, "$text-muted")
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
            return self._shown
        return len(self.entries) + -(-len(self._hint()) // max(width, 1))
