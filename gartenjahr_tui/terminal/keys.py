"""Keys act in the order they were pressed, even when the computer is slower than the fingers.

Textual hands a key to whatever has the cursor when the key arrives. A key that leads elsewhere –
„n“ begins a card, Tab goes to the next field – takes a moment, and what is typed in that moment
would still go to the place one has left: letters would vanish, digits open a step. The keys that
hide everything or end the program wait for none; the app takes them before they come here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

HOLD_SECONDS = 10.0
"""How long what was typed may wait for a key before it; it takes thousandths of a second."""

PASSES = 4
"""From a row to its list, its page and its screen, a key is handed on so often at most."""

LEADING = frozenset({"tab", "shift+tab", "enter", "escape", "up", "down"})
"""Keys that may lead out of a text field; so do the function keys."""

KeyEvent = events.Key | events.Paste
HandOn = Callable[[events.Event], Awaitable[None]]


async def wait_for(pumps: Iterable[MessagePump]) -> None:
    """Wait until each of them has done what it was told before."""
    told = [(pump, asyncio.Event()) for pump in pumps]
    waiting = [done for pump, done in told if pump.call_later(done.set)]
    for done in waiting:
        await done.wait()


class KeyOrder:
    """Holds what is typed while a key before it is still leading elsewhere."""

    def __init__(self, app: App[Any], hand_on: HandOn) -> None:
        """Watch over an app; it hands on what it does with a key or a paste by itself."""
        self._app, self._hand_on = app, hand_on
        self._held: deque[KeyEvent] = deque()
        self._following: asyncio.Task[None] | None = None

    async def take(self, event: KeyEvent) -> None:
        """Hand an event on at once, or when those before it are through."""
        if self._following:
            self._held.append(event)
            return
        leads = self._leads_on(event)
        await self._hand_on(event)
        if leads:
            self._following = asyncio.create_task(self._follow())

    async def all_taken(self) -> None:
        """Wait until nothing is held any more; then no key waits for one before it."""
        if self._held and self._following:
            await asyncio.wait({self._following}, timeout=HOLD_SECONDS)
        if self._following:
            self._following.cancel()

    def _leads_on(self, event: KeyEvent) -> bool:
        from textual.widgets import Input, TextArea  # not before the first frame

        if isinstance(event, events.Paste):
            return False
        typing = isinstance(self._app.focused, TextArea | Input)
        is_function_key = event.key[:1] == "f" and event.key[1:].isdigit()
        return not typing or event.key in LEADING or is_function_key

    async def _follow(self) -> None:
        try:
            await self._until_quiet()
            while self._held:
                event = self._held.popleft()
                leads = self._leads_on(event)
                await self._hand_on(event)
                if leads:
                    await self._until_quiet()
        finally:
            self._following = None

    async def _until_quiet(self) -> None:
        """Wait until a key has gone all its way: up from the cursor, and through the app."""
        app = self._app
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(HOLD_SECONDS):
                for _ in range(PASSES):
                    focused = app.focused
                    way = focused.ancestors_with_self if focused else [app.screen]
                    await wait_for(pump for pump in way if pump is not app)
                await wait_for([app])
