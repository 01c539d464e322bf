"""Which former values of answers and cards become versions without anybody asking for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Card, CardKey
from gartenjahr_tui.workbook.values import ODD, Value, common_length, length

SITTING = timedelta(minutes=30)
"""A change after so long a pause keeps the former version, even in the same run."""

Kept = Answer | Card
"""What has former versions."""


class Unsaved(NamedTuple):
    """What is not in the workbook yet, and is put aside when the program has to end.

    Attributes:
        texts: Answers and cards.
        kept: Former values that are not saved as versions.
        names: Those of the voices, by id.
        years: Number of a year → whether it was begun, or taken back.
    """

    texts: Sequence[Kept] = ()
    kept: Sequence[Kept] = ()
    names: Mapping[str, str] = MappingProxyType({})
    years: Mapping[int, bool] = MappingProxyType({})


KEEP_SHRUNK = 80
"""A field at least this long of which more than half goes is kept as a version at once."""


def keeps_version(
    former: Any, value: Value, *, same_sitting: bool, written_at: datetime, now: datetime
) -> bool:
    """Whether a value on the disk becomes a version when another one is written over it.

    The present instant lies before the one it was written at when the clock went backwards.
    """
    if not former or former == value:
        return False
    return not same_sitting or abs(now - written_at) > SITTING


class Shrinking:
    """Watches the fields while somebody types in them, to notice when most of one goes."""

    def __init__(self) -> None:
        """Begin to watch."""
        self._fullest: dict[tuple[AnswerKey | CardKey, str], Kept] = {}

    def going(self, before: Kept, value: Value) -> Iterator[Kept]:
        """The former values to keep if most of a field goes: at once, bit by bit, or by a paste."""
        for id, part in before.value.items():
            if part == value.get(id):
                continue
            place = (before.key, id)
            fullest = self._fullest.pop(place, before)
            if length(part) >= length(fullest.value.get(id)):
                fullest = before
            if length(value.get(id)) < length(fullest.value.get(id)) / 2:
                going = fullest
            elif common_length(part, value.get(id)) < length(part) / 2:
                going = before
            else:
                self._fullest[place] = fullest
                continue
            if id.endswith(ODD) or length(going.value.get(id)) >= KEEP_SHRUNK:
                yield going
