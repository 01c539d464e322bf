"""Safe copies: made by themselves once a day, thinned out with time, brought back on request.

A copy is made with SQLite's own means while the garden may be open, opened to verify it, and gets
its name last: what bears the name of a copy is one. Only the daily ones are ever removed.
"""

from __future__ import annotations

import contextlib
import re
import sqlite3
from collections.abc import Callable, Hashable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from pathlib import Path
from uuid import uuid4

from gartenjahr_tui.store import atomic, glance, marker
from gartenjahr_tui.store.copying import (
    OnShare,
    State,
    check,
    copy_to,
    is_sound,
    is_usable,
    state_of,
)
from gartenjahr_tui.store.errors import (
    CopyFailed,
    DamagedFile,
    FileInUse,
    FolderUnwritable,
    GardenGone,
    GardenInUse,
    NewerFile,
    NotAWorkbook,
    OlderKept,
    PlaceGone,
    PlaceTaken,
    ReturnFailed,
    SecondPlaceMissing,
    StoreError,
)
from gartenjahr_tui.store.lock import GardenLock
from gartenjahr_tui.store.paths import Paths, make_beside, make_folder
from gartenjahr_tui.store.patience import PATIENCE, within

CHECK_SECONDS = 30.0
"""How long opening a copy may take; more, and the drive it lies on does not answer."""

ANSWER_SECONDS = 1.0
"""How long the end of the program waits for a drive to say that it is there."""

_NAME = re.compile(
    r"(?P<kind>sicherung|von-hand|vor-umstellung|vor-zurueckholen)"
    r"-(?P<taken>\d{4}-\d\d-\d\d-\d{6})(?:-(?P<garden>[0-9a-f]{8}))?(?:-\d{1,6})?\.db"
)
_STAMP = "%Y-%m-%d-%H%M%S"
_SHORT = 8
"""Digits of a garden's id in the name of a copy: several gardens may share one stick."""


class CopyKind(StrEnum):
    """Why a copy was made; begins its name."""

    DAILY = "sicherung"
    BY_HAND = "von-hand"
    BEFORE_MIGRATION = "vor-umstellung"
    BEFORE_RETURN = "vor-zurueckholen"


@dataclass(frozen=True)
class Copy:
    """A copy, as its name describes it.

    Attributes:
        file: Where it lies.
        kind: Why it was made.
        taken: When, in local time.
        garden: The first digits of the garden's id; empty where the name does not say.
    """

    file: Path
    kind: CopyKind
    taken: datetime
    garden: str


@dataclass(frozen=True)
class Returned:
    """What bringing back a copy has done.

    Attributes:
        kept: Copy of the state before; None where there was none.
        aside: Where the file lies that could not be read; None where there was none.
    """

    kept: Copy | None
    aside: Path | None


# Which there are


def read_name(file: Path) -> Copy | None:
    """What the name of a file says; None when it is not one of ours."""
    match = _NAME.fullmatch(file.name)
    if match is None:
        return None
    try:
        taken = datetime.strptime(match["taken"], _STAMP)  # noqa: DTZ007
    except ValueError:
        return None
    return Copy(file, CopyKind(match["kind"]), taken, match["garden"] or "")


def copies_in(folder: Path) -> list[Copy]:
    """The copies in a folder, the newest first; none where there is no such folder."""
    try:
        files = list(folder.iterdir())
    except OSError:
        return []
    copies = [copy for file in files if (copy := read_name(file))]
    return sorted(copies, key=lambda copy: (copy.taken, copy.file.name), reverse=True)


def all_copies(paths: Paths) -> list[Copy]:
    """Every copy of the garden, the newest first, those beside it before those elsewhere."""
    found = copies_here(paths)
    with contextlib.suppress(TimeoutError):
        found += within(PATIENCE, lambda: copies_elsewhere(paths))
    return sorted(found, key=lambda copy: copy.taken, reverse=True)


def copies_here(paths: Paths) -> list[Copy]:
    """The copies beside the garden, the newest first."""
    found = [*copies_in(paths.copies), *copies_in(paths.former_copies)]
    return sorted(found, key=lambda copy: copy.taken, reverse=True)


