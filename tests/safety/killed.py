"""Does something to copies of a garden and is killed in the middle of it, later in each copy.

Usage: ``killed.py WHAT FOLDER``, with what is to be done (see ``ACTS``) and the garden in
``FOLDER/garten``. The copy that was killed at the n-th point is ``FOLDER/n``, and ``FOLDER/0`` the
one in which it was done as a whole. All work is done in forks of one process, so that a kill takes
no new start.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from gartenjahr_tui.cli.main import main
from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.store import backups
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import open_workbook

Come = Callable[[], None]
"""Called at each point where the program may be killed."""

KEPT_POINTS = 8
"""Of more points than these, so many are taken, and the last ones all the same."""


def overwinter(folder: Path, come: Come) -> None:
    """Bring an overwintering to its end; a point is an order to the file, or that it is to stay."""
    today, now = date(2026, 11, 22), datetime(2026, 11, 22, 12, tzinfo=UTC)
    book = open_workbook(
        read_guide(), Paths(folder, "im Test"), today=lambda: today, now=lambda: now
    )

    def at_order(*_: Any) -> None:
        come()

    event.listen(Engine, "before_cursor_execute", at_order)
    event.listen(Engine, "commit", at_order)
    overwintering(book).finish()
    assert book.flush()
    come()


def export(folder: Path, come: Come) -> None:
    """Write tables over older ones; a point is whatever the system is asked about that folder."""
    target = str(folder / "tabellen")

    def at_call(name: str, given: tuple[Any, ...]) -> None:
        if any(isinstance(part, str | Path) and str(part).startswith(target) for part in given):
            come()

    # Whatever was asked of the folder is a point.
    sys.addaudithook(at_call)
    assert main(["tabellen", target, "--ueberschreiben", "--daten", str(folder)]) == 0


def restore(folder: Path, come: Come) -> None:
    """Bring the only copy back; a point is whenever a file takes a place or goes."""
    paths = Paths(folder, "im Test")
    open_workbook(read_guide(), paths).close()
    _bring_back(paths, come)


def repair(folder: Path, come: Come) -> None:
    """The same, where the garden can no longer be read."""
    paths = Paths(folder, "im Test")
    open_workbook(read_guide(), paths).close()
    paths.file.write_bytes(b"kein Garten " * 1000)
    _bring_back(paths, come)


def _bring_back(paths: Paths, come: Come) -> None:
    def at_call(name: str, given: tuple[Any, ...]) -> None:
        if name in ("os.rename", "os.remove"):
            come()

    sys.addaudithook(at_call)
    (copy,) = backups.all_copies(paths)
    backups.bring_back(paths, copy.file, utc_now())


ACTS = {"overwinter": overwinter, "export": export, "restore": restore, "repair": repair}


def try_all(act: Callable[[Path, Come], None], folder: Path) -> None:
    """Let it be done once as a whole, in the copy of the point 0, and killed at each point."""
    total = _forked(act, folder, 0)
    points = range(1, total + 1)
    step = max(1, total // KEPT_POINTS)
    for point in sorted({*points[::step], *points[-3:]}):
        _forked(act, folder, point)


def _forked(act: Callable[[Path, Come], None], folder: Path, last: int) -> int:
    copy = folder / str(last)
    shutil.copytree(folder / "garten", copy)
    reading, writing = os.pipe()
    if process := os.fork():
        os.close(writing)
        with os.fdopen(reading, "rb") as points:
            total = len(points.read())
        _, status = os.waitpid(process, 0)
        assert os.WIFSIGNALED(status) if last else status == 0, status
        return total
    passed = 0

    def come() -> None:
        nonlocal passed
        passed += 1
        if passed == last:
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(writing, b".")

    code = 1
    try:
        act(copy, come)
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    try_all(ACTS[sys.argv[1]], Path(sys.argv[2]))
