"""A small marker outside the file, so that a vanished or older garden is never silently accepted.

SQLite finds an empty, missing, swapped or older file „ok“. The marker remembers for each path
which garden lay there and how far its change counter had come. It is a help, not a duty: where it
cannot be written, everything else works.
"""

from __future__ import annotations

import contextlib
import zlib
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


def _file(garden: Path) -> Path:
    """Each place has a file of its own, so that two gardens never write the same one."""
    number = zlib.crc32(str(garden).encode(errors="surrogatepass"))
    return paths.state_folder() / "gaerten" / f"{number:08x}.json"


def _mark(garden: Path) -> Any:
    """What is noted of a place; earlier versions kept all in one file, or in the usual folder."""
    mark = atomic.read_json(_file(garden))
    if isinstance(mark, dict) and mark.get("path") == str(garden):
        return mark
    for folder in (paths.state_folder(), paths.usual_folder()):
        marks = atomic.read_json(folder / "gaerten.json")
        if isinstance(marks, dict):
            return marks.get(str(garden))
    return None


def read(file: Path) -> Mark | None:
    """Return what was last seen at this path, or None."""
    mark = _mark(file)
    try:
        return Mark(str(mark["garden"]), int(mark["changes"]), str(mark["seen"]))
    except (TypeError, KeyError, ValueError):
        return None


def write(file: Path, garden: str, changes: int) -> None:
    """Remember the present state; failing is no fault."""
    today = datetime.now().astimezone().strftime("%d.%m.%Y")
    _note(file, {"garden": garden, "changes": changes, "seen": today})


def forget(file: Path) -> None:
    """Remember nothing of a path any more; failing is no fault."""
    if read(file) is not None:
        _note(file, {})


def _note(file: Path, mark: dict[str, Any]) -> None:
    place = _file(file)
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        atomic.write_json(place, {"path": str(file), **mark})


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
