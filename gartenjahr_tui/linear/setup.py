"""Sets up the garden: library, who writes, start month. Each may be skipped."""

from __future__ import annotations

from dataclasses import replace

from gartenjahr_tui.linear.console import Console, Keyword, Said
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.linear import SetupWords as words
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.years import MONTHS


def set_up(console: Console, book: Workbook) -> None:
    """Ask for what the welcome on the screen asks for; an empty line keeps what stands there."""
    try:
        library = _ask(console, words.LIBRARY, book.profile.library)
        book.set_profile(replace(book.profile, library=library))
        book.rename_voice(_ask(console, words.VOICE, book.voice.name))
        _month(console, book)
    except (ReadOnly, StoreError, ValueError) as error:
        console.say(str(error))
    except Said:
        pass
    else:
        console.say(words.DONE)


def _ask(console: Console, question: str, now: str) -> str:
    """Ask for a line.

    Raises:
        End: The person stops.
        Said: „zurück“.
    """
    while True:
        console.say(question, words.NOW.format(now=now) if now else words.EMPTY)
        reply = console.reply({Keyword.BACK, Keyword.HELP, Keyword.END}, local=(Keyword.HELP,))
        if reply is not Keyword.HELP:
            return str(reply).strip() or now
        console.say(words.HELP)


def _month(console: Console, book: Workbook) -> None:
    """Ask for the month, by number or name, until it is one."""
    now = MONTHS[book.profile.start_month - 1]
    months = {folded(name): number for number, name in enumerate(MONTHS, 1)}
    months |= {str(number): number for number in months.values()}
    while True:
        month = months.get(folded(_ask(console, words.MONTH, now)))
        if month:
            book.set_profile(replace(book.profile, start_month=month))
            return
        console.say(words.MONTH_WRONG)
