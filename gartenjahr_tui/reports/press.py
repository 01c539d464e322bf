"""What the public has read and heard of harvests: the press, and who else was told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Harvest, SharedEntry
from gartenjahr_tui.reports.document import Block, lean_table
from gartenjahr_tui.reports.phrases import brief, spelled
from gartenjahr_tui.words.yearly import PressWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.reports.report import Scope
    from gartenjahr_tui.workbook.plain import Card

PUBLISHED = ("medien", "netz")
"""The ways by which everybody could read or hear of it."""


def press(scope: Scope, harvests: Iterable[Card]) -> Iterator[Block]:
    """What was published about some harvests, then who else was told, each by day."""
    cards = scope.cards
    told = [(one, cards.title(card)) for card in harvests for one in Harvest(card).shared]
    told.sort(key=lambda row: row[0].on or date.max)
    published = [row for row in told if row[0].channel in PUBLISHED]
    others = [row for row in told if row[0].channel not in PUBLISHED]
    yield from lean_table(words.COLUMNS, map(_row, published), words.PUBLISHED)
    yield from lean_table(words.COLUMNS, map(_row, others), words.OTHERS)


def _row(told: tuple[SharedEntry, str]) -> tuple[str, ...]:
    entry, harvest = told
    return spelled(entry.value.get(SharedEntry.on.id)), brief(entry.where), brief(entry.to), harvest
