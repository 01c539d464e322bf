"""The watering plan: its order, and what it says of a partner."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gartenjahr_tui.garden import watering
from gartenjahr_tui.garden.lists import PARTNER, WATERING, CardList, lists_of

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card
    from tests.conftest import Clock


def partner(book: Workbook, clock: Clock, name: str, days: int | None, **fields: Any) -> Card:
    card = book.cards.add("partner", {"name": name, **fields})
    if days is not None:
        day = (clock.today() - timedelta(days=days)).isoformat()
        book.cards.add("encounter", {"partner": [card.id], "am": day})
    return book.cards[card.id]


def plan(guide: Guide) -> CardList:
    return next(one for one in lists_of(guide, PARTNER) if one.id == WATERING)


def names(book: Workbook, text: str = "") -> list[str]:
    return [book.cards.title(card) for card in plan(book.guide).found(book.cards, text)]


def test_it_stands_right_after_the_partners_and_opens_the_page_of_the_rhythm(guide: Guide) -> None:
    lists = lists_of(guide, PARTNER)
    assert [one.name for one in lists][:2] == ["partner", "watering"]
    assert plan(guide).section == "partner.giessen"


def test_who_is_most_overdue_comes_first_and_who_has_no_rhythm_last(
    book: Workbook, clock: Clock
) -> None:
    clock.instant = datetime(2026, 6, 1, tzinfo=UTC)
    partner(book, clock, "ohne, lange", 900)
    partner(book, clock, "ohne, kurz", 3)
    partner(book, clock, "satt, kurz", 5, hoechst_tage=60)
    partner(book, clock, "satt, lange", 59, hoechst_tage=60)
    partner(book, clock, "60 Tage zu lange", 120, hoechst_tage=60)
    partner(book, clock, "20 Tage zu lange", 30, hoechst_tage=10)
    assert names(book) == [
        *("60 Tage zu lange", "20 Tage zu lange", "satt, lange", "satt, kurz"),
        *("ohne, lange", "ohne, kurz"),
    ]
    assert names(book, "satt") == ["satt, lange", "satt, kurz"]


def test_a_line_says_since_when_how_often_and_why(book: Workbook, clock: Clock) -> None:
    card = partner(
        book,
        clock,
        "Kita",
        68,
        ideal_tage=30,
        hoechst_tage=60,
        winter_tage=90,
        rhythmus="Elternabende",
    )
    assert watering.tell(book.cards, card) == [
        *("seit 68 Tagen", "am liebsten alle 30 Tage"),
        *("in der Ruhezeit spätestens nach 90 Tagen", "Elternabende"),
    ]
    clock.instant = datetime(2027, 3, 1, tzinfo=UTC)
    assert watering.tell(book.cards, card) == [
        *("seit 167 Tagen, durstig", "am liebsten alle 30 Tage"),
        *("spätestens nach 60 Tagen", "Elternabende"),
    ]


def test_today_yesterday_and_never_are_words(book: Workbook, clock: Clock) -> None:
    said = [
        watering.tell(book.cards, partner(book, clock, f"P{days}", days))[0]
        for days in (0, 1, None)
    ]
    assert said == ["heute Kontakt", "gestern Kontakt", "noch nie"]


def test_an_encounter_moves_the_partner_at_once(book: Workbook, clock: Clock) -> None:
    dry = partner(book, clock, "Trocken", 200, hoechst_tage=60)
    partner(book, clock, "Satt", 20, hoechst_tage=60)
    assert names(book) == ["Trocken", "Satt"]
    book.cards.add("encounter", {"partner": [dry.id], "am": clock.today().isoformat()})
    assert names(book) == ["Satt", "Trocken"]


def test_three_hundred_partners_are_sorted_and_told_in_a_moment(
    book: Workbook, clock: Clock
) -> None:
    for number in range(300):
        partner(book, clock, f"P{number}", number, hoechst_tage=60)
    begin = time.perf_counter()
    for card in plan(book.guide).found(book.cards):
        watering.tell(book.cards, card)
    assert time.perf_counter() - begin < 0.5


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    waits=st.lists(
        st.one_of(st.integers(-9, 999_999_999), st.floats(0, 90), st.text(max_size=5)),
        min_size=3,
        max_size=3,
    ),
    reason=st.text(max_size=40),
    later=st.integers(-20_000, 20_000),
)
def test_whatever_is_wanted_the_plan_has_an_order_and_words(
    book: Workbook, waits: list[Any], reason: str, later: int
) -> None:
    cards = book.cards
    today = cards.today
    fields = dict(zip(("ideal_tage", "hoechst_tage", "winter_tage"), waits, strict=True))
    cards.add("partner", {"name": "Kita", "rhythmus": reason, **fields})
    try:
        cards.today = lambda: today() + timedelta(days=later)
        order = watering.by_thirst(cards, cards.of("partner"))
        assert sorted(card.id for card in order) == sorted(card.id for card in cards.of("partner"))
        assert all(watering.tell(cards, card)[0] for card in order)
    finally:
        cards.today = today
