"""Safe copies: one a day by itself, thinned out with time, brought back whole or not at all."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gartenjahr_tui.cli.rescue import told
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.models import SettingRow
from gartenjahr_tui.store import backups, copying, glance, marker
from gartenjahr_tui.store.backups import CopyKind
from gartenjahr_tui.store.errors import (
    CopyFailed,
    CopyUnfit,
    DamagedFile,
    FileInUse,
    FolderUnwritable,
    GardenInUse,
    PlaceUnfit,
    ReturnFailed,
    StoreError,
)
from gartenjahr_tui.store.paths import Paths
from tests.conftest import Clock, OpenBook
from tests.store.helpers import open_store, plant, pragma, program, state_of_folder

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def word(paths: Paths, text: str) -> None:
    """Write a word into the garden and close it."""
    with closing(open_store(paths)) as store, store.transaction() as change:
        change.stamp(SettingRow(voice_id=change.garden.id, key=text, value=text))


def words(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [key for (key,) in connection.execute("SELECT key FROM setting ORDER BY key")]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def copy_all(paths: Paths, now: datetime) -> str:
    """What happens once a day, here and in the second place."""
    return f"{backups.daily(paths, now)} {backups.carry(paths, now)}".strip()


def day_after_day(paths: Paths, start: datetime, days: int) -> list[date]:
    """Work every day, and say from which days there are copies in the end."""
    for number in range(days):
        word(paths, f"{number}")
        assert copy_all(paths, start + timedelta(days=number)) == ""
    return sorted(copy.taken.date() for copy in backups.copies_in(paths.copies))


# The copy of the day


def test_once_a_day_the_garden_is_copied_whole(paths: Paths) -> None:
    word(paths, "da")
    assert backups.daily(paths, NOON) == ""
    (copy,) = backups.copies_in(paths.copies)
    assert copy.kind is CopyKind.DAILY
    assert copy.taken.date() == date(2026, 11, 22)
    assert words(copy.file) == ["da"]
    assert copying.state_of(copy.file) == copying.state_of(paths.file)
    assert names(paths.copies) == [copy.file.name], "nothing lies beside it"
    if os.name == "posix":
        assert copy.file.stat().st_mode & 0o077 == 0
    word(paths, "mehr")
    backups.daily(paths, NOON + timedelta(hours=3))
    assert len(backups.copies_in(paths.copies)) == 1


def test_where_nothing_has_changed_there_is_no_second_copy(paths: Paths) -> None:
    plant(paths)
    backups.daily(paths, NOON)
    backups.daily(paths, NOON + timedelta(days=1))
    assert len(backups.copies_in(paths.copies)) == 1
    word(paths, "neu")
    backups.daily(paths, NOON + timedelta(days=2))
    assert len(backups.copies_in(paths.copies)) == 2


def test_a_copy_by_hand_is_enough_while_nothing_changes(paths: Paths) -> None:
    plant(paths)
    backups.by_hand(paths, None, NOON)
    backups.daily(paths, NOON + timedelta(hours=1))
    assert [copy.kind for copy in backups.copies_in(paths.copies)] == [CopyKind.BY_HAND]


def test_the_open_garden_is_copied_with_what_is_not_in_the_file_itself_yet(
    paths: Paths, open_book: OpenBook, clock: Clock, prompt: Prompt
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.flush()
    assert book.copy_daily() == ""
    (copy,) = backups.copies_in(paths.copies)
    with closing(sqlite3.connect(copy.file)) as connection:
        assert "Apfelmus" in str(connection.execute("SELECT value FROM answer").fetchall())


def test_an_empty_garden_and_a_second_window_make_no_copies(
    paths: Paths, open_book: OpenBook, prompt: Prompt
) -> None:
    book = open_book()
    book.copy_daily()
    book.put(prompt, {"text": "Apfelmus"})
    book.flush()
    second = open_book()
    assert second.read_only
    second.copy_daily()
    assert not paths.copies.exists()


def test_typing_goes_on_while_a_copy_is_made(
    paths: Paths, open_book: OpenBook, clock: Clock, prompt: Prompt, monkeypatch: Any
) -> None:
    book = open_book()
    for number in range(50):
        book.cards.add("partner", {"name": f"Zoo {number}"})
    book.flush()
    monkeypatch.setattr(copying, "STEP_PAGES", 1)
    texts = iter(range(10_000))
    saved: list[bool] = []

    def type_and_save(share: float) -> None:
        if len(saved) < 5:
            book.put(prompt, {"text": f"Wort {next(texts)}"})
            saved.append(book.flush(5))

    before = copying.state_of(paths.file)
    backups.daily(paths, clock.now(), type_and_save)
    assert saved == [True] * 5
    (copy,) = backups.copies_in(paths.copies)
    assert copying.state_of(copy.file) == before, "one moment, from the first page to the last"


def test_without_wal_others_may_write_between_two_steps(paths: Paths, monkeypatch: Any) -> None:
    """So it is on sticks and network drives; the copy then holds the newer state."""
    monkeypatch.setattr("gartenjahr_tui.store.store.is_local_disk", lambda folder: False)
    monkeypatch.setattr(copying, "STEP_PAGES", 1)
    word(paths, "zuvor")
    written: list[str] = []

    def write(share: float) -> None:
        if len(written) < 2:
            written.append(f"während {len(written)}")
            word(paths, written[-1])

    backups.daily(paths, NOON, write)
    (copy,) = backups.copies_in(paths.copies)
    assert words(copy.file) == words(paths.file) == ["während 0", "während 1", "zuvor"]


def test_who_never_stops_saving_does_not_keep_the_copy_from_its_end(
    paths: Paths, monkeypatch: Any
) -> None:
    monkeypatch.setattr("gartenjahr_tui.store.store.is_local_disk", lambda folder: False)
    monkeypatch.setattr(copying, "STEP_PAGES", 1)
    plant(paths)
    tried: list[bool] = []

    def write(share: float) -> None:
        with closing(sqlite3.connect(paths.file, timeout=0)) as connection:
            try:
                connection.execute("UPDATE alembic_version SET version_num = version_num")
                connection.commit()
            except sqlite3.OperationalError:
                tried.append(False)
            else:
                tried.append(True)

    assert backups.daily(paths, NOON, write) == ""
    assert tried.count(True) < len(tried), "for a moment others have waited"
    assert len(backups.copies_in(paths.copies)) == 1
    write(1)
    assert tried[-1], "and then they go on"


def test_the_end_stops_a_copy_and_leaves_nothing_of_it(
    paths: Paths, open_book: OpenBook, prompt: Prompt, monkeypatch: Any
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.flush()
    begun, ending = threading.Event(), threading.Event()
    real = backups.daily

    def slow(paths: Paths, now: datetime, step: copying.OnShare) -> str:
        def wait(share: float) -> None:
            begun.set()
            ending.wait(10)
            while True:
                step(share)

        return real(paths, now, wait)

    monkeypatch.setattr(backups, "daily", slow)
    copying = threading.Thread(target=book.copy_daily)
    copying.start()
    assert begun.wait(10)
    ending.set()
    assert book.close()
    copying.join(10)
    assert not copying.is_alive()
    assert names(paths.copies) == []
    assert not any(path.exists() for path in glance.beside(paths.file))


# What is kept


def test_after_three_years_a_handful_is_left_with_every_year_end(paths: Paths) -> None:
    start = date(2024, 1, 1)
    copies: set[tuple[date, str]] = set()
    for number in range(3 * 366):
        today = start + timedelta(days=number)
        copies.add((today, today.isoformat()))
        gone = backups.outdated(copies, today)
        copies = {copy for copy in copies if copy[1] not in gone}
    last = date(2027, 1, 2)
    left = sorted(day for day, _ in copies if day <= last)
    assert len(left) <= 7 + 4 + 12 + 3
    assert {date(2024, 12, 31), date(2025, 12, 31), date(2026, 12, 31)} <= set(left)
    assert all(last - timedelta(days=days) in left for days in range(7))
    assert date(2026, 2, 28) in left


@pytest.mark.parametrize("number", range(7))
def test_the_last_seven_days_are_kept_whatever_day_of_the_week_it_is(number: int) -> None:
    today = date(2026, 6, 15) + timedelta(days=number)
    days = [today - timedelta(days=days) for days in range(14)]
    gone = backups.outdated([(day, day.isoformat()) for day in days], today)
    ends_of_weeks = {day for day in days if day.weekday() == 6}
    assert gone == {day.isoformat() for day in days[7:] if day not in ends_of_weeks}


def test_a_leap_day_is_a_day(paths: Paths) -> None:
    word(paths, "da")
    days = day_after_day(paths, datetime(2028, 2, 24, 12, tzinfo=UTC), 10)
    assert date(2028, 2, 29) in days
    assert days[-7:] == [date(2028, 2, 27) + timedelta(days=n) for n in range(7)]


def test_after_a_long_leave_nothing_is_lost() -> None:
    copies = [(date(2026, 1, 10 + n), f"{n}") for n in range(7)]
    assert backups.outdated([*copies, (date(2027, 6, 1), "neu")], date(2027, 6, 1)) <= {"0"}


@given(
    days=st.sets(st.dates(date(2020, 1, 1), date(2032, 12, 31)), max_size=80),
    today=st.dates(date(2020, 1, 1), date(2032, 12, 31)),
)
def test_whatever_the_clock_says_the_newest_and_the_future_stay(
    days: set[date], today: date
) -> None:
    copies = {(day, day.isoformat()) for day in days}
    gone = {date.fromisoformat(name) for name in backups.outdated(copies, today)}
    left, past = days - gone, sorted(day for day in days if day <= today)
    assert all(day <= today for day in gone)
    assert set(past[-7:]) <= left
    for year in {day.year for day in past}:
        assert max(day for day in past if day.year == year) in left
    assert len(left & set(past)) <= 7 + 4 + 12 + 13
    rest = {copy for copy in copies if copy[0] in left}
    assert backups.outdated(rest, today) == set(), "what was kept once is kept again"


@given(days=st.lists(st.dates(date(2024, 12, 20), date(2025, 1, 12)), max_size=40))
def test_of_each_day_only_the_newest_is_kept(days: list[date]) -> None:
    copies = {(day, f"{day}-{number:03}") for number, day in enumerate(days)}
    gone = backups.outdated(copies, date(2025, 1, 12))
    left = [day for day, name in copies if name not in gone]
    assert len(left) == len(set(left))
    for day, name in copies:
        if name not in gone:
            assert name == max(other for d, other in copies if d == day)


def test_a_clock_set_back_costs_no_copy(paths: Paths) -> None:
    future = datetime(2036, 5, 1, 12, tzinfo=UTC)
    word(paths, "später")
    backups.daily(paths, future)
    days = day_after_day(paths, NOON, 12)
    assert date(2036, 5, 1) in days
    assert date(2026, 12, 3) in days


def test_only_old_daily_copies_of_this_garden_are_removed(paths: Paths) -> None:
    plant(paths)
    paths.copies.mkdir()
    kept = [
        "Sicherung vom Chef.db",
        "sicherung-2026-11-01-120000-37306e56 Kopie.db",
        "sicherung-2026-13-99-120000-37306e56.db",
        "sicherung-2026-01-01-120000-00000000.db",
        "sicherung-2026-01-02-120000-00000000.db",
        "beschaedigt-2020-01-01-120000.db",
        "vor-umstellung-2020-01-01-120000-123456.db",
        "notizen.txt",
        *(f"von-hand-2020-01-{day:02}-120000-00000000.db" for day in range(1, 20)),
    ]
    for name in kept:
        (paths.copies / name).write_text("x")
    day_after_day(paths, NOON - timedelta(days=40), 40)
    assert set(kept) <= set(names(paths.copies))
    assert len(backups.copies_in(paths.copies)) < 40


# The second place


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_copies_go_to_the_stick_too_once_it_is_there(paths: Paths, stick: Path) -> None:
    word(paths, "da")
    backups.set_second_place(paths, stick)
    stick.rmdir()
    said = copy_all(paths, NOON)
    assert "gerade nicht da" in said
    assert str(stick) in said
    assert copy_all(paths, NOON) == "", "said once a day"
    assert not stick.exists()
    stick.mkdir()
    assert copy_all(paths, NOON) == ""
    (copy,) = backups.copies_in(stick)
    assert words(copy.file) == ["da"]
    stick_gone = stick.rename(stick.with_name("weg"))
    assert "gerade nicht da" in copy_all(paths, NOON + timedelta(days=1))
    assert backups.copies_in(stick_gone)


def test_a_full_stick_does_not_stop_the_copy_at_home(
    paths: Paths, stick: Path, monkeypatch: Any
) -> None:
    word(paths, "da")
    backups.set_second_place(paths, stick)
    real = copying.copy_to

    def full(file: Path, fresh: Path, step: copying.OnShare) -> copying.State:
        if fresh.parent == stick:
            fresh.write_bytes(b"halb")
            raise OSError(errno.ENOSPC, "voll")
        return real(file, fresh, step)

    monkeypatch.setattr(backups, "copy_to", full)
    assert "der Datenträger ist voll" in copy_all(paths, NOON)
    assert names(stick) == []
    assert len(backups.copies_in(paths.copies)) == 1
    assert copy_all(paths, NOON + timedelta(hours=1)) == "", "said once a day"
    assert "der Datenträger ist voll" in copy_all(paths, NOON + timedelta(days=1))


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody may write in")
def test_where_nothing_may_be_written_there_is_no_second_place(paths: Paths, stick: Path) -> None:
    word(paths, "da")
    with pytest.raises(FolderUnwritable):
        backups.set_second_place(paths, Path("/proc/self"))
    assert backups.second_place(paths) is None
    backups.set_second_place(paths, stick)
    stick.rmdir()
    stick.symlink_to("/proc/self")
    assert "ließ sich keine Sicherung anlegen" in copy_all(paths, NOON)
    assert copy_all(paths, NOON + timedelta(hours=1)) == "", "said once a day"
    assert len(backups.copies_in(paths.copies)) == 1


@pytest.mark.parametrize("place", ["gone", "copies", "folder", "file"])
def test_what_is_no_second_place_is_refused(paths: Paths, stick: Path, place: str) -> None:
    word(paths, "da")
    paths.copies.mkdir()
    given = {
        "gone": stick / "weg",
        "copies": paths.copies,
        "folder": paths.folder / "." / "sicherungen" / "..",
        "file": paths.file,
    }[place]
    with pytest.raises(PlaceUnfit):
        backups.set_second_place(paths, given)
    assert backups.second_place(paths) is None
    assert not (stick / "weg").exists()


def test_a_drive_that_never_answers_is_not_there(
    paths: Paths, stick: Path, monkeypatch: Any
) -> None:
    word(paths, "da")
    backups.set_second_place(paths, stick)
    backups.by_hand(paths, None, NOON)
    never, real = threading.Event(), Path.is_dir

    def is_dir(self: Path) -> bool:
        return (never.wait(30) and False) if self == stick else real(self)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    monkeypatch.setattr(backups, "PATIENCE", 0.05)
    monkeypatch.setattr(backups, "ANSWER_SECONDS", 0.05)
    try:
        assert not backups.is_there(stick)
        assert not backups.answers(paths)
        made, note = backups.by_hand(paths, None, NOON + timedelta(hours=1))
        assert len(made) == 1
        assert "gerade nicht da" in note
    finally:
        never.set()


def test_two_gardens_share_a_stick_and_leave_each_other_alone(tmp_path: Path, stick: Path) -> None:
    one, two = (Paths(tmp_path / name, "im Test") for name in ("eins", "zwei"))
    for place in (one, two):
        word(place, "da")
        backups.set_second_place(place, stick)
    day_after_day(two, NOON - timedelta(days=60), 1)
    before = set(names(stick))
    day_after_day(one, NOON, 20)
    assert before <= set(names(stick))
    own = {copy.garden for copy in backups.all_copies(one)}
    assert len(own) == 1, "the other garden's copies are not offered here"


# What can go wrong


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (OSError(errno.ENOSPC, "No space left"), "der Datenträger ist voll"),
        (OSError(errno.EROFS, "Read-only"), "dort darf nicht geschrieben werden"),
        (sqlite3.OperationalError("database or disk is full"), "der Datenträger ist voll"),
        (OSError(errno.EIO, "I/O error"), "antwortet nicht wie erwartet"),
    ],
)
def test_a_disk_that_takes_no_copy_is_named_and_nothing_half_stays(
    paths: Paths, fault: Exception, reason: str
) -> None:
    plant(paths)
    before = state_of_folder(paths.folder)

    def fail(share: float) -> None:
        raise fault

    assert reason in backups.daily(paths, NOON, fail)
    with pytest.raises(CopyFailed, match=reason):
        backups.by_hand(paths, None, NOON, fail)
    assert state_of_folder(paths.folder) == before


def test_ctrl_c_leaves_no_half_copy(paths: Paths) -> None:
    plant(paths)
    before = state_of_folder(paths.folder)

    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.by_hand(paths, None, NOON, stop)
    backups.by_hand(paths, None, NOON)
    (copy,) = backups.copies_in(paths.copies)
    during = state_of_folder(paths.folder)
    with pytest.raises(KeyboardInterrupt):
        backups.bring_back(paths, copy.file, NOON, stop)
    assert state_of_folder(paths.folder) == during
    assert before.items() <= during.items()


def test_two_copies_of_the_same_second_leave_each_other_alone(paths: Paths) -> None:
    """As when the garden is opened again while the copy of the window before is still made."""
    word(paths, "da")
    during: list[backups.Copy] = []

    def meanwhile(share: float) -> None:
        if not during:
            during.append(backups.make(paths.file, paths.copies, CopyKind.DAILY, NOON))

    backups.make(paths.file, paths.copies, CopyKind.DAILY, NOON, meanwhile)
    assert [words(copy.file) for copy in backups.copies_in(paths.copies)] == [["da"], ["da"]]
    assert not list(paths.copies.glob("*.neu"))


def test_a_copy_that_is_not_sound_never_gets_its_name(paths: Paths, monkeypatch: Any) -> None:
    plant(paths)
    monkeypatch.setattr(glance, "faults", lambda *_: ["page 3: bad"])
    assert "ließ sich keine Sicherung anlegen" in backups.daily(paths, NOON)
    assert names(paths.copies) == []


KILLED = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from gartenjahr_tui.store import backups
from gartenjahr_tui.store.paths import Paths

def wait(share):
    print("halb", flush=True)
    input()

backups.daily(Paths(Path(sys.argv[1]), ""), datetime(2026, 11, 22, 12, tzinfo=UTC), wait)
"""


