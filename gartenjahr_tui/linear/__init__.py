"""The linear face: the same questions, one line after the other, for screen readers and pipes."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TextIO

from gartenjahr_tui.garden import ways
from gartenjahr_tui.linear.changes import only_read
from gartenjahr_tui.linear.console import Console, End
from gartenjahr_tui.linear.damage import say_damage
from gartenjahr_tui.linear.menus import Menus
from gartenjahr_tui.words.linear import LinearTalkWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Output
    from gartenjahr_tui.workbook.book import Workbook


def run(book: Workbook, stdin: TextIO, stdout: Output) -> int:
    """Lead through the guide until the person stops or the input ends; the workbook stays open.

    Returns:
        The exit code: 0, or 1 when something could not be saved.
    """
    console = Console(stdin, stdout)
    ways.begin(book)
    try:
        _greet(console, book)
        menus = Menus(console, book)
        if len(book.voices) > 1:
            menus.person()
        menus.steps()
    except (End, KeyboardInterrupt):
        pass
    saved = book.flush()
    bye = words.BYE_READ if book.read_only else words.BYE
    with contextlib.suppress(End):
        console.say("", bye if saved else book.save_status.problem or "")
    return 0 if saved else 1


def _greet(console: Console, book: Workbook) -> None:
    library = book.profile.library or words.NO_LIBRARY
    console.say(
        words.HELLO.format(library=library, year=book.year_label(), voice=book.voice.name),
        words.PLACE.format(folder=book.paths.folder),
    )
    console.say(words.EXPLAIN)
    if book.year_due:
        console.say(words.NEW_YEAR.format(year=book.year_label(book.year_due)))
    if book.rescued:
        console.say(words.RESCUED)
    say_damage(console, book)
    only_read(console, book)
