"""Days and numbers as a person at the desk types them, and how they are shown.

A day is kept as ``YYYY-MM-DD``, with a time of day as ``YYYY-MM-DDTHH:MM`` or
``YYYY-MM-DDTHH:MM/HH:MM``, a number as an int or a float. What cannot be understood is kept as it
was typed: a slip of the finger never costs a text.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from datetime import date, time, timedelta
from typing import Any

from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.workbook.years import FIRST_YEAR, LAST_YEAR, MONTHS

AHEAD, BACK = "ahead", "back"
"""Where a day without a year lies: the next such day, the last one; else the nearest."""

WORDS = {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "uebermorgen": 2}
"""Words for days, folded, counted from today."""

WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")

NUMBERS = (
    *("null", "ein", "zwei", "drei", "vier", "fuenf", "sechs", "sieben", "acht", "neun", "zehn"),
    *("elf", "zwoelf"),
)
"""Numbers in words, folded."""

CENTURY_TURNS = 70
"""A year of two digits from here on lies in the last century."""

LARGEST = 1_000_000_000
"""No number is as large as this; beyond it the last digits of a fraction would be lost."""

LEAP_YEARS = 8
"""Years in which there is a 29 February, even around 2100."""

NEAR = 183
"""Days within which a day needs no year to be understood."""

LONGEST_DAY = 60
"""Characters of a line that can be a day; folding megabytes would only take time."""

_YEARS = range(-LEAP_YEARS, LEAP_YEARS + 1)


def _any(names: Iterable[str]) -> str:
    """A pattern for one of some names, the longest first."""
    return f"({'|'.join(sorted(names, key=len, reverse=True))})"


_COUNT = rf"[0-9]{{1,3}}|{'|'.join(NUMBERS)}|eine[mnr]?|zwo"
_WEEKDAY_OF = {name: n for n, full in enumerate(WEEKDAYS) for name in (folded(full),)}
_WEEKDAY_OF |= {full[:2]: n for full, n in list(_WEEKDAY_OF.items())} | {"sonnabend": 5}
_MONTH_OF = {folded(name): n for n, name in enumerate(MONTHS, 1)}
_MONTH_OF |= {name[:3]: n for name, n in list(_MONTH_OF.items())}
_MONTH_OF |= {"mrz": 3, "sept": 9, "jaenner": 1, "feber": 2}
_DAYS_OF = {"tag": 1, "woche": 7}
_MONTHS_OF = {"monat": 1, "quartal": 3, "jahr": 12}
_UNIT = r"(tag|woche|monat|quartal|jahr)(?:en|e|n)?"

_CLOCK = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_EXACT = r"([0-9]{1,2}):([0-9]{2})"
_TO = r" ?(?:-|–|bis) ?"
_AT = r"(?:^|[ ,;]+)(?:um |ab |gegen |von )?"
_TIMES_OF_DAY = (
    re.compile(rf"{_AT}{_CLOCK}(?:(?: ?(?:uhr|h))?{_TO}{_CLOCK})? ?(?:uhr|h)$"),
    re.compile(rf"{_AT}{_EXACT}(?:{_TO}{_EXACT})?$"),
)
_LEAD = re.compile(r"^(?:bis spaetestens|bis zum|bis|spaetestens|zum|am|den|der|ab) +")
_WEEKDAY = re.compile(rf"{_any(_WEEKDAY_OF)}[.,]* +(?:den |der )?")
_NAMED = re.compile(
    r"(?:(naechste|kommende|diese|letzte|vorige|vergangene)[nrms]? +)?" + _any(_WEEKDAY_OF)
)
_SHIFT = re.compile(r"([+-])\s*(\d{1,4})")
_DAY = re.compile(r"(\d{1,2})[.,/ ]\s*(\d{1,2})(?:[.,/ ]\s*(\d{4}|\d{2})?)?")
_DASHES = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4}|\d{2})")
_MONTH = re.compile(rf"(\d{{1,2}})\.? *{_any(_MONTH_OF)}\.?(?: +(\d{{4}}|\d{{2}}))?")
_IN = re.compile(rf"(?:(.+) )?(in|vor) ({_COUNT}) {_UNIT}")
_WEEK = re.compile(
    r"(?:kw|woche) *(\d{1,2})(?:[ /.-]+(\d{4}|\d{2}))?|(\d{1,2})\.? *kw(?:[ /.-]+(\d{4}|\d{2}))?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?:/\d{2}:\d{2})?)?")
_MEASURED = re.compile(rf"(?:alle )?(?:([0-9][0-9., ]*)|({_COUNT})) *([a-z]+|%)?")
_TIMES = {"tag": 1, "woch": 7, "monat": 30, "quartal": 91, "jahr": 365}
_NUMBER = re.compile(r"([+-]?)\s?(\d{1,9}|\d{1,3}(?:[. ]\d{3}){1,2})(?:,(\d{1,6}))?")


class Moment(date):
    """A day with the time of day that was named with it; in all else it is the plain day.

    Attributes:
        start: When it begins.
        end: When it ends, on the same day unless that is earlier; None where nothing is said.
    """

    start: time | None = None
    end: time | None = None

    @classmethod
    def at(cls, day: date, start: time, end: time | None = None) -> Moment:
        """A day and a time."""
        moment = cls(day.year, day.month, day.day)
        moment.start, moment.end = start, end
        return moment


def parse_date(text: str, today: date, looks: str = "") -> date | None:
    """Understand a day, which is a :class:`Moment` where a time is named; None when it is none.

    Args:
        text: „22.11.2026“, „22.11.“, „7. Dezember“, „Mo 7.12., 14 Uhr“, „heute“, „+14“, „in 2
            Wochen“, „nächsten Montag“, „KW 50“ or an ISO date.
        today: What „heute“ is.
        looks: Where a day without a year lies, see :data:`AHEAD`.
    """
    if len(text) > LONGEST_DAY or not text.strip():
        return None
    text = folded(text)
    found = next(filter(None, (form.search(text) for form in _TIMES_OF_DAY)), None)
    text = _LEAD.sub("", text[: found.start()] if found else text, count=1)
    try:
        day = _day(text, today, looks)
        if day and found:
            start, end = _time(found[1], found[2]), _time(found[3], found[4])
            day = Moment.at(day, start, end) if start else None
    except (ValueError, OverflowError):
        return None
    return _in_range(day) if day else None


def _time(hour: str | None, minute: str | None) -> time | None:
    return time(int(hour), int(minute or 0)) if hour else None


def _day(text: str, today: date, looks: str) -> date | None:
    if text in WORDS:
        return today + timedelta(days=WORDS[text])
    if found := _SHIFT.fullmatch(text):
        return today + timedelta(days=int(found[1] + found[2]))
    if found := _YEAR_FIRST.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY.fullmatch(text) or _DASHES.fullmatch(text):
        return _of_year(int(found[2]), int(found[1]), found[3], today, looks)
    if found := _MONTH.fullmatch(text):
        return _of_year(_MONTH_OF[found[2]], int(found[1]), found[3], today, looks)
    if found := _IN.fullmatch(text):
        return _away(found[1] or "heute", found[2], found[3], found[4], today)
    if found := _WEEK.fullmatch(text):
        return _week(int(found[1] or found[3]), found[2] or found[4], 0, today, looks)
    if found := _NAMED.fullmatch(text):
        return _weekday(found[1] or "", found[2], today, looks)
    if found := _WEEKDAY.match(text):
        rest = text[found.end() :]
        if week := _WEEK.fullmatch(rest):
            number, weekday = int(week[1] or week[3]), _WEEKDAY_OF[found[1]]
            return _week(number, week[2] or week[4], weekday, today, looks)
        if any(form.fullmatch(rest) for form in (_DAY, _DASHES, _MONTH, _YEAR_FIRST)):
            meant = (_day(rest, today, way) for way in (looks, ""))
            days = [day for day in meant if day]
            # The name of the day says which year is meant, where the day alone would be another.
            of_name = (day for day in days if day.weekday() == _WEEKDAY_OF[found[1]])
            return next(of_name, days[0] if days else None)
    return None


def _of_year(month: int, day: int, year: str | None, today: date, looks: str) -> date | None:
    """A day of a month; without a year the next, the last or the nearest."""
    if year:
        return date(_year(year), month, day)
    return _chosen((_or_none(today.year + n, month, day) for n in _YEARS), today, looks)


def _week(number: int, year: str | None, weekday: int, today: date, looks: str) -> date | None:
    """A day of a calendar week, its Monday unless another one is named."""
    if year:
        return date.fromisocalendar(_year(year), number, weekday + 1)
    days: list[date | None] = []
    for n in (-1, 0, 1):
        with suppress(ValueError):
            days.append(date.fromisocalendar(today.year + n, number, weekday + 1))
    # The present week lies neither ahead nor back.
    monday = today - timedelta(days=today.weekday())
    return _chosen(days, monday if looks == AHEAD else today, looks)


def _weekday(word: str, name: str, today: date, looks: str) -> date | None:
    """The next day of that name, or the last one; a short name alone may be any word."""
    if len(name) == len("Mo") and not word:
        return None
    back = word in ("letzte", "vorige", "vergangene") or (looks == BACK and not word)
    days = (_WEEKDAY_OF[name] - today.weekday() - 1) % 7 + 1
    return today + timedelta(days=days - 7 if back and days < 7 else -7 if back else days)


def _away(start: str, way: str, count: str, unit: str, today: date) -> date | None:
    """So many days, weeks, months or years away from a day."""
    begin = _day(start, today, AHEAD)
    if begin is None:
        return None
    number = int(_count(count) or 0) * (1 if way == "in" else -1)
    if unit in _DAYS_OF:
        return begin + timedelta(days=number * _DAYS_OF[unit])
    months = begin.year * 12 + begin.month - 1 + number * _MONTHS_OF[unit]
    year, month = divmod(months, 12)
    return date(year, month + 1, min(begin.day, monthrange(year, month + 1)[1]))


def _count(text: str) -> int | None:
    """A number in digits or words."""
    if text.isdecimal():
        return int(text)
    if text in NUMBERS:
        return NUMBERS.index(text)
    return {"zwo": 2, "eins": 1}.get(text, 1 if text.startswith("eine") else None)


def _or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _chosen(days: Iterable[date | None], today: date, looks: str) -> date | None:
    found = [day for day in days if day]
    if looks == AHEAD:
        return min((day for day in found if day >= today), default=None)
    if looks == BACK:
        return max((day for day in found if day <= today), default=None)
    return min(found, key=lambda day: (abs(day - today), day < today), default=None)


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (1900 if number >= CENTURY_TURNS else 2000)


def _in_range(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def day_of(part: Any) -> date | None:
    """The day a kept value means, a :class:`Moment` with a time; None when it is only text."""
    if not isinstance(part, str) or not _ISO.fullmatch(part):
        return None
    kept, _, clock = part.partition("T")
    try:
        day = date.fromisoformat(kept)
        return Moment.at(day, *map(time.fromisoformat, clock.split("/"))) if clock else day
    except ValueError:
        return None


def hours(day: date) -> str:
    """The time of day a day has: „14 Uhr“, „9:30–11 Uhr“; empty for none."""
    if not isinstance(day, Moment) or day.start is None:
        return ""
    shown = (
        f"{one.hour}:{one:%M}" if one.minute else f"{one.hour}"
        for one in (day.start, day.end)
        if one
    )
    return f"{'–'.join(shown)} Uhr"


def _with_hours(shown: str, day: date) -> str:
    return f"{shown}, {told}" if (told := hours(day)) else shown


def german(day: date) -> str:
    """„22.11.2026“; with its time of day, where it has one: „22.11.2026, 14 Uhr“."""
    return _with_hours(f"{day.day:02d}.{day.month:02d}.{day.year:04d}", day)


def briefly(day: date, today: date) -> str:
    """The same; a day that is near needs no year to be understood."""
    if abs((day - today).days) < NEAR:
        return _with_hours(f"{day.day:02d}.{day.month:02d}.", day)
    return german(day)


def from_today(day: date, today: date) -> str:
    """The same; today is „heute“, with its time „heute 14 Uhr“."""
    return f"heute {hours(day)}".rstrip() if day == today else briefly(day, today)


def spoken(day: date) -> str:
    """„Sonntag, 22.11.2026“."""
    return f"{WEEKDAYS[day.weekday()]}, {german(day)}"


def in_words(day: date) -> str:
    """„22. November 2026“; with its time of day, where it has one."""
    return _with_hours(f"{day.day}. {MONTHS[day.month - 1]} {day.year}", day)


def no_day(part: Any) -> str:
    """What somebody wrote where a day is asked, and is none; empty for a day and for nothing."""
    return one_line(part) if isinstance(part, str) and not day_of(part) else ""


def shown_date(part: Any) -> str:
    """A kept day as it is read and typed in German; text that is no day as it is."""
    day = day_of(part)
    return german(day) if day else str(part)


def kept_date(raw: Any, today: date | None = None, looks: str = "") -> str:
    """What is kept of a typed day, with its time: ISO, or the text itself on one line.

    Without today, „heute“ and days without a year stay text; see :func:`parse_date` for ``looks``.
    """
    if isinstance(raw, date):
        return _iso(raw)
    if not isinstance(raw, str):
        return ""
    text = one_line(raw)
    day = day_of(text) or (parse_date(text, today, looks) if today else None)
    return _iso(day) if day else text


def _iso(day: date) -> str:
    """A day as it is kept."""
    if not isinstance(day, Moment) or day.start is None:
        return date.isoformat(day)
    end = f"/{day.end:%H:%M}" if day.end else ""
    return f"{date.isoformat(day)}T{day.start:%H:%M}{end}"


def kept_number(raw: Any) -> int | float | str:
    """What is kept of a typed number: an int, a float, or the text itself on one line."""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return raw if abs(raw) < LARGEST else ""
    if not isinstance(raw, str):
        return ""
    text = one_line(raw)
    if not (found := _NUMBER.fullmatch(text)):
        return text
    sign, whole, fraction = found.groups()
    plain = sign + whole.replace(".", "").replace(" ", "")
    return float(f"{plain}.{fraction}") if fraction else int(plain)


def typed_number(raw: Any, unit: str = "") -> int | float | str:
    """What is kept of a number somebody types: with its unit, in another one, or in words.

    „3 Monate“ are 90 days, „sechs“ is 6, „60 %“ are 60 percent.
    """
    kept = kept_number(raw)
    if not isinstance(kept, str) or len(kept) > LONGEST_DAY:
        return kept
    found = _MEASURED.fullmatch(folded(kept))
    if not found or not (found[1] or found[2]):
        return kept
    number = kept_number(found[1]) if found[1] else _count(found[2])
    named = found[3] or ""
    days = _TIMES.get(named.rstrip("en"), 0)
    if days and folded(unit) == "tage":
        return number * days if isinstance(number, int | float) else kept
    known = not named or folded(unit).startswith(named.rstrip("en") or named)
    percent = named == "%" and folded(unit) == "prozent"
    return number if number is not None and (known or percent) else kept


def shown_number(part: Any) -> str:
    """A kept number as it is written in German: „1200“, „2,5“."""
    if isinstance(part, float):
        return f"{part:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(part)


def number_of(part: Any) -> float:
    """A kept number to count with; 0 for text."""
    return part if isinstance(part, int | float) and not isinstance(part, bool) else 0
