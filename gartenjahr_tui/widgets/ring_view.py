"""A long page for reading, block by block; only the lines in sight are painted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from gartenjahr_tui.widgets.passage import READING_WIDTH
from gartenjahr_tui.widgets.ring_rows import HEAD, QUIET, YEARS, RingRow, padded, wrapped

MARK = "bold $accent"
INDENT = 2
"""Columns left of the text; the block in hand has its mark there."""


@dataclass(frozen=True)
class RingBlock:
    """A part of the page under a heading; its rows are made for a number of columns."""

    id: str
    title: str
    rows: Callable[[int], Iterable[RingRow]]


class RingView(ScrollView, can_focus=True):
    """A page of blocks: arrows read on, block by block; the one in hand is marked."""

    BINDINGS = [
        Binding("up", "read(-1)", show=False),
        Binding("down", "read(1)", show=False),
        Binding("pageup", "leaf(-1)", show=False),
        Binding("pagedown,space", "leaf(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter", "open", show=False),
    ]
    DEFAULT_CSS = """
    RingView {
        width: 1fr; height: 1fr; overflow: hidden scroll;
    }
    """
    ALLOW_SELECT = False

    @dataclass
    class Opened(Message):
        """The block in hand is wanted."""

        id: str

    @dataclass
    class Turned(Message):
        """Other years are wanted."""

        by: int

    def __init__(self) -> None:
        super().__init__()
        self._blocks: Sequence[RingBlock] = ()
        self._lead = ""
        self._heads: Callable[[int], RingRow] | None = None
        self._rows: list[RingRow] = []
        self._starts: list[int] = []
        self._width = 0
        self._in_hand = 0

    @property
    def in_hand(self) -> str:
        """Id of the block in hand; empty when there is none."""
        return self._blocks[self._in_hand].id if self._blocks else ""

    @property
    def text_width(self) -> int:
        """Columns there are for the text."""
        return max(20, self.scrollable_content_region.width - INDENT - 1)

    def show(
        self,
        blocks: Sequence[RingBlock],
        lead: str = "",
        heads: Callable[[int], RingRow] | None = None,
        in_hand: str = "",
    ) -> None:
        """Show a page of blocks, beginning with the one in hand.

        The lead stands above them; the heads stay in sight, made for a number of columns.
        """
        self._blocks, self._lead, self._heads = blocks, lead, heads
        ids = [block.id for block in blocks]
        self._in_hand = ids.index(in_hand) if in_hand in ids else 0
        self._lay_out()
        self._go_to(self._starts[self._in_hand] if self._in_hand else 0)

    def on_resize(self) -> None:
        """Break the lines anew; the block in hand stays in sight."""
        if self.text_width != self._width:
            self._lay_out()
            self._go_to(self._starts[self._in_hand] if self._in_hand else 0)

    def _lay_out(self) -> None:
        width = self._width = self.text_width
        rows: list[RingRow] = []
        self._starts = []
        if self._lead:
            lead = wrapped(self._lead, min(width, READING_WIDTH))
            rows += [[], *([(line, QUIET)] for line in lead)]
        for block in self._blocks:
            rows.append([])
            self._starts.append(len(rows))
            rows += ([(line, HEAD)] for line in wrapped(block.title, min(width, READING_WIDTH)))
            rows += block.rows(width)
        self._rows = [*rows, []]
        self.virtual_size = Size(self.scrollable_content_region.width, len(rows) + 1 + self._fixed)
        self.refresh()

    @property
    def _fixed(self) -> int:
        """Lines that do not scroll."""
        return 1 if self._heads else 0

    # Reading

    @property
    def _page(self) -> int:
        """Lines in sight."""
        return max(1, self.scrollable_content_region.height - self._fixed)

    @property
    def _top(self) -> int:
        return self.scroll_offset.y

    def _go_to(self, row: int) -> None:
        self.scroll_to(y=max(0, row), animate=False, force=True, immediate=True)
        self.refresh()

    def _end(self, number: int) -> int:
        """The row behind a block."""
        last = number + 1 == len(self._starts)
        return len(self._rows) if last else self._starts[number + 1] - 1

    def action_read(self, by: int) -> None:
        """Read on line by line; what is wholly in sight is left for the next block."""
        if not self._starts:
            return
        self._take_what_is_seen()
        top, end = self._top, self._top + self._page
        if by > 0 and self._end(self._in_hand) <= end and self._in_hand + 1 < len(self._starts):
            self._in_hand += 1
        elif by < 0 and self._starts[self._in_hand] >= top and self._in_hand:
            self._in_hand -= 1
        else:
            self._go_to(top + by)
            return
        first, behind = self._starts[self._in_hand], self._end(self._in_hand)
        if by > 0 and behind > end:
            self._go_to(min(behind - self._page, max(top + 1, first + 2 - self._page)))
        elif by < 0 and first <= top:
            self._go_to(max(first - 1, min(top - 1, behind - 2)))
        self.refresh()

    def action_leaf(self, by: int) -> None:
        """A page on or back."""
        self._go_to(self._top + by * max(1, self._page - 1))
        self.call_after_refresh(self._take_first, last=by > 0)

    def action_scroll_home(self) -> None:
        """To the beginning."""
        self._in_hand = 0
        self._go_to(0)

    def action_scroll_end(self) -> None:
        """To the end."""
        self._in_hand = max(0, len(self._starts) - 1)
        self._go_to(len(self._rows))

    def _take_first(self, *, last: bool) -> None:
        """Take the first block in sight in hand; at the very end the last."""
        if not self._starts:
            return
        at_end = self._top + self._page >= len(self._rows)
        number = bisect_right(self._starts, self._top + 1) - 1
        self._in_hand = len(self._starts) - 1 if last and at_end else max(0, number)
        self.refresh()

    def _take_what_is_seen(self) -> None:
        """After the wheel of a mouse the block in hand may be out of sight."""
        first, end = self._starts[self._in_hand], self._end(self._in_hand)
        if end <= self._top or first >= self._top + self._page:
            self._take_first(last=False)

    def action_turn(self, by: int) -> None:
        """Other years."""
        self.post_message(self.Turned(by))

    def action_open(self) -> None:
        """Open the block in hand."""
        if self._blocks:
            self.post_message(self.Opened(self.in_hand))

    def on_click(self, event: events.Click) -> None:
        """Take the block in hand that is clicked."""
        row = self._top + event.y - self._fixed
        if self._starts and row >= self._starts[0]:
            self._in_hand = bisect_right(self._starts, row) - 1
            self.refresh()

    # Painting

    @on(events.Focus)
    @on(events.Blur)
    def show_cursor(self) -> None:
        """The mark of the block in hand shows where the cursor is."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line of the window."""
        width = self.scrollable_content_region.width
        if self._heads and y == 0:
            heads = Content.assemble(" " * INDENT, *self._heads(self._width)).truncate(width)
            content = heads.pad_right(width - heads.cell_length).stylize(YEARS)
        else:
            content = self._line(self._top + y - self._fixed, width)
        return Visual.to_strips(self, content, width, 1, self.visual_style)[0]

    def _line(self, row: int, width: int) -> Content:
        if row >= len(self._rows):
            return Content("")
        parts = self._rows[row]
        if self._blocks and self._starts[self._in_hand] <= row and parts and parts[0][1] == HEAD:
            marked = row < self._end(self._in_hand)
            return self._content("▌" if marked and self.has_focus else " ", parts, width)
        return self._content(" ", parts, width)

    def _content(self, mark: str, parts: RingRow, width: int) -> Content:
        return Content.assemble(padded(mark, INDENT, MARK), *parts).truncate(width)
