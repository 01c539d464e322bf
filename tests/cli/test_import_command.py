"""``gartenjahr einlesen``: shows what would come, asks, and takes nothing before „ja“."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.store.paths import Paths
from tests.conftest import OpenBook

Run = Callable[..., tuple[int, str]]


class Keyboard(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def run(paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command and returns the exit code and everything it says, on one line."""

    def run(*given: object, typed: str | None = None) -> tuple[int, str]:
        stdin = io.StringIO() if typed is None else Keyboard(typed)
        monkeypatch.setattr(sys, "stdin", stdin)
        code = cli.main(["einlesen", *map(str, given), "--daten", str(paths.folder)])
        said = capsys.readouterr()
        return code, " ".join((said.out + said.err).split())

    return run


@pytest.fixture(autouse=True)
def garden(open_book: OpenBook) -> None:
    book = open_book()
    book.cards.add("contact", {"name": "Max Muster"})
    book.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "liste.csv"
    text = "Name;Firma;Telefon privat;Kürzel\nErika Erfunden;Kita Probe;1;EE\nMuster, Max;;;\n"
    place.write_text(text + 'Kap;"u"t;;\n', "cp1252")
    return place


@pytest.fixture
def contacts(open_book: OpenBook) -> Callable[[], list[str]]:
    def contacts() -> list[str]:
        book = open_book(look_only=True)
        names = [book.cards.title(card) for card in book.cards.of("contact")]
        book.close()
        return names

    return contacts


Names = Callable[[], list[str]]


def test_without_a_terminal_it_only_shows(run: Run, file: Path, contacts: Names) -> None:
    code, said = run(file)
    assert code == 0
    assert "gelesen als Text von Windows" in said
    assert "Firma → Organisation (z. B. Kita Probe)" in said
    assert "Bleibt draußen: Telefon privat, Kürzel." in said
    assert "Neu: 2 Karten" in said
    assert "Zeile 3 wird ausgelassen: Muster, Max, derselbe Name wie „Max Muster“" in said
    assert "Zeile 4: Ein Anführungszeichen" in said
    assert "nichts übernommen. Übernommen wird mit: --ja" in said
    assert contacts() == ["Max Muster"]


@pytest.mark.parametrize(
    ("typed", "taken"),
    [("ja\n", True), ("J\n", True), ("nein\n", False), ("ja?\n", False), ("", False)],
)
def test_at_a_terminal_it_asks(
    run: Run, file: Path, contacts: Names, typed: str, taken: bool
) -> None:
    code, said = run(file, typed=typed)
    assert code == 0
    assert said.index("Nicht zu lesen") < said.index("Übernehmen? ja/nein")
    assert ("Es wurde nichts übernommen" in said) is not taken
    assert ("Erika Erfunden" in contacts()) is taken


def test_yes_beforehand_takes_it_and_another_call_takes_it_back(
    run: Run, file: Path, contacts: Names
) -> None:
    assert "Übernommen: 2 neue Karten." in run(file, "--ja")[1]
    assert contacts() == ["Erika Erfunden", "Max Muster"]
    assert "kommt nichts Neues" in run(file, "--ja")[1]
    code, said = run("--zuruecknehmen")
    assert (code, said) == (0, "Zurückgenommen: Einlesen von „liste.csv“, 2 Karten.")
    assert contacts() == ["Max Muster"]
    assert "nichts verändert" in run("--zuruecknehmen")[1]


def test_columns_said_once_are_known_the_next_time(run: Run, file: Path) -> None:
    said = run(file, "--spalten", "kürzel=Funktion,FIRMA=-", "--ja")[1]
    assert "Bleibt draußen: Firma, Telefon privat." in said
    assert "Kürzel → Funktion (z. B. EE)" in run(file)[1]


def test_duplicates_are_added_or_filled_on_request(run: Run, file: Path, contacts: Names) -> None:
    assert "Neu: 3 Karten" in run(file, "--doppelte", "anlegen")[1]
    file.write_text("Name;Funktion\nMax Muster;Wart\n", "utf-8")
    assert "Max Muster · Funktion: Wart" in run(file, "--doppelte", "ergänzen", "--ja")[1]
    assert contacts() == ["Max Muster"]


def test_all_rows_may_be_partners(run: Run, file: Path, contacts: Names) -> None:
    said = run(file, "--als", "partner", "--ja")[1]
    assert "Partner Kita Probe" in said
    assert "Zeile 3: Es steht keine Organisation darin." in said
    assert "Zeile 2: Name „Erika Erfunden“: Es kommen nur Partner" in said
    assert contacts() == ["Max Muster"]


