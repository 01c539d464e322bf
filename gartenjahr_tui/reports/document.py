"""What a document is made of; Word, PDF, HTML, Markdown and plain text are written from it.

Blocks hold plain text, never markup: what a person typed stays as it is in every format. A line
end inside a text is a line end on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from gartenjahr_tui.reports.signs import cells, on_one_line, printable
from gartenjahr_tui.words.documents import ChartWords as chart_words


class Look(StrEnum):
    """What a paragraph is."""

    BODY = "body"
    LEAD = "lead"
    """Stands under a heading and says what follows."""
    QUOTE = "quote"
    """Somebody's own words."""
    NOTE = "note"
    """Small print: rules, sources, hints."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of one line; its level is 1 to 3, as the title of the document stands above."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, possibly of several lines."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points, counted or not."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what belongs to them, one below the other."""

    rows: tuple[tuple[str, str], ...]

    @property
    def clean(self) -> list[tuple[str, str]]:
        """The rows without signs no document can hold."""
        return [(printable(name), printable(text)) for name, text in self.rows]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a head.

    Attributes:
        columns: The head.
        rows: The cells, as many in a row as there are columns.
        caption: What it shows; empty for none.
        numeric: Numbers of the columns that hold figures, from 0; they stand flush right.
        tall: Whether the rows are high enough to write in by hand.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numeric: frozenset[int] = frozenset()
    tall: bool = False

    def tidy(self) -> tuple[list[str], list[list[str]]]:
        """Head and rows without signs no document can hold, a cell for each column in each row."""
        count = len(self.columns)
        rows = [[*map(printable, row[:count]), *[""] * (count - len(row))] for row in self.rows]
        return [*map(printable, self.columns)], rows


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing counted in a chart: its name, and a number for each group."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Stacked bars, drawn as vector graphics, with the numbers as a table beside them.

    Attributes:
        title: What it shows.
        groups: What stands under the bars, such as the years.
        series: What each bar is made of, from the bottom to the top.
        alt: The same in words, for those who do not see it.
        head: What the groups are, above their column in the table.
    """

    title: str
    groups: tuple[str, ...]
    series: tuple[Series, ...]
    alt: str
    head: str = ""

    @property
    def table(self) -> Table:
        """The numbers: a row for each group."""
        columns = (self.head, *(series.name for series in self.series))
        rows = tuple(
            (group, *(str(series.values[n]) for series in self.series))
            for n, group in enumerate(self.groups)
        )
        return Table(columns, rows, self.title, frozenset(range(1, len(columns))))

    @property
    def figures(self) -> Table:
        """The same, where the drawing stands above it and has the title."""
        caption = chart_words.FIGURES.format(title=on_one_line(self.title))
        return replace(self.table, caption=caption)


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody on a map of rings: a name, and numbers of its sector, ring and stage, from 0."""

    name: str
    sector: int
    ring: int
    stage: int


@dataclass(frozen=True, slots=True)
class RingMap:
    """Who stands how near around somebody, drawn as vector graphics, with a table beside it.

    Attributes:
        title: What it shows.
        centre: Who stands in the middle, in a word.
        sectors: The kinds around it; short names.
        rings: The rings, from the inside to the outside; short names.
        stages: What the discs mean, from none to the highest.
        spots: Who is on it, in the order of the table.
        alt: The same in words, for those who do not see it.
        head: The columns of the table: number, name, sector, ring, stage.
    """

    title: str
    centre: str
    sectors: tuple[str, ...]
    rings: tuple[str, ...]
    stages: tuple[str, ...]
    spots: tuple[Spot, ...]
    alt: str
    head: tuple[str, str, str, str, str]

    @property
    def table(self) -> Table:
        """Everybody, with the number in the drawing."""
        rows = tuple(
            (str(n), s.name, self.sectors[s.sector], self.rings[s.ring], self.stages[s.stage])
            for n, s in enumerate(self.spots, 1)
        )
        return Table(self.head, rows, self.title, frozenset({0}))

    @property
    def figures(self) -> Table:
        """The same, where the drawing stands above it and has the title."""
        caption = chart_words.AS_TABLE.format(title=on_one_line(self.title))
        return replace(self.table, caption=caption)


