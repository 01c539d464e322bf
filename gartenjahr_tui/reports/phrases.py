"""How days, names and lists read in a letter or document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.reports.document import Table
from gartenjahr_tui.reports.telling import in_words
from gartenjahr_tui.sharing_words import Phrases as words
from gartenjahr_tui.text import one_line
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import is_card_id, names_in

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

_REMARK = re.compile(r"\s*\([^()]*\)\s*$")
"""A remark behind a name, in brackets."""

_PARTICLES = frozenset({"von", "van", "zu", "zum", "zur", "de", "den", "del", "di", "da"})
_AFTER_PARTICLE = frozenset({"der", "dem", "den", "la"})
"""Small words within a family name; those of the second kind only behind one of the first."""


def spelled(part: Any) -> str:
    """„12. März 2026“; what is no day as it was typed, nothing for nothing.

    Args:
        part: A day, or the kept value of a date field.
    """
    day = part if isinstance(part, date) else day_of(part)
    if day is None:
        return one_line(str(part)) if part else ""
    return in_words(day)


def text_of(value: Mapping[str, Any], field_id: str) -> str:
    """What stands in a text field, without blanks around it; empty for nothing."""
    part = value.get(field_id)
    return str(part).strip() if part not in (None, [], {}) else ""


def line_of(value: Mapping[str, Any], field_id: str) -> str:
    """What stands in a field, on one line; empty for nothing."""
    return one_line(text_of(value, field_id))


def chosen_of(book: Workbook, card: Card, field_id: str) -> str:
    """What the chosen option of a card is called; empty when none is chosen."""
    option = book.guide.forms[card.kind].fields[field_id].option(text_of(card.value, field_id))
    return option.label if option else ""


def option_of(book: Workbook, kind: str, place: str, entry: Mapping[str, Any]) -> str:
    """What the chosen option in a column is called; empty when none is chosen.

    Args:
        book: The workbook.
        kind: The kind of card.
        place: The list and its column, „rollen.wer“.
        entry: The entry of the list.
    """
    list_id, column_id = place.split(".")
    column = book.guide.forms[kind].fields[list_id].column(column_id)
    option = column.option(text_of(entry, column_id)) if column else None
    return option.label if option else ""


def named(cards: Cards, card: Card, field_id: str) -> list[str]:
    """Names of all that a field names: of cards that are not deleted, and plain ones."""
    found = []
    for part in names_in(card.value.get(field_id)):
        if not is_card_id(part):
            found.append(one_line(part))
        elif (other := cards.get(part)) and not other.deleted:
            found.append(cards.title(other))
    return [name for name in found if name]


def table_of(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table | None:
    """A table without columns and rows in which nothing stands; None when nothing is left."""
    filled = [row for row in rows if any(row)]
    shown = [n for n in range(len(columns)) if any(row[n] for row in filled)]
    if not shown:
        return None
    return Table(
        tuple(columns[n] for n in shown), tuple(tuple(row[n] for n in shown) for row in filled)
    )


def library(book: Workbook) -> str:
    """The name of the library; other words for it while it has none."""
    return book.profile.library or words.LIBRARY


def bare(name: str) -> str:
    """A name without a remark in brackets, first name first: „Müller, Anna (Vertretung)“."""
    name = _REMARK.sub("", one_line(name)) or one_line(name)
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and " " not in given and given else name


def is_personal(name: str) -> bool:
    """Whether a name is that of a person, not of a role or group: „Anna von Muster“."""
    parts = bare(name).split()
    if not 2 <= len(parts) <= 6 or not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    for before, part in pairwise(parts):
        small = part in _PARTICLES or (part in _AFTER_PARTICLE and before in _PARTICLES)
        if not (part[0].isupper() or small):
            return False
    return True
