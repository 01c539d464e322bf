"""Each row carries a checksum over all that is stored in it: its seal.

SQLite proves how a file is built, not what stands in it. The seal is made by triggers of the
connection, so that nobody who writes can forget it, and over the columns as they come to lie in the
file. Only a row that was right is sealed again when it changes: one that is wrong stays wrong,
whatever is typed over it, until somebody says what is to stand there (:func:`seal_row`). A version
that is kept of a wrong row gets no seal: it is no damage, and it is never offered as good.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from zlib import crc32

TABLES = (
    *("garden", "garden_year", "voice", "setting"),
    *("answer", "answer_version", "card", "card_version", "change"),
)
"""The tables whose rows are sealed; alembic's mark and the search index are not."""

COLUMN = "seal"

OWNERS = {"answer_version": "answer", "card_version": "card"}
"""Table of former versions → whose; the column that names the owner is called after it."""

Wrong = dict[str, list[int]]
"""Name of a table → the numbers (rowid) of its rows whose seal is not right."""

_FUNCTION = "row_seal"
_POLYNOMIAL = 0xEDB88320
"""Of CRC-32, as ``zlib`` computes it."""


def seal(table: str, *stored: bytes | float | str | None) -> int:
    """The checksum of a row.

    Args:
        table: Its name.
        stored: What each column holds, in their order: text as its bytes, numbers as they are, an
            empty ``str`` for what should not be there.
    """
    return crc32(joined(table, *stored))


def joined(table: str, *stored: bytes | float | str | None) -> bytes:
    """What the seal of a row is made over; see :func:`seal`."""
    # No text in a garden holds a control character: what is no text begins with one.
    parts = [part if type(part) is bytes else b"\x00%a" % (part,) for part in stored]
    return b"\x1f".join((table.encode(), *parts))


def flipped_bit(text: bytes, wanted: int) -> tuple[int, int] | None:
    """Where one flipped bit explains that a checksum is not the wanted one.

    Returns:
        Number of the byte, counted from the end, and the mask of the bit; None where it takes more.
    """
    # What one bit does to the sum depends on its distance from the end alone.
    off, sign = crc32(text) ^ wanted, _POLYNOMIAL
    for place in range(8 * len(text)):
        if sign == off:
            return place // 8, 0x80 >> place % 8
        sign = sign >> 1 ^ (_POLYNOMIAL if sign & 1 else 0)
    return None


def columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Name and declared type of the columns a seal is made over; none where rows have no seal."""
    names = declared(connection, table)
    return names if names.pop(COLUMN, None) is not None else {}


def declared(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Name and declared type of the columns of a table; none where there is no such table."""
    found = connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,)).fetchall()
    return {str(name): str(type) for name, type in found}


def know_seals(connection: sqlite3.Connection) -> None:
    """Let a connection compute seals."""
    connection.create_function(_FUNCTION, -1, seal, deterministic=True)


def keep_sealed(connection: sqlite3.Connection) -> None:
    """Let whatever this connection writes be sealed; after :func:`know_seals`."""
    connection.execute("PRAGMA temp_store=MEMORY")
    for table in TABLES:
        if not (names := columns(connection, table)):
            continue
        sealing = (
            f"BEGIN UPDATE {table} SET {COLUMN} = {_expression('NEW', table, names)} "  # noqa: S608
            "WHERE rowid = NEW.rowid; END"
        )
        unless = ""
        if owner := OWNERS.get(table):
            right = _expression(owner, owner, columns(connection, owner))
            unless = (
                f"WHEN EXISTS (SELECT 1 FROM {owner} "  # noqa: S608
                f"WHERE id = NEW.{owner}_id AND {COLUMN} IS {right})"
            )
        connection.execute(
            f"CREATE TEMP TRIGGER seal_new_{table} AFTER INSERT ON main.{table} {unless} {sealing}"
        )
        connection.execute(
            f"CREATE TEMP TRIGGER seal_{table} AFTER UPDATE OF {', '.join(map(_quoted, names))} "
            f"ON main.{table} WHEN OLD.{COLUMN} IS {_expression('OLD', table, names)} {sealing}"
        )


def seal_all(connection: sqlite3.Connection) -> None:
    """Seal every row as it is, for a file whose rows have no seals yet."""
    for table in TABLES:
        if names := columns(connection, table):
            expression = _expression(table, table, names)
            connection.execute(f"UPDATE {table} SET {COLUMN} = {expression}")  # noqa: S608


def seal_row(connection: sqlite3.Connection, table: str, row: int) -> None:
    """Seal a row as it is: somebody has said that this is what is to stand there."""
    expression = _expression(table, table, columns(connection, table))
    connection.execute(
        f"UPDATE {table} SET {COLUMN} = {expression} WHERE rowid = ?",  # noqa: S608
        (row,),
    )


def wrong(connection: sqlite3.Connection, tables: Iterable[str] = TABLES) -> Wrong:
    """The rows whose seal is not right, by their tables; none in a file without seals.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    found: Wrong = {}
    know_seals(connection)
    for table in tables:
        if not (names := columns(connection, table)):
            continue
        expression = _expression(table, table, names)
        differs = "<>" if table in OWNERS else "IS NOT"
        query = f"SELECT rowid FROM {table} WHERE {COLUMN} {differs} {expression}"  # noqa: S608
        try:
            if rows := [row for (row,) in connection.execute(query)]:
                found[table] = rows
        except sqlite3.OperationalError as error:
            # The function cannot fail by itself: Ctrl+C was pressed while it was at work.
            if "user-defined function" in str(error):
                raise KeyboardInterrupt from None
            raise
    return found


def _quoted(name: str) -> str:
    return f'"{name}"'


def _expression(of: str, table: str, names: Iterable[str]) -> str:
    """SQL for the seal of a row; text goes as bytes, because damaged text need not be text."""
    places = (f"{of}.{_quoted(name)}" for name in names)
    stored = (
        f"CASE typeof({at}) WHEN 'text' THEN CAST({at} AS BLOB) WHEN 'blob' THEN '' ELSE {at} END"
        for at in places
    )
    return f"{_FUNCTION}('{table}', {', '.join(stored)})"
