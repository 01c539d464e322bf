"""A few bytes or one bit changed anywhere: no garden opens with other content without a word.

The structure of the file is proved by SQLite, what stands in it by the seals of its rows.
"""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from gartenjahr_tui.garden.damage import choice
from gartenjahr_tui.garden.inspection import name_of
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store import seals
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.damage import good_of, wrong_rows
from tests.safety.desk import TEXT, Desk, until
from tests.terminal.pty_app import RealTerminal

Content = dict[tuple[str, int], tuple[object, ...]]

LEFT_OUT = ("counter", "changed_at", "changes", "value")
"""What opening and closing a garden changes in the garden's row and in the settings."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of the sample garden, closed well."""
    paths = Paths(tmp_path_factory.mktemp("beispiel"), "im Test")
    make_sample(read_guide(), paths)
    open_garden(read_guide(), paths).close()
    return paths.file.read_bytes()


def content(file: Path) -> Content:
    """Table and number of each row, and what stands in it."""
    found: Content = {}
    with closing(sqlite3.connect(file)) as connection:
        connection.text_factory = bytes
        for table in seals.TABLES:
            cursor = connection.execute(f"SELECT rowid, * FROM {table}")
            names = [name for name, *_ in cursor.description]
            left = (seals.COLUMN, *(LEFT_OUT if table in ("garden", "setting") else ()))
            for row in cursor:
                kept = (p for name, p in zip(names, row, strict=True) if name not in left)
                found[table, row[0]] = tuple(kept)
    return found


def bit(data: bytearray, chance: random.Random) -> None:
    data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def zeros(data: bytearray, chance: random.Random) -> None:
    place = chance.randrange(4096) + chance.randrange(len(data) // 4096) * 4096
    data[place : place + 40] = bytes(len(data[place : place + 40]))


@pytest.mark.parametrize("harm", [bit, zeros])
def test_no_garden_opens_with_other_content_without_a_word(
    sample: bytes, tmp_path: Path, guide: Guide, harm: Callable[[bytearray, random.Random], None]
) -> None:
    file = tmp_path / "heil.db"
    file.write_bytes(sample)
    good, told = content(file), 0
    for seed in range(60):
        data = bytearray(sample)
        harm(data, random.Random(seed))
        paths = Paths(tmp_path / f"{seed}", "im Test")
        paths.folder.mkdir()
        paths.file.write_bytes(data)
        try:
            book = open_garden(guide, paths, accept=True)
        except StoreError:
            told += 1
            assert paths.file.read_bytes() == data, "what cannot be read is not touched"
            continue
        wrong = {(table, row) for table, rows in book.store.wrong.items() for row in rows}
        told += bool(wrong) or paths.copies.exists()
        for row in wrong_rows(book):
            assert name_of(book, row)
            assert choice(book, row, good_of(book, row))
        assert book.close(), seed
        now = content(paths.file)
        assert now.keys() >= good.keys() - wrong, seed
        assert {place for place in good if now.get(place) != good[place]} <= wrong, seed
    assert told > 10


@pytest.fixture
def damaged(desk: Desk) -> Iterator[Desk]:
    """A garden in whose answer a letter was changed by the disk."""
    with desk.book() as book:
        book.put(book.guide.prompts[TEXT], {"text": "Apfelmus"})
    with closing(sqlite3.connect(desk.paths.file)) as file:
        file.execute("UPDATE answer SET value = replace(value, 'Apfel', 'Apxel')")
        file.commit()
    yield desk


def test_the_real_program_says_so_and_goes_on(
    damaged: Desk, start: Callable[..., RealTerminal]
) -> None:
    terminal = start()
    terminal.wait_for("Ein Eintrag ist beschädigt")
    terminal.send("\r")
    terminal.wait_for("Apxelmus")
    terminal.send("Neu. ")
    until(lambda: "Neu. " in damaged.text(), "the text on the disk")
    terminal.send("\x11")
    assert terminal.wait_exit() == 0
    with damaged.book() as book:
        assert [row.table for row in wrong_rows(book)] == ["answer"]
