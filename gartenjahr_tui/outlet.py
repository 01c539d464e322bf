"""What can leave the garden, described once: the command line and the screen offer the same.

An :class:`Outlet` says what it is for, what one may choose and in which formats it comes. Asked
with the choices, it gives a :class:`Draft`: what is in it, what stays here, how it looks – and, on
request, the files.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.guide.model import NOTHING, Field, FieldKind, Option, Takes
from gartenjahr_tui.text import folded, one_line, shortened
from gartenjahr_tui.workbook.dates import day_of, in_words, kept_date, shown_date
from gartenjahr_tui.workbook.patterns import like

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

Chosen = Mapping[str, str]
"""Id of what was asked → id of the option."""

Files = Mapping[str, bytes]
"""Name of a file within the folder → content; for a single file the name is empty."""


YES, NO = "ja", "nein"
"""Options of a switch."""

LONGEST_STEM = 60
"""Characters of a proposed name; folders of some networks allow few for the whole path."""


def file_stem(*parts: str) -> str:
    """A name for a file that every system and every ZIP can take; empty parts are left out."""
    words = folded(" ".join(parts))
    stem = re.sub("[^a-z0-9]+", "-", words).strip("-")
    if len(stem) > LONGEST_STEM:
        whole, _, _ = stem[: LONGEST_STEM + 1].rpartition("-")
        stem = whole or stem[:LONGEST_STEM]
    return stem or "gartenjahr"


FILLED = "ausgefuellt"
"""Key of the setting: id of an outlet → what was chosen → id of a place → what was typed."""

LONGEST_PLACE = 2_000
"""Characters of what is typed into a place."""


BOM = "\ufeff"
"""Tells Excel that the text is UTF-8."""

_FORMULA = re.compile(r"\s*[=+\-@\t\r＝＋－＠]")
"""How a text begins that a spreadsheet could take for a formula."""


def quoted(text: str, separator: str) -> str:
    """A text as a cell of a CSV file."""
    if any(sign in text for sign in (separator, '"', "\n")):
        return '"' + text.replace('"', '""') + '"'
    return text


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: it gets an apostrophe before it.

    The apostrophe is seen in the cell. Nothing unseen does the same everywhere: a tab is dropped on
    reading, and quotation marks alone do not help.
    """
    return f"'{text}" if _FORMULA.match(text) else text


class Unavailable(LookupError):
    """A thing cannot leave as it is chosen; ``str()`` is a German sentence."""


@dataclass(frozen=True)
class WorkProgress:
    """Tells how far long work is, and notices that it is no longer wanted.

    Attributes:
        tell: Takes the share that is done, 0 to 1. What it raises ends the work, of which nothing
            is left then.
    """

    tell: Callable[[float], None] = lambda share: None

    def part(self, done: int, total: int) -> None:
        """Say that so many of so many steps are done."""
        self.tell(done / total if total else 1.0)


UNHEARD = WorkProgress()
"""For work nobody waits for."""


@dataclass(frozen=True)
class Ask:
    """Something one may choose before it is made.

    Attributes:
        id: Name of the choice, and of the option on the command line: ``ueber`` is ``--ueber``.
        label: The question on the screen.
        options: What there is to choose from in this garden; the first is taken unasked.
        nothing: What to say when there is nothing to choose from, in German.
        also: Other names by which a person may call an option → its id.
        free: Whether something may be said that is none of the options.
        must: Whether the command line wants it said, because no option is likelier than another.
        switch: Whether it is YES or NO, and on the command line an option without a value.
        takes: What YES takes of what is guarded.
    """

    id: str
    label: str
    options: Callable[[Workbook], Sequence[Option]]
    nothing: str = ""
    also: Callable[[Workbook], Mapping[str, str]] = lambda book: {}
    free: bool = False
    must: bool = False
    switch: bool = False
    takes: Takes = NOTHING


