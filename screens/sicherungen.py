"""Safe copies: which there are and where, made now, opened to prove them, brought back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import OptionList, Static

from gartenjahr_tui.store import backups, copying
from gartenjahr_tui.store.backups import Copy
from gartenjahr_tui.store.copying import OnShare
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import typed
from gartenjahr_tui.store.patience import Stopped
from gartenjahr_tui.text import one_line
from gartenjahr_tui.widgets.areas import LineArea, PathArea
from gartenjahr_tui.widgets.background import Job
from gartenjahr_tui.widgets.chrome import BookScreen
from gartenjahr_tui.widgets.commands import bindings
from gartenjahr_tui.widgets.dialog import Dialog, option_list, plain_option
from gartenjahr_tui.words.exchange import BackupsWords as copy_words
from gartenjahr_tui.words.exchange import CopiesWords as words
from gartenjahr_tui.workbook.book import Workbook

Made = tuple[list[Copy], str]


@dataclass(frozen=True)
class CopyLine:
    """A line of the list: a copy, its bytes, where it lies, and what checking has found."""

    copy: Copy
    size: int
    elsewhere: bool
    sound: bool | None = None

    @property
    def text(self) -> str:
        """What the list says."""
        where = words.ELSEWHERE if self.elsewhere else words.HERE
        if self.sound is not None:
            where = (words.SOUND if self.sound else words.DAMAGED).format(where=where)
        return words.LINE.format(
            sign=words.BAD if self.sound is False else " ",
            day=self.copy.taken.strftime(words.DAY),
            size=megabytes(self.size),
            kind=copy_words.KINDS[self.copy.kind],
            where=where,
        )


def day_of(copy: Copy) -> str:
    """Day and time of a copy."""
    return copy.taken.strftime(copy_words.DAY)


def megabytes(size: int) -> str:
    """A size as people read it."""
    return copy_words.MEGABYTES.format(size=f"{size / 1e6:.1f}".replace(".", ","))


def _line(copy: Copy, *, elsewhere: bool) -> CopyLine:
    try:
        size = copy.file.stat().st_size
    except OSError:
        size = 0
    return CopyLine(copy, size, elsewhere)


class CopiesScreen(BookScreen):
    """The list, where the copies lie, and a line that says what is going on.

    Whatever touches a drive happens in a thread that nobody waits for: a stick may be slow, a
    network drive may never answer.
    """

    KEYS = ("copies-make", "copies-return", "copies-check", "copies-place", "back")
    OFFERS = ("copies", "app")
    TITLE = words.TITLE
    CSS_PATH = "../styles/sicherungen.tcss"
    BINDINGS = bindings("copies-make", "copies-return", "copies-check", "copies-place", "back")

    @dataclass
    class Wanted(Message):
        """A copy is to come in the garden's place; posted to the app."""

        copy: Copy

    def __init__(self, book: Workbook) -> None:
        super().__init__()
        self.book = book
        self._here: list[CopyLine] = []
        self._there: list[CopyLine] = []
        self._checked: dict[Path, bool] = {}
        self._looks: list[Job[Any]] = []
        self._job: Job[Any] | None = None

    def compose_body(self) -> ComposeResult:
        """The two places, the list, the copy under the cursor, what is going on."""
        yield Static(words.HOME.format(folder=self.book.paths.copies), markup=False, id="home")
        yield Static(markup=False, id="second")
        yield option_list([])
        yield Static(markup=False, id="file")
        yield Static(words.LOOKING, markup=False, id="going-on")

    def on_mount(self) -> None:
        """Look what there is."""
        self.query_one(OptionList).focus()
        self._look()

    def on_unmount(self) -> None:
        """Whatever is only looked at here need not go on."""
        for look in self._looks:
            look.stop()

    # The list

    @property
    def _lines(self) -> list[CopyLine]:
        lines = [replace(n, sound=self._checked.get(n.copy.file)) for n in self._here + self._there]
        return sorted(lines, key=lambda line: line.copy.taken, reverse=True)

    def _look(self) -> None:
        """Look for copies beside the garden, and – which may take long – in the second place."""
        paths, folder = self.book.paths, backups.second_place(self.book.paths)
        for look in self._looks:
            look.stop()
        self._there = []

        def here(_step: OnShare) -> list[CopyLine]:
            return [_line(copy, elsewhere=False) for copy in backups.copies_here(paths)]

        def there(_step: OnShare) -> list[CopyLine] | None:
            if folder is None or not folder.is_dir():
                return None
            return [_line(copy, elsewhere=True) for copy in backups.copies_elsewhere(paths)]

        self._looks = [Job(here, self._found_here, self._failed)]
        if folder is None:
            self._say_second(words.PLACE_NONE)
        else:
            self._say_second(words.PLACE_ASKED.format(folder=folder))
            self._looks.append(Job(there, self._found_there, self._failed))

    def _found_here(self, lines: list[CopyLine]) -> None:
        self._here = lines
        self._show()
        if self._going_on == words.LOOKING:
            self._say("")

    def _found_there(self, lines: list[CopyLine] | None) -> None:
        self._there = lines or []
        sentence = words.PLACE_MISSING if lines is None else copy_words.PLACE
        self._say_second(sentence.format(folder=backups.second_place(self.book.paths)))
        self._show()

    def _show(self) -> None:
        """Show the lines; the cursor stays with its copy."""
        options, lines = self.query_one(OptionList), self._lines
        before = options.highlighted_option
        files = [str(line.copy.file) for line in lines]
        options.set_options(map(plain_option, (line.text for line in lines), files))
        if lines:
            options.highlighted = files.index(before.id) if before and before.id in files else 0
        else:
            self.query_one("#file", Static).update(words.EMPTY)

    @property
    def _chosen(self) -> Copy | None:
        """The copy under the cursor."""
        option = self.query_one(OptionList).highlighted_option
        return next((n.copy for n in self._lines if option and str(n.copy.file) == option.id), None)

    @on(OptionList.OptionHighlighted)
    def name_the_file(self) -> None:
        """Say where the copy under the cursor lies."""
        if copy := self._chosen:
            place = copy.file.name if copy.file.parent == self.book.paths.copies else copy.file
            self.query_one("#file", Static).update(words.FILE.format(file=one_line(str(place))))

    # What is going on

    @property
    def _going_on(self) -> str:
        return str(self.query_one("#going-on", Static).content)

    def _say(self, sentence: str) -> None:
        self.query_one("#going-on", Static).update(sentence)

    def _say_second(self, sentence: str) -> None:
        self.query_one("#second", Static).update(sentence)

    def _begin(
        self, what: str, work: Callable[[OnShare], Any], done: Callable[[Any], None]
    ) -> None:
        """Do something that takes long; one thing at a time."""
        if self._job is not None:
            self._say(words.BUSY)
            return

        def end(outcome: Any) -> None:
            self._job = None
            if not self.is_left:
                done(outcome)

        def fail(error: Exception) -> None:
            self._job = None
            self._failed(error)

        def progress(share: float) -> None:
            if not self.is_left:
                self._say(words.WORKING.format(what=what, percent=int(100 * share)))

        progress(0)
        self._job = Job(work, end, fail, progress)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, StoreError | OSError):
            raise error
        if not self.is_left:
            self._say(str(error))

    def action_back(self) -> None:
        """Stop what is going on; else leave."""
        if self._job is None:
            super().action_back()
            return
        self._job.stop()
        self._job = None
        self._say(words.STOPPED)

    def action_make(self) -> None:
        """Make a copy now."""
        self._begin(copy_words.MAKING, self.book.copy_now, self._made)

    def _made(self, made: Made) -> None:
        copies, note = made
        said = [copy_words.MADE.format(file=copy.file) for copy in copies]
        self._say("\n".join([*said, note] if note else said))
        self._look()

    def action_check(self) -> None:
        """Open each copy."""
        files = [line.copy.file for line in self._lines]
        if not files:
            self._say(words.EMPTY)
            return

        def check(step: OnShare) -> dict[Path, bool]:
            found = {}
            for number, file in enumerate(files):
                step(number / len(files))
                found[file] = copying.is_sound(file)
            return found

        what = words.CHECKING[len(files) != 1].format(count=len(files))
        self._begin(what, check, self._have_checked)

    def _have_checked(self, found: dict[Path, bool]) -> None:
        self._checked |= found
        self._show()
        damaged = [file for file, sound in found.items() if not sound]
        sentences = words.FOUND_DAMAGED if damaged else words.CHECKED
        count = len(damaged or found)
        self._say(sentences[count != 1].format(count=count))

    # Bringing back, and the second place

    @on(OptionList.OptionSelected)
    def action_bring_back(self) -> None:
        """Ask, then put the copy under the cursor in the garden's place."""
        copy = self._chosen
        if self._job is not None:
            self._say(words.BUSY)
        elif self.book.read_only:
            self._say(words.READ_ONLY)
        elif copy is not None:

            def decided(wanted: bool | None) -> None:
                if wanted:
                    self.app.post_message(self.Wanted(copy))

            self.app.push_screen(ReturnScreen(day_of(copy)), decided)

    def action_place(self) -> None:
        """Choose the second place."""

        def chosen(sentence: str | None) -> None:
            if sentence:
                self._say(sentence)
                self._look()

        self.app.push_screen(PlaceScreen(self.book), chosen)


