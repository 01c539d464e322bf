"""Starts the program on a machine with a fault; the program itself knows nothing of it.

Usage: ``launcher.py FAULT[=VALUE] … -- ARGUMENTS``, where the arguments are the program's own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine


def slow_disk(seconds: str) -> None:
    """Every commit takes so long."""

    @event.listens_for(Engine, "commit")
    def wait(_connection: Any) -> None:
        time.sleep(float(seconds))


def refuse_while(switch: str) -> None:
    """The file may not be written as long as the switch, a file, exists."""

    @event.listens_for(Engine, "begin")
    def refuse(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA query_only={int(Path(switch).exists())}")


def clock_off(seconds: str) -> None:
    """The computer's clock is wrong."""
    from gartenjahr_tui import clock

    # Whoever imports the clock later gets the wrong one; nobody has it yet.
    assert "gartenjahr_tui.models" not in sys.modules
    right = clock.utc_now
    clock.utc_now = lambda: right() + timedelta(seconds=float(seconds))


def silent_drive(pipe: str) -> None:
    """The drive the pipe lies on never answers: whoever asks waits in the system itself."""
    drive, is_dir, iterdir = Path(pipe).parent, Path.is_dir, Path.iterdir

    def wait(path: Path) -> None:
        if path == drive:
            Path(pipe).open("rb").close()  # nobody will ever write into it

    def asked_is_dir(path: Path) -> bool:
        wait(path)
        return is_dir(path)

    def asked_iterdir(path: Path) -> Iterator[Path]:
        wait(path)
        return iterdir(path)

    setattr(Path, "is_dir", asked_is_dir)  # noqa: B010
    setattr(Path, "iterdir", asked_iterdir)  # noqa: B010


def size_taken(sign: str) -> None:
    """The window gets another size while the program is at telling itself the first new one."""
    import shutil

    first, read = shutil.get_terminal_size(), shutil.get_terminal_size

    def slow_read() -> Any:
        size = read()
        if size != first and not Path(sign).exists():
            Path(sign).touch()
            deadline = time.monotonic() + 2
            while read() == size and time.monotonic() < deadline:
                time.sleep(0.01)
        return size

    setattr(shutil, "get_terminal_size", slow_read)  # noqa: B010


def fails(where: str) -> None:
    """A method of the program, ``module:Class.method``, raises; with ``=1``: the first time."""
    place, _, times = where.partition("=")
    module, _, names = place.partition(":")
    owner_name, _, name = names.partition(".")
    owner = getattr(import_module(module), owner_name)
    really, left = getattr(owner, name), [int(times or -1)]

    def broken(self: Any, *arguments: Any, **options: Any) -> Any:
        if left[0]:
            left[0] -= 1
            raise ZeroDivisionError("streng vertraulich")
        return really(self, *arguments, **options)

    setattr(owner, name, broken)


def hangs(place: str) -> None:
    """A handler or an action of the program, ``module:Class.method``, never comes to its end."""
    import asyncio

    module, _, names = place.partition(":")
    owner_name, _, name = names.partition(".")

    async def waiting(self: Any, *arguments: Any) -> None:
        await asyncio.Event().wait()

    setattr(getattr(import_module(module), owner_name), name, waiting)


def fails_when_seen(sign: str) -> None:
    """The line of the keys cannot be painted any more once this file exists."""
    from gartenjahr_tui.widgets.chrome import KeyBar

    really = KeyBar.render

    def broken(self: KeyBar) -> Any:
        if Path(sign).exists():
            raise ZeroDivisionError("streng vertraulich")
        return really(self)

    setattr(KeyBar, "render", broken)  # noqa: B010


FAULTS: dict[str, Callable[[str], None]] = {
    "slow-disk": slow_disk,
    "refuse-while": refuse_while,
    "clock-off": clock_off,
    "silent-drive": silent_drive,
    "size-taken": size_taken,
    "fails": fails,
    "hangs": hangs,
    "fails-when-seen": fails_when_seen,
}


def main(arguments: list[str]) -> int:
    """Bring the faults about and start the program."""
    middle = arguments.index("--")
    for fault in arguments[:middle]:
        name, _, value = fault.partition("=")
        FAULTS[name](value)
    from gartenjahr_tui.cli.main import main as program

    return program(arguments[middle + 1 :])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