@dataclass(frozen=True)
class Piece:
    """A part that can be left out: its name on the command line, its title in German.

    It is in when ``wanted``; ``takes`` says what it takes of what is guarded.
    """

    id: str
    title: str
    wanted: bool = field(default=True, kw_only=True)
    takes: Takes = field(default=NOTHING, kw_only=True)


@dataclass(frozen=True)
class Format:
    """A format of file.

    Attributes:
        id: What ends the name of the file, without the dot.
        title: What a person calls it.
        folder: Whether it is several files in a folder.
        alone: Id of the choice that leaves a single file of them.
        private: Whether only the owner of the files may read them, whatever is chosen.
    """

    id: str
    title: str
    folder: bool = False
    alone: str = ""
    private: bool = False


@dataclass(frozen=True)
class Place:
    """A place in what leaves that only a person can fill.

    Attributes:
        field: Its id and label; a line, a date or a choice.
        value: What stands in it, as it is kept; empty for nothing.
        needed: Whether one sees that nothing stands there.
        home: Puts something where the garden keeps it, and says whether it fits there; None where
            it belongs to this paper alone.
    """

    field: Field
    value: str = ""
    needed: bool = True
    home: Callable[[Workbook, str], bool] | None = None

    @property
    def open(self) -> bool:
        """Whether a gap would be seen here."""
        return self.needed and not self.value

    @property
    def said(self) -> str:
        """What stands in it, as one reads it on paper."""
        day = day_of(self.value) if self.field.kind is FieldKind.DATE else None
        option = self.field.option(self.value)
        return in_words(day) if day else option.reading if option else self.value.strip()

    @property
    def typed(self) -> str:
        """What stands in it, as one types it."""
        is_day = self.field.kind is FieldKind.DATE
        return shown_date(self.value) if is_day else one_line(self.said)


def filled_in(book: Workbook, outlet: str, chosen: Chosen) -> dict[str, str]:
    """What was typed into the places of an outlet when the same was chosen: id → text."""
    found = book.common(FILLED, {str: {str: {str: str}}})
    kept: dict[str, str] = found.get(outlet, {}).get(_about(chosen), {})
    return kept


def fill(book: Workbook, outlet: str, chosen: Chosen, place: Place, text: str) -> None:
    """Put something into a place, and where the garden has a home for it, there.

    A book that is only read keeps it for this run.
    """
    typed = shortened(one_line(text), LONGEST_PLACE)
    if place.field.kind is FieldKind.DATE:
        typed = kept_date(typed, book.today, place.field.looks)
    meant = (option.id for option in place.field.options if folded(option.label) == folded(typed))
    typed = next(meant, typed)
    if place.home and not book.read_only and place.home(book, typed):
        return
    every = book.common(FILLED, {str: {str: {str: str}}})
    kept = {**filled_in(book, outlet, chosen), place.field.id: typed}
    here = {**every.get(outlet, {}), _about(chosen): {k: v for k, v in kept.items() if v}}
    book.remember(FILLED, {**every, outlet: here}, common=True)


def _about(chosen: Chosen) -> str:
    return " ".join(chosen[id] for id in sorted(chosen))


@dataclass(frozen=True)
class Draft:
    """What would leave, not written yet.

    Attributes:
        stem: Name for the file, without its ending.
        inside: What is in it, line by line.
        stays: What stays here, line by line.
        preview: How it reads, as plain text so many columns wide.
        make: Makes the files in one of the formats.
        private: Whether only the owner of the file may read it.
        keeps: Settings of the garden to be kept once it has been written: key → value.
        places: Where something can be typed in.
    """

    stem: str
    inside: Sequence[str]
    stays: Sequence[str]
    preview: Callable[[int], str]
    make: Callable[[str, WorkProgress], Files]
    private: bool = False
    keeps: Mapping[str, Any] = field(default_factory=dict)
    places: Sequence[Place] = ()

    @property
    def open(self) -> list[Place]:
        """The places where a gap would be seen."""
        return [place for place in self.places if place.open]


