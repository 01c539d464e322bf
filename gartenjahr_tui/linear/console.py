"""Lines in, lines out: no escape sequence, no cursor, nothing that trips up a screen reader.

A word that is known anywhere never becomes text without being asked about: it is a command here, it
leads to the menu, or the person says that it is meant as text. Help, „nochmal“ and a lone dot are
dealt with wherever a line is read.
"""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from gartenjahr_tui.terminal.console import NotText
from gartenjahr_tui.text import clean, folded
from gartenjahr_tui.words.cli import ReplyWords
from gartenjahr_tui.words.linear import LinearTalkWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Input, Output

WIDEST = 78
"""Columns of a line where the terminal has them."""

LONGEST = 20_000
"""Characters up to which breaking a line between words takes no time worth mentioning."""

TERMINAL_LINE = 4096
"""Bytes, line end included, that a terminal hands over at most; it drops what is beyond."""

LONGEST_WORD = 40
"""Characters of a line that can be a command; folding ten megabytes would only take time."""

DOT = "."
"""Alone on a line it ends a text of several lines."""


class Keyword(Enum):
    """A word that is no answer; the value holds its spellings, folded."""

    LATER = ("spaeter",)
    NOT_HERE = ("passt nicht", "passt bei uns nicht")
    OPEN = ("offen",)
    DONE = ("fertig",)
    CLEAR = ("leeren",)
    APPEND = ("anhaengen",)
    VERSIONS = ("fassungen", "fruehere fassungen")
    ON = ("weiter",)
    BACK = ("zurueck",)
    JUMP = ("frage",)
    AGAIN = ("nochmal", "noch einmal", "wiederholen")
    HELP = ("?",)
    EXPLAIN = ("hilfe",)
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
    CRITICISM = ("kritik",)
    SEARCH = ("suche",)
    UNDO = ("rueckgaengig",)
    LOG = ("protokoll",)
    DAMAGE = ("beschaedigte",)
    CHECKIN = ("check-in", "checkin")
    OVERWINTER = ("ueberwintern",)
    DUE = ("faellig", "jetzt dran")
    TAKE_IN = ("einlesen",)
    RINGS = ("ringe", "jahresringe")
    TABLE = ("am tisch", "tisch")
    WAY = ("weg",)
    MENU = ("menue",)
    END = ("ende", "beenden")


_COMMANDS = {word: command for command in Keyword for word in command.value}

LEADS_AWAY = frozenset(
    {
        *(Keyword.PERSON, Keyword.YEAR, Keyword.SETUP, Keyword.CHECKIN, Keyword.OVERWINTER),
        *(Keyword.DUE, Keyword.RINGS, Keyword.TAKE_IN, Keyword.DAMAGE, Keyword.WAY, Keyword.MENU),
        Keyword.TABLE,
    }
)
"""What is obeyed from everywhere, by going to the menu first."""

QUESTION = frozenset(Keyword) - LEADS_AWAY
"""What is a command while a question is asked."""

MENU = frozenset(Keyword) - {
    *(Keyword.LATER, Keyword.NOT_HERE, Keyword.OPEN, Keyword.DONE, Keyword.CLEAR, Keyword.APPEND),
    *(Keyword.EARLIER, Keyword.VOICES, Keyword.GROW, Keyword.VERSIONS, Keyword.JUMP, Keyword.ON),
    Keyword.MENU,
}
"""What is a command while something is chosen."""

LIST = MENU - LEADS_AWAY
"""What is a command in a list and on a card."""

_NUMBERED = re.compile(r"frage ([0-9]{1,4})")
_LIST_ORDER = re.compile(words.LIST_ORDER)

Does = Callable[[Keyword], bool]
"""Obeys a command that takes nobody anywhere; False for one it does not know."""


class End(Exception):
    """The person wants to stop, or there is no more input."""


