"""The clock of the computer."""

from datetime import UTC, date, datetime, timedelta


def utc_now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def local_day(instant: datetime) -> date:
    """The calendar day of an instant where the person is, summer time or not."""
    return instant.astimezone().date()


FIRST_DAY = date(2026, 1, 1)
"""No clock that is right says an earlier day: the program is younger."""

ABSENCE = timedelta(days=2 * 365)
"""Who has been away for longer is asked whether the day is right."""


def doubt(today: date, last: date | None) -> str:
    """What a person should know of the day the computer says, in German; nothing when it may be.

    Args:
        today: The day.
        last: The day of the last change, if there was one.
    """
    from gartenjahr_tui.words.cli import PlaceWords as words

    if last and today < last - timedelta(days=1):
        said = words.EARLY
    elif last and today > last + ABSENCE:
        said = words.LATE
    elif today < FIRST_DAY:
        said = words.NEVER
    else:
        return ""
    return said.format(today=f"{today:%d.%m.%Y}", last=f"{last:%d.%m.%Y}" if last else "")