@dataclass(frozen=True)
class Selection:
    """What is chosen of an outlet: the answers to what it asks, ids of pieces, id of a format."""

    chosen: Chosen
    pieces: frozenset[str]
    format: str

    def as_setting(self) -> dict[str, Any]:
        """What can be kept, and given to :meth:`Outlet.selection` again."""
        pieces = sorted(self.pieces)
        return {"chosen": dict(self.chosen), "pieces": pieces, "format": self.format}


@dataclass(frozen=True)
class Outlet:
    """One thing that can leave the garden.

    Attributes:
        id: Its name on the command line.
        title: Its name on the screen.
        lead: What it is for, one sentence.
        formats: What it comes as; the first is proposed.
        gather: Makes the draft of a garden as it may be told, the choices, and the ids of the
            pieces that are wanted; raises :class:`Unavailable` where they make no sense.
        asks: What one may choose, in this order.
        pieces: What can be left out.
        takes: What it always takes of what is guarded.
    """

    id: str
    title: str
    lead: str
    formats: tuple[Format, ...]
    gather: Callable[[Workbook, Chosen, frozenset[str]], Draft]
    asks: tuple[Ask, ...] = ()
    pieces: tuple[Piece, ...] = ()
    takes: Takes = NOTHING

    def draft(self, book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
        """Gather what would leave: nothing guarded but what is declared, which makes it private.

        Raises:
            Unavailable: It cannot be had as it is chosen.
        """
        from gartenjahr_tui.garden.told import stays, told

        switched = (ask.takes for ask in self.asks if ask.switch and chosen[ask.id] == YES)
        pieces = (piece.takes for piece in self.pieces if piece.id in wanted)
        takes = self.takes.union(*switched, *pieces)
        draft = self.gather(told(book, takes), chosen, wanted)
        kept = [*draft.stays, *stays(book.guide, takes)]
        return replace(draft, stays=kept, private=draft.private or bool(takes))

    @property
    def usual(self) -> frozenset[str]:
        """Ids of the pieces that are in unless they are left out."""
        return frozenset(piece.id for piece in self.pieces if piece.wanted)

    def format(self, id: str) -> Format | None:
        """The format of this id; None when it does not come as that."""
        return next((format for format in self.formats if format.id == id), None)

    def choices(self, book: Workbook, given: Chosen) -> dict[str, str]:
        """What is chosen when some things are said and the rest is taken unasked.

        Raises:
            Unavailable: There is nothing to choose from.
        """
        chosen = {}
        for ask in self.asks:
            if ask.id in given:
                chosen[ask.id] = given[ask.id]
                continue
            options = ask.options(book)
            if not options:
                raise Unavailable(ask.nothing)
            chosen[ask.id] = options[0].id
        return chosen

    def selection(self, book: Workbook, kept: Any = None) -> Selection:
        """What was chosen last, as far as there is such a thing today; else what is usual.

        Args:
            book: The workbook.
            kept: What :meth:`Selection.as_setting` gave once; anything else counts as nothing.

        Raises:
            Unavailable: There is nothing to choose from.
        """
        said = isinstance(kept, dict) and isinstance(kept.get("pieces"), list)
        kept = like({"chosen": {str: str}, "pieces": [str], "format": str}, kept)
        earlier, given = kept.get("chosen", {}), {}
        for ask in self.asks:
            # There may be thousands, so they are looked at once.
            ids = [option.id for option in ask.options(book)]
            if ids:
                given[ask.id] = earlier[ask.id] if earlier.get(ask.id) in ids else ids[0]
        known = frozenset(piece.id for piece in self.pieces)
        wanted = known.intersection(kept["pieces"]) if said else self.usual
        format = self.format(str(kept.get("format"))) or self.formats[0]
        return Selection(self.choices(book, given), wanted, format.id)
