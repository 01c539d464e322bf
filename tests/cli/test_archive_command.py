"""``gartenjahr archiv``: says what goes into the file, writes it, and makes a garden of it."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import archive
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store.paths import Paths
from tests.conftest import OpenBook

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command and returns the exit code and everything it says, on one line."""

    def run(*given: object, folder: Path = paths.folder) -> tuple[int, str]:
        code = cli.main(["archiv", *map(str, given), "--daten", str(folder)])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


@pytest.fixture
def planted(open_book: OpenBook, prompt: Prompt) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.cards.add("partner", {"name": "Zoo"})
    book.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "garten.json"


@pytest.mark.usefixtures("planted")
def test_the_garden_moves_to_another_folder(
    run: Run, file: Path, tmp_path: Path, open_book: OpenBook, prompt: Prompt
) -> None:
    code, said = run("schreiben", file)
    assert code == 0
    assert said.index("auch alles Vertrauliche") < said.index("Geschrieben:")
    assert "1 Antwort, 1 Karte" in said
    code, said = run("lesen", file, folder=tmp_path / "neu")
    assert code == 0
    assert "Der ganze Garten ist da" in said
    again = tmp_path / "zwei.json"
    assert run("schreiben", again, folder=tmp_path / "neu")[0] == 0
    assert again.read_bytes() == file.read_bytes()
    moved = open_book(Paths(tmp_path / "neu", "im Test"))
    assert moved.answer(prompt.id).value == {"text": "Apfelmus"}


@pytest.mark.skipif(sys.platform == "win32", reason="unter Windows gelten die Rechte des Ordners")
@pytest.mark.usefixtures("planted")
def test_only_the_owner_may_read_the_file(run: Run, file: Path) -> None:
    run("schreiben", file)
    assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("planted")
def test_no_file_is_replaced_unasked(run: Run, file: Path) -> None:
    file.write_text("meins")
    code, said = run("schreiben", file)
    assert code == 1
    assert "--ueberschreiben" in said
    assert file.read_text() == "meins"
    assert run("schreiben", file, "--ueberschreiben")[0] == 0
    assert archive.read(file)


def test_it_is_written_while_the_garden_is_open(run: Run, file: Path, open_book: OpenBook) -> None:
    book = open_book()
    book.cards.add("partner", {"name": "Zoo"})
    book.flush()
    assert run("schreiben", file)[0] == 0
    assert len(archive.read(file)["karten"]) == 1


def test_it_is_not_read_into_a_garden_that_is_open(
    run: Run, file: Path, tmp_path: Path, open_book: OpenBook
) -> None:
    open_book().close()
    run("schreiben", file)
    place = Paths(tmp_path / "offen", "im Test")
    open_book(place)
    code, said = run("lesen", file, folder=place.folder)
    assert code == 1
    assert "gerade offen" in said


@pytest.mark.usefixtures("planted")
def test_a_garden_with_entries_is_refused(run: Run, file: Path) -> None:
    run("schreiben", file)
    code, said = run("lesen", file)
    assert code == 1
    assert "nicht angerührt" in said


@pytest.mark.usefixtures("planted")
def test_ctrl_c_while_writing_leaves_no_file(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    code, said = run("schreiben", file)
    assert code == 1
    assert "Abgebrochen" in said
    assert not list(file.parent.glob("*.json*"))


def test_where_no_garden_is_nothing_is_written(run: Run, file: Path, paths: Paths) -> None:
    code, said = run("schreiben", file)
    assert code == 1
    assert "noch keinen Garten" in said
    assert not file.exists()
    assert not paths.folder.exists()


@pytest.mark.parametrize("words", [(), ("schreiben",), ("lesen", "a", "b"), ("backen", "a")])
def test_other_calls_are_explained(words: tuple[str, ...], run: Run) -> None:
    code, said = run(*words)
    assert code == 2
    assert "schreiben" in said
    assert "lesen" in said


def test_a_file_that_is_missing_is_named(run: Run, file: Path, paths: Paths) -> None:
    code, said = run("lesen", file)
    assert code == 1
    assert "gibt es nicht" in said
    assert not paths.folder.exists()


@pytest.mark.usefixtures("planted")
def test_entries_the_disk_has_changed_are_said_before_they_go_into_the_file(
    run: Run, file: Path, paths: Paths
) -> None:
    with closing(sqlite3.connect(paths.file)) as garden:
        garden.execute("UPDATE answer SET value = replace(value, 'Apfel', 'Apxel')")
        garden.commit()
    code, said = run("schreiben", file)
    assert code == 0
    assert "Ein Eintrag ist beschädigt; er kommt ins Archiv, wie er dasteht." in said
    assert "Apxelmus" in file.read_text(encoding="utf-8")
