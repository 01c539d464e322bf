"""Long work beside the screen: it tells how far it is, can be stopped, and holds up no end."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from contextvars import copy_context
from threading import Thread
from typing import Generic, TypeVar

from textual._context import active_app

from gartenjahr_tui.store.patience import Stopped
from gartenjahr_tui.workbook.turns import Ending, Turns

Yielded = TypeVar("Yielded")


async def in_turns(turns: Turns[Ending]) -> Ending:
    """Do a deed with the workbook here, where its owner is; threads wait for the disk."""
    try:
        disk = next(turns)
        while True:
            disk = turns.send(await asyncio.to_thread(disk))
    except StopIteration as end:
        outcome: Ending = end.value
        return outcome


class Job(Generic[Yielded]):
    """Work in a thread of its own, which nobody waits for: a drive may never answer.

    Once it was to stop, nothing is heard of it any more.
    """

    def __init__(
        self,
        work: Callable[[Callable[[float], None]], Yielded],
        done: Callable[[Yielded], None],
        failed: Callable[[Exception], None],
        progress: Callable[[float], None] = lambda share: None,
    ) -> None:
        """Begin; called where an event loop runs, which is where one hears of it.

        Args:
            work: What is done. It calls what it is given with the share that is done, 0 to 1, and
                that call ends it by raising when it was stopped.
            done: Takes what came of it.
            failed: Takes what went wrong.
            progress: Told how far it is.
        """
        self.stopped = False
        self._loop, self._context = asyncio.get_running_loop(), copy_context()
        self._work, self._done, self._failed, self._progress = work, done, failed, progress
        Thread(target=self._run, name="gartenjahr-job", daemon=True).start()

    def stop(self) -> None:
        """Let it end at its next step."""
        self.stopped = True

    def _step(self, share: float) -> None:
        if self.stopped:
            raise Stopped
        self._tell(lambda: self._progress(share))

    def _run(self) -> None:
        try:
            outcome = self._work(self._step)
        except Stopped:
            return
        except Exception as error:
            failure = error
            self._tell(lambda: self._failed(failure))
        else:
            self._tell(lambda: self._done(outcome))

    def _tell(self, callback: Callable[[], None]) -> None:
        def heard() -> None:
            if self.stopped:
                return
            try:
                callback()
            except Exception as error:
                # The event loop would only log it, and the screen would wait for ever.
                active_app.get().call_later(_raise, error)

        with contextlib.suppress(RuntimeError):  # the program has ended
            self._loop.call_soon_threadsafe(heard, context=self._context)


def _raise(error: Exception) -> None:
    """Let a fault be told as any other is."""
    raise error
