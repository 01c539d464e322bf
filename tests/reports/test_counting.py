"""The sheet of figures for the German library statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.reports.document import Table
from gartenjahr_tui.reports.questions import FIELDS, questions
from gartenjahr_tui.workbook.plain import Profile
from tests.reports.telling_helpers import REPORTS, add, document, read, texts

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock, OpenBook

SHEET = "zaehlblatt"
AGREEMENTS, EVENTS = "Kooperationsvereinbarungen", "Veranstaltungen insgesamt"
INTRODUCTIONS, SCHOOLS = "Bibliothekseinführungen", "Unterstützte Schulbibliotheken"


@pytest.fixture
def book(open_book: OpenBook, clock: Clock) -> Workbook:
    """A garden that was begun two years ago."""
    clock.forward(days=-730)
    book = open_book()
    clock.forward(days=730)
    return book


def overview(book: Workbook, year: int = 2026) -> dict[str, tuple[str, str]]:
    """Question → figure, and how many records are to be checked."""
    found = next(
        block
        for block in document(book, SHEET, jahr=str(year)).blocks
        if isinstance(block, Table) and block.columns[:1] == ("Nummer",)
    )
    return {title: (value, unsure) for _, title, value, unsure in found.rows}


def part(book: Workbook, title: str, year: int = 2026) -> list[str]:
    """The lines under a heading."""
    lines: list[str] = []
    inside = False
    for block in document(book, SHEET, jahr=str(year)).blocks:
        said = list(texts(block))
        if said == [title]:
            inside = True
        elif type(block).__name__ == "Heading":
            inside = False
        elif inside:
            lines += said
    return lines


def agreed(book: Workbook, title: str, *agreements: dict[str, str], **value: Any) -> None:
    add(book, "partnership", titel=title, beginn="2024-12-01", absprachen=agreements, **value)


PAPER = {"was": "Vertrag", "von": "2026-02-01", "bis": "2027-01-31", "ort": "Ordner 3"}


def test_a_new_garden_knows_nothing(book: Workbook) -> None:
    assert set(overview(book).values()) == {("N", "0")}
    assert "N heißt: Das gibt es, aber die Zahl ist nicht bekannt." in read(book, SHEET)


def test_records_none_of_which_counts_are_a_nought(book: Workbook) -> None:
    agreed(book, "Lesegarten")
    add(book, "encounter", am="2026-03-12", anlass="Kaffee", art="telefon")
    assert set(overview(book).values()) == {("0", "0")}
    assert set(overview(book, 2023).values()) == {("N", "0")}


# Agreements


def test_an_agreement_that_holds_at_the_end_of_the_year_counts_once(book: Workbook) -> None:
    agreed(book, "Lesegarten", PAPER, {**PAPER, "was": "Zweiter Vertrag"})
    assert overview(book)[AGREEMENTS] == ("1", "0")
    assert overview(book, 2025)[AGREEMENTS] == ("0", "0")
    assert part(book, AGREEMENTS)[2] == (
        "1. Februar 2026 | Lesegarten | „Vertrag“, gilt vom 1. Februar 2026 bis zum "
        "31. Januar 2027 | 1"
    )


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        ({"von": "", "bis": ""}, "hat keine Tage"),
        ({"von": "im Winter", "bis": ""}, "hat keine Tage"),
        ({"ort": ""}, "Es steht nicht da, wo sie liegt"),
        ({"bis": "2026-12-30"}, "nur vom 1. Februar 2026 bis zum 30. Dezember 2026"),
    ],
)
def test_what_cannot_be_decided_is_to_be_checked(
    book: Workbook, changed: dict[str, str], hint: str
) -> None:
    agreed(book, "Lesegarten", {**PAPER, **changed})
    assert overview(book)[AGREEMENTS] == ("0", "1")
    assert any(hint in line for line in part(book, AGREEMENTS))


def test_an_open_end_holds_and_another_year_does_not(book: Workbook) -> None:
    agreed(book, "Offen", {**PAPER, "bis": ""})
    agreed(book, "Nur Ende", {**PAPER, "von": ""})
    agreed(book, "Zukunft", {**PAPER, "von": "2027-01-01"})
    agreed(book, "Vergangenheit", {**PAPER, "von": "2024-01-01", "bis": "2025-12-31"})
    assert overview(book)[AGREEMENTS] == ("2", "0")


def test_a_partnership_that_ended_in_the_year_is_to_be_checked(book: Workbook) -> None:
    agreed(book, "Vorbei", PAPER, entscheidungen=[{"am": "2026-06-01", "weg": "beenden"}])
    assert overview(book)[AGREEMENTS] == ("0", "1")
    assert overview(book, 2027)[AGREEMENTS] == ("N", "0")


def test_each_partner_counts_once(book: Workbook) -> None:
    partner = add(book, "partner", name="Kita Erfunden")
    agreed(book, "Beet", PAPER, partner=[partner.id])
    agreed(book, "Frühstück", PAPER, partner=[partner.id])
    assert overview(book)[AGREEMENTS] == ("1", "1")
    assert "Der Partner zählt schon bei „Beet“" in "\n".join(part(book, AGREEMENTS))


# Events


def test_events_are_encounters_of_that_kind_and_harvests_with_people(book: Workbook) -> None:
    kita = add(book, "partner", name="Kita Erfunden").id
    chor = add(book, "partner", name="Chor Erfunden").id
    met = {"art": "veranstaltung", "richtung": "zu-uns"}
    add(book, "encounter", am="2026-03-12", anlass="Lesenacht", partner=[kita], **met)
    add(book, "encounter", am="2026-03-13", anlass="Bei denen", **{**met, "richtung": "wir-hin"})
    add(book, "encounter", am="2026-03-14", anlass="Kaffee", art="besuch")
    guests = [{"was": "Gäste", "zahl": 60}]
    add(book, "harvest", titel="Die Lesenacht", am="2026-03-12", partner=[kita], zahlen=guests)
    add(book, "harvest", titel="Konzert", am="2026-03-12", partner=[chor], zahlen=guests)
    add(book, "harvest", titel="Ein Regal", am="2026-05-01")
    add(book, "harvest", titel="Reihe", am="2026-06-01", zahlen=[{"was": "Termine", "zahl": 12}])
    add(book, "harvest", titel="Reihe 2", am="2026-06-02", zahlen=[{"was": "Termine", "zahl": 2.5}])
    assert overview(book)[EVENTS] == ("14", "3")
    lines = part(book, EVENTS)
    assert "12. März 2026 | Konzert | Ernte mit Gäste: 60 | 1" in lines
    assert "12. März 2026 | Lesenacht | Begegnung der Art „Veranstaltung“ | 1" in lines
    assert "1. Juni 2026 | Reihe | Ernte mit Termine: 12 | 12" in lines
    assert not any("Die Lesenacht" in line for line in lines)
    assert [
        line.split(" | ")[1] for line in lines[lines.index("Zu prüfen (nicht mitgezählt)") + 1 :]
    ] == [
        "Bei denen",
        "Ein Regal",
        "Reihe 2",
    ]


def test_the_calendar_year_counts_even_when_the_garden_year_begins_in_august(
    book: Workbook,
) -> None:
    book.set_profile(Profile(start_month=8))
    for day in ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"):
        add(book, "encounter", am=day, anlass="Lesenacht", art="veranstaltung")
    assert overview(book)[EVENTS] == ("2", "0")
    assert document(book, SHEET, jahr="2026").subtitle == "1. Januar bis 31. Dezember 2026"


def test_a_day_nobody_understands_is_to_be_checked(book: Workbook) -> None:
    add(book, "encounter", am="im Mai 2026", anlass="Lesenacht", art="veranstaltung")
    assert overview(book)[EVENTS] == ("0", "1")
    assert "„im Mai 2026“ ist kein Tag im Kalender" in "\n".join(part(book, EVENTS))


def test_introductions_are_events_too(book: Workbook) -> None:
    school = add(book, "partner", name="Schule Erfunden", kategorie="schule").id
    met = {"partner": [school], "art": "besuch", "richtung": "zu-uns"}
    add(book, "encounter", am="2026-03-12", anlass="Klassenführung 3b", **met)
    add(book, "encounter", am="2026-03-13", anlass="Führung durch die Bücherei", **met)
    add(book, "encounter", am="2026-03-14", anlass="Schöner Vormittag", **met)
    add(book, "encounter", am="2026-03-15", anlass="Aufführung der Leitung", art="treffen")
    assert overview(book)[INTRODUCTIONS] == ("2", "1")
    assert overview(book)[EVENTS] == ("2", "0")


def test_schools_count_once_when_their_library_is_named(book: Workbook) -> None:
    first = add(book, "partner", name="Schule Eins", kategorie="schule").id
    second = add(book, "partner", name="Schule Zwei", kategorie="schule").id
    kita = add(book, "partner", name="Kita Erfunden", kategorie="kita").id
    agreed(book, "Schulbibliothek aufräumen", partner=[first, kita])
    agreed(book, "Lesen", ziele="Die Schulbücherei öffnet wieder.", partner=[first])
    agreed(book, "Chor", partner=[second])
    agreed(book, "Noch eine Schulbibliothek", partner=[kita])
    assert overview(book)[SCHOOLS] == ("1", "2")
    assert any("Schule Eins | Kooperation „Lesen“" in line for line in part(book, SCHOOLS))


def test_people_are_not_named(book: Workbook) -> None:
    person = add(book, "contact", name="E. Erfunden").id
    add(book, "encounter", am="2026-03-12", anlass="Fest", art="veranstaltung", personen=[person])
    assert "E. Erfunden" not in read(book, SHEET)


def test_the_year_that_is_reported_now_comes_first(book: Workbook, clock: Clock) -> None:
    (ask,) = REPORTS[SHEET].asks
    assert [option.id for option in ask.options(book)][:2] == ["2026", "2025"]
    clock.forward(days=60)
    assert next(option.id for option in ask.options(book)) == "2026"
    assert document(book, SHEET).title == "DBS-Zählblatt, Berichtsjahr 2026"


# The table of question numbers


def test_visitors_are_those_of_the_events_that_count(book: Workbook) -> None:
    event = {"art": "veranstaltung", "richtung": "zu-uns"}
    add(book, "encounter", am="2026-03-12", anlass="Lesung", gaeste=30, gaeste_kinder=12, **event)
    add(book, "encounter", am="2026-03-13", anlass="Ohne Zahl", **event)
    away = {"art": "veranstaltung", "richtung": "wir-hin", "gaeste": 99}
    add(book, "encounter", am="2026-03-14", anlass="Bei der Kita", **away)
    add(book, "harvest", am="2026-05-01", titel="Fest", zahlen=[{"was": "Kinder", "zahl": 20}])
    add(book, "harvest", am="2026-05-02", titel="Markt", gaeste=5)
    visitors = "Besucherinnen und Besucher von Veranstaltungen"
    assert overview(book)[EVENTS] == ("4", "1")
    assert overview(book)[visitors] == ("55", "1")
    lines = part(book, visitors)
    assert any("Gäste: 30, davon 12 Kinder und Jugendliche" in line for line in lines)
    assert any("Ohne Zahl" in line and "Wie viele Menschen" in line for line in lines)


def own(book: Workbook, text: str | bytes) -> Path:
    file = book.paths.folder / "dbs-fragen.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def numbers(book: Workbook, year: int = 2026) -> list[str]:
    table = questions(book.paths.folder)
    return [table.of(field, year).number for field in FIELDS]


def test_numbers_nobody_has_sourced_are_asked_for(book: Workbook) -> None:
    assert numbers(book) == ["", "", "", "", ""]
    assert numbers(book, 2023) == ["", "", "", "", "100"]
    assert "Nummer bitte eintragen (zuletzt 93)" in read(book, SHEET)


def test_ones_own_numbers_win(book: Workbook) -> None:
    own(book, '\ufeff[2026.vereinbarungen]\r\nnummer = 12\r\ntitel = "Verträge"\r\n')
    assert numbers(book) == ["12", "", "", "", ""]
    assert numbers(book, 2023) == ["", "", "", "", "100"]
    assert "12 | Verträge | N | 0" in read(book, SHEET)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("[2026.vereinbarungen]\nnummer = \n", 2, "nicht zu lesen"),
        ("[2026.vereinbarungen\n", 1, "nicht zu lesen"),
        ("\n\n[2026.unsinn]\n", 3, "„unsinn“"),
        ("[morgen.vereinbarungen]\n", 1, "„morgen“"),
        ("[2026.vereinbarungen]\nnumer = 1\n", 2, "„numer“"),
        ("[2026.vereinbarungen]\nnummer = [1]\n", 2, "„nummer“"),
        ("vereinbarungen = 93\n", 1, "„vereinbarungen“"),
        (b'[2026.vereinbarungen]\n\ntitel = "Vertr\xe4ge"\n', 3, "fremden Kodierung"),
    ],
)
def test_a_damaged_table_is_named_with_its_line(
    book: Workbook, text: str | bytes, line: int, what: str
) -> None:
    file = own(book, text)
    before = file.read_bytes()
    said = read(book, SHEET)
    trouble = questions(book.paths.folder).trouble
    assert trouble in said
    assert f"Zeile {line} " in trouble
    assert what in trouble
    assert "Benutzt werden die mitgelieferten Nummern" in trouble
    assert "zuletzt 93" in said
    assert file.read_bytes() == before


def test_a_table_that_is_no_table_is_refused(book: Workbook) -> None:
    own(book, b"#" * 200_000)
    assert "zu groß" in questions(book.paths.folder).trouble
    (book.paths.folder / "dbs-fragen.toml").unlink()
    (book.paths.folder / "dbs-fragen.toml").mkdir()
    assert questions(book.paths.folder).trouble == ""


def test_a_year_that_is_not_over_says_so(book: Workbook) -> None:
    running = "Das Berichtsjahr läuft noch"
    assert f"Stand: 22. November 2026. {running}" in read(book, SHEET, jahr="2026")
    assert running not in read(book, SHEET, jahr="2025")
