"""A first look at the file with the standard library alone, for the first frame.

Importing the ORM costs half a second; reading these few rows costs milliseconds.
"""

from __future__ import annotations

import errno
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from gartenjahr_tui.store import seals
from gartenjahr_tui.store.errors import DamagedFile, NewerFile, NotAWorkbook, OpenFailed, open_error

APPLICATION_ID = 0x47415254
"""„GART“ in the file's header: this SQLite file is a garden."""

SCHEMA = 4
"""Number of the schema this program writes, kept in the header as ``user_version``."""

SEARCH = "search_"
"""Begins the names of the tables of the search index."""

_LOOSE = re.compile(
    r"(row \d+ missing from|row \d+ values differ from|wrong # of entries in|non-unique entry in|"
    r"rowid not at end-of-record for row \d+ of) index|(NULL|TEXT|NUMERIC|non-\w+) value in "
)
"""What SQLite says where the rows can be read and only do not agree with an index or a rule."""

_HEADER = b"SQLite format 3\x00"
_UNCHANGING = "mode=ro&immutable=1"
"""How a file is opened that nobody changes: nothing is locked or written beside it."""

_LOOK_UP = 100_000
"""Steps of SQLite's machine, some milliseconds, after which Ctrl+C is heeded."""


_copies: dict[tuple[object, ...], Path] = {}
"""Copies that were made to be read, by what they are copies of."""


class Loose(DamagedFile):
    """All rows can be read, but some are at odds with an index: that can be mended.

    Attributes:
        found: What :func:`examine` returns of a sound file.
    """

    def __init__(self, file: Path, found: tuple[str, int]) -> None:
        super().__init__(file)
        self.found = found


@dataclass(frozen=True)
class Glance:
    """What the home screen shows before the workbook is open.

    Attributes:
        garden: Id of the garden, hex.
        library: Name of the library.
        start_month: First month of the garden year.
        changes: Change counter.
        years: Numbers of all garden years, ascending.
        year: The year looked at: the newest.
        voice: Id (hex) of the voice that wrote last.
        voices: Number of voices.
        settings: Settings of that voice and of the garden.
        changed: The day of the last change, if it can be told.
    """

    garden: str
    library: str
    start_month: int
    changes: int
    years: tuple[int, ...]
    year: int
    voice: str
    voices: int
    settings: dict[str, Any] = field(default_factory=dict)
    changed: date | None = None


def schema_of(file: Path) -> int | None:
    """Look at the header without opening the database, so that nothing is touched.

    Returns:
        The schema number, or None when there is no file.

    Raises:
        NotAWorkbook: The file is something else, or empty.
        NewerFile: A newer program wrote it.
        OpenFailed: It cannot be opened just now.
    """
    try:
        with file.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OpenFailed(file) from error
    application = int.from_bytes(head[68:72], "big")
    if len(head) < 100 or not head.startswith(_HEADER) or application != APPLICATION_ID:
        raise NotAWorkbook(file)
    schema = int.from_bytes(head[60:64], "big")
    if schema > SCHEMA:
        raise NewerFile(file)
    return schema


def look(file: Path) -> Glance | None:
    """Read what the home screen shows.

    Returns:
        The glance; None when there is no file yet, when its schema is older than the program's (it
        is migrated first), or when one of the rows it would show is wrong.

    Raises:
        NotAWorkbook: The file is something else, or empty.
        NewerFile: A newer program wrote it.
        DamagedFile: It is a workbook and cannot be read.
        OpenFailed: It cannot be opened just now.
    """
    schema = schema_of(file)
    if schema is None or schema < SCHEMA:
        return None
    try:
        with _reading(file) as connection:
            if seals.wrong(connection, ("garden", "garden_year", "voice", "setting")):
                return None
            return _read(connection)
    except (OSError, sqlite3.Error, TypeError, ValueError, LookupError) as error:
        raise open_error(file, error) from error


def examine(file: Path) -> tuple[str, int]:
    """Read the whole file once and prove it sound, before anything is written to it.

    Returns:
        Id of the garden, hex, and its change counter.

    Raises:
        Loose: All of it can be read, and can be mended.
        DamagedFile: It is a workbook and cannot be read.
        OpenFailed: It cannot be opened just now.
    """
    try:
        with _reading(file) as connection:
            said = faults(connection, "integrity_check")
            if not all(map(_LOOSE.match, said)):
                raise DamagedFile(file)
            garden, changes = connection.execute("SELECT id, changes FROM garden").fetchone()
            found = str(garden), int(changes)
            if said:
                raise Loose(file, found)
            return found
    except (OSError, sqlite3.Error, TypeError, ValueError) as error:
        raise open_error(file, error) from error


