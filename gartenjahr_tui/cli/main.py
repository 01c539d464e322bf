"""The command line: reads the call, does what it asks, says in German what went wrong.

Exit codes: 0 done, 1 could not, 2 wrong call. Everything beyond the grammar is imported when a
command is run, so that ``--help`` costs little more than Python itself.
"""

from __future__ import annotations

import errno
import sys
from types import SimpleNamespace as Options

from gartenjahr_tui.cli.common import CouldNot, WrongCall
from gartenjahr_tui.terminal.console import NotText, PlainSigns, flush_output, prepare_streams
from gartenjahr_tui.words.cli import CouldWords
from gartenjahr_tui.words.commands import COMMANDS, PROGRAM

TYPE_CHECKING = False  # see gartenjahr_tui.terminal.console
if TYPE_CHECKING:
    from collections.abc import Callable

    from gartenjahr_tui.terminal.console import Output

DONE, COULD_NOT, WRONG = 0, 1, 2
"""Exit codes."""

USUAL = {
    **{"command": None, "daten": None, "paket": None},
    **{"linear": False, "trotzdem": False, "ascii": False},
}
"""What a call without words means."""


def main(arguments: list[str]) -> int:
    """Do what the words after the program's name ask; return the exit code."""
    prepare_streams()
    try:
        code = _answer(arguments)
    except BrokenPipeError:
        # Who reads along, „| head“ or a pager, has seen enough.
        code = DONE
    except KeyboardInterrupt:
        _complain(CouldWords.STOPPED)
        code = COULD_NOT
    return code if flush_output() else COULD_NOT


def _answer(arguments: list[str]) -> int:
    try:
        return _perform(_options(arguments))
    except SystemExit:
        # argparse ends the program after --help and --version; errors do not come here.
        return DONE
    except WrongCall as error:
        _complain(str(error))
        return WRONG
    except (CouldNot, NotText) as error:
        _complain(str(error))
        return COULD_NOT
    except OSError as error:
        # Whatever is asked of a name that no disk can take.
        if error.errno != errno.ENAMETOOLONG:
            raise
        _complain(CouldWords.TOO_LONG)
        return COULD_NOT


def _options(arguments: list[str]) -> Options:
    """Read the words of the call; the usual one, without any, costs no parser."""
    if not arguments:
        return Options(**USUAL)
    from gartenjahr_tui.cli.parser import parse

    return parse(arguments)


def _perform(options: Options) -> int:
    from gartenjahr_tui.store.errors import StoreError

    output = PlainSigns(sys.stdout) if options.ascii else sys.stdout
    try:
        return command(options.command)(options, output)
    except StoreError as error:
        from gartenjahr_tui.cli.rescue import told

        raise CouldNot(told(error)) from error


def command(name: str | None) -> Callable[[Options, Output], int]:
    """The function of a command, or of the call without one; nothing of the others is loaded."""
    from importlib import import_module

    module, _, function = (COMMANDS[name] if name else PROGRAM).run.partition(":")
    run: Callable[[Options, Output], int]
    run = getattr(import_module(f"gartenjahr_tui.cli.{module}"), function)
    return run


def _complain(sentence: str) -> None:
    from gartenjahr_tui.text import clean

    print(clean(sentence), file=sys.stderr)
