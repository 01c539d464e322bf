"""Taking in contacts line by line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gartenjahr_tui import linear

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


def talk(book: Workbook, *lines: object) -> str:
    """Type these lines and return everything that was said, without its line breaks."""
    said = StringIO()
    assert linear.run(book, StringIO("".join(f"{line}\n" for line in lines)), said) == 0
    return " ".join(said.getvalue().split())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "liste.csv"
    place.write_text(
        "Name;Firma;Durchwahl;Kürzel\nErika Erfunden;Kita Probe;0999 1;EE\n"
        "Erika Erfunden;;;\nx;y;z;a;b\n",
        "utf-8",
    )
    return place


def test_columns_are_changed_all_is_shown_and_yes_takes_it(book: Workbook, file: Path) -> None:
    said = talk(
        book,
        "einlesen",
        file,
        "9 Mond",
        "4 funktion",
        "",
        "",
        "2",
        "3",
        "",
        "ja",
        "rückgängig",
        "ende",
    )
    assert "Bitte eine Zahl von 1 bis 4" in said
    assert "4 Kürzel → Funktion (z. B. EE)" in said
    assert "Doppelt: eine Zeile? 1 auslassen" in said
    assert said.index("Zeile 4: Die Zeile hat 5 Angaben") < said.index("Übernehmen? ja/nein")
    assert "Übernommen: 2 neue Karten." in said
    assert "Zurückgenommen: Einlesen von „liste.csv“, 2 Karten." in said
    assert book.cards.of("contact") == []


@pytest.mark.parametrize("answer", ["nein", "", "zurück", "jawohl"])
def test_anything_but_yes_takes_nothing(book: Workbook, file: Path, answer: str) -> None:
    said = talk(book, "einlesen", file, "", "", "", "", "", answer, "ende")
    assert "Es wurde nichts übernommen." in said
    assert book.untouched


def test_what_new_partners_are_is_said_once(book: Workbook, file: Path) -> None:
    said = talk(book, "einlesen", file, "", "", "", "3", "4", "ja", "ende")
    assert "wo die Datei keine nennt? 1 offen 2 Schule 3 Kita" in said
    assert "Partner Kita Probe · Kita · 180 Tage" in said
    assert [card.value["kategorie"] for card in book.cards.of("partner")] == ["kita"]


def test_the_heads_may_stand_in_another_row(book: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Aaa;Bbb\nWer;Was\nIda Öz;Zoo\n", "utf-8")
    said = talk(book, "einlesen", file, "kopf 9", "kopf 2", "1 Name", "", "", "ja", "ende")
    assert "keine Zeile 9" in said
    assert "Überschriften in Zeile 2" in said
    assert [card.value["name"] for card in book.cards.of("contact")] == ["Ida Öz"]


def test_another_sheet_of_a_workbook_is_read(book: Workbook, two_sheets: Path) -> None:
    said = talk(book, "einlesen", two_sheets, "blatt 7", "blatt 2", "", "", "", "ja", "ende")
    assert "Für ein anderes Blatt etwa „blatt 2“ schreiben. Es gibt: 2 „Kitas“." in said
    assert "kein Blatt „7“" in said
    assert "Blatt „Kitas“" in said
    assert [book.cards.title(card) for card in book.cards.of("partner")] == ["Kita Nord"]


def test_a_wrong_name_is_asked_again_and_an_empty_line_leaves(book: Workbook) -> None:
    said = talk(book, "einlesen", "/gibt/es/nicht.csv", "?", "", "ende")
    assert "gibt es nicht" in said
    assert "erst nach Ihrem Ja" in said
    assert book.untouched


def test_without_a_name_it_asks_for_it(book: Workbook, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Aaa;Bbb\nErika;1\n", "utf-8")
    said = talk(book, "einlesen", file, "", "1 Name", "", "2", "", "", "ja", "ende")
    assert "wo der Name steht" in said
    assert [book.cards.title(card) for card in book.cards.of("partner")] == ["Erika"]