def faults(connection: sqlite3.Connection, check: str = "quick_check") -> list[str]:
    """What SQLite finds wrong with an open file; nothing when it is sound.

    The search index does not count: it is made anew where it is not whole, and newer versions of
    SQLite look into it as well. „integrity_check“ takes longer than „quick_check“.
    """
    # Without a look at Python now and then, Ctrl+C would wait until a big file is through.
    connection.set_progress_handler(lambda: 0, _LOOK_UP)
    try:
        said = [line for (line,) in connection.execute(f"PRAGMA {check}") if SEARCH not in line]
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise KeyboardInterrupt from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
    return [line for line in said if line != "ok"]


def address(file: PurePath, options: str) -> str:
    """An absolute path as SQLite's URI, also in a network folder of Windows (two slashes first)."""
    uri = file.as_uri()
    if not uri.startswith("file:///"):
        uri = uri.replace("file://", "file:////", 1)
    return f"{uri}?{options}"


def beside(file: Path) -> list[Path]:
    """What SQLite keeps beside a file while it is written, or after the program was killed."""
    return [file.with_name(file.name + end) for end in ("-wal", "-shm", "-journal")]


def to_read(file: Path, *options: str) -> str:
    """The address under which a file can be read, also where nothing can be written beside it.

    What SQLite left beside it belongs to it. Where that cannot be taken in on the spot, it is done
    in a copy which is gone with the program; where nothing is left, nobody is at work on the file.

    Args:
        file: The file.
        options: How to try to open it, the best first.
    """
    options = options or ("mode=ro", "mode=rw")
    if option := next((one for one in options if _opens(address(file, one))), ""):
        return address(file, option)
    left = [path for path in beside(file) if _size(path) and not path.name.endswith("-shm")]
    try:
        return address(_copied(file, left), "mode=rw") if left else address(file, _UNCHANGING)
    except OSError:
        return address(file, options[0])


def _opens(where: str) -> bool:
    """Whether SQLite gets at a file; what it finds in it is another matter."""
    try:
        with closing(sqlite3.connect(where, uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF not in (
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_READONLY,
        )
    return True


def _copied(file: Path, left: list[Path]) -> Path:
    import atexit
    import shutil
    import tempfile

    before = _state_of((file, *left))
    if before not in _copies:
        folder = Path(tempfile.mkdtemp(prefix="gartenjahr-lesen-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        for path in (file, *left):
            shutil.copyfile(path, folder / path.name)
        if _state_of((file, *left)) != before:
            raise OSError(errno.EBUSY, "changed meanwhile", str(file))
        _copies[before] = folder / file.name
    return _copies[before]


def _state_of(files: Iterable[Path]) -> tuple[object, ...]:
    found = [(file, file.stat()) for file in files]
    return tuple((file, stat.st_size, stat.st_mtime_ns) for file, stat in found)


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


@contextmanager
def _reading(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that leaves no trace; only after a killed program it puts right what is open."""
    alone = not any(path.exists() for path in beside(file))
    with file.open("rb") as stream:
        wal = stream.read(19)[18:] == b"\x02"
    # In WAL mode even a reader makes files; without any of them nobody has the garden open.
    where = address(file, _UNCHANGING) if wal and alone else to_read(file)
    with closing(sqlite3.connect(where, uri=True)) as connection:
        yield connection


def _read(connection: sqlite3.Connection) -> Glance:
    def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
        return connection.execute(query, values).fetchall()

    garden, library, start_month, changes, changed = rows(
        "SELECT id, library, start_month, changes, changed_at FROM garden"
    )[0]
    years = [number for (number,) in rows("SELECT number FROM garden_year ORDER BY number")]
    voices = [id for (id,) in rows("SELECT id FROM voice ORDER BY position")]
    common = _settings(rows("SELECT key, value FROM setting WHERE voice_id = ?", garden))
    last = common.get("voice")
    voice = str(last) if last in voices else voices[0]
    own = _settings(rows("SELECT key, value FROM setting WHERE voice_id = ?", voice))
    return Glance(
        garden=garden,
        library=library,
        start_month=start_month,
        changes=changes,
        years=tuple(years),
        year=years[-1],
        voice=voice,
        voices=len(voices),
        settings={**common, **own},
        changed=_day(changed),
    )


def _day(instant: object) -> date | None:
    try:
        return date.fromisoformat(str(instant)[:10])
    except ValueError:
        return None


def _settings(rows: list[tuple[Any, ...]]) -> dict[str, Any]:
    # SQLite keeps a number as a number, whatever it was written as.
    return {k: json.loads(v) if isinstance(v, str) else v for k, v in rows if v is not None}