class Said(Exception):
    """A command was given in place of an answer."""

    def __init__(self, command: Keyword) -> None:
        super().__init__(command.name)
        self.command = command


class Away(Exception):
    """A command was given that is obeyed in the menu."""

    def __init__(self, command: Keyword) -> None:
        super().__init__(command.name)
        self.command = command


class Jump(Exception):
    """Another question of the section is wanted; ``number`` is the one on paper."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@dataclass(frozen=True)
class _Place:
    """Where one is: what „?“ and „hilfe“ say, how „nochmal“ begins, what is obeyed on the spot."""

    help: str = ""
    explained: str = ""
    about: Sequence[str] = ()
    does: Does = lambda command: False


class Console:
    """The two streams.

    Attributes:
        has_menu: Whether there is a menu that commands can lead to.
        unread: Whether the input was ended because a line of it is no text.
    """

    unread = False

    def __init__(self, stdin: Input, stdout: Output, *, has_menu: bool = True) -> None:
        self._in, self._out = stdin, stdout
        self._width = min(WIDEST, shutil.get_terminal_size().columns)
        self.has_menu = has_menu
        self._places = [_Place()]
        self._said: list[str] = []
        self._asked: list[str] = []
        self._waiting = ""

    # Saying

    def say(self, *texts: str) -> None:
        """Write lines at once; whatever could steer a terminal is taken out.

        Raises:
            End: Nobody is there to hear it.
        """
        self._said += texts
        self.remark(*texts)

    def remark(self, *texts: str) -> None:
        """Say what „nochmal“ need not say again."""
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
        self.remark("")

    @contextmanager
    def place(
        self,
        help: str = "",
        about: Sequence[str] = (),
        does: Does | None = None,
        explained: str = "",
    ) -> Iterator[None]:
        """Let help, what it is about and what is obeyed on the spot hold for what is asked inside.

        What is not given is as it was around it.
        """
        around = self._places[-1]
        explained = explained or help or around.explained
        inside = _Place(help or around.help, explained, about or around.about, does or around.does)
        self._places.append(inside)
        try:
            yield
        finally:
            self._places.pop()

    def say_again(self) -> None:
        """Say what was asked last, with what it is about."""
        about = [text for text in self._places[-1].about if text not in self._asked]
        self.remark(*about, *self._asked)

    def help(self, text: str = "") -> None:
        """Say the help of this place, or another one, and what is asked in few words."""
        asked = next((text for text in reversed(self._asked) if text), "")
        about = self._places[-1].about[-1:]
        self.remark(text or self._places[-1].help or words.HELP, *dict.fromkeys([*about, asked]))

    # Reading

    def line(self) -> str:
        """Read a line as it is, clean.

        Raises:
            End: There is no more input.
        """
        if self._said:
            self._asked, self._said = self._said, []
        if waiting := self._waiting:
            self._waiting = ""
            return waiting
        try:
            line = self._in.readline()
        except NotText as error:
            self.remark(str(error))
            if self._in.isatty():
                return self.line()
            self.unread = True
            raise End from error
        except (KeyboardInterrupt, OSError) as error:
            # Ctrl+C, a shutdown, a terminal that has gone.
            raise End from error
        if not line:
            raise End
        if len(line.encode()) >= TERMINAL_LINE and self._in.isatty():
            self.remark(words.CUT)
        return clean(line.rstrip("\r\n"))

    def reply(
        self,
        known: Collection[Keyword] = QUESTION,
        local: Collection[Keyword] = (),
        *,
        options: Collection[str] = (),
        asks: bool = False,
        free: bool = False,
        leads: Collection[Keyword] = LEADS_AWAY,
    ) -> str | Keyword:
        """Read a line that may be a command.

        Args:
            known: Commands that count here.
            local: Those of them that the caller handles.
            options: Answers, folded, that come before every command.
            asks: Whether a word of another place is asked about, lest it become text.
            free: Whether a command that does not count here is a word like any other.
            leads: Commands that lead to the menu.

        Returns:
            The line, or one of the local commands.

        Raises:
            End: „ende“, or no more input.
            Said: Another command.
            Away: One that is obeyed in the menu.
            Jump: „Frage 3“.
        """
        line = self.line()
        while True:
            word = word_of(line)
            if word and word in options:
                return line
            numbered, command = _NUMBERED.fullmatch(word), _COMMANDS.get(word)
            if line.strip() == DOT:
                self.remark(words.DOT)
            elif numbered and Keyword.JUMP in known:
                raise Jump(int(numbered[1]))
            elif command and command in local:
                return command
            elif command and self._obeyed(command, known, leads, free=free):
                pass
            elif asks and not command and is_list_order(line):
                self.remark(words.AS_TEXT.format(word=line.strip()))
                again = self.line()
                if again.strip() == DOT:
                    # Whoever closes it has meant it.
                    self._waiting = again
                if word_of(again) in (*ReplyWords.YES, word, DOT):
                    return line
                line = again
                continue
            else:
                return line
            line = self.line()

    def _obeyed(
        self,
        command: Keyword,
        known: Collection[Keyword],
        leads: Collection[Keyword] = LEADS_AWAY,
        *,
        free: bool = False,
    ) -> bool:
        """Obey a command on the spot, or say that it does not count; False where it is a word.

        Raises:
            End: „ende“.
            Said: It is the caller's.
            Away: It is obeyed in the menu.
        """
        match command:
            case Keyword.END:
                raise End
            case Keyword.HELP:
                self.help()
            case Keyword.EXPLAIN:
                self.help(self._places[-1].explained)
            case Keyword.AGAIN:
                self.say_again()
            case _ if command in known:
                if not self._places[-1].does(command):
                    raise Said(command)
                self.remark(*self._places[-1].about[-1:])
            case _ if command in leads and self.has_menu:
                raise Away(command)
            case _ if free:
                return False
            case _:
                self.remark(words.NOT_NOW)
        return True

    def obey(self, line: str) -> None:
        """Obey a word that was said to be a command after all.

        Raises:
            End: „ende“; so do Said, Away and Jump what they stand for.
        """
        word = word_of(line)
        if numbered := _NUMBERED.fullmatch(word):
            raise Jump(int(numbered[1]))
        self._obeyed(_COMMANDS[word], QUESTION)

    def order(self, help: str = "", *, words_only: bool = False) -> str | None:
        """Read a line where nothing counts but „zurück“, „ende“, help and what leads to the menu.

        With ``words_only`` every command but these and „menü“ is a word like any other.

        Returns:
            The line without what surrounds it; None for „zurück“.
        """
        leads = {Keyword.MENU} if words_only else LEADS_AWAY
        back = {Keyword.BACK}
        with self.place(help):
            options = Keyword.ON.value
            reply = self.reply(back, back, options=options, free=words_only, leads=leads)
        return None if isinstance(reply, Keyword) else reply.strip()

    def agrees(self, *question: str, help: str = "") -> bool:
        """Ask whether something is to be done; only a yes is one."""
        self.say(*question)
        reply = self.order(help or words.AGREE_HELP)
        return word_of(reply or "") in ReplyWords.YES


def word_of(line: str) -> str:
    """A line as commands are written; empty for one that is too long to be one."""
    return folded(line) if len(line) < LONGEST_WORD else ""


def is_command(line: str) -> bool:
    """Whether a line is a word that is a command somewhere, and „frage 3“."""
    word = word_of(line)
    known = _COMMANDS.get(word)
    return bool(_NUMBERED.fullmatch(word) or (known and known is not Keyword.JUMP))


def is_list_order(line: str) -> bool:
    """Whether a line is what lists and menus teach: „neu“, „löschen 2“, „bericht“."""
    return bool(_LIST_ORDER.fullmatch(word_of(line)))
