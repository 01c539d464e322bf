"""A garden where nothing can be written can be read, with all that was left beside its file."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli import start
from gartenjahr_tui.models import SettingRow
from gartenjahr_tui.store import copying, errors, glance
from gartenjahr_tui.store import paths as places
from gartenjahr_tui.store.paths import Paths
from tests.conftest import OpenBook
from tests.store.helpers import open_store, state_of_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and mounts of POSIX")


@contextmanager
def unwritable(folder: Path) -> Iterator[None]:
    """Nobody can write into a folder meanwhile, as on a stick whose switch says so."""
    if os.geteuid():
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    for options in (["--bind", str(folder)], ["-o", "remount,ro,bind"]):
        command = ["mount", *options, str(folder)]
        if not shutil.which("mount") or subprocess.run(command, check=False).returncode:
            pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def remembered(paths: Paths) -> set[str]:
    with closing(open_store(paths, look_only=True)) as opened, opened.connection() as connection:
        return {key for (key,) in connection.execute("SELECT key FROM setting")}


def left_by_a_power_cut(paths: Paths, to: Path, journal: str) -> Paths:
    """A garden with two words, the second of which is in the middle of being written."""
    with closing(open_store(paths)) as opened, opened.transaction() as change:
        change.stamp(SettingRow(voice_id=change.garden.id, key="eins", value=1))
    with closing(sqlite3.connect(paths.file, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA journal_mode={journal}")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE setting SET key = 'zwei'")
        connection.execute("CREATE TABLE platz AS SELECT randomblob(100000)")
        if journal == "WAL":
            connection.execute("COMMIT")
        shutil.copytree(paths.folder, to)
    for rest in (to / "gartenjahr.lock", to / "gartenjahr.db-shm"):
        rest.unlink(missing_ok=True)
    return Paths(to, "")


def test_a_closed_garden_is_read_and_nothing_is_left_beside_it(paths: Paths) -> None:
    with closing(open_store(paths)) as opened, opened.transaction() as change:
        change.stamp(SettingRow(voice_id=change.garden.id, key="wort", value=1))
    before = state_of_folder(paths.folder)
    with unwritable(paths.folder):
        assert glance.look(paths.file) is not None
        assert remembered(paths) == {"wort"}
        assert not places.can_write(paths)
        assert copying.is_sound(paths.file)
    assert state_of_folder(paths.folder) == before
    assert places.can_write(paths)


@pytest.mark.parametrize(("journal", "there"), [("WAL", "zwei"), ("DELETE", "eins")])
def test_what_a_power_cut_left_beside_the_file_is_heeded(
    paths: Paths, tmp_path: Path, journal: str, there: str
) -> None:
    left = left_by_a_power_cut(paths, tmp_path / "stick", journal)
    beside = [path.name for path in glance.beside(left.file) if path.exists()]
    assert beside == ["gartenjahr.db-wal" if journal == "WAL" else "gartenjahr.db-journal"]
    with unwritable(left.folder):
        glance.examine(left.file)
        assert remembered(left) == {there}
        # One copy was enough for both.
        assert len(list(Path(os.environ["TMPDIR"]).glob("gartenjahr-lesen-*"))) == 1


def test_due_lines_answers_and_pages_can_be_read(
    paths: Paths, open_book: OpenBook, capsys: pytest.CaptureFixture[str]
) -> None:
    open_book().close()
    with unwritable(paths.folder):
        assert cli.main(["faellig"]) in (0, 3)
        assert cli.main(["antworten"]) == 0
        assert cli.main(["--linear"]) == 0
        said = " ".join(capsys.readouterr().out.split())
        assert f"Nur lesen: In den Ordner „{paths.folder}“ kann nicht geschrieben werden." in said
        assert "schon geöffnet" not in said
        # What would write says so.
        assert cli.main(["pruefen"]) == 1
        assert "kann nicht geschrieben werden" in capsys.readouterr().err
        look, look_only = start._look(paths, accept=False)
        assert look is not None
        assert look_only


def test_where_no_garden_lies_there_is_nothing_to_read(paths: Paths) -> None:
    paths.folder.mkdir()
    options = SimpleNamespace(linear=True, trotzdem=False, ascii=False)
    with unwritable(paths.folder), pytest.raises(errors.FolderUnwritable):
        start._open(paths, options, sys.stdout, note="")