def copies_elsewhere(paths: Paths) -> list[Copy]:
    """The garden's copies in the second place, the newest first; it may be long in answering."""
    elsewhere = second_place(paths)
    if elsewhere is None:
        return []
    mark = marker.read(paths.file)
    own = mark.garden[:_SHORT] if mark else ""
    return [copy for copy in copies_in(elsewhere) if not own or copy.garden == own]


# Which are kept

_KEPT: tuple[tuple[Callable[[date], Hashable], int | None], ...] = (
    (lambda day: day, 7),
    (lambda day: day.isocalendar()[:2], 4),
    (lambda day: (day.year, day.month), 12),
    (lambda day: day.year, None),
)
"""Kind of period, and of how many of them the newest copy is kept."""


def outdated(copies: Iterable[tuple[date, str]], today: date) -> set[str]:
    """Names of the copies, given as day and name, that nobody needs any more.

    Only periods with copies count, so that neither a long leave nor a clock that was wrong for
    a day costs any. A copy from „the future“ stays and takes no other's place.
    """
    past = sorted(((day, name) for day, name in copies if day <= today), reverse=True)
    kept: set[str] = set()
    for period, most in _KEPT:
        newest: dict[Hashable, str] = {}
        for day, name in past:
            newest.setdefault(period(day), name)
        kept.update(islice(newest.values(), most))
    return {name for _, name in past} - kept


def thin_out(folder: Path, garden: str, today: date) -> str:
    """Remove the outdated daily copies of one garden; nothing else is touched.

    None goes as long as the newest is not right in every row: an older one may be.

    Returns:
        What a person should know, in German; empty when all is well.
    """
    daily = [
        copy
        for copy in copies_in(folder)
        if copy.kind is CopyKind.DAILY and copy.garden == garden[:_SHORT]
    ]
    if daily and not is_sound(daily[0].file):
        return str(OlderKept())
    for name in outdated(((copy.taken.date(), copy.file.name) for copy in daily), today):
        with contextlib.suppress(OSError):
            atomic.remove(folder / name)
    return ""


# Making one


def make(
    file: Path, folder: Path, kind: CopyKind, now: datetime, step: OnShare = lambda share: None
) -> Copy:
    """Copy a garden, which may be open, or another copy; verify it, and give it its name last.

    The folder is made if it is missing.

    Raises:
        CopyFailed: It could not be written; nothing is left of it.
    """
    local = now.astimezone()
    # A name of its own: the garden may be closed and opened again while a copy is still at work.
    fresh = atomic.beside(folder / f"{kind}-{local.strftime(_STAMP)}-{uuid4().hex[:_SHORT]}.db")
    try:
        make_beside(folder)
        atomic.clear_abandoned(folder)
        garden = copy_to(file, fresh, step).garden[:_SHORT]
        target = _free_name(folder / f"{kind}-{local.strftime(_STAMP)}-{garden}.db")
        atomic.replace(fresh, target)
    except (OSError, sqlite3.Error, StoreError) as error:
        raise CopyFailed(folder, error) from error
    finally:
        with contextlib.suppress(OSError):
            atomic.remove(fresh)
    atomic.sync_folder(folder)
    copy = read_name(target)
    assert copy is not None
    return copy


def _free_name(target: Path) -> Path:
    number, free = 1, target
    while free.exists():
        number += 1
        free = target.with_name(f"{target.stem}-{number}.db")
    return free


# The second place


def _place_file(paths: Paths) -> Path:
    return paths.copies / "ort.json"


def second_place(paths: Paths) -> Path | None:
    """The folder that takes copies too, whether it is there or not; None when none was chosen."""
    known = atomic.read_json(_place_file(paths))
    folder = known.get("ordner") if isinstance(known, dict) else None
    return Path(folder) if isinstance(folder, str) and folder else None


def is_there(folder: Path) -> bool:
    """Whether a folder is there and says so before long."""
    try:
        return within(PATIENCE, folder.is_dir)
    except OSError:
        return False


def answers(paths: Paths) -> bool:
    """Whether the second place says at once if it is there; true where none was chosen."""
    folder = second_place(paths)
    if folder is not None:
        try:
            within(ANSWER_SECONDS, folder.is_dir)
        except TimeoutError:
            return False
    return True


