"""Garden years, quarters and seasons: pure functions of a day and the start month."""

from __future__ import annotations

from datetime import date, timedelta

FIRST_YEAR = 1950
LAST_YEAR = 2150
"""Years a garden may have; anything else is a slip of the finger."""

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"),
    *("Oktober", "November", "Dezember"),
)
"""Names of the months, January first."""


class YearError(ValueError):
    """A year that cannot be; ``str()`` is a German sentence."""


def check_year(number: int, latest: int = LAST_YEAR) -> int:
    """Return the number if a garden year may have it.

    ``latest`` is the last one that may be begun; a slip of the finger would be the newest for ever.

    Raises:
        YearError: It lies before 1950 or after the latest.
    """
    if not FIRST_YEAR <= number <= min(latest, LAST_YEAR):
        raise YearError(
            f"Das Jahr {number} kann kein Gartenjahr sein. Bitte eine Jahreszahl zwischen "
            f"{FIRST_YEAR} und {min(latest, LAST_YEAR)} angeben."
        )
    return number


def year_of(day: date, start_month: int) -> int:
    """Number of the garden year a day belongs to: the calendar year it began in."""
    return day.year if day.month >= start_month else day.year - 1


def first_day(number: int, start_month: int) -> date:
    """First day of a garden year."""
    return date(number, start_month, 1)


def year_label(number: int, start_month: int) -> str:
    """„2026“, or „2026/27“ when the garden year crosses the turn of the year."""
    return str(number) if start_month == 1 else f"{number}/{(number + 1) % 100:02d}"


def quarter_of(day: date, start_month: int) -> int:
    """Quarter of the garden year, 1 to 4; the quarter proposes a step and never locks one."""
    return (day.month - start_month) % 12 // 3 + 1


def quarter_start(day: date, start_month: int) -> date:
    """First day of the quarter of the garden year a day lies in."""
    months = day.year * 12 + day.month - 1
    months -= (day.month - start_month) % 3
    return date(months // 12, months % 12 + 1, 1)


def month_after(first: date) -> date:
    """First day of the month after the one that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1)


def next_quarter(day: date, start_month: int) -> date:
    """First day of the quarter after the one a day lies in."""
    return quarter_start(quarter_start(day, start_month) + timedelta(days=93), start_month)


def season_of(day: date) -> str:
    """Season by months, as gardeners and the weather service count."""
    return ("Winter", "Frühling", "Sommer", "Herbst")[day.month % 12 // 3]
