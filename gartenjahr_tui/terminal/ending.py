"""Ending without losing a key stroke, and saying where the program failed without saying what."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.terminal.keys import wait_for
from gartenjahr_tui.words.screens import CrashWords

if TYPE_CHECKING:
    from rich.text import Text
    from textual.app import App

INPUT_SECONDS = 0.1
"""What the thread that reads the keyboard needs at most to hand on what was typed."""

KEYS_SECONDS = 1.0
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
    import traceback

    from rich.text import Text

    _kind, error, trace = sys.exc_info()
    frames = traceback.extract_tb(trace)[-FRAMES:]
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return Text("\n".join([CrashWords.SENTENCE, f"  {type(error).__name__}", *lines]))
