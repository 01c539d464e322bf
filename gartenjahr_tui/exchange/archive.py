"""The whole garden as one JSON file, written and read; ``docs/archiv.md`` describes it for people.

The tuples below are the format: they name what stands in the file, what it is called in the tables,
and what may stand there. Writing, checking and reading all follow them, and so does the published
schema, ``archiv.schema.json``. Change counters and ids are in the file: the order of all that
happened depends on them, and a garden read from it goes on counting where the other one stopped.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Any

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.exchange import plainjson
from gartenjahr_tui.garden.home import KEPT as KEPT_HOME
from gartenjahr_tui.outlet import UNHEARD, WorkProgress
from gartenjahr_tui.store.errors import (
    DiskFull,
    GardenInUse,
    GardenUnready,
    StoreError,
    WriteFailed,
)
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.text import shortened
from gartenjahr_tui.words.exchange import ArchiveWords as words
from gartenjahr_tui.workbook.rows import Tables, fill_whole, has_entries, whole_tables

FORMAT = "gartenjahr-archiv"
VERSION = 1
"""Number of the format this program writes; it reads all up to it."""

SCHEMA = Path(__file__).with_name("archiv.schema.json")
"""The published schema."""

LEFT_OUT = frozenset({"bookmark", KEPT_HOME})
"""Settings about the last look at the screen; they come about anew by themselves."""

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read; a garden of thirty years has a twentieth of them."""

DEEPEST = 50
"""Levels within a value; those of the program have four."""

_ID = re.compile(r"[0-9a-f]{32}")
_MOST = 2**63 - 1
"""The largest number the tables hold."""


class ArchiveUnfit(StoreError):
    """A file that cannot be read as an archive; ``str()`` is German and says why."""


class NotEmpty(StoreError):
    """Something stands in the garden an archive was to be read into."""


class Kind(Enum):
    """What stands in a member of the file."""

    ID = auto()
    TEXT = auto()
    COUNT = auto()
    YEAR = auto()
    YEAR_OR_NOTHING = auto()
    MONTH = auto()
    FLAG = auto()
    DAY = auto()
    INSTANT = auto()
    ANY = auto()


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a record.

    Attributes:
        name: Its name in the file.
        column: Its name in the table.
        kind: What stands in it.
    """

    name: str
    column: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Section:
    """A list of records of one kind.

    Attributes:
        name: Its name in the file.
        table: The table.
        members: What a record has besides its identity and its stamps.
        versions: What each record said before; None where no former state is kept.
        parent: For versions, the column that names the record they belong to.
    """

    name: str
    table: str
    members: tuple[Member, ...]
    versions: Section | None = None
    parent: str = ""

    @property
    def full(self) -> tuple[Member, ...]:
        """All members, in the order of the file."""
        return (_IDENTITY, *self.members, *_STAMPS)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, in the order of the file."""
        own = tuple(member.name for member in self.full)
        return (*own, self.versions.name) if self.versions else own


_IDENTITY = Member("id", "id", Kind.ID)
_STAMPS = (
    Member("angelegt", "created_at", Kind.INSTANT),
    Member("geaendert", "changed_at", Kind.INSTANT),
    Member("zaehler", "counter", Kind.COUNT),
)
_VALUE = Member("wert", "value", Kind.ANY)
_STATE = Member("stand", "state", Kind.TEXT)
_SITTING = Member("sitzung", "sitting", Kind.ID)
_WRITTEN = Member("geschrieben", "written_at", Kind.INSTANT)

GARDEN = Section(
    "garten",
    "garden",
    (
        Member("bibliothek", "library", Kind.TEXT),
        Member("startmonat", "start_month", Kind.MONTH),
        Member("aenderungen", "changes", Kind.COUNT),
    ),
)
YEARS = Section(
    "jahre",
    "garden_year",
    (Member("jahr", "number", Kind.YEAR), Member("beginnt", "starts_on", Kind.DAY)),
)
VOICES = Section(
    "personen",
    "voice",
    (Member("name", "name", Kind.TEXT), Member("platz", "position", Kind.COUNT)),
)
ANSWERS = Section(
    "antworten",
    "answer",
    (
        Member("frage", "prompt_id", Kind.TEXT),
        Member("jahr_id", "year_id", Kind.ID),
        Member("person_id", "voice_id", Kind.ID),
        Member("gegenstand_id", "subject_id", Kind.ID),
        _STATE,
        _VALUE,
        _SITTING,
    ),
    Section("fassungen", "answer_version", (_STATE, _VALUE, _WRITTEN), parent="answer_id"),
)
CARDS = Section(
    "karten",
    "card",
    (
        Member("art", "kind", Kind.TEXT),
        _VALUE,
        Member("geloescht", "deleted", Kind.FLAG),
        _SITTING,
    ),
    Section("fassungen", "card_version", (_VALUE, _WRITTEN), parent="card_id"),
)
CHANGES = Section(
    "protokoll",
    "change",
    (
        Member("was", "subject_kind", Kind.TEXT),
        Member("wovon", "subject_id", Kind.TEXT),
        Member("geschah", "action", Kind.TEXT),
        Member("jahr", "year", Kind.YEAR_OR_NOTHING),
        Member("person_id", "voice_id", Kind.ID),
        _SITTING,
    ),
)
SETTINGS = Section(
    "einstellungen",
    "setting",
    (Member("von_id", "voice_id", Kind.ID), Member("name", "key", Kind.TEXT), _VALUE),
)
LISTS = (YEARS, VOICES, ANSWERS, CARDS, CHANGES, SETTINGS)
"""All that is a list, in the order of the file; each comes after what it refers to."""

