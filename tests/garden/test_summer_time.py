"""The two nights in which the clock is moved cost no day, no line and no check-in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from gartenjahr_tui.garden import changes, happened
from gartenjahr_tui.garden.checkin import checkin, checkin_due
from gartenjahr_tui.garden.due import due
from gartenjahr_tui.garden.watering import days_dry
from gartenjahr_tui.workbook.book import Workbook
from tests.conftest import Clock, OpenBook

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be set here")


@pytest.fixture
def in_germany(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in Germany."""
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def garden(in_germany: None, open_book: OpenBook, clock: Clock) -> Workbook:
    """A garden whose calendar is the one on the wall."""
    return open_book(today=lambda: clock.instant.astimezone().date())


def at(clock: Clock, year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> None:
    """Set the clock, UTC."""
    clock.instant = datetime(year, month, day, hour, minute, tzinfo=UTC)


def told(book: Workbook) -> list[str]:
    return [f"{entry.when:%d.%m. %H:%M}" for entry in changes.log(book)]


def test_in_the_night_that_loses_an_hour_the_log_shows_the_clock_on_the_wall(
    garden: Workbook, clock: Clock
) -> None:
    at(clock, 2026, 3, 29, 0, 59)
    garden.cards.add("partner", {"name": "Kita"})
    garden.flush()
    at(clock, 2026, 3, 29, 1, 0)
    garden.cards.add("partner", {"name": "Zoo"})
    assert told(garden) == ["29.03. 03:00", "29.03. 01:59"]


def test_in_the_night_that_has_an_hour_twice_the_later_one_stands_first(
    garden: Workbook, clock: Clock
) -> None:
    at(clock, 2026, 10, 25, 0, 30)
    garden.cards.add("partner", {"name": "Kita"})
    garden.flush()
    at(clock, 2026, 10, 25, 1, 10)
    garden.cards.add("partner", {"name": "Zoo"})
    assert told(garden) == ["25.10. 02:10", "25.10. 02:30"]


def test_what_is_noted_after_midnight_belongs_to_the_new_day(
    garden: Workbook, clock: Clock
) -> None:
    at(clock, 2026, 6, 30, 22, 30)  # half past midnight in July
    garden.cards.add("seed", {"titel": "Nachtgedanke"})
    partner = garden.cards.add("partner", {"name": "Kita", "hoechst_tage": 5})
    assert partner.made_on == date(2026, 7, 1)
    assert happened.lines(garden, date(2026, 7, 1)) == ["1 neues Samenkorn"]
    assert happened.lines(garden, date(2026, 7, 2)) == []
    at(clock, 2026, 7, 6, 10)
    assert not days_dry(garden.cards, partner)[1]
    at(clock, 2026, 7, 6, 22, 30)
    assert days_dry(garden.cards, partner)[1]


def test_a_check_in_over_the_night_is_one_and_stays_done(garden: Workbook, clock: Clock) -> None:
    garden.cards.add("partnership", {"titel": "Vorlesen"})
    at(clock, 2026, 10, 24, 23, 30)
    round = checkin(garden)
    round.leave(round.stations()[1])
    at(clock, 2026, 10, 25, 1, 30)
    same = checkin(garden)
    assert same.card.id == round.card.id
    same.finish()
    assert same.card.value["fertig_am"] == "2026-10-25"
    assert checkin_due(garden) is None
    assert not [line for line in due(garden) if line.key.startswith("checkin")]


def test_days_are_counted_by_the_calendar_and_not_by_hours(garden: Workbook, clock: Clock) -> None:
    kita = garden.cards.add("partner", {"name": "Kita", "hoechst_tage": 3})
    garden.cards.add("encounter", {"am": "2026-03-28", "partner": [kita.id]})
    at(clock, 2026, 3, 31, 21, 59)
    assert days_dry(garden.cards, kita) == (3, False)
    at(clock, 2026, 3, 31, 22, 0)
    assert days_dry(garden.cards, kita) == (4, True)