def set_second_place(paths: Paths, folder: Path | None) -> None:
    """Choose the second place, or none.

    Kept beside the copies and not in the garden: it is needed when the garden cannot be read.

    Raises:
        PlaceGone: It is not there.
        PlaceTaken: It is the first place.
        FolderUnwritable: It cannot be written.
        CopyFailed: The choice could not be kept.
    """
    if folder is not None:
        try:
            within(PATIENCE, lambda: _prove_place(paths, folder))
        except TimeoutError as error:
            raise FolderUnwritable(folder) from error
    try:
        make_beside(paths.copies)
        atomic.write_json(_place_file(paths), {"ordner": str(folder) if folder else None})
    except OSError as error:
        raise CopyFailed(paths.copies, error) from error


def _prove_place(paths: Paths, folder: Path) -> None:
    if not folder.is_dir():
        raise PlaceGone(folder)
    if folder.resolve() in (paths.copies.resolve(), paths.folder.resolve()):
        raise PlaceTaken(folder)
    make_folder(folder)


def _once_a_day(paths: Paths, error: StoreError, today: date) -> str:
    """What is wrong with the second place; nothing when the same was said today."""
    known, said = atomic.read_json(_place_file(paths)), [today.isoformat(), str(error)]
    if not isinstance(known, dict) or known.get("gesagt") == said:
        return ""
    with contextlib.suppress(OSError):
        atomic.write_json(_place_file(paths), {**known, "gesagt": said})
    return str(error)


# Once a day


def daily(paths: Paths, now: datetime, step: OnShare = lambda share: None) -> str:
    """Make today's copy beside the garden, which may be open, where it is due.

    Returns:
        What a person should know, in German; empty when all is well.
    """
    atomic.clear_abandoned(paths.copies)
    present, today = state_of(paths.file), now.astimezone().date()
    if present is None or not _is_due(paths.copies, present, today):
        return ""
    try:
        make(paths.file, paths.copies, CopyKind.DAILY, now, step)
    except CopyFailed as error:
        return str(error)
    return thin_out(paths.copies, present.garden, today)


def carry(paths: Paths, now: datetime, step: OnShare = lambda share: None) -> str:
    """Make today's copy in the second place where it is due; nobody should wait for it.

    Returns:
        What a person should know, in German, and what has not been said today; or nothing.
    """
    folder, present = second_place(paths), state_of(paths.file)
    if folder is None or present is None:
        return ""
    today = now.astimezone().date()
    if not folder.is_dir():
        return _once_a_day(paths, SecondPlaceMissing(folder), today)
    if not _is_due(folder, present, today):
        return ""
    try:
        make(_nearest(paths, present), folder, CopyKind.DAILY, now, step)
    except CopyFailed as error:
        return _once_a_day(paths, error, today)
    # Whatever is wrong has been said of the first place.
    thin_out(folder, present.garden, today)
    return ""


def _nearest(paths: Paths, present: State) -> Path:
    """What to copy from: a stick may be slow, and the open garden shall not wait for it."""
    newest = next(iter(copies_in(paths.copies)), None)
    return newest.file if newest and state_of(newest.file) == present else paths.file


def _is_due(folder: Path, present: State, today: date) -> bool:
    own = [
        copy
        for copy in copies_in(folder)
        if copy.garden in ("", present.garden[:_SHORT]) and copy.taken.date() <= today
    ]
    if any(copy.kind is CopyKind.DAILY and copy.taken.date() == today for copy in own):
        return False
    return not own or state_of(own[0].file) != present


def by_hand(
    paths: Paths, folder: Path | None, now: datetime, step: OnShare = lambda share: None
) -> tuple[list[Copy], str]:
    """Make a copy because somebody wants one.

    Without a folder it lies beside the garden and in the second place.

    Returns:
        The copies, and what a person should know, in German.

    Raises:
        CopyFailed: It could not be written.
    """
    if folder is not None:
        return [make(paths.file, folder, CopyKind.BY_HAND, now, step)], ""
    made = [make(paths.file, paths.copies, CopyKind.BY_HAND, now, step)]
    if elsewhere := second_place(paths):
        if not is_there(elsewhere):
            return made, str(SecondPlaceMissing(elsewhere))
        try:
            made.append(make(made[0].file, elsewhere, CopyKind.BY_HAND, now, step))
        except CopyFailed as error:
            return made, str(error)
    return made, ""


