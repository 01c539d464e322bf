"""Scale, choice and checks: one widget that paints its options itself and has one cursor."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message

from gartenjahr_tui.guide.model import SCALE_STEPS, Field, FieldKind
from gartenjahr_tui.widgets.areas import OrderedArea
from gartenjahr_tui.widgets.rows import CursorRows, jump, types
from gartenjahr_tui.words.screens import OnlyHereWords as words

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

    Arrows move to what stands there, Space or Enter chooses; choosing the chosen one again takes
    the choice back. On a scale the digits choose directly. What else is typed goes to the field for
    the reason, and where there is none, to the option that begins so.

    Attributes:
        reason: The text field that takes what is typed here; None for none.
    """

    BINDINGS = [
        Binding("up", "climb(-1)", show=False),
        Binding("down", "climb(1)", show=False),
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
        self.reason: OrderedArea | None = None
        self._word = ""
        self._is_lost = False
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

    @property
    def pointer(self) -> Offset:
        """Where the option under the cursor stands."""
        cell = self._cells(self.content_size.width)[self.cursor]
        return Offset(cell.column, cell.row)

    def action_climb(self, by: int) -> None:
        """Move to what stands above or below; from the ends to the field before or after."""
        cells = self._cells(self.content_size.width)
        here = cells[self.cursor]
        ways = [cell.row for cell in cells if (cell.row - here.row) * by > 0]
        if not ways:
            self.action_move(by * len(cells))
            return
        row = min(ways) if by > 0 else max(ways)
        # In a row that is too short, the nearest one.
        near = [place for place, cell in enumerate(cells) if cell.row == row]
        self.cursor = min(near, key=lambda place: abs(cells[place].column - here.column))

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
        """A digit chooses on a scale; nothing that is typed is a command, or is lost."""
        sign = types(event)
        if not sign or (sign == " " and not self._is_lost):
            self._word, self._is_lost = "", False
            return
        event.stop()
        if self.field.kind is FieldKind.SCALE and sign in map(str, SCALE_STEPS) and not self._word:
            self.cursor = int(sign) - 1
            if sign not in self._chosen:
                self.action_choose()
        elif not self._wrote(sign):
            self._seek(sign)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes where letters go."""
        event.stop()
        if not self._wrote(event.text):
            self._say_how()

    def on_blur(self) -> None:
        """Whoever comes back begins anew."""
        self._word, self._is_lost = "", False

    def _wrote(self, text: str) -> bool:
        """Write to the field for the reason, if there is one."""
        reason = self.reason
        if self.read_only or reason is None or not reason.is_attached:
            return False
        self.screen.set_focus(reason)
        reason.go_on_with(text)
        return True

    def _seek(self, sign: str) -> None:
        """Go to the option that begins with what was typed, or say that one can only choose."""
        names = [label for _, label in self._options]
        self._word += sign
        found = None
        if not self._is_lost and self.field.kind is not FieldKind.SCALE:
            # The same letter again goes on to the next that begins so.
            again = len(set(self._word)) == 1
            found = jump(names, self._word[:1] if again else self._word, self.cursor + again)
        if found is None:
            # From here on even a blank is part of what is typed: it must not choose.
            self._is_lost = True
            self._say_how()
        else:
            self.cursor = found

    def _say_how(self) -> None:
        if not self.read_only:
            scale = self.field.kind is FieldKind.SCALE
            self.app.notify(words.SCALE if scale else words.OPTIONS, markup=False)

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
            ends = "\n".join(("", *self._ends(self.content_size.width)))
            painted.append(Content.styled(ends, "$text-muted"))
        return Content.assemble(*painted)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines the options need at this width."""
        last = self._cells(width)[-1]
        ends = len(self._ends(width)) if self.field.kind is FieldKind.SCALE else 0
        return last.row + last.text.count("\n") + 1 + ends

    def _ends(self, width: int) -> list[str]:
        """What 1 and 5 mean: side by side, or where that is too long one below the other."""
        ends = [f"1 {self.field.low}", f"5 {self.field.high}"]
        if len(line := " · ".join(ends)) <= width:
            return [line]
        wrapped = (textwrap.wrap(end, max(width, 12), subsequent_indent="  ") for end in ends)
        return [line for lines in wrapped for line in lines]
