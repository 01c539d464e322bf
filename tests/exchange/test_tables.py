"""Tables for Excel and LibreOffice, and the map for Kumu."""

from __future__ import annotations

import csv
import io
import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.cli import main as cli
from gartenjahr_tui.exchange import files, kumu, tables
from gartenjahr_tui.exchange.tables import DataSheet, as_csv, as_xlsx
from gartenjahr_tui.garden.opening import open_garden
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.store import paths as places
from gartenjahr_tui.workbook.dates import day_of
from tests.office import office

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

FORMULAS = (
    *("=1+1", "=cmd|' /C calc'!A0", "+49 2224 1", "-2+3", "@SUM(1;2)", "\t=1+1", "  =1+1"),
    *("\r\n=1+1", "＝1+1", '=HYPERLINK("http://x.example")', "<r>kein <b>Format</r>"),
)
HARMLESS = ("Ä ß „x“ €", 'sie sagt "ja"; =1+1', "zwei\nZeilen", "a\x00b\x1b[31m", "{=1+1}", "0228")

NASTY = DataSheet(
    "x",
    "Was: [man] */\\? so schreibt und noch viel länger",
    ("Name", "Tag", "Zahl"),
    tuple((text, date(2026, 11, 23), 2.5) for text in FORMULAS + HARMLESS),
)


