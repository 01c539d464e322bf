"""How days, numbers, names and lists read in a letter or document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.reports.document import Table
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.sharing import PhrasesWords as words
from gartenjahr_tui.workbook.dates import day_of, in_words, shown_number
from gartenjahr_tui.workbook.values import is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

_STOP = re.compile(r"[.!?…][“”\"»)]*$")
"""The end of a sentence."""


def shown(number: Any) -> str:
    """A kept number with German separators: „1.200“, „2,5“; text as it is."""
    text = shown_number(number)
    if isinstance(number, int | float):
        whole, comma, rest = text.partition(",")
        return f"{int(whole):,}".replace(",", ".") + comma + rest
    return text


def counted(count: int, one: str, many: str) -> str:
    """„1 Ernte“, „1.200 Ernten“.

    Args:
        count: How many there are.
        one: What is said of a single one.
        many: What is said of none or several, with „{count}“.
    """
    return one if count == 1 else many.format(count=shown(count))


def counted_hours(hours: float) -> str:
    """„1 Stunde“, „26,5 Stunden“."""
    one, many = words.HOURS
    return one if hours == 1 else many.format(count=shown(hours))


def listed(names: Iterable[str], most: int = 0) -> str:
    """„A, B und C“; of more than so many the rest is counted.

    Args:
        names: The names.
        most: How many are named; 0 for all.
    """
    every = [name for name in names if name]
    if most and len(every) > most:
        rest = len(every) - most
        return ", ".join(every[:most]) + counted(rest, *words.MORE)
    head, last = every[:-1], every[-1:]
    joint = words.AS_WELL_AS if any(words.AND in name for name in every) else words.AND
    return joint.join(filter(None, [", ".join(head), *last]))


def first_of(lines: Sequence[str], most: int, rest: tuple[str, str]) -> tuple[str, ...]:
    """Some lines; of more than so many the rest is counted in a last one.

    Args:
        lines: The lines.
        most: How many are shown.
        rest: What is said of one that is left out, and of several, with „{count}“.
    """
    left = len(lines) - most
    return (*lines[:most], counted(left, *rest)) if left > 0 else tuple(lines)


def whom(people: Iterable[str], places: Iterable[str]) -> str:
    """The people, then where they are at home: „A und B, Verein“."""
    return ", ".join(filter(None, (listed(people), listed(places))))


def brief(text: Any, most: int = 0) -> str:
    """A text on one line, cut where it is longer than so many characters."""
    line = one_line(str(text or ""))
    return shortened(line, most) if most else line


def sentence(text: str) -> str:
    """A text that ends like a sentence, so that another one may follow; nothing for nothing."""
    return text if not text or _STOP.search(text) else f"{text}."


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
    for part in card.value.get(field_id, ()):
        if not is_card_id(part):
            found.append(one_line(part))
        elif (other := cards.get(part)) and not other.deleted:
            found.append(cards.title(other))
    return [name for name in found if name]


def table_of(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Table | None:
    """A table without columns and rows in which nothing stands; None when nothing is left."""
    filled = [row for row in rows if any(row)]
    used = [n for n in range(len(columns)) if any(row[n] for row in filled)]
    if not used:
        return None
    return Table(
        tuple(columns[n] for n in used), tuple(tuple(row[n] for n in used) for row in filled)
    )


def library(book: Workbook) -> str:
    """The name of the library; other words for it while it has none."""
    return book.profile.library or words.LIBRARY
