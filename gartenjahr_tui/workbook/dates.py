"""Days and numbers as a person at the desk types them, and how they are shown.

A day is kept as ``YYYY-MM-DD``, a number as an int or a float. What cannot be understood is kept as
it was typed: a slip of the finger never costs a text.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.years import FIRST_YEAR, LAST_YEAR, MONTHS

WORDS = {"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "übermorgen": 2}
"""Words for days, counted from today."""

CENTURY_TURNS = 70
"""A year of two digits from here on lies in the last century."""

LARGEST = 1_000_000_000
"""No number is as large as this; beyond it the last digits of a fraction would be lost."""

_SHIFT = re.compile(r"([+-])\s*(\d{1,4})")
_DAY = re.compile(r"(\d{1,2})[.,/ ]\s*(\d{1,2})(?:[.,/ ]\s*(\d{4}|\d{2})?)?")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"([+-]?)\s?(\d{1,9}|\d{1,3}(?:[. ]\d{3}){1,2})(?:,(\d{1,6}))?")


def parse_date(text: str, today: date) -> date | None:
    """Understand a day; None when it is none.

    Args:
        text: „22.11.2026“, „22.11.“, „22 11 26“, „heute“, „gestern“, „+14“, „-3“ or an ISO date.
        today: What „heute“ is; a day without a year lies in its year.
    """
    text = text.strip().casefold()
    try:
        if text in WORDS:
            return _in_range(today + timedelta(days=WORDS[text]))
        if found := _SHIFT.fullmatch(text):
            return _in_range(today + timedelta(days=int(found[1] + found[2])))
        if _ISO.fullmatch(text):
            return _in_range(date.fromisoformat(text))
        if found := _DAY.fullmatch(text):
            return _in_range(date(_year(found[3], today), int(found[2]), int(found[1])))
    except (ValueError, OverflowError):
        return None
    return None


def _year(digits: str | None, today: date) -> int:
    if not digits:
        return today.year
    number = int(digits)
    if len(digits) == 4:
        return number
    return number + (1900 if number >= CENTURY_TURNS else 2000)


def _in_range(day: date) -> date | None:
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def day_of(part: Any) -> date | None:
    """The day a kept value means; None when it is none, or only text."""
    if isinstance(part, str) and _ISO.fullmatch(part):
        try:
            return date.fromisoformat(part)
        except ValueError:
            return None
    return None


def german(day: date) -> str:
    """„22.11.2026“."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def in_words(day: date) -> str:
    """„22. November 2026“."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def shown_date(part: Any) -> str:
    """A kept day as it is read and typed in German; text that is no day as it is."""
    day = day_of(part)
    return german(day) if day else str(part)


def kept_date(raw: Any, today: date | None = None) -> str:
    """What is kept of a typed day: ISO, or the text itself on one line.

    Without today, „heute“ and days without a year stay text.
    """
    if isinstance(raw, date):
        return date.isoformat(raw)
    if not isinstance(raw, str):
        return ""
    text = one_line(raw)
    day = day_of(text) or (parse_date(text, today) if today else None)
    return day.isoformat() if day else text


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


def shown_number(part: Any) -> str:
    """A kept number as it is written in German: „1200“, „2,5“."""
    if isinstance(part, float):
        return f"{part:.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return str(part)


def number_of(part: Any) -> float:
    """A kept number to count with; 0 for text."""
    return part if isinstance(part, int | float) and not isinstance(part, bool) else 0
