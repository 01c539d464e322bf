"""A small marker outside the file, so that a vanished or older garden is never silently accepted.

SQLite finds an empty, missing, swapped or older file „ok“. The marker remembers for each path
which garden lay there and how far its change counter had come. It is a help, not a duty: where it
cannot be written, everything else works.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from gartenjahr_tui.store import atomic, paths
from gartenjahr_tui.store.errors import GardenGone, GardenOlder


@dataclass(frozen=True)
class Mark:
    """Id (hex) and change counter of the garden last seen at a path, and the day (TT.MM.JJJJ)."""

    garden: str
    changes: int
    seen: str


def _file() -> Path:
    return paths.state_folder() / "gaerten.json"


def read(file: Path) -> Mark | None:
    """Return what was last seen at this path, or None."""
    marks = atomic.read_json(_file())
    mark: Any = marks.get(str(file)) if isinstance(marks, dict) else None
    try:
        return Mark(str(mark["garden"]), int(mark["changes"]), str(mark["seen"]))
    except (TypeError, KeyError, ValueError):
        return None


def write(file: Path, garden: str, changes: int) -> None:
    """Remember the present state; failing is no fault."""
    marks = atomic.read_json(_file())
    marks = marks if isinstance(marks, dict) else {}
    today = datetime.now().astimezone().strftime("%d.%m.%Y")
    marks[str(file)] = {"garden": garden, "changes": changes, "seen": today}
    with contextlib.suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic.write_json(_file(), marks)


def forget(file: Path) -> None:
    """Remember nothing of a path any more; failing is no fault."""
    marks = atomic.read_json(_file())
    if isinstance(marks, dict) and marks.pop(str(file), None):
        with contextlib.suppress(OSError):
            atomic.write_json(_file(), marks)


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