def test_doubles_are_brought_up_to_date_on_request(run: Run, file: Path) -> None:
    file.write_text("Name;Funktion\nMax Muster;Wart\n", "utf-8")
    run(file, "--doppelte", "ergaenzen", "--ja")
    file.write_text("Name;Funktion\nMax Muster;Leitung\n", "utf-8")
    said = run(file, "--doppelte", "aktualisieren", "--ja")[1]
    assert "Max Muster · Funktion: Leitung statt Wart" in said


def test_the_heads_the_kind_and_the_rhythm_can_be_said(run: Run, file: Path) -> None:
    file.write_text("Aaa;Bbb\nWer;Was\nBund;Verein\n", "utf-8")
    how = ("--kopf", "2", "--spalten", "Wer=Organisation", "--art", "Kita")
    said = run(file, *how, "--rhythmus", "halbjährlich")[1]
    assert "Überschriften in Zeile 2" in said
    assert "Partner Bund · Kita · 180 Tage" in said
    code, said = run(file, "--kopf", "9")
    assert (code, "keine Zeile 9" in said) == (1, True)


def test_a_sheet_of_a_workbook_can_be_said(run: Run, two_sheets: Path) -> None:
    said = run(two_sheets)[1]
    assert "Blatt „Leute“" in said
    assert "Bleibt draußen: Blatt „Kitas“." in said
    assert "Partner Kita Nord" in run(two_sheets, "--blatt", "2")[1]
    assert "Partner Kita Nord" in run(two_sheets, "--blatt", "kitas", "--kopf", "1")[1]
    code, said = run(two_sheets, "--blatt", "Mond")
    assert (code, "Zur Wahl stehen: 1 „Leute“, 2 „Kitas“." in said) == (1, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "welche Datei"),
        (("x.csv", "--als", "bäume"), "partner, kontakte"),
        (("x.csv", "--doppelte", "würfeln"), "auslassen, ergaenzen, aktualisieren, anlegen"),
        (("x.csv", "--kopf", "drei"), "ist keine Zeile"),
        (("DATEI", "--art", "mond"), "geht nicht nach --art"),
        (("x.csv", "--rhythmus", "mond"), "--rhythmus vierteljährlich"),
        (("DATEI", "--spalten", "Mond=Name"), "Eine Spalte „Mond“ gibt es in der Datei nicht"),
        (("DATEI", "--spalten", "Firma=Mond"), "Ein Feld „Mond“ gibt es nicht"),
        (("DATEI", "--spalten", "Firma"), "Firma=Organisation"),
        (("x.csv", "--zuruecknehmen"), "ohne weitere Angaben aufrufen"),
    ],
)
def test_other_calls_are_explained(run: Run, file: Path, given: tuple[str, ...], said: str) -> None:
    code, answer = run(*(str(file) if word == "DATEI" else word for word in given))
    assert code == 2
    assert said in answer


def test_without_a_column_of_names_it_asks_for_one(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "fremd.csv"
    file.write_text("Aaa;Bbb\nErika;1\n", "utf-8")
    code, said = run(file, "--ja")
    assert code == 1
    assert '--spalten "Aaa=Name"' in said
    assert run(file, "--ja", "--spalten", "Aaa=Name")[0] == 0


def test_what_cannot_be_read_is_said(run: Run, tmp_path: Path) -> None:
    code, said = run(tmp_path / "fehlt.csv", "--ja")
    assert code == 1
    assert "gibt es nicht" in said


def test_an_open_garden_can_be_looked_at_but_not_changed(
    run: Run, file: Path, open_book: OpenBook
) -> None:
    open_book()
    assert run(file)[0] == 0
    code, said = run(file, "--ja")
    assert code == 1
    assert "anderswo geöffnet" in said
    assert run("--zuruecknehmen")[0] == 1


def test_where_no_garden_is_none_is_made(
    run: Run, file: Path, paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    assert cli.main(["einlesen", str(file), "--ja", "--daten", str(tmp_path / "leer")]) == 1
    assert not (tmp_path / "leer").exists()


@pytest.mark.parametrize("moment", ["importing.plan", "importing._add_card", "importing.note"])
def test_ctrl_c_takes_nothing(
    run: Run, file: Path, contacts: Names, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    def stop(*_given: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"gartenjahr_tui.exchange.{moment}", stop)
    code, said = run(file, "--ja")
    assert (code, "Abgebrochen" in said) == (1, True)
    assert contacts() == ["Max Muster"]
