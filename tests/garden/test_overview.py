"""The figures above a list of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden.overview import lines
from gartenjahr_tui.workbook.plain import Card, Profile

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock


def text(book: Workbook, kind: str) -> str:
    return "\n".join(lines(book, kind))


def test_an_empty_list_has_no_figures(book: Workbook) -> None:
    assert [line for kind in book.guide.forms for line in lines(book, kind)] == []


@pytest.mark.parametrize("kind", ["pitch", "capacity", "contact", "feast"])
def test_some_lists_need_no_figures(book: Workbook, kind: str) -> None:
    book.cards.add(kind)
    assert lines(book, kind) == []


def asked(book: Workbook, day: str, *outcomes: str) -> None:
    for outcome in outcomes:
        book.cards.add("request", {"am": day, "ausgang": outcome})


def test_requests_show_how_often_they_were_turned_into_something_common(book: Workbook) -> None:
    asked(book, "2026-02-01", "erledigt", "gemeinsam", "gemeinsam", "offen", "abgelehnt")
    asked(book, "2025-12-31", "erledigt", "erledigt", "gemeinsam")
    asked(book, "2024-01-01", "erledigt")
    asked(book, "irgendwann", "gemeinsam")
    assert lines(book, "request") == [
        "2026: 1 allein erledigt, 2 gemeinsam weitergedacht, 1 noch offen",
        "Davor (allein : gemeinsam): 2025 – 2 : 1 · 2024 – 1 : 0",
    ]


def test_the_garden_year_may_begin_in_another_month(book: Workbook) -> None:
    book.set_profile(Profile(start_month=9))
    asked(book, "2026-08-31", "erledigt")
    asked(book, "2026-09-01", "gemeinsam")
    assert "2026/27: 0 allein erledigt, 1 gemeinsam" in text(book, "request")
    assert "2025/26 – 1 : 0" in text(book, "request")


def image(*entries: tuple[str, str]) -> list[dict[str, Any]]:
    return [{"am": day, "phase": phase} for day, phase in entries]


def partner(book: Workbook, name: str, **value: Any) -> Card:
    return book.cards.add("partner", {"name": name, **value})


def test_the_image_of_the_library_is_counted_at_the_end_of_each_year(
    book: Workbook, clock: Clock
) -> None:
    partner(book, "Kita", bild=image(("2024-05-01", "1"), ("2026-03-01", "2")))
    partner(book, "Amt", bild=image(("2025-12-31", "1")))
    partner(book, "Chor")
    head, *table = lines(book, "partner")
    assert "Ende des Gartenjahres" in head
    assert [row.split() for row in table[1:]] == [
        ["2024", "1", "0", "0", "0"],
        ["2025", "2", "0", "0", "0"],
        ["2026", "1", "1", "0", "1"],
    ]
    assert len({len(row) for row in table}) == 1

    clock.forward(days=60)
    table = lines(book, "partner")[2:]
    assert table[-1].split() == ["2027", "1", "1", "0", "1"]
    assert len(table) == 4


def test_thirsty_partners_are_counted(book: Workbook, clock: Clock) -> None:
    kita = partner(book, "Kita", hoechst_tage=30)
    partner(book, "Chor", hoechst_tage=365)
    book.cards.add("encounter", {"am": "2026-11-01", "partner": [kita.id]})
    assert lines(book, "partner") == []
    clock.forward(days=30)
    assert "1 Partner wartet" in text(book, "partner")


def test_living_partnerships_are_counted_by_stage_and_growth(book: Workbook) -> None:
    cards = book.cards
    one, _two, ended = (cards.add("partnership", {"titel": name}) for name in "abc")
    cards.note(one.id, "stufen", "ziele")
    cards.note(one.id, "wachstum", "frucht")
    cards.note(ended.id, "entscheidungen", "beenden")
    assert lines(book, "partnership") == [
        "Lebende Kooperationen: 2",
        "Kooperationsstand: gemeinsame Ziele 1 · noch nicht eingeordnet 1",
        "Wachstum: Samenkorn 1 · trägt Frucht 1",
    ]


def test_seeds_are_counted_by_what_became_of_them(book: Workbook) -> None:
    for state in ("gesaet", "aufgehoben", "verworfen", "verworfen"):
        book.cards.note(book.cards.add("seed").id, "verlauf", state)
    book.cards.add("seed")
    assert lines(book, "seed") == ["gefunden 1 · gesät 1 · in der Saatguttüte 1 · verworfen 2"]


def test_the_basket_shows_what_belongs_to_no_partnership_yet(book: Workbook) -> None:
    partnership = book.cards.add("partnership", {"titel": "Leseclub"})
    book.cards.add("harvest", {"am": "2026-05-01", "kooperation": [partnership.id]})
    book.cards.add("harvest", {"am": "2025-05-01"})
    assert lines(book, "harvest") == ["Geerntet 2026: 1 · noch im Erntekorb, ohne Kooperation: 1"]


def test_open_thanks_and_this_years_encounters_are_counted(book: Workbook) -> None:
    book.cards.add("thanks")
    book.cards.add("thanks", {"stand": "erledigt"})
    for day in ("2026-01-01", "2026-12-31", "2025-12-31", "2026-99-99", "2026 im Mai"):
        book.cards.add("encounter", {"am": day})
    assert lines(book, "thanks") == ["Dank offen: 1 · ausgesprochen: 1"]
    assert lines(book, "encounter") == ["Begegnungen 2026: 2"]


def test_deleted_cards_do_not_count(book: Workbook) -> None:
    book.cards.delete(book.cards.add("thanks").id)
    assert lines(book, "thanks") == []
