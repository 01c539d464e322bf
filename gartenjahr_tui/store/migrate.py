"""Bring a file's schema up to date; imports alembic, so it is imported only when needed."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from gartenjahr_tui.store import atomic
from gartenjahr_tui.store.engine import make_engine
from gartenjahr_tui.store.glance import APPLICATION_ID, SCHEMA, address, faults
from gartenjahr_tui.store.paths import make_beside

SCRIPTS = Path(__file__).parent / "migrations"


def alembic_config(engine: Engine) -> Config:
    """Configuration for this file; there is no ini file."""
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.attributes["engine"] = engine
    return config


def upgrade(engine: Engine) -> None:
    """Run all migrations that are missing and set the marks in the header."""
    command.upgrade(alembic_config(engine), "head")
    with engine.begin() as connection:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA}")
    # A connection seals the tables it finds when it is made.
    engine.dispose()


def copy_before(file: Path, folder: Path) -> Path:
    """Copy a file before it is migrated, with SQLite's own means, and open the copy to verify it.

    The folder is made if it is missing; a copy that was not finished is removed.

    Raises:
        OSError: The copy could not be written.
        sqlite3.Error: The copy could not be written or read back.
    """
    make_beside(folder)
    target = folder / f"vor-umstellung-{time_stamp()}.db"
    fresh = atomic.beside(target)
    try:
        _copy(file, fresh)
        atomic.replace(fresh, target)
    except BaseException:
        atomic.remove(fresh)
        raise
    return target


def migrate(file: Path, copies: Path) -> None:
    """Bring a workbook up to date: the old file stays whole until the new one takes its place.

    Nobody else may have the file open. A copy of it is kept in the folder ``copies``.

    Raises:
        OSError: There was no room or no right.
        sqlite3.Error: The file could not be read, or is in use.
        SQLAlchemyError: A migration failed.
    """
    with closing(sqlite3.connect(address(file, "mode=rw"), uri=True)) as connection:
        connection.execute("PRAGMA journal_mode=DELETE")
    copy = copy_before(file, copies)
    fresh = atomic.beside(file)
    atomic.remove(fresh)
    engine = make_engine(fresh, unnamed=True)
    try:
        _copy(copy, fresh)
        upgrade(engine)
        engine.dispose()
        atomic.replace(fresh, file)
    except BaseException:
        engine.dispose()
        atomic.remove(fresh)
        raise
    atomic.sync_folder(file.parent)


def time_stamp() -> str:
    """The present moment as part of a file name."""
    return datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S-%f")


def _copy(file: Path, target: Path) -> None:
    target.touch(mode=0o600)
    source = sqlite3.connect(address(file, "mode=ro"), uri=True)
    with closing(source), closing(sqlite3.connect(target)) as copy:
        copy.execute("PRAGMA journal_mode=MEMORY")
        source.backup(copy)
        if faults(copy):
            raise sqlite3.DatabaseError("copy failed its check")
    shutil.copystat(file, target)
