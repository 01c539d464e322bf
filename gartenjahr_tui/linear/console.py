"""Lines in, lines out: no escape sequence, no cursor, nothing that trips up a screen reader."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from enum import Enum
from typing import TYPE_CHECKING, TextIO

from gartenjahr_tui.text import clean, folded
from gartenjahr_tui.words.linear import LinearTalkWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Output

WIDEST = 78
"""Columns of a line where the terminal has them."""

LONGEST = 20_000
"""Characters up to which breaking a line between words takes no time worth mentioning."""

TERMINAL_LINE = 4096
"""Bytes, line end included, that a terminal hands over at most; it drops what is beyond."""

DOT = "."
"""Alone on a line it ends a text of several lines."""


class Keyword(Enum):
    """A word that is no answer; the value holds its spellings, folded."""

    LATER = ("spaeter",)
    NOT_HERE = ("passt nicht", "passt bei uns nicht")
    OPEN = ("offen",)
    CLEAR = ("leeren",)
    APPEND = ("anhaengen",)
    BACK = ("zurueck",)
    HELP = ("?", "hilfe")
    GUIDE = ("leitfaden",)
    EARLIER = ("vorjahre",)
    VOICES = ("stimmen",)
    PERSON = ("person",)
    YEAR = ("jahr",)
    CORRECT = ("korrigieren",)
    SETUP = ("einrichten",)
    GROW = ("samenkorn", "anlegen")
    ENCOUNTER = ("begegnung",)
    HARVEST = ("ernte",)
    SEARCH = ("suche",)
    UNDO = ("rueckgaengig",)
    LOG = ("protokoll",)
    DAMAGE = ("beschaedigte",)
    CHECKIN = ("check-in", "checkin")
    OVERWINTER = ("ueberwintern",)
    DUE = ("faellig", "jetzt dran")
    TAKE_IN = ("einlesen",)
    RINGS = ("ringe", "jahresringe")
    WAY = ("weg",)
    END = ("ende", "beenden")


QUESTION = frozenset(Keyword) - {
    *(Keyword.PERSON, Keyword.YEAR, Keyword.SETUP, Keyword.UNDO, Keyword.LOG, Keyword.CHECKIN),
    *(Keyword.OVERWINTER, Keyword.DUE, Keyword.RINGS, Keyword.TAKE_IN),
    Keyword.DAMAGE,
}
"""What is a command while a question is asked."""

MENU = frozenset(Keyword) - {
    *(Keyword.LATER, Keyword.NOT_HERE, Keyword.OPEN, Keyword.CLEAR, Keyword.APPEND),
    *(Keyword.EARLIER, Keyword.VOICES, Keyword.GROW),
}
"""What is a command while something is chosen."""


class End(Exception):
    """The person wants to stop, or there is no more input."""


class Said(Exception):
    """A command was given in place of an answer."""

    def __init__(self, command: Keyword) -> None:
        super().__init__(command.name)
        self.command = command


class Console:
    """The two streams."""

    def __init__(self, stdin: TextIO, stdout: Output) -> None:
        self._in, self._out = stdin, stdout
        self._width = min(WIDEST, shutil.get_terminal_size().columns)

    def say(self, *texts: str) -> None:
        """Write lines at once; whatever could steer a terminal is taken out.

        Raises:
            End: Nobody is there to hear it.
        """
        lines = clean("\n".join(texts)).split("\n")
        try:
            self._out.write("".join(f"{self._wrapped(line)}\n" for line in lines))
            self._out.flush()
        except OSError as error:
            raise End from error

    def _wrapped(self, line: str) -> str:
        """Break a line between words, where a terminal would break it anywhere."""
        if len(line) <= self._width or len(line) > LONGEST:
            return line
        return textwrap.fill(
            line,
            self._width,
            expand_tabs=False,
            replace_whitespace=False,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def gap(self) -> None:
        """Write an empty line."""
        self.say("")

    def line(self) -> str:
        """Read a line as it is, clean.

        Raises:
            End: There is no more input.
        """
        try:
            line = self._in.readline()
        except (KeyboardInterrupt, OSError) as error:
            # Ctrl+C, a shutdown, a terminal that has gone.
            raise End from error
        if not line:
            raise End
        if len(line.encode()) >= TERMINAL_LINE and self._in.isatty():
            self.say(words.CUT)
        return clean(line.rstrip("\r\n"))

    def reply(
        self,
        known: Iterable[Keyword] = QUESTION,
        local: Iterable[Keyword] = (),
    ) -> str | Keyword:
        """Read a line that may be a command.

        Args:
            known: Commands that count here.
            local: Those of them that the caller handles.

        Returns:
            The line, or one of the local commands.

        Raises:
            End: „ende“, or no more input.
            Said: Another command.
        """
        line = self.line()
        # A long line is no command; folding ten megabytes would only take time.
        word = folded(line) if len(line) < 40 else ""
        command = next((c for c in known if word in c.value), None)
        if command is None:
            return line
        if command is Keyword.END:
            raise End
        if command in local:
            return command
        raise Said(command)

    def order(self, help: str = "") -> str | None:
        """Read a line where nothing counts but „zurück“, „ende“ and, if there is any, help.

        Returns:
            The line without what surrounds it; None for „zurück“.
        """
        known = {Keyword.BACK, Keyword.END, *([Keyword.HELP] if help else [])}
        while True:
            try:
                return str(self.reply(known)).strip()
            except Said as said:
                if said.command is Keyword.BACK:
                    return None
                self.say(help)