class ReturnScreen(Dialog[bool]):
    """Asks before a copy is brought back; returns whether it shall."""

    def __init__(self, day: str) -> None:
        super().__init__(words.RETURN_TITLE, words.RETURN_KEYS)
        self._day = day

    def compose_body(self) -> ComposeResult:
        """What happens, and the two ways."""
        yield Static(words.RETURN_TEXT.format(day=self._day), markup=False, classes="about")
        yes = plain_option(words.RETURN_YES.format(day=self._day), "yes")
        # Leaving all as it is, is what Enter does first.
        yield option_list([plain_option(words.RETURN_NO, "no"), yes], cursor=0)

    @on(OptionList.OptionSelected)
    def decide(self, event: OptionList.OptionSelected) -> None:
        """Bring it back, or leave it."""
        self.dismiss(event.option_id == "yes")


class ReturningScreen(Dialog[None]):
    """How far bringing back has come, while the garden is closed."""

    def __init__(self, day: str) -> None:
        super().__init__(words.TITLE, words.WAIT_KEYS)
        self._what = copy_words.RETURNING.format(day=day)
        self._stopped = False

    def compose_body(self) -> ComposeResult:
        """One line."""
        yield Static(self._line(0), markup=False, classes="about")

    def _line(self, share: float) -> str:
        return words.WAIT.format(what=self._what, percent=int(100 * share))

    def show(self, share: float) -> None:
        """Show how far it is."""
        if self.is_mounted:
            self.query_one(".about", Static).update(self._line(share))

    def step(self, share: float) -> None:
        """Called by the thread that works.

        Raises:
            Stopped: The person wants to stop.
        """
        if self._stopped:
            raise Stopped
        self.app.call_later(self.show, share)

    def action_close(self) -> None:
        """Stop; the garden then is as it was."""
        self._stopped = True
        self.show_hint(words.WAIT_STOPPING)

    # The garden is closed; it is shown as soon as it is open again.
    action_home = action_close


class PlaceScreen(Dialog[str]):
    """Asks for the second place; returns a sentence that says what was chosen, or None."""

    def __init__(self, book: Workbook) -> None:
        super().__init__(words.PLACE_TITLE, words.PLACE_KEYS)
        self._paths = book.paths

    def compose_body(self) -> ComposeResult:
        """What it is for, and the field."""
        folder = backups.second_place(self._paths)
        yield Static(words.PLACE_TEXT, markup=False, classes="about")
        yield PathArea(str(folder) if folder else "", placeholder=words.PLACE_EXAMPLE)

    def on_mount(self) -> None:
        """The cursor stands behind the folder."""
        self.query_one(LineArea).enter()

    @on(LineArea.Submitted)
    async def take(self, event: LineArea.Submitted) -> None:
        """Take the folder, or say what is wrong with it."""
        folder = typed(event.area.value) if event.area.value else None
        if folder is None:
            said = copy_words.PLACE_REMOVED.format(folder=self._paths.copies)
        else:
            said = copy_words.PLACE_SET.format(folder=folder)
        set_place = partial(asyncio.to_thread, backups.set_second_place, self._paths, folder)
        await self.do(set_place, lambda: said)
