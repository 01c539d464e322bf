"""Days and numbers as they are typed: understood where they can be, kept as text where not."""

from __future__ import annotations

import json
import math
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.dates import (
    AHEAD,
    BACK,
    LARGEST,
    day_of,
    german,
    kept_date,
    kept_number,
    number_of,
    parse_date,
    shown_date,
    shown_number,
    spoken,
    typed_number,
)

TODAY = date(2026, 11, 22)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
NEARLY = st.text("0123456789.,/ +-:hT\n\t٣²½", max_size=18)
"""Text of the characters of which days and numbers are made, and some that look like them."""


def every_day() -> list[date]:
    first = date(1950, 1, 1)
    return [first + timedelta(days=n) for n in range((date(2151, 1, 1) - first).days)]


# Days


def test_every_day_of_two_centuries_is_shown_and_understood_again() -> None:
    for day in every_day():
        assert parse_date(german(day), TODAY) == day
        assert kept_date(german(day), TODAY) == day.isoformat()
        assert shown_date(day.isoformat()) == german(day)
        assert day_of(day.isoformat()) == day
        assert parse_date(day.isoformat(), TODAY) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22.11.2026", "2026-11-22"),
        ("1.2.2026", "2026-02-01"),
        ("01.02.26", "2026-02-01"),
        ("1.2.", "2027-02-01"),
        ("1.2", "2027-02-01"),
        ("1.6.", "2026-06-01"),
        ("1. 2. 2026", "2026-02-01"),
        ("22 11 26", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("24,12,", "2026-12-24"),
        ("31.12.69", "2069-12-31"),
        ("1.1.70", "1970-01-01"),
        ("29.2.2028", "2028-02-29"),
        (" heute ", "2026-11-22"),
        ("HEUTE", "2026-11-22"),
        ("gestern", "2026-11-21"),
        ("vorgestern", "2026-11-20"),
        ("morgen", "2026-11-23"),
        ("Übermorgen", "2026-11-24"),
        ("U\u0308bermorgen", "2026-11-24"),
        ("+14", "2026-12-06"),
        ("- 3", "2026-11-19"),
        ("2026-11-22", "2026-11-22"),
        ("7. Dezember", "2026-12-07"),
        ("7 dez", "2026-12-07"),
        ("3. März 2027", "2027-03-03"),
        ("Mo 7.12.", "2026-12-07"),
        ("Montag, den 7. Dezember", "2026-12-07"),
        ("Montag, 7. Dezember", "2026-12-07"),
        ("am 7.12.", "2026-12-07"),
        ("bis zum 3. Mai 2027", "2027-05-03"),
        ("24-12-2026", "2026-12-24"),
        ("2026/12/24", "2026-12-24"),
        ("in 2 Wochen", "2026-12-06"),
        ("in zwei Wochen", "2026-12-06"),
        ("heute in einer Woche", "2026-11-29"),
        ("in einem Monat", "2026-12-22"),
        ("in 3 Monaten", "2027-02-22"),
        ("vor 3 Tagen", "2026-11-19"),
        ("nächsten Montag", "2026-11-23"),
        ("kommenden Sonntag", "2026-11-29"),
        ("Freitag", "2026-11-27"),
        ("letzten Freitag", "2026-11-20"),
        ("uebermorgen", "2026-11-24"),
        ("KW 50", "2026-12-07"),
        ("50. KW", "2026-12-07"),
        ("Fr KW 2", "2027-01-15"),
        ("KW 50/2027", "2027-12-13"),
        ("29.2.", "2028-02-29"),
    ],
)
def test_a_day_is_understood_as_it_is_typed_at_the_desk(typed: str, meant: str) -> None:
    assert kept_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("24.12.2026 14 Uhr", "2026-12-24T14:00", "24.12.2026, 14 Uhr"),
        ("Mo 7.12. um 9:30", "2026-12-07T09:30", "07.12.2026, 9:30 Uhr"),
        ("7. Dezember, 14.30 Uhr", "2026-12-07T14:30", "07.12.2026, 14:30 Uhr"),
        ("7.12. 14-16 Uhr", "2026-12-07T14:00/16:00", "07.12.2026, 14–16 Uhr"),
        ("7.12. von 9 Uhr bis 10:30 Uhr", "2026-12-07T09:00/10:30", "07.12.2026, 9–10:30 Uhr"),
        ("7.12. 9:00 – 10:30", "2026-12-07T09:00/10:30", "07.12.2026, 9–10:30 Uhr"),
        ("morgen 8h", "2026-11-23T08:00", "23.11.2026, 8 Uhr"),
        ("2026-12-24T14:00", "2026-12-24T14:00", "24.12.2026, 14 Uhr"),
    ],
)
def test_the_time_behind_a_day_is_kept_and_the_day_stays_a_day(
    typed: str, kept: str, shown: str
) -> None:
    assert kept_date(typed, TODAY, AHEAD) == kept
    assert shown_date(kept) == shown
    assert kept_date(shown, TODAY) == kept_date(kept) == kept
    day = day_of(kept)
    plain = date.fromisoformat(kept[:10])
    assert day == plain
    assert day < plain + timedelta(days=1)
    assert kept_date(day) == kept
    assert day.isoformat() == kept[:10]
    assert spoken(day).endswith(shown)


