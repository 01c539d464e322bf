"""Standard streams that take German text everywhere, and plain signs for those who want them.

Imports nothing beyond what Python has loaded anyway, so that ``--help`` stays quick.
"""

from __future__ import annotations

import codecs
import os
import sys
from io import StringIO, TextIOWrapper

TYPE_CHECKING = False  # typing costs more than all the rest of this module
if TYPE_CHECKING:
    from typing import Protocol, TextIO

    class Output(Protocol):
        """Somewhere text can be written."""

        def write(self, text: str, /) -> object:
            """Write the text."""

        def flush(self) -> object:
            """Send on what has been written."""


_DRAWN = {
    "─═": "-",
    "│║": "|",
    "┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬": "+",
    "█▓▄▀■▪●•": "*",
    "░▒□○": "o",
    "→►": ">",
    "←◄": "<",
    "↑▲": "^",
    "↓▼": "v",
    "☼♣♥♦♠": "*",
    "„“”«»": '"',
    "‚‘’›‹": "'",
    "–—−": "-",
    "×": "x",
    "·": "-",
    "\xa0\u202f": " ",
}
SIGNS = {ord(sign): plain for signs, plain in _DRAWN.items() for sign in signs}
"""Each sign that is no letter → one that every console has, of the same width but for two."""

SIGNS[ord("…")] = "..."
SIGNS[ord("↵")] = ""


def prepare_streams() -> None:
    """Let standard input and output carry any text without ever failing on a character.

    Pipes and files carry UTF-8 on every system, unless ``PYTHONIOENCODING`` says otherwise; a
    console keeps its own encoding. What it lacks (cp850 has no „“) becomes a plain sign, or „?“.
    """
    codecs.register_error("gartenjahr", _plain_sign)
    for stream, errors in ((sys.stdin, "replace"), (sys.stdout, None), (sys.stderr, None)):
        if isinstance(stream, TextIOWrapper):
            own = stream.isatty() or "PYTHONIOENCODING" in os.environ
            encoding = stream.encoding if own else "utf-8"
            stream.reconfigure(encoding=encoding, errors=errors or "gartenjahr")


def _plain_sign(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    plain = (SIGNS.get(ord(sign), "?") for sign in missing)
    return "".join(plain), error.end


def standard_input() -> TextIO:
    """Standard input; one at its end when there is none, as under a scheduler."""
    return sys.stdin or StringIO()


def flush_output() -> bool:
    """Send on what was printed.

    Returns:
        False when it did not arrive; that nobody reads to the end is no fault.
    """
    try:
        if sys.stdout:
            sys.stdout.flush()
    except BrokenPipeError:
        _abandon_output()
    except OSError:
        _abandon_output()
        return False
    return True


def _abandon_output() -> None:
    """Point standard output at nothing, or else Python would complain about it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)


class PlainSigns:
    """An output that writes plain signs in place of drawn ones; letters stay as they are."""

    def __init__(self, output: Output) -> None:
        self._output = output

    def write(self, text: str) -> None:
        """Write the text with plain signs."""
        self._output.write(text.translate(SIGNS))

    def flush(self) -> None:
        """Send on what has been written."""
        self._output.flush()
