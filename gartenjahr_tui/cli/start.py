"""Opens the workbook from the command line: on the screen, line by line, or with the sample."""

from __future__ import annotations

import gc
import os
import re
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import CouldNot, WrongCall, concerns, filled, say
from gartenjahr_tui.clock import local_day, utc_now
from gartenjahr_tui.store import glance, marker, paths
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.terminal.console import standard_input
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.cli import CouldWords, PlaceWords, SampleWords
from gartenjahr_tui.words.screens import CommonWords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook

CLOSE_SECONDS = 1.5
"""How long the closing of the window waits for the disk."""

FIRST_DAY = date(2026, 1, 1)
"""No clock that is right says an earlier day: the program is younger."""

ABSENCE = timedelta(days=2 * 365)
"""Who has been away for longer is asked whether the day is right."""

COPY_SECONDS = 4.0
"""How long the end waits for today's safe copy."""


def start(options: Options, output: Output) -> int:
    """Open the workbook, on the screen or line by line, or a packet to fill in."""
    if options.paket is not None:
        from gartenjahr_tui.cli.packet import fill

        gc.enable()
        return fill(options, output)
    if options.daten or sys.platform != "win32":
        place = paths.find(options.daten)
    else:
        from gartenjahr_tui.cli import first

        place = first.place()
    try:
        return _open(place, options, output, note="")
    except StoreError as error:
        from gartenjahr_tui.cli.rescue import brought_back

        if not brought_back(place, error, output):
            raise
    return _open(place, options, output, note="")


def beispiel(options: Options, output: Output) -> int:
    """Open an invented garden in a folder that vanishes afterwards."""
    import tempfile

    from gartenjahr_tui.guide.reader import read_guide
    from gartenjahr_tui.sample import make_sample

    # Windows does not remove a file that a virus scanner is just looking at.
    with tempfile.TemporaryDirectory(
        prefix="gartenjahr-beispiel-", ignore_cleanup_errors=True
    ) as folder:
        place = paths.Paths(Path(folder), SampleWords.ORIGIN)
        make_sample(read_guide(), place)
        return _open(place, options, output, note=CommonWords.SAMPLE)


def _open(place: paths.Paths, options: Options, output: Output, note: str) -> int:
    """Open a garden with the face that was asked for.

    Raises:
        StoreError: It cannot be opened; nothing was touched.
        CouldNot: There is no terminal for the screens.
    """
    look, look_only = _look(place, accept=options.trotzdem)
    accept, ascii_only = options.trotzdem, options.ascii
    warnings = [_doubt(local_day(utc_now()), look.changed if look else None)]
    if not (note or place.file.exists()):
        warnings += concerns(place.folder)
    warnings = list(filter(None, warnings))
    if options.linear:
        notes = [note, *warnings] if note else warnings
        return _linear(place, output, accept=accept, notes=notes, look_only=look_only)
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        raise CouldNot(CouldWords.NO_TERMINAL)
    if not (os.environ.get(DRAW_ANYWAY) or (sys.stdout and sys.stdout.isatty())):
        raise CouldNot(CouldWords.ELSEWHERE)

    from gartenjahr_tui.app import GartenjahrApp, run

    how = {"accept": accept, "ascii_only": ascii_only, "look_only": look_only}
    return run(GartenjahrApp(place, look, note=note, warnings=warnings, **how))


def _doubt(today: date, last: date | None) -> str:
    """What a person should know of the day the computer says, in German; nothing when it may be.

    Args:
        today: The day.
        last: The day of the last change, if there was one.
    """
    if last and today < last - timedelta(days=1):
        said = PlaceWords.EARLY
    elif last and today > last + ABSENCE:
        said = PlaceWords.LATE
    elif today < FIRST_DAY:
        said = PlaceWords.NEVER
    else:
        return ""
    return said.format(today=f"{today:%d.%m.%Y}", last=f"{last:%d.%m.%Y}" if last else "")