@pytest.mark.parametrize(
    "typed",
    [
        *("7.12. 25 Uhr", "7.12. 14:75", "7.12. 8–30 Uhr", "2026-12-24T25:00"),
        *("29.2.2027", "31.4.2026", "0.1.2026", "1.13.2026", "22.11.1949", "1.1.2151", "32.1."),
        *("bald", "im Frühjahr", "2026", "22", "22.11.202", "22.11.20266", "+", "+99999", "--3"),
        *("nach den Ferien", "so", "mi", "Mai", "14 Uhr", "30 Stunden", "KW 60", "31.02.", "3-5"),
        *("24.12.2026 14 Uhr im Rathaus", "in Münster", "Woche", "in 2 Jahrhunderten"),
        *("2026-02-30", "2026-13-01", "22.11.2026 und 23.11.2026", "٢٢.١١.٢٠٢٦x", "²²"),
    ],
)
def test_what_is_no_day_stays_as_it_was_typed(typed: str) -> None:
    assert kept_date(typed, TODAY) == typed
    assert day_of(typed) is None
    assert shown_date(typed) == typed


def test_without_a_today_only_a_whole_day_is_a_day() -> None:
    assert kept_date("heute") == "heute"
    assert kept_date("1.2.") == "1.2."
    assert kept_date("2026-02-01") == "2026-02-01"


def test_a_day_from_the_program_is_a_day() -> None:
    assert kept_date(TODAY) == kept_date(datetime(2026, 11, 22, 13, 3)) == "2026-11-22"
    assert kept_date(None) == kept_date(7) == kept_date(["1.2."]) == ""


@settings(deadline=None)
@given(ANY_TEXT | NEARLY, DAYS)
def test_no_text_is_lost_and_none_breaks_the_calendar(text: str, today: date) -> None:
    kept = kept_date(text, today)
    day = day_of(kept)
    assert kept == one_line(text) or (day and parse_date(one_line(text), today) == day)
    assert kept_date(kept, today) == kept
    assert kept_date(shown_date(kept), today) == kept
    parse_date(text, today)
    kept.encode()


@given(DAYS, st.sampled_from(["{0.day}.{0.month}.{0.year}", "{0.day} {0.month} {0.year}"]))
def test_zeros_may_be_left_out(day: date, form: str) -> None:
    assert parse_date(form.format(day), TODAY) == day


@given(DAYS)
def test_today_is_today_whichever_way_a_field_looks(today: date) -> None:
    for looks in ("", AHEAD, BACK):
        assert parse_date(f"{today.day}.{today.month}.", today, looks) == today


