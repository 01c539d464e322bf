"""The first start on Windows asks where the garden shall lie; the answer holds from then on."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path

import pytest

from gartenjahr_tui.cli import first
from gartenjahr_tui.store import marker, paths, place
from gartenjahr_tui.words.cli import FirstWords


class Terminal(io.StringIO):
    """A stream somebody sits at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program that was unpacked; nobody has said where the garden lies."""
    folder = tmp_path / "programme" / "Gartenjahr-0.1.0"
    folder.mkdir(parents=True)
    monkeypatch.delenv("GARTENJAHR_DATEN")
    monkeypatch.setattr(sys, "argv", [str(folder / "gartenjahr.py")])
    return folder


def types(monkeypatch: pytest.MonkeyPatch, text: str) -> Terminal:
    """Somebody sits there and types this; what they read comes back."""
    said = Terminal()
    monkeypatch.setattr(sys, "stdin", Terminal(text))
    monkeypatch.setattr(sys, "stderr", said)
    return said


def test_enter_takes_this_computer_and_nothing_is_asked_again(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = types(monkeypatch, "\n")
    found = first.place()
    assert found.folder == paths.usual_folder()
    assert found.folder.is_dir()
    assert FirstWords.QUESTION in said.getvalue()
    assert str(found.folder) in said.getvalue()
    found.file.touch()
    types(monkeypatch, "")
    assert first.place() == found


def test_home_and_stick_say_what_they_mean_and_are_found_again(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, stick = tmp_path / "heim", tmp_path / "stick"
    for folder in (home, stick):
        folder.mkdir()
    monkeypatch.setattr(first, "home_drive", lambda: home)
    monkeypatch.setattr(first, "removable_drives", lambda: [stick])
    offered = first.places()
    assert [one.name for one in offered] == [FirstWords.HERE, FirstWords.HOME, FirstWords.STICK]
    said = types(monkeypatch, "2\n")
    assert first.place().folder == home / "Gartenjahr"
    text = re.sub(r"\s+", " ", said.getvalue())
    for meaning in (FirstWords.HERE_MEANS, FirstWords.HOME_MEANS, FirstWords.STICK_MEANS):
        assert meaning in text
    # From whatever version it is started next.
    monkeypatch.setattr(sys, "argv", [str(program.with_name("Gartenjahr-0.2.0") / "gartenjahr.py")])
    assert paths.find().folder == home / "Gartenjahr"


def test_the_stick_with_the_program_keeps_the_garden_beside_every_version(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Path(program.anchor)
    monkeypatch.setattr(first, "removable_drives", lambda: [drive])
    types(monkeypatch, "2\n")
    found = first.place()
    assert found.folder == program.parent / "Gartenjahr-Daten"
    monkeypatch.setattr(sys, "argv", [str(program.with_name("Gartenjahr-0.2.0") / "gartenjahr.py")])
    assert paths.find().folder == found.folder
    # Another letter of the drive changes nothing: nothing was noted but the folder itself.
    assert not (paths.state_folder() / "ort.json").exists()


def test_a_garden_in_the_folder_of_the_former_version_comes_first(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = program.with_name("Gartenjahr-alt") / "daten"
    former.mkdir(parents=True)
    (former / "gartenjahr.db").touch()
    types(monkeypatch, "\n")
    assert first.place().folder == former


def test_any_folder_can_be_typed_and_one_that_cannot_be_written_is_asked_for_again(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "datei").touch()
    wanted = tmp_path / "Bücherei Süd"
    said = types(monkeypatch, f'9\nweiß nicht\n{tmp_path / "datei" / "x"}\n"{wanted}"\n')
    assert first.place().folder == wanted
    text = said.getvalue()
    assert text.count(FirstWords.AGAIN.format(count=1)[:20]) == 2
    assert "nicht geschrieben werden" in text


def test_the_end_of_the_input_makes_nothing(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch, "")
    with pytest.raises(KeyboardInterrupt):
        first.place()
    assert not paths.usual_folder().exists()


def test_nothing_is_asked_where_a_place_is_named_or_a_garden_has_vanished_or_nobody_sits(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = types(monkeypatch, "")
    monkeypatch.setenv("GARTENJAHR_DATEN", str(tmp_path / "it"))
    assert first.place().folder == tmp_path / "it"
    monkeypatch.delenv("GARTENJAHR_DATEN")
    (program / "daten").mkdir()
    assert first.place().folder == program / "daten"
    (program / "daten").rmdir()
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    usual = first.place()
    assert usual.folder == paths.usual_folder()
    said = types(monkeypatch, "")
    marker.write(usual.file, "abc", 3)
    assert first.place() == usual
    assert said.getvalue() == ""


def test_elsewhere_there_are_no_drives_to_ask_for() -> None:
    if sys.platform != "win32":
        assert place.removable_drives() == []
        assert place.home_drive() is None


AS_ON_WINDOWS = """
import sys
from gartenjahr_tui.cli import first, start
from gartenjahr_tui.store import place

class Windows:
    platform = "win32"

    def __getattr__(self, name):
        return getattr(sys, name)

start.sys = place.sys = Windows()
first.removable_drives = lambda: []
place.paths_are_short = lambda: False
sys.argv = ["gartenjahr", *sys.argv[1:]]
from gartenjahr_tui.__main__ import main
main()
"""
"""What Windows alone can tell is told in its place; everything else is the program as it is."""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_at_a_real_terminal_the_home_drive_is_chosen_once_and_the_garden_lies_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.terminal.pty_app import RealTerminal

    monkeypatch.delenv("GARTENJAHR_DATEN")
    monkeypatch.setenv("HOMEDRIVE", str(tmp_path / "heim"))
    monkeypatch.setenv("HOMEPATH", "/anna")
    (tmp_path / "heim" / "anna").mkdir(parents=True)
    garden = tmp_path / "heim" / "anna" / "Gartenjahr"
    command = [sys.executable, "-c", AS_ON_WINDOWS, "--linear"]
    with RealTerminal(command, size=(100, 50), cwd=tmp_path) as terminal:
        terminal.wait_for("Ihre Wahl:")
        assert FirstWords.HOME in terminal.text
        terminal.send("2\r")
        terminal.wait_for("Ihr Garten liegt ab jetzt hier:")
        terminal.wait_for("Willkommen")
        terminal.send("ende\r")
        assert terminal.wait_exit() == 0
    assert (garden / "gartenjahr.db").is_file()
    with RealTerminal(command, size=(100, 50), cwd=tmp_path) as terminal:
        terminal.wait_for("Leere Zeile")
        assert FirstWords.QUESTION not in terminal.text
        terminal.send("ende\r")
        assert terminal.wait_exit() == 0
    assert not paths.usual_folder().exists()
