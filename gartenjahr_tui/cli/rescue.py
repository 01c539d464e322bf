"""Says why a workbook cannot be opened, and asks whether its newest good copy shall come back."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.common import CouldNot, ask_yes
from gartenjahr_tui.store import backups
from gartenjahr_tui.store.paths import find
from gartenjahr_tui.text import clean
from gartenjahr_tui.words.exchange import BackupsWords as copy_words
from gartenjahr_tui.words.exchange import CopiesWords as words

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.store.errors import StoreError
    from gartenjahr_tui.store.paths import Paths
    from gartenjahr_tui.terminal.console import Output


def told(error: StoreError) -> str:
    """What the person reads: the fault, and the newest good copy where the garden is unreadable."""
    return f"{error}\n{offer(error)}".rstrip()


def offer(error: StoreError) -> str:
    """What to say of the newest good copy when a garden cannot be read; empty when nothing is."""
    found = backups.newest_good(error)
    if found is None:
        return ""
    number, copy = found
    file: Path = error.file  # type: ignore[attr-defined]
    there = "" if find(None).folder == file.parent else f'--daten "{file.parent}" '
    return copy_words.OFFER.format(
        day=copy.taken.strftime(copy_words.DAY),
        name=copy.file.name,
        aside=copy_words.OFFER_ASIDE if file.exists() else "",
        there=there,
        number=number,
    )


def brought_back(place: Paths, error: StoreError, output: Output) -> bool:
    """Say what is wrong, ask, and bring the copy back if it is wanted.

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
    from gartenjahr_tui.cli.backups import bring_back

    _, copy = found
    print(clean(str(error)), file=sys.stderr)
    day, aside = copy.taken.strftime(copy_words.DAY), words.ASK_ASIDE * place.file.exists()
    if not ask_yes(words.ASK.format(day=day, aside=aside), sys.stderr, words.ASK_AGAIN):
        raise CouldNot(f"{words.LEFT} {offer(error)}")
    bring_back(place, copy.file, output)
    return True
