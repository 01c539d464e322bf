"""Keys act in the order they were pressed, even when the computer is slower than the fingers.

Textual hands a key to whatever has the cursor when the key arrives. A key that leads elsewhere –
„n“ begins a card, Tab goes to the next field – takes a moment, and what is typed in that moment
would still go to the place one has left: letters would vanish, digits open a step. Where a key has
led to another screen, the next one waits until that has been painted: before, its lists do not
know what is to be seen on a page. The keys that hide everything or end the program wait for none;
the app takes them before they come here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from typing import Any
from weakref import WeakKeyDictionary, ref

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

HOLD_SECONDS = 4.0
"""How long what was typed may wait for a key before it; it takes thousandths of a second.

Where it takes longer, as with a drive that does not answer, the key goes to what is there then.
"""

END_SECONDS = 1.0
"""How long it may wait at the end."""

PAINT_SECONDS = 0.1
"""How long the first picture of a screen is waited for; the painting itself takes no part of it."""

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
        self._held: deque[tuple[float, KeyEvent]] = deque()
        self._following: asyncio.Task[None] | None = None
        self._patience: asyncio.Timeout | None = None
        self._asked: WeakKeyDictionary[MessagePump, asyncio.Event] = WeakKeyDictionary()
        self._painted: Callable[[], MessagePump | None] = lambda: None

    async def take(self, event: KeyEvent) -> None:
        """Hand an event on at once, or when those before it are through."""
        if self._following:
            self._held.append((asyncio.get_running_loop().time(), event))
            self._set_patience()
        elif await self._leads(event):
            self._following = asyncio.create_task(self._follow())

    async def all_taken(self) -> None:
        """Wait until nothing is held any more; where that takes long, hand it on."""
        following = self._following
        if following and self._held:
            await asyncio.wait({following}, timeout=END_SECONDS)
        if following:
            following.cancel()
            await asyncio.wait({following}, timeout=END_SECONDS)
        while self._held:
            await self._leads(self._held.popleft()[1])

    async def _leads(self, event: KeyEvent) -> bool:
        """Hand an event on, and say whether it may lead elsewhere."""
        leads = self._leads_on(event)
        try:
            await self._hand_on(event)
        except Exception as error:  # the keys behind it are not its fault
            self._app._handle_exception(error)
        return leads

    def _leads_on(self, event: KeyEvent) -> bool:
        from textual.widgets import TextArea  # not before the first frame

        typing = isinstance(self._app.focused, TextArea)
        if isinstance(event, events.Paste):
            # Beside a text it may lead into one.
            return not typing
        is_function_key = event.key[:1] == "f" and event.key[1:].isdigit()
        return not typing or event.key in LEADING or is_function_key

    async def _follow(self) -> None:
        try:
            await self._until_quiet()
            while self._held:
                if await self._leads(self._held.popleft()[1]):
                    await self._until_quiet()
        finally:
            self._following = None

    async def _until_quiet(self) -> None:
        """Wait until a key has gone all its way, up from the cursor, and its screen is painted."""
        app = self._app
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(None) as self._patience:
                self._set_patience()
                for _ in range(PASSES):
                    focused = app.focused
                    way = focused.ancestors_with_self if focused else [app.screen]
                    await self._answered(pump for pump in way if pump is not app)
                await self._answered([app])
                await self._until_painted()
        self._patience = None

    def _set_patience(self) -> None:
        """What is held longest says how long is waited; where nothing is, nobody is in a hurry."""
        if self._held and self._patience and not self._patience.expired():
            self._patience.reschedule(self._held[0][0] + HOLD_SECONDS)

    async def _answered(self, pumps: Iterable[MessagePump]) -> None:
        """Wait until each has done what it was told before, but for those that still owe it."""
        asked = []
        for pump in pumps:
            done = asyncio.Event()
            if not self._owes(pump) and pump.call_later(done.set):
                self._asked[pump] = done
                asked.append(done)
        for done in asked:
            await done.wait()

    def _owes(self, pump: MessagePump) -> bool:
        """Whether it was asked before, and has not answered yet."""
        done = self._asked.get(pump)
        return done is not None and not done.is_set()

    async def _until_painted(self) -> None:
        """Wait until a screen that was not there before is to be seen."""
        screen, done = self._app.screen, asyncio.Event()
        if self._painted() is screen or self._owes(screen):
            return
        self._painted = ref(screen)
        if screen.call_after_refresh(done.set):
            with contextlib.suppress(TimeoutError):
                # Textual does not always call where nothing is left to be painted.
                await asyncio.wait_for(done.wait(), PAINT_SECONDS)
