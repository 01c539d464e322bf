"""What is due, line by line: read it, open a place, put a line off, wake one."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from gartenjahr_tui.garden import due
from gartenjahr_tui.linear.changes import say_saved
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.rhythm import DueWords as words
from gartenjahr_tui.words.rhythm import SnoozeWords as snooze_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.dates import german

Opens = Callable[[due.Due], None]
"""Opens the place of a line."""

_ORDER = re.compile(rf"({words.SNOOZE_WORD}|{words.WAKE_WORD}|s|w)\s*([0-9]{{1,4}})\s*(.*)")


class DueMenu:
    """The list of what is due."""

    def __init__(self, console: Console, book: Workbook, opens: Opens) -> None:
        self._console, self._book, self._opens = console, book, opens
        self._stale = True
        self._lines: list[due.Due] = []
        self._aside: list[tuple[due.Due, date]] = []

    def run(self) -> None:
        """Read the list until the person goes back.

        Raises:
            End: They stop.
        """
        self._stale = True
        while True:
            # After a complaint the list is as it was; nobody wants to hear all of it again.
            if self._stale:
                self._say_lines()
            if not (self._lines or self._aside):
                return
            if not (reply := self._console.order(words.HELP)):
                return
            self._obey(folded(reply[:40]))

    def _say_lines(self) -> None:
        say, self._stale = self._console.say, False
        self._lines, self._aside = due.due(self._book), due.snoozed(self._book)
        say("", words.TITLE if self._lines else words.NOTHING)
        for number, line in enumerate(self._lines, 1):
            say(words.LINE.format(number=number, text=line.full))
        for number, (line, day) in enumerate(self._aside, len(self._lines) + 1):
            say(words.ASIDE_LINE.format(number=number, text=line.full, day=german(day)))
        if self._lines or self._aside:
            say(words.CHOOSE)

    def _obey(self, reply: str) -> None:
        order = _ORDER.fullmatch(reply)
        if re.fullmatch(r"[0-9]{1,4}", reply):
            if line := self._numbered(reply):
                self._stale = True
                self._opens(line)
        elif order is None:
            self._console.say(words.WRONG)
        elif line := self._numbered(order[2]):
            if order[1] in (words.SNOOZE_WORD, "s"):
                self._snooze(line, order[3])
            else:
                self._wake(line)

    def _numbered(self, number: str) -> due.Due | None:
        every = [*self._lines, *(line for line, _ in self._aside)]
        if 1 <= int(number) <= len(every):
            return every[int(number) - 1]
        self._console.say(words.NO_SUCH.format(number=number))
        return None

    def _snooze(self, line: due.Due, text: str) -> None:
        """Put a line off until the day that was written."""
        try:
            day = due.day_ahead(text, self._book.today)
            due.snooze(self._book, line.key, day)
        except (ValueError, PermissionError) as error:
            self._console.say(str(error))
        else:
            self._say_saved(snooze_words.DONE.format(day=german(day), text=line.text))

    def _wake(self, line: due.Due) -> None:
        """Let a line that was put off be due again."""
        if all(line is not aside for aside, _ in self._aside):
            self._console.say(words.NOT_ASIDE)
            return
        try:
            due.wake(self._book, line.key)
        except PermissionError as error:
            self._console.say(str(error))
        else:
            self._say_saved(words.WOKEN.format(text=line.text))

    def _say_saved(self, sentence: str) -> None:
        """Say what was done once it is on the disk, or why it is not."""
        self._stale = True
        say_saved(self._console, self._book, sentence)
