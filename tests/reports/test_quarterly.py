"""The note of a quarter: half a page from one check-in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.workbook.plain import Profile
from tests.office import poppler
from tests.reports.telling_helpers import REPORTS, add, composed, document, read

if TYPE_CHECKING:
    from pathlib import Path

    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from tests.conftest import Clock, OpenBook

NOTE = "quartalsnotiz"


@pytest.fixture
def book(open_book: OpenBook, clock: Clock) -> Workbook:
    """A garden that was begun a year ago."""
    clock.forward(days=-365)
    book = open_book()
    clock.forward(days=365)
    book.set_profile(Profile(library="Bücherei Erfunden"))
    return book


def checked_in(book: Workbook, title: str, day: str, **value: Any) -> Card:
    return add(book, "checkin", titel=title, am=day, fertig_am=day, **value)


def offered(book: Workbook) -> list[str]:
    (ask,) = REPORTS[NOTE].asks
    return [option.label for option in ask.options(book)]


def test_only_finished_check_ins_are_offered_the_newest_first(book: Workbook) -> None:
    checked_in(book, "Frühling 2026", "2026-05-20")
    checked_in(book, "Sommer 2026", "2026-09-15")
    add(book, "checkin", titel="Herbst 2026", am="2026-11-20")
    assert offered(book) == ["Sommer 2026", "Frühling 2026"]


def test_without_a_check_in_it_says_so(book: Workbook) -> None:
    (ask,) = REPORTS[NOTE].asks
    assert not ask.options(book)
    assert ask.nothing.startswith("Es gibt noch keinen abgeschlossenen Check-in.")
    assert ask.nothing in read(book, NOTE)


def test_it_tells_what_happened_between_two_check_ins(book: Workbook) -> None:
    checked_in(book, "Frühling 2026", "2026-05-20")
    summer = checked_in(book, "Sommer 2026", "2026-09-15")
    for title, day in (
        ("davor", "2026-05-20"),
        ("erste", "2026-05-21"),
        ("letzte", "2026-09-15"),
        ("danach", "2026-09-16"),
    ):
        add(book, "harvest", titel=title, am=day)
    made = document(book, NOTE, ueber=summer.id)
    assert made.title == "Quartalsnotiz Sommer 2026"
    assert made.subtitle == "Bücherei Erfunden · 15. September 2026"
    text = read(book, NOTE, ueber=summer.id)
    assert "Vom 21. Mai 2026 bis zum 15. September 2026:" in text
    assert "2 Ernten: letzte, erste" in text


def test_the_first_check_in_tells_of_its_quarter(book: Workbook) -> None:
    first = checked_in(book, "Sommer 2026", "2026-09-15")
    text = read(book, NOTE, ueber=first.id)
    assert "Vom 1. Juli 2026 bis zum 15. September 2026 ist nichts eingetragen." in text


def test_partnerships_stand_where_they_stood_then(book: Workbook) -> None:
    first = checked_in(book, "Sommer 2026", "2026-09-15")
    stufen = [{"am": "2026-09-15", "stufe": "ziele"}, {"am": "2026-10-01", "stufe": "strategisch"}]
    known = {"beginn": "2025-12-01", "stufen": stufen}
    add(book, "partnership", titel="Lesegarten", **known)
    keim = [{"am": "2026-01-01", "bild": "keim"}, {"am": "2026-10-01", "bild": "frucht"}]
    add(book, "partnership", titel="Saatgut", beginn="2026-01-01", wachstum=keim)
    over = [{"am": "2026-08-01", "weg": "beenden"}]
    add(book, "partnership", titel="Vorbei", beginn="2026-01-01", entscheidungen=over)
    lines = read(book, NOTE, "woerter", ueber=first.id).splitlines()
    assert lines[lines.index("Wie es steht") + 1 :] == [
        "gemeinsame Ziele: Lesegarten",
        "noch nicht eingeordnet: Saatgut (Keim)",
    ]


def test_of_many_partnerships_only_the_numbers_are_told(book: Workbook) -> None:
    first = checked_in(book, "Sommer 2026", "2026-09-15")
    for n in range(12):
        stufen = [{"am": "2026-01-01", "stufe": "ziele" if n % 2 else "gespraeche"}]
        add(book, "partnership", titel=f"Beet {n}", stufen=stufen)
    text = read(book, NOTE, ueber=first.id)
    assert "Kooperationsstand: erste Gespräche 6, gemeinsame Ziele 6." in text
    assert "Beet 1" not in text


def test_next_steps_have_their_days(book: Workbook) -> None:
    first = checked_in(book, "Sommer 2026", "2026-09-15", naechster="2026-12-01")
    garden = add(book, "partnership", titel="Lesegarten")
    look = {"am": "2026-09-15", "runde": [first.id], "kooperation": [garden.id]}
    add(book, "checkup", schritt="Erde holen", schritt_am="2026-10-01", **look)
    add(
        book,
        "checkup",
        schritt="Anrufen",
        schritt_am="2026-09-20",
        schritt_stand="erledigt",
        **look,
    )
    partner = add(book, "partner", name="Kita Erfunden")
    met = {"partner": [partner.id], "anlass": "Kaffee"}
    add(book, "encounter", am="2026-09-01", schritt="Tee", schritt_am="2026-11-11", **met)
    add(book, "encounter", am="2026-10-01", schritt="Später", schritt_am="2026-11-11", **met)
    lines = read(book, NOTE, "woerter", ueber=first.id).splitlines()
    begin = lines.index("Nächste Schritte") + 1
    assert lines[begin:] == [
        "20. September 2026: Anrufen (Lesegarten) – erledigt",
        "1. Oktober 2026: Erde holen (Lesegarten)",
        "11. November 2026: Tee (Kita Erfunden)",
        "Der nächste Check-in ist ab dem 1. Dezember 2026 vorgesehen.",
    ]


def test_the_three_answers_are_in_it(book: Workbook) -> None:
    first = checked_in(
        book,
        "Sommer 2026",
        "2026-09-15",
        freude="Über das Frühstück.",
        durst="Die Sprechstunde",
        lassen="Die Kiste",
    )
    text = read(book, NOTE, ueber=first.id)
    assert "Freude: Über das Frühstück." in text
    assert "Braucht Wasser: Die Sprechstunde" in text
    assert "Darf liegen bleiben: Die Kiste" in text
    assert "Freude" not in read(book, NOTE, "antworten", ueber=first.id)


def test_a_full_check_in_stays_half_a_page(book: Workbook) -> None:
    long = "Sehr viel Freude. " * 100
    first = checked_in(
        book, "Sommer 2026", "2026-09-15", freude=long, durst=long, lassen=long, notiz=long
    )
    for n in range(40):
        garden = add(book, "partnership", titel=f"Beet {n}")
        look = {"am": "2026-09-15", "runde": [first.id], "kooperation": [garden.id]}
        add(book, "checkup", schritt=f"Schritt {n}", schritt_am="2026-10-01", **look)
        add(book, "harvest", titel=f"Ernte {n}", am="2026-09-01")
    text = read(book, NOTE, ueber=first.id)
    assert len(text) < 2500
    assert "und 34 weitere Schritte" in text


def test_a_full_note_stays_on_one_page(book: Workbook, tmp_path: Path) -> None:
    from gartenjahr_tui.reports.pdf import as_pdf

    long = "Sehr viel Freude. " * 100
    full = dict.fromkeys(("freude", "durst", "lassen", "notiz"), long)
    first = checked_in(book, "Sommer 2026", "2026-09-15", **full)
    for n in range(8):
        garden = add(book, "partnership", titel=f"Ein Beet mit langem Namen, Nummer {n}")
        look = {"am": "2026-09-15", "runde": [first.id], "kooperation": [garden.id]}
        add(book, "checkup", schritt="Erde holen " * 8, schritt_am="2026-10-01", **look)
    file = tmp_path / "notiz.pdf"
    file.write_bytes(as_pdf(document(book, NOTE, ueber=first.id)))
    assert "Pages:           1\n" in poppler("pdfinfo", str(file))


def test_a_check_in_that_is_gone_is_told_politely(book: Workbook) -> None:
    made = composed(book, NOTE, ueber="0" * 32)
    assert made.document.title == "Quartalsnotiz"
    assert made.inside == ["Was geschehen ist"]


def test_a_step_until_no_day_is_told_in_the_words_of_who_wrote_it(book: Workbook) -> None:
    summer = checked_in(book, "Sommer 2026", "2026-09-15")
    about = add(book, "partnership", titel="Vorlesen")
    add(
        book,
        "checkup",
        am="2026-09-15",
        runde=[summer.id],
        kooperation=[about.id],
        schritt="Termin mit Frau Öz",
        schritt_am="nach den Ferien",
    )
    text = read(book, NOTE, ueber=summer.id)
    assert "nach den Ferien" in text
    assert "Ohne Termin" not in text
