"""The curtain: hides everything at once; any key brings it back, as it was."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Center, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from gartenjahr_tui.words.rhythm import CurtainWords as words

REST_SECONDS = 0.7
"""For so long no key counts: the end of the word that was being typed, a key held down."""


class CurtainScreen(Screen[None]):
    """Lies over everything; no screen but its own is painted, and no key goes further than here.

    What is typed or pasted here goes nowhere. Only ending the program (Ctrl+Q) is what it is
    elsewhere: it saves, and shows nothing.
    """

    CSS_PATH = "../styles/sichtschutz.tcss"
    AUTO_FOCUS = ""
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (14, "-tall")]

    def __init__(self) -> None:
        super().__init__()
        self._since = Message().time

    def compose(self) -> ComposeResult:
        """A plant, and how to come back."""
        with Vertical():
            with Center():
                yield Static("\n".join(words.PLANT), markup=False, id="plant")
            yield Static(words.LINE, markup=False, id="line")

    def opens(self, event: Message) -> bool:
        """Whether a key, a click or a paste brings everything back."""
        return event.time - self._since >= REST_SECONDS

    def _take(self, event: Message) -> None:
        event.stop()
        event.prevent_default()
        if self.is_current and self.opens(event):
            self.dismiss()

    def on_key(self, event: events.Key) -> None:
        """Any key; it does nothing else."""
        self._take(event)

    def on_paste(self, event: events.Paste) -> None:
        """A paste is like a key: its text goes nowhere."""
        self._take(event)

    def on_click(self, event: events.Click) -> None:
        """A click, only when the button is up again: it must not reach what lies below."""
        self._take(event)

    def action_knock(self) -> None:
        """F9 once more; held down, it does not open."""
        event = Message()
        opening = self.opens(event)
        self._since = event.time
        if opening:
            self.dismiss()
