"""A small marker outside the file, so that a vanished or older garden is never silently accepted.

SQLite finds an empty, missing, swapped or older file „ok“. The marker remembers for each path
which garden lay there and how far its change counter had come. It is a help, not a duty: where it
cannot be written, everything else works.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from gartenjahr_tui.store import atomic, paths
from gartenjahr_tui.store.errors import GardenGone, GardenOlder

LOCK_SECONDS = 0.5
"""How long another program that is just noting something is waited for."""


@dataclass(frozen=True)
class Mark:
    """Id (hex) and change counter of the garden last seen at a path, and the day (TT.MM.JJJJ)."""

    garden: str
    changes: int
    seen: str


def _file() -> Path:
    return paths.state_folder() / "gaerten.json"


def _marks() -> dict[str, Any]:
    """All there is; under Windows earlier versions kept it where the garden usually lies."""
    for file in (_file(), paths.usual_folder() / "gaerten.json"):
        marks = atomic.read_json(file)
        if isinstance(marks, dict):
            return marks
    return {}


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let nobody else change the marks meanwhile: two gardens may be open at once."""
    from filelock import FileLock, Timeout

    _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    lock = FileLock(_file().with_suffix(".lock"), mode=0o600)
    # A home on a network may know no locks; then the marks are written all the same.
    with contextlib.suppress(Timeout, NotImplementedError):
        lock.acquire(timeout=LOCK_SECONDS)
    try:
        yield
    finally:
        lock.release()


def read(file: Path) -> Mark | None:
    """Return what was last seen at this path, or None."""
    mark: Any = _marks().get(str(file))
    try:
        return Mark(str(mark["garden"]), int(mark["changes"]), str(mark["seen"]))
    except (TypeError, KeyError, ValueError):
        return None


def write(file: Path, garden: str, changes: int) -> None:
    """Remember the present state; failing is no fault."""
    today = datetime.now().astimezone().strftime("%d.%m.%Y")
    mark = {"garden": garden, "changes": changes, "seen": today}
    with contextlib.suppress(OSError), _alone():
        atomic.write_json(_file(), {**_marks(), str(file): mark})


def forget(file: Path) -> None:
    """Remember nothing of a path any more; failing is no fault."""
    if read(file) is not None:
        with contextlib.suppress(OSError), _alone():
            atomic.write_json(_file(), {at: m for at, m in _marks().items() if at != str(file)})


def check(file: Path, garden: str | None, changes: int) -> None:
    """Compare the garden found in a place, None where there is no file, with its marker.

    Raises:
        GardenGone: There was a garden and now there is none.
        GardenOlder: It is older than it was, or another garden.
    """
    mark = read(file)
    if mark is None:
        return
    if garden is None:
        raise GardenGone(file, mark.seen)
    if garden != mark.garden or changes < mark.changes:
        raise GardenOlder(file, mark.seen)
