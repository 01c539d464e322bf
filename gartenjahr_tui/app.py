"""The app: wiring only. It opens the workbook behind the first frame and hands it on."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.scrollbar import ScrollBar

from gartenjahr_tui import themes
from gartenjahr_tui.garden import home
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.terminal.curtain import Curtain
from gartenjahr_tui.terminal.driver import driver_class
from gartenjahr_tui.terminal.ending import (
    INPUT_SECONDS,
    fault_note,
    fault_report,
    keep_going,
    take_keys,
)
from gartenjahr_tui.terminal.keys import KeyOrder
from gartenjahr_tui.terminal.signals import hold_interrupts, on_terminate
from gartenjahr_tui.widgets.chrome import BookScreen, saving_words
from gartenjahr_tui.widgets.commands import bindings, command
from gartenjahr_tui.widgets.scroll_bar import GapBar
from gartenjahr_tui.words.screens import CommonWords, SavingWords, ThemeWords
from gartenjahr_tui.workbook.patterns import like
from screens.garten import GartenScreen
from screens.navigator import STEPS, Navigator

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.notifications import SeverityLevel
    from textual.screen import Screen
    from textual.worker import Worker

    from gartenjahr_tui.store.glance import Glance
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook
    from screens.sicherungen import CopiesScreen
    from screens.tilgen import EraseScreen

FIRST_FRAME_SECONDS = 0.05
"""Head start of the first frame: the thread that imports the ORM would hold up its painting."""

COLLECT_AFTER = (5_000, 20, 10)
"""New objects until the youngest are looked through; so often until older ones are as well."""

QUIT_SECONDS = 2.8
"""How long leaving waits for keys on their way and for the disk before it asks."""

END_SECONDS = 1.2
"""How long the end waits for the disk: what is not saved by then lies beside the workbook."""

DISK_SECONDS = 0.4
"""How much of it the disk gets in any case."""

CLOSE_SECONDS = 0.5
"""How long the screens may take to go away before they are not waited for."""

FAULTS = 10
"""A program that fails so often without a key in between would do nothing but fail.

