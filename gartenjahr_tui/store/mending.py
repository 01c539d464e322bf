"""Makes rows whose seal is wrong readable again, so that the garden opens; no text is taken away.

What ties rows together – ids, the question, the year, the voice – stands in an index too. Where row
and index are at odds the index is believed, and mostly the seal proves it right. The seal also says
which bit was flipped, if it was but one. Of the rest only what cannot be read is put right, and the
row stays wrong until somebody decides about it.
"""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from gartenjahr_tui.store import glance, seals
from gartenjahr_tui.store.paths import make_beside

Stored = dict[str, Any]
"""Column → what is stored: text as ``bytearray``, a blob as ``bytes``, numbers, None."""

_LONG = 1 << 18
"""Bytes of a row up to which looking for a flipped bit takes but part of a second."""

_FEW = 20
"""Wrong rows; where there are more, it was no flipped bit, and looking for one would take long."""

_FIRST_INSTANT = "1970-01-01 00:00:00.000000"


def keep_as_it_is(file: Path, folder: Path) -> None:
    """Put a copy of a damaged file, byte by byte, among the safe copies before it is mended.

    Raises:
        OSError: There is no room or no right.
    """
    make_beside(folder)
    kept = folder / f"beschaedigt-{datetime.now().astimezone():%Y-%m-%d-%H%M%S-%f}.db"
    for path in (file, *glance.beside(file)):
        if path.exists():
            shutil.copy2(path, kept.with_name(kept.name + path.name.removeprefix(file.name)))


def needed(connection: sqlite3.Connection, wrong: seals.Wrong) -> bool:
    """Whether a wrong row holds what cannot be read, or is at odds with an index."""
    return any(True for _ in _to_mend(connection, wrong))


def mend(connection: sqlite3.Connection, wrong: seals.Wrong) -> None:
    """Make indexes agree with their tables, and the wrong rows readable.

    Raises:
        sqlite3.Error: It cannot be done.
    """
    found = [*_to_mend(connection, wrong)]
    # A row whose owner nobody knows any more is kept all the same.
    connection.execute("PRAGMA foreign_keys=OFF")
    with connection:
        connection.execute("BEGIN")
        # SQLite refuses to change a row that its index does not know.
        connection.execute("REINDEX")
        for table, number, mended in found:
            places = ", ".join(f'"{name}" = ?' for name in mended)
            connection.execute(
                f"UPDATE {table} SET {places} WHERE rowid = ?",  # noqa: S608
                (*mended.values(), number),
            )
    connection.execute("PRAGMA foreign_keys=ON")


@contextmanager
def as_stored(connection: sqlite3.Connection) -> Iterator[None]:
    """Let a connection give text as its bytes, which damaged text may not be more than."""
    before = connection.text_factory
    connection.text_factory = bytearray
    try:
        yield
    finally:
        connection.text_factory = before


def is_right(table: str, row: Stored) -> bool:
    """Whether the seal of a row, read whole and as stored, is right."""
    return bool(seals.seal(table, *_sealed(row)) == row[seals.COLUMN])


def _sealed(row: Stored) -> list[Any]:
    """What the seal of a row is made over."""
    return [
        bytes(part) if isinstance(part, bytearray) else "" if isinstance(part, bytes) else part
        for name, part in row.items()
        if name != seals.COLUMN
    ]


def read_row(connection: sqlite3.Connection, table: str, number: int) -> Stored | None:
    """A row as it is stored, its seal last; None when there is none of that number."""
    names = [*seals.columns(connection, table), seals.COLUMN]
    with as_stored(connection):
        query = f"SELECT {_list(names)} FROM {table} WHERE rowid = ?"  # noqa: S608
        found = connection.execute(query, (number,)).fetchone()
    return dict(zip(names, found, strict=True)) if found else None


def readable(stored: Any) -> str:
    """Stored text as far as it can be read."""
    if isinstance(stored, bytes | bytearray):
        return stored.decode(errors="replace").replace("\0", "\ufffd")
    return "" if stored is None else str(stored)


