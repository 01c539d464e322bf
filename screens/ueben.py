"""Practising a pitch: the text to say aloud, and a count of the seconds."""

from __future__ import annotations

from time import monotonic

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from gartenjahr_tui.garden.kinds import Pitch
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.words.garden import PracticeWords as words
from gartenjahr_tui.workbook.plain import Card

SECONDS = 60
"""As long as nothing else is chosen."""

WIDTH = 40
"""Columns of the bar."""


class PracticeScreen(Dialog[str]):
    """Shows the text and counts while it is said; nothing is painted while the count rests."""

    CSS_PATH = "../styles/ueben.tcss"
    BINDINGS = [Binding("space,enter", "count", show=False)]

    def __init__(self, card: Card) -> None:
        pitch = Pitch(card)
        super().__init__(words.TITLE.format(name=pitch.title), words.KEYS)
        self._text, self._seconds = pitch.wording, int(pitch.seconds or SECONDS)
        self._begun = 0.0
        self._ticking: Timer | None = None

    def compose_body(self) -> ComposeResult:
        """The count above, the text below."""
        yield Static(markup=False, id="count")
        with VerticalScroll(classes="text"):
            yield Static(self._text or words.EMPTY, markup=False)

    def on_mount(self) -> None:
        """The count begins when the person is ready."""
        self.show_count(0)
        self.query_one(VerticalScroll).focus()

    def action_count(self) -> None:
        """Begin anew, or stop."""
        if self._ticking is not None:
            self._ticking.stop()
            self._ticking = None
        else:
            self._begun = monotonic()
            self.show_count(0)
            self._ticking = self.set_interval(1, self.tick)

    def tick(self) -> None:
        """A second has gone by."""
        self.show_count(round(monotonic() - self._begun))

    def show_count(self, passed: int) -> None:
        """Say how many seconds have gone by and how many are left."""
        filled = min(WIDTH, passed * WIDTH // self._seconds)
        left = self._seconds - passed
        word = words.LEFT.format(left=left) if left >= 0 else words.OVER.format(over=-left)
        bar = Content.assemble(("█" * filled, "$primary"), ("░" * (WIDTH - filled), "$text-muted"))
        line = Content.assemble(bar, f"  {passed} / {self._seconds} s · {word}")
        self.query_one("#count", Static).update(line)
