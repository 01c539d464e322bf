"""Killed anywhere in a deed, the garden holds the old state or the new one and nothing beside."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui.cli.main import main
from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.store import atomic, backups
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from tests.conftest import OpenBook
from tests.garden.round_helpers import partnership, visit

OLD = b"ALT" * 100


def killed(what: str, folder: Path) -> list[Path]:
    """Do something to a garden, killed later each time; the copies, the first one done whole."""
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-m", "tests.safety.killed", what, str(folder)],
        env={**os.environ, "PYTHONPATH": str(root)},
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    copies = sorted((int(place.name), place) for place in folder.iterdir() if place.name.isdigit())
    assert len(copies) > 5
    return [place for _, place in copies]


def everything(book: Workbook) -> Any:
    cards = {card.id: (card.value, card.deleted) for card in book.cards.all()}
    return book.years, {a.key: a.value for a in book.all_answers()}, cards


def test_killed_anywhere_at_the_end_of_the_overwintering_the_year_has_changed_or_not(
    open_book: OpenBook, tmp_path: Path
) -> None:
    folder = tmp_path / "kopien"
    book = open_book(Paths(folder / "garten", "im Test"))
    palm = book.guide.prompts["saeen.palme"]
    book.put(palm, {palm.fields[0].id: "Ein Flügel für den Hof"})
    seed = book.cards.add("seed", {"titel": "Lesegarten"})
    book.cards.note(seed.id, "verlauf", "aufgehoben")
    names = ("Vorlesen", "Zirkus", "Sommerfest")
    for name in names:
        partnership(book, name)
    round = overwintering(book)
    for name in names:
        visit(round, name, weg="weiter")
    visit(round, "overwintering.mit", samen_wie="alle", palme="ja")
    before = everything(book)
    assert book.close()
    whole, *others = killed("overwinter", folder)
    with_all = open_book(Paths(whole, "im Test"))
    after = everything(with_all)
    assert with_all.years == (2026, 2027)
    states = []
    for place in others:
        found = open_book(Paths(place, "im Test"))
        states.append(everything(found))
        found.close()
    assert all(state in (before, after) for state in states)
    assert [state == after for state in states] == sorted(state == after for state in states)
    assert (states[0], states[-1]) == (before, after)


def test_killed_anywhere_in_an_export_every_file_is_whole_and_the_next_one_clears_up(
    open_book: OpenBook, tmp_path: Path
) -> None:
    folder = tmp_path / "kopien"
    book = open_book(Paths(folder / "garten", "im Test"))
    book.cards.add("seed", {"titel": "Lesegarten"})
    assert book.close()
    model = tmp_path / "muster"
    assert main(["tabellen", str(model), "--daten", str(folder / "garten")]) == 0
    new = {file.name: file.read_bytes() for file in model.iterdir()}
    assert len(new) > 2
    target = folder / "garten" / "tabellen"
    target.mkdir()
    for name in new:
        (target / name).write_bytes(OLD)
    mine = target / "Meine.neu"
    mine.write_bytes(OLD)
    _, *others = killed("export", folder)
    left = 0
    for place in others:
        found = {file.name: file for file in (place / "tabellen").iterdir()}
        left += len(found.keys() - new.keys() - {mine.name})
        assert found.keys() >= new.keys()
        assert all(found[name].read_bytes() in (OLD, data) for name, data in new.items())
        atomic.write_bytes(place / "tabellen" / "später.txt", b"")
        now = {file.name for file in (place / "tabellen").iterdir()}
        assert now == {*new, mine.name, "später.txt"}
    assert left


@pytest.mark.parametrize("what", ["restore", "repair"])
def test_killed_anywhere_while_a_copy_comes_back_the_garden_opens_or_a_copy_is_offered(
    open_book: OpenBook, tmp_path: Path, what: str
) -> None:
    folder = tmp_path / "kopien"
    paths = Paths(folder / "garten", "im Test")
    with_one = open_book(paths)
    with_one.cards.add("seed", {"titel": "Lesegarten"})
    assert with_one.close()
    backups.by_hand(paths, None, utc_now())
    with_two = open_book(paths)
    with_two.cards.add("seed", {"titel": "Nähcafé"})
    assert with_two.close()
    outcomes = []
    for place in killed(what, folder):
        try:
            book = open_book(Paths(place, "im Test"))
        except StoreError as error:
            assert what == "repair"
            assert backups.newest_good(error)
            outcomes.append("offered")
            continue
        outcomes.append(" ".join(book.cards.title(card) for card in book.cards.of("seed")))
        book.close()
        assert not list(place.glob("*.gj-*"))
    first = "offered" if what == "repair" else "Lesegarten Nähcafé"
    whole, *others = outcomes
    assert whole == "Lesegarten"
    assert others == sorted(others, key=[first, whole].index)
    assert {*others} == {first, whole}
