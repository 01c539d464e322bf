"""What the commands share: how they fail, print, ask and open the garden.

``--help`` comes through here, so everything is imported where it is used.
"""

from __future__ import annotations

import errno
import sys

from gartenjahr_tui.words.cli import CouldWords, ReplyWords, WrongWords
from gartenjahr_tui.words.commands import COMMANDS

TYPE_CHECKING = False  # see gartenjahr_tui.terminal.console
if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path
    from types import SimpleNamespace as Options

    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook

WIDEST = 78
"""Columns of printed text where the terminal has them."""

TELL_SECONDS = 2.0
"""How long nothing is said while something is made."""


class WrongCall(Exception):
    """The call cannot be understood; ``str()`` is a German sentence. Exit code 2."""


class CouldNot(Exception):
    """The command could not do what it should; ``str()`` is a German sentence. Exit code 1."""


def no_such_word(options: Options, given: str) -> WrongCall:
    """What to raise when a command knows no such word; the sentence names those it knows."""
    from gartenjahr_tui.text import shortened

    known = ", ".join(COMMANDS[options.command].words)
    what = {"given": shortened(given, 60), "command": options.command, "known": known}
    return WrongCall(WrongWords.WORD.format(**what))


def width() -> int:
    """Columns of printed text here."""
    import shutil

    return min(WIDEST, shutil.get_terminal_size().columns)


def filled(line: str, below: int | None = None) -> str:
    """A line no wider than the terminal; a path or a long word is not torn apart.

    Below it as many columns are kept free as it begins with, unless it is said how many.
    """
    import textwrap

    if below is None:
        rest = line.lstrip(" ")
        below = len(line) - len(rest) + 2 * rest.startswith("- ")
    return textwrap.fill(
        line,
        width(),
        subsequent_indent=" " * below,
        break_long_words=False,
        break_on_hyphens=False,
    )


def emit(text: str, output: Output) -> None:
    """Write everything now.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        CouldNot: The disk the output goes to is full or broken.
    """
    try:
        output.write(text)
        output.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError from error  # what Windows says of a closed pipe
        raise CouldNot(CouldWords.OUTPUT.format(reason=error.strerror)) from error


def say(output: Output, *lines: str) -> None:
    """Write lines as they are; raises what :func:`emit` does."""
    emit("".join(f"{line}\n" for line in lines), output)


def now_and_then(output: Output) -> Callable[[float], None]:
    """Say how far long work is, 0 to 1, now and then; short work passes without a word."""
    from time import monotonic

    from gartenjahr_tui.words.exchange import FilesWords

    last = monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if monotonic() - last >= TELL_SECONDS:
            last = monotonic()
            say(output, FilesWords.SHARE.format(percent=int(100 * share)))

    return tell


def listed(given: str | None) -> list[str]:
    """What was typed with commas between, without empty parts."""
    return [part.strip() for part in (given or "").split(",") if part.strip()]


def is_terminal() -> bool:
    """Whether somebody is there to answer."""
    return bool(sys.stdin and sys.stdin.isatty())


def ask_yes(question: str, output: Output, again: str = "") -> bool:
    """Ask; the end of the input is a no, and all but a yes where nothing is said again."""
    from gartenjahr_tui.terminal.console import standard_input
    from gartenjahr_tui.text import folded

    emit(question, output)
    while line := standard_input().readline():
        answer = folded(line.strip()[:40])
        if answer in ReplyWords.YES or answer in ReplyWords.NO or not again:
            return answer in ReplyWords.YES
        emit(again, output)
    emit("\n", output)
    return False


def concerns(folder: Path) -> list[str]:
    """What speaks against a folder for a garden, each a German sentence or two."""
    from gartenjahr_tui.store.place import cloud_of, lacking
    from gartenjahr_tui.words.cli import PlaceWords

    found = []
    if cloud := cloud_of(folder):
        found.append(PlaceWords.CLOUD.format(cloud=cloud))
    if count := lacking(folder):
        found.append(PlaceWords.DEEP.format(count=count))
    return found


def opened(options: Options, *, look_only: bool = False) -> AbstractContextManager[Workbook]:
    """The open garden a command is about; closed at the end of the ``with``.

    One that is only looked at may be open elsewhere too; one that is open line by line is taken as
    it is, and stays open.

    Raises:
        CouldNot: There is no garden.
        StoreError: It cannot be opened.
    """
    from contextlib import closing, nullcontext

    if book := getattr(options, "book", None):
        return nullcontext(book)

    from gartenjahr_tui.guide.reader import read_guide
    from gartenjahr_tui.store import glance, marker, paths

    found = paths.find(options.daten)
    if glance.schema_of(found.file) is None:
        if not options.trotzdem:
            marker.check(found.file, None, 0)
        lacking = COMMANDS[options.command].lacking
        raise CouldNot(CouldWords.NO_GARDEN.format(so=lacking, folder=found.folder))

    from gartenjahr_tui.garden.opening import open_garden

    return closing(open_garden(read_guide(), found, accept=options.trotzdem, look_only=look_only))
