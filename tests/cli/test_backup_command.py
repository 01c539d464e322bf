"""``gartenjahr sicherung``: what somebody sees who looks after the copies of the garden."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from gartenjahr_tui.app import GartenjahrApp
from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli.rescue import told
from gartenjahr_tui.guide.model import Prompt
from gartenjahr_tui.store import backups, copying, glance
from gartenjahr_tui.store.errors import DamagedFile
from gartenjahr_tui.store.paths import Paths
from tests.conftest import Clock, OpenBook
from tests.screens.helpers import at_the_desk
from tests.store.helpers import state_of_folder

Call = Callable[..., tuple[int, str]]


@pytest.fixture
def call(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Call:
    """Runs the command and returns the exit code and everything it says, on one line."""

    def run(*arguments: str) -> tuple[int, str]:
        code = cli.main([*arguments, "--daten", str(paths.folder)])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


@pytest.fixture
def garden(open_book: OpenBook, prompt: Prompt) -> None:
    """A garden with a word in it, closed."""
    write(open_book, prompt, "Apfelmus")


def write(open_book: OpenBook, prompt: Prompt, text: str) -> None:
    book = open_book()
    book.put(prompt, {"text": text})
    assert book.close()


def text_in(file: Path) -> str:
    with closing(sqlite3.connect(file)) as connection:
        return str(connection.execute("SELECT value FROM answer").fetchall())


def test_making_listing_and_bringing_back(
    garden: None, open_book: OpenBook, prompt: Prompt, paths: Paths, call: Call
) -> None:
    code, said = call("sicherung", "anlegen")
    assert code == 0
    assert "Gesichert und geprüft" in said
    write(open_book, prompt, "Birnensaft")
    code, said = call("sicherung", "liste", "--pruefen")
    assert code == 0
    assert "von Hand, in Ordnung" in said
    assert "Eine Sicherung" in said
    code, said = call("sicherung", "zurückholen", "1")
    assert code == 0
    assert "wieder so wie am" in said
    assert "Was vorhin im Garten stand, liegt als Sicherung bereit" in said
    assert "Apfelmus" in text_in(paths.file)
    kept = next(paths.copies.glob("vor-zurueckholen-*.db"))
    assert "Birnensaft" in text_in(kept)
    assert open_book().answer(prompt.id).value == {"text": "Apfelmus"}


def test_without_a_word_the_copies_are_listed(garden: None, call: Call) -> None:
    code, said = call("sicherung")
    assert code == 0
    assert said.startswith("Es gibt noch keine Sicherung")


def test_a_copy_is_made_while_the_garden_is_open_and_none_is_brought_back(
    open_book: OpenBook, prompt: Prompt, paths: Paths, call: Call
) -> None:
    book = open_book()
    book.put(prompt, {"text": "Apfelmus"})
    book.flush()
    assert call("sicherung", "anlegen")[0] == 0
    (copy,) = backups.copies_in(paths.copies)
    assert "Apfelmus" in text_in(copy.file)
    code, said = call("sicherung", "zurueckholen", copy.file.name)
    assert code == 1
    assert "gerade offen" in said
    book.put(prompt, {"text": "Birnensaft"})
    assert book.flush()


def test_a_copy_goes_where_it_is_wanted_and_comes_back_from_there(
    garden: None, open_book: OpenBook, prompt: Prompt, tmp_path: Path, call: Call, paths: Paths
) -> None:
    code, said = call("sicherung", "anlegen", "--nach", str(tmp_path / "stick"))
    assert code == 1
    assert "gibt es nicht" in said
    assert not (tmp_path / "stick").exists()
    (tmp_path / "stick").mkdir()
    assert call("sicherung", "anlegen", "--nach", str(tmp_path / "stick"))[0] == 0
    (copy,) = (tmp_path / "stick").iterdir()
    assert not paths.copies.exists()
    write(open_book, prompt, "Birnensaft")
    assert call("sicherung", "zurueckholen", str(copy))[0] == 0
    assert "Apfelmus" in text_in(paths.file)


def test_the_second_place_is_chosen_shown_and_given_up(
    garden: None, tmp_path: Path, call: Call, paths: Paths
) -> None:
    stick = tmp_path / "stick"
    assert call("sicherung", "ort", str(stick))[0] == 1
    stick.mkdir()
    assert call("sicherung", "ort", str(paths.folder))[0] == 1
    assert call("sicherung", "ort", str(stick)) == (
        0,
        f"Sicherungen kommen von jetzt an auch hierhin: {stick}",
    )
    assert str(stick) in call("sicherung", "ort")[1]
    assert call("sicherung", "anlegen")[0] == 0
    assert len(backups.copies_in(stick)) == 1
    assert str(stick) in call("sicherung", "liste")[1]
    stick.rename(tmp_path / "weg")
    code, said = call("sicherung", "anlegen")
    assert code == 0, "the copy at home was made"
    assert "gerade nicht da" in said
    assert call("sicherung", "ort", "keiner")[0] == 0
    assert "nicht gewählt" in call("sicherung", "ort")[1]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["aufraeumen"], 2, "kennt der Befehl „sicherung“ nicht"),
        (["liste", "alles"], 2, "kennt der Befehl „sicherung“ nicht"),
        (["zurueckholen"], 2, "Bitte sagen, welche Sicherung"),
        (["zurueckholen", "7"], 1, "„7“ gibt es nicht"),
        (["zurueckholen", "../../etwas.db"], 1, "gibt es nicht"),
        (["liste", "--nach", "x"], 2, "--nach"),
        (["anlegen", "--nach", ""], 2, "fehlt eine Angabe"),
        (["anlegen", "--pruefen"], 2, "--pruefen"),
    ],
)
def test_what_cannot_be_meant_is_said_and_nothing_happens(
    garden: None, paths: Paths, call: Call, arguments: list[str], code: int, sentence: str
) -> None:
    before = state_of_folder(paths.folder)
    found, said = call("sicherung", *arguments)
    assert found == code
    assert sentence in said
    assert state_of_folder(paths.folder) == before


@pytest.mark.parametrize("word", ["anlegen", "liste", "ort"])
def test_where_there_is_no_garden_nothing_is_made(paths: Paths, call: Call, word: str) -> None:
    call("sicherung", word)
    assert not paths.folder.exists()


def test_a_damaged_copy_is_shown_as_such(garden: None, paths: Paths, call: Call) -> None:
    call("sicherung", "anlegen")
    (copy,) = backups.copies_in(paths.copies)
    copy.file.write_bytes(b"zerrieben")
    code, said = call("sicherung", "liste", "--pruefen")
    assert code == 1
    assert "von Hand, beschädigt" in said
    code, said = call("sicherung", "zurueckholen", "1")
    assert code == 1
    assert "beschädigt oder keine Sicherung" in said
    code, said = call("pruefen")
    assert code == 1
    assert f"! Eine ist beschädigt: {copy.file.name}" in said


def test_pruefen_looks_at_the_copies_too(garden: None, call: Call) -> None:
    assert "Es gibt noch keine" in call("pruefen")[1]
    call("sicherung", "anlegen")
    code, said = call("pruefen")
    assert code == 0
    assert "eine, in Ordnung, vom" in said


def test_a_long_look_through_the_copies_says_how_far_it_is(
    garden: None, call: Call, monkeypatch: Any
) -> None:
    call("sicherung", "anlegen")
    call("sicherung", "anlegen")
    monkeypatch.setattr("gartenjahr_tui.cli.common.TELL_SECONDS", 0)
    assert "8 von 8 Sicherungen … 0 % … 50 %" in call("pruefen")[1]


def test_a_full_disk_is_said_plainly(
    garden: None, paths: Paths, call: Call, monkeypatch: Any
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "voll")

    monkeypatch.setattr(backups, "copy_to", full)
    code, said = call("sicherung", "anlegen")
    assert code == 1
    assert "der Datenträger ist voll" in said
    assert "Ihr Garten ist davon unberührt" in said


def test_ctrl_c_ends_it_with_a_word(
    garden: None, paths: Paths, call: Call, monkeypatch: Any
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(copying, "_state", interrupted)
    code, said = call("sicherung", "anlegen")
    assert (code, said.endswith("Abgebrochen.")) == (1, True)
    assert list(paths.copies.iterdir()) == []


def test_a_slow_copy_says_how_far_it_is(garden: None, call: Call, monkeypatch: Any) -> None:
    monkeypatch.setattr("gartenjahr_tui.cli.common.TELL_SECONDS", 0)
    assert "… 100 %" in call("sicherung", "anlegen")[1]


@pytest.mark.parametrize("content", [b"", b"kein Garten", None])
@pytest.mark.parametrize("face", [["--linear"], ["antworten"], []])
def test_a_damaged_garden_names_the_good_copy_and_the_command(
    garden: None,
    paths: Paths,
    call: Call,
    content: bytes | None,
    face: list[str],
    monkeypatch: Any,
) -> None:
    monkeypatch.delenv("GARTENJAHR_DATEN")
    call("sicherung", "anlegen")
    if content is None:
        whole = paths.file.read_bytes()
        content = whole[:4096] + b"\x55" * (len(whole) - 4096)
    paths.file.write_bytes(content)
    code, said = call(*face)
    assert code == 1
    assert f'gartenjahr --daten "{paths.folder}" sicherung zurueckholen 1' in said
    assert paths.file.read_bytes() == content
    code, said = call("sicherung", "zurueckholen", "1")
    assert code == 0
    assert "liegt unverändert hier" in said
    assert "Apfelmus" in text_in(paths.file)


def test_linear_makes_the_copy_of_the_day_when_it_ends(
    garden: None, paths: Paths, call: Call, monkeypatch: Any, clock: Clock
) -> None:
    import io

    monkeypatch.setattr("gartenjahr_tui.cli.start.standard_input", lambda: io.StringIO(""))
    assert call("--linear")[0] == 0
    (copy,) = backups.copies_in(paths.copies)
    assert "Apfelmus" in text_in(copy.file)


# On the screen


async def test_the_copy_of_the_day_is_made_behind_the_first_frame(
    garden: None, paths: Paths
) -> None:
    async with at_the_desk(paths) as desk:
        await desk.until(lambda: backups.copies_in(paths.copies))
        assert desk.said == []
    (copy,) = backups.copies_in(paths.copies)
    assert "Apfelmus" in text_in(copy.file)


async def test_a_new_garden_is_copied_when_it_is_left(paths: Paths, prompt: Prompt) -> None:
    async with at_the_desk(paths) as desk:
        assert not paths.copies.exists()
        await desk.open(prompt.id)
        await desk.type("Apfelmus")
        await desk.press("ctrl+q")
        await desk.until(lambda: desk.app.return_code is not None)
    (copy,) = backups.copies_in(paths.copies)
    assert "Apfelmus" in text_in(copy.file)


async def test_a_missing_stick_is_said_once_and_typing_goes_on(
    garden: None, paths: Paths, prompt: Prompt, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    backups.set_second_place(paths, tmp_path / "stick")
    (tmp_path / "stick").rmdir()
    async with at_the_desk(paths) as desk:
        await desk.until(lambda: desk.said)
        assert "gerade nicht da" in desk.said[0]
        await desk.open(prompt.id)
        await desk.type("!")
        await desk.book_saved()
        assert not desk.book.save_status.unsaved
    async with at_the_desk(paths) as desk:
        await desk.settle()
        assert desk.said == []


async def test_damage_found_behind_the_first_frame_names_the_good_copy(
    garden: None,
    paths: Paths,
    call: Call,
    monkeypatch: Any,
) -> None:
    call("sicherung", "anlegen")
    app = GartenjahrApp(paths, glance.look(paths.file))

    def damaged() -> None:
        raise DamagedFile(paths.file)

    monkeypatch.setattr(app, "_open_book", damaged)
    async with app.run_test() as pilot:
        while app.return_code is None:
            await pilot.pause(0.01)
    assert app.return_code == 1
    assert app.fault
    assert "sicherung zurueckholen 1" in told(app.fault)
