"""Start the program on a garden folder and look at it as the person at the desk does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from typing import Any

from textual.pilot import Pilot
from textual.widget import Widget

from gartenjahr_tui.app import GartenjahrApp
from gartenjahr_tui.garden import ways
from gartenjahr_tui.garden.targets import Target, ToPrompt
from gartenjahr_tui.store import glance
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.terminal.curtain import Curtain
from gartenjahr_tui.widgets.going import Go
from gartenjahr_tui.widgets.prompt_view import PromptView
from gartenjahr_tui.workbook.book import Workbook
from tests.signs import undrawable

TODAY = date(2026, 11, 22)
"""The day it is in these tests."""

SMALL = (80, 24)
WIDE = (120, 40)


class Desk:
    """The program, running, and hands to use it."""

    def __init__(self, app: GartenjahrApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def book(self) -> Workbook:
        """The open workbook."""
        assert self.app.book is not None
        return self.app.book

    @property
    def screen(self) -> Any:
        """The screen on top, or the curtain that hides it."""
        curtain = self.app._curtain
        return curtain if curtain.drawn else self.app.screen

    @property
    def focused(self) -> Any:
        """What has the cursor."""
        return self.app.focused

    @property
    def text(self) -> str:
        """Everything that is to be read on the screen now."""
        if isinstance(self.screen, Curtain):
            return "\n".join(self.screen.rows(self.app.size))
        shown = "\n".join(strip.text for strip in self.screen._compositor.render_strips())
        assert undrawable(shown) == set(), (undrawable(shown), shown)
        return shown

    @property
    def title(self) -> str:
        """The first line."""
        return self.text.splitlines()[0]

    @property
    def said(self) -> list[str]:
        """What the program has said in passing."""
        return [note.message for note in self.app._notifications]

    @property
    def prompt(self) -> str:
        """Id of the question in hand."""
        view = self.screen.prompt_in_hand
        return "" if view is None else str(view.prompt.id)

    @property
    def view(self) -> PromptView:
        """The question in hand."""
        view = self.screen.prompt_in_hand
        assert isinstance(view, PromptView)
        return view

    @property
    def head(self) -> str:
        """State and place of the question in hand."""
        return str(self.view.query_one(".head").render())

    async def settle(self) -> None:
        """Wait until the program has nothing to do."""
        for _ in range(4):
            await self.pilot.pause()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what a thread has to do first; fail when it never comes."""
        for _ in range(500):
            if condition():
                await self.settle()
                return
            await self.pilot.pause(0.01)
        raise AssertionError(self.text)

    async def press(self, *keys: str) -> None:
        """Press keys one after another."""
        for key in keys:
            await self.pilot.press(key)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text."""
        await self.press(*(NAMES.get(character, character) for character in text))

    async def paste(self, text: str) -> None:
        """Paste into the field that has the cursor."""
        from textual.events import Paste

        self.app.post_message(Paste(text))
        await self.settle()

    async def do(self, action: str) -> None:
        """Run an action as the menu or a key would."""
        await self.app.run_action(action)
        await self.settle()

    async def go(self, target: Target) -> None:
        """Go somewhere, as a screen would."""
        self.app.post_message(Go(target))
        await self.settle()

    async def open(self, prompt_id: str) -> None:
        """Open a question."""
        await self.go(ToPrompt(prompt_id))

    async def book_saved(self) -> None:
        """Wait until everything is on the disk."""
        await asyncio.to_thread(self.book.flush)
        await self.settle()

    async def menu(self, sought: str) -> None:
        """Run what the menu finds first for some words."""
        await self.press("f10")
        await self.type(sought)
        await self.press("enter")

    def is_seen(self, widget: Widget) -> bool:
        """Whether a widget is wholly in the window and in the page it scrolls in."""
        region = widget.region
        parents = (a for a in widget.ancestors if isinstance(a, Widget) and a.is_scrollable)
        return bool(region.area) and all(a.region.contains_region(region) for a in parents)


NAMES = {" ": "space", ".": "full_stop", "/": "slash", "[": "left_square_bracket"}
NAMES |= {"]": "right_square_bracket", "\n": "enter"}
"""Keys that are not called as they look."""


@asynccontextmanager
async def at_the_desk(
    paths: Paths,
    *,
    size: tuple[int, int] = SMALL,
    today: date = TODAY,
    welcome: bool = False,
    way: str = ways.WHOLE,
) -> AsyncIterator[Desk]:
    """Start the program; it has ended when the block is left.

    Args:
        paths: Where the garden lies.
        size: Columns and lines.
        today: The day it is.
        welcome: Whether the welcome page of a new garden stays.
        way: The way through the guide that a new garden goes.
    """
    look = glance.look(paths.file)
    app = GartenjahrApp(paths, look, today=lambda: today)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            await asyncio.wait_for(app.the_book(), 20)
            desk = Desk(app, pilot)
            await desk.settle()
            if look is None and not welcome:
                await desk.press("escape")
                ways.choose(desk.book, way)
                await desk.do("app.home")
            yield desk
    finally:
        app.close_book()
