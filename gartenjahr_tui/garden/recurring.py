"""When something that recurs comes next: a rule made from its first day, and the days beside it.

The rule is written as iCalendar writes it (RFC 5545), so that it can go out as it stands; dateutil
works out the days. It is loaded where something recurs at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Recurring
from gartenjahr_tui.workbook.dates import Moment, hours

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

_RULES = {
    "woche": "FREQ=WEEKLY",
    "zwei-wochen": "FREQ=WEEKLY;INTERVAL=2",
    "monat": "FREQ=MONTHLY;{weekday}",
    "monat-tag": "FREQ=MONTHLY;{day}",
    "quartal": "FREQ=MONTHLY;INTERVAL=3;{weekday}",
    "halbjahr": "FREQ=MONTHLY;INTERVAL=6;{weekday}",
    "jahr": "FREQ=YEARLY;BYMONTH={month};{weekday}",
    "jahr-tag": "FREQ=YEARLY;BYMONTH={month};{day}",
}
"""How often → the rule. What has none is on its first day, and on the days that are added."""

SHORTEST_MONTH = 28
WEEKS = 4
"""Full weeks there are in every month: a fifth Friday is the last one."""


def rule_of(view: Recurring) -> str:
    """The rule by which it recurs, without its end; empty where there is none."""
    first = view.on
    if first is None or view.every not in _RULES:
        return ""
    nth = (first.day - 1) // 7 + 1
    weekday = f"BYDAY={nth if nth <= WEEKS else -1}{_CODES[first.weekday()]}"
    day = f"BYMONTHDAY={first.day}"
    if first.day > SHORTEST_MONTH:
        # The last day there is: „am 31.“ is the 30th in April.
        days = ",".join(map(str, range(SHORTEST_MONTH, first.day + 1)))
        day = f"BYMONTHDAY={days};BYSETPOS=-1"
    return _RULES[view.every].format(weekday=weekday, day=day, month=first.month)


def days_from(card: Card, start: date) -> Iterator[date]:
    """The days on which it is, from a day on, in order; those of a rule without end never end."""
    view = Recurring(card)
    first = view.on
    added = sorted({at_its_hour(day, first) for day in view.added if day >= start})
    left_out = {day.toordinal() for day in view.left_out}
    for day in _merged(_by_rule(view, start) if first else iter(()), iter(added)):
        if day.toordinal() not in left_out:
            yield day


def _merged(one: Iterator[date], other: Iterator[date]) -> Iterator[date]:
    """The days of both, each once; one of them may never end."""
    from heapq import merge

    before = None
    for day in merge(one, other):
        if day != before:
            yield day
        before = day


def _by_rule(view: Recurring, start: date) -> Iterator[date]:
    first, text = view.on, rule_of(view)
    if first is None:
        return
    if not text:
        yield from [first] if first >= start else ()
        return
    from dateutil.rrule import rrulestr

    until = datetime.combine(view.until, time()) if view.until else None
    rule = rrulestr(text, dtstart=datetime.combine(first, time())).replace(until=until)
    for at in rule.xafter(datetime.combine(start, time()), inc=True):
        yield at_its_hour(at.date(), first)


def at_its_hour(day: date, first: date | None) -> date:
    """A day at the hour of the first one, unless it has its own."""
    if isinstance(first, Moment) and first.start is not None and not hours(day):
        return Moment.at(day, first.start, first.end)
    return day


def next_days(card: Card, today: date, most: int) -> list[date]:
    """The days that come next; today is one of them."""
    return [*islice(days_from(card, today), most)]


def next_day(card: Card, today: date) -> date | None:
    """The day that comes next, or on which it is still going on; None when there is none."""
    return next(days_from(card, today - duration(card)), None)


def duration(card: Card) -> timedelta:
    """How many days it takes beyond its first one."""
    view = Recurring(card)
    if view.on is None or view.lasts_until is None:
        return timedelta()
    return max(view.lasts_until - view.on, timedelta())
