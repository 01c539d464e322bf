"""A report: what is asked before, parts that gather blocks, put together to a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING, Any, TypeVar

from gartenjahr_tui.garden.figures import present_year, years_of
from gartenjahr_tui.guide.model import NOTHING, Option, Takes
from gartenjahr_tui.guide.source import SOURCE_LINE
from gartenjahr_tui.outlet import Ask, Chosen, Piece, Place
from gartenjahr_tui.reports.document import Block, Document, Facts, Heading, NewPart
from gartenjahr_tui.words.reports import AsksWords as words
from gartenjahr_tui.words.sharing import PhrasesWords
from gartenjahr_tui.workbook.years import first_day

if TYPE_CHECKING:
    from datetime import date

    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card


T = TypeVar("T")


@dataclass(frozen=True)
class Scope:
    """What a report is made from.

    Attributes:
        source: What :attr:`book` is told of; no part looks there.
        chosen: What was chosen, by the id of what was asked.
        takes: What is taken of what is guarded.
        shared: What several parts need, by a name; see :meth:`once`.
        filled: What was typed into places, by their ids.
        places: The places that were met, by their ids; see :meth:`place`.
    """

    source: Workbook
    chosen: Chosen
    takes: Takes = NOTHING
    shared: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    filled: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    places: dict[str, Place] = field(default_factory=dict, compare=False, repr=False)

    def taking(self, takes: Takes) -> Scope:
        """The same with other things taken of what is guarded."""
        if takes == self.takes:
            return self
        return Scope(self.source, self.chosen, takes, filled=self.filled, places=self.places)

    def met(self, place: Place) -> Place:
        """A place as it stands here: what was typed for it counts before what the garden knows."""
        typed = self.filled.get(place.field.id)
        found = self.places[place.field.id] = replace(place, value=typed or place.value)
        return found

    def place(self, place: Place) -> str:
        """What stands in a place, as one reads it; empty for nothing."""
        return self.met(place).said

    def line(self, place: Place) -> str:
        """The same, with a line to write on for nothing."""
        return self.place(place) or PhrasesWords.BLANK

    @cached_property
    def book(self) -> Workbook:
        """The garden as it may be told; only read."""
        from gartenjahr_tui.garden.told import told

        return told(self.source, self.takes)

    @property
    def cards(self) -> Cards:
        """All cards of the garden."""
        return self.book.cards

    @cached_property
    def year(self) -> int:
        """The garden year it is about: the chosen one, else the present one."""
        given = self.chosen.get("jahr", "")
        return int(given) if given else present_year(self.book)

    @property
    def first_day(self) -> date:
        """The first day of that year."""
        return first_day(self.year, self.book.profile.start_month)

    @property
    def next_year(self) -> date:
        """The first day that no longer belongs to it."""
        return first_day(self.year + 1, self.book.profile.start_month)

    @property
    def about(self) -> Card:
        """The card it is about.

        Raises:
            KeyError: Nothing was chosen.
        """
        return self.cards[self.chosen["ueber"]]

    def once(self, what: str, work_out: Callable[[], T]) -> T:
        """What several parts need, worked out once."""
        if what not in self.shared:
            self.shared[what] = work_out()
        found: T = self.shared[what]
        return found

    def within(self, day: date | None) -> bool:
        """Whether a day lies in the year it is about."""
        return day is not None and self.first_day <= day < self.next_year


# What is asked before

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
    only: Callable[[Card], bool] = lambda card: True,
    name: Callable[[Workbook, Card], str] = lambda book, card: book.cards.title(card),
    *,
    must: bool = False,
) -> Ask:
    """Which card of a kind.

    Args:
        kind: The kind.
        label: The question.
        nothing: What to say when there is none, in German.
        only: Which of them may be chosen; all by default.
        name: What a card is called here; its title by default.
        must: Whether the command line wants it said.
    """

    def options(book: Workbook) -> list[Option]:
        return [Option(card.id, name(book, card)) for card in filter(only, book.cards.of(kind))]

    return Ask("ueber", label, options, nothing, must=must)


# What it is made of

Gather = Callable[[Scope], Iterable[Block]]
"""Gathers the blocks of a part; gives none when there is nothing to say."""


@dataclass(frozen=True)
class Part(Piece):
    """A part of a report; its title stands above it, unless it is to have no heading.

    One that is fixed can not be left out. A file with what is guarded only its owner may read. One
    that does not go along with the rest is a part of its own, with ``apart`` at the foot of its
    pages, which says for whom it is.
    """

    gather: Gather
    fixed: bool = False
    heading: bool = True
    apart: str = ""


@dataclass(frozen=True)
class Report:
    """A kind of document.

    Attributes:
        id: Its name on the command line.
        title: Its name on the screen.
        lead: What it is for, one sentence.
        parts: What it is made of, in this order.
        naming: Title and subtitle of the document.
        asks: What one may choose.
        stays: What is never in it beside what is guarded, in German, line by line.
        guide: Whether it carries content of the guide, so that the source line belongs to it; may
            depend on what is found.
        letter: Whether it is a letter.
        private: Whether it holds what only its owner may read.
        takes: What all of it takes of what is guarded.
        notes: What is to be said about it once it is put together, in German, line by line.
        addresses: To whom letters go, as rows of :mod:`~gartenjahr_tui.reports.addresses`; each
            letter can then be had as a file of its own.
    """

    id: str
    title: str
    lead: str
    parts: tuple[Part, ...]
    naming: Callable[[Scope], tuple[str, str]]
    asks: tuple[Ask, ...] = ()
    stays: tuple[str, ...] = ()
    guide: bool | Callable[[Scope], bool] = False
    letter: bool = False
    private: bool = False
    takes: Takes = NOTHING
    notes: Callable[[Scope], Iterable[str]] = lambda scope: ()
    addresses: Callable[[Scope], Iterable[tuple[str, ...]]] | None = None


@dataclass(frozen=True)
class Composed:
    """A document, and titles of parts: which were wanted, and which of them say something.

    ``places`` are the places that were met, ``notes`` what else there is to say about it.
    """

    document: Document
    wanted: Sequence[str]
    inside: Sequence[str]
    empty: Sequence[str]
    places: Sequence[Place] = ()
    notes: Sequence[str] = ()


def compose(report: Report, scope: Scope, wanted: frozenset[str]) -> Composed:
    """Put a report together from its fixed parts and those that are wanted."""
    scope = scope.taking(report.takes)
    title, subtitle = report.naming(scope)
    parts = [part for part in report.parts if part.fixed or part.id in wanted]
    found = [(p, tuple(p.gather(scope.taking(report.takes | p.takes)))) for p in parts]
    guide = report.guide(scope) if callable(report.guide) else report.guide
    source = SOURCE_LINE if guide else ""
    document = Document(
        title,
        tuple(_facts_together(_blocks(found, source))),
        subtitle,
        foot=source,
        author=scope.book.profile.library,
        large=scope.chosen.get("groesse") == "gross",
        letter=report.letter,
    )
    inside = [part.title for part, blocks in found if blocks]
    empty = [part.title for part, blocks in found if not blocks]
    titles = [part.title for part in parts]
    notes = tuple(report.notes(scope))
    return Composed(document, titles, inside, empty, tuple(scope.places.values()), notes)


def _blocks(found: Iterable[tuple[Part, tuple[Block, ...]]], source: str) -> Iterator[Block]:
    for part, blocks in found:
        if blocks and part.apart:
            yield NewPart(foot="\n".join(filter(None, [part.apart, source])))
        if blocks and part.heading:
            yield Heading(part.title)
        yield from blocks


def _facts_together(blocks: Iterable[Block]) -> Iterator[Block]:
    """Facts that follow each other stand in one block, so that they have one margin."""
    for _, group in groupby(blocks, lambda block: isinstance(block, Facts)):
        found = [*group]
        rows = tuple(row for block in found if isinstance(block, Facts) for row in block.rows)
        yield from [Facts(rows)] if rows else found
