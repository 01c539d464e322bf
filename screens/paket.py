"""Reads a packet back: first it is shown, and only then taken over."""

from __future__ import annotations

import asyncio
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from gartenjahr_tui.exchange import packet
from gartenjahr_tui.exchange.packet_merge import merge, news, plan, preview, taken
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.store.patience import PATIENCE, within
from gartenjahr_tui.text import clean
from gartenjahr_tui.widgets.areas import LineArea, PathArea
from gartenjahr_tui.widgets.dialog import Dialog
from gartenjahr_tui.widgets.hanging import hanging
from gartenjahr_tui.words.packets import CommandWords, FormatWords
from gartenjahr_tui.words.packets import PacketScreenWords as words
from gartenjahr_tui.workbook.book import Workbook


class PacketScreen(Dialog[str]):
    """Returns a sentence that says what was taken, or None."""

    CSS_PATH = "../styles/paket.tcss"

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.TITLE, words.KEYS)
        self._book = book
        self._shown: tuple[packet.Packet, str, str] | None = None
        self._inside = ""

    def compose_body(self) -> ComposeResult:
        """The file, whose it is, and what is in it."""
        yield PathArea(placeholder=words.FILE, id="file")
        yield LineArea(placeholder=words.NAME, id="person")
        with VerticalScroll(classes="text"):
            yield Static(id="inside", markup=False)

    def on_mount(self) -> None:
        """The file comes first."""
        self.query_one("#file").focus()

    def on_resize(self) -> None:
        """Lay out anew what is in it."""
        self.call_after_refresh(self._lay_out)

    def _lay_out(self) -> None:
        if not self._inside:
            return
        width = self.query_one(VerticalScroll).scrollable_content_region.width
        self.query_one("#inside", Static).update(Content(hanging(self._inside, width)))

    @property
    def _file(self) -> str:
        return str(self.query_one("#file", LineArea).value)

    @property
    def _person(self) -> str:
        return packet.name(self.query_one("#person", LineArea).text)

    @on(TextArea.Changed)
    def forget(self) -> None:
        """What is shown is no longer what would be taken."""
        if self._shown and self._shown[1:] != (self._file, self._person):
            self._shown = None
            self.show_hint(words.KEYS)

    @on(LineArea.Submitted)
    async def go_on(self) -> None:
        """Show what is in the packet; once that stands there, take it."""
        if not self._file:
            return
        try:
            if self._shown:
                self._take(self._shown[0], self._shown[2])
            else:
                await self._show()
        except (StoreError, ValueError, PermissionError) as error:
            self._inside = ""
            self.query_one("#inside", Static).update(Content(clean(str(error))))

    async def _show(self) -> None:
        """Read the packet and say what would become of its answers.

        Raises:
            StoreError: It cannot be taken.
        """
        file = typed(self._file)
        try:
            # A drive that says nothing would keep this page for ever.
            found = await asyncio.to_thread(within, PATIENCE, partial(packet.read, file))
        except TimeoutError as error:
            raise packet.PacketUnfit(FormatWords.UNREADABLE.format(file=file)) from error
        name = self.query_one("#person", LineArea)
        if not self._person and found.person:
            name.value = found.person
        name.enter()
        if not self._person:
            self.show_hint(words.KEYS_NAME)
            return
        steps = plan(self._book, found, self._person)
        lines = preview(self._book, found, self._person, steps) if steps else [CommandWords.NOTHING]
        self._inside = clean("\n".join(lines))
        self._lay_out()
        if news(steps):
            self._shown = found, self._file, self._person
            self.show_hint(words.KEYS_SURE)
        else:
            self.show_hint(words.KEYS_NOTHING)

    def _take(self, found: packet.Packet, person: str) -> None:
        steps = merge(self._book, found, person)
        self.dismiss(taken(news(steps), person))
