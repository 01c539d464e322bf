"""An older file is brought up to date, whole or not at all, and a copy of it stays."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel, select

from gartenjahr_tui.models import Garden, Setting
from gartenjahr_tui.store import errors, glance, migrate
from gartenjahr_tui.store.engine import make_engine
from gartenjahr_tui.store.paths import Paths
from tests.store.helpers import open_store, plant, pragma, state_of_folder


@pytest.fixture
def next_schema(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program whose schema is one further, by a migration that changes nothing."""
    with monkeypatch.context() as patch:
        patch.setattr(glance, "SCHEMA", glance.SCHEMA + 1)
        patch.setattr("gartenjahr_tui.store.migrate.SCHEMA", glance.SCHEMA)
        yield


def with_word(paths: Paths) -> bytes:
    with closing(open_store(paths)) as opened, opened.transaction() as change:
        change.stamp(Setting(voice_id=change.garden.id, key="wort", value="da"))
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
        assert session.exec(select(Setting)).one().value == "da"
    assert pragma(paths.file, "user_version") == glance.SCHEMA
    (copy,) = paths.copies.iterdir()
    assert pragma(copy, "user_version") == glance.SCHEMA - 1
    assert pragma(copy, "integrity_check") == "ok"
    assert words(copy) == words(paths.file) == ['"da"']
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
        assert session.exec(select(Setting)).one().value == "da"
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
    assert not paths.file.with_name(paths.file.name + ".neu").exists()
    with closing(open_store(paths)) as opened, opened.session() as session:
        assert session.exec(select(Setting)).one().value == "da"


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
            assert session.exec(select(Garden)).one()
