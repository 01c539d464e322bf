"""The promise that sells this program: what is typed reaches the disk by itself.

A :class:`Saver` collects changes in memory and writes them from a thread of its own: so that each
is on the disk within a second, whatever the rhythm, or at once when asked. The thread that takes
key strokes never waits for the disk. A save that fails stays collected and is tried again.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic
from typing import Generic, TypeVar

from gartenjahr_tui.store.errors import DiskTrouble, WriteFailed, WriteRejected, write_error

AT_RISK = 0.75
"""Seconds from a change until it is on the disk, as long as the disk takes no longer than that."""

JOIN_SECONDS = 0.2
"""How long closing waits for the thread; it is only still at work where a disk hangs."""

RETRY = 2.0
"""Seconds until a failed save is tried again."""


@dataclass(frozen=True)
class SaveStatus:
    """What the person is told about saving.

    Attributes:
        unsaved: Whether something is not on the disk yet.
        saved_at: Local time of the last successful save in this run.
        problem: Why the last try failed, a German sentence; None when it did not.
    """

    unsaved: bool = False
    saved_at: datetime | None = None
    problem: str | None = None


K = TypeVar("K")
V = TypeVar("V")


class Saver(Generic[K, V]):
    """Writes the newest value of each key behind the back of the one who types."""

    def __init__(
        self,
        write: Callable[[Mapping[K, V]], None],
        *,
        on_status: Callable[[SaveStatus], None] = lambda status: None,
        at_risk: float = AT_RISK,
        retry: float = RETRY,
    ) -> None:
        """Start the thread.

        ``write`` writes a batch in one transaction, in the saver's thread only; ``on_status`` hears
        about every change of the status, from any thread.
        """
        self._write = write
        self.on_status = on_status
        self._at_risk, self._retry = at_risk, retry
        self._changed = threading.Condition()
        self._waiting: dict[K, V] = {}
        self._writing: dict[K, V] = {}
        self._deeds = 0
        self._bound: set[K] = set()
        self._first = self._not_before = self._took = 0.0
        self._hurry = False
        self._closed = False
        self._tries = 0
        self.status = SaveStatus()
        self._thread = threading.Thread(target=self._run, name="gartenjahr-saver", daemon=True)
        self._thread.start()

    def put(self, key: K, value: V) -> None:
        """Take a change; returns at once."""
        with self._changed:
            if not self._waiting:
                self._first = monotonic()
            # The batch keeps the order of the newest changes.
            self._waiting.pop(key, None)
            self._waiting[key] = value
            if self._deeds:
                self._bound.add(key)
            news = not self.status.unsaved
            self.status = replace(self.status, unsaved=True)
            self._changed.notify_all()
        if news:
            self._tell()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make one of the changes that are taken inside: all of them reach the disk, or none.

        Nothing is written meanwhile, so nobody may wait for the disk inside.
        """
        with self._changed:
            self._deeds += 1
        try:
            yield
        finally:
            with self._changed:
                self._deeds -= 1
                self._changed.notify_all()

    def flush(self, timeout: float = 10.0) -> bool:
        """Write everything now, wait so many seconds for it, and say whether it is on the disk."""
        deadline = monotonic() + timeout
        with self._changed:
            # A try that is under way does not count: it may hold an older value.
            tries = self._tries + bool(self._writing)
            while (self._waiting or self._writing) and self._thread.is_alive():
                if self._tries > tries and self.status.problem and not self._writing:
                    break
                if not self._hurry and not self._writing:
                    self._hurry = True
                    self._not_before = 0.0
                    self._changed.notify_all()
                if not self._changed.wait(deadline - monotonic()):
                    break
            self._hurry = False
            return not (self._waiting or self._writing)

    def hasten(self) -> None:
        """Write soon, without waiting for it: the person has left a field or a screen."""
        with self._changed:
            self._first = float("-inf")
            self._changed.notify_all()

    def unsaved(self) -> dict[K, V]:
        """What is not on the disk yet."""
        with self._changed:
            return {**self._writing, **self._waiting}

    def close(self, timeout: float = 10.0) -> dict[K, V]:
        """Flush, end the thread and return what could not be saved; may be called again."""
        self.flush(timeout)
        with self._changed:
            self._closed = True
            self._changed.notify_all()
        self._thread.join(timeout=JOIN_SECONDS)
        return self.unsaved()

    def _due(self) -> float:
        """Instant of the next try; infinite when there is nothing to write."""
        if self._deeds or not self._waiting:
            return float("inf")
        if self._hurry:
            return 0.0
        # A disk that takes its time is given it: what is written next begins the sooner.
        return max(self._first + max(0.0, self._at_risk - self._took), self._not_before)

    def _run(self) -> None:
        while True:
            with self._changed:
                while (due := self._due()) > (now := monotonic()):
                    if self._closed:
                        return
                    self._changed.wait(None if due == float("inf") else due - now)
                self._writing, self._waiting = self._waiting, {}
            failed, problem = self._try_write(self._writing)
            self._took = monotonic() - now
            with self._changed:
                if problem:
                    self._waiting = {**failed, **self._waiting}
                    self._not_before = monotonic() + self._retry
                    self._hurry = False
                self._writing = {}
                self._bound &= self._waiting.keys()
                self._tries += 1
                unsaved = bool(self._waiting)
                saved_at = self.status.saved_at if problem else datetime.now().astimezone()
                self.status = SaveStatus(unsaved, saved_at, problem)
                self._changed.notify_all()
            self._tell()

    def _try_write(self, batch: dict[K, V]) -> tuple[dict[K, V], str | None]:
        """Write a batch; return what was not written and why.

        When it is not the disk that refuses but something in the batch, every change is written by
        itself, only those of deeds together: one that cannot be saved never holds up the others.
        """
        problem = self._write_once(batch)
        if problem is None:
            return {}, None
        bound = {key: value for key, value in batch.items() if key in self._bound}
        single = [{key: value} for key, value in batch.items() if key not in bound]
        parts = [bound, *single] if bound else single
        if not isinstance(problem, WriteRejected) or len(parts) == 1:
            return batch, str(problem) or str(DiskTrouble())
        failed: dict[K, V] = {}
        for part in parts:
            if self._write_once(part):
                failed |= part
        return failed, str(problem) if failed else None

    def _write_once(self, batch: Mapping[K, V]) -> WriteFailed | None:
        try:
            self._write(batch)
        except WriteFailed as error:
            return error
        except OSError as error:
            return write_error(error)
        except Exception:  # a faulty save must never end the thread that saves
            return WriteRejected()
        return None

    def _tell(self) -> None:
        """Tell about the status; a listener that fails must never end the thread that saves."""
        with contextlib.suppress(Exception):
            self.on_status(self.status)
