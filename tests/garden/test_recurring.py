"""What comes again and again: its days as a person would count them, and where they show."""

from __future__ import annotations

from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

import pytest
import vobject

from gartenjahr_tui.exchange import calendar
from gartenjahr_tui.garden import recurring
from gartenjahr_tui.garden.due import COMING, due

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card


def add(book: Workbook, first: str, every: str, **more: object) -> Card:
    value = {"titel": "Treffen", "am": first, "takt": every, **more}
    return book.cards.add("recurring", value)


def days(card: Card, start: str, most: int = 3) -> list[str]:
    found = islice(recurring.days_from(card, date.fromisoformat(start)), most)
    return [f"{day:%a %d.%m.%y}" for day in found]


@pytest.mark.parametrize(
    ("every", "first", "start", "expected"),
    [
        ("woche", "2026-12-02", "2027-01-01", "Wed 06.01.27, Wed 13.01.27, Wed 20.01.27"),
        ("zwei-wochen", "2026-12-02", "2026-12-03", "Wed 16.12.26, Wed 30.12.26, Wed 13.01.27"),
        ("monat", "2026-12-02", "2026-12-02", "Wed 02.12.26, Wed 06.01.27, Wed 03.02.27"),
        ("monat", "2026-12-30", "2027-01-01", "Wed 27.01.27, Wed 24.02.27, Wed 31.03.27"),
        ("monat-tag", "2026-12-31", "2027-01-01", "Sun 31.01.27, Sun 28.02.27, Wed 31.03.27"),
        ("quartal", "2026-12-02", "2026-12-03", "Wed 03.03.27, Wed 02.06.27, Wed 01.09.27"),
        ("halbjahr", "2026-12-02", "2026-12-03", "Wed 02.06.27, Wed 01.12.27, Wed 07.06.28"),
        ("jahr", "2026-11-20", "2026-12-01", "Fri 19.11.27, Fri 17.11.28, Fri 16.11.29"),
        ("jahr-tag", "2024-02-29", "2026-12-01", "Sun 28.02.27, Tue 29.02.28, Wed 28.02.29"),
        ("einzeln", "2026-12-02", "2026-12-01", "Wed 02.12.26"),
        ("", "2026-12-02", "2026-12-03", ""),
    ],
    ids=[
        *("weekly", "fortnightly", "first-wednesday", "last-wednesday", "last-day-of-month"),
        *("quarterly", "half-yearly", "vorlesetag", "leap-day", "single", "without-a-rule"),
    ],
)
def test_it_comes_on_the_days_one_would_count(
    book: Workbook, every: str, first: str, start: str, expected: str
) -> None:
    assert days(add(book, first, every), start) == [*filter(None, expected.split(", "))]


def test_holidays_leave_days_out_and_add_others(book: Workbook) -> None:
    others = [
        {"am": "2027-01-06", "gilt": "aus", "was": "Ferien"},
        {"am": "2027-01-13", "gilt": "dazu"},
        {"am": "irgendwann"},
    ]
    card = add(book, "2026-12-02", "monat", bis="2027-02-03", ausnahmen=others)
    assert days(card, "2026-12-01", 9) == ["Wed 02.12.26", "Wed 13.01.27", "Wed 03.02.27"]


def test_it_is_due_when_it_is_near_and_while_it_goes_on(book: Workbook) -> None:
    """Today is 22 November 2026."""
    add(book, "2026-12-02T10:00/11:30", "monat", titel="Bilderbuchkino")
    add(book, "2026-11-20", "jahr", titel="Lesewoche", dauert_bis="2026-11-27")
    add(book, "2026-12-20", "woche", titel="Später")
    add(book, "2026-10-01", "einzeln", titel="Vorbei")
    lines = {line.text: line for line in due(book) if line.key.startswith("recurring")}
    assert set(lines) == {"Lesewoche: seit 20.11.", "Bilderbuchkino am 02.12., 10–11:30 Uhr"}
    assert lines["Bilderbuchkino am 02.12., 10–11:30 Uhr"].rank == COMING


def test_the_calendar_gets_the_rule_with_its_end_and_its_exceptions(book: Workbook) -> None:
    partner = book.cards.add("partner", {"name": "Kita"})
    others = [{"am": "2027-01-06", "gilt": "aus"}, {"am": "2027-01-14", "was": "Nachholen"}]
    more = {"partner": [partner.id], "bis": "2027-06-02", "ausnahmen": others, "notiz": "Geheim"}
    add(book, "2026-12-02T10:00/11:30", "monat", **more)
    add(book, "2026-11-20", "jahr", titel="Lesewoche", dauert_bis="2026-11-27")
    data = calendar.as_ics(calendar.published(book, calendar.gather(book, "NW"))[0]).decode()
    found = {event.summary.value: event for event in vobject.readOne(data).vevent_list}
    assert set(found) == {"Treffen", "Treffen: Nachholen", "Lesewoche"}
    assert found["Treffen"].rrule.value == "FREQ=MONTHLY;UNTIL=20270602T225959Z;BYDAY=1WE"
    assert "EXDATE;TZID=Europe/Berlin:20270106T100000" in data
    assert found["Treffen"].description.value == "Kita"
    assert "DTSTART;TZID=Europe/Berlin:20270114T100000" in data
    # Another library finds the days the workbook shows.
    seen = [day.strftime("%d.%m. %H:%M") for day in found["Treffen"].getrruleset()]
    assert seen[:3] == ["02.12. 10:00", "03.02. 10:00", "03.03. 10:00"]
    assert len(seen) == 6
    assert found["Lesewoche"].dtend.value == date(2026, 11, 28)
    assert found["Lesewoche"].rrule.value == "FREQ=YEARLY;BYDAY=3FR;BYMONTH=11"
    assert "Geheim" not in data


def test_a_card_says_when_it_is_next(book: Workbook) -> None:
    from gartenjahr_tui.garden.advice import lines

    card = add(book, "2026-12-02", "quartal")
    assert lines(book, "next_days", card) == [
        "Als Nächstes: Mittwoch, 02.12.2026; Mittwoch, 03.03.2027; Mittwoch, 02.06.2027"
    ]
