"""Files that leave the program: whole or not at all, and never in place of another one unasked."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.errors import DiskFull, StoreError, is_too_long, write_error
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.exchange import FilesWords as words


class NotWritten(StoreError):
    """A file could not be written; ``str()`` is German and says what to do."""


def check(files: Collection[Path], *, overwrite: bool = False) -> None:
    """See to it that nothing stands where files are to be written, unless it may be replaced.

    Raises:
        NotWritten: Something stands there, or it is a folder.
    """
    for file in files:
        if _is(file.is_dir):
            raise NotWritten(words.IS_FOLDER.format(file=file))
        if _is(file.exists) and not overwrite:
            raise NotWritten(words.EXISTS.format(file=file))


def _is(look: Callable[[], bool]) -> bool:
    """Whether something is so; of what cannot be looked at, writing will say why."""
    try:
        return look()
    except OSError:
        return False


LONGEST_NAME = 100
"""Characters of a typed name that are kept; 255 bytes is what most disks take."""

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What no name of a file may hold on Windows, and no part of a name anywhere."""


def harmless_name(text: str) -> str:
    """A name that was typed as one every system can take; empty when nothing is left of it."""
    return _UNFIT.sub("-", one_line(text)).strip(" .-")[:LONGEST_NAME].rstrip(" .-")


def placed(made: Mapping[str, bytes], place: Path) -> dict[Path, bytes]:
    """Where each file goes: several into the folder, a single one to the very place.

    That is one without a name, or one alone where the place has an ending.
    """
    if len(made) == 1 and ("" in made or (place.suffix and not _is(place.is_dir))):
        return {place: next(iter(made.values()))}
    return {place / name: data for name, data in made.items()}


def write(
    files: Mapping[Path, bytes],
    *,
    folder: Path | None = None,
    overwrite: bool = False,
    private: bool = False,
) -> None:
    """Write some files that belong together, each of them whole or not at all.

    All are written beside their places first and then take them, so that neither a full disk nor
    Ctrl+C leaves half a file.

    Args:
        files: Where → what.
        folder: Made before, where it is missing.
        overwrite: Whether what stands there may be replaced.
        private: Whether only their owner may read them, and look into a folder made for them.

    Raises:
        NotWritten: They could not be written; what stood there is unharmed.
    """
    check(files, overwrite=overwrite)
    try:
        if folder:
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(0o700 if private else 0o777, exist_ok=True)
    except OSError as error:
        raise NotWritten(words.NO_FOLDER.format(folder=folder)) from error
    for parent in {file.parent for file in files}:
        atomic.clear_abandoned(parent)
    beside = {file: atomic.beside(file) for file in files}
    try:
        for file, data in files.items():
            atomic.put(beside[file], data, private=private)
        for file, written in beside.items():
            atomic.replace(written, file)
    except OSError as error:
        raise not_written(file, error) from error
    finally:
        for left in beside.values():
            with contextlib.suppress(OSError):
                atomic.remove(left)
    for parent in {file.parent for file in files}:
        atomic.sync_folder(parent)


def not_written(file: Path, error: OSError) -> NotWritten:
    """Say of a file why it could not be written."""
    if is_too_long(error, file.parent):
        return NotWritten(words.TOO_LONG.format(file=file))
    if isinstance(error, FileNotFoundError):
        return NotWritten(words.NO_PARENT.format(folder=file.parent))
    full = isinstance(write_error(error), DiskFull)
    return NotWritten((words.FULL if full else words.REFUSED).format(file=file))
