"""What fits in JSON from anywhere; the first frame needs no more of the workbook than this."""

from __future__ import annotations

from typing import Any


def like(pattern: Any, raw: Any) -> Any:
    """What of any JSON looks like a pattern.

    Args:
        pattern: A type; or a list with the pattern of its items; or a dict of names and patterns,
            ``str`` for any other name.
        raw: What stands in a setting.

    Returns:
        It without whatever does not; None where a single value does not.
    """
    if isinstance(pattern, list):
        found = [like(pattern[0], part) for part in raw] if isinstance(raw, list) else []
        return [part for part in found if part is not None]
    if isinstance(pattern, dict):
        parts = raw.items() if isinstance(raw, dict) else ()
        told = {id: like(pattern.get(id, pattern.get(str)), part) for id, part in parts}
        return {id: part for id, part in told.items() if part is not None}
    return raw if pattern in (object, type(raw)) else None
