"""Write files whole or not at all, and clear what a killed program has left half written.

A file is written beside its place first. Its name there says whose it is, so that whoever writes
into the same folder later can tell what nobody will finish any more.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sys
import time
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

Result = TypeVar("Result")

ABANDONED = 24 * 60 * 60.0
"""Seconds after which an unfinished file is one that a killed program left."""

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""Seconds between the tries to name or remove a file that another program holds."""

_HELD: Final = frozenset((5, 32, 33))
"""What Windows says then: no access, a sharing violation, a part is locked."""

_SYNCHRONIZE: Final = 0x00100000
_NO_SUCH_PROCESS: Final = 87

_UNFINISHED = re.compile(r".+\.gj-([0-9a-f]{8})-(\d{1,9})\.neu(?:-journal|-wal|-shm)?")


def write_bytes(path: Path, data: bytes) -> None:
    """Replace a file's content in one step, readable by the owner only.

    Raises:
        OSError: It could not be written; the former file is unharmed.
    """
    clear_abandoned(path.parent)
    written = beside(path)
    try:
        put(written, data)
        replace(written, path)
    except OSError:
        with contextlib.suppress(OSError):
            remove(written)
        raise
    sync_folder(path.parent)


def replace(source: Path, target: Path) -> None:
    """Give a file its name; on Windows a scanner may hold it for a moment.

    Raises:
        OSError: It could not be done; both files are unharmed.
    """
    _patiently(lambda: source.replace(target))


def remove(file: Path) -> None:
    """Remove a file if it is there; on Windows a scanner may hold it for a moment.

    Raises:
        OSError: It could not be done.
    """
    _patiently(lambda: file.unlink(missing_ok=True))


def is_held(error: BaseException) -> bool:
    """Whether another program, such as a scanner for viruses, had the file open on Windows."""
    return isinstance(error, PermissionError) and getattr(error, "winerror", None) in _HELD


def _patiently(do: Callable[[], Result]) -> Result:
    for pause in PAUSES:
        try:
            return do()
        except PermissionError as error:
            if not is_held(error):
                raise
        time.sleep(pause)
    return do()


def beside(path: Path) -> Path:
    """Where a file is written before it takes its place; cleared when the program is killed.

    The name is short whatever the file's own is: where paths may be only so long, no file that has
    room for its own name lacks it for this one.
    """
    name = f"{path.name[:8]}-{zlib.crc32(path.name.encode(errors='surrogatepass')):08x}"
    return path.with_name(f"{name}.gj-{_here()}-{os.getpid()}.neu")


def clear_abandoned(folder: Path) -> None:
    """Remove what killed programs left half written in a folder; others may be at work there."""
    for file in abandoned(folder):
        with contextlib.suppress(OSError):
            file.unlink()


def abandoned(folder: Path) -> list[Path]:
    """What killed programs left half written in a folder; none where there is no such folder."""
    try:
        return [file for file in folder.glob("*.neu*") if _is_abandoned(file)]
    except OSError:
        return []


def _is_abandoned(file: Path) -> bool:
    found = _UNFINISHED.fullmatch(file.name)
    if found is None:
        return False
    if found[1] == _here() and not _may_run(int(found[2])):
        return True
    return time.time() - file.lstat().st_mtime > ABANDONED


@cache
def _here() -> str:
    """Tells the processes that are seen here from all others that may use the same folder."""
    import platform

    # Containers, and Linux within Windows, may share folders and the name of the computer.
    space = Path("/proc/self/ns/pid")
    with contextlib.suppress(OSError):
        space = space.readlink()
    return f"{zlib.crc32(f'{platform.node()} {sys.platform} {space}'.encode()):08x}"


def _may_run(process: int) -> bool:
    """Whether a process may still run; true where it cannot be told."""
    if sys.platform == "win32":
        return _may_run_on_windows(process)
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _may_run_on_windows(process: int) -> bool:
    if sys.platform != "win32":
        return True
    import ctypes
    from ctypes import wintypes

    # There os.kill would end it.
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.OpenProcess.restype = wintypes.HANDLE
    handle = kernel.OpenProcess(_SYNCHRONIZE, False, process)
    if not handle:
        return ctypes.get_last_error() != _NO_SUCH_PROCESS
    try:
        return int(kernel.WaitForSingleObject(wintypes.HANDLE(handle), 0)) != 0
    finally:
        kernel.CloseHandle(wintypes.HANDLE(handle))


def put(path: Path, data: bytes, *, private: bool = True) -> None:
    """Write a file onto the disk, for its owner alone if private; it may be half when this fails.

    Raises:
        OSError: It could not be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sync(file: Path) -> None:
    """Make what stands in a file outlast a power cut.

    Raises:
        OSError: It could not be done.
    """
    with file.open("rb+") as stream:
        os.fsync(stream.fileno())


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlast a power cut, where the system lets one."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def write_json(path: Path, value: Any) -> None:
    """Write a JSON file in one step; see :func:`write_bytes`."""
    text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
    write_bytes(path, text.encode(errors="backslashreplace"))


def read_json(path: Path) -> Any:
    """Read a JSON file; None when it is missing or unreadable."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
