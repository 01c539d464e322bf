"""Erases what is known of somebody from the bytes of a garden and of every safe copy of it.

A file is never changed in its place: it is rewritten beside it – rows taken out, spellings put out
of every text, all pages packed anew –, proven, and given its name; then the former file is
overwritten. What is left to do is written down first, so that a program that was killed goes on at
its next start, and a stick that was not there is done when it is back.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from gartenjahr_tui.store import atomic, backups, glance, marker, seals
from gartenjahr_tui.store.copying import check
from gartenjahr_tui.store.errors import EraseFailed, GardenInUse, StoreError
from gartenjahr_tui.store.lock import GardenLock
from gartenjahr_tui.store.paths import Paths, state_folder, usual_folder
from gartenjahr_tui.store.patience import PATIENCE, within
from gartenjahr_tui.words.erasing import ErasingWords as words

OWNER = {"card_version": "card_id", "answer_version": "answer_id"}
"""Table of former versions → the column that names whose they are."""

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_JOINED = {letters: umlaut for umlaut, letters in _UMLAUTS.items()}
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Erasure:
    """What is to be erased.

    Attributes:
        spellings: Names, addresses, numbers that are put out of every text.
        role: What stands in their place.
        cards: Ids (hex) of cards that go as a whole, with all they said before.
        people: Those of them that are about the person: where they were named, the role is.
        kept: Ids of cards that stay as they are; why is known to whoever decided it.
        own: Ids of the questions of which the answers of ``voices`` go as a whole.
        voices: Ids of the voices whose own answers these are.
    """

    spellings: tuple[str, ...]
    role: str
    cards: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    voices: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What erasing has done.

    Attributes:
        done: The files that were rewritten or removed.
        left: What could not be reached or done, and why, in German; done when it is back.
        traces: Where the spellings still stand: files, and how often.
    """

    done: tuple[Path, ...] = ()
    left: tuple[tuple[Path, str], ...] = ()
    traces: tuple[tuple[Path, int], ...] = ()


# Spellings in a text


def spelling(texts: Iterable[str]) -> re.Pattern[str] | None:
    """What finds texts however they are written: case, umlauts, blanks, a genitive s."""
    wanted = sorted({text.strip() for text in texts} - {""}, key=len, reverse=True)
    if not wanted:
        return None
    either = "|".join(map(_loose, wanted))
    return re.compile(rf"(?<!\w)(?:{either})(?:s|['’]s?)?(?!\w)", re.IGNORECASE)


def _loose(text: str) -> str:
    if text.lstrip("+").replace(" ", "").replace("/", "").replace("-", "").isdecimal():
        # A number is the same however its digits are grouped.
        return r"[\s/()-]*".join(map(re.escape, re.sub(r"[\s/()-]", "", text)))
    return r"[\s\u00ad\u200b]+".join(map(_loose_word, text.split()))


def _loose_word(word: str) -> str:
    plain = _spelled_out(unicodedata.normalize("NFC", word).lower())
    parts = re.findall("ae|oe|ue|ss|.", plain)
    return "".join(f"(?:{_JOINED[p]}|{p})" if p in _JOINED else re.escape(p) for p in parts)


def _spelled_out(text: str) -> str:
    """A text in small letters with „ae“ for „ä“."""
    for umlaut, letters in _UMLAUTS.items():
        text = text.replace(umlaut, letters)
    return text


class Eraser:
    """Puts the spellings out of values."""

    def __init__(self, erasure: Erasure) -> None:
        self._erasure, self._pattern = erasure, spelling(erasure.spellings)
        self._dropped = erasure.cards - erasure.people

    def text(self, text: str) -> str:
        """A text in which the role stands instead."""
        return self._pattern.sub(self._erasure.role, text) if self._pattern else text

    def value(self, part: Any) -> Any:
        """A JSON value with the role instead; links to other cards that go are left out."""
        if isinstance(part, str):
            return self._erasure.role if part in self._erasure.people else self.text(part)
        if isinstance(part, list):
            left = (one for one in part if not (isinstance(one, str) and one in self._dropped))
            return _once([self.value(one) for one in left])
        if isinstance(part, dict):
            return {self.text(name): self.value(one) for name, one in part.items()}
        return part


