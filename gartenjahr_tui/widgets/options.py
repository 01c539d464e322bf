"""Scale, choice and checks: one widget that paints its options itself and has one cursor."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind
from gartenjahr_tui.widgets.rows import CursorRows

SHORT = 14
"""Options flow side by side when no label is longer than this; longer ones stand under another."""

GAP = 2
"""Columns between options side by side."""


@dataclass(frozen=True)
class _Cell:
    """One option on the screen: its place and its text."""

    row: int
    column: int
    text: str


class OptionsField(CursorRows):
    """Options to choose from: 1 to 5, one of several, or any of several.

    Arrows move, Space or Enter chooses; choosing the chosen one again takes the choice back. On a
    scale the digits choose directly.
    """

    BINDINGS = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
        Binding("space,enter", "choose", show=False),
    ]
    DEFAULT_CSS = """
    OptionsField { height: auto; padding: 0 1; margin: 0; }
    """

    @dataclass
    class Changed(Message):
        """Something was chosen or taken back."""

        area: OptionsField

    def __init__(self, field: Field, value: Any = None, *, read_only: bool = False) -> None:
        super().__init__()
        self.field = field
        self.read_only = read_only
        self._chosen: set[str] = set()
        self._options: list[tuple[str, str]] = []
        self.value = value

    @property
    def value(self) -> Any:
        """An int for a scale, an id for a choice, a list of ids for checks; None when empty."""
        shown = [id for id, _ in self._options]
        chosen = [id for id in shown if id in self._chosen]
        if self.field.kind is FieldKind.CHECKS:
            # What is chosen and not shown stays chosen.
            return [*chosen, *sorted(self._chosen.difference(shown))]
        if not chosen:
            return None
        return int(chosen[0]) if self.field.kind is FieldKind.SCALE else chosen[0]

    @value.setter
    def value(self, value: Any) -> None:
        values = value if isinstance(value, list) else [] if value is None else [value]
        self._chosen = {str(item) for item in values}
        if self.field.kind is FieldKind.SCALE:
            self._options = [(str(step), str(step)) for step in SCALE_STEPS]
        else:
            self._options = [(o.id, o.label) for o in self.field.offered(self._chosen)]
        places = [place for place, (id, _) in enumerate(self._options) if id in self._chosen]
        if places and self.field.kind is not FieldKind.CHECKS:
            self.cursor = places[0]
        self.refresh(layout=True)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._options)

    def action_choose(self) -> None:
        """Choose the option under the cursor, or take it back."""
        if self.read_only:
            return
        id = self._options[self.cursor][0]
        if self.field.kind is FieldKind.CHECKS:
            self._chosen ^= {id}
        else:
            self._chosen = set() if id in self._chosen else {id}
        self.refresh()
        self.post_message(self.Changed(self))

    def on_key(self, event: events.Key) -> None:
        """On a scale a digit chooses."""
        if self.field.kind is FieldKind.SCALE and event.key in map(str, SCALE_STEPS):
            event.stop()
            self.cursor = int(event.key) - 1
            if event.key not in self._chosen:
                self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """Choose what is clicked."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        cells = self._cells(self.content_size.width)
        for place in reversed(range(len(cells))):
            cell = cells[place]
            below = offset.y >= cell.row
            if below and (offset.y > cell.row or offset.x >= cell.column):
                self.cursor = place
                self.action_choose()
                return

    def _mark(self, id: str) -> str:
        chosen = id in self._chosen
        if self.field.kind is FieldKind.CHECKS:
            return "[x]" if chosen else "[ ]"
        return "(●)" if chosen else "( )"

    def _flows(self) -> bool:
        return max(len(label) for _, label in self._options) <= SHORT

    def _cells(self, width: int) -> list[_Cell]:
        """Where each option stands at this width."""
        width = max(width, 12)
        lengths = [len(f"{self._mark(id)} {label}") for id, label in self._options]
        # What does not fit in one line stands in columns.
        in_columns = sum(lengths) + GAP * (len(lengths) - 1) > width
        cells: list[_Cell] = []
        row = column = 0
        for id, label in self._options:
            text = f"{self._mark(id)} {label}"
            if self._flows():
                if column and column + len(text) > width:
                    row, column = row + 1, 0
                cells.append(_Cell(row, column, text))
                column += (max(lengths) if in_columns else len(text)) + GAP
            else:
                lines = textwrap.wrap(text, width, subsequent_indent="    ")
                cells.append(_Cell(row, 0, "\n".join(lines)))
                row += len(lines)
        return cells

    def render(self) -> Content:
        """The options; the one under the cursor is shown reversed while the field has the focus."""
        painted: list[Content] = []
        row = end = 0
        for place, cell in enumerate(self._cells(self.content_size.width)):
            style = "bold" if self._options[place][0] in self._chosen else ""
            if self.has_focus and place == self.cursor:
                style += " reverse"
            if place:
                painted.append(Content("\n" if cell.row > row else " " * (cell.column - end)))
            painted.append(Content.styled(cell.text, style.strip()))
            row, end = cell.row, cell.column + len(cell.text)
        if self.field.kind is FieldKind.SCALE:
            ends = f"\n1 {self.field.low} · 5 {self.field.high}"
            painted.append(Content.styled(ends, "$text-muted"))
        return Content.assemble(*painted)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines the options need at this width."""
        last = self._cells(width)[-1]
        ends = self.field.kind is FieldKind.SCALE
        return last.row + last.text.count("\n") + 1 + ends