# Bringing one back


def bring_back(
    paths: Paths, copy: Path, now: datetime, step: OnShare = lambda share: None
) -> Returned:
    """Put a copy, of any schema this program knows, in the garden's place; what is there is kept.

    Raises:
        CopyUnfit: The copy is damaged; nothing was touched.
        GardenInUse: The garden is open elsewhere; nothing was touched.
        ReturnFailed: There was no room or no right; nothing was touched.
        StoreError: Why else not; nothing was touched.
    """
    garden, changes = check(copy)
    make_folder(paths.folder)
    lock = GardenLock(paths)
    if not lock.take():
        raise GardenInUse(lock.holder())
    try:
        returned = _replace(paths, copy, (garden, changes), now, step)
        marker.write(paths.file, garden, changes)
    except (OSError, sqlite3.Error) as error:
        raise ReturnFailed(error) from error
    finally:
        lock.release()
    return returned


def _replace(
    paths: Paths, copy: Path, state: tuple[str, int], now: datetime, step: OnShare
) -> Returned:
    file, fresh = paths.file, atomic.beside(paths.file)
    try:
        copy_to(copy, fresh, lambda share: step(share / 2))
        if _readable(file):
            kept = make(
                file, paths.copies, CopyKind.BEFORE_RETURN, now, lambda share: step((1 + share) / 2)
            )
            _settle(file)
            _take_place(fresh, file, None)
            returned = Returned(kept, None)
        else:
            aside = _put_aside(paths, now)
            try:
                _take_place(fresh, file, state)
            except BaseException:
                if aside is not None:
                    atomic.replace(aside, file)
                raise
            returned = Returned(None, aside)
    finally:
        with contextlib.suppress(OSError):
            atomic.remove(fresh)
    atomic.sync_folder(paths.folder)
    return returned


def _take_place(fresh: Path, file: Path, state: tuple[str, int] | None) -> None:
    """Put a file into the garden's place; whatever ends the program, no marker refuses it.

    Args:
        fresh: The file.
        file: The place.
        state: What the marker says already before; None to say nothing where a garden lies.
    """
    former = marker.read(file)
    if state:
        marker.write(file, *state)
    else:
        marker.forget(file)
    try:
        atomic.replace(fresh, file)
    except BaseException:
        if former:
            marker.write(file, former.garden, former.changes)
        raise


def _readable(file: Path) -> bool:
    """Whether a sound garden lies there, which can be copied."""
    try:
        if glance.schema_of(file) is None:
            return False
        glance.examine(file)
    except (NotAWorkbook, DamagedFile, NewerFile):
        return False
    return True


def _settle(file: Path) -> None:
    """Take everything into the file itself, so that nothing of it is left beside the next one."""
    try:
        with closing(sqlite3.connect(glance.address(file, "mode=rw"), uri=True)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise FileInUse(file) from error


def _put_aside(paths: Paths, now: datetime) -> Path | None:
    """Move what cannot be read to the copies, with all that lies beside it."""
    there = [path for path in (paths.file, *glance.beside(paths.file)) if path.exists()]
    if not there:
        return None
    make_beside(paths.copies)
    name = f"beschaedigt-{now.astimezone().strftime(_STAMP)}.db"
    aside = _free_name(paths.copies / name)
    for path in reversed(there):
        new = aside.with_name(aside.name + path.name.removeprefix(paths.file.name))
        atomic.replace(path, new)
    return aside if aside.exists() else None


# When the garden cannot be opened


def newest_good(error: StoreError) -> tuple[int, Copy] | None:
    """The newest good copy of a garden that could not be opened, and its number in the list.

    Returns:
        None where the garden itself may be well, or there is no such copy.
    """
    if not isinstance(error, DamagedFile | NotAWorkbook | GardenGone):
        return None
    paths = Paths(error.file.parent, "")
    if paths.file != error.file:
        return None
    usable: tuple[int, Copy] | None = None
    for number, copy in enumerate(all_copies(paths), 1):
        if is_sound(copy.file, CHECK_SECONDS):
            return number, copy
        if usable is None and is_usable(copy.file, CHECK_SECONDS):
            usable = number, copy
    # Better one in which a row or two are wrong than none at all.
    return usable
