"""The linear face: the same questions, one line after the other, for screen readers and pipes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import ways
from gartenjahr_tui.linear.changes import only_read
from gartenjahr_tui.linear.console import Console, End
from gartenjahr_tui.linear.damage import say_damage
from gartenjahr_tui.linear.menus import Menus
from gartenjahr_tui.words.linear import LinearTalkWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Input, Output
    from gartenjahr_tui.workbook.book import Workbook


def run(
    book: Workbook, stdin: Input, stdout: Output, orders: Callable[[str], bool] | None = None
) -> int:
    """Lead through the guide until the person stops or the input ends; the workbook stays open.

    In the menu, ``orders`` may do what a line says; it returns False for one it does not know.

    Returns:
        The exit code: 0, or 1 when something could not be saved or read.
    """
    console = Console(stdin, stdout)
    ways.begin(book)
    try:
        _greet(console, book)
        Menus(console, book, orders).steps()
    except (End, KeyboardInterrupt):
        pass
    saved = book.flush()
    bye = words.BYE_READ if book.read_only else words.BYE
    with contextlib.suppress(End):
        console.say("", bye if saved else book.save_status.problem or "")
    return 0 if saved and not console.unread else 1


def _greet(console: Console, book: Workbook) -> None:
    library = book.profile.library or words.NO_LIBRARY
    is_new = book.untouched and not book.profile.library
    hello = words.HELLO_NEW if is_new else words.HELLO
    console.say(hello.format(library=library, year=book.year_label(), voice=book.voice.name))
    if book.year_due:
        console.say(words.NEW_YEAR.format(year=book.year_label(book.year_due)))
    if book.rescued:
        console.say(words.RESCUED)
    say_damage(console, book)
    only_read(console, book)
