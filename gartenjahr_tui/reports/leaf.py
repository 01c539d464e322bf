"""The leaf of a partnership, a partner or a contact as one page of paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import Block, Facts, Look, Paragraph
from gartenjahr_tui.reports.phrases import spelled
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.words.leaf import LeafReportWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

LONGEST = 240
"""Characters of a line; a page has room for that."""


def _about(book: Workbook) -> list[Option]:
    cards = book.cards
    return [
        Option(card.id, words.OPTION.format(name=cards.title(card), item=cards.form(card).item))
        for kind in leaf.KINDS
        for card in cards.of(kind)
    ]


def _facts(scope: Scope) -> Iterator[Block]:
    """The lines; those that belong together stand under one name."""
    rows: list[tuple[str, str]] = []
    for line in leaf.lines(scope.book, scope.about, LONGEST):
        if rows and rows[-1][0] == line.label:
            rows[-1] = line.label, f"{rows[-1][1]}\n{line.text}"
        else:
            rows.append((line.label, line.text))
    yield Facts(tuple(rows)) if rows else Paragraph(words.NOTHING, Look.NOTE)


def _naming(scope: Scope) -> tuple[str, str]:
    cards, day = scope.cards, spelled(scope.book.today)
    item = cards.form(scope.about).item
    return cards.title(scope.about), words.SUBTITLE.format(item=item, day=day)


LEAF = Report(
    "blatt",
    words.TITLE,
    words.LEAD,
    (Part("blatt", words.PART, _facts, fixed=True, heading=False),),
    _naming,
    (Ask("ueber", words.ASK, _about, words.NONE, must=True),),
    words.STAYS,
)

REPORTS: tuple[Report, ...] = (LEAF,)
