"""What the commands share: printing, and saying that something could not be done."""

from __future__ import annotations

import errno
import shutil
import sys
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.errors import CouldNot
from gartenjahr_tui.words.cli import CouldWords

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Output

WIDEST = 78
"""Columns of printed text where the terminal has them."""


def width() -> int:
    """Columns of printed text here."""
    return min(WIDEST, shutil.get_terminal_size().columns)


def emit(text: str, output: Output) -> None:
    """Write everything now.

    Raises:
        BrokenPipeError: Nobody reads it any more.
        CouldNot: The disk the output goes to is full or broken.
    """
    try:
        output.write(text)
        output.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        if sys.platform == "win32" and error.errno == errno.EINVAL:
            raise BrokenPipeError from error  # what Windows says of a closed pipe
        raise CouldNot(CouldWords.OUTPUT.format(reason=error.strerror)) from error
