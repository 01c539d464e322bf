"""Which entry of a list is which, whatever becomes of its words.

An entry of a dated list – a milestone, a task – goes out into calendars and is asked after again
later. So it carries an id of its own beside its columns, from its first word on. What was written
before there were such ids is known by its name and its place, as it was then, until its card is
written the next time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from gartenjahr_tui.guide.model import FieldKind
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.workbook.dates import AHEAD, day_of
from gartenjahr_tui.workbook.values import ENTRY_ID, Entry

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Field


def day_column(field: Field) -> str:
    """Id of the column with the day of what lies ahead; empty for a list whose entries need none.

    The entries of a history look back, and nobody asks which of them is which.
    """
    days = (c.id for c in field.columns if c.kind is FieldKind.DATE and c.looks == AHEAD)
    return next(days, "")


def entry_ids(garden: str, card_id: str, field: Field, entries: Iterable[Entry]) -> list[str]:
    """The id of each entry of a list; empty for one without a day that was never given any."""
    name = next((c.id for c in field.columns if c.kind is FieldKind.LINE), "")
    day, seen, ids = day_column(field), Counter[str](), list[str]()
    for entry in entries:
        found = str(entry.get(ENTRY_ID, ""))
        if on := day_of(entry.get(day)):
            # Counted even where it has an id: its namesakes are known by their number.
            key = folded(one_line(str(entry.get(name, "")))) or on.isoformat()
            seen[key] += 1
            number = f"/{seen[key]}" if seen[key] > 1 else ""
            found = found or uuid5(UUID(garden), f"{card_id}/{field.id}/{key}{number}").hex
        ids.append(found)
    return ids


def with_ids(
    after: Sequence[Entry], before: Sequence[Entry], ids: Sequence[str], born: str
) -> list[Entry]:
    """The entries of a list as they are written, each with its id.

    An entry that comes without one, as a face may hold it, is the one that says the same, or the
    one in its place where only words have changed; else it is new.

    Args:
        after: What is written.
        before: What stood there.
        ids: The ids of that.
        born: Where and when it is written, of which an id is made for what is new.
    """
    given, taken = [str(entry.get(ENTRY_ID, "")) for entry in after], set[str]()
    for place, id in enumerate(given):
        given[place] = "" if id in taken else id
        taken.add(id)
    free = {id: bare(e) for e, id in zip(before, ids, strict=True) if id and id not in taken}
    lacking = [place for place, id in enumerate(given) if not id]
    for place in lacking:
        words = bare(after[place])
        given[place] = next((id for id, said in free.items() if said == words), "")
        free.pop(given[place], None)
    for place in lacking:
        if not given[place]:
            in_place = len(after) == len(before) and ids[place] in free
            given[place] = ids[place] if in_place else uuid5(NAMESPACE_OID, f"{born}/{place}").hex
    return [{**entry, ENTRY_ID: id} for entry, id in zip(after, given, strict=True)]


def lacks_ids(entries: Sequence[Entry]) -> bool:
    """Whether some entries have no id, or the same."""
    ids = {entry.get(ENTRY_ID) for entry in entries}
    return None in ids or len(ids) < len(entries)


def bare(entry: Mapping[str, Any]) -> Entry:
    """An entry without its id."""
    return {id: part for id, part in entry.items() if id != ENTRY_ID}
