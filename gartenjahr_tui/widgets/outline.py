"""What a screen holds, page by page, on the left; up and down choose, Enter goes in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from gartenjahr_tui.widgets.chrome import KeyBar
from gartenjahr_tui.widgets.commands import command
from gartenjahr_tui.widgets.rows import jump

Groups = Callable[[], list[list[tuple[str, str]]]]
"""Groups of lines, each a name and what stands to its right; groups are set apart by a gap."""


class Outline(Widget, can_focus=True):
    """The pages of a screen with what is done, in words."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
        Binding("enter,right,tab", "go_in", show=False),
    ]
    DEFAULT_CSS = """
    Outline {
        width: 28; height: 1fr; padding: 1 1 0 0; border-right: solid $border-blurred;
        overflow: hidden auto;
    }
    """

    @dataclass
    class Chosen(Message):
        """Another page is to be shown, or gone into; places count from 0."""

        place: int
        go_in: bool

    cursor = reactive(0)

    def __init__(self, groups: Groups) -> None:
        super().__init__()
        self._groups = groups

    def _rows(self) -> list[tuple[int, str, str] | None]:
        """Every row with the number of its line; None for a gap."""
        rows: list[tuple[int, str, str] | None] = []
        place = 0
        for group in filter(None, self._groups()):
            rows += [None] if rows else []
            for name, right in group:
                rows.append((place, name, right))
                place += 1
        return rows

    @property
    def pointer(self) -> Offset:
        """Where the line chosen stands, for the cursor of the terminal."""
        places = [row[0] if row else None for row in self._rows()]
        return Offset(0, places.index(self.cursor) if self.cursor in places else 0)

    @property
    def _names(self) -> list[str]:
        return [row[1].lstrip("→ ") for row in self._rows() if row]

    def action_move(self, by: int) -> None:
        """Choose the line above or below."""
        self._go(max(0, min(self.cursor + by, len(self._names) - 1)))

    def action_move_to(self, place: int) -> None:
        """Choose the first line, or the last."""
        self._go(place % max(1, len(self._names)))

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next line that begins so; the keys of the screen stay its own."""
        sign = event.character or ""
        if sign.isalpha() and event.key not in self._kept_keys():
            place = jump(self._names, sign, self.cursor + 1)
            if place is not None:
                event.stop()
                self._go(place)

    def _kept_keys(self) -> set[str]:
        """Keys of the screen and of its key bar, and the one for what has just happened."""
        shown = {key for bar in self.screen.query(KeyBar) for key in bar.keys}
        return shown.union(self.screen._bindings.key_to_bindings, {command("encounter").key})

    def _go(self, place: int) -> None:
        if place != self.cursor:
            self.cursor = place
            self.post_message(self.Chosen(place, False))

    def action_go_in(self) -> None:
        """Go into the page."""
        self.post_message(self.Chosen(self.cursor, True))

    def on_click(self, event: events.Click) -> None:
        """Choose the line that is clicked."""
        offset = event.get_content_offset(self)
        rows = self._rows()
        if offset and offset.y < len(rows) and (row := rows[offset.y]):
            self.cursor = row[0]
            self.post_message(self.Chosen(row[0], False))

    def watch_cursor(self) -> None:
        """Keep the line in sight where there are more than fit."""
        for y, row in enumerate(self._rows()):
            if row and row[0] == self.cursor:
                self.scroll_to_region(Region(0, y, 1, 1), animate=False)

    def render(self) -> Content:
        """A line for each page: name, how far it is."""
        width = self.scrollable_content_region.width
        lines = []
        for row in self._rows():
            if row is None:
                lines.append(Content(""))
                continue
            place, name, right = row
            here = place == self.cursor
            left = Content(f"{'▌' if here else ' '}{name}")
            room = max(1, width - len(right) - 1)
            left = left.truncate(room, ellipsis=True) if left.cell_length > room else left
            gap = " " * max(1, width - left.cell_length - len(right))
            style = ("bold reverse" if self.has_focus else "bold") if here else ""
            line = Content.assemble(left, gap, (right, "" if here else "$text-muted"))
            lines.append(line.stylize(style) if style else line)
        return Content("\n").join(lines)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each page, and the gaps."""
        return len(self._rows())
