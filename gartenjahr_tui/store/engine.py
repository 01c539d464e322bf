"""The engine and its pragmas; no engine exists before :func:`make_engine` is called."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from gartenjahr_tui.store import seals
from gartenjahr_tui.store.glance import address, to_read

BUSY_MILLISECONDS = 5_000


ROLLBACK = "TRUNCATE" if sys.platform == "win32" else "DELETE"
"""How the rollback journal ends; under Windows a scanner may hold what is to be deleted."""


def make_engine(
    file: Path, *, local_disk: bool = False, read_only: bool = False, unnamed: bool = False
) -> Engine:
    """Return an engine for the file; nothing is opened yet.

    On a local disk with WAL and FULL, elsewhere with the rollback journal and EXTRA; an engine that
    only reads never writes, not even the journal mode. A file that has no name of its own yet is
    thrown away when something fails, and needs no journal beside it.
    """
    journal = "MEMORY" if unnamed else "WAL" if local_disk else ROLLBACK
    synchronous = "FULL" if local_disk or unnamed else "EXTRA"
    where = to_read(file) if read_only else address(file, "mode=rw")

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(where, uri=True, check_same_thread=False, timeout=5)

    # The pool is named because for an address without a file SQLAlchemy chooses one that closes
    # connections while other threads use them.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        cursor.execute("PRAGMA foreign_keys=ON")
        seals.know_seals(cast(sqlite3.Connection, connection))
        if not read_only:
            cursor.execute("PRAGMA secure_delete=ON")
            cursor.execute(f"PRAGMA journal_mode={journal}")
            cursor.execute(f"PRAGMA synchronous={synchronous}")
            seals.keep_sealed(cast(sqlite3.Connection, connection))
        cursor.close()

    return engine
