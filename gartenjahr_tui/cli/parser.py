"""The command line's grammar and help: argparse with German words.

Both are made from the declarations in :mod:`gartenjahr_tui.words.commands`. argparse takes its
texts from gettext catalogues that Python does not ship, and composes its help from fragments that
read as English even when translated. So the help is laid out here, and the few errors that can
happen are recognised and said anew; one that a later Python words differently still ends in a
German sentence.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from types import SimpleNamespace as Options

from gartenjahr_tui import __version__
from gartenjahr_tui.cli.common import WIDEST, WrongCall
from gartenjahr_tui.words.cli import WrongWords
from gartenjahr_tui.words.commands import COMMANDS, COMMON, EVERYWHERE, HELP, PROGRAM, HelpWords

TYPE_CHECKING = False  # typing would cost a tenth of the time --help takes
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any, NoReturn

    from gartenjahr_tui.words.commands import Subcommand

FORMATS = ("text", "md", "json")
"""What ``--format`` takes."""

SEVERAL = " …"
"""Ends the value of an option that may be given more than once."""

INDENT = 19
"""Columns before an explanation."""

_FAULTS = (
    (r"argument BEFEHL: invalid choice: '?(?P<given>.*?)'? \(.*", WrongWords.COMMAND),
    (r"unrecognized arguments: (?P<given>.*)", WrongWords.UNKNOWN),
    (r"argument (?P<option>\S+): expected one argument", WrongWords.NO_VALUE),
    (r"the following arguments are required: .*", WrongWords.NO_PLACE),
    (r"argument (?P<option>\S+): ignored explicit argument .*", WrongWords.NEEDS_NONE),
)
"""What argparse says → what the person reads."""


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


READERS: dict[str, Callable[[str], Any]] = {
    "--daten": folder,
    "--jahr": year,
    "--format": format_name,
}
"""How values are read, in every command alike; any other stays as it was typed."""


class Parser(argparse.ArgumentParser):
    """A parser that speaks German and raises instead of ending the program."""

    def __init__(self, command: Subcommand = PROGRAM, **settings: Any) -> None:
        """Make the parser of a command, with further settings of argparse."""
        # Without a width, argparse imports shutil to ask for it, and our help is laid out already.
        formatter = partial(argparse.HelpFormatter, width=WIDEST)
        super().__init__(formatter_class=formatter, add_help=False, allow_abbrev=False, **settings)
        self._command = command
        for word in command.arguments.split():
            self.add_argument(word.rstrip("?*"), nargs=word[-1] if word[-1] in "?*" else None)
        for shown in {**EVERYWHERE, **dict.fromkeys(command.options)}:
            self._add_option(shown)
        self.set_defaults(**command.usual)

    def _add_option(self, shown: str) -> None:
        """Add an option as it is explained: „--jahr J“, „--ja“, „-h, --help“."""
        name, _, value = shown.partition(" ")
        # After the command, what may stand before it has no default, or else that were forgotten.
        forget = self._command is not PROGRAM and shown in EVERYWHERE
        default: Any = argparse.SUPPRESS if forget else None if value else False
        if shown in HELP:
            self.add_argument(*shown.split(", "), action="help")
        elif name == "--version":
            self.add_argument(name, action="version", version=f"Gartenjahr {__version__}")
        elif value.endswith(SEVERAL):
            self.add_argument(name, action="append", default=default)
        elif value:
            self.add_argument(name, type=READERS.get(name, str), default=default)
        else:
            self.add_argument(name, action="store_true", default=default)

    def format_help(self) -> str:
        """The whole help text."""
        return help_of(self._command)

    def error(self, message: str) -> NoReturn:
        """Say in German what is wrong.

        Raises:
            WrongCall: Always.
        """
        raise WrongCall(f"{_german(message)}\n{HelpWords.HINT}")


def _german(message: str) -> str:
    known = ", ".join(COMMANDS)
    for pattern, words in _FAULTS:
        if match := re.fullmatch(pattern, message, re.DOTALL):
            return words.format(**match.groupdict(), known=known)
    return WrongWords.OTHER


def option_names(names: Iterable[str] = COMMANDS) -> set[str]:
    """Every option of the program and of these commands."""
    shown = [*EVERYWHERE, *PROGRAM.options]
    shown += [option for name in names for option in COMMANDS[name].options]
    return {name for option in shown for name in re.findall(r"--?[a-z]+", option)}


def parse(arguments: list[str]) -> Options:
    """Read the words of a call.

    Raises:
        WrongCall: They cannot be understood.
        SystemExit: Help or version was asked for and printed.
    """
    named = [word for word in arguments if word in COMMANDS]
    parser, known = make_parser(named), option_names(named)
    for word in arguments:
        # argparse would take the value of a mistyped option for a command and complain about that.
        name = word.partition("=")[0]
        if name.startswith("--") and name != "--" and name not in known:
            parser.error(f"unrecognized arguments: {name}")
    return parser.parse_args(arguments, Options())


def make_parser(names: Iterable[str] = COMMANDS) -> Parser:
    """The grammar of the commands that matter; all would cost most of the time a call takes."""
    parser = Parser(prog="gartenjahr")
    commands = parser.add_subparsers(
        prog=parser.prog, metavar="BEFEHL", dest="command", parser_class=Parser
    )
    for name in dict.fromkeys(names):
        commands.add_parser(name, command=COMMANDS[name])
    return parser


# Help


def help_of(command: Subcommand) -> str:
    """The help of a command, or of the program."""
    calls, options, blocks = command.calls, COMMON, [_rows(command.rows), command.notes]
    if command is PROGRAM:
        list_of = {name: each.summary for name, each in COMMANDS.items()}
        blocks = [command.notes, f"{HelpWords.COMMANDS}\n{_rows(list_of)}", HelpWords.MORE]
        options = command.rows
    elif len(calls) == 1:
        taken = (f"[{option}]" for option in command.options)
        calls = (" ".join(filter(None, [*calls, *taken, HelpWords.TAKES_OPTIONS])),)
    if command.examples:
        heading = HelpWords.EXAMPLES[len(command.examples) > 1]
        blocks.append("\n  gartenjahr ".join([heading, *command.examples]))
    last = f"{HelpWords.OPTIONS}\n{_rows({**options, **HELP})}\n"
    return "\n\n".join(filter(None, [command.about, _calls(command.name, calls), *blocks, last]))


def _calls(name: str, calls: Iterable[str]) -> str:
    """The ways to call a command, one below the other."""
    lines, lead = [], HelpWords.CALL
    for call in calls:
        start = f"{lead:<9}gartenjahr {name}".rstrip()
        lines.append(_wrapped([start, *re.split(r" (?=\[)", call)], INDENT + 1))
        lead = ""
    return "\n".join(lines)


def _rows(rows: dict[str, str]) -> str:
    """Names with their explanations."""
    lines = ([f"  {name:<{INDENT - 3}}", *text.split(" ")] for name, text in rows.items())
    return "\n".join(_wrapped(line, INDENT) for line in lines)


def _wrapped(pieces: Iterable[str], indent: int) -> str:
    """Pieces that stay whole, as many on a line as fit; textwrap would tear „[--jahr J]“ apart."""
    first, *rest = pieces
    lines = [first]
    for piece in rest:
        if len(lines[-1]) + 1 + len(piece) <= WIDEST:
            lines[-1] += f" {piece}"
        else:
            lines.append(f"{' ' * indent}{piece}")
    return "\n".join(lines)
