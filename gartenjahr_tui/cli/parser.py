"""The command line's grammar: argparse with German words.

argparse takes its texts from gettext catalogues that Python does not ship, and composes its help
from fragments that read as English even when translated. So the help is written as a whole (in
:class:`~gartenjahr_tui.words.cli.HelpWords`), and the few errors that can happen are recognised and
said anew; one that a later Python words differently still ends in a German sentence.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from types import SimpleNamespace as Options

from gartenjahr_tui import __version__
from gartenjahr_tui.cli.errors import WrongCall
from gartenjahr_tui.words.cli import HelpWords, WrongWords

TYPE_CHECKING = False  # typing would cost a tenth of the time --help takes
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, NoReturn

FORMATS = ("text", "md", "json")
"""What ``--format`` takes."""

_COMMANDS = {
    "pfade": HelpWords.PFADE,
    "leitfaden": HelpWords.LEITFADEN,
    "antworten": HelpWords.ANTWORTEN,
    "faellig": HelpWords.FAELLIG,
    "beispiel": HelpWords.BEISPIEL,
    "pruefen": HelpWords.PRUEFEN,
    "sicherung": HelpWords.SICHERUNG,
    "bericht": HelpWords.BERICHT,
    "tabellen": HelpWords.TABELLEN,
    "kumu": HelpWords.KUMU,
    "kalender": HelpWords.KALENDER,
    "kontakte": HelpWords.KONTAKTE,
    "einlesen": HelpWords.EINLESEN,
    "archiv": HelpWords.ARCHIV,
    "paket": HelpWords.PAKET,
}

_FAULTS = (
    (r"argument BEFEHL: invalid choice: '?(?P<given>.*?)'? \(.*", WrongWords.COMMAND),
    (r"unrecognized arguments: (?P<given>.*)", WrongWords.UNKNOWN),
    (r"argument (?P<option>\S+): expected one argument", WrongWords.NO_VALUE),
    (r"the following arguments are required: .*", WrongWords.NO_PLACE),
    (r"argument (?P<option>\S+): ignored explicit argument .*", WrongWords.NEEDS_NONE),
)
"""What argparse says → what the person reads."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks German and raises instead of ending the program."""

    options: set[str] = set()
    """Every option there is, before or after whatever command."""

    def __init__(self, **settings: Any) -> None:
        """Make a parser; the settings are those of argparse."""
        # Without a width, argparse imports shutil to ask for it, and our help is laid out already.
        formatter = partial(argparse.HelpFormatter, width=78)
        super().__init__(formatter_class=formatter, add_help=False, allow_abbrev=False, **settings)

    def add_argument(self, *names: Any, **settings: Any) -> argparse.Action:
        """Add an option or argument."""
        Parser.options.update(name for name in names if name.startswith("-"))
        return super().add_argument(*names, **settings)

    def format_help(self) -> str:
        """The whole help text, written by hand."""
        return self.description or ""

    def error(self, message: str) -> NoReturn:
        """Say in German what is wrong.

        Raises:
            WrongCall: Always.
        """
        raise WrongCall(f"{_german(message)}\n{HelpWords.HINT}")


def _german(message: str) -> str:
    known = ", ".join(_COMMANDS)
    for pattern, words in _FAULTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(**match.groupdict(), known=known)
    return WrongWords.OTHER


def folder(text: str) -> str:
    """Read the value of ``--daten``."""
    if not text.strip():
        raise WrongCall(f"{WrongWords.NO_VALUE.format(option='--daten')}\n{HelpWords.HINT}")
    return text


def year(text: str) -> int:
    """Read the value of ``--jahr``."""
    if not re.fullmatch(r"\d{1,4}", text):
        raise WrongCall(WrongWords.YEAR.format(given=text))
    return int(text)


def format_name(text: str) -> str:
    """Read the value of ``--format``."""
    if text.lower() not in FORMATS:
        raise WrongCall(WrongWords.FORMAT.format(given=text))
    return text.lower()


def parse(arguments: list[str]) -> Options:
    """Read the words of a call.

    Raises:
        WrongCall: They cannot be understood.
        SystemExit: Help or version was asked for and printed.
    """
    parser = make_parser([word for word in arguments if word in _COMMANDS])
    for word in arguments:
        # argparse would take the value of a mistyped option for a command and complain about that.
        name = word.partition("=")[0]
        if name.startswith("--") and name != "--" and name not in Parser.options:
            parser.error(f"unrecognized arguments: {name}")
    return parser.parse_args(arguments, Options())