@given(DAYS, st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_without_a_year_is_the_next_the_last_or_the_nearer_one(
    today: date, typed: date
) -> None:
    text = f"{typed.day}.{typed.month}."
    ahead, back = parse_date(text, today, AHEAD), parse_date(text, today, BACK)
    near = parse_date(text, today)
    assert (ahead or today) >= today >= (back or today)
    if (typed.month, typed.day) != (2, 29) and ahead and back:
        assert (ahead - today).days <= 366 >= (today - back).days
        assert near in (ahead, back)
        assert near and abs(near - today) <= min(ahead - today, today - back)


@pytest.mark.parametrize(
    ("typed", "looks", "today", "meant"),
    [
        ("15.1.", AHEAD, date(2026, 11, 30), "2027-01-15"),
        ("15.1.", "", date(2026, 11, 30), "2027-01-15"),
        ("15.1.", BACK, date(2026, 11, 30), "2026-01-15"),
        ("20.12.", BACK, date(2026, 1, 5), "2025-12-20"),
        ("20.12.", "", date(2026, 1, 5), "2025-12-20"),
        ("20.12.", AHEAD, date(2026, 1, 5), "2026-12-20"),
        ("7. Mai", BACK, date(2026, 11, 30), "2026-05-07"),
        ("Freitag", BACK, date(2026, 11, 30), "2026-11-27"),
        ("KW 2", AHEAD, date(2026, 11, 30), "2027-01-11"),
        ("KW 49", AHEAD, date(2026, 12, 2), "2026-11-30"),
    ],
)
def test_days_around_new_year_are_those_that_are_meant(
    typed: str, looks: str, today: date, meant: str
) -> None:
    assert kept_date(typed, today, looks) == meant


@pytest.mark.parametrize(
    ("typed", "unit", "meant"),
    [
        ("3 Monate", "Tage", 90),
        ("6 Wochen", "Tage", 42),
        ("alle sechs Wochen", "Tage", 42),
        ("ein Jahr", "Tage", 365),
        ("30 Tage", "Tage", 30),
        ("sechs", "", 6),
        ("sechs", "Tage", 6),
        ("2,5 Stunden", "Stunden", 2.5),
        ("60 %", "Prozent", 60),
        ("60 Prozent", "Prozent", 60),
        ("3 Monate", "Stunden", "3 Monate"),
        ("wöchentlich", "Tage", "wöchentlich"),
        ("5 Äpfel", "Tage", "5 Äpfel"),
        ("etwa 20", "Tage", "etwa 20"),
    ],
)
def test_a_number_may_come_with_its_unit_or_in_words(typed: str, unit: str, meant: Any) -> None:
    assert typed_number(typed, unit) == meant


@settings(deadline=None)
@given(ANY_TEXT | NEARLY, st.sampled_from(["", "Tage", "Prozent", "Stunden"]))
def test_no_number_that_is_typed_is_lost(text: str, unit: str) -> None:
    kept = typed_number(text, unit)
    assert kept == one_line(text) if isinstance(kept, str) else abs(kept) < LARGEST


# Numbers


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", 12),
        ("007", 7),
        ("2,5", 2.5),
        ("-3", -3),
        ("+ 4", 4),
        ("1.200", 1200),
        ("1 200", 1200),
        ("12.345.678,25", 12345678.25),
        (" 40 ", 40),
    ],
)
def test_a_number_is_understood_as_it_is_written_in_german(typed: str, meant: float) -> None:
    assert kept_number(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "viele",
            "etwa 30",
            "12 Stunden",
            "2.5",
            "1.2.3",
            "3 4",
            "12 34",
            "1,2,3",
            "½",
            "²",
            "1e5",
        ),
        *("12345678901234567890", "1" + ".000" * 2000, "nan", "inf", "-", "0x10", "1_000"),
    ],
)
def test_what_is_no_number_stays_as_it_was_typed(typed: str) -> None:
    assert kept_number(typed) == typed
    assert number_of(kept_number(typed)) == 0
    assert shown_number(typed) == typed


@pytest.mark.parametrize("part", [math.nan, math.inf, -math.inf, True, None, [], {}])
def test_what_cannot_be_a_number_is_none(part: Any) -> None:
    assert kept_number(part) == kept_number(10**5000) == ""
    assert number_of("") == number_of(None) == number_of(True) == 0


@settings(deadline=None)
@given(ANY_TEXT | NEARLY)
def test_no_text_in_a_number_field_is_lost(text: str) -> None:
    kept = kept_number(text)
    assert kept_number(kept) == kept
    assert kept_number(shown_number(kept)) == kept
    assert json.loads(json.dumps(kept, allow_nan=False)) == kept
    if isinstance(kept, str):
        assert kept == one_line(text)
    else:
        typed = "".join(str(int(c)) for c in text if c.isdecimal())
        digits = "".join(c for c in shown_number(kept) if c.isdecimal())
        assert typed.strip("0") == digits.strip("0")


@given(st.integers(1 - LARGEST, LARGEST - 1) | st.integers(-9999, 9999).map(lambda n: n / 100))
def test_a_number_is_shown_and_understood_again(number: float) -> None:
    assert kept_number(shown_number(number)) == number
