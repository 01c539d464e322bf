"""Rings and figures as rows of styled text for a number of columns; nothing here knows a screen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len
from textual.content import Content

from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.rings import Ring, Trunk, latest_first
from gartenjahr_tui.widgets.passage import READING_WIDTH
from gartenjahr_tui.words.rhythm import FiguresWords as figure_words
from gartenjahr_tui.words.rhythm import RingsWords as words

HEAD = "bold $primary"
QUIET = "$text-muted"
YEAR = "bold"
CHANGE = "italic $secondary"
YEARS = "bold on $panel"
BAR = "$primary"

GAP = 2
"""Columns between two years, or two figures."""

NARROWEST = 23
"""Columns a year takes at least."""

MOST_LINES = 3
"""Lines that say in a column what changed."""

SHORTEST_BAR = 4
LONGEST_BAR = 32

RingPart = tuple[str, str]
"""A text and its style."""

RingRow = list[RingPart]
"""A line."""


def wrapped(text: str, width: int) -> list[str]:
    """A text in lines of at most so many columns, broken between words where there are any."""
    lines: list[str] = []
    for line in text.split("\n"):
        line = line.expandtabs(4)
        columns = cell_len(line)
        if columns <= width:
            lines.append(line)
        elif columns == len(line):
            lines += _broken(line, width)
        else:
            lines += [part.plain.rstrip() for part in Content(line).wrap(width)]
    return lines


def _broken(line: str, width: int) -> Iterator[str]:
    """A line of letters that all take one column, in parts."""
    start = 0
    while len(line) - start > width:
        space = line.rfind(" ", start, start + width + 1)
        end = space if space > start else start + width
        yield line[start:end].rstrip()
        start = end + (space > start)
    yield line[start:]


def padded(text: str, width: int, style: str = "") -> RingPart:
    """A text that fits, filled up to so many columns."""
    return text + " " * (width - cell_len(text)), style


# Rings


def fitting(width: int) -> int:
    """How many years stand side by side."""
    return max(1, (width + GAP) // (NARROWEST + GAP))


def one_below_the_other(trunk: Trunk, width: int) -> Iterator[RingRow]:
    """All years in one text, the newest first."""
    width = min(width, READING_WIDTH)
    for number, ring in enumerate(latest_first(trunk.rings)):
        if number:
            yield []
        name = f"{ring.when}  {ring.voice}" if ring.voice else ring.when
        room = width - cell_len(name) - GAP
        if ring.change and cell_len(ring.change) <= room:
            yield [(name, YEAR), (" " * GAP, ""), (ring.change, CHANGE)]
        else:
            yield [(name, YEAR)]
            yield from ([(line, CHANGE)] for line in _change(ring, width))
        yield from ([part] for part in _text(ring.text, trunk.labels, width))


def side_by_side(trunk: Trunk, times: Sequence[str], width: int) -> Iterator[RingRow]:
    """Some years in columns, told by what they are called."""
    column = column_width(len(times), width)
    cells = [_cell(trunk, time, column) for time in times]
    empty = padded("", column)
    gap = (" " * GAP, "")
    for line in zip_longest(*cells, fillvalue=empty):
        yield [part for cell in line for part in (cell, gap)]


def column_width(count: int, width: int) -> int:
    """Columns each of some years gets."""
    return min((width + GAP) // max(count, 1) - GAP, READING_WIDTH)


def _cell(trunk: Trunk, time: str, width: int) -> list[RingPart]:
    """What was said in a year, voice under voice."""
    rings = [ring for ring in trunk.rings if ring.when == time]
    lines = [padded(words.EMPTY, width, QUIET)] if not rings else []
    for ring in rings:
        lines += [padded("", width)] if lines else []
        lines += [padded(line, width, YEAR) for line in wrapped(ring.voice, width) if line]
        lines += [padded(line, width, CHANGE) for line in _short(_change(ring, width), width)]
        text = _text(ring.text, trunk.labels, width)
        lines += [padded(line, width, style) for line, style in text]
    return lines


def _text(text: str, labels: Collection[str], width: int) -> Iterator[RingPart]:
    """The lines of an answer; what only names a part of it is quiet."""
    for line in text.split("\n"):
        style = QUIET if line in labels else ""
        yield from ((part, style) for part in wrapped(line, width))


def _short(lines: list[str], width: int) -> list[str]:
    """The first of some lines: what changed is not to be longer than what is said."""
    if len(lines) <= MOST_LINES:
        return lines
    last = wrapped(lines[MOST_LINES - 1], width - len(words.CUT))[0]
    return [*lines[: MOST_LINES - 1], last + words.CUT]


def _change(ring: Ring, width: int) -> list[str]:
    return wrapped(ring.change, width) if ring.change else []


# Figures


def figure_rows(
    figure: Figure, label: Callable[[int], str], width: int, *, bars: bool
) -> Iterator[RingRow]:
    """A figure as bars with the numbers beside them, or as a plain table; the newest year first.

    What does not fit side by side stands in a second table below; the bars of both are measured
    alike. The label says what a year is called.
    """
    years = [(label(year), counts) for year, counts in reversed(figure.grown)]
    first = max(len(figure_words.YEAR), *(len(name) for name, _ in years))
    most = max(max(counts) for _, counts in years)
    at_once, column, bar = _measures(figure.columns, width - first, len(str(most)), bars=bars)
    for start in range(0, len(figure.columns), at_once):
        if start:
            yield []
        chosen = slice(start, start + at_once)
        yield from _heads(figure.columns[chosen], first, column, right=not bars)
        for name, counts in years:
            row: RingRow = [padded(name, first, YEAR)]
            for count in counts[chosen]:
                row += _count(count, most, bar, column) if bars else _number(count, column)
            yield row


def _measures(names: Sequence[str], room: int, digits: int, *, bars: bool) -> tuple[int, int, int]:
    """How many counts stand side by side, how wide each of them is, and its longest bar.

    There is room for all of them together; the largest count has so many digits.
    """
    least = digits + (1 + SHORTEST_BAR if bars else 0)
    least = max(least, *(len(word) for name in names for word in name.split()))
    at_once = min(max(1, room // (least + GAP)), len(names))
    # As many in every band, so that the last one is not nearly empty.
    bands = -(-len(names) // at_once)
    at_once = -(-len(names) // bands)
    bar = min(room // at_once - GAP - digits - 1, LONGEST_BAR) if bars else 0
    longest = bar + 1 + digits if bars else max(map(len, names))
    return at_once, max(least, min(longest, room // at_once - GAP)), bar


def _heads(names: Sequence[str], first: int, column: int, *, right: bool) -> Iterator[RingRow]:
    """The names of some columns, in as many lines as they need."""
    lines = [wrapped(name, column) for name in names]
    tall = max(map(len, lines))
    for y in range(tall):
        row: RingRow = [padded(figure_words.YEAR if y == tall - 1 else "", first, QUIET)]
        for name in lines:
            above = y - (tall - len(name))
            text = name[above] if above >= 0 else ""
            row.append((" " * GAP, ""))
            row.append((text.rjust(column), QUIET) if right else padded(text, column, QUIET))
        yield row


def _count(count: int, most: int, bar: int, column: int) -> RingRow:
    halves = max(1, round(2 * bar * count / most)) if count else 0
    drawn = "█" * (halves // 2) + "▌" * (halves % 2)
    number = f" {count}" if count else f"{count}"
    rest = " " * (column - len(drawn) - len(number))
    return [(" " * GAP, ""), (drawn, BAR), (number, "" if count else QUIET), (rest, "")]


def _number(count: int, column: int) -> RingRow:
    return [(f"{count:>{column + GAP}}", "" if count else QUIET)]
