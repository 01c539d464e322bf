"""Deeds in turns: what touches the workbook is done by its owner, between that the disk is awaited.

A generator yields each piece of work that waits for the disk and is sent what came of it. Whoever
drives it decides where that work is done: in the same thread here, beside the screen in
:func:`gartenjahr_tui.widgets.background.in_turns`.
"""

from collections.abc import Callable, Generator
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
Ending = TypeVar("Ending")

Turns = Generator[Callable[[], Any], Any, Ending]


def at_once(deed: Callable[P, Turns[Ending]]) -> Callable[P, Ending]:
    """The same deed for whoever waits for the disk wherever it has to."""

    @wraps(deed)
    def done(*given: P.args, **named: P.kwargs) -> Ending:
        turns = deed(*given, **named)
        try:
            disk = next(turns)
            while True:
                disk = turns.send(disk())
        except StopIteration as end:
            outcome: Ending = end.value
            return outcome

    return done
