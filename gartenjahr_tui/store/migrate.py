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

from gartenjahr_tui.store.glance import APPLICATION_ID, SCHEMA

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


def copy_before(file: Path, folder: Path) -> Path:
    """Copy a file before it is migrated, with SQLite's own means, and open the copy to verify it.

    Args:
        file: The workbook.
        folder: Where copies lie; made if missing.

    Returns:
        The copy.

    Raises:
        OSError: The copy could not be written.
        sqlite3.Error: The copy could not be written or read back.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stamp = datetime.now().astimezone().strftime("%Y-%m-%d-%H%M%S")
    target = folder / f"vor-umstellung-{stamp}.db"
    target.touch(mode=0o600)
    source = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    with closing(source), closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("copy failed its check")
    shutil.copystat(file, target)
    return target
