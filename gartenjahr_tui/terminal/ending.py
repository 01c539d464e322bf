"""Ending without losing a key stroke, and saying where the program failed without saying what."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.message_pump import MessagePump

from gartenjahr_tui.terminal.keys import wait_for
from gartenjahr_tui.words.screens import CrashWords

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import App

INPUT_SECONDS = 0.1
"""What the thread that reads the keyboard needs at most to hand on what was typed."""

KEYS_SECONDS = 0.8
"""How long an end waits for keys that are on their way; it takes hundredths of a second."""

KEYS_PASSES = 8
"""From a column of an entry to its question, a key is handed on so often at most."""

FRAMES = 8
"""Places in the code that a fault names."""


async def take_keys(app: App[Any]) -> None:
    """Let what was typed reach the workbook: it passes the queues of the app and of widgets."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(KEYS_SECONDS):
            await wait_for([app])
            for _ in range(KEYS_PASSES):
                screens = list(app.screen_stack)
                await wait_for(
                    [w for screen in screens for w in screen.walk_children(with_self=True)]
                )


def fault_report() -> Text:
    """Where the fault at hand happened: kind, files, lines – no values, which may be a person's."""
    from rich.text import Text

    kind, *places = _places()
    return Text("\n".join([CrashWords.SENTENCE, *(f"  {line}" for line in (kind, *places))]))


def fault_note() -> str:
    """The same in one sentence, for a program that goes on."""
    kind, *places = _places()
    return CrashWords.NOTE.format(place=", ".join([kind, *places[-1:]]))


def _places() -> list[str]:
    """Kind of the fault at hand, and the places in the code that led to it; the last one is its."""
    import traceback

    _kind, error, trace = sys.exc_info()
    frames = traceback.extract_tb(trace)[-FRAMES:]
    places = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return [type(error).__name__, *places]


def keep_going() -> None:
    """Let whatever takes messages go on after one whose handler failed.

    Textual leaves the rest of the queue lying then, and the widget would be deaf. Whether the
    program ends is for the app to say, which is told of every fault.
    """
    MessagePump._process_messages_loop = _process_all  # type: ignore[method-assign]


_process_until_a_fault = MessagePump._process_messages_loop


async def _process_all(self: MessagePump) -> None:
    while not self._closed:
        await _process_until_a_fault(self)