def _look(place: paths.Paths, *, accept: bool) -> tuple[glance.Glance | None, bool]:
    """Look at the garden before anything big is imported, so that a fault is told at once.

    Returns:
        What the home screen shows, and whether nothing can be written there.

    Whether it is older than its marker is checked when it is opened, behind the first frame.
    """
    if not accept and not place.folder.exists():
        # The stick is not in: no folder is made in its place.
        marker.check(place.file, None, 0)
    look_only = not paths.can_write(place)
    look = glance.look(place.file)
    if not accept and not place.file.exists():
        marker.check(place.file, None, 0)
    return look, look_only


DRAW_ANYWAY = "GARTENJAHR_BILDSCHIRM"
"""Environment variable that lets the screens be drawn into what is no terminal, to be looked at."""

ORDERS = frozenset(
    {
        *("bericht", "tabellen", "kumu", "kalender", "kontakte", "archiv", "sicherung", "paket"),
        *("pfade", "leitfaden", "antworten", "faellig", "einlesen", "loeschen"),
    }
)
"""Commands that can be given while a garden is open line by line."""


CLOSED_ONLY = frozenset({("sicherung", "zurueckholen"), ("archiv", "lesen"), ("loeschen",)})
"""Calls that put another file in the garden's place, which has to be closed for it."""


class Orders:
    """Does what a line says that is a call of the command line, with the garden that is open."""

    def __init__(self, book: Workbook, output: Output) -> None:
        """Remember the garden."""
        self._book, self._output = book, output

    def __call__(self, line: str) -> bool:
        """Do it, or say why it cannot be done; False where the line is no such call."""
        from gartenjahr_tui.text import clean

        words = _split(line)
        if not words or (name := folded(words[0])) not in ORDERS:
            return False
        if CLOSED_ONLY.intersection({(name,), (name, *map(folded, words[1:2]))}):
            say(self._output, CouldWords.NOT_OPEN.format(call=line.strip()))
            return True
        try:
            self._obey([name, *words[1:]])
        except SystemExit:
            return True  # after „--version“
        except (WrongCall, CouldNot, StoreError) as error:
            say(self._output, clean(str(error)))
        return True

    def _obey(self, words: list[str]) -> None:
        from gartenjahr_tui.cli.main import command
        from gartenjahr_tui.cli.parser import help_of, parse
        from gartenjahr_tui.words.commands import COMMANDS

        if {"?", "--help", "-h"}.intersection(words):
            say(self._output, help_of(COMMANDS[words[0]]))
            return
        options = parse(words)
        book, year = self._book, self._book.year
        options.book, options.daten = book, str(book.paths.folder)
        book.flush()
        try:
            command(options.command)(options, self._output)
        finally:
            if year in book.years:
                book.look_at(year)


def _split(line: str) -> list[str]:
    """The words of a call; what stands in quotes is one word, a backslash is only a backslash."""
    found = re.findall(r'"([^"]*)"|„([^“”"]*)[“”"]|(\S+)', line)
    return ["".join(parts) for parts in found]


def _linear(
    place: paths.Paths,
    output: Output,
    *,
    accept: bool,
    notes: Sequence[str] = (),
    look_only: bool = False,
) -> int:
    """Open a garden line by line."""
    from gartenjahr_tui import linear
    from gartenjahr_tui.garden.opening import open_garden
    from gartenjahr_tui.guide.reader import read_guide
    from gartenjahr_tui.terminal.signals import interruptible

    gc.enable()
    book = open_garden(read_guide(), place, accept=accept, look_only=look_only)
    code = 0
    try:
        with interruptible(lambda: book.close(CLOSE_SECONDS)):
            say(output, *map(filled, notes))
            code = linear.run(book, standard_input(), output, Orders(book, output))
            if note := book.copy_daily(COPY_SECONDS):
                print(note, file=output, flush=True)
    finally:
        saved = book.close()
    if not saved:
        raise CouldNot(CouldWords.PUT_ASIDE if book.aside else CouldWords.LOST)
    return code
