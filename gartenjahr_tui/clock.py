"""The clock of the computer."""

from datetime import UTC, date, datetime


def utc_now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC)


def local_day(instant: datetime) -> date:
    """The calendar day of an instant where the person is, summer time or not."""
    return instant.astimezone().date()
