"""The open file: sessions to read, transactions to write, the lock, the marker."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from time import monotonic
from typing import TypeVar, cast

from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError
from sqlmodel import Session, select

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.models import GardenRow, TableRow
from gartenjahr_tui.store import atomic, glance, marker, mending, seals
from gartenjahr_tui.store.engine import BUSY_MILLISECONDS, make_engine
from gartenjahr_tui.store.errors import (
    FileVanished,
    FolderTooDeep,
    FolderUnwritable,
    GardenBusy,
    GardenUnready,
    WriteRejected,
    open_error,
    unwritable,
    write_error,
)
from gartenjahr_tui.store.lock import GardenLock, Holder
from gartenjahr_tui.store.paths import Paths, make_beside, make_folder
from gartenjahr_tui.store.place import is_local_disk, lacking

AnyRecord = TypeVar("AnyRecord", bound=TableRow)

MARK_EVERY = 60.0
"""Seconds between two notes in the marker while the garden is open."""


class Transaction:
    """One unit of writing: every record stamped in it carries the same new counter.

    Attributes:
        session: The session; committed at the end.
        garden: The garden's row.
        now: Instant of the change (UTC).
    """

    def __init__(self, session: Session, garden: GardenRow, now: datetime) -> None:
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
        read_only: Somebody else is writing, or nobody can.
        look_only: Nobody here wanted to write, or nobody can.
        holder: Who, as far as known.
        now: The clock.
        counter: How many changes the file holds.
        wrong: The rows in which something else stands than what was written.
    """

    counter = 0
    _loose = False

    def __init__(
        self, paths: Paths, lock: GardenLock, now: Callable[[], datetime], *, look_only: bool
    ) -> None:
        self.paths = paths
        self._lock = lock
        self.now = now
        self.look_only = look_only
        self.read_only = look_only or not lock.take()
        self.holder: Holder | None = lock.holder() if self.read_only else None
        self._local_disk = is_local_disk(paths.folder)
        self._identity: tuple[int, int] | None = None
        self.wrong: seals.Wrong = {}
        self._marked_at = 0.0
        self.engine = make_engine(paths.file, local_disk=self._local_disk, read_only=self.read_only)

    @classmethod
    def open(
        cls,
        paths: Paths,
        new_garden: Callable[[Transaction], None],
        *,
        accept: bool = False,
        look_only: bool = False,
        now: Callable[[], datetime] = utc_now,
    ) -> Store:
        """Open the garden, make it if there is none, bring it up to date.

        Args:
            paths: Where it lies.
            new_garden: Fills a garden that has just been made.
            accept: Take a file that is older than its marker, or begin anew where one is gone.
            look_only: Only read, beside whoever writes; nothing is made, locked or brought up.
            now: The clock.

        Raises:
            StoreError: In one German sentence why not; nothing was touched.
        """
        if glance.schema_of(paths.file) is None and not accept:
            marker.check(paths.file, None, 0)
        if not look_only:
            make_folder(paths.folder)
        lock = GardenLock(paths)
        try:
            store = cls(paths, lock, now, look_only=look_only)
        except OSError as error:
            lock.release()
            raise FolderUnwritable(paths.folder) from error
        try:
            store._make_ready(new_garden, accept)
        except BaseException:
            store.engine.dispose()
            lock.release()
            raise
        return store

    def _make_ready(self, new_garden: Callable[[Transaction], None], accept: bool) -> None:
        # Looked at only now that the lock is held: a moment ago another program may have made it.
        file = self.paths.file
        schema = glance.schema_of(file)
        if self.read_only:
            if schema is None or schema < glance.SCHEMA:
                raise GardenUnready(file) if self.look_only else GardenBusy(self.holder)
        elif schema is None:
            if not accept:
                marker.check(file, None, 0)
            if count := lacking(self.paths.folder):
                raise FolderTooDeep(self.paths.folder, count)
            self._create(new_garden)
        else:
            try:
                found = glance.examine(file)
            except glance.Loose as loose:
                self._loose, found = True, loose.found
            if not accept:
                marker.check(file, *found)
            if schema < glance.SCHEMA:
                self._migrate()
        try:
            self._look_through()
            with self.session() as session:
                garden = session.exec(select(GardenRow)).one()
                self._identity, self.counter = self._look_up(), garden.changes
                if not self.read_only:
                    self._mark(garden.id.hex, garden.changes)
        except (SQLAlchemyError, sqlite3.Error, OSError, ValueError, TypeError) as error:
            raise open_error(file, error) from error

    @property
    def wrong_count(self) -> int:
        """How many rows are wrong."""
        return sum(map(len, self.wrong.values()))

    def _look_through(self) -> None:
        """Find the rows that are wrong; what of them could not be read is mended first."""
        with self.connection() as connection:
            self.wrong = seals.wrong(connection)
            if self.read_only or not (self._loose or mending.needed(connection, self.wrong)):
                return
            mending.keep_as_it_is(self.paths.file, self.paths.copies)
            mending.mend(connection, self.wrong)
            self.wrong = seals.wrong(connection)

    def _create(self, new_garden: Callable[[Transaction], None]) -> None:
        """Make a garden beside its place and move it there whole."""
        from gartenjahr_tui.store.migrate import time_stamp, upgrade

        fresh = atomic.beside(self.paths.file)
        engine = make_engine(fresh, unnamed=True)
        try:
            # What a vanished garden left beside its file would be mixed into the new one.
            for rest in filter(lambda path: path.exists(), glance.beside(self.paths.file)):
                make_beside(self.paths.copies)
                kept = self.paths.copies / f"rest-{time_stamp()}-{rest.name}"
                atomic.replace(rest, kept)
            atomic.remove(fresh)
            fresh.touch(mode=0o600)
            upgrade(engine)
            with Session(engine) as session, session.begin():
                new_garden(Transaction(session, GardenRow(), self.now()))
            engine.dispose()
            atomic.replace(fresh, self.paths.file)
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise unwritable(self.paths.folder, error) from error
        finally:
            # Whatever stopped it, Ctrl+C too, no half garden stays.
            engine.dispose()
            with contextlib.suppress(OSError):
                atomic.remove(fresh)
        atomic.sync_folder(self.paths.folder)

    def _migrate(self) -> None:
        from gartenjahr_tui.store.migrate import migrate

        try:
            migrate(self.paths.file, self.paths.copies)
        except (SQLAlchemyError, sqlite3.Error, OSError) as error:
            raise open_error(self.paths.file, error) from error

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session to read with; nothing is committed."""
        with Session(self.engine) as session:
            yield session

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection of SQLite's own, for what only SQLite can do; see ``store.search``."""
        borrowed = self.engine.raw_connection()
        try:
            yield cast(sqlite3.Connection, borrowed.driver_connection)
        finally:
            borrowed.close()

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        """A unit of writing, committed at the end, rolled back on any error.

        Raises:
            WriteFailed: It did not reach the disk.
        """
        try:
            with Session(self.engine) as session, session.begin():
                garden = session.exec(select(GardenRow)).one()
                yield Transaction(session, garden, self.now())
                session.flush()
                self._see_that_file_is_there()
                found = (garden.id.hex, garden.changes)
        except IntegrityError as error:
            raise WriteRejected from error
        except (DBAPIError, OSError) as error:
            raise write_error(error) from error
        except SQLAlchemyError as error:
            raise WriteRejected from error
        self.counter = found[1]
        if not self._folded() or monotonic() - self._marked_at > MARK_EVERY:
            self._mark(*found)

    def _folded(self) -> bool:
        """Take what SQLite keeps beside the file into it: who loses the rest then loses no text.

        Returns:
            Whether nothing is left beside it; somebody may be reading what was there before.
        """
        if not self._local_disk:
            return True
        try:
            with self.connection() as connection:
                # Nobody's reading is waited for: the next change is.
                connection.execute("PRAGMA busy_timeout=0")
                busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")
        except (SQLAlchemyError, sqlite3.Error):
            return False
        return not busy

    def _see_that_file_is_there(self) -> None:
        """Refuse to write into a file that has no name any more: SQLite would not mind.

        Raises:
            FileVanished: It was deleted, moved, or another lies in its place.
        """
        there = self._look_up()
        # The numbers are only reliable on a disk of one's own.
        if there is None or (self._local_disk and there != self._identity):
            raise FileVanished(self.paths.file)

    def _look_up(self) -> tuple[int, int] | None:
        try:
            found = self.paths.file.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _mark(self, garden: str, changes: int) -> None:
        marker.write(self.paths.file, garden, changes)
        self._marked_at = monotonic()

    def close(self) -> None:
        """Close the file, note in the marker how far it has come, release the lock."""
        if not self.read_only:
            with contextlib.suppress(SQLAlchemyError), self.session() as session:
                # The end waits for no other program: without its note the marker is a little late.
                session.connection().exec_driver_sql("PRAGMA busy_timeout=0")
                garden = session.exec(select(GardenRow)).one()
                if self._look_up() == self._identity:
                    self._mark(garden.id.hex, garden.changes)
        self.engine.dispose()
        self._lock.release()
