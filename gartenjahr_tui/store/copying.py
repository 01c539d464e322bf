"""Copies a garden into another file with SQLite's own means, while others may be writing to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from gartenjahr_tui.store import atomic, glance, seals
from gartenjahr_tui.store.errors import CopyUnfit, NewerFile, StoreError
from gartenjahr_tui.store.patience import within

STEP_PAGES = 256
"""Pages copied at a time, a megabyte: between two steps others write, and a stop is heeded."""

MOST_RESTARTS = 3
"""How often copying begins anew, where there is no WAL, before it keeps others from writing."""

PROOF_SECONDS = 600.0
"""How long proving a copy may take: even a slow stick has read the largest garden by then."""

OnShare = Callable[[float], None]
"""Told how far copying has come, 0 to 1; may raise to stop it."""


class State(NamedTuple):
    """What tells two states of a garden apart.

    Attributes:
        garden: Its id, hex.
        changes: Its change counter.
        changed: When it was changed last: after an older copy has been brought back the counter
            alone may come to the same number twice.
    """

    garden: str
    changes: int
    changed: str


def check(file: Path) -> tuple[str, int]:
    """Open a copy and prove that it can be brought back.

    Returns:
        Id of the garden, hex, and its change counter.

    Raises:
        CopyUnfit: It is damaged, or no copy of a garden.
        NewerFile: A newer program wrote it.
    """
    try:
        if glance.schema_of(file) is None:
            raise CopyUnfit(file)
        return glance.examine(file)
    except glance.Loose as loose:
        return loose.found
    except NewerFile:
        raise
    except StoreError as error:
        raise CopyUnfit(file) from error


def is_sound(file: Path, seconds: float = PROOF_SECONDS) -> bool:
    """Whether a copy can be opened and nothing is wrong with it, nor with any of its rows.

    A drive that does not answer would hold up even Ctrl+C, so it is looked at in a thread. What
    cannot be read in that time is no help.
    """
    try:
        return within(seconds, lambda: _is_right(file))
    except (StoreError, TimeoutError, sqlite3.Error):
        return False


def is_usable(file: Path, seconds: float = PROOF_SECONDS) -> bool:
    """Whether a copy can be brought back, though rows in it may be wrong."""
    try:
        within(seconds, lambda: check(file))
    except (StoreError, TimeoutError):
        return False
    return True


def _is_right(file: Path) -> bool:
    if glance.schema_of(file) is None:
        return False
    glance.examine(file)
    with closing(reading(file)) as connection:
        return not seals.wrong(connection)


def copy_to(file: Path, fresh: Path, step: OnShare) -> State:
    """Copy a garden into a file, and verify it there.

    Raises:
        OSError: It could not be written.
        sqlite3.Error: It could not be written or read.
        StoreError: It is not what was to be copied.
    """
    atomic.remove(fresh)
    fresh.touch(mode=0o600)
    with closing(reading(file)) as source:
        if source.execute("PRAGMA journal_mode").fetchone()[0] == "wal":
            # One state from the first page to the last while others go on writing. Without WAL
            # this would hold them up: there SQLite begins anew when the file was changed.
            source.execute("BEGIN")
        before = _state(source)
        with closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
            # Nobody needs to undo anything in a file that has no name yet.
            copy.execute("PRAGMA journal_mode=OFF")
            copy.execute("PRAGMA synchronous=OFF")

            tell = _Watch(source, step)
            source.backup(copy, pages=STEP_PAGES, progress=tell, sleep=0.05)
    with closing(sqlite3.connect(fresh, isolation_level=None)) as copy:
        # A copy shall be one file, wherever it is carried.
        copy.execute("PRAGMA journal_mode=DELETE")
    atomic.sync(fresh)
    garden, changes = check(fresh)
    if garden != before.garden or changes < before.changes:
        raise CopyUnfit(fresh)
    return before


class _Watch:
    """Hears from SQLite after each step, and sees to it that copying comes to an end."""

    def __init__(self, source: sqlite3.Connection, step: OnShare) -> None:
        self._source, self._step = source, step
        self._least, self._restarts = -1, 0

    def __call__(self, _status: int, rest: int, total: int) -> None:
        """Called by SQLite with the pages that are left and those there are."""
        if 0 <= self._least <= rest:
            self._restarts += 1
            if self._restarts == MOST_RESTARTS:
                # Whoever saves now waits until the copy is done; typing never waits for saving.
                self._source.execute("BEGIN")
                _state(self._source)
        self._least = rest
        self._step(1 - rest / total if total else 0.0)


def state_of(file: Path) -> State | None:
    """The state of a garden or copy; None when it cannot be read."""
    try:
        with closing(reading(file)) as connection:
            return _state(connection)
    except (OSError, sqlite3.Error, TypeError):
        return None


def reading(file: Path) -> sqlite3.Connection:
    """A connection to read with.

    The file is never opened past SQLite here: closing it would, as the system counts locks, take
    those of the open garden away.
    """
    where = glance.to_read(file, "mode=rw")
    return sqlite3.connect(where, uri=True, isolation_level=None)


def _state(connection: sqlite3.Connection) -> State:
    found = connection.execute("SELECT id, changes, changed_at FROM garden").fetchone()
    return State(str(found[0]), int(found[1]), str(found[2]))