def rows_of(data: bytes, delimiter: str = ";") -> list[list[str]]:
    """What another program reads in a CSV file."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return list(csv.reader(text, delimiter=delimiter))


def table(book: Workbook, id: str, **options: object) -> DataSheet:
    return next(tables.gather(book, only=id, **options))  # type: ignore[arg-type]


def cell(found: DataSheet, column: str, row: int = 0) -> object:
    return found.rows[row][found.columns.index(column)]


def said(data: object) -> str:
    """All that stands in some tables, as one text."""
    return repr(data)


@pytest.fixture
def garden(book: Workbook) -> Workbook:
    """A small garden with something of everything."""
    cards = book.cards
    cards.add("partner", {"name": "Förderverein"})
    kita = cards.add(
        "partner",
        {
            "name": "Kita Übermut",
            "kategorie": "kita",
            "ideal_tage": 30,
            "handschlag": 4,
            "kriterien": [
                {"kriterium": "offen", "wertung": "ja"},
                {"kriterium": "nah", "wertung": "teils"},
            ],
            "bild": [{"am": "2026-03-01", "phase": "2"}, {"am": "2025-01-01", "phase": "1"}],
            "stereotype": [{"satz": "Geheimes Vorurteil"}],
            "vertrauen": 1,
        },
    )
    cards.add(
        "partnership", {"titel": "Lesegarten", "partner": [kita.id], "worum": "Beete und Bücher"}
    )
    for day in ("2025-05-01", "2026-05-01"):
        cards.add("harvest", {"titel": f"Fest {day}", "am": day})
    cards.add("encouragement", {"titel": "Geheimer Zuspruch", "name": "Geheimer Zuspruch"})
    return book


# What is in


def test_a_card_has_its_labels_as_columns_and_real_numbers_and_days(garden: Workbook) -> None:
    found = table(garden, "partner")
    assert found.columns[0] == "Name"
    assert [row[0] for row in found.rows] == ["Förderverein", "Kita Übermut"]
    assert cell(found, "Art der Organisation", 1) == "Kita"
    assert cell(found, "Gewünschter Abstand (Tage)", 1) == 30
    assert cell(found, "So einigt man sich (1 per Handschlag – 5 schriftlich)", 1) == 4
    assert cell(found, "Kriterien", 1) == "offen · ja\nnah · teils"
    assert cell(found, "Zuletzt geändert am", 1) == date(2026, 11, 22)


def test_a_history_shows_its_present_state_and_all_of_it_on_a_sheet_of_its_own(
    garden: Workbook,
) -> None:
    found = table(garden, "partner")
    assert str(cell(found, "Bild der Bibliothek", 1)).startswith("Phase 2")
    assert cell(found, "Bild der Bibliothek: seit", 1) == date(2026, 3, 1)
    assert cell(found, "Bild der Bibliothek: Einträge", 1) == 2
    assert cell(found, "Bild der Bibliothek", 0) is None
    past = [row for row in table(garden, "verlaeufe").rows if row[1] == "Kita Übermut"]
    assert [row[3] for row in past] == [date(2025, 1, 1), date(2026, 3, 1)]


def test_links_stand_there_by_name(garden: Workbook) -> None:
    assert cell(table(garden, "partnership"), "Partner") == "Kita Übermut"


def test_confidential_things_stay_here_unless_asked_for(
    garden: Workbook, confidential_prompt: Prompt, personal_prompt: Prompt
) -> None:
    for prompt in (confidential_prompt, personal_prompt):
        field = prompt.fields[0]
        garden.put(prompt, {field.id: "Geheime Antwort"})
    assert "Geheim" not in said(list(tables.gather(garden)))
    asked = said(list(tables.gather(garden, confidential=True)))
    assert "Geheimes Vorurteil" in asked
    assert "Geheime Antwort" in asked


def test_deleted_cards_stay_here(garden: Workbook) -> None:
    garden.cards.delete(garden.cards.of("harvest")[0].id)
    assert len(table(garden, "harvest").rows) == 1


def test_a_year_takes_what_has_its_day_in_it_and_all_that_has_none(garden: Workbook) -> None:
    assert [row[0] for row in table(garden, "harvest", year=2025).rows] == ["Fest 2025-05-01"]
    assert len(table(garden, "partner", year=2025).rows) == 2
    assert {row[0] for row in table(garden, "zahlen", year=2026).rows} == {"2026"}


def test_answers_stand_with_year_step_question_person_and_state(
    garden: Workbook, prompt: Prompt
) -> None:
    garden.put(prompt, {"text": "=Antwort"})
    (row,) = table(garden, "antworten").rows
    assert row[0] == "2026"
    assert row[2] == prompt.ask
    assert row[5] == "=Antwort"


def test_every_kind_of_card_makes_a_table_with_columns_of_different_names(book: Workbook) -> None:
    found = list(tables.gather(book, confidential=True))
    assert len(found) == len(book.guide.forms) + 3
    for each in found:
        assert all(each.columns)
        assert len(each.columns) == len(set(each.columns))


# CSV


def test_german_excel_finds_semicolons_a_mark_of_utf8_commas_and_german_days() -> None:
    data = as_csv(DataSheet("x", "X", ("Größe", "Tag"), ((2.5, date(2026, 11, 23)), (None, None))))
    assert data == "\ufeffGröße;Tag\r\n2,5;23.11.2026\r\n;\r\n".encode()


def test_no_text_in_csv_begins_like_a_formula() -> None:
    found = rows_of(as_csv(NASTY))[1:]
    assert len(found) == len(NASTY.rows)
    for (name, day, number), text in zip(found, FORMULAS + HARMLESS, strict=True):
        assert name.lstrip()[:1] not in tuple("=+-@＝")
        assert name.startswith("'") is (text in FORMULAS and not text.startswith("<"))
        assert (day, number) == ("23.11.2026", "2,5")


@settings(max_examples=200)
@given(st.text())
def test_any_text_comes_back_from_csv_and_never_as_a_formula(text: str) -> None:
    (_, (first, last)) = rows_of(as_csv(DataSheet("x", "X", ("A", "B"), ((text, "Ende"),))))
    assert last == "Ende"
    assert not re.match(r"\s*[=+\-@]", first)


def test_a_very_long_text_is_cut_and_says_so() -> None:
    long = DataSheet("x", "X", ("A",), (("ä" * 100_000,),))
    assert tables.is_cut(long)
    (_, (text,)) = rows_of(as_csv(long))
    assert len(text) < 32_767
    assert "gekürzt" in text


# XLSX


def test_excel_gets_days_numbers_and_text_as_they_are(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx([NASTY, NASTY])))
    assert len(book.sheetnames) == 2
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in book.sheetnames)
    sheet = book.worksheets[0]
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == f"A1:C{len(NASTY.rows) + 1}"
    for row in sheet.iter_rows(min_row=2):
        name, day, number = row
        assert (name.data_type, name.hyperlink) == ("s", None)
        assert (day.value, day.number_format) == (datetime(2026, 11, 23), "dd.mm.yyyy")
        assert number.value == 2.5
    assert sheet["A2"].value == "=1+1"


def test_a_time_of_day_stands_beside_its_day_and_sorts() -> None:
    moment = day_of("2026-12-24T14:00/16:00")
    table = DataSheet("x", "X", ("am",), ((moment,),))
    assert as_csv(table).decode("utf-8-sig") == "am\r\n24.12.2026, 14–16 Uhr\r\n"
    cell = openpyxl.load_workbook(io.BytesIO(as_xlsx([table]))).worksheets[0]["A2"]
    assert cell.value == datetime(2026, 12, 24, 14)
    assert "14–16 Uhr" in cell.number_format


def test_the_same_tables_give_the_same_bytes() -> None:
    assert as_xlsx([NASTY]) == as_xlsx([NASTY])
    assert as_csv(NASTY) == as_csv(NASTY)


def test_days_before_excel_counts_are_text() -> None:
    data = as_xlsx([DataSheet("x", "X", ("Tag",), ((date(1899, 5, 1),),))])
    assert openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A2"].value == "01.05.1899"


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_makes_a_whole_workbook(text: str) -> None:
    data = as_xlsx([DataSheet("x", "X", ("A",), ((text,),))])
    found = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]["A2"]
    assert found.data_type in ("s", "n")  # an empty cell counts as a number


# Opened by LibreOffice


def opened(file: Path, *options: str) -> str:
    """What LibreOffice makes of a file, as XML."""
    return office(file, "fods", *options).read_text("utf-8")


EVALUATING = "--infilter=CSV:59,34,76,1,,1031,false,true,false,false,false,0,true,false,true"
"""LibreOffice told to run whatever it takes for a formula."""


def test_libreoffice_opens_csv_with_umlauts_and_days_and_runs_nothing(tmp_path: Path) -> None:
    control, file = tmp_path / "nackt.csv", tmp_path / "garten.csv"
    control.write_bytes(b"\xef\xbb\xbfName;Tag\r\n=1+1;23.11.2026\r\n")
    assert "table:formula" in opened(control, EVALUATING)
    file.write_bytes(as_csv(NASTY))
    found = opened(file, EVALUATING)
    assert "table:formula" not in found
    assert found.count('office:date-value="2026-11-23"') == len(NASTY.rows)
    assert found.count('office:value="2.5"') == len(NASTY.rows)
    assert "Ä ß „x“ €" in found


def test_libreoffice_opens_xlsx_with_umlauts_and_days_and_runs_nothing(tmp_path: Path) -> None:
    file = tmp_path / "garten.xlsx"
    file.write_bytes(as_xlsx([NASTY]))
    found = opened(file)
    assert "table:formula" not in found
    assert found.count('office:date-value="2026-11-23"') == len(NASTY.rows)
    assert "23.11.2026" in found
    assert "Ä ß „x“ €" in found


# Kumu


@pytest.fixture
def network(garden: Workbook) -> kumu.Map:
    cards = garden.cards
    kita = cards.same_name("partner", "Kita Übermut")[0]
    value = {"ist_buendnis": "ja", "dabei": "ja", "mitglieder": [kita.id, "Turnverein, e. V."]}
    cards.add("partner", {"name": "=Runder Tisch", **value})
    cards.add("partner", {"name": "Kita Übermut"})
    cards.add("contact", {"name": "Ada Geheim", "partner": [kita.id], "funktion": "Leitung"})
    return kumu.gather(garden)


def test_the_map_ties_library_partners_and_partnerships_together(network: kumu.Map) -> None:
    kinds = {element.label: element.type for element in network.elements}
    assert kinds["Kita Übermut"] == "Partner"
    assert kinds["=Runder Tisch"] == "Bündnis"
    assert kinds["Lesegarten"] == "Kooperation"
    assert kinds["Turnverein, e. V."] == "Organisation"
    ties = {(tie.start, tie.end, tie.type) for tie in network.connections}
    assert ("Kita Übermut", "Lesegarten", "ist beteiligt") in ties
    assert ("Turnverein, e. V.", "=Runder Tisch", "macht mit") in ties
    assert ("Bibliothek", "=Runder Tisch", "macht mit") in ties


def test_every_label_is_there_once_and_every_tie_ends_at_one(network: kumu.Map) -> None:
    elements = rows_of(kumu.elements_csv(network), ",")
    ties = rows_of(kumu.connections_csv(network), ",")
    assert elements[0] == ["Label", "Type", "Description", "Tags"]
    assert ties[0] == ["From", "To", "Type", "Label"]
    labels = [row[0] for row in elements[1:]]
    assert len(labels) == len(set(labels))
    assert {"Kita Übermut", "Kita Übermut (2)", "'=Runder Tisch"} <= set(labels)
    assert {end for row in ties[1:] for end in row[:2]} <= set(labels)


def test_people_are_on_the_map_only_when_asked_for(network: kumu.Map, garden: Workbook) -> None:
    assert "Ada" not in said(network)
    assert "Ada Geheim" in said(kumu.gather(garden, people=True))
    assert "Vorurteil" not in said(kumu.gather(garden, people=True))


# Writing


def test_nothing_is_replaced_unasked(tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    second.write_text("meins")
    with pytest.raises(files.NotWritten, match="gibt es schon"):
        files.write({first: b"1", second: b"2"})
    assert (first.exists(), second.read_text()) == (False, "meins")
    files.write({first: b"1", second: b"2"}, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "b.csv"]
    assert second.read_bytes() == b"2"


@pytest.mark.parametrize("trouble", [OSError(28, "voll"), KeyboardInterrupt()])
def test_a_full_disk_or_a_stop_leaves_no_half_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    real = os.fsync
    calls: list[int] = []

    def fails(number: int) -> None:
        calls.append(number)
        if len(calls) == 2:
            raise trouble
        real(number)

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises((files.NotWritten, KeyboardInterrupt)):
        files.write({tmp_path / "a.csv": b"1", tmp_path / "b.csv": b"2"})
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(files.NotWritten, match="gibt es nicht"):
        files.write({tmp_path / "stick" / "a.ics": b"1"})


# The commands


@pytest.fixture
def command_garden(guide: Guide) -> None:
    """The garden the commands find."""
    book = open_garden(guide, places.find(None))
    book.cards.add("partner", {"name": "Kita Übermut", "vertrauen": 1})
    book.cards.add("harvest", {"titel": "Fest", "am": "2026-05-01"})
    book.close()


@pytest.mark.usefixtures("command_garden")
class TestCommands:
    def test_tables_say_what_is_in_and_what_stays(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert cli.main(["tabellen", str(tmp_path / "g.xlsx")]) == 0
        told = capsys.readouterr().out
        assert told.startswith("Das steht drin\n  - Partner (1), Ernten (1)")
        assert "Das bleibt hier\n  - vertrauliche" in told
        assert told.endswith(f"Geschrieben: {tmp_path / 'g.xlsx'}\n")

    def test_a_folder_gets_a_file_for_each_kind_with_a_plain_name(self, tmp_path: Path) -> None:
        assert cli.main(["tabellen", str(tmp_path / "neu" / "tabellen")]) == 0
        names = {path.name for path in (tmp_path / "neu" / "tabellen").iterdir()}
        assert {"partner.csv", "samenkoerner.csv", "verlaeufe.csv", "zahlen.csv"} <= names
        assert "zusprueche.csv" not in names

    @pytest.mark.parametrize("name", ["ernten", "Ernte", "harvest"])
    def test_one_table_can_be_named(self, tmp_path: Path, name: str) -> None:
        file = tmp_path / "e.csv"
        assert cli.main(["tabellen", str(file), "--art", name]) == 0
        assert rows_of(file.read_bytes())[1][0] == "Fest"

    @pytest.mark.parametrize(
        ("words", "code", "complaint"),
        [
            (["tabellen"], 2, "wohin"),
            (["tabellen", "{}/x.ods"], 2, ".xlsx"),
            (["tabellen", "{}/x.csv"], 2, "--art"),
            (["tabellen", "{}/x.xlsx", "--art", "Unkraut"], 1, "Samenkörner"),
            (["tabellen", "{}/x.csv", "--art", "Zuspruch"], 1, "--vertrauliche"),
            (["tabellen", "{}/x.xlsx", "--jahr", "1990"], 1, "1990"),
            (["tabellen", "{}/fehlt/x.xlsx"], 1, "gibt es nicht"),
            (["kalender", "{}/x.txt"], 2, ".ics"),
            (["kalender", "{}/x.ics", "--land", "Tirol"], 1, "Thüringen"),
            (["kontakte", "{}/x"], 2, ".vcf"),
        ],
    )
    def test_what_cannot_be_is_said_and_nothing_is_written(
        self,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
        words: list[str],
        code: int,
        complaint: str,
    ) -> None:
        target = tmp_path / "ziel"
        target.mkdir()
        assert cli.main([word.format(target) for word in words]) == code
        assert complaint in capsys.readouterr().err
        assert list(target.iterdir()) == []

    @pytest.mark.parametrize(
        "words",
        [["tabellen", "x.xlsx"], ["kumu", "k"], ["kalender", "x.ics"], ["kontakte", "x.vcf"]],
    )
    def test_a_second_time_needs_a_word_and_gives_the_same_bytes(
        self, tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        call = [words[0], str(tmp_path / words[1])]
        assert cli.main(call) == 0
        first = {p: p.read_bytes() for p in tmp_path.rglob("*.[xicv]*") if p.is_file()}
        capsys.readouterr()
        assert cli.main(call) == 1
        told = capsys.readouterr()
        assert (told.out, "gibt es schon" in told.err) == ("", True)
        assert cli.main([*call, "--ueberschreiben"]) == 0
        assert all(path.read_bytes() == data for path, data in first.items())


def test_without_a_garden_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["tabellen", str(tmp_path / "x.xlsx")]) == 1
    assert "noch keinen Garten" in capsys.readouterr().err
    assert not (tmp_path / "x.xlsx").exists()
