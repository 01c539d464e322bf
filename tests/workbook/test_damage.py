"""Damage that SQLite does not see: found, named, and never mixed up with what was written."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from gartenjahr_tui.exchange import archive
from gartenjahr_tui.garden.damage import choice
from gartenjahr_tui.garden.inspection import name_of
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import FieldKind, Guide, Prompt
from gartenjahr_tui.models import SettingRow
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store import backups, errors, glance, seals
from gartenjahr_tui.store.backups import CopyKind
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.store.store import Store, Transaction
from gartenjahr_tui.workbook.book import ReadOnly, Workbook
from gartenjahr_tui.workbook.damage import WrongRow, good_of, keep, take, wrong_rows
from gartenjahr_tui.workbook.plain import Profile
from tests.conftest import Clock, OpenBook, prompt_with
from tests.store.helpers import open_store


def wrong_in(file: Path) -> seals.Wrong:
    with closing(sqlite3.connect(file)) as connection:
        return seals.wrong(connection)


def change(paths: Paths, order: str, *values: Any) -> None:
    """Change the file behind the back of the program, as a failing disk does."""
    with closing(sqlite3.connect(paths.file)) as connection:
        connection.execute(order, values)
        connection.commit()


def garble(paths: Paths, table: str, before: str, after: str) -> None:
    change(paths, f"UPDATE {table} SET value = replace(value, ?, ?)", before, after)


def texts(book: Workbook, prompt: Prompt) -> list[str]:
    return [version.value.get("text", "") for version in book.versions(prompt)]


@pytest.fixture(scope="module")
def planted(guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An answer with a former version, a card with one, and a safe copy of both."""
    paths, clock = Paths(tmp_path_factory.mktemp("vorlage") / "garten", "im Test"), Clock()
    prompt = prompt_with(guide, FieldKind.TEXT)

    def open_book() -> Workbook:
        return open_garden(guide, paths, accept=True, today=clock.today, now=clock.now)

    book = open_book()
    book.put(prompt, {"text": "Erste Fassung"})
    zoo = book.cards.add("partner", {"name": "Zoo", "kann": "Lastenrad"})
    book.close()
    clock.forward(days=1)
    book = open_book()
    book.put(prompt, {"text": "Apfelmus für alle"})
    book.cards.set(zoo.id, telefon="0123")
    book.set_profile(Profile("Stadtbücherei Süd"))
    book.flush()
    backups.make(paths.file, paths.copies, CopyKind.DAILY, clock.now())
    book.close()
    clock.forward(days=1)
    book = open_book()
    book.remember("merken", {"wo": "hier"})
    book.close()
    return paths.folder


@pytest.fixture
def garden(planted: Path, paths: Paths, clock: Clock) -> Paths:
    """That garden, two days later."""
    shutil.copytree(planted, paths.folder)
    clock.forward(days=2)
    return paths


def only(book: Workbook) -> WrongRow:
    (wrong,) = wrong_rows(book)
    return wrong


