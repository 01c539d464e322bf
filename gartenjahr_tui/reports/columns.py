"""How wide the columns of a table become, on screen and on paper."""

from __future__ import annotations

from collections.abc import Sequence

from gartenjahr_tui.reports.document import Table
from gartenjahr_tui.reports.signs import cells, printable


def tidy(table: Table) -> tuple[list[str], list[list[str]]]:
    """Head and rows without signs no document can hold, every row with a cell for each column."""
    count = len(table.columns)
    rows = [[*map(printable, row[:count]), *[""] * (count - len(row))] for row in table.rows]
    return [*map(printable, table.columns)], rows


def natural(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column would be if nothing were wrapped, in signs."""
    lines = zip(*(head, *rows), strict=True)
    return [max(cells(line) for text in column for line in text.split("\n")) for column in lines]


def shared_out(wanted: Sequence[int], width: int) -> list[int]:
    """Share a width among columns: who wants little gets it, the others share the rest equally.

    Args:
        wanted: What each column would take.
        width: What there is for all of them.
    """
    found = [*wanted]
    open_ones = [*range(len(wanted))]
    left = width
    while open_ones:
        share = left // len(open_ones)
        content = [n for n in open_ones if wanted[n] <= share]
        if not content:
            break
        left -= sum(wanted[n] for n in content)
        open_ones = [n for n in open_ones if n not in content]
    for place, n in enumerate(open_ones):
        found[n] = left // len(open_ones) + (place < left % len(open_ones))
    return found
