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
    from collections.abc import Iterable
    from typing import Protocol, TextIO

    class Output(Protocol):
        """Somewhere text can be written."""

        def write(self, text: str, /) -> object:
            """Write the text."""

        def flush(self) -> object:
            """Send on what has been written."""

    class Input(Protocol):
        """Something that is read line by line."""

        def readline(self) -> str:
            """The next line with its end; empty at the end."""

        def isatty(self) -> bool:
            """Whether somebody sits there."""


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
"""Each sign that is no letter → one that every console has, of the same width but for one."""

SIGNS[ord("…")] = "..."


class NotText(Exception):
    """A line of the input is no text in any encoding that is meant here; ``str()`` is German."""

    def __init__(self) -> None:
        from gartenjahr_tui.words.cli import CouldWords

        super().__init__(CouldWords.NOT_TEXT)


def prepare_streams() -> None:
    """Let standard input and output carry any text without ever failing on a character.

    Pipes and files carry UTF-8 on every system, unless ``PYTHONIOENCODING`` says otherwise; a
    console keeps its own encoding. What it lacks (cp850 has no „“) becomes a plain sign, or „?“.
    What comes in is read with :func:`standard_input`, which deals with what is no UTF-8.
    """
    codecs.register_error("gartenjahr", _plain_sign)
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, None), (sys.stderr, None)):
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


class Lines:
    """The lines of a stream whose foreign bytes are read as what they are meant to be."""

    def __init__(self, stream: TextIO) -> None:
        """Read from a stream that leaves foreign bytes as lone surrogates."""
        self._stream = stream

    def readline(self) -> str:
        """The next line with its end; empty at the end of the input.

        Raises:
            NotText: It cannot be told which signs are meant; the line is gone.
        """
        line = self._stream.readline()
        if line.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in line):
            return line
        encoding = getattr(self._stream, "encoding", "utf-8")
        raw = line.encode(encoding, "surrogateescape")
        try:
            return understood(raw, foreign_encodings())
        except NotText:
            if not self.isatty():
                raise
            # A terminal cuts a line that is too long, also within a sign; who typed it reads on.
            return raw.decode(encoding, "replace")

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return self._stream.isatty()


def standard_input() -> Lines:
    """Standard input; one at its end when there is none, as under a scheduler."""
    return Lines(sys.stdin or StringIO())


def understood(raw: bytes, encodings: Iterable[str]) -> str:
    """Read bytes in that of some encodings in which they look most like German.

    Raises:
        NotText: In none of them they look like text.
    """
    best, most = "", -1
    for encoding in encodings:
        try:
            text = raw.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        if (likely := sum(map(_likelihood, text))) > most:
            best, most = text, likely
    if not best:
        raise NotText
    return best


def _likelihood(sign: str) -> int:
    """How much a sign speaks for the encoding in which it was read."""
    if sign in "äöüÄÖÜß":
        return 2
    return 0 if sign.isascii() or sign.isalpha() or sign in "„“”‚‘’–—…€§°«»·×²³½" else -1


def foreign_encodings() -> list[str]:
    """What may be meant by bytes that are no UTF-8, the most likely first.

    Under Windows ``echo`` and ``type`` send what the console understands, or a file as it is.
    """
    if sys.platform != "win32":
        import locale

        return [locale.getencoding()]
    import ctypes

    kernel = ctypes.windll.kernel32
    pages = (kernel.GetConsoleCP() or kernel.GetOEMCP(), kernel.GetACP())
    return [f"cp{page}" for page in pages]


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
