"""The whole garden as one JSON file, written and read; ``docs/archiv.md`` describes it for people.

What stands in it is described once, in :mod:`gartenjahr_tui.exchange.archive_format`. Change
counters and ids are in the file: the order of all that happened depends on them, and a garden read
from it goes on counting where the other one stopped.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from gartenjahr_tui.exchange import plainjson
from gartenjahr_tui.exchange.archive_format import (
    FORMAT,
    FORMER,
    HEAD,
    TABLES,
    UNIQUE,
    VERSION,
    WholeArchive,
    adapter,
    kind,
    members,
)
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
from gartenjahr_tui.words.exchange import DamageWords as damage_words
from gartenjahr_tui.workbook.rows import Tables, fill_whole, has_entries, whole_tables

LEFT_OUT = frozenset({"bookmark", KEPT_HOME})
"""Settings about the last look at the screen; they come about anew by themselves."""

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read; a garden of thirty years has a twentieth of them."""


class ArchiveUnfit(StoreError):
    """A file that cannot be read as an archive; ``str()`` is German and says why."""


class NotEmpty(StoreError):
    """Something stands in the garden an archive was to be read into."""


Trail = tuple[int | str, ...]
"""Names and numbers, from the top of the file to a place in it."""

_FILE = plainjson.JsonFormat(FORMAT, "archivfassung", VERSION, LARGEST, ArchiveUnfit, words)


# Writing


def gather(store: Store) -> dict[str, Any]:
    """The whole garden as it stands in the file, ready to be written as JSON."""
    with store.session() as session:
        tables = whole_tables(session)
    tables["setting"] = [row for row in tables["setting"] if row["key"] not in LEFT_OUT]
    (garden,) = tables["garden"]
    content = {
        "garten": _record(kind(WholeArchive, "garten"), garden),
        **{name: _records(name, table, tables) for name, table in TABLES.items()},
    }
    head = {"format": FORMAT, "archivfassung": VERSION, "pruefsumme": checksum(content)}
    return {**head, **content}


def damage(store: Store) -> list[str]:
    """What a person should know before the archive is written: entries that are damaged."""
    count = store.wrong_count
    return [damage_words.ARCHIVE[count != 1].format(count=count)] if count else []


def checksum(content: Mapping[str, Any]) -> str:
    """SHA-256 over everything but the head, in a spelling that does not depend on the layout."""
    plain = {name: part for name, part in content.items() if name not in HEAD}
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _records(name: str, table: str, tables: Tables) -> list[dict[str, Any]]:
    record = kind(WholeArchive, name)
    records = [_record(record, row) for row in tables[table]]
    if former := kind(record, FORMER):
        versions: dict[str, list[dict[str, Any]]] = {}
        for row in tables[f"{table}_version"]:
            versions.setdefault(row[f"{table}_id"].hex, []).append(_record(former, row))
        for each in records:
            each[FORMER] = versions.get(each["id"], [])
    return records


def _record(record: type, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: plainjson.plain(row[column]) for column, name in members(record).items()}


# Reading


def read(file: Path) -> dict[str, Any]:
    """Read and check a file; nothing of it has been taken over yet.

    Raises:
        ArchiveUnfit: It is damaged, cut, foreign, from a newer program, or too large.
    """
    archive = _FILE.read(file)
    try:
        return check(archive)
    except ValueError as error:
        raise ArchiveUnfit(words.UNFIT.format(file=file, why=error)) from error


def check(archive: Mapping[str, Any]) -> dict[str, Any]:
    """See whether everything is as the format wants it.

    Returns:
        The lists by their names, as they are to stand in the tables.

    Raises:
        ValueError: It is not; says in German where and why.
    """
    try:
        found: dict[str, Any] = adapter().validate_python(archive)
    except ValidationError as error:
        raise _first_fault(error) from None
    _check_whole(found)
    given = archive.get("pruefsumme")
    if given is not None and given != checksum(archive):
        raise ValueError(words.CHECKSUM)
    return found


def _first_fault(error: ValidationError) -> ValueError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    way = first["loc"]
    match first["type"]:
        case "unfit":
            return _fault(way[:-1], first["msg"], str(way[-1]))
        case "missing" | "extra_forbidden" as found:
            name = shortened(str(way[-1]), 40)
            return _fault(way[:-1], words.OF_KIND[found].format(name=name))
        case found:
            return _fault(way, words.OF_KIND[found].format(name="\ufffd"))


def _fault(way: Trail, why: str, member: str = "") -> ValueError:
    place = ""
    for step in way:
        if isinstance(step, int):
            place = words.NUMBER.format(place=place, number=step + 1)
        else:
            place = f"{place}, {step}" if place else step
    if member:
        place = f"{place}, „{member}“" if place else member
    return ValueError(words.AT.format(place=place or words.WHOLE, why=why))


def _column_fault(way: Trail, why: str, column: str) -> ValueError:
    return _fault(way, why, members(kind(WholeArchive, str(way[0])))[column])


def _check_whole(found: Mapping[str, Any]) -> None:
    """See that nothing is there twice, belongs to nobody, or is newer than the garden says.

    The search would overlook the changes that come after a record that is newer.
    """
    known = {
        "year_id": {record["id"] for record in found["jahre"]},
        "voice_id": {record["id"] for record in found["personen"]},
    }
    seen: defaultdict[tuple[object, ...], set[object]] = defaultdict(set)
    for way, record in _everything(found):
        if record["counter"] > found["garten"]["changes"]:
            raise _column_fault(way, words.AHEAD, "counter")
        for columns in filter(None, (("id",), UNIQUE.get(str(way[-2])))):
            what = tuple(record[column] for column in columns)
            if what in seen[*way[::2], columns]:
                raise _column_fault(way, words.TWICE, columns[0])
            seen[*way[::2], columns].add(what)
        for column in known if way[-2] == "antworten" else ():
            if record[column] not in known[column]:
                raise _column_fault(way, words.LOOSE, column)


def _everything(found: Mapping[str, Any]) -> Iterator[tuple[Trail, dict[str, Any]]]:
    """Every record, former states included, with the way there."""
    for name in TABLES:
        for number, record in enumerate(found[name]):
            yield (name, number), record
            for place, version in enumerate(record.get(FORMER, ())):
                yield (name, number, FORMER, place), version


# Taking over


def refuse_entries(paths: Paths, *, accept: bool = False) -> None:
    """See that there is no garden at a place, or one in which nothing stands.

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
    progress: WorkProgress = UNHEARD,
) -> None:
    """Make the garden of an archive that :func:`read` or :func:`check` returned, in one go.

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

    with closing(Store.open(paths, fill, accept=accept)) as store:
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
    tables: Tables = {"garden": [archive["garten"]]}
    for name, table in TABLES.items():
        records = archive[name]
        columns = members(kind(WholeArchive, name))
        tables[table] = [{column: record[column] for column in columns} for record in records]
        if kind(kind(WholeArchive, name), FORMER):
            tables[f"{table}_version"] = [
                {**version, f"{table}_id": record["id"]}
                for record in records
                for version in record[FORMER]
            ]
    return tables
