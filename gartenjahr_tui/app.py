"""The app: wiring only. It opens the workbook behind the first frame and hands it on."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.screen import ModalScreen, Screen

from gartenjahr_tui import themes
from gartenjahr_tui.garden import home
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.terminal.driver import driver_class
from gartenjahr_tui.terminal.ending import INPUT_SECONDS, fault_report, take_keys
from gartenjahr_tui.terminal.keys import KeyOrder
from gartenjahr_tui.terminal.signals import on_terminate
from gartenjahr_tui.widgets.chrome import BookScreen, saving_words
from gartenjahr_tui.widgets.commands import Command, bindings, offered
from gartenjahr_tui.words.rhythm import UndoWords
from gartenjahr_tui.words.screens import CommonWords, SavingWords, ThemeWords
from gartenjahr_tui.workbook.plain import like
from screens import factories
from screens.garten import GartenScreen

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from gartenjahr_tui.garden.rounds import Round
    from gartenjahr_tui.garden.sheet import Sheet
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.store.backups import Returned
    from gartenjahr_tui.store.glance import Glance
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

STEPS = ("boden", "saeen", "pflegen", "ernten", "ruhen")
SEARCH, RINGS = "search", "rings"
"""Names of screens that are kept; what is opened from them leads back to them."""

FIRST_FRAME_SECONDS = 0.05
"""Head start of the first frame: the thread that imports the ORM would hold up its painting."""

QUIT_SECONDS = 4.0
"""How long leaving waits for the disk before it asks."""


class GartenjahrApp(App[None]):
    """The program on the screen."""

    TITLE = "Gartenjahr"
    # Textual does not load the styles of the screen an app begins with.
    CSS_PATH = ["../styles/gartenjahr.tcss", "../styles/garten.tcss"]
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [
        *bindings("home", "menu", "save", "partner", "encounter", "harvest", "undo", *STEPS),
        *bindings("search", "checkin", "watering", "rings", "reports"),
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
        today: Callable[[], date] = date.today,
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            paths: Where the garden lies.
            look: A first glance at it; None for a new garden.
            accept: See :meth:`gartenjahr_tui.store.store.Store.open`.
            note: A standing note in the title.
            ascii_only: Draw with ASCII characters.
            today: The calendar.
        """
        super().__init__(driver_class=driver_class(ascii_only=ascii_only))
        self.paths = paths
        self.book: Workbook | None = None
        self.fault: StoreError | None = None
        self._look, self._accept, self._note, self._today = look, accept, note, today
        self._opened = asyncio.Event()
        self._curtain: Screen[Any] | None = None
        self._uncovered = asyncio.Event()
        self._uncovered.set()
        self._kept: dict[str, Screen[Any]] = {}
        self._told = self._copy_note = ""
        self._keys = KeyOrder(self, super().on_event)
        self._undo_signals: Callable[[], None] = lambda: None
        for theme in themes.THEMES:
            self.register_theme(theme)
        known = like(str, look.settings.get("theme")) if look else None
        self.theme = known if known in self.available_themes else themes.DARK.name

    # Start and end

    @property
    def guide(self) -> Guide:
        """The guide; read when it is first needed, which is after the first frame."""
        return self._read_guide()

    def _read_guide(self) -> Guide:
        from gartenjahr_tui.guide.reader import read_guide

        return read_guide()

    def get_default_screen(self) -> Screen[None]:
        """Home, made from the first glance."""
        folder = str(self.paths.folder)
        view = home.from_glance(self._look, self._today(), folder, self._read_guide)
        self.garden = GartenScreen(view, self._note)
        return self.garden

    async def on_event(self, event: events.Event) -> None:
        """What is typed goes where the keys before it have led."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            await self._keys.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        """Open the workbook as soon as the first frame is painted."""
        loop = asyncio.get_running_loop()
        self._undo_signals = on_terminate(loop, self.end_at_once, if_blocked=self.close_book)
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
        self.book.on_status(lambda status: self._from_any_thread(self.show_status))
        # What is loaded by now stays: the collector need not look at it at every key stroke.
        gc.freeze()
        gc.enable()
        self._opened.set()
        self.show_status()
        self.garden.show(home.from_book(self.book))
        # A thread the end does not wait for; closing the book stops what it does.
        Thread(target=self._copy_daily, args=(self.book,), daemon=True).start()
        if self.book.read_only:
            note = SavingWords.SECOND.format(holder=self.book.holder)
            self.notify(note, severity="warning", timeout=12, markup=False)
        elif self.book.rescued:
            self.notify(SavingWords.RESCUED, timeout=12, markup=False)
        elif self._look is None and self.book.untouched:
            await self._uncovered.wait()
            await self._push(factories.welcome(self.book, first=True))

    def _copy_daily(self, book: Workbook) -> None:
        """Make today's safe copy behind the back of the one who types."""
        if note := book.copy_daily():
            self._from_any_thread(lambda: self._tell_of_copies(note))

    def _tell_of_copies(self, note: str = "") -> None:
        """Say in the garden how copying went; elsewhere it would lie over what is being typed."""
        self._copy_note = note or self._copy_note
        if self._copy_note and self.screen is self.garden:
            self.notify(self._copy_note, timeout=12, markup=False)
            self._copy_note = ""

    def _open_book(self) -> Workbook:
        from gartenjahr_tui.garden.opening import open_garden

        return open_garden(self.guide, self.paths, accept=self._accept, today=self._today)

    async def the_book(self) -> Workbook:
        """The open workbook; waits for it in the first moment."""
        await self._opened.wait()
        assert self.book is not None
        return self.book

    def end_at_once(self) -> None:
        """Save and end: the window closes, or the system says so."""
        self._ending = asyncio.ensure_future(self._end())

    async def _end(self) -> None:
        # The thread that reads the keyboard may hold keys that were pressed before.
        await asyncio.sleep(INPUT_SECONDS)
        await self._keys.all_taken()
        await take_keys(self, self)
        try:
            self._note_place()
        finally:
            self.close_book()
            self.exit(return_code=0)

    def close_book(self) -> None:
        """Save everything and close the file; may be called twice and from any thread."""
        book, self.book = self.book, None
        if book is not None:
            book.close(QUIT_SECONDS)

    def release_signals(self) -> None:
        """Put back what :meth:`on_mount` set; called when the app has ended."""
        self._undo_signals()

    def _note_place(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BookScreen):
                screen.note_place()

    async def action_leave(self) -> None:
        """Save and leave; ask only when saving fails."""
        await take_keys(self)
        self._note_place()
        if self.book and not await asyncio.to_thread(self.book.flush, QUIT_SECONDS):
            problem = self.book.save_status.problem or CommonWords.NOT_SAVED
            self.push_screen(factories.farewell(problem), self._leave_nevertheless)
            return
        if self.book:
            await asyncio.to_thread(self.book.copy_daily, QUIT_SECONDS)
        self.exit(return_code=0)

    def _leave_nevertheless(self, leave: bool | None) -> None:
        if leave:
            self.exit(return_code=0)

    def _fatal_error(self) -> None:
        """Show where the program failed, and never what somebody wrote, as Textual would."""
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

    async def action_save(self) -> None:
        """Write everything now and say so."""
        book = await self.the_book()
        if await asyncio.to_thread(book.flush):
            time = (book.save_status.saved_at or datetime.now().astimezone()).strftime("%H:%M")
            self.notify(SavingWords.NOW.format(time=time), markup=False)

    # Going from screen to screen

    async def _push(self, screen: Screen[Any] | str) -> None:
        self._note_place()
        await self.push_screen(screen)
        self.show_status()

    async def _leave_all(self) -> None:
        self._note_place()
        while len(self.screen_stack) > 1:
            await self.pop_screen()

    async def action_home(self) -> None:
        """Go to the garden."""
        await self._leave_all()
        if self.book:
            self.garden.show(home.from_book(self.book))
            self.show_status()
            self._tell_of_copies()

    async def _step(self, step: str) -> Any:
        book = await self.the_book()
        found_in = next((n for n in (SEARCH, RINGS) if self.screen is self._kept.get(n)), None)
        await self._leave_all()
        if found_in:
            # Back from what was found leads to what was found.
            await self.push_screen(found_in)
        screen = self._keep(step, lambda: factories.step(step, book))
        await self._push(step)
        return screen

    def _keep(self, name: str, make: Callable[[], Screen[Any]]) -> Any:
        """A screen that is made once and keeps its state while it is not shown."""
        if name not in self._kept:
            self._kept[name] = make()
            self.install_screen(self._kept[name], name)
        return self._kept[name]

    async def _back_to(self, name: str) -> None:
        """Show a screen that is kept: where it is open already, or on top."""
        if self._kept[name] not in self.screen_stack:
            await self._push(name)
        await self._pop_to(self._kept[name])

    async def _pop_to(self, screen: Screen[Any]) -> None:
        while self.screen is not screen:
            await self.pop_screen()

    async def action_partner(self) -> None:
        """Open the partners."""
        await self._step("partner")

    async def action_list(self, step: str, kind: str) -> None:
        """Open a list of cards on its screen."""
        screen = await self._step(step)
        await screen.go_to_list(kind)

    async def action_step(self, step: str) -> None:
        """Open a step."""
        await self._step(step)

    async def action_prompt(self, prompt_id: str, year: int | None = None) -> None:
        """Open a question.

        Args:
            prompt_id: The question.
            year: The garden year to look at; without it, the one that is looked at.
        """
        book = await self.the_book()
        if year not in (None, book.year):
            book.look_at(year)
            self.notify(CommonWords.IN_YEAR.format(year=book.year_label()), markup=False)
        screen = await self._step(self.guide.prompts[prompt_id].chapter)
        await screen.go_to_prompt(prompt_id)

    async def action_resume(self) -> None:
        """Go on where one stopped."""
        book = await self.the_book()
        bookmark = book.bookmark
        card = book.cards.get(bookmark.subject) if bookmark else None
        screen: Any
        if bookmark and card and not card.deleted:
            screen = await self._round_or_card(card)
        elif bookmark and bookmark.prompt in self.guide.prompts:
            screen = await self._step(self.guide.prompts[bookmark.prompt].chapter)
        else:
            await self.action_step(STEPS[0])
            return
        await screen.go_to(bookmark)

    # Cards

    async def _round_or_card(self, card: Card) -> Any:
        """The screen on which a card was written: a round under way, or its own."""
        from gartenjahr_tui.garden.overwintering import round_of

        round = round_of(await self.the_book(), card)
        if round is not None and not round.book.read_only:
            return await self._round(lambda book: round)
        return await self._card_screen(card)

    async def _card_screen(self, card: Card) -> Any:
        """The screen of a card: the one that is open already, or a new one."""
        book = await self.the_book()
        stack, kept = self.screen_stack, (self._kept.get(name) for name in (SEARCH, RINGS))
        # What lies below the search stays there: back leads to what was found.
        below = max((stack.index(screen) for screen in kept if screen in stack), default=0)
        return await self._show_card(card, stack[below:], lambda: factories.card(book, card))

    async def _show_card(
        self, card: Card, opened: Sequence[Screen[Any]], make: Callable[[], Screen[Any]]
    ) -> Any:
        """Go back to the screen of a card among those that are open, or open a new one."""
        for screen in opened:
            if getattr(screen, "card_id", "") == card.id:
                await self._pop_to(screen)
                return screen
        screen = make()
        await self._push(screen)
        return screen

    async def action_card(self, id: str, section: str = "", prompt: str = "") -> None:
        """Open a card, at a page or a question if one is named."""
        card = (await self.the_book()).cards.get(id)
        if card is not None:
            from gartenjahr_tui.garden.overwintering import is_under_way

            whole = is_under_way(card) and not (section or prompt)
            screen = await (self._round_or_card if whole else self._card_screen)(card)
            if prompt:
                await screen.go_to_prompt(prompt)
            elif section:
                await screen.go_to_section(section)

    def _may_write(self, book: Workbook) -> bool:
        """Whether this window may write; says so when it may not."""
        if book.read_only:
            self.notify(CommonWords.READ_ONLY, severity="warning", markup=False)
        return not book.read_only

    def _blank(self, book: Workbook, kind: str, about: str) -> Card | None:
        """A card to begin, linked to the one it stands with; None where nothing can be written."""
        from gartenjahr_tui.garden.lists import link_to  # the first frame needs no forms

        if not self._may_write(book):
            return None
        return book.cards.blank(kind, link_to(book.cards, kind, about))

    async def action_new_card(self, kind: str, about: str = "") -> None:
        """Begin a card; it comes into the garden with its first text.

        Args:
            kind: Its kind.
            about: Id of the card it stands with; empty for none.
        """
        if card := self._blank(await self.the_book(), kind, about):
            screen = await self._card_screen(card)
            await screen.begin()

    async def action_quick(self, kind: str) -> None:
        """Note an encounter or a harvest without leaving what one is at."""
        book = await self.the_book()
        about = self.screen.card_in_hand if isinstance(self.screen, BookScreen) else ""
        if card := self._blank(book, kind, about):
            await self._ask(factories.quick(book, card))

    async def action_delete_card(self, id: str) -> None:
        """Ask, then put a card away."""
        book = await self.the_book()
        card = book.cards.get(id)
        if card and not card.deleted and not book.read_only:
            await self._ask(factories.delete(book, card))

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

    async def action_undo(self) -> None:
        """Take back what was deleted last, or the last change of a state."""
        book = await self.the_book()
        if not self._may_write(book):
            return
        try:
            await self._done(book.undoing.take_back() or UndoWords.NOTHING)
        except PermissionError as error:
            self.notify(str(error), severity="warning", timeout=12, markup=False)

    async def action_leave_card(self) -> None:
        """From a card back to where one came from."""
        await self.pop_screen()
        if self.screen is self.garden:
            await self.action_home()

    async def action_practice(self, id: str) -> None:
        """Say a pitch aloud against the clock."""
        card = (await self.the_book()).cards[id]
        self._note_place()
        await self.push_screen(factories.practice(card))

    # The rhythm of the year

    async def action_search(self) -> None:
        """Look for words in everything there is; the search is as it was left."""
        book = await self.the_book()
        screen = self._keep(SEARCH, lambda: factories.search(book))
        await self._back_to(SEARCH)
        screen.anew()

    async def action_rings(self, prompt_id: str = "") -> None:
        """Lay the years side by side.

        Args:
            prompt_id: The question to begin with; empty for the one in hand, if there is one.
        """
        view = getattr(self.screen, "prompt_in_hand", None)
        prompt_id = prompt_id or (view.prompt.id if view else "")
        book = await self.the_book()
        screen = self._keep(RINGS, lambda: factories.rings(book))
        await self._back_to(RINGS)
        if prompt_id in self.guide.prompts:
            screen.begin_at(prompt_id)

    async def action_checkin(self) -> None:
        """Begin the check-in of the quarter, or go on with it."""
        from gartenjahr_tui.garden.checkin import checkin

        await self._round(checkin)

    async def action_overwinter(self) -> None:
        """Begin the change of the year, or go on with it."""
        from gartenjahr_tui.garden.overwintering import overwintering

        await self._round(overwintering)

    async def _round(self, begin: Callable[[Workbook], Round]) -> Any:
        """The screen of the round under way: the one that is open already, or a new one."""
        book = await self.the_book()
        if not self._may_write(book):
            return None
        round = begin(book)
        opened = self.screen_stack
        return await self._show_card(round.card, opened, lambda: factories.round(book, round))

    async def action_take_in(self) -> None:
        """Take partners and contacts from a file."""
        book = await self.the_book()
        if not self._may_write(book):
            return
        self._note_place()
        await self.push_screen(factories.take_in(book), self._done)
        self.show_status()

    async def action_log(self) -> None:
        """Show what was changed, when and by whom."""
        book = await self.the_book()
        await asyncio.to_thread(book.flush)
        self._note_place()
        await self.push_screen(factories.log(book), self._go)

    # Safe copies

    async def action_copies(self) -> None:
        """Show the safe copies."""
        await self._push(factories.copies(await self.the_book()))

    async def action_bring_back(self, file: str, day: str) -> None:
        """Put a copy in the garden's place.

        Args:
            file: The copy.
            day: What it is called when the person is told.
        """
        # Not here, where it would hold up the key that stops it.
        self.run_worker(self._bring_back(Path(file), day))

    async def _bring_back(self, copy: Path, day: str) -> None:
        """Close the garden – no file is replaced while it is open –, replace it, open it again."""
        from gartenjahr_tui.store.patience import Stopped
        from gartenjahr_tui.words.exchange import BackupsWords, CopiesWords

        book = await self.the_book()
        if not await asyncio.to_thread(book.flush, QUIT_SECONDS):
            problem = book.save_status.problem or CommonWords.NOT_SAVED
            self.notify(
                CopiesWords.NOT_SAVED.format(problem=problem), severity="error", markup=False
            )
            return
        waiting = factories.returning(day)
        await self._leave_all()
        await self._forget_screens()
        await self.push_screen(waiting)
        self._opened.clear()
        severity: SeverityLevel = "information"
        try:
            done = await asyncio.to_thread(self._replace_garden, copy, waiting.step)
        except Stopped:
            said = CopiesWords.RETURN_STOPPED
        except StoreError as error:
            said, severity = str(error), "error"
        else:
            said = BackupsWords.RETURNED.format(day=day)
            if done.kept:
                said += " " + BackupsWords.KEPT.format(file=done.kept.file.name)
        if self.book is None:
            await self._open()
        if self.fault:
            return
        self._opened.set()
        await self._uncovered.wait()
        await self._leave_all()
        self.notify(said, severity=severity, timeout=15, markup=False)

    def _replace_garden(self, copy: Path, step: Callable[[float], None]) -> Returned:
        """Called in a thread."""
        from gartenjahr_tui.store import backups
        from gartenjahr_tui.store.copying import check
        from gartenjahr_tui.store.patience import within
        from gartenjahr_tui.words.exchange import CopiesWords

        try:
            # The garden is not closed for a copy that is damaged, or a drive that says nothing.
            within(backups.CHECK_SECONDS, lambda: check(copy))
        except TimeoutError as error:
            raise StoreError(CopiesWords.NO_ANSWER.format(file=copy)) from error
        step(0)
        self.close_book()
        return backups.bring_back(self.paths, copy, datetime.now().astimezone(), step)

    async def _forget_screens(self) -> None:
        """Screens that are kept show the garden they were made for."""
        for name, screen in self._kept.items():
            self.uninstall_screen(name)
            if screen.is_running:
                await screen.remove()
        self._kept.clear()

    async def action_packet(self) -> None:
        """Read a packet back, and show where views differ now."""
        book = await self.the_book()
        if not self._may_write(book):
            return
        self._note_place()
        await self.push_screen(factories.packet(book), self._packet_read)

    async def _packet_read(self, sentence: str | None) -> None:
        await self._done(sentence)
        if sentence is not None:
            await self.action_views()

    async def action_views(self) -> None:
        """Show where views differ."""
        book = await self.the_book()
        self._note_place()
        await self.push_screen(factories.views(book), self._go)

    async def action_snooze(self, key: str) -> None:
        """Put a reminder off until a day.

        Args:
            key: Key of what is due.
        """
        await self._ask(factories.snooze(await self.the_book(), key))

    async def action_due(self) -> None:
        """Show all that is due, and what is put off."""
        await self._ask(factories.due(await self.the_book()))

    async def action_curtain(self) -> None:
        """Hide everything from whoever passes by; where it is hidden, this is a key like any."""
        if self.screen is self._curtain:
            await self.screen.run_action("knock")
            return
        self._curtain = factories.curtain()
        self._uncovered.clear()
        await self.push_screen(self._curtain, lambda _: self._uncovered.set())

    async def action_reports(self) -> None:
        """Choose what is to leave the garden."""
        await self._push(factories.reports(await self.the_book()))

    async def action_outlet(self, id: str) -> None:
        """Choose, look at and write one thing that leaves the garden.

        Args:
            id: Which one.
        """
        from gartenjahr_tui.outlet import Unavailable

        book = await self.the_book()
        try:
            screen = factories.outlet(book, id)
        except Unavailable as error:
            self.notify(str(error), severity="warning", timeout=12, markup=False)
            return
        await self._push(screen)

    async def action_guide(self, target: str, words: str = "") -> None:
        """Open the guide at a place.

        Args:
            target: The place.
            words: Words that stand there and are to be in sight; empty for its beginning.
        """
        await self._push(factories.guide(self.guide, target, words))

    async def action_about(self) -> None:
        """Origin, rights, additions."""
        await self._push(factories.about(self.guide, self.paths))

    async def action_setup(self) -> None:
        """The welcome page again."""
        book = await self.the_book()
        await self.action_home()
        await self._push(factories.welcome(book, first=False))

    async def action_menu(self) -> None:
        """Show what is possible here."""
        screen = self.screen
        needs = [*screen.offers] if isinstance(screen, BookScreen) else ["app"]
        if self.book and not (self.book.read_only or self.book.writable()):
            needs.append("closed")
        commands = offered(needs)
        self._note_place()
        await self.push_screen(factories.menu(commands), self._run_command)

    async def _run_command(self, command: Command | None) -> None:
        if command is not None:
            await self.screen.run_action(command.action)

    async def _go(self, action: str | None) -> None:
        """Do what was chosen in a dialog: open a card, a question."""
        if action is not None:
            await self.run_action(action)

    # Dialogs do their deed with the workbook and come back with a sentence

    async def _ask(self, dialog: ModalScreen[str]) -> None:
        self._note_place()
        await self.push_screen(dialog, self._done)

    async def _done(self, sentence: str | None) -> None:
        if sentence is None:
            return
        card = getattr(self.screen, "card_id", "")
        if self.screen is self.garden:
            await self.action_home()
        elif card and self.book and (found := self.book.cards.get(card)) and found.deleted:
            await self.action_leave_card()
        elif isinstance(self.screen, BookScreen):
            self.screen.reload()
        self.notify(sentence, markup=False)

    async def action_years(self) -> None:
        """Look at, begin or correct a year."""
        await self._ask(factories.years(await self.the_book()))

    async def action_voices(self) -> None:
        """Choose who writes."""
        await self._ask(factories.voices(await self.the_book()))

    async def action_earlier(self, prompt_id: str) -> None:
        """Show a question in other years; take a text over on request."""
        await self._ask(factories.earlier(await self.the_book(), self.guide.prompts[prompt_id]))

    async def action_versions(self, prompt_id: str, subject: str = "") -> None:
        """Show what an answer said before; bring it back on request.

        Args:
            prompt_id: The question.
            subject: Id of the card it was asked about; empty for the guide's own questions.
        """
        book = await self.the_book()
        from gartenjahr_tui.garden.sheet import CardSheet

        sheet: Sheet = CardSheet(book, book.cards[subject]) if subject else book
        prompts = book.cards.form(book.cards[subject]).prompts if subject else self.guide.prompts
        prompt = prompts[prompt_id]
        versions = await asyncio.to_thread(sheet.versions, prompt)
        await self._ask(factories.versions(sheet, prompt, versions))

    async def action_all_voices(self, prompt_id: str) -> None:
        """Show what everybody answered."""
        await self._ask(factories.all_voices(await self.the_book(), self.guide.prompts[prompt_id]))

    async def action_garden_as_list(self) -> None:
        """Show the garden as a list, or as a picture again."""
        book = await self.the_book()
        home.turn(book)
        self.garden.show(home.from_book(book))

    async def action_correct(self) -> None:
        """Allow changes in the year looked at."""
        book = await self.the_book()
        if not (book.read_only or book.writable()):
            await self._ask(factories.correct(book))

    def action_next_theme(self) -> None:
        """Change the colours."""
        self.theme = themes.following(self.theme)
        if self.book:
            self.book.remember("theme", self.theme, common=True)
        self.notify(ThemeWords.CHANGED.format(name=ThemeWords.NAMES[self.theme]), markup=False)


def run(
    paths: Paths,
    look: Glance | None,
    *,
    accept: bool = False,
    note: str = "",
    ascii_only: bool = False,
) -> int:
    """Run the app until it ends; everything typed is saved then.

    Args:
        paths: Where the garden lies.
        look: A first glance at it; None for a new garden.
        accept: See :meth:`gartenjahr_tui.store.store.Store.open`.
        note: A standing note in the title.
        ascii_only: Draw with ASCII characters.

    Returns:
        The exit code.

    Raises:
        StoreError: The garden could not be opened.
    """
    app = GartenjahrApp(paths, look, accept=accept, note=note, ascii_only=ascii_only)
    try:
        app.run()
    finally:
        app.close_book()
        app.release_signals()
    if app.fault:
        raise app.fault
    return app.return_code or 0
