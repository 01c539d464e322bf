"""Reads JSON that came from outside, and says of it what Python's own reader lets pass."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Any


def loads(data: bytes) -> Any:
    """Read a JSON document in UTF-8, with a byte order mark or without one.

    Raises:
        ValueError: It is none, holds a number that is no finite one, or names a member twice.
        RecursionError: It is nested too deeply.
    """
    return json.loads(
        data.decode("utf-8-sig"),
        parse_float=_finite,
        parse_constant=_finite,
        object_pairs_hook=_without_twins,
    )


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; one that names a member twice would silently lose the first."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(pairs)
    return found


def is_shallow(value: Any, levels: int) -> bool:
    """Whether a value can be written again without running out of breath."""
    if not isinstance(value, dict | list):
        return True
    inner = value.values() if isinstance(value, dict) else value
    return levels > 0 and all(is_shallow(part, levels - 1) for part in inner)


def instant(text: str) -> datetime:
    """An instant, UTC; one without a zone is not known to be UTC.

    Raises:
        ValueError: It is none; also TypeError and OverflowError.
    """
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found.astimezone(UTC)


def written(instant: datetime) -> str:
    """An instant (UTC) as it stands in a file."""
    return f"{instant.replace(tzinfo=None).isoformat()}Z"