# Every way of writing leaves right seals


ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(1 << 80), 1 << 80)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text()
    | st.sampled_from(["NaN", "Infinity", "1e5", " 7 ", "0x10", "🌱", "\0", "\x1f", "\ud800"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A garden to write anything into."""
    with closing(open_store(Paths(tmp_path_factory.mktemp("werte") / "garten", "im Test"))) as it:
        yield it


@settings(deadline=None)
@given(values=st.lists(ANY_JSON, min_size=1, max_size=5))
def test_any_value_is_sealed_as_it_is_stored(store: Store, values: list[Any]) -> None:
    def are_right() -> bool:
        with store.connection() as connection:
            return seals.wrong(connection) == {}

    with store.transaction() as change:
        for number, value in enumerate(values):
            change.stamp(SettingRow(voice_id=change.garden.id, key=f"k{number}", value=value))
    assert are_right()
    with store.transaction() as change:
        for row, value in zip(_settings(change), values[::-1], strict=True):
            row.value = value
            change.stamp(row)
    assert are_right()
    with store.transaction() as change:
        for row in _settings(change):
            change.session.delete(row)


def _settings(change: Transaction) -> Sequence[SettingRow]:
    return change.session.exec(select(SettingRow)).all()


def test_the_sample_a_copy_of_it_and_its_archive_read_again_have_right_seals_only(
    open_book: OpenBook, paths: Paths, guide: Any, tmp_path: Path, clock: Clock
) -> None:
    make_sample(guide, paths)
    assert wrong_in(paths.file) == {}
    copy = backups.make(paths.file, tmp_path / "kopien", CopyKind.BY_HAND, clock.now())
    assert wrong_in(copy.file) == {}
    book = open_book()
    found = archive.check(archive.gather(book.store))
    book.remove_year(book.years[0])
    book.rename_voice("Neu")
    book.close()
    assert wrong_in(paths.file) == {}
    again = Paths(tmp_path / "wieder", "im Test")
    archive.take_over(found, again)
    assert wrong_in(again.file) == {}
    with closing(sqlite3.connect(again.file)) as file:
        for table in seals.TABLES:
            query = f"SELECT count(*) FROM {table} WHERE seal IS NULL"
            assert file.execute(query).fetchone() == (0,), table


# A changed text


def test_a_changed_text_opens_is_named_and_the_copy_has_the_good_one(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "Apxelmus für alle"}
    wrong = only(book)
    assert prompt.ask[:30] in name_of(book, wrong)
    assert "2026" in name_of(book, wrong)
    good = good_of(book, wrong)
    found = choice(book, wrong, good)
    assert (found.present, found.before) == ("Apxelmus für alle", "Apfelmus für alle")
    assert "Sicherung vom 23.11.2026" in found.source
    assert good is not None
    take(book, wrong, good)
    assert book.answer(prompt.id).value == {"text": "Apfelmus für alle"}
    assert texts(book, prompt)[0] == "Apxelmus für alle", "what stood there is kept"
    book.close()
    assert wrong_in(garden.file) == {}
    assert open_book().answer(prompt.id).value == {"text": "Apfelmus für alle"}


def test_without_a_copy_the_newest_right_version_is_offered(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    for copy in garden.copies.iterdir():
        copy.unlink()
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book()
    found = choice(book, only(book), good_of(book, only(book)))
    assert found.before == "Erste Fassung"
    assert "frühere Fassung vom 22.11.2026" in found.source


def test_a_wrong_copy_and_a_wrong_version_are_not_offered(
    open_book: OpenBook, prompt: Prompt, garden: Paths, clock: Clock
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    garble(garden, "answer_version", "Erste", "Exste")
    backups.make(garden.file, garden.copies, CopyKind.BY_HAND, clock.now())
    book = open_book()
    answer = next(wrong for wrong in wrong_rows(book) if wrong.table == "answer")
    assert choice(book, answer, good_of(book, answer)).before == "Apfelmus für alle"
    for copy in garden.copies.iterdir():
        if copy.name.startswith("sicherung"):
            copy.unlink()
    assert good_of(book, answer) is None
    assert choice(book, answer, None).present == "Apxelmus für alle"


def test_who_types_on_keeps_the_changed_text_as_a_version_and_the_mark_stays(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book()
    book.put(prompt, {"text": "Apxelmus für alle und Quark"})
    book.close()
    book = open_book()
    wrong = only(book)
    assert wrong.table == "answer"
    assert texts(book, prompt) == ["Apxelmus für alle", "Erste Fassung"]
    good = good_of(book, wrong)
    found = choice(book, wrong, good)
    assert found.present == "Apxelmus für alle und Quark"
    assert found.before == "Apfelmus für alle"
    assert good is not None
    take(book, wrong, good)
    assert texts(book, prompt)[0] == "Apxelmus für alle und Quark"
    book.close()
    assert wrong_in(garden.file) == {}


def test_the_text_kept_of_a_wrong_entry_is_never_offered_as_good(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    for copy in garden.copies.iterdir():
        copy.unlink()
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book()
    book.put(prompt, {"text": "Etwas Neues"})
    book.close()
    book = open_book()
    assert choice(book, only(book), good_of(book, only(book))).before == "Erste Fassung"


def test_who_leaves_it_as_it_is_hears_no_more_of_it(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book()
    keep(book, only(book))
    assert wrong_rows(book) == []
    book.close()
    assert wrong_in(garden.file) == {}
    book = open_book()
    assert book.answer(prompt.id).value == {"text": "Apxelmus für alle"}
    assert wrong_rows(book) == []


def test_a_changed_card_gets_its_good_text_back_and_keeps_the_other(
    open_book: OpenBook, garden: Paths
) -> None:
    garble(garden, "card", "Lastenrad", "Lastenrab")
    book = open_book()
    (zoo,) = book.cards.of("partner")
    wrong = only(book)
    assert "Zoo" in name_of(book, wrong)
    good = good_of(book, wrong)
    assert good is not None
    take(book, wrong, good)
    assert book.cards[zoo.id].value["kann"] == "Lastenrad"
    assert book.card_versions(zoo.id)[0].value["kann"] == "Lastenrab"
    book.close()
    assert wrong_in(garden.file) == {}


def test_the_name_of_the_library_comes_back_and_the_state_before_lies_in_a_copy(
    open_book: OpenBook, garden: Paths
) -> None:
    change(garden, "UPDATE garden SET library = 'Stadtbüxerei'")
    assert glance.look(garden.file) is None, "the first frame shows nothing that is wrong"
    book = open_book()
    counter = book.store.counter
    wrong = only(book)
    good = good_of(book, wrong)
    assert good is not None
    take(book, wrong, good)
    assert book.profile.library == "Stadtbücherei Süd"
    assert book.store.counter > counter, "the changes count on"
    assert any(path.name.startswith("vor-zurueck") for path in garden.copies.iterdir())
    book.close()
    assert wrong_in(garden.file) == {}
    assert open_book().profile.library == "Stadtbücherei Süd"


def test_where_one_may_only_read_nothing_is_decided(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    book = open_book(look_only=True)
    wrong = only(book)
    good = good_of(book, wrong)
    assert good is not None
    with pytest.raises(ReadOnly):
        take(book, wrong, good)
    with pytest.raises(ReadOnly):
        keep(book, wrong)


# Whatever else of a row is damaged


def columns() -> list[tuple[str, str]]:
    tables = {
        "garden": "library start_month changes",
        "garden_year": "number starts_on",
        "voice": "name position",
        "setting": "voice_id key value",
        "answer": "prompt_id year_id voice_id subject_id state value sitting",
        "answer_version": "answer_id state value written_at",
        "card": "kind value deleted sitting",
        "card_version": "card_id value written_at",
        "change": "subject_kind subject_id action year voice_id sitting",
    }
    always = "id created_at changed_at counter seal"
    return [(t, name) for t, own in tables.items() for name in f"{always} {own}".split()]


HURTS: dict[str, Callable[[Any], Any]] = {
    "another letter": lambda was: (
        was[:-2] + ("b" if was[-2] != "b" else "c") + was[-1] if isinstance(was, str) else was + 1
    ),
    "no text at all": lambda was: b"\xff\x00\x81" if isinstance(was, str) else "\x81",
}


@pytest.mark.parametrize(
    ("table", "column", "hurt"),
    [
        (table, column, hurt)
        for table, column in columns()
        for hurt in HURTS
        if table in ("answer", "card") or hurt == "no text at all"
    ],
)
def test_a_damaged_column_is_found_and_the_garden_still_opens_or_says_why_not(
    open_book: OpenBook, garden: Paths, table: str, column: str, hurt: str, prompt: Prompt
) -> None:
    with closing(sqlite3.connect(garden.file)) as file:
        number, was = file.execute(f'SELECT max(rowid), "{column}" FROM "{table}"').fetchone()
        if was is None:
            was = 0
        blob = HURTS[hurt](was)
        text = isinstance(blob, bytes)
        place = "CAST(? AS TEXT)" if text else "?"
        order = f'UPDATE "{table}" SET "{column}" = {place} WHERE rowid = ?'
        file.execute("PRAGMA foreign_keys=OFF")
        file.execute(order, (blob, number))
        file.commit()
    assert wrong_in(garden.file) == {table: [number]}
    try:
        book = open_book(accept=True)
    except errors.DamagedFile:
        assert table == "garden" or column.endswith("id"), "only what ties rows together"
        return
    wrong = wrong_rows(book)
    assert [row.table for row in wrong] in ([table], []), "or the seal proves it right again"
    book.put(prompt, {"text": "Weiter geht es"})
    for card in book.cards.all():
        book.cards.set(card.id, kann="Leiterwagen")
    book.cards.add("partner", {"name": "Neu"})
    assert book.flush(), "typing on is saved"
    for row in wrong:
        assert name_of(book, row)
        good = good_of(book, row)
        assert choice(book, row, good)
        if good:
            take(book, row, good)
        else:
            keep(book, row)
    assert book.close()
    assert wrong_in(garden.file) == {}


@pytest.mark.parametrize("column", ["id", "prompt_id", "year_id", "voice_id", "subject_id"])
def test_what_an_index_still_knows_is_put_right_without_a_word(
    open_book: OpenBook, prompt: Prompt, garden: Paths, column: str
) -> None:
    """A bit in the table alone, as a disk flips it: the index keeps what stood there."""
    data = bytearray(garden.file.read_bytes())
    with closing(sqlite3.connect(garden.file)) as file:
        was, text = file.execute(f"SELECT {column}, value FROM answer").fetchone()
    start = data.rindex(was.encode(), 0, data.index(text.encode()))
    data[start + 1] ^= 1
    garden.file.write_bytes(bytes(data))
    assert wrong_in(garden.file) == {"answer": [1]}
    book = open_book(accept=True)
    assert wrong_rows(book) == []
    assert book.answer(prompt.id).value == {"text": "Apfelmus für alle"}
    kept = [path for path in garden.copies.iterdir() if path.match("beschaedigt*.db")]
    assert [path.read_bytes() for path in kept] == [bytes(data)], "the file is kept as it was"
    book.put(prompt, {"text": "Weiter"})
    assert book.close()


@pytest.mark.parametrize("text", [b"Apfelmus f", b"Lastenrad", b"Erste Fass", b"Stadtb", b"hier"])
@pytest.mark.parametrize("mask", [1, 4, 128])
def test_one_flipped_bit_is_put_right_because_the_checksum_proves_it(
    open_book: OpenBook, prompt: Prompt, garden: Paths, text: bytes, mask: int
) -> None:
    with closing(sqlite3.connect(garden.file)) as file:
        before = {t: file.execute(f"SELECT * FROM {t}").fetchall() for t in seals.TABLES}
    data = bytearray(garden.file.read_bytes())
    data[data.index(text) + 3] ^= mask
    garden.file.write_bytes(data)
    assert wrong_in(garden.file)
    book = open_book()
    assert wrong_rows(book) == []
    assert book.answer(prompt.id).value == {"text": "Apfelmus für alle"}
    with closing(sqlite3.connect(garden.file)) as file:
        assert before == {t: file.execute(f"SELECT * FROM {t}").fetchall() for t in seals.TABLES}
    kept = [path for path in garden.copies.iterdir() if path.match("beschaedigt*.db")]
    assert [path.read_bytes() for path in kept] == [bytes(data)]


def test_an_index_that_is_damaged_is_made_anew(
    open_book: OpenBook, prompt: Prompt, garden: Paths
) -> None:
    data = bytearray(garden.file.read_bytes())
    with closing(sqlite3.connect(garden.file)) as file:
        id, text = file.execute("SELECT id, value FROM answer").fetchone()
    record = data.index(text.encode())
    for place in range(len(data)):
        if data.startswith(id.encode(), place) and not place < record < place + 600:
            data[place + 3] ^= 1
            break
    garden.file.write_bytes(bytes(data))
    book = open_book(accept=True)
    assert book.answer(prompt.id).value == {"text": "Apfelmus für alle"}
    book.put(prompt, {"text": "Weiter"})
    assert book.close()
    with closing(sqlite3.connect(garden.file)) as file:
        assert file.execute("SELECT count(*) FROM answer").fetchone() == (1,)
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


# Safe copies


def test_no_older_copy_goes_while_entries_of_the_newest_are_wrong(
    open_book: OpenBook, garden: Paths, clock: Clock
) -> None:
    for _ in range(9):
        clock.forward(days=1)
        backups.make(garden.file, garden.copies, CopyKind.DAILY, clock.now())
    before = set(garden.copies.iterdir())
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    clock.forward(days=1)
    change(garden, "UPDATE garden SET changes = changes + 1")
    said = backups.daily(garden, clock.now())
    assert "beschädigte Einträge" in said
    assert before < set(garden.copies.iterdir())
    book = open_book(accept=True)
    for wrong in wrong_rows(book):
        keep(book, wrong)
    clock.forward(days=1)
    assert backups.daily(garden, clock.now()) == ""
    assert not before <= set(garden.copies.iterdir())


def test_a_copy_whose_entries_are_right_is_offered_before_a_newer_one(
    garden: Paths, clock: Clock
) -> None:
    garble(garden, "answer", "Apfelmus", "Apxelmus")
    backups.make(garden.file, garden.copies, CopyKind.DAILY, clock.now())
    found = backups.newest_good(errors.DamagedFile(garden.file))
    assert found is not None
    assert (found[0], wrong_in(found[1].file)) == (2, {})
    found[1].file.unlink()
    found = backups.newest_good(errors.DamagedFile(garden.file))
    assert found is not None, "better one with a wrong entry than none"
    assert json.dumps(list(wrong_in(found[1].file))) == '["answer"]'
