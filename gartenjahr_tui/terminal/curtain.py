"""The curtain: hides everything at once, whatever the program is at; any key brings it back.

Any but those that do nothing by themselves: Shift, AltGr, the volume.

It hangs before the terminal and is none of the screens. So it waits for nothing, and beneath it
everything goes on: what was typed before still goes where it belongs, dialogs come to their end.
What is typed or pasted while it hangs goes nowhere.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Size
from textual.message import Message

from gartenjahr_tui.words.rhythm import CurtainWords as words

if TYPE_CHECKING:
    from textual.app import App

NO_KEYS = ("left_", "right_", "iso_level", "caps_lock", "num_lock", "scroll_lock", "media_")
"""How keys begin that write and do nothing by themselves: some terminals report them, too."""

REST_SECONDS = 0.7
"""For so long no key counts: the end of the word that was being typed, a key held down."""

PLANT_WIDTH = 19

TALL = 14
"""Lines of a window in which there is room for the plant."""


class Curtain:
    """Hides the app while it is drawn, and gives it back as it has become meanwhile."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self.drawn, self.away = False, asyncio.Event()
        self.away.set()
        self._since = 0.0

    def draw(self) -> None:
        """Hide everything."""
        self.drawn, self._since = True, Message().time
        self.away.clear()
        self.paint(self._app.size)

    def take(self, event: Message, *, again: bool) -> None:
        """Any key, a paste, a click when the button is up again: all it does is to open.

        The key that hides does not open again while it is held down.
        """
        opening = not isinstance(event, events.MouseEvent) or isinstance(event, events.MouseUp)
        if isinstance(event, events.Key):
            key = event.key.rpartition("+")[2]
            opening = not (key.startswith(NO_KEYS) or key.endswith("_volume"))
        rested = event.time - self._since >= REST_SECONDS
        if again:
            self._since = event.time
        if opening and rested:
            self.drawn = False
            self.away.set()
            self._app.refresh()

    def rows(self, size: Size) -> list[str]:
        """What is to be read: a plant, and how to come back."""
        plant = [f"{row:<{PLANT_WIDTH}}" for row in words.PLANT] if size.height >= TALL else []
        shown = [*plant, *([""] * 2 if plant else ()), words.LINE]
        rows = [""] * ((size.height - len(shown)) // 2) + shown
        rows += [""] * (size.height - len(rows))
        return [row.center(size.width)[: size.width] for row in rows]

    def paint(self, size: Size) -> None:
        """Write it over whatever is to be seen."""
        driver, rows = self._app._driver, enumerate(self.rows(size), 1)
        if driver is not None:
            text = "".join(f"\x1b[{row};1H{text}" for row, text in rows if text.strip())
            driver.write(f"\x1b[0m\x1b[2J{text}")
            driver.flush()