def _once(parts: list[Any]) -> list[Any]:
    """A list in which no text stands twice: two names may have become one role."""
    found: list[Any] = []
    for part in parts:
        if not isinstance(part, str) or part not in found:
            found.append(part)
    return found


# One file


def erase_in(file: Path, erasure: Erasure) -> None:
    """Rewrite a garden or a copy of one, of any schema, without what is to be erased.

    Nobody may have it open. Until the new file has its name the former is whole.

    Raises:
        OSError: It could not be written.
        sqlite3.Error: It could not be read or written.
        StoreError: What was written is not sound.
    """
    fresh = atomic.beside(file)
    atomic.remove(fresh)
    try:
        fresh.touch(mode=0o600)
        with closing(sqlite3.connect(glance.address(file, "mode=rw"), uri=True)) as source:
            # What lies beside the file belongs to it, and goes with it.
            source.execute("PRAGMA journal_mode=DELETE")
            with closing(sqlite3.connect(fresh, isolation_level=None)) as new:
                new.execute("PRAGMA journal_mode=MEMORY")
                source.backup(new)
                _rewrite(new, erasure)
        atomic.sync(fresh)
        check(fresh)
        _swap(fresh, file)
    finally:
        with contextlib.suppress(OSError):
            atomic.remove(fresh)


def _rewrite(connection: sqlite3.Connection, erasure: Erasure) -> None:
    connection.execute("PRAGMA secure_delete=ON")
    connection.execute("PRAGMA foreign_keys=OFF")
    _drop_search(connection)
    seals.know_seals(connection)
    seals.keep_sealed(connection)
    connection.execute("BEGIN")
    _take_rows_out(connection, erasure)
    eraser = Eraser(erasure)
    for table in seals.TABLES:
        _put_out(connection, table, eraser, erasure)
    connection.execute("COMMIT")
    connection.execute("VACUUM")


