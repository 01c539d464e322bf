"""The account of a partnership for those who fund it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reports.telling_helpers import add, document, read, table

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import OpenBook

ACCOUNT = "sachbericht"


@pytest.fixture
def book(open_book: OpenBook) -> Workbook:
    return open_book()


def lesegarten(book: Workbook) -> str:
    """A partnership of which much is known; gives its id."""
    kita = add(book, "partner", name="Kita Erfunden")
    card = add(
        book,
        "partnership",
        titel="Lesegarten",
        partner=[kita.id],
        beginn="2025-03-01",
        ziele="Kinder lesen mit ihren Eltern.",
        plan=[{"ziel": "Mehr Familien", "woran": "neue Ausweise"}, {"ziel": "Ein Beet"}],
        werte=[
            {"am": "2026-05-01", "ziel": "mehr familien", "wert": "14 Ausweise"},
            {"am": "2025-05-01", "ziel": "Mehr Familien", "wert": "6 Ausweise"},
            {"am": "2026-06-01", "wert": "Ein Vater kam zweimal"},
        ],
        meilensteine=[
            {"am": "2026-04-01", "was": "Spatenstich", "stand": "erreicht"},
            {"am": "nach den Ferien", "was": "Regal", "stand": "verschoben"},
        ],
        rueckblick=[{"am": "2026-02-01", "herausforderungen": "Der Frost kam zu spät."}],
        nicht="INTERN: der Ton",
    )
    shared = [{"wo": "Lokalteil", "art": "medien", "am": "2026-03-13"}]
    known = {"titel": "Lesenacht", "kooperation": [card.id], "geteilt": shared}
    add(book, "harvest", am="2026-03-12", gaeste=45, **known)
    add(book, "harvest", titel="Fremdes", am="2026-03-12")
    return card.id


def test_goals_stand_beside_what_was_found_out_with_room_for_the_reason(book: Workbook) -> None:
    made = document(book, ACCOUNT, ueber=lesegarten(book))
    goals = table(made, "")
    assert goals["Mehr Familien"] == (
        "neue Ausweise",
        "1. Mai 2026: 14 Ausweise\n1. Mai 2025: 6 Ausweise",
        "",
    )
    assert goals["Ein Beet"] == ("", "", "")
    text = read(book, ACCOUNT, ueber=lesegarten(book))
    assert "Ein Vater kam zweimal" in text


def test_the_account_tells_what_grew_what_was_late_and_what_the_press_said(book: Workbook) -> None:
    text = read(book, ACCOUNT, ueber=lesegarten(book))
    assert "nach den Ferien: Regal" in text
    assert "Der Frost kam zu spät." in text
    assert "12. März 2026 | Lesenacht" in text
    assert "Lokalteil" in text
    assert "45" in text
    assert "Fremdes" not in text
    assert "INTERN" not in text


def test_a_single_year_tells_only_of_that_year(book: Workbook) -> None:
    text = read(book, ACCOUNT, ueber=lesegarten(book), jahr="2025")
    assert "6 Ausweise" in text
    assert "14 Ausweise" not in text
    assert "Lesenacht" not in text
    assert "1. Januar 2025 bis 31. Dezember 2025" in text


def test_a_partnership_of_which_only_the_name_is_known_gives_a_page_to_fill(book: Workbook) -> None:
    card = add(book, "partnership", titel="Nur ein Name")
    text = read(book, ACCOUNT, ueber=card.id)
    assert "Sachbericht: Nur ein Name" in text
    assert "Abweichungen und ihre Gründe" in text
    assert "None" not in text
