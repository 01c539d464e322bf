"""The file: made whole, opened by one, refused politely when it is not what it should be."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from gartenjahr_tui.models import GardenRow, SettingRow, VoiceRow
from gartenjahr_tui.store import atomic, errors, glance, marker, store
from gartenjahr_tui.store.engine import ROLLBACK
from gartenjahr_tui.store.lock import GardenLock
from gartenjahr_tui.store.paths import Paths, state_folder, usual_folder
from gartenjahr_tui.store.store import Store, Transaction
from tests.store.helpers import fill, open_store, plant, pragma, program, state_of_folder

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="file modes of POSIX")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def pragma_of(opened: Store, name: str) -> Any:
    with opened.engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def remember(opened: Store, key: str, value: Any) -> None:
    with opened.transaction() as change:
        change.stamp(SettingRow(voice_id=change.garden.id, key=key, value=value))


# A new garden


@POSIX
def test_only_the_owner_can_read_file_and_folder(paths: Paths) -> None:
    opened = open_store(paths)
    remember(opened, "wort", "geheim")
    try:
        assert mode(paths.folder) == 0o700
        assert {p.name: oct(mode(p)) for p in paths.folder.iterdir() if mode(p) != 0o600} == {}
    finally:
        opened.close()
    assert mode(paths.file) == 0o600


def test_the_file_says_what_it_is(paths: Paths) -> None:
    plant(paths)
    assert pragma(paths.file, "application_id") == glance.APPLICATION_ID
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    assert glance.schema_of(paths.file) == glance.SCHEMA


def test_after_closing_one_file_holds_everything(paths: Paths) -> None:
    opened = open_store(paths)
    remember(opened, "wort", "da")
    opened.close()
    left = {path.name for path in paths.folder.iterdir()}
    assert left <= {paths.file.name, paths.lock.name}
    copy = paths.folder.parent / "kopie.db"
    shutil.copyfile(paths.file, copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT value FROM setting").fetchall() == [('"da"',)]


def test_a_garden_opens_again_and_is_the_same(paths: Paths) -> None:
    with closing(open_store(paths)) as opened, opened.session() as session:
        first = session.exec(select(GardenRow)).one().id
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(GardenRow)).one().id == first
        assert len(session.exec(select(VoiceRow)).all()) == 1


def test_looking_at_a_place_without_a_garden_makes_nothing(paths: Paths) -> None:
    assert glance.look(paths.file) is None
    assert glance.schema_of(paths.file) is None
    assert not paths.folder.exists()


@pytest.mark.parametrize("name", ["Bücher & Söhne #1 100%?", "mit Leerzeichen", "ä" * 60, "a'b\"c"])
def test_any_folder_name_will_do(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32" and set(name) & set('?"'):
        pytest.skip("Windows knows no such name")
    paths = Paths(tmp_path / name, "im Test")
    plant(paths)
    assert glance.look(paths.file) is not None
    open_store(paths).close()


def test_a_stray_start_of_another_garden_is_no_hindrance(paths: Paths) -> None:
    paths.folder.mkdir()
    left = atomic.beside(paths.file)
    left.write_text("halb fertig")
    open_store(paths).close()
    assert glance.look(paths.file)
    assert not left.exists()


def test_what_a_vanished_garden_left_is_not_mixed_into_a_new_one(paths: Paths) -> None:
    opened = open_store(paths)
    with somebody_reading(paths):
        remember(opened, "wort", "alt")
        log = paths.file.with_name(paths.file.name + "-wal")
        left = log.read_bytes()
    assert left
    opened.close()
    paths.file.unlink()
    log.write_bytes(left)
    with closing(open_store(paths, accept=True)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).all() == []
        assert pragma_of(opened, "integrity_check") == "ok"
    assert left in [path.read_bytes() for path in paths.copies.iterdir()]


@contextmanager
def somebody_reading(paths: Paths) -> Iterator[None]:
    """A program that looks at the garden as it was when it began to look."""
    with closing(sqlite3.connect(paths.file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM garden").fetchone()
        yield


LOSSES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda log: None,
    "deleted": lambda log: log.unlink(),
    "half": lambda log: os.truncate(log, log.stat().st_size // 2),
    "emptied": lambda log: os.truncate(log, 0),
    "zeroed": lambda log: log.write_bytes(bytes(log.stat().st_size)),
}
"""What may happen to what SQLite keeps beside a garden when the program did not end by itself."""


def killed_after_saving(paths: Paths, folder: Path, *, reading: bool) -> Paths:
    """The garden as a power cut leaves it right after something was saved."""
    left = Paths(folder, "")
    with closing(open_store(paths)) as opened:
        with somebody_reading(paths) if reading else nullcontext():
            remember(opened, "wort", "alt")
        with somebody_reading(paths) if reading else nullcontext():
            remember(opened, "wort zwei", "neu")
            shutil.copytree(paths.folder, left.folder)
            shutil.copy(marker._file(paths.file), folder.with_suffix(".json"))
    shutil.copy(folder.with_suffix(".json"), marker._file(paths.file))
    return left


@pytest.mark.parametrize("loss", LOSSES)
def test_what_is_lost_beside_the_file_right_after_a_save_takes_nothing_along(
    paths: Paths, tmp_path: Path, loss: str
) -> None:
    left = killed_after_saving(paths, tmp_path / "danach", reading=False)
    LOSSES[loss](left.file.with_name(left.file.name + "-wal"))
    with closing(open_store(left)) as opened, opened.session() as session:
        assert {row.key for row in session.exec(select(SettingRow))} == {"wort", "wort zwei"}
        assert pragma_of(opened, "integrity_check") == "ok"


@pytest.mark.parametrize("loss", [loss for loss in LOSSES if loss != "nothing"])
def test_what_is_lost_while_somebody_was_reading_is_told(
    paths: Paths, tmp_path: Path, loss: str
) -> None:
    left = killed_after_saving(paths, tmp_path / "danach", reading=True)
    LOSSES[loss](left.file.with_name(left.file.name + "-wal"))
    known = marker._file(paths.file).read_text()
    before, after = (json.dumps(str(one)) for one in (paths.file, left.file))
    marker._file(left.file).write_text(known.replace(before, after))
    with pytest.raises(errors.GardenOlder):
        open_store(left)


# How it writes


@pytest.mark.parametrize(
    ("local", "journal", "synchronous"), [(True, "wal", 2), (False, ROLLBACK.lower(), 3)]
)
def test_the_journal_suits_the_place(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, local: bool, journal: str, synchronous: int
) -> None:
    really = sqlite3.connect

    def connect(*given: Any, **named: Any) -> sqlite3.Connection:
        # Debian builds SQLite with secure_delete on, others do not.
        connection: sqlite3.Connection = really(*given, **named)
        connection.execute("PRAGMA secure_delete=OFF")
        return connection

    monkeypatch.setattr(sqlite3, "connect", connect)
    monkeypatch.setattr(store, "is_local_disk", lambda folder: local)
    with closing(open_store(paths)) as opened:
        for _ in range(2):
            assert pragma_of(opened, "journal_mode") == journal
            assert pragma_of(opened, "synchronous") == synchronous
            assert pragma_of(opened, "foreign_keys") == 1
            assert pragma_of(opened, "secure_delete") == 1


def test_a_garden_carried_to_a_stick_and_back_stays_whole(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, local in enumerate((True, False, True)):
        monkeypatch.setattr(store, "is_local_disk", lambda folder, local=local: local)
        with closing(open_store(paths)) as opened:
            remember(opened, f"wort{number}", number)
            with opened.session() as session:
                assert len(session.exec(select(SettingRow)).all()) == number + 1


def test_every_change_counts_and_what_is_changed_together_counts_the_same(
    paths: Paths, clock: Any
) -> None:
    with closing(open_store(paths, now=clock.now)) as opened:
        with opened.transaction() as change:
            one = change.stamp(SettingRow(voice_id=change.garden.id, key="eins"))
            two = change.stamp(SettingRow(voice_id=change.garden.id, key="zwei"))
            assert one.counter == two.counter == change.garden.changes == 2
            assert one.created_at == one.changed_at == clock.instant
        clock.forward(days=-400)
        with opened.transaction() as change:
            assert change.garden.changes == 3


def test_what_fails_half_way_leaves_nothing(paths: Paths) -> None:
    with closing(open_store(paths)) as opened:
        with pytest.raises(ZeroDivisionError), opened.transaction() as change:
            change.stamp(SettingRow(voice_id=change.garden.id, key="halb"))
            change.session.flush()
            raise ZeroDivisionError
        with opened.session() as session:
            assert session.exec(select(SettingRow)).all() == []
            assert session.exec(select(GardenRow)).one().changes == 1


def test_many_threads_may_read_while_one_writes(paths: Paths) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with closing(open_store(paths)) as opened:

        def read(_: int) -> int:
            with opened.session() as session:
                return len(session.exec(select(SettingRow)).all())

        with ThreadPoolExecutor(12) as pool:
            for number in range(10):
                found = pool.map(read, range(24))
                remember(opened, f"wort{number}", number)
                assert max(found) <= number + 1
        assert read(0) == 10


# Two programs


def test_the_second_opening_reads_and_knows_who_and_since_when(paths: Paths) -> None:
    with closing(open_store(paths)) as first:
        assert not first.read_only
        with closing(open_store(paths)) as second:
            assert second.read_only
            assert "seit" in str(second.holder)
            assert "Uhr" in str(second.holder)
            with second.session() as session:
                assert session.exec(select(VoiceRow)).one().name == "ich"
            with pytest.raises(errors.WriteFailed), second.transaction():
                pass
        remember(first, "wort", "geht noch")
    with closing(open_store(paths)) as third:
        assert not third.read_only


def test_when_the_first_closes_the_next_can_write(paths: Paths) -> None:
    first = open_store(paths)
    second = open_store(paths)
    first.close()
    second.close()
    with closing(open_store(paths)) as third:
        remember(third, "wort", "da")
    assert not paths.holder.exists()


HOLD = """
import sys
from gartenjahr_tui.store.paths import Paths
from tests.store.helpers import open_store
from pathlib import Path
store = open_store(Paths(Path(sys.argv[1]), ""))
print("nur lesen" if store.read_only else "schreibt", flush=True)
sys.stdin.readline()
"""


def test_a_killed_program_leaves_no_lock(paths: Paths) -> None:
    with program(HOLD, paths.folder) as other:
        assert other.hears() == "schreibt"
        with closing(open_store(paths)) as here:
            assert here.read_only
            assert here.holder is not None
        other.kill()
        with closing(open_store(paths)) as here:
            assert not here.read_only
            remember(here, "wort", "da")


def test_a_garden_just_being_made_elsewhere_is_left_alone(paths: Paths) -> None:
    paths.folder.mkdir()
    lock = GardenLock(paths)
    assert lock.take()
    try:
        with pytest.raises(errors.GardenBusy, match="anderen Fenster"):
            open_store(paths)
        assert not paths.file.exists()
    finally:
        lock.release()


def test_a_garden_made_by_another_in_the_same_moment_is_never_overwritten(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one makes, fills and closes it just before the lock is taken here."""
    take = GardenLock.take

    def late(self: GardenLock) -> bool:
        monkeypatch.setattr(GardenLock, "take", take)
        with closing(open_store(paths)) as other:
            remember(other, "wort", "vom anderen")
        return take(self)

    monkeypatch.setattr(GardenLock, "take", late)
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).one().value == "vom anderen"


