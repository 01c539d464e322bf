"""The open file: sessions to read, transactions to write, the lock, the marker."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, select

from gartenjahr_tui.models import Garden, Record
from gartenjahr_tui.models.base import utc_now
from gartenjahr_tui.store import glance, marker
from gartenjahr_tui.store.engine import make_engine
from gartenjahr_tui.store.errors import (
    DamagedFile,
    FolderUnwritable,
    GardenBusy,
    StoreError,
    write_error,
)
from gartenjahr_tui.store.lock import GardenLock, Holder
from gartenjahr_tui.store.paths import Paths, make_folder
from gartenjahr_tui.store.place import is_local_disk


AnyRecord = TypeVar("AnyRecord", bound=Record)


class Transaction:
    """One unit of writing: every record stamped in it carries the same new counter.

    Attributes:
        session: The session; committed at the end.
        garden: The garden's row.
        now: Instant of the change (UTC).
    """

    def __init__(self, session: Session, garden: Garden, now: datetime) -> None:
        self.session = session
        self.garden = garden
        self.now = now
        garden.changes += 1
        self.stamp(garden)

    def stamp(self, record: AnyRecord) -> AnyRecord:
        """Mark a record as changed now and hand it to the session."""
        if not record.counter:
            record.created_at = self.now
        record.changed_at = self.now
        record.counter = self.garden.changes
        self.session.add(record)
        return record


class Store:
    """One open garden.

    Use :meth:`open`; then :meth:`session` to read, :meth:`transaction` to write, :meth:`close`.

    Attributes:
        paths: Where it lies.
        read_only: Somebody else is writing.
        holder: Who, as far as known.
    """

    def __init__(self, paths: Paths, lock: GardenLock, now: Callable[[], datetime]) -> None:
        self.paths = paths
        self._lock = lock
        self._now = now
        self.read_only = not lock.take()
        self.holder: Holder | None = lock.holder() if self.read_only else None
        self._local_disk = is_local_disk(paths.folder)
        self.engine = make_engine(
            paths.file, local_disk=self._local_disk, read_only=self.read_only
        )

    @classmethod
    def open(
        cls,
        paths: Paths,
        new_garden: Callable[[Transaction], None],
        *,
        accept: bool = False,
        now: Callable[[], datetime] = utc_now,
    ) -> Store:
        """Open the garden, make it if there is none, bring it up to date.

        Args:
            paths: Where it lies.
            new_garden: Fills a garden that has just been made.
            accept: Take a file that is older than its marker, or begin anew where one is gone.
            now: The clock.

        Raises:
            StoreError: In one German sentence why not; nothing was touched.
        """
        make_folder(paths.folder)
        schema = glance.schema_of(paths.file)
        if schema is None and not accept:
            marker.check(paths.file, None, 0)
        store = cls(paths, GardenLock(paths), now)
        try:
            store._make_ready(schema, new_garden, accept)
        except BaseException:
            store.engine.dispose()
            store._lock.release()
            raise
        return store

    def _make_ready(
        self, schema: int | None, new_garden: Callable[[Transaction], None], accept: bool
    ) -> None:
        try:
            if schema is None and self.read_only:
                raise GardenBusy(self.holder)
            if schema is None:
                self._create(new_garden)
            elif schema < glance.SCHEMA and not self.read_only:
                self._migrate()
            with self.session() as session:
                garden = session.exec(select(Garden)).one()
                found = (garden.id.hex, garden.changes)
        except StoreError:
            raise
        except (SQLAlchemyError, sqlite3.Error) as error:
            raise DamagedFile(self.paths.file) from error
        except OSError as error:
            raise FolderUnwritable(self.paths.folder) from error
        if not self.read_only:
            if not accept:
                marker.check(self.paths.file, *found)
            marker.write(self.paths.file, *found)

    def _create(self, new_garden: Callable[[Transaction], None]) -> None:
        """Make a garden beside its place and move it there whole."""
        from gartenjahr_tui.store.migrate import upgrade

        beside = self.paths.file.with_name(self.paths.file.name + ".neu")
        beside.unlink(missing_ok=True)
        beside.touch(mode=0o600)
        engine = make_engine(beside, local_disk=False)
        try:
            upgrade(engine)
            with Session(engine) as session, session.begin():
                new_garden(Transaction(session, Garden(), self._now()))
        finally:
            engine.dispose()
        beside.replace(self.paths.file)

    def _migrate(self) -> None:
        from gartenjahr_tui.store.migrate import copy_before, upgrade

        copy_before(self.paths.file, self.paths.copies)
        upgrade(self.engine)

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session to read with; nothing is committed."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A unit of writing, committed at the end, rolled back on any error.

        Raises:
            WriteFailed: It did not reach the disk.
        """
        try:
            with Session(self.engine) as session, session.begin():
                garden = session.exec(select(Garden)).one()
                yield Transaction(session, garden, self._now())
        except (SQLAlchemyError, OSError) as error:
            raise write_error(error) from error

    def close(self) -> None:
        """Close the file, note in the marker how far it has come, release the lock."""
        if not self.read_only:
            with contextlib.suppress(SQLAlchemyError), self.session() as session:
                garden = session.exec(select(Garden)).one()
                marker.write(self.paths.file, garden.id.hex, garden.changes)
        self.engine.dispose()
        self._lock.release()