Where a screen cannot be composed, what was to be done with it fails, too: that makes three.
"""

WARNING_SECONDS = 30.0
"""How long it is told what is wrong with the folder or the day: it is told once."""

NOTE_SECONDS = 8.0
"""How long a fault is told: in that time it hides a part of the page."""


class GartenjahrApp(Navigator):
    """The program on the screen."""

    TITLE = "Gartenjahr"
    # Textual does not load the styles of the screen an app begins with.
    CSS_PATH = ["../styles/gartenjahr.tcss", "../styles/garten.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        *bindings("home", "menu", "save", "partner", "encounter", "harvest", "undo", *STEPS),
        *bindings(
            "search", "checkin", "watering", "rings", "reports", "thanks", "criticism", "keys"
        ),
        *bindings("quit", "curtain", priority=True),
    ]

    def __init__(
        self,
        paths: Paths,
        look: Glance | None,
        *,
        accept: bool = False,
        note: str = "",
        ascii_only: bool = False,
        look_only: bool = False,
        warnings: Sequence[str] = (),
        today: Callable[[], date] = date.today,
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            paths: Where the garden lies.
            look: A first glance at it; None for a new garden.
            accept: See :meth:`gartenjahr_tui.store.store.Store.open`.
            note: A standing note in the title.
            ascii_only: Draw with ASCII characters.
            look_only: Only read, because nothing can be written there.
            warnings: What is said once the workbook is open.
            today: The calendar.
        """
        keep_going()
        super().__init__(driver_class(ascii_only=ascii_only))
        self.paths = paths
        self.fault: StoreError | None = None
        self._look, self._accept, self._note, self._today = look, accept, note, today
        self._look_only, self._warnings = look_only, warnings
        self._told = ""
        self._faults = 0
        self._whole: asyncio.Task[Any] | None = None
        self._curtain = Curtain(self)
        self._leaving: Worker[None] | None = None
        self._keys = KeyOrder(self, self._hand_on)
        self._undo_signals: Callable[[], None] = lambda: None
        ScrollBar.renderer = GapBar
        for theme in themes.THEMES:
            self.register_theme(theme)
        known = like(str, look.settings.get("theme")) if look else None
        self.theme = known if known in self.available_themes else themes.DARK.name

    # Start and end

    def get_default_screen(self) -> GartenScreen:
        """Home, made from the first glance."""
        folder = str(self.paths.folder)
        view = home.from_glance(self._look, self._today(), folder, lambda: self.guide)
        self.garden = GartenScreen(view, self._note)
        return self.garden

    def post_message(self, message: Message) -> bool:
        """F9 and Ctrl+Q wait for nothing; where the curtain hangs, no other key goes further."""
        if not isinstance(message, events.InputEvent | events.Paste) or message.is_forwarded:
            return super().post_message(message)
        self._faults = 0
        key = message.key if isinstance(message, events.Key) else ""
        if key == command("quit").key:
            self.action_leave()
        elif self._curtain.drawn:
            self._curtain.take(message, again=key == command("curtain").key)
        elif key == command("curtain").key:
            self.action_curtain()
        else:
            return super().post_message(message)
        return True

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        if not self._curtain.drawn:
            self._point()
            super()._display(screen, renderable)

    def _point(self) -> None:
        """Put the terminal's own cursor where the focus is: magnifiers and Braille follow it.

        A text does that by itself.
        """
        focused = self.focused
        if focused is None or hasattr(type(focused), "cursor_screen_offset"):
            return
        place = getattr(focused, "pointer", Offset()) - focused.scroll_offset
        self.cursor_position = focused.content_region.offset + place

    def on_resize(self, event: events.Resize) -> None:
        """The curtain fills the window."""
        if self._curtain.drawn:
            self._curtain.paint(event.size)

    def action_curtain(self) -> None:
        """Hide everything from whoever passes by, and save: whoever does that goes away."""
        self._curtain.draw()
        if self.book:
            self.book.hasten()

    async def on_event(self, event: events.Event) -> None:
        """What is typed goes where the keys before it have led."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await super().on_event(event)

    async def _hand_on(self, event: events.Event) -> None:
        """What is pasted where there is no field does nothing, and says so."""
        if isinstance(event, events.Paste):
            from textual.widgets import TextArea  # not before the first frame

            # Options and names hand it on to the text beside them.
            if not (isinstance(self.focused, TextArea) or hasattr(self.focused, "on_paste")):
                self.notify(CommonWords.NO_FIELD, severity="warning", markup=False)
                return
        await super().on_event(event)

    def on_mount(self) -> None:
        """Open the workbook as soon as the first frame is painted."""
        loop = asyncio.get_running_loop()
        self._undo_signals = on_terminate(loop, self.end_at_once, if_blocked=self.close_book)
        self._whole = asyncio.current_task()
        # Not a timer of the app: an early key may wait for the book in the app's own queue.
        loop.call_later(FIRST_FRAME_SECONDS, self._open_behind_frame)

    def _open_behind_frame(self) -> None:
        self.run_worker(self._open())

    async def _open(self) -> None:
        try:
            self.book = await asyncio.to_thread(self._open_book)
        except StoreError as error:
            self.fault = error
            self.exit(return_code=1)
            return
        self.book.own()
        self.book.on_status(lambda status: self._from_any_thread(self.show_status))
        # What is loaded by now stays: the collector need not look at it at every key stroke, and
        # at what came since only now and then, because a look at all of it takes longer than a key.
        gc.freeze()
        gc.set_threshold(*COLLECT_AFTER)
        gc.enable()
        self.opened.set()
        self.show_status()
        self.garden.show(home.from_book(self.book))
        # A thread the end does not wait for; closing the book stops what it does.
        Thread(target=self._copy_daily, args=(self.book,), daemon=True).start()
        for warning in self._warnings:
            self.notify(warning, severity="warning", timeout=WARNING_SECONDS, markup=False)
        if self.book.read_only:
            self.notify(self.book.only_read, severity="warning", timeout=12, markup=False)
        elif self.book.rescued:
            self.notify(SavingWords.RESCUED, timeout=12, markup=False)
        elif count := self.book.store.wrong_count:
            from gartenjahr_tui.words.exchange import DamageWords

            note = DamageWords.START[count != 1].format(count=count)
            self.notify(note, severity="warning", timeout=15, markup=False)
        elif self._look is None and self.book.untouched:
            await self.welcome(first=True)

    def _copy_daily(self, book: Workbook) -> None:
        """Make today's safe copy behind the back of the one who types."""
        if note := book.copy_daily():
            self._from_any_thread(lambda: self.tell_of_copies(note))

    def _open_book(self) -> Workbook:
        from gartenjahr_tui.garden.opening import open_garden

        options = {"accept": self._accept, "look_only": self._look_only, "today": self._today}
        return open_garden(self.guide, self.paths, **options)

    def end_at_once(self) -> None:
        """Save and end: the window closes, or the system says so."""
        self._ending = asyncio.ensure_future(self._end())

    async def _end(self) -> None:
        # The thread that reads the keyboard may hold keys that were pressed before.
        await asyncio.sleep(INPUT_SECONDS)
        try:
            await self._take_in()
        finally:
            self.close_book()
            self.exit(return_code=0)

    def close_book(self) -> None:
        """Save everything and close the file; may be called twice and from any thread."""
        book, self.book = self.book, None
        if book is not None:
            book.close(END_SECONDS)

    def on_copies_screen_wanted(self, event: CopiesScreen.Wanted) -> None:
        """Put a copy in the garden's place."""
        from screens.bringing_back import bring_back

        # Not here, where it would hold up the key that stops it.
        self.run_worker(
            bring_back(self, event.copy, self.close_book, self._open, self._curtain.away.wait)
        )

    def on_erase_screen_wanted(self, event: EraseScreen.Wanted) -> None:
        """Erase what is known of a person."""
        from screens.tilgen import erase

        self.run_worker(
            erase(self, event.decided, self.close_book, self._open, self._curtain.away.wait)
        )

    def release_signals(self) -> None:
        """Put back what :meth:`on_mount` set; called when the app has ended."""
        self._undo_signals()

    def action_leave(self) -> None:
        """Save and leave; ask only when saving fails."""
        if self.book:
            self.book.hasten()
        if self._leaving is None or self._leaving.is_finished:
            self._leaving = self.run_worker(self._leave())

    async def _take_in(self) -> None:
        """Whatever was typed before goes where it belongs."""
        await take_keys(self)
        await self._keys.all_taken()
        await take_keys(self)
        self.note_places()

    async def _leave(self) -> None:
        from screens.abschied import FarewellScreen

        until = asyncio.get_running_loop().time() + QUIT_SECONDS
        await self._take_in()
        with suppress(TimeoutError):
            # A garden that is just being opened, or brought back, is not left half open.
            async with asyncio.timeout_at(until):
                await self.opened.wait()
        if self.book and not await asyncio.to_thread(self.book.flush, self._left(until)):
            problem = self.book.save_status.problem or CommonWords.NOT_SAVED
            self.push_screen(FarewellScreen(problem), self._leave_nevertheless)
            return
        if self.book:
            await asyncio.to_thread(self.book.copy_daily, self._left(until))
        self.exit(return_code=0)

    @staticmethod
    def _left(until: float) -> float:
        return max(until - asyncio.get_running_loop().time(), DISK_SECONDS)

    def _leave_nevertheless(self, leave: bool | None) -> None:
        if leave:
            self.exit(return_code=0)

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        """End; whoever is at something that does not end is not waited for."""
        super().exit(result, return_code, message)
        self._end_soon()

    def _end_soon(self) -> None:
        if self._whole and not self._whole.done():
            asyncio.get_running_loop().call_later(CLOSE_SECONDS, self._end_now)

    def _end_now(self) -> None:
        if self._whole and not self._whole.done():
            self._whole.cancel()
            self._end_soon()

    # Faults of the program

    def _handle_exception(self, error: Exception) -> None:
        """Tell of a fault, and go on; end where there is nothing to go on with.

        That is at the start, where leaving fails, and where one fault follows the other by itself,
        as when the screen cannot be painted. Once everything is saved and left, none matters.
        """
        if self._exit:
            return
        self._faults += 1
        left = self._leaving is not None and self._leaving.error is not None
        if self._faults >= FAULTS or left or not self.opened.is_set():
            super()._handle_exception(error)
            return
        if self.is_headless:
            # Nobody looks: who tries the program out is told at the end.
            self._exception = self._exception or error
        if self.book:
            self.book.hasten()
        if self._faults == 1:
            # What fails after it fails because of it.
            self.notify(fault_note(), severity="error", timeout=NOTE_SECONDS, markup=False)
        self.call_later(self._recover)

    async def _recover(self) -> None:
        await self.leave_the_dead()
        # What could not be painted is tried again; where that fails too, it comes to an end.
        self.screen.refresh(layout=True)

    def _fatal_error(self) -> None:
        """Show where the program failed, and never what somebody wrote, as Textual would."""
        if not self._exit_renderables:
            self.panic(fault_report())

    # Saving

    def _from_any_thread(self, callback: Callable[[], None]) -> None:
        if self._loop is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(callback)

    def show_status(self) -> None:
        """Say in words how saving stands."""
        if self.book is None:
            return
        status = self.book.save_status
        text = saving_words(status, read_only=self.book.read_only)
        for screen in self.screen_stack:
            if isinstance(screen, BookScreen):
                screen.show_status(text)
        if status.problem and status.problem != self._told:
            self.notify(status.problem, severity="error", timeout=15, markup=False)
        self._told = status.problem or ""

    def action_save(self) -> None:
        """Write everything now and say so; typing goes on meanwhile."""
        self.run_worker(self._save())

    async def _save(self) -> None:
        book = await self.the_book()
        if await asyncio.to_thread(book.flush):
            time = (book.save_status.saved_at or datetime.now().astimezone()).strftime("%H:%M")
            self.notify(SavingWords.NOW.format(time=time), markup=False)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say something in the corner; a short note takes the place of the one before."""
        if severity == "information" and timeout is None:
            # One upon the other they would hide what they are about.
            for note in list(self._notifications):
                if note.severity == severity and note.timeout == self.NOTIFICATION_TIMEOUT:
                    del self._notifications[note]
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def action_next_theme(self) -> None:
        """Change the colours."""
        self.theme = themes.following(self.theme)
        if self.book:
            self.book.remember("theme", self.theme, common=True)
        self.notify(ThemeWords.CHANGED.format(name=ThemeWords.NAMES[self.theme]), markup=False)


def run(app: GartenjahrApp) -> int:
    """Run the app until it ends; everything typed is saved then.

    Returns:
        The exit code.

    Raises:
        StoreError: The garden could not be opened.
    """
    try:
        app.run()
    except asyncio.CancelledError:
        pass  # something did not end, and was not waited for
    finally:
        hold_interrupts()
        app.close_book()
        app.release_signals()
    if app.fault:
        raise app.fault
    return app.return_code or 0
