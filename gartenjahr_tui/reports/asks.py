"""What several reports ask before they are made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.figures import years_of
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.words.reports import AsksWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

YEAR = Ask(
    "jahr",
    words.YEAR,
    lambda book: [Option(str(n), book.year_label(n)) for n in reversed(years_of(book))],
)
"""Which garden year; the present one unasked."""


def about(
    kind: str,
    label: str,
    nothing: str,
    only: Callable[[Workbook, Card], bool] | None = None,
    name: Callable[[Workbook, Card], str] | None = None,
    *,
    must: bool = False,
) -> Ask:
    """Which card of a kind.

    Args:
        kind: The kind.
        label: The question.
        nothing: What to say when there is none, in German.
        only: Tells which of them may be chosen; all when it is not given.
        name: What a card is called here; its title when it is not given.
        must: Whether the command line wants it said.
    """

    def options(book: Workbook) -> list[Option]:
        cards = book.cards
        return [
            Option(card.id, name(book, card) if name else cards.title(card))
            for card in cards.of(kind)
            if only is None or only(book, card)
        ]

    return Ask("ueber", label, options, nothing, must=must)