def test_what_a_killed_program_left_is_no_copy_and_goes_with_the_next_one(paths: Paths) -> None:
    word(paths, "da")
    with program(KILLED, paths.folder) as other:
        assert other.hears() == "halb"
        (left,) = names(paths.copies)
        assert left.endswith(".neu")
        assert backups.copies_in(paths.copies) == []
        backups.daily(paths, NOON)
        assert left in names(paths.copies), "the other one is at work"
        other.kill()
    if sys.platform == "win32":  # where nobody can ask for a process it takes a day
        long_ago = (datetime.now(UTC) - timedelta(days=2)).timestamp()
        os.utime(paths.copies / left, (long_ago, long_ago))
    backups.by_hand(paths, None, NOON)
    assert left not in names(paths.copies)


# Bringing back


def copied(paths: Paths) -> Path:
    """A garden with a copy of „alt“, in which „neu“ was written afterwards."""
    word(paths, "alt")
    ((copy,), _) = backups.by_hand(paths, None, NOON)
    word(paths, "neu")
    return copy.file


def test_bringing_back_keeps_the_present_state_and_opens_without_a_question(
    paths: Paths,
) -> None:
    copy = copied(paths)
    before = copying.state_of(paths.file)
    done = backups.bring_back(paths, copy, NOON)
    assert words(paths.file) == ["alt"]
    assert done.kept is not None
    assert done.kept.kind is CopyKind.BEFORE_RETURN
    assert words(done.kept.file) == ["alt", "neu"]
    assert copying.state_of(done.kept.file) == before
    assert done.aside is None
    assert copy.exists()
    open_store(paths).close()
    backups.bring_back(paths, done.kept.file, NOON)
    assert words(paths.file) == ["alt", "neu"], "and it can be taken back"
    assert not list(paths.folder.glob("*.neu"))


