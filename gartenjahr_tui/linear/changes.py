"""What was done, or may not be: said, taken back, and read out."""

from __future__ import annotations

from gartenjahr_tui.garden import changes
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.words.linear import LinearTalkWords
from gartenjahr_tui.words.rhythm import LogWords, UndoWords
from gartenjahr_tui.workbook.book import ReadOnly, Workbook

AT_ONCE = 20
"""Changes that are read out."""


def only_read(console: Console, book: Workbook) -> bool:
    """Whether another program is the one that writes; that is said then."""
    if book.read_only:
        console.say(LinearTalkWords.READ_ONLY.format(holder=book.holder))
    return book.read_only


def take_back(console: Console, book: Workbook) -> None:
    """Take the last deletion or change of a state back."""
    if only_read(console, book):
        return
    try:
        done = book.undoing.take_back()
    except ReadOnly as error:
        console.say(str(error))
        return
    say_saved(console, book, done or UndoWords.NOTHING)


def say_saved(console: Console, book: Workbook, sentence: str) -> None:
    """Say what was done once it is on the disk, or why it is not."""
    saved = book.flush()
    console.say(sentence if saved else book.save_status.problem or "")


def read_log(console: Console, book: Workbook) -> None:
    """Read out what was changed last, the latest first."""
    entries = changes.log(book, AT_ONCE)
    console.say(*[entry.spoken for entry in entries] or [LogWords.EMPTY])
