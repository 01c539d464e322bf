"""What several tests of the store need."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import IO, Any

from gartenjahr_tui.models import GardenYearRow, VoiceRow
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction


def fill(change: Transaction) -> None:
    """The least a garden needs."""
    change.stamp(GardenYearRow(number=2026, starts_on=date(2026, 1, 1)))
    change.stamp(VoiceRow(name="ich"))


def open_store(paths: Paths, **options: Any) -> Store:
    return Store.open(paths, fill, **options)


def plant(paths: Paths) -> bytes:
    """Make a garden, close it, and return its bytes."""
    open_store(paths).close()
    return paths.file.read_bytes()


def state_of_folder(folder: Path) -> dict[str, str]:
    """Every file below a folder with a hash of its content."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pragma(file: Path, name: str, value: object = None) -> Any:
    """Read or set a pragma in a file that nobody has open."""
    with closing(sqlite3.connect(file)) as connection:
        order = f"PRAGMA {name}" if value is None else f"PRAGMA {name}={value}"
        row = connection.execute(order).fetchone()
        connection.commit()
    return row[0] if row else None


class Program:
    """Another program, spoken to through its pipes: it waits for a line before each ``yield``."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def hears(self) -> str:
        """The next line it says."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def goes_on(self) -> None:
        """Let it go on."""
        stdin: IO[str] | None = self.process.stdin
        assert stdin is not None
        stdin.write("\n")
        stdin.flush()

    def kill(self) -> None:
        """Kill it as the system would; nothing of it runs any more."""
        self.process.kill()
        self.process.wait(20)


@contextmanager
def program(code: str, *arguments: object) -> Iterator[Program]:
    """Run code in a process of its own; killed at the end of the block."""
    root = Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=root,
    )
    try:
        yield Program(process)
    finally:
        process.kill()
        process.communicate()
