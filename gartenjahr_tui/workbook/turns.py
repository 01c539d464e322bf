"""Deeds in turns: what touches the workbook is done by its owner, between that the disk is awaited.

A generator yields each piece of work that waits for the disk and is sent what came of it. Whoever
drives it decides where that work is done: in the same thread here, beside the screen in
:func:`gartenjahr_tui.widgets.background.in_turns`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any, TypeVar

Outcome = TypeVar("Outcome")

Turns = Generator[Callable[[], Any], Any, Outcome]


def at_once(turns: Turns[Outcome]) -> Outcome:
    """Do a deed and wait for the disk wherever it has to."""
    try:
        disk = next(turns)
        while True:
            disk = turns.send(disk())
    except StopIteration as end:
        outcome: Outcome = end.value
        return outcome
