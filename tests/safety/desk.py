"""A librarian's desk: a garden on the disk, the program in a terminal, and what the file says."""

from __future__ import annotations

import json
import re
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Bookmark
from tests.terminal.pty_app import TIMEOUT, RealTerminal

ROOT: Final = Path(__file__).parents[2]
LAUNCHER: Final = Path(__file__).with_name("launcher.py")

ESCAPE: Final = "\x1b"
ENTER: Final = "\r"
TAB: Final = "\t"
QUIT: Final = "\x11"
SAVE: Final = "\x13"
F1, F2, F4, F9, F10 = "\x1bOP", "\x1bOQ", "\x1bOS", "\x1b[20~", "\x1b[21~"
END: Final = "\x1b[F"

TEXT: Final = "saeen.teamgespraech"
"""A question with one field of text, the first of its page."""

OTHER_TEXT: Final = "saeen.themen"
"""Another one."""

ENTRIES: Final = "saeen.palmengespraeche"
"""A question with a list of entries."""

LINE: Final = "ernten.zeit"
"""A question whose second field, after a text, is a line."""

UMLAUTS: Final = "Grüße aus Köln: äöüß ÄÖÜ ẞ € – schön"


END_SECONDS: Final = 8.0
"""How long an end may take where the disk is well: four seconds, twice that on a busy computer."""


class Desk:
    """Where the garden lies and how it is worked with."""

    def __init__(self, guide: Guide, folder: Path) -> None:
        self.guide = guide
        self.paths = Paths(folder, "im Test")

    @contextmanager
    def book(self, **options: Any) -> Iterator[Workbook]:
        """The workbook itself, while no program has it open."""
        book = open_garden(self.guide, self.paths, **options)
        try:
            yield book
        finally:
            book.close()

    def mark(self, prompt: str, value: dict[str, Any] | None = None) -> None:
        """Let the program resume at a question, with a value in it."""
        with self.book() as book:
            if value is not None:
                book.put(self.guide.prompts[prompt], value)
            place = Bookmark(self.guide.prompts[prompt].chapter, prompt)
            book.set_bookmark(place)

    def start(
        self,
        *faults: str,
        options: tuple[str, ...] = (),
        size: tuple[int, int] = (80, 24),
        env: dict[str, str] | None = None,
    ) -> RealTerminal:
        """Start the program, on a machine with these faults."""
        command = [sys.executable, "-m", "gartenjahr_tui"]
        if faults:
            command = [sys.executable, str(LAUNCHER), *faults, "--"]
        command += ["--daten", str(self.paths.folder), *options]
        env = {"PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1", **(env or {})}
        return RealTerminal(command, size=size, env=env, cwd=ROOT)

    def value(self, prompt: str = TEXT) -> dict[str, Any]:
        """What the file says about a question; empty when it says nothing."""
        address = f"file:{self.paths.file}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=5)) as connection:
            found = connection.execute(
                "SELECT value FROM answer WHERE prompt_id = ?", (prompt,)
            ).fetchone()
        value = json.loads(found[0]) if found else {}
        assert isinstance(value, dict)
        return value

    def text(self, prompt: str = TEXT) -> str:
        """The text of a question in the file."""
        return str(self.value(prompt).get("text", ""))

    def setting(self, key: str) -> Any:
        """A setting in the file."""
        address = f"file:{self.paths.file}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=5)) as connection:
            found = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return json.loads(found[0]) if found else None


def until(condition: Callable[[], object], what: str, *, timeout: float = TIMEOUT) -> None:
    """Wait for something that does not show in a terminal."""
    deadline = time.monotonic() + timeout
    while not condition():
        assert time.monotonic() < deadline, f"waited {timeout} s for {what}"
        time.sleep(0.02)


def cursor(terminal: RealTerminal) -> tuple[int, int] | None:
    """Column and line of the block cursor that a text field draws; None when none does."""
    for y in range(len(terminal.lines)):
        row = terminal.screen.buffer[y]
        for x in range(1, terminal.screen.columns - 1):
            if _is_bright(row[x].bg) and not _is_bright(row[x - 1].bg):
                return x, y
    return None


def _is_bright(colour: str) -> bool:
    if len(colour) == 6 and set(colour) <= set("0123456789abcdef"):
        return min(bytes.fromhex(colour)) > 0x80
    return colour in ("white", "brightwhite")


def resume(terminal: RealTerminal) -> None:
    """Go on from the home screen where one stopped, and wait for the cursor."""
    terminal.wait_for("Weg durchs Jahr")
    terminal.send(ENTER)
    terminal.wait_until(
        lambda: "Weg durchs Jahr" not in terminal.text and cursor(terminal), "a cursor"
    )


def type_in(terminal: RealTerminal, text: str) -> None:
    """Press one key after the other."""
    for character in text:
        terminal.send(character)


def wait_quiet(terminal: RealTerminal, seconds: float = 0.1) -> None:
    """Wait until the program has painted what it had to paint."""
    last, since = len(terminal.output), time.monotonic()

    def is_quiet() -> bool:
        nonlocal last, since
        terminal.lines  # noqa: B018 - reads what has come
        if len(terminal.output) != last:
            last, since = len(terminal.output), time.monotonic()
        return time.monotonic() - since > seconds

    terminal.wait_until(is_quiet, "the screen to rest")


def wait_saved(terminal: RealTerminal) -> None:
    """Wait until the program says that all is saved."""
    wait_quiet(terminal)
    terminal.wait_until(lambda: _SAVED.search(terminal.text), "„gespeichert“ and a time")


_SAVED = re.compile(r"(?<!nicht )gespeichert \d\d:\d\d")
