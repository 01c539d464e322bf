"""What a check-in begins with: what has happened in the garden since the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from gartenjahr_tui.garden import happened
from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.words.rhythm import HappenedWords
from tests.garden.round_helpers import partnership, put_as_it_was_kept

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from tests.conftest import Clock, OpenBook

SINCE = date(2026, 10, 1)
BEFORE, FIRST, TODAY, TOMORROW = "2026-09-30", "2026-10-01", "2026-11-22", "2026-11-23"


@pytest.fixture
def book(open_book: OpenBook, clock: Clock) -> Workbook:
    """A garden that was begun long before."""
    clock.forward(days=-300)
    book = open_book()
    partnership(book, "Vorlesen")
    clock.forward(days=300)
    return book


def told(book: Workbook) -> list[str]:
    return happened.lines(book, SINCE)


def test_nothing_has_happened_in_a_quiet_garden(book: Workbook) -> None:
    assert told(book) == []


def test_encounters_are_counted(book: Workbook) -> None:
    book.cards.add("encounter", {"am": FIRST})
    assert told(book) == ["1 Begegnung"]
    book.cards.add("encounter", {"am": TODAY})
    assert told(book) == ["2 Begegnungen"]


def test_what_lies_before_or_ahead_or_has_no_day_is_not_told(book: Workbook) -> None:
    for day in (BEFORE, TOMORROW, "bald", "", "2026-02-30"):
        for kind in ("encounter", "harvest", "thanks"):
            book.cards.add(kind, {"am": day, "stand": "erledigt"})
    assert told(book) == []


def test_what_was_deleted_is_not_told(book: Workbook) -> None:
    for kind in ("encounter", "harvest", "thanks", "seed"):
        card = book.cards.add(kind, {"am": TODAY, "stand": "erledigt"})
        book.cards.delete(card.id)
    assert told(book) == []


def test_harvests_are_named_and_of_many_only_the_first(book: Workbook) -> None:
    book.cards.add("harvest", {"am": TODAY, "titel": "42 Gäste [x]"})
    assert told(book) == ["1 Ernte: 42 Gäste [x]"]
    for number in range(4):
        book.cards.add("harvest", {"am": FIRST, "titel": f"Ernte {number}"})
    (line,) = told(book)
    assert line == "5 Ernten: 42 Gäste [x], Ernte 0, Ernte 1 …"


def test_only_thanks_that_were_spoken_count(book: Workbook) -> None:
    book.cards.add("thanks", {"am": TODAY, "stand": "erledigt"})
    book.cards.add("thanks", {"am": TODAY, "stand": "offen"})
    assert told(book) == ["1 Dank ausgesprochen"]


def test_seeds_count_on_the_day_they_were_found(book: Workbook, clock: Clock) -> None:
    book.cards.add("seed", {"titel": "Lesegarten"})
    assert told(book) == ["1 neues Samenkorn"]
    clock.forward(days=-1)
    assert told(book) == []


def test_changes_of_the_histories_are_told_with_what_was_before(book: Workbook) -> None:
    (card,) = book.cards.of("partnership")
    book.cards.set(
        card.id,
        stufen=[{"am": BEFORE, "stufe": "initiiert"}, {"am": FIRST, "stufe": "gespraeche"}],
        wachstum=[{"am": TODAY, "bild": "keim"}],
        entscheidungen=[{"am": TODAY, "weg": "weiter"}, {"am": TOMORROW, "weg": "ruhen"}],
    )
    assert told(book) == [
        "Vorlesen: Kooperation initiieren → Erste Gespräche führen",
        "Vorlesen: jetzt Keim",
        "Vorlesen: entschieden, weiterzumachen",
    ]


def test_every_decision_is_told_as_a_sentence(book: Workbook) -> None:
    (column,) = (
        column
        for column in book.guide.forms["partnership"].fields["entscheidungen"].columns
        if column.id == "weg"
    )
    assert set(HappenedWords.DECIDED) == {option.id for option in column.options}
    told = dict(HappenedWords.DECIDED)
    assert told.pop("beenden") == "in Freundschaft beendet"
    assert all(sentence.startswith("entschieden, ") for sentence in told.values())


def test_a_state_that_was_only_confirmed_is_no_change(book: Workbook) -> None:
    (card,) = book.cards.of("partnership")
    wachstum = [{"am": BEFORE, "bild": "keim"}, {"am": TODAY, "bild": "keim"}]
    book.cards.set(card.id, wachstum=wachstum)
    assert told(book) == []


def test_milestones_count_when_they_were_reached(book: Workbook) -> None:
    (card,) = book.cards.of("partnership")
    stones = [
        {"am": TODAY, "was": "Eröffnung", "stand": "erreicht"},
        {"am": TODAY, "was": "Plakat", "stand": "offen"},
        {"am": BEFORE, "was": "Vertrag", "stand": "erreicht"},
        {"was": "Irgendwann", "stand": "erreicht"},
        {"am": FIRST, "stand": "erreicht"},
    ]
    book.cards.set(card.id, meilensteine=stones)
    assert told(book) == [
        "Vorlesen: Meilenstein erreicht: Eröffnung",
        "Vorlesen: Meilenstein erreicht: 01.10.2026",
    ]


def test_of_many_changes_the_rest_is_counted(book: Workbook) -> None:
    for number in range(9):
        partnership(book, f"Beet {number}", wachstum=[{"am": TODAY, "bild": "gruen"}])
    found = told(book)
    assert len(found) == happened.MOST_LINES + 1
    assert found[-1] == "… und 3 weitere"


def test_of_one_partnership_only_what_belongs_to_it_is_told(book: Workbook) -> None:
    kita = book.cards.add("partner", {"name": "Kita Süd"})
    (card,) = book.cards.of("partnership")
    card = book.cards.set(card.id, partner=[kita.id])
    book.cards.add("encounter", {"am": TODAY, "partner": [kita.id], "kooperation": [card.id]})
    book.cards.add("encounter", {"am": TODAY, "partner": [kita.id]})
    book.cards.add("encounter", {"am": TODAY})
    harvest = book.cards.add("harvest", {"am": TODAY, "titel": "Ernte", "kooperation": [card.id]})
    book.cards.add("harvest", {"am": TODAY, "titel": "Andere"})
    book.cards.add("thanks", {"am": TODAY, "stand": "erledigt", "ernte": [harvest.id]})
    book.cards.add("thanks", {"am": TODAY, "ernte": [harvest.id]})
    assert happened.with_partnership(book, card, SINCE) == [
        "2 Begegnungen",
        "1 Ernte: Ernte",
        "1 Dank ausgesprochen",
        "1 Dank noch offen",
    ]


def test_a_check_in_tells_from_the_day_after_the_last_one_on(book: Workbook, clock: Clock) -> None:
    clock.forward(days=-20)
    round = checkin(book)
    assert round.since == date(2026, 10, 1), "the first one tells from the beginning of its quarter"
    round.finish()
    book.cards.add("encounter", {"am": "2026-11-03"})
    book.cards.add("encounter", {"am": "2026-11-02"})
    clock.forward(days=20)
    assert beginning(book) == "Seit dem 03.11.2026:\n• 1 Begegnung"


def test_a_first_check_in_left_for_a_quarter_still_tells_what_happened_since_then(
    book: Workbook, clock: Clock
) -> None:
    checkin(book).plant()
    clock.forward(days=100)
    assert checkin(book).since == date(2026, 10, 1)


def beginning(book: Workbook) -> str:
    """What a check-in begins with."""
    round = checkin(book)
    return round.lead(round.stations()[0])


def test_nothing_new_is_all_right(book: Workbook) -> None:
    assert beginning(book).startswith("Ihr erster Check-in.")
    checkin(book).finish()
    assert "Das ist in Ordnung" in beginning(book)


def test_values_from_another_time_stand_in_nobodys_way(book: Workbook) -> None:
    ids = ("stufen", "wachstum", "meilensteine", "entscheidungen", "partner")
    (card,) = book.cards.of("partnership")
    made = [book.cards.add(kind, {"am": TODAY}) for kind in ("encounter", "harvest", "thanks")]
    wrongs: tuple[Any, ...] = (["x"], 7, {"a": 1}, "Quatsch", None)
    for wrong in wrongs:
        for each in made:
            put_as_it_was_kept(book, replace(each, value={"am": wrong, "kooperation": wrong}))
        value = {"titel": "X", **dict.fromkeys(ids, wrong)}
        card = put_as_it_was_kept(book, replace(card, value=value))
        assert told(book) == []
        assert happened.with_partnership(book, card, SINCE) == []
