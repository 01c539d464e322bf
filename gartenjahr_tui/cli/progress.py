"""Says now and then how far long work is; short work passes without a word."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from gartenjahr_tui.cli.output import emit
from gartenjahr_tui.words.exchange import FilesWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.terminal.console import Output

TELL_SECONDS = 2.0
"""How long nothing is said while something is made."""


def now_and_then(output: Output) -> Callable[[float], None]:
    """Make what takes the share that is done, 0 to 1.

    Args:
        output: Where it is said.
    """
    last = monotonic()

    def tell(share: float) -> None:
        nonlocal last
        if monotonic() - last >= TELL_SECONDS:
            last = monotonic()
            emit(f"{words.SHARE.format(percent=int(100 * share))}\n", output)

    return tell