def _drop_search(connection: sqlite3.Connection) -> None:
    """The index repeats every word; it is made anew when it is wanted."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ? ESCAPE '\\'"
    like = (glance.SEARCH.replace("_", "\\_") + "%",)
    for condition in (" AND sql LIKE 'CREATE VIRTUAL%'", ""):
        for (name,) in connection.execute(named + condition, like).fetchall():
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')


def _take_rows_out(connection: sqlite3.Connection, erasure: Erasure) -> None:
    def remove(table: str, version: str, where: str, *values: str) -> None:
        if not seals.declared(connection, table):
            return
        ids = connection.execute(f"SELECT id FROM {table} WHERE {where}", values).fetchall()  # noqa: S608
        for (id,) in ids:
            connection.execute(f"DELETE FROM {version} WHERE {OWNER[version]} = ?", (id,))  # noqa: S608
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (id,))  # noqa: S608

    for card in erasure.cards:
        if seals.declared(connection, "change"):
            connection.execute("DELETE FROM change WHERE subject_id = ?", (card,))
        remove("card", "card_version", "id = ?", card)
        remove("answer", "answer_version", "subject_id = ?", card)
    for voice in erasure.voices:
        for prompt in erasure.own:
            remove("answer", "answer_version", "voice_id = ? AND prompt_id = ?", voice, prompt)


def _put_out(connection: sqlite3.Connection, table: str, eraser: Eraser, erasure: Erasure) -> None:
    """Put the spellings out of all rows of a table."""
    names = seals.declared(connection, table)
    places = [name for name, type in names.items() if type in ("VARCHAR", "JSON", "TEXT")]
    if not places:
        return
    owner = OWNER.get(table, "id")
    columns = ", ".join(f'"{name}"' for name in places)
    query = f'SELECT rowid, "{owner}", {columns} FROM {table}'  # noqa: S608
    for row, id, *stored in connection.execute(query).fetchall():
        if id in erasure.kept:
            continue
        new = [
            _erased(part, names[name] == "JSON", eraser)
            for name, part in zip(places, stored, strict=True)
        ]
        if new != stored:
            values = ", ".join(f'"{name}" = ?' for name in places)
            _update(connection, f"UPDATE {table} SET {values} WHERE rowid = ?", [*new, row])  # noqa: S608


def _update(connection: sqlite3.Connection, query: str, values: list[Any]) -> None:
    """Write a row; where a name must be unique, a number behind it makes it so."""
    for number in range(2, 1000):
        try:
            connection.execute(query, values)
        except sqlite3.IntegrityError:
            values = [
                re.sub(r"( \d+)?$", f" {number}", v, count=1) if n == 0 else v
                for n, v in enumerate(values)
            ]
        else:
            return


def _erased(part: Any, is_json: bool, eraser: Eraser) -> Any:
    if not isinstance(part, str):
        return part
    if not is_json:
        return eraser.text(part)
    try:
        value = json.loads(part)
    except ValueError:
        return eraser.text(part)
    new = eraser.value(value)
    return part if new == value else json.dumps(new)


def _swap(fresh: Path, file: Path) -> None:
    """Give the new file its name, then overwrite what had it before, where the disk allows it."""
    former = atomic.beside(file.with_name(f"{file.name}.vorher"))
    atomic.remove(former)
    # Sticks know no second name for a file; there its former pages are only given free.
    with contextlib.suppress(OSError):
        os.link(file, former)
    atomic.replace(fresh, file)
    atomic.sync_folder(file.parent)
    if former.exists():
        wipe(former)


# All files of a garden


_SETS = ("cards", "people", "kept", "own", "voices")


def begin(paths: Paths, erasure: Erasure) -> None:
    """Write down what is to be erased, so that nothing can stop it half way; see :func:`go_on`.

    Raises:
        EraseFailed: It could not be written; nothing was erased.
    """
    plans = [
        {name: sorted(v) if isinstance(v, frozenset) else v for name, v in asdict(one).items()}
        for one in (*pending(paths), erasure)
    ]
    try:
        atomic.write_json(paths.erasing, {"loeschen": plans})
    except OSError as error:
        raise EraseFailed(error) from error


def pending(paths: Paths) -> list[Erasure]:
    """What was begun and is not done, the earliest first."""
    known = atomic.read_json(paths.erasing)
    try:
        return [
            Erasure(
                tuple(one["spellings"]),
                str(one["role"]),
                **{name: frozenset(one[name]) for name in _SETS},
            )
            for one in known["loeschen"]
        ]
    except (TypeError, KeyError):
        return []


def go_on(paths: Paths, step: Callable[[float], None] = lambda share: None) -> Outcome:
    """Erase what was begun, from where it stopped. Nobody may have the garden open.

    Raises:
        GardenInUse: Somebody has; nothing was touched.
    """
    erasures = pending(paths)
    if not erasures:
        return Outcome()
    lock = GardenLock(paths)
    if not lock.take():
        raise GardenInUse(lock.holder())
    try:
        done, left = _go_through(paths, erasures, step)
    finally:
        lock.release()
    if not left:
        with contextlib.suppress(OSError):
            wipe(paths.erasing)
    spellings = [text for one in erasures for text in one.spellings]
    return Outcome(tuple(done), tuple(left), tuple(traces(paths, spellings)))


def _go_through(
    paths: Paths, erasures: Sequence[Erasure], step: Callable[[float], None]
) -> tuple[list[Path], list[tuple[Path, str]]]:
    _wipe_abandoned(paths)
    done: list[Path] = []
    left: list[tuple[Path, str]] = []
    files = [*_files(paths)]
    for number, file in enumerate(files):
        step(number / len(files))
        try:
            if [one for one in erasures if _erase_file(file, one)]:
                done.append(file)
        except (OSError, sqlite3.Error, StoreError, ValueError) as error:
            left.append((file, str(error)))
    elsewhere = backups.second_place(paths)
    if elsewhere is not None and not backups.is_there(elsewhere):
        left.append((elsewhere, words.NOT_THERE))
    return done, left


def _files(paths: Paths) -> Iterator[Path]:
    """The garden first, then all that repeats it: copies, what was put aside, rescued text."""
    if paths.file.exists():
        yield paths.file
    for folder in (paths.copies, paths.former_copies):
        if folder.is_dir():
            # A journal belongs to the file it is named after.
            yield from sorted(f for f in folder.iterdir() if f.suffix in (".db", ".json"))
    with contextlib.suppress(TimeoutError):
        yield from (copy.file for copy in within(PATIENCE, lambda: backups.copies_elsewhere(paths)))
    yield from _rescued(paths)


def _rescued(paths: Paths) -> Iterator[Path]:
    mark = marker.read(paths.file)
    yield from paths.folder.glob("*.rettung.json")
    for folder in (state_folder(), usual_folder(), Path(tempfile.gettempdir())):
        if mark and folder != paths.folder and folder.is_dir():
            yield from folder.glob(f"*{mark.garden}.rettung.json")


def _wipe_abandoned(paths: Paths) -> None:
    """Overwrite what a program that was killed here left: it may hold what is to be erased."""
    for folder in (paths.folder, paths.copies, paths.former_copies):
        for file in atomic.abandoned(folder):
            with contextlib.suppress(OSError):
                wipe(file)


def _erase_file(file: Path, erasure: Erasure) -> bool:
    """Erase in one file; false where there was nothing to erase."""
    garden = backups.read_name(file) or file.name == Paths(file.parent, "").file.name
    has_own = bool(erasure.own and garden)
    if not has_own and not _count(file, _needles((*erasure.spellings, *erasure.cards))):
        return False
    if file.suffix == ".json":
        atomic.write_json(file, Eraser(erasure).value(atomic.read_json(file)))
    elif garden:
        erase_in(file, erasure)
    else:
        # What was put aside because it cannot be read can only go as a whole.
        wipe(file)
    return True


# The proof


def traces(paths: Paths, spellings: Iterable[str]) -> Iterator[tuple[Path, int]]:
    """Every file of the garden in whose bytes one of the texts stands, and how often."""
    needles = _needles(spellings)
    inside = (file for file in sorted(paths.folder.rglob("*")) if file.is_file())
    outside = (file for file in _files(paths) if paths.folder not in file.parents)
    for file in (*inside, *outside):
        if file == paths.erasing:
            continue
        try:
            if count := _count(file, needles):
                yield file, count
        except OSError:
            yield file, 0


def _needles(spellings: Iterable[str]) -> list[bytes]:
    """How texts may lie in a file: UTF-8, UTF-16, as JSON writes them, composed or not."""
    found: dict[bytes, None] = {}
    for text in spellings:
        low = text.lower()
        for one in (text, low, text.upper(), _spelled_out(low), unicodedata.normalize("NFD", text)):
            for data in (
                one.encode(),
                one.encode("utf-16-le"),
                one.encode("utf-16-be"),
                json.dumps(one)[1:-1].encode(),
            ):
                found[data.lower()] = None
    return [data for data in found if len(data) > 3]


def _count(file: Path, needles: list[bytes]) -> int:
    """How often any of the texts begins in a file."""
    longest = max(map(len, needles), default=0)
    places: set[int] = set()
    with file.open("rb") as stream:
        at, rest = 0, b""
        while block := stream.read(_BLOCK):
            data = (rest + block).lower()
            for needle in needles:
                begin = data.find(needle)
                while begin >= 0:
                    places.add(at - len(rest) + begin)
                    begin = data.find(needle, begin + 1)
            at += len(block)
            rest = data[-longest:] if longest else b""
    return len(places)


def wipe(file: Path) -> None:
    """Overwrite a file and remove it.

    Raises:
        OSError: It could not be done.
    """
    size = file.stat().st_size
    with file.open("rb+") as stream:
        for begin in range(0, size, _BLOCK):
            stream.write(bytes(min(_BLOCK, size - begin)))
        stream.flush()
        os.fsync(stream.fileno())
    atomic.remove(file)
