"""A slip of the pen in a content file is found before anybody is asked anything."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui import sample
from gartenjahr_tui.guide import outside, reader
from gartenjahr_tui.guide.reader import CHAPTERS, CONTENT, FORMS, read_guide
from gartenjahr_tui.guide.tables import ContentError

Make = Callable[[dict[str, Any]], object]
Place = tuple[str | int, ...]


def a_form(table: dict[str, Any]) -> object:
    return reader._card_form(table, read_guide().forms)


FILES: dict[Path, Make] = {
    **{CONTENT / f"{name}.toml": reader._chapter for name in CHAPTERS},
    **{CONTENT / "garten" / f"{name}.toml": a_form for name in FORMS},
    CONTENT / "glossar.toml": reader._glossary,
    CONTENT / "sichten.toml": outside._views,
    sample.SOURCE: lambda table: sample._sample(table, 2026),
    sample.CARDS_SOURCE: lambda table: sample._cards(table, 2026),
}

ANSWERS = {"wert", "dazu"}
"""Keys whose value is a table of answers, in which anything may stand."""


def tables(table: dict[str, Any], place: Place = ()) -> Iterator[Place]:
    """Where there are tables; of each list the first, a middle and the last one."""
    yield place
    for key, value in table.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for number in {0, len(value) // 2, len(value) - 1}:
                yield from tables(value[number], (*place, key, number))


def at(table: Any, place: Place) -> dict[str, Any]:
    for step in place:
        table = table[step]
    found: dict[str, Any] = table
    return found


def keys(path: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any], str]]:
    """A copy of the whole file, one table in it, and one key of that; for every kind of table."""
    whole = tomllib.loads(path.read_text("utf-8"))
    seen = set()
    for place in tables(whole):
        for key in at(whole, place):
            kind = (*(step for step in place if isinstance(step, str)), key)
            if kind not in seen:
                seen.add(kind)
                copy = deepcopy(whole)
                yield copy, at(copy, place), key


files = pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")


@files
def test_a_misspelt_key_is_refused_wherever_it_stands(path: Path) -> None:
    for whole, table, key in keys(path):
        table[f"{key}x"] = table.pop(key)
        with pytest.raises(ContentError, match=f"'{key}x' is unknown|'\\w+' is missing"):
            FILES[path](whole)


@files
def test_a_further_key_is_refused_wherever_it_stands(path: Path) -> None:
    for whole, table, _key in keys(path):
        table["confidental"] = True
        with pytest.raises(ContentError, match="'confidental' is unknown"):
            FILES[path](whole)


@files
def test_a_value_of_another_kind_is_refused_wherever_it_stands(path: Path) -> None:
    for whole, table, key in keys(path):
        strange = [1.5, [1.5], True if isinstance(table[key], str) else "ja"]
        for value in strange if key in ANSWERS else [*strange, {"a": 1}]:
            table[key] = value
            with pytest.raises(ContentError):
                FILES[path](whole)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        (
            "pflegen.toml",
            "confidential = true",
            "confidental = true",
            "pflegen.toml: .*pflegen.stereotype: the key 'confidental' is unknown here",
        ),
        (
            "garten/partnership.toml",
            "confidential = true",
            'confidential = "ja"',
            "partnership.toml: .*partnership.transparenz-c: the key 'confidential' takes no 'ja'",
        ),
        (
            "garten/encouragement.toml",
            "confidential = true",
            "vertraulich = true",
            "encouragement.toml: the key 'vertraulich' is unknown here",
        ),
        (
            "boden.toml",
            "\nask = ",
            "\nfrage = ",
            r"boden.toml: boden\.\w+: boden\.\S+: the key '(frage' is unknown|ask' is missing)",
        ),
        (
            "garten/partner.toml",
            'kind = "line"',
            'kind = "zeile"',
            "partner.toml: .*: partner.wer: name: the key 'kind' takes no 'zeile'",
        ),
        (
            "einstieg.toml",
            "[[section.block]]",
            '[[section.block]]\nzeige = "x"',
            r"einstieg.toml: einstieg\.\w+: block 1: the key 'zeige' is unknown here",
        ),
        ("glossar.toml", "see = ", "siehe = ", "glossar.toml: term 1: the key 'siehe'"),
    ],
)
def test_a_fault_is_named_with_file_place_and_key(
    file: str,
    old: str,
    new: str,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")
    monkeypatch.setattr(reader, "CONTENT", folder)
    with pytest.raises(ContentError, match=says):
        read_guide.__wrapped__()


@pytest.mark.parametrize("name", ["einstieg", "boden", "garten/partner"])
def test_what_every_entry_needs_is_missed(name: str) -> None:
    path = CONTENT / f"{name}.toml"
    missed = set()
    for whole, table, key in keys(path):
        del table[key]
        try:
            FILES[path](whole)
        except ContentError as error:
            assert "is missing" in str(error)
            missed.add(key)
    assert missed >= {"id", "title", "short", "lead", "section"}
    assert name == "einstieg" or missed >= {"ask", "quelle", "kind"}