def _list(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _to_mend(
    connection: sqlite3.Connection, wrong: seals.Wrong
) -> Iterator[tuple[str, int, Stored]]:
    """Table and number of each wrong row in which something is to be put right, and what."""
    few = sum(map(len, wrong.values())) <= _FEW
    for table, numbers in wrong.items():
        kinds, truths = seals.columns(connection, table), _in_indexes(connection, table, numbers)
        for number in numbers:
            row = read_row(connection, table, number)
            if row and (mended := _mended(table, kinds, row, truths[number], few=few)):
                yield table, number, mended


def _in_indexes(
    connection: sqlite3.Connection, table: str, numbers: list[int]
) -> dict[int, Stored]:
    """What the indexes of a table hold of some of its rows."""
    found: dict[int, Stored] = {number: {} for number in numbers}
    wanted = ", ".join(map(str, numbers))
    indexes = connection.execute("SELECT name FROM pragma_index_list(?)", (table,)).fetchall()
    for (index,) in indexes:
        info = connection.execute("SELECT name FROM pragma_index_info(?)", (index,)).fetchall()
        names = [name for (name,) in info]
        with as_stored(connection):
            # The plus keeps SQLite from looking into the table.
            query = (
                f"SELECT rowid, {_list(names)} FROM {table} "  # noqa: S608
                f'INDEXED BY "{index}" WHERE +rowid IN ({wanted})'
            )
            for number, *parts in connection.execute(query):
                found[number] |= dict(zip(names, parts, strict=True))
    return found


def _mended(table: str, kinds: dict[str, str], row: Stored, truth: Stored, *, few: bool) -> Stored:
    """The columns of a wrong row that are to be put right."""
    after = {**row, **truth}
    if not (is_right(table, after) or (few and _flip_back(table, after))):
        for name, kind in kinds.items():
            if not _fits(kind, after[name], name, table):
                after[name] = _instead(kind, name, after)
    changed = {name: part for name, part in after.items() if part != row[name]}
    # Equal to Python, but not to SQLite: text where a blob was.
    changed |= {n: after[n] for n in row if type(after[n]) is not type(row[n])}
    return {n: _text(p) for n, p in changed.items()}


def _flip_back(table: str, row: Stored) -> bool:
    """Put right the one bit of a text, or of the seal, that would explain all; say if there is."""
    sealed, mark = _sealed(row), row[seals.COLUMN]
    joined = seals.joined(table, *sealed)
    if not isinstance(mark, int) or len(joined) > _LONG:
        return False
    if (seals.seal(table, *sealed) ^ mark).bit_count() == 1:
        row[seals.COLUMN] = seals.seal(table, *sealed)
        return True
    rest, mask = seals.flipped_bit(joined, mark) or (len(joined), 0)
    for name, part in reversed([*row.items()][:-1]):
        length = len(seals.joined("", sealed.pop())) - 1
        if rest < length and isinstance(part, bytearray):
            row[name] = mended = bytearray(part)
            mended[-1 - rest] ^= mask
            return True
        rest -= length + 1
        if rest < 0:
            break
    return False


def _text(part: Any) -> Any:
    return part.decode(errors="replace") if isinstance(part, bytearray) else part


def _fits(kind: str, part: Any, name: str, table: str) -> bool:
    """Whether what stands in a column is what the program can read there."""
    if kind in ("INTEGER", "BOOLEAN"):
        if part is None:
            return table == "change"
        most = {"BOOLEAN": 1, "start_month": 12}.get(kind if kind == "BOOLEAN" else name, 1 << 53)
        least = 1 if name == "start_month" else 0
        return isinstance(part, int) and least <= part <= most
    if kind == "JSON" and not isinstance(part, bytes | bytearray):
        return part is not None or table == "setting"
    if not isinstance(part, bytearray):
        return False
    try:
        text = part.decode()
        match kind:
            case "CHAR(32)":
                return bool(re.fullmatch("[0-9a-f]{32}", text))
            case "DATETIME":
                return len(text) == len(_FIRST_INSTANT) and bool(datetime.fromisoformat(text))
            case "DATE":
                return len(text) == 10 and bool(datetime.fromisoformat(text))
            case "JSON":
                json.loads(text)
        return "\0" not in text
    except (ValueError, RecursionError):
        return False


def _instead(kind: str, name: str, row: Stored) -> Any:
    """What stands in a column that cannot be read; text stays as far as it is text."""
    match kind:
        case "INTEGER" | "BOOLEAN":
            return 1 if name == "start_month" else 0
        case "CHAR(32)":
            # Nobody knows it any more; what it named is looked for in the safe copies.
            return bytearray(uuid4().hex.encode())
        case "DATETIME":
            others = (row["created_at"], row["changed_at"])
            fit = (other for other in others if _fits(kind, other, name, ""))
            return next(fit, bytearray(_FIRST_INSTANT.encode()))
        case "DATE":
            return bytearray(f"{row.get('number', 1970):04}-01-01".encode())
        case "JSON":
            return bytearray(json.dumps(readable(row[name])).encode())
        case _:
            return bytearray(readable(row[name]).encode())
