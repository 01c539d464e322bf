"""The command ``bericht``: every document in every format, and what is said about it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from gartenjahr_tui.catalog import GROUPS, OUTLETS, REPORTS
from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.cli.parser import option_names
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.reader import read_guide
from gartenjahr_tui.outlet import WorkProgress
from gartenjahr_tui.sample import make_sample
from gartenjahr_tui.store.paths import Paths
from gartenjahr_tui.workbook.book import Workbook


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample garden."""
    folder = tmp_path_factory.mktemp("beispiel") / "garten"
    make_sample(read_guide(), Paths(folder, "im Test"))
    return folder


@pytest.fixture
def garden(sample: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(sample, tmp_path / "kopie"))


@pytest.fixture
def sample_book(garden: Path) -> Iterator[Workbook]:
    """It, open for looking."""
    book = open_garden(read_guide(), Paths(garden, "im Test"), look_only=True)
    yield book
    book.close()


def call(garden: Path, *words: str) -> int:
    return cli.main([*words, "--daten", str(garden)])


def test_everything_that_can_leave_stands_under_one_heading() -> None:
    listed = [id for _, ids in GROUPS for id in ids]
    assert sorted(listed) == sorted(OUTLETS)


def test_every_question_is_an_option_of_the_command_line() -> None:
    asks = {f"--{ask.id}" for outlet in OUTLETS.values() for ask in outlet.asks}
    assert asks <= option_names()


@pytest.mark.parametrize("id", OUTLETS)
def test_every_outlet_of_the_sample_garden_has_something_to_say(
    sample_book: Workbook, id: str
) -> None:
    outlet = OUTLETS[id]
    selection = outlet.selection(sample_book)
    draft = outlet.draft(sample_book, selection.chosen, selection.pieces)
    shown = draft.preview(46)
    assert draft.inside
    assert draft.stays
    assert shown.strip()
    assert "None" not in shown
    assert "  \n" not in shown
    assert "\x1b" not in shown
    for format in outlet.formats:
        assert all(draft.make(format.id, WorkProgress()).values())


def test_the_list_names_every_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bericht"]) == 0
    told = capsys.readouterr().out
    assert all(f"  {id} " in told for id in REPORTS)
    assert max(map(len, told.splitlines())) <= 78


@pytest.mark.parametrize("id", REPORTS)
def test_what_can_be_chosen_is_listed(id: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bericht", id]) == 0
    told = capsys.readouterr().out
    outlet = REPORTS[id]
    assert all(f"--{ask.id}" in told for ask in outlet.asks)
    assert all(f"  {piece.id} " in told for piece in outlet.pieces)


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_it_says_what_is_in_and_what_stays_and_writes(
    garden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    file = tmp_path / f"Bericht für Übersee.{ending}"
    assert call(garden, "bericht", "jahresbericht", str(file)) == 0
    told = capsys.readouterr().out
    assert told.index("Das steht drin") < told.index("Das bleibt hier") < told.index("Geschrieben")
    assert file.stat().st_size > 500
    assert [path for path in tmp_path.iterdir() if path.name.endswith(".neu")] == []


def test_what_is_there_stays_unless_one_says_otherwise(
    garden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "n.md"
    file.write_text("meins")
    assert call(garden, "bericht", "uebergabe", str(file)) == 1
    assert file.read_text() == "meins"
    assert "--ueberschreiben" in capsys.readouterr().err
    assert call(garden, "bericht", "uebergabe", str(file), "--ueberschreiben") == 0
    assert file.read_text(encoding="utf-8") != "meins"


def test_a_part_can_be_left_out_added_or_chosen_alone(garden: Path, tmp_path: Path) -> None:
    def written(name: str, *words: str) -> str:
        file = tmp_path / name
        assert call(garden, "bericht", "jahresbericht", str(file), *words) == 0
        return file.read_text(encoding="utf-8")

    titles = {piece.id: piece.title for piece in REPORTS["jahresbericht"].pieces}
    whole, without = written("a.md"), written("b.md", "--ohne", "dank")
    alone = written("c.md", "--nur", "dank")
    assert f"# {titles['dank']}" in whole
    assert f"# {titles['dank']}" not in without
    assert f"# {titles['dank']}" in alone
    assert len(alone) < len(without) < len(whole)


@pytest.mark.parametrize(
    ("words", "code", "complaint"),
    [
        (["quatsch", "{}/x.docx"], 2, "jahresbericht"),
        (["jahresbericht", "{}/x.xls"], 2, ".docx"),
        (["jahresbericht", "{}/x"], 2, ".docx"),
        (["jahresbericht", " "], 2, "gartenjahr"),
        (["jahresbericht", "{}/x.docx", "--jahr", "1848"], 1, "1848"),
        (["jahresbericht", "{}/x.docx", "--ohne", "allem"], 2, "hoehepunkte"),
        (["steckbrief", "{}/x.docx", "--ueber", "Gibtsnicht"], 1, "Gibtsnicht"),
        (["steckbrief", "{}/x.docx"], 1, "--ueber"),
        (["auskunft", "{}/x.docx"], 1, "--ueber"),
        (["jahresbericht", "{}/fehlt/x.docx"], 1, "gibt es nicht"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    garden: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    complaint: str,
) -> None:
    target = tmp_path / "ziel"
    target.mkdir()
    assert call(garden, "bericht", *(word.format(target) for word in words)) == code
    assert complaint in capsys.readouterr().err
    assert list(target.iterdir()) == []


def test_part_of_a_name_is_enough_when_only_one_has_it(
    garden: Path, tmp_path: Path, sample_book: Workbook
) -> None:
    titles = [option.label for option in REPORTS["steckbrief"].asks[0].options(sample_book)]
    (part,) = (title.split()[0] for title in titles if title.startswith("Reparatur"))
    file = tmp_path / "s.md"
    assert call(garden, "bericht", "steckbrief", str(file), "--ueber", part.upper()) == 0
    assert part in file.read_text(encoding="utf-8")


def test_without_a_garden_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(tmp_path / "leer", "bericht", "jahresbericht", str(tmp_path / "x.docx")) == 1
    assert "keinen Garten" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