UNIQUE = {
    "jahre": ("jahr",),
    "personen": ("name",),
    "antworten": ("frage", "jahr_id", "person_id", "gegenstand_id"),
    "einstellungen": ("von_id", "name"),
}
"""Members that no two records of a list have in common."""

HEAD = ("format", "archivfassung", "pruefsumme")


# Writing


def gather(store: Store) -> dict[str, Any]:
    """The whole garden as it stands in the file, ready to be written as JSON."""
    with store.session() as session:
        tables = whole_tables(session)
    tables["setting"] = [row for row in tables["setting"] if row["key"] not in LEFT_OUT]
    (garden,) = tables["garden"]
    content = {
        GARDEN.name: _record(GARDEN, garden),
        **{section.name: _records(section, tables) for section in LISTS},
    }
    head = {"format": FORMAT, "archivfassung": VERSION, "pruefsumme": checksum(content)}
    return {**head, **content}


def as_bytes(archive: Mapping[str, Any]) -> bytes:
    """The file: UTF-8, two spaces for each level, the same bytes for the same garden."""
    text = json.dumps(archive, ensure_ascii=False, indent=2, allow_nan=False)
    # Half a sign, which no file can hold, is written as JSON's own escape.
    return f"{text}\n".encode(errors="backslashreplace")


def checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 over everything but the head, in a spelling that does not depend on the layout."""
    plain = {name: part for name, part in content.items() if name not in HEAD}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _records(section: Section, tables: Tables) -> list[dict[str, Any]]:
    former: dict[str, list[dict[str, Any]]] = {}
    if section.versions:
        for row in tables[section.versions.table]:
            record = _record(section.versions, row)
            former.setdefault(row[section.versions.parent].hex, []).append(record)
    records = [_record(section, row) for row in tables[section.table]]
    if section.versions:
        for record in records:
            record[section.versions.name] = former.get(record["id"], [])
    return records


def _record(section: Section, row: Mapping[str, Any]) -> dict[str, Any]:
    return {member.name: _written(member.kind, row[member.column]) for member in section.full}


def _written(kind: Kind, value: Any) -> Any:
    match kind:
        case Kind.ID:
            return value.hex
        case Kind.DAY:
            return value.isoformat()
        case Kind.INSTANT:
            return plainjson.written(value)
        case _:
            return value


# Reading


def read(file: Path) -> dict[str, Any]:
    """Read and check a file; nothing of it has been taken over yet.

    Raises:
        ArchiveUnfit: It is damaged, cut, foreign, from a newer program, or too large.
    """
    archive = _parsed(file, _bytes_of(file))
    if not isinstance(archive, dict) or archive.get("format") != FORMAT:
        raise ArchiveUnfit(words.FOREIGN.format(file=file))
    version = archive.get("archivfassung")
    if type(version) is int and version > VERSION:
        raise ArchiveUnfit(words.NEWER.format(file=file))
    try:
        check(archive)
    except ValueError as error:
        raise ArchiveUnfit(words.UNFIT.format(file=file, why=error)) from error
    return archive


def check(archive: Mapping[str, Any]) -> None:
    """See whether everything is as the format wants it.

    Raises:
        ValueError: It is not; says in German where and why.
    """
    names = (*HEAD, GARDEN.name, *(section.name for section in LISTS))
    _check_names(archive, names, words.WHOLE, optional=HEAD[-1:])
    if type(archive["archivfassung"]) is not int or archive["archivfassung"] < 1:
        raise _fault("archivfassung", words.NO_COUNT)
    _check_record(GARDEN, archive[GARDEN.name], GARDEN.name)
    for section in LISTS:
        _check_list(section, archive[section.name], section.name)
    for section in (YEARS, VOICES):
        if not archive[section.name]:
            raise _fault(section.name, words.EMPTY)
    _check_references(archive)
    _check_counters(archive)
    given = archive.get("pruefsumme")
    if given is not None and given != checksum(archive):
        raise ValueError(words.CHECKSUM)


def _bytes_of(file: Path) -> bytes:
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ArchiveUnfit(words.NO_FILE.format(file=file))
        if found.st_size > LARGEST:
            raise ArchiveUnfit(words.TOO_LARGE.format(file=file))
        return file.read_bytes()
    except FileNotFoundError as error:
        raise ArchiveUnfit(words.MISSING_FILE.format(file=file)) from error
    except OSError as error:
        raise ArchiveUnfit(words.UNREADABLE.format(file=file)) from error


def _parsed(file: Path, data: bytes) -> Any:
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise ArchiveUnfit(words.FOREIGN.format(file=file))
    try:
        return plainjson.loads(data)
    except json.JSONDecodeError as error:
        raise ArchiveUnfit(words.DAMAGED.format(file=file, line=error.lineno)) from error
    except RecursionError as error:
        raise ArchiveUnfit(words.TOO_DEEP.format(file=file)) from error
    except ValueError as error:
        raise ArchiveUnfit(words.DAMAGED_SOMEWHERE.format(file=file)) from error


def _fault(place: str, why: str) -> ValueError:
    return ValueError(words.AT.format(place=place, why=why))


def _check_names(
    record: Any, names: Iterable[str], place: str, optional: Iterable[str] = ()
) -> None:
    if not isinstance(record, dict):
        raise _fault(place, words.NO_OBJECT)
    wanted = dict.fromkeys(names)
    for name in wanted:
        if name not in record and name not in optional:
            raise _fault(place, words.MISSING.format(name=name))
    for name in record:
        if name not in wanted:
            raise _fault(place, words.UNKNOWN.format(name=shortened(name, 40)))


def _check_list(section: Section, records: Any, place: str) -> None:
    if not isinstance(records, list):
        raise _fault(place, words.NO_LIST)
    for number, record in enumerate(records, 1):
        _check_record(section, record, words.NUMBER.format(place=place, number=number))


def _check_record(section: Section, record: Any, place: str) -> None:
    _check_names(record, section.names, place)
    for member in section.full:
        if why := _complaint(member.kind, record[member.name]):
            raise _fault(f"{place}, „{member.name}“", why)
    if section.versions:
        name = section.versions.name
        _check_list(section.versions, record[name], f"{place}, {name}")


def _complaint(kind: Kind, value: Any) -> str:
    """What is wrong with what stands in a member; empty for nothing."""
    match kind:
        case Kind.ID:
            return "" if isinstance(value, str) and _ID.fullmatch(value) else words.NO_ID
        case Kind.TEXT:
            return "" if isinstance(value, str) and _storable(value) else words.NO_TEXT
        case Kind.COUNT:
            return "" if _is_number(value, 0, _MOST) else words.NO_COUNT
        case Kind.YEAR:
            return "" if _is_number(value, 1, 9999) else words.NO_YEAR
        case Kind.YEAR_OR_NOTHING:
            return "" if value is None or _is_number(value, 1, 9999) else words.NO_YEAR
        case Kind.MONTH:
            return "" if _is_number(value, 1, 12) else words.NO_MONTH
        case Kind.FLAG:
            return "" if isinstance(value, bool) else words.NO_FLAG
        case Kind.DAY:
            return "" if _reads(_day, value) else words.NO_DAY
        case Kind.INSTANT:
            return "" if _reads(plainjson.instant, value) else words.NO_INSTANT
        case Kind.ANY:
            return "" if plainjson.is_shallow(value, DEEPEST) else words.DEEP


def _is_number(value: Any, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _storable(text: str) -> bool:
    """Whether a column of text can hold it: half a sign is none."""
    return not any("\ud800" <= sign <= "\udfff" for sign in text)


def _reads(read_it: Callable[[str], object], value: Any) -> bool:
    try:
        read_it(value)
    except (ValueError, TypeError, OverflowError):
        return False
    return True


def _day(text: str) -> date:
    """A day, with dashes: Python takes other spellings of ISO 8601 for one as well."""
    found = date.fromisoformat(text)
    if found.isoformat() != text:
        raise ValueError(text)
    return found


def _check_references(archive: Mapping[str, Any]) -> None:
    """See that nothing stands there twice, and that answers belong to a year and a person."""
    for section in LISTS:
        _check_unique(section, archive[section.name], ("id",))
        if members := UNIQUE.get(section.name):
            _check_unique(section, archive[section.name], members)
        if section.versions:
            name = section.versions.name
            former = [version for record in archive[section.name] for version in record[name]]
            _check_unique(section.versions, former, ("id",))
    known = {
        "jahr_id": {record["id"] for record in archive[YEARS.name]},
        "person_id": {record["id"] for record in archive[VOICES.name]},
    }
    for number, answer in enumerate(archive[ANSWERS.name], 1):
        for name, ids in known.items():
            if answer[name] not in ids:
                place = words.NUMBER.format(place=ANSWERS.name, number=number)
                raise _fault(f"{place}, „{name}“", words.LOOSE)


def _check_unique(
    section: Section, records: Iterable[Mapping[str, Any]], members: tuple[str, ...]
) -> None:
    seen = set()
    for number, record in enumerate(records, 1):
        what = tuple(record[name] for name in members)
        if what in seen:
            place = words.NUMBER.format(place=section.name, number=number)
            raise _fault(f"{place}, „{members[0]}“", words.TWICE)
        seen.add(what)


def _check_counters(archive: Mapping[str, Any]) -> None:
    """See that no record is newer than the garden says: the search would overlook the next ones."""
    newest = archive[GARDEN.name]["aenderungen"]
    for section in LISTS:
        for number, record in enumerate(archive[section.name], 1):
            former = record[section.versions.name] if section.versions else ()
            if any(each["zaehler"] > newest for each in (record, *former)):
                place = words.NUMBER.format(place=section.name, number=number)
                raise _fault(f"{place}, „zaehler“", words.AHEAD)


# Taking over


def refuse_entries(paths: Paths, *, accept: bool = False) -> None:
    """See that there is no garden at a place, or one in which nothing stands.

    Args:
        paths: The place.
        accept: See :meth:`Store.open`.

    Raises:
        NotEmpty: Something stands there.
        StoreError: What lies there cannot be looked at.
    """
    if paths.rescue.exists():
        raise NotEmpty(words.NOT_EMPTY.format(folder=paths.folder))
    if not paths.file.exists():
        return
    try:
        store = Store.open(paths, _nothing_new, accept=accept, look_only=True)
    except GardenUnready as error:
        raise NotEmpty(words.NOT_EMPTY.format(folder=paths.folder)) from error
    with closing(store), store.session() as session:
        if has_entries(session):
            raise NotEmpty(words.NOT_EMPTY.format(folder=paths.folder))


def take_over(
    archive: Mapping[str, Any],
    paths: Paths,
    *,
    accept: bool = False,
    now: Callable[[], datetime] = utc_now,
    progress: WorkProgress = UNHEARD,
) -> None:
    """Make the garden of a checked archive, in one transaction.

    Args:
        archive: What :func:`read` returned.
        paths: The place: without a garden, or with one in which nothing stands.
        accept: See :meth:`Store.open`.
        now: The clock.
        progress: Told how far it has come.

    Raises:
        NotEmpty: Something stands there; it was not touched.
        StoreError: It could not be written; nothing was.
    """
    refuse_entries(paths, accept=accept)
    tables = _tables(archive)
    fresh = False

    def fill(change: Transaction) -> None:
        nonlocal fresh
        fresh = True
        fill_whole(change, tables, progress.tell)

    with closing(Store.open(paths, fill, accept=accept, now=now)) as store:
        if store.read_only:
            raise GardenInUse(store.holder)
        if fresh:
            return
        try:
            with store.transaction() as change:
                if has_entries(change.session):
                    raise NotEmpty(words.NOT_EMPTY.format(folder=paths.folder))
                fill(change)
        except WriteFailed as error:
            sentence = words.FULL if isinstance(error, DiskFull) else words.REFUSED
            raise StoreError(sentence.format(folder=paths.folder)) from error


def _nothing_new(_change: Transaction) -> None:
    """Nobody makes a garden by looking at one."""


def _tables(archive: Mapping[str, Any]) -> Tables:
    """The rows of a checked archive."""
    tables: Tables = {GARDEN.table: [_row(GARDEN, archive[GARDEN.name])]}
    for section in LISTS:
        records = archive[section.name]
        tables[section.table] = [_row(section, record) for record in records]
        if section.versions:
            tables[section.versions.table] = list(_former(section.versions, records))
    return tables


def _former(versions: Section, records: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for record in records:
        for version in record[versions.name]:
            yield {**_row(versions, version), versions.parent: record["id"]}


def _row(section: Section, record: Mapping[str, Any]) -> dict[str, Any]:
    return {member.column: _read(member.kind, record[member.name]) for member in section.full}


def _read(kind: Kind, value: Any) -> Any:
    match kind:
        case Kind.DAY:
            return _day(value)
        case Kind.INSTANT:
            return plainjson.instant(value)
        case _:
            return value