def make_parser(names: Iterable[str] = _COMMANDS) -> Parser:
    """Return the grammar of the command line.

    Args:
        names: The commands that matter; making them all would cost most of the time a call takes.
    """
    parser = Parser(
        prog="gartenjahr",
        description=HelpWords.MAIN,
        parents=[_common(main=True)],
    )
    commands = parser.add_subparsers(
        prog=parser.prog, metavar="BEFEHL", dest="command", parser_class=Parser
    )
    for name in dict.fromkeys(names):
        made = commands.add_parser(name, description=_COMMANDS[name], parents=[_common(main=False)])
        if name in _ADD:
            _ADD[name](made)
    parser.add_argument("--paket")
    return parser


def _add_guide(made: Parser) -> None:
    made.add_argument("section", nargs="*")
    made.add_argument("--abdeckung", action="store_true")


def _add_answers(made: Parser) -> None:
    made.add_argument("--jahr", type=year)
    made.add_argument("--schritt")
    made.add_argument("--format", type=format_name, default="text")
    made.add_argument("--vertrauliche", action="store_true")


def _add_copies(made: Parser) -> None:
    made.add_argument("words", nargs="*")
    made.add_argument("--nach")
    made.add_argument("--pruefen", action="store_true")


def _add_archive(made: Parser) -> None:
    made.add_argument("words", nargs="*")
    made.add_argument("--ueberschreiben", action="store_true")


def _add_report(made: Parser) -> None:
    made.add_argument("report", nargs="?")
    made.add_argument("place", nargs="?")
    for name in ("ueber", "form", "fuellung", "sicht", "groesse", "nur", "mit", "ohne"):
        made.add_argument(f"--{name}")
    made.add_argument("--jahr", type=year)
    made.add_argument("--ueberschreiben", action="store_true")


def _add_exchange(made: Parser) -> None:
    made.add_argument("place")
    made.add_argument("--ueberschreiben", action="store_true")


def _add_tables(made: Parser) -> None:
    _add_exchange(made)
    made.add_argument("--art")
    made.add_argument("--jahr", type=year)
    made.add_argument("--vertrauliche", action="store_true")


def _add_map(made: Parser) -> None:
    _add_exchange(made)
    made.add_argument("--personen", action="store_true")


def _add_calendar(made: Parser) -> None:
    _add_exchange(made)
    made.add_argument("--land")


def _add_taking(made: Parser) -> None:
    made.add_argument("place", nargs="?", default="")
    made.add_argument("--als", default="kontakte")
    made.add_argument("--spalten", default="")
    made.add_argument("--doppelte", default="auslassen")
    made.add_argument("--ja", action="store_true")
    made.add_argument("--zuruecknehmen", action="store_true")


def _add_packet(made: Parser) -> None:
    made.add_argument("words", nargs="*")
    for name in ("--fragen", "--abschnitt", "--karte", "--fuer", "--als"):
        made.add_argument(name)
    made.add_argument("--jahr", type=year)
    for name in ("--ja", "--ueberschreiben"):
        made.add_argument(name, action="store_true")


_ADD: dict[str, Callable[[Parser], None]] = {
    "leitfaden": _add_guide,
    "antworten": _add_answers,
    "sicherung": _add_copies,
    "archiv": _add_archive,
    "bericht": _add_report,
    "tabellen": _add_tables,
    "kumu": _add_map,
    "kalender": _add_calendar,
    "kontakte": _add_exchange,
    "einlesen": _add_taking,
    "paket": _add_packet,
}
"""What a command takes besides the options all of them have."""


def _common(*, main: bool) -> Parser:
    """Options that may stand before and after the command.

    Args:
        main: Whether they stand before it. After it they have no default, or else what was given
            before would be forgotten.
    """
    common = Parser()
    no = False if main else argparse.SUPPRESS
    common.add_argument("--daten", type=folder, default=None if main else argparse.SUPPRESS)
    for name in ("--linear", "--trotzdem", "--ascii"):
        common.add_argument(name, action="store_true", default=no)
    common.add_argument("--version", action="version", version=f"Gartenjahr {__version__}")
    common.add_argument("-h", "--help", action="help")
    return common
