"""Makes the classes of the content from TOML tables and lets nothing pass that does not fit.

A key that nobody knows may be a misspelt flag, and a question that was to stay confidential would
be public. So every key of a table is a field of its class or one that its reader asks for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Set
from dataclasses import MISSING, fields
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from gartenjahr_tui.guide.model import ExhibitKind, FieldKind

TomlTable = Mapping[str, Any]

T = TypeVar("T")


class ContentError(Exception):
    """A content file is not as its reader expects it; names the file, the place and the key."""


def read_file(path: Path, make: Callable[[TomlTable], T]) -> T:
    """What ``make`` makes of a whole content file.

    Raises:
        ContentError: The file is faulty.
    """
    try:
        with path.open("rb") as file:
            return make(tomllib.load(file))
    except (OSError, ValueError, ContentError) as error:
        raise ContentError(f"{path.name}: {error}") from error


def each(
    table: TomlTable, key: str, make: Callable[..., T], *more: object, needed: bool = False
) -> tuple[T, ...]:
    """What ``make`` makes of each table of a list, and of ``more``.

    Raises:
        ContentError: One is faulty, named by its id or by its place in the list; or the list is
            needed and missing.
    """
    made = []
    parts = take(table, key, _list) if needed or key in table else ()
    for number, part in enumerate(parts, 1):
        try:
            if not isinstance(part, dict):
                raise ContentError(f"{part!r:.60} is no table")
            made.append(make(part, *more))
        except ContentError as error:
            id = part.get("id") if isinstance(part, dict) else None
            raise ContentError(f"{id or f'{key} {number}'}: {error}") from error
    return tuple(made)


def build(cls: Callable[..., T], table: TomlTable, *also: str, **given: object) -> T:
    """An object of a dataclass: each key of the table fills the field of its name.

    Its reader sees to the keys ``also`` names. The fields ``given`` are made already; the table has
    no other keys of their names.

    Raises:
        ContentError: A key is unknown or missing, or its value is of another type.
    """
    kinds, needed = _plan(cls)
    own = {}
    for key in table:
        if key not in also:
            if key not in kinds or key in given:
                raise ContentError(f"the key {key!r} is unknown here")
            own[key] = take(table, key, kinds[key])
    if missing := needed.difference(own, given):
        raise ContentError(f"the key {min(missing)!r} is missing")
    return cls(**own, **given)


def only(table: TomlTable, keys: Set[str]) -> None:
    """See that a table has no other keys.

    Raises:
        ContentError: It has.
    """
    if not table.keys() <= keys:
        raise ContentError(f"the key {min(table.keys() - keys)!r} is unknown here")


def take(table: TomlTable, key: str, kind: Callable[..., T]) -> T:
    """The value of a key.

    Raises:
        ContentError: It is missing or of another kind.
    """
    try:
        return kind(table[key])
    except KeyError:
        raise ContentError(f"the key {key!r} is missing") from None
    except (TypeError, ValueError):
        raise ContentError(f"the key {key!r} takes no {table[key]!r:.60}") from None


def just(kind: type[T]) -> Callable[[object], T]:
    """Takes a value of a type and of no other: a flag is no number."""

    def taken(value: object) -> T:
        if type(value) is not kind:
            raise TypeError
        return value

    return taken


def many(one: Callable[..., T]) -> Callable[[list[object]], tuple[T, ...]]:
    """Takes a list."""
    return lambda value: tuple(map(one, _list(value)))


_list = just(list)


def text(value: str) -> str:
    """Takes a text; its line breaks mean nothing."""
    if type(value) is not str:
        raise TypeError
    return " ".join(value.split()) if "\n" in value else value


KINDS: dict[str, Callable[..., Any]] = {
    "str": text,
    "bool": just(bool),
    "int | None": lambda value: None if value is None else just(int)(value),
    "tuple[str, ...]": many(text),
    "tuple[int, ...]": many(just(int)),
    "FieldKind": FieldKind,
    "ExhibitKind": ExhibitKind,
}
"""How the value of a field is taken, by the type its class writes down."""


@cache
def _plan(cls: Any) -> tuple[dict[str, Callable[..., Any]], frozenset[str]]:
    """How fields of a class are taken from a table, and which fields it needs."""
    kinds = {field.name: KINDS[field.type] for field in fields(cls) if field.type in KINDS}
    return kinds, frozenset(field.name for field in fields(cls) if field.default is MISSING)
