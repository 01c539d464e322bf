"""Questions a drive may never answer, asked in a thread that nobody has to wait for."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Reply = TypeVar("Reply")

PATIENCE = 3.0
"""Seconds a stick or a network drive has to say what lies on it."""


class Stopped(Exception):
    """Long work was to end."""


def within(seconds: float, ask: Callable[[], Reply]) -> Reply:
    """Do something that a network drive may keep from coming back for minutes, or for ever.

    When time is up, the thread of ``ask`` is left behind and does not hold up the end of the
    program.

    Raises:
        TimeoutError: Time is up; it is an ``OSError`` like other trouble with a drive.
    """
    answers: SimpleQueue[tuple[Reply, None] | tuple[None, BaseException]] = SimpleQueue()

    def run() -> None:
        try:
            answers.put((ask(), None))
        except BaseException as error:
            answers.put((None, error))

    Thread(target=run, name="gartenjahr-patience", daemon=True).start()
    try:
        answer, error = answers.get(timeout=max(0.0, seconds))
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return answer  # type: ignore[return-value]