# What is no garden


def damaged(file: Path) -> None:
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(100)
        stream.write(os.urandom(size - 100))


def cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def scribbled(file: Path) -> None:
    """Only a page in the middle is overwritten; the first rows can still be read."""
    with file.open("r+b") as stream:
        stream.seek(3 * 4096)
        stream.write(b"\xff" * 4096)


def emptied(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for table in ("setting", "answer_version", "answer", "garden"):
            connection.execute(f"DROP TABLE {table}")
        connection.commit()


def without_row(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("DELETE FROM garden")
        connection.commit()


def newer(file: Path) -> None:
    pragma(file, "user_version", glance.SCHEMA + 1)


def other_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE fremd (a)")
        connection.commit()


FAULTS: list[tuple[Callable[[Path], object], type[errors.StoreError]]] = [
    (lambda file: file.write_bytes(b""), errors.NotAWorkbook),
    (lambda file: file.write_text("Liebe Kolleginnen und Kollegen"), errors.NotAWorkbook),
    (lambda file: file.write_bytes(b"SQLite format 3\0"), errors.NotAWorkbook),
    (lambda file: file.write_bytes(bytes(file.stat().st_size)), errors.NotAWorkbook),
    (other_program, errors.NotAWorkbook),
    (newer, errors.NewerFile),
    (damaged, errors.DamagedFile),
    (cut, errors.DamagedFile),
    (scribbled, errors.DamagedFile),
    (emptied, errors.DamagedFile),
    (without_row, errors.DamagedFile),
]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    FAULTS,
    ids=[
        *("empty", "text", "header-only", "zeros", "other-database", "newer", "garbage"),
        *("truncated", "scribbled", "tables-gone", "garden-gone"),
    ],
)
@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_what_is_no_sound_garden_is_refused_and_not_touched(
    paths: Paths, spoil: Callable[[Path], object], fault: type[errors.StoreError], journal: str
) -> None:
    plant(paths)
    pragma(paths.file, "journal_mode", journal)
    spoil(paths.file)
    paths.lock.unlink(missing_ok=True)
    before = state_of_folder(paths.folder)
    for look in (lambda: glance.look(paths.file), lambda: open_store(paths)):
        try:
            look()
        except errors.StoreError as error:
            assert type(error) is fault
            assert str(paths.file) in str(error)
            assert str(error).endswith((".", ")"))
        else:
            # The first glance reads a few rows only; the opening looks at everything.
            assert fault is errors.DamagedFile
    after = state_of_folder(paths.folder)
    after.pop(paths.lock.name, None)
    assert after == before
    with pytest.raises(fault):
        open_store(paths, accept=True)


def test_after_a_refusal_the_lock_is_free(paths: Paths) -> None:
    good = plant(paths)
    damaged(paths.file)
    for _ in range(3):
        with pytest.raises(errors.DamagedFile):
            open_store(paths)
    paths.file.write_bytes(good)
    with closing(open_store(paths)) as opened:
        assert not opened.read_only


def test_a_folder_in_the_place_of_the_file_is_no_damaged_garden(paths: Paths) -> None:
    paths.file.mkdir(parents=True)
    with pytest.raises(errors.OpenFailed):
        open_store(paths)


def test_a_file_in_the_place_of_the_folder(paths: Paths) -> None:
    paths.folder.write_text("")
    with pytest.raises((errors.FolderUnwritable, errors.OpenFailed)):
        open_store(paths)


def test_a_folder_that_cannot_be_written(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(paths)
    before = state_of_folder(paths.folder)

    really_open = os.open

    def refuse(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        """Root may write everywhere, so the system is played."""
        if flags & os.O_CREAT and str(path).startswith(str(paths.folder)):
            raise PermissionError(13, "Permission denied")
        return really_open(path, flags, *rest, **options)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        with pytest.raises(errors.FolderUnwritable, match="--daten"):
            open_store(paths)
    assert state_of_folder(paths.folder) == before


def test_a_lock_that_cannot_be_made(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(paths)

    def refuse(self: GardenLock) -> bool:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(GardenLock, "take", refuse)
    with pytest.raises(errors.FolderUnwritable):
        open_store(paths)


def test_a_full_disk_while_the_garden_is_made_leaves_no_half_garden(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OperationalError("", {}, sqlite3.OperationalError("database or disk is full"))

    monkeypatch.setattr("gartenjahr_tui.store.migrate.upgrade", full)
    with pytest.raises(errors.FolderUnwritable):
        open_store(paths)
    monkeypatch.undo()
    assert {path.name for path in paths.folder.iterdir()} <= {paths.lock.name}


@pytest.mark.parametrize("code", ["SQLITE_FULL", "SQLITE_IOERR", "SQLITE_BUSY", "SQLITE_CANTOPEN"])
def test_trouble_of_the_disk_is_not_called_damage(paths: Paths, code: str) -> None:
    """Else somebody would put an old copy in the place of a good file."""
    fault = sqlite3.OperationalError("irgendetwas")
    fault.sqlite_errorcode = getattr(sqlite3, code)
    for error in (fault, OperationalError("SELECT", {}, fault)):
        assert type(errors.open_error(paths.file, error)) is errors.OpenFailed


def test_another_program_that_holds_the_file_is_not_called_damage(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "is_local_disk", lambda folder: False)
    plant(paths)
    monkeypatch.setattr("gartenjahr_tui.store.engine.BUSY_MILLISECONDS", 1)
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: real(*a, **{**k, "timeout": 0.001}))
    with closing(real(paths.file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(errors.OpenFailed):
            open_store(paths)
        with pytest.raises(errors.OpenFailed):
            glance.look(paths.file)
    with closing(open_store(paths)) as opened:
        assert not opened.read_only


HALF_WRITTEN = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size=1")
c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE garden SET library='halb'")
c.execute("CREATE TABLE ballast (a)")
for i in range(200):
    c.execute("INSERT INTO ballast VALUES (?)", ("x" * 3000,))
print("mitten drin", flush=True)
sys.stdin.readline()
"""


def test_a_program_killed_in_the_middle_of_a_save_on_a_stick(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The half save is taken back; the garden is not called damaged."""
    monkeypatch.setattr(store, "is_local_disk", lambda folder: False)
    with closing(open_store(paths)) as opened:
        remember(opened, "wort", "ganz")
    pragma(paths.file, "journal_mode", "delete")
    with program(HALF_WRITTEN, paths.file) as other:
        assert other.hears() == "mitten drin"
        other.kill()
    assert paths.file.with_name(paths.file.name + "-journal").stat().st_size
    seen = glance.look(paths.file)
    assert seen is not None
    assert seen.library == ""
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).one().value == "ganz"


def test_a_first_glance_after_a_kill_sees_what_was_saved_last(paths: Paths) -> None:
    code = HOLD.replace(
        "sys.stdin.readline()",
        "from gartenjahr_tui.models import GardenRow\n"
        "with store.transaction() as change:\n"
        '    change.garden.library = "Stadtbücherei"\n'
        'print("gesichert", flush=True)\nsys.stdin.readline()',
    )
    with program(code, paths.folder) as other:
        assert [other.hears(), other.hears()] == ["schreibt", "gesichert"]
        other.kill()
    seen = glance.look(paths.file)
    assert seen is not None
    assert seen.library == "Stadtbücherei"


# The marker


def test_a_garden_that_is_gone_is_not_begun_anew(paths: Paths) -> None:
    plant(paths)
    paths.file.unlink()
    with pytest.raises(errors.GardenGone, match="--trotzdem"):
        open_store(paths)
    assert not paths.file.exists()
    with closing(open_store(paths, accept=True)) as opened:
        assert not opened.read_only
    open_store(paths).close()


def test_where_the_stick_is_missing_no_folder_is_made(paths: Paths) -> None:
    plant(paths)
    shutil.rmtree(paths.folder)
    with pytest.raises(errors.GardenGone):
        open_store(paths)
    assert not paths.folder.exists()


def test_an_older_file_is_refused_untouched_until_one_says_nevertheless(paths: Paths) -> None:
    old = plant(paths)
    with closing(open_store(paths)) as opened:
        remember(opened, "wort", "neuer")
    paths.file.write_bytes(old)
    before = state_of_folder(paths.folder)
    with pytest.raises(errors.GardenOlder, match="--trotzdem"):
        open_store(paths)
    assert state_of_folder(paths.folder) == before
    open_store(paths, accept=True).close()
    open_store(paths).close()


def test_another_garden_in_its_place_is_refused(paths: Paths, tmp_path: Path) -> None:
    other = Paths(tmp_path / "anderer", "im Test")
    plant(other)
    with closing(open_store(other)) as opened:
        for number in range(5):
            remember(opened, f"wort{number}", number)
    plant(paths)
    shutil.copyfile(other.file, paths.file)
    with pytest.raises(errors.GardenOlder):
        open_store(paths)


def test_after_a_kill_the_marker_still_knows_how_far_the_garden_was(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = plant(paths)
    monkeypatch.setattr(store, "MARK_EVERY", -1.0)
    with closing(open_store(paths)) as opened:
        remember(opened, "wort", "neuer")
        mark = marker.read(paths.file)
        assert mark is not None
        assert mark.changes == 2
        monkeypatch.setattr(store.Store, "close", lambda self: None)
        opened.engine.dispose()
        opened._lock.release()
    monkeypatch.undo()
    paths.file.write_bytes(old)
    with pytest.raises(errors.GardenOlder):
        open_store(paths)


def test_where_the_marker_cannot_be_kept_everything_else_works(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "keine-ordner"
    blocked.write_text("")
    monkeypatch.setenv("GARTENJAHR_PROFIL", str(blocked))
    plant(paths)
    open_store(paths).close()
    assert marker.read(paths.file) is None


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 3}', "null", "\x00"])
def test_a_marker_that_makes_no_sense_is_no_hindrance(paths: Paths, content: str) -> None:
    plant(paths)
    marker._file(paths.file).write_text(content)
    (state_folder() / "gaerten.json").write_text(content)
    open_store(paths).close()
    mark = marker.read(paths.file)
    assert mark is not None
    assert mark.changes == 1


def test_on_windows_the_marker_outlasts_the_usual_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Windows knows one place for both: the marker would vanish with what it tells of."""
    monkeypatch.setattr(sys, "platform", "win32")
    usual = Paths(usual_folder(), "üblich")
    assert state_folder() != usual.folder
    assert usual.folder not in state_folder().parents
    usual.folder.mkdir(parents=True)
    marker.write(usual.file, "abc", 3)
    shutil.rmtree(usual.folder)
    with pytest.raises(errors.GardenGone):
        marker.check(usual.file, None, 0)


def test_a_marker_that_earlier_versions_kept_elsewhere_is_found_again(tmp_path: Path) -> None:
    files = [tmp_path / "a.db", tmp_path / "b.db"]
    marks = {str(file): {"garden": "abc", "changes": 3, "seen": "01.02.2026"} for file in files}
    usual_folder().mkdir(parents=True)
    (usual_folder() / "gaerten.json").write_text(json.dumps(marks), encoding="utf-8")
    assert marker.read(files[0]) == marker.Mark("abc", 3, "01.02.2026")
    marker.write(files[0], "abc", 4)
    assert [mark and mark.changes for mark in map(marker.read, files)] == [4, 3]
    marker.forget(files[1])
    assert marker.read(files[1]) is None


def test_of_gardens_noted_at_once_all_are_remembered(
    tmp_path: Path,
) -> None:
    files = [tmp_path / f"{number}.db" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda file: marker.write(file, "abc", 1), files))
    assert all(map(marker.read, files))


# While it is open


@POSIX
@pytest.mark.parametrize("replaced", [False, True])
def test_writing_into_a_file_that_was_taken_away_is_noticed(paths: Paths, replaced: bool) -> None:
    """SQLite goes on writing into a file without a name, and everything would be lost."""
    with closing(open_store(paths)) as opened:
        aside = paths.file.with_name("verschoben.db")
        paths.file.rename(aside)
        if replaced:
            shutil.copyfile(aside, paths.file)
        with pytest.raises(errors.FileVanished, match="verschwunden"):
            remember(opened, "wort", "verloren?")
        aside.replace(paths.file)
        remember(opened, "wort", "wieder da")
        with opened.session() as session:
            assert session.exec(select(SettingRow)).one().value == "wieder da"


def test_a_full_disk_is_told_in_german_and_over_when_there_is_room(paths: Paths) -> None:
    with closing(open_store(paths)) as opened:
        with opened.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        with pytest.raises(errors.DiskFull, match="voll"):
            remember(opened, "wort", "x" * 1_000_000)
        with opened.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count=1000000")
        remember(opened, "wort", "x" * 1_000_000)


def test_a_file_that_may_not_be_written_is_told_in_german(paths: Paths) -> None:
    with closing(open_store(paths)) as opened:
        with opened.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=ON")
        with pytest.raises(errors.WriteRefused, match="Schreibrechte"):
            remember(opened, "wort", "da")
        with opened.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA query_only=OFF")
        remember(opened, "wort", "da")


def test_the_persons_words_never_decide_what_a_fault_is(paths: Paths) -> None:
    """SQLAlchemy puts the values into its message; „full“ and „readonly“ may stand in them."""
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR
    for words in ("the house is full", "readonly", "permission", "unable to open"):
        error = OperationalError("INSERT", {"value": words}, fault)
        assert type(errors.write_error(error)) is errors.DiskTrouble


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(28, "No space left on device"), errors.DiskFull),
        (PermissionError(13, "Permission denied"), errors.WriteRefused),
        (OSError(30, "Read-only file system"), errors.WriteRefused),
        (OSError(5, "Input/output error"), errors.DiskTrouble),
        (RuntimeError(""), errors.DiskTrouble),
        (errors.DiskFull(), errors.DiskFull),
    ],
)
def test_what_the_system_says_becomes_a_sentence(error: Exception, kind: type) -> None:
    found = errors.write_error(error)
    assert type(found) is kind
    assert "Ihr Text steht noch im Feld" in str(found)


def test_what_can_never_be_saved_is_told_apart_from_the_disk(paths: Paths) -> None:
    with closing(open_store(paths)) as opened:
        with pytest.raises(errors.WriteRejected):
            remember(opened, "wort", object())
        with pytest.raises(errors.WriteRejected), opened.transaction() as change:
            for _ in range(2):
                change.stamp(VoiceRow(name="ich"))
        with opened.session() as session:
            assert session.execute(text("SELECT count(*) FROM setting")).scalar() == 0


def test_a_garden_is_filled_once(tmp_path: Path) -> None:
    again: list[Transaction] = []
    where = Paths(tmp_path / "a" / "b" / "c", "im Test")
    Store.open(where, fill).close()
    Store.open(where, again.append).close()
    assert again == []
