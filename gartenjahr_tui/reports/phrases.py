"""How days, numbers, names and lists read in a letter or document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.library import library_of
from gartenjahr_tui.garden.reading import CardView, Read
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.sharing import PhrasesWords as words
from gartenjahr_tui.workbook.dates import day_of, in_words, shown_number
from gartenjahr_tui.workbook.values import is_card_id

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Field
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
    """„1 Ernte“, „1.200 Ernten“: what is said of a single one, or of several with „{count}“."""
    return one if count == 1 else many.format(count=shown(count))


def counted_hours(hours: float) -> str:
    """„1 Stunde“, „26,5 Stunden“."""
    one, many = words.HOURS
    return one if hours == 1 else many.format(count=shown(hours))


def listed(names: Iterable[str], most: int = 0) -> str:
    """„A, B und C“; of more than so many, unless it is 0, the rest is counted."""
    every = [name for name in names if name]
    if most and len(every) > most:
        rest = len(every) - most
        return ", ".join(every[:most]) + counted(rest, *words.MORE)
    head, last = every[:-1], every[-1:]
    joint = words.AS_WELL_AS if any(words.AND in name for name in every) else words.AND
    return joint.join(filter(None, [", ".join(head), *last]))


def first_of(lines: Sequence[str], most: int, rest: tuple[str, str]) -> tuple[str, ...]:
    """Some lines; of more than so many the rest is counted in a last one, see :func:`counted`."""
    left = len(lines) - most
    return (*lines[:most], counted(left, *rest)) if left > 0 else tuple(lines)


def whom(people: Iterable[str], places: Iterable[str]) -> str:
    """The people, then where they are at home: „A und B, Verein“."""
    return joined(listed(people), listed(places))


def brief(text: str, most: int = 0) -> str:
    """A text on one line, cut where it is longer than so many characters."""
    line = one_line(text)
    return shortened(line, most) if most else line


def sentence(text: str) -> str:
    """A text that ends like a sentence, so that another one may follow; nothing for nothing."""
    return text if not text or _STOP.search(text) else f"{text}."


def joined(*parts: str, by: str = ", ") -> str:
    """The parts in which something stands, one behind the other."""
    return by.join(filter(None, parts))


def with_remark(what: str, remark: str) -> str:
    """A text with a remark in brackets, as far as there are both."""
    return words.REMARK.format(what=what, remark=remark) if what and remark else what or remark


def spelled(part: Any) -> str:
    """„12. März 2026“; what is no day as it was typed, nothing for nothing.

    Args:
        part: A day, or the kept value of a date field.
    """
    day = part if isinstance(part, date) else day_of(part)
    return in_words(day) if day else one_line(str(part)) if part else ""


def on_day(card: Card, field: Read[date | None]) -> str:
    """A day of a card in words; what is no day as it was typed."""
    return spelled(card.value.get(field.id))


def option_in(field: Field, column_id: str, id: str) -> str:
    """What the chosen option in a column of a list is called; empty when none is chosen."""
    column = field.column(column_id)
    option = column.option(id) if column else None
    return option.reading if option else ""


def named(cards: Cards, card: Card, field: Read[tuple[str, ...]]) -> list[str]:
    """Names of all that a field names: of cards that are not deleted, and plain ones."""
    found = []
    for part in field.of(CardView(card)):
        if not is_card_id(part):
            found.append(part)
        elif (other := cards.get(part)) and not other.deleted:
            found.append(cards.title(other))
    return found


def library(book: Workbook) -> str:
    """The name of the library; other words for it while it has none."""
    return library_of(book).called
