"""An older file is brought up to date, whole or not at all, and a copy of it stays."""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel, select

from gartenjahr_tui.models import GardenRow, SettingRow
from gartenjahr_tui.store import errors, glance, migrate, seals
from gartenjahr_tui.store.engine import make_engine
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook
from tests.conftest import OpenBook
from tests.store.helpers import open_store, plant, pragma, state_of_folder

SAMPLE = Path(__file__).parent / "garten-schema-1.db.gz"
"""The sample garden as the first release made it: three years, two people, former versions."""


SECOND_SAMPLE = Path(__file__).parent / "garten-schema-2.db.gz"
"""The sample garden as the second release made it, with cards."""

THIRD_SAMPLE = Path(__file__).parent / "garten-schema-3.db.gz"
"""The sample garden as the third release made it, with a log of changes and no seals."""


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program whose schema is one further, by a migration that changes nothing."""
    with monkeypatch.context() as patch:
        patch.setattr(glance, "SCHEMA", glance.SCHEMA + 1)
        patch.setattr("gartenjahr_tui.store.migrate.SCHEMA", glance.SCHEMA)
        yield


def with_word(paths: Paths) -> bytes:
    with closing(open_store(paths)) as opened, opened.transaction() as change:
        change.stamp(SettingRow(voice_id=change.garden.id, key="wort", value="da"))
    return paths.file.read_bytes()


def words(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [value for (value,) in connection.execute("SELECT value FROM setting")]


def test_the_migrations_make_what_the_models_say(paths: Paths) -> None:
    plant(paths)
    engine = make_engine(paths.file, local_disk=False)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, SQLModel.metadata) == []
    engine.dispose()


def test_there_is_one_line_of_migrations_and_the_header_counts_them(paths: Paths) -> None:
    plant(paths)
    engine = make_engine(paths.file, local_disk=False)
    script = ScriptDirectory.from_config(migrate.alembic_config(engine))
    engine.dispose()
    assert len(script.get_heads()) == 1
    assert len(list(script.walk_revisions())) == glance.SCHEMA


def test_no_migration_leads_back(paths: Paths) -> None:
    plant(paths)
    engine = make_engine(paths.file, local_disk=False)
    script = ScriptDirectory.from_config(migrate.alembic_config(engine))
    engine.dispose()
    assert [r.revision for r in script.walk_revisions() if hasattr(r.module, "downgrade")] == []


def test_a_current_file_is_not_copied(paths: Paths) -> None:
    plant(paths)
    open_store(paths).close()
    assert not paths.copies.exists()


def test_an_older_file_is_copied_and_brought_up_to_date(paths: Paths, next_schema: None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(glance, "SCHEMA", glance.SCHEMA - 1)
        patch.setattr("gartenjahr_tui.store.migrate.SCHEMA", glance.SCHEMA)
        with_word(paths)
    assert glance.look(paths.file) is None, "the first glance leaves an old file alone"
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).one().value == "da"
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    (copy,) = paths.copies.iterdir()
    assert pragma(copy, "user_version") == glance.SCHEMA - 1
    assert pragma(copy, "integrity_check") == "ok"
    assert words(copy) == words(paths.file) == ['"da"']
    if sys.platform != "win32":
        assert copy.stat().st_mode & 0o077 == 0
        assert paths.file.stat().st_mode & 0o077 == 0
    assert {p.name for p in paths.folder.iterdir() if p.is_file()} <= {
        paths.file.name,
        paths.lock.name,
    }


def test_a_file_whose_header_forgot_its_number_keeps_its_text(paths: Paths) -> None:
    """The migrations know by themselves what has been done already."""
    with_word(paths)
    pragma(paths.file, "user_version", 0)
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).one().value == "da"
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    assert len(list(paths.copies.iterdir())) == 1


def test_a_file_without_any_mark_of_its_schema_is_left_as_it_is(paths: Paths) -> None:
    """No program ever wrote one; whatever happened to it, nobody guesses."""
    with_word(paths)
    pragma(paths.file, "user_version", 0)
    pragma(paths.file, "journal_mode", "delete")
    with closing(sqlite3.connect(paths.file)) as connection:
        connection.execute("DROP TABLE alembic_version")
        connection.commit()
    before = paths.file.read_bytes()
    for _ in range(2):
        with pytest.raises(errors.DamagedFile):
            open_store(paths)
    assert paths.file.read_bytes() == before
    assert words(paths.file) == ['"da"']


@pytest.mark.parametrize("where", ["upgrade", "copy", "replace"])
def test_a_migration_that_breaks_off_leaves_the_old_file_whole(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    with_word(paths)
    pragma(paths.file, "user_version", 0)
    pragma(paths.file, "journal_mode", "delete")
    before = paths.file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        if where == "replace":
            patch.setattr(Path, "replace", full)
        else:
            patch.setattr(migrate, "upgrade" if where == "upgrade" else "_copy", full)
        with pytest.raises(errors.OpenFailed):
            open_store(paths)
    assert paths.file.read_bytes() == before
    assert not list(paths.folder.rglob("*.neu*"))
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(SettingRow)).one().value == "da"


def test_what_a_killed_program_had_not_moved_into_the_file_is_migrated_too(paths: Paths) -> None:
    """After a kill the last saves stand in the log beside the file."""
    with_word(paths)
    pragma(paths.file, "user_version", 0)
    with closing(sqlite3.connect(paths.file)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("UPDATE setting SET value = '\"neu\"'")
        connection.commit()
        log = paths.file.with_name(paths.file.name + "-wal")
        left = {path: path.read_bytes() for path in (paths.file, log)}
    for path, content in left.items():
        path.write_bytes(content)
    open_store(paths).close()
    (copy,) = paths.copies.iterdir()
    assert words(paths.file) == words(copy) == ['"neu"']


def test_a_reader_of_an_older_file_is_asked_to_wait(paths: Paths, next_schema: None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(glance, "SCHEMA", glance.SCHEMA - 1)
        patch.setattr("gartenjahr_tui.store.migrate.SCHEMA", glance.SCHEMA)
        first = open_store(paths)
    with closing(first):
        before = state_of_folder(paths.folder)[paths.file.name]
        with pytest.raises(errors.GardenBusy, match="umgestellt"):
            open_store(paths)
        assert state_of_folder(paths.folder)[paths.file.name] == before
        with first.session() as session:
            assert session.exec(select(GardenRow)).one()


# Gardens of the first release, which knew no cards


def rows(file: Path, table: str) -> list[tuple[Any, ...]]:
    """All that stands in a table, but the seals."""
    with closing(sqlite3.connect(file)) as connection:
        info = connection.execute(f"SELECT name FROM pragma_table_info('{table}')")
        names = ", ".join(f'"{name}"' for (name,) in info if name != seals.COLUMN)
        return sorted(connection.execute(f"SELECT {names} FROM {table}"), key=repr)


def tables(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name: rows(file, name) for (name,) in found if name != "alembic_version"}


def plant_first_release(paths: Paths, answers: dict[str, Any]) -> None:
    """Make a garden by the first migration alone, filled by hand."""
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.file.touch(mode=0o600)
    engine = make_engine(paths.file, local_disk=False)
    command.upgrade(migrate.alembic_config(engine), "0001")
    engine.dispose()
    garden, voice, year, sitting = (uuid4().hex for _ in range(4))
    now = "2025-03-01 09:30:00.000000"
    with closing(sqlite3.connect(paths.file)) as file:

        def put(table: str, id: str, *values: Any) -> None:
            marks = ", ".join("?" * (len(values) + 4))
            file.execute(f"INSERT INTO {table} VALUES ({marks})", (id, now, now, 1, *values))

        put("garden", garden, "Stadtbibliothek Süd", 9, 1)
        put("voice", voice, "Erika", 0)
        put("garden_year", year, 2024, "2024-09-01")
        put("setting", uuid4().hex, voice, "bookmark", '{"screen": "boden"}')
        for prompt, value in answers.items():
            id, text = uuid4().hex, json.dumps(value)
            put("answer", id, prompt, year, voice, garden, "beantwortet", text, sitting)
            former = json.dumps({"text": "früher"})
            put("answer_version", uuid4().hex, id, "angefangen", former, now)
        file.execute(f"PRAGMA application_id={glance.APPLICATION_ID}")
        file.execute("PRAGMA user_version=1")
        file.commit()


def unpack_sample(paths: Paths, sample: Path = SAMPLE) -> None:
    paths.folder.mkdir(parents=True, exist_ok=True)
    paths.file.write_bytes(gzip.decompress(sample.read_bytes()))


def grow_something(book: Workbook) -> None:
    """Cards are kept, changed and have versions."""
    zoo = book.cards.add("partner", {"name": "Zoo"})
    walk = book.cards.add("encounter", {"anlass": "Rundgang", "partner": [zoo.id]})
    book.keep_former(zoo)
    book.cards.set(zoo.id, name="Tierpark")
    assert [version.value for version in book.card_versions(zoo.id)] == [{"name": "Zoo"}]
    assert book.cards.naming(zoo.id) == [walk]


def test_a_garden_of_the_first_release_keeps_every_answer_and_takes_cards(
    open_book: OpenBook, paths: Paths
) -> None:
    book = open_book(Paths(paths.folder.parent / "heute", "im Test"))
    prompts = [p for p in book.guide.prompts.values() if p.fields[0].id == "text"]
    answers = {prompt.id: {"text": f"Grüße zu {prompt.id}"} for prompt in prompts}
    plant_first_release(paths, answers)
    before = tables(paths.file)
    for _ in range(2):
        book = open_book()
        assert book.profile.library == "Stadtbibliothek Süd"
        assert [voice.name for voice in book.voices] == ["Erika"]
        assert book.year_label() == "2024/25"
        assert {a.key.prompt: a.value for a in book.all_answers()} == answers
        assert [v.value for v in book.versions(prompts[0])] == [{"text": "früher"}]
        assert book.cards.all() == []
        assert book.close()
    after = tables(paths.file)
    assert {name: after[name] for name in before if name not in ("garden", "setting")} == {
        name: before[name] for name in before if name not in ("garden", "setting")
    }
    (copy,) = paths.copies.iterdir()
    assert tables(copy) == before
    assert pragma(copy, "user_version") == 1
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    book = open_book()
    grow_something(book)
    assert book.close()
    assert [card.kind for card in open_book().cards.all()] == ["partner", "encounter"]


def test_the_sample_garden_of_the_first_release_opens(open_book: OpenBook, paths: Paths) -> None:
    unpack_sample(paths)
    before = tables(paths.file)
    assert pragma(paths.file, "user_version") == 1
    book = open_book()
    found = {(a.key.prompt, a.key.year, a.key.voice): a.value for a in book.all_answers()}
    columns = (4, 5, 6, 9)
    numbers = {row[0]: row[4] for row in before["garden_year"]}
    kept = [tuple(row[column] for column in columns) for row in before["answer"]]
    assert len(kept) == len(before["answer"]) > 200
    for prompt, year, voice, value in kept:
        if json.loads(value):
            assert found[prompt, numbers[year], voice] == json.loads(value)
    assert [answer for answer in found if answer[0] not in book.guide.prompts] == []
    assert len(book.years) == 3
    grow_something(book)
    assert book.close()
    (copy,) = paths.copies.iterdir()
    assert tables(copy) == before
    for table in ("answer", "answer_version", "garden_year", "voice"):
        assert rows(paths.file, table) == before[table], table
    assert len(open_book().cards.all()) == 2


def test_the_samples_of_former_releases_are_small() -> None:
    assert SAMPLE.stat().st_size < 60_000
    assert SECOND_SAMPLE.stat().st_size < 120_000
    assert THIRD_SAMPLE.stat().st_size < 180_000


@pytest.mark.parametrize("where", ["upgrade", "replace"])
def test_a_garden_of_the_first_release_stays_whole_when_there_is_no_room_for_the_new_one(
    open_book: OpenBook, paths: Paths, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    unpack_sample(paths)
    before = paths.file.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path if where == "replace" else migrate, where, full)
        with pytest.raises(errors.OpenFailed):
            open_book()
    assert paths.file.read_bytes() == before
    assert open_book().all_answers()


def test_only_looking_at_a_garden_of_the_first_release_changes_nothing(
    open_book: OpenBook, paths: Paths
) -> None:
    unpack_sample(paths)
    before = state_of_folder(paths.folder)
    with pytest.raises(errors.GardenUnready):
        open_book(look_only=True)
    assert state_of_folder(paths.folder) == before


# Gardens of the second release, which knew no log of changes


def test_the_sample_garden_of_the_second_release_opens_whole(
    open_book: OpenBook, paths: Paths
) -> None:
    unpack_sample(paths, SECOND_SAMPLE)
    before = tables(paths.file)
    assert pragma(paths.file, "user_version") == 2
    book = open_book()
    kept = {UUID(row[0]).hex: json.loads(row[5]) for row in before["card"]}
    assert len(kept) > 100
    assert {card.id: card.value for card in book.cards.all()} == kept
    answers = [json.loads(row[9]) for row in before["answer"]]
    found = [answer.value for answer in book.all_answers() if answer.value]
    assert sorted(found, key=str) == sorted(filter(None, answers), key=str)
    assert book.close()
    (copy,) = paths.copies.iterdir()
    assert tables(copy) == before
    assert pragma(copy, "user_version") == 2
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    for table in ("answer", "answer_version", "card", "card_version", "garden_year", "voice"):
        assert rows(paths.file, table) == before[table], table
    book = open_book()
    grow_something(book)
    assert book.close()
    assert len(open_book().cards.all()) == len(kept) + 2


def test_only_looking_at_a_garden_of_the_second_release_changes_nothing(
    open_book: OpenBook, paths: Paths
) -> None:
    unpack_sample(paths, SECOND_SAMPLE)
    before = state_of_folder(paths.folder)
    with pytest.raises(errors.GardenUnready):
        open_book(look_only=True)
    assert state_of_folder(paths.folder) == before


# Gardens of the third release, whose rows had no seals


@pytest.mark.parametrize("sample", [SAMPLE, SECOND_SAMPLE, THIRD_SAMPLE])
def test_a_garden_of_every_former_release_is_sealed_as_it_is(
    open_book: OpenBook, paths: Paths, sample: Path
) -> None:
    unpack_sample(paths, sample)
    before = tables(paths.file)
    open_book().close()
    after = tables(paths.file)
    for table in before.keys() - {"garden", "setting"}:
        assert after[table] == before[table], table
    with closing(sqlite3.connect(paths.file)) as file:
        assert seals.wrong(file) == {}
        for table in seals.TABLES:
            assert file.execute(f"SELECT count(*), count(seal) FROM {table}").fetchone()[1] == len(
                after[table]
            )
    book = open_book()
    grow_something(book)
    book.close()
    with closing(sqlite3.connect(paths.file)) as file:
        assert seals.wrong(file) == {}