def test_after_bringing_back_the_next_day_is_copied_again(paths: Paths) -> None:
    """Even when the counter comes to the number it had before."""
    copy = copied(paths)
    backups.bring_back(paths, copy, NOON)
    word(paths, "anders")
    backups.daily(paths, NOON + timedelta(days=1))
    newest = backups.copies_in(paths.copies)[0]
    assert newest.kind is CopyKind.DAILY
    assert words(newest.file) == ["alt", "anders"]


def test_while_the_garden_is_open_nothing_is_brought_back(paths: Paths) -> None:
    copy = copied(paths)
    before = paths.file.read_bytes()
    with closing(open_store(paths)), pytest.raises(GardenInUse, match="gerade offen"):
        backups.bring_back(paths, copy, NOON)
    assert paths.file.read_bytes() == before
    backups.bring_back(paths, copy, NOON)


READER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("BEGIN")
connection.execute("SELECT * FROM garden").fetchall()
print("liest", flush=True)
input()
"""


def test_while_somebody_reads_nothing_is_brought_back(paths: Paths) -> None:
    copy = copied(paths)
    with program(READER, paths.file) as other:
        assert other.hears() == "liest"
        with pytest.raises(FileInUse, match="anderes Programm") as told:
            backups.bring_back(paths, copy, NOON)
        assert "unbekannt" not in str(told.value)
        assert words(paths.file) == ["alt", "neu"]
    backups.bring_back(paths, copy, NOON)
    assert words(paths.file) == ["alt"]


@pytest.mark.parametrize("content", [b"", b"kein Garten", None])
def test_a_damaged_copy_is_not_brought_back(paths: Paths, content: bytes | None) -> None:
    copy = copied(paths)
    copy.write_bytes(copy.read_bytes()[:9000] if content is None else content)
    before = state_of_folder(paths.folder)
    with pytest.raises(CopyUnfit, match="beschädigt oder keine Sicherung"):
        backups.bring_back(paths, copy, NOON)
    assert state_of_folder(paths.folder) == before


def test_on_a_full_disk_everything_stays_as_it_is(paths: Paths, monkeypatch: Any) -> None:
    copy = copied(paths)
    before = state_of_folder(paths.folder)

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "voll")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(StoreError, match="voll"):
            backups.bring_back(paths, copy, NOON)
    assert state_of_folder(paths.folder) == before
    assert words(paths.file) == ["alt", "neu"]


def test_a_copy_of_an_older_schema_is_brought_up_to_date_at_the_next_start(
    paths: Paths, monkeypatch: Any
) -> None:
    import gzip

    old = paths.folder.parent / "alt.db"
    packed = Path(__file__).with_name("garten-schema-1.db.gz")
    old.write_bytes(gzip.decompress(packed.read_bytes()))
    backups.bring_back(paths, old, NOON)
    assert pragma(paths.file, "user_version") == 1
    open_store(paths).close()
    assert pragma(paths.file, "user_version") == glance.SCHEMA


def test_on_a_new_computer_a_copy_alone_is_enough(paths: Paths, tmp_path: Path) -> None:
    copy = copied(paths)
    there = Paths(tmp_path / "neuer Rechner", "im Test")
    done = backups.bring_back(there, copy, NOON)
    assert done == backups.Returned(None, None)
    assert words(there.file) == ["alt"]
    open_store(there).close()


# A garden that cannot be read


def damage(file: Path) -> bytes:
    """Spoil a garden behind its header; returns its bytes."""
    data = bytearray(file.read_bytes())
    data[4096:] = b"\x55" * (len(data) - 4096)
    file.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("content", [b"", b"kein Garten", None])
def test_what_cannot_be_read_is_put_aside_and_the_newest_good_copy_is_named(
    paths: Paths, content: bytes | None
) -> None:
    word(paths, "alt")
    backups.daily(paths, NOON)
    word(paths, "neu")
    ((bad,), _) = backups.by_hand(paths, None, NOON + timedelta(days=1))
    bad.file.write_bytes(b"zerrieben")
    if content is None:
        content = damage(paths.file)
    else:
        paths.file.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        open_store(paths)
    said = told(caught.value)
    assert "22.11.2026" in said
    assert "sicherung zurueckholen 2" in said, "the first one is damaged too"
    assert paths.file.read_bytes() == content, "looking changes nothing"
    good = backups.all_copies(paths)[1]
    done = backups.bring_back(paths, good.file, NOON)
    assert done.aside is not None
    assert done.aside.parent == paths.copies
    assert done.aside.read_bytes() == content
    assert words(paths.file) == ["alt"]
    open_store(paths).close()


def test_the_copy_on_the_stick_helps_where_those_beside_the_garden_are_gone(
    paths: Paths, stick: Path
) -> None:
    word(paths, "alt")
    backups.set_second_place(paths, stick)
    copy_all(paths, NOON)
    for copy in backups.copies_in(paths.copies):
        copy.file.unlink()
    damage(paths.file)
    assert "sicherung zurueckholen 1" in told(DamagedFile(paths.file))


def test_without_any_good_copy_none_is_promised(paths: Paths) -> None:
    plant(paths)
    damage(paths.file)
    said = told(DamagedFile(paths.file))
    assert "zurueckholen" not in said
    assert said.endswith("(gartenjahr sicherung liste).")


def test_a_fault_while_the_damaged_file_is_put_aside_puts_it_back(
    paths: Paths, monkeypatch: Any
) -> None:
    word(paths, "alt")
    backups.daily(paths, NOON)
    content = damage(paths.file)
    real = Path.replace

    def fail(self: Path, target: Path) -> Path:
        if self.name.endswith(".neu") and target == paths.file:
            raise OSError(errno.EACCES, "nein")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ReturnFailed, match="dort darf nicht geschrieben werden"):
        backups.bring_back(paths, backups.all_copies(paths)[0].file, NOON)
    assert paths.file.read_bytes() == content
    mark = marker.read(paths.file)
    assert mark is not None