Drawing = Chart | RingMap
"""What is drawn, with the same as a table beside it."""


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on by hand: below a label, and below what stands there already."""

    lines: int
    label: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TickBoxes:
    """Boxes to tick by hand.

    Attributes:
        options: What stands beside the boxes.
        ticked: Numbers of those that are ticked, from 0.
        label: What stands above them; empty for nothing.
        only_one: Whether one of them is meant, so they are round.
    """

    options: tuple[str, ...]
    ticked: frozenset[int] = frozenset()
    label: str = ""
    only_one: bool = False


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """Five steps between two ends, to be marked by hand; 0 for none that is marked yet."""

    low: str
    high: str
    value: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side, with a name under each."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class NewPart:
    """What follows is a part of its own: on a new page, its pages counted anew.

    Another letter, or a sheet that does not go along with the rest.

    Attributes:
        title: Stands above it as the title of the document does above the first; empty for none.
        subtitle: Stands with it; empty for none.
        foot: Stands at the foot of its pages instead of that of the document; empty for the same.
        name: For the name of a file of its own.
    """

    title: str = ""
    subtitle: str = ""
    foot: str = ""
    name: str = ""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Table
    | Chart
    | RingMap
    | WritingSpace
    | TickBoxes
    | ScaleLine
    | Signatures
    | PageBreak
    | NewPart
)


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        title: Its title.
        blocks: What it says.
        subtitle: Stands under the title: library, period; empty for nothing.
        foot: Stands at the foot of each page, as the source of what comes from the guide; empty
            for nothing.
        author: Whose it is, for the properties of the file.
        large: Whether it is to be read from a wall: large type, A4 all the same.
        letter: Whether it is a letter: the title is the subject, and nothing is drawn around it.
        name: For the name of a file, where several documents belong together.
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    foot: str = ""
    author: str = ""
    large: bool = False
    letter: bool = False
    name: str = ""

    @property
    def parts(self) -> list[Document]:
        """The document cut where a part begins, each part a document with the blocks of its own.

        A part that begins before anything is said is the first one.
        """
        found: list[tuple[Document, list[Block]]] = []
        found += [(self, [])] if not isinstance(next(iter(self.blocks), None), NewPart) else []
        for block in self.blocks:
            if isinstance(block, NewPart):
                head = replace(self, title=block.title, subtitle=block.subtitle, name=block.name)
                found.append((replace(head, foot=block.foot or self.foot), []))
            else:
                found[-1][1].append(block)
        return [replace(part, blocks=tuple(blocks)) for part, blocks in found]


def deeper(heading: Heading, level: int) -> Heading:
    """A heading as it may follow one of a level.

    Who hears the document relies on it: no level is left out.
    """
    return Heading(heading.text, min(max(heading.level, 1), level + 1, 3))


# What stands only where there is something to say


def facts(*rows: tuple[str, str]) -> Iterator[Facts]:
    """Those facts of which something is known."""
    if known := tuple(row for row in rows if row[1]):
        yield Facts(known)


def bullets(items: Iterable[str]) -> Iterator[Bullets]:
    """A list of the points that say something."""
    if points := tuple(filter(None, items)):
        yield Bullets(points)


def table(
    columns: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    caption: str = "",
    numeric: Iterable[int] = (),
) -> Iterator[Table]:
    """A table, if there are rows."""
    if found := tuple(rows):
        yield Table(columns, found, caption, frozenset(numeric))


def lean_table(
    columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], caption: str = ""
) -> Iterator[Table]:
    """A table without columns and rows in which nothing stands."""
    filled = [row for row in rows if any(row)]
    used = [n for n in range(len(columns)) if any(row[n] for row in filled)]
    cut = [tuple(row[n] for n in used) for row in (columns, *filled)]
    yield from table(cut[0], cut[1:], caption)


def under(title: str, blocks: Iterable[Block]) -> Iterator[Block]:
    """Some blocks and a heading above them."""
    if found := [*blocks]:
        yield Heading(title, 2)
        yield from found


def written(text: str, lines: int, label: str = "") -> Paragraph | WritingSpace:
    """What is noted, or lines to write it on."""
    return Paragraph(text) if text else WritingSpace(lines, label)


# How wide columns become, on screen and on paper


def widest_name(rows: Iterable[tuple[str, str]]) -> int:
    """How wide the names of facts are, in signs."""
    return max(cells(line) for name, _ in rows for line in name.split("\n"))


def natural(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """How wide each column would be if nothing were wrapped, in signs."""
    lines = zip(*(head, *rows), strict=True)
    return [max(cells(line) for text in column for line in text.split("\n")) for column in lines]


def shared_out(wanted: Sequence[int], width: int) -> list[int]:
    """Share a width among columns: who wants little gets it, the others share the rest equally."""
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
