"""Asks, when the workbook is damaged, whether the newest good copy shall be brought back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gartenjahr_tui.cli_errors import CouldNot
from gartenjahr_tui.exchange_words import Backups as copy_words
from gartenjahr_tui.exchange_words import Copies as words
from gartenjahr_tui.store import backups
from gartenjahr_tui.text import clean

if TYPE_CHECKING:
    from gartenjahr_tui.console import Output
    from gartenjahr_tui.store.errors import StoreError
    from gartenjahr_tui.store.paths import Paths


def brought_back(place: Paths, error: StoreError, output: Output) -> bool:
    """Say what is wrong, ask, and bring the copy back if it is wanted.

    Args:
        place: Where the garden lies.
        error: Why it could not be opened.
        output: Where what was done is said.

    Returns:
        Whether the copy is the garden now. Without a question that could be asked, nothing was
        said either.

    Raises:
        CouldNot: The person does not want it; all is said.
        StoreError: It could not be brought back; nothing was touched.
    """
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stderr)):
        return False
    found = backups.newest_good(error)
    if found is None:
        return False
    from gartenjahr_tui.cli_backups import bring_back

    _, copy = found
    _say(f"{error}\n")
    day, aside = copy.taken.strftime(copy_words.DAY), words.ASK_ASIDE * place.file.exists()
    if not _wanted(words.ASK.format(day=day, aside=aside)):
        raise CouldNot(f"{words.LEFT} {backups.offer(error)}")
    bring_back(place, copy.file, output)
    return True


def _wanted(question: str) -> bool:
    """Ask until the answer is understood; the end of the input is a no."""
    _say(question)
    while line := sys.stdin.readline():
        answer = line.strip().casefold()
        if answer in words.YES:
            return True
        if answer in words.NO:
            return False
        _say(words.ASK_AGAIN)
    _say("\n")
    return False


def _say(text: str) -> None:
    print(clean(text), file=sys.stderr, end="", flush=True)
