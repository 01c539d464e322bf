"""What a document is made of; Word, PDF, HTML, Markdown and plain text are written from it.

Blocks hold plain text, never markup: what a person typed stays as it is in every format. A line
end inside a text is a line end on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """A heading.

    Attributes:
        text: Its text, one line.
        level: 1 to 3; the title of the document stands above them.
    """

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, possibly of several lines."""

    text: str
    look: Look = Look.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points.

    Attributes:
        items: The points.
        numbered: Whether they are counted.
    """

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what belongs to them, one below the other."""

    rows: tuple[tuple[str, str], ...]


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


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of thing counted in a chart.

    Attributes:
        name: What is counted.
        values: A number for each group of the chart.
    """

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


@dataclass(frozen=True, slots=True)
class WritingSpace:
    """Ruled lines to write on by hand.

    Attributes:
        lines: How many.
        label: What stands above them; empty for nothing.
        text: What stands in it already; the lines follow it.
    """

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
    """Five steps between two ends, to be marked by hand.

    Attributes:
        low: What 1 means.
        high: What 5 means.
        value: The step that is marked; 0 for none.
        label: What stands above it; empty for nothing.
    """

    low: str
    high: str
    value: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side.

    Attributes:
        names: What stands under each.
    """

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Table
    | Chart
    | WritingSpace
    | TickBoxes
    | ScaleLine
    | Signatures
    | PageBreak
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
    """

    title: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    foot: str = ""
    author: str = ""
    large: bool = False
    letter: bool = False
