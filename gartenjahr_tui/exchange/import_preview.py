"""Puts into words what an import would bring: the command line, the lines and the screen share it.

Texts of the file are shown clean and short; they are never markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.exchange.heads import OUT
from gartenjahr_tui.exchange.importing import (
    IncomingCard,
    Plan,
    TakenCard,
    Treatment,
    left_behind,
)
from gartenjahr_tui.exchange.matching import label_of
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.imports import ImportWords as words
from gartenjahr_tui.workbook.values import short_text

if TYPE_CHECKING:
    from gartenjahr_tui.exchange.heads import Matching
    from gartenjahr_tui.exchange.rows import Incoming, Unreadable
    from gartenjahr_tui.guide.model import Field
    from gartenjahr_tui.workbook.book import Workbook

AT_ONCE = 8
"""New cards that are shown as examples in lines."""

LONGEST_TEXT = 60
"""Characters of a text of the file."""

LINES_NAMED = 6
"""Lines that are named for one and the same sentence."""


@dataclass(frozen=True)
class Preview:
    """What an import would bring, in German.

    Attributes:
        file: What was read.
        columns: Where the columns go; those that say anything.
        stays_out: Columns and kinds of things that are not taken; empty for nothing.
        aside: How much else is not taken, row by row, and what.
        mended: How much is read otherwise than it stands in the file, and what.
        new: How many cards would be made, and which.
        filled: How many would be filled or brought up to date, and what they would say.
        twins: How many rows are there already, and which.
        unreadable: How many could not be read, and why.
    """

    file: str
    columns: Sequence[str]
    stays_out: str
    aside: tuple[str, Sequence[str]]
    mended: tuple[str, Sequence[str]]
    new: tuple[str, Sequence[str]]
    filled: tuple[str, Sequence[str]]
    twins: tuple[str, Sequence[str]]
    unreadable: tuple[str, Sequence[str]]

    def lines(self, *, columns: bool = True) -> list[str]:
        """Everything, with or without where the columns go; of the new cards the first."""
        head, new = self.new
        left = len(new) - AT_ONCE
        lines = [self.file]
        lines += [f"{words.COLUMNS}:", *_indented(self.columns)] if columns else []
        lines += [self.stays_out] if self.stays_out else []
        lines += ["", head, *_indented(new[:AT_ONCE])]
        lines += _indented([words.MORE.format(count=left)]) if left > 0 else []
        for head, found in (self.filled, self.twins, *self.notes):
            lines += [head, *_indented(found)] if found else []
        return [*lines, ""]

    @property
    def notes(self) -> tuple[tuple[str, Sequence[str]], ...]:
        """What is to be known of the rows, whatever becomes of the cards."""
        return self.mended, self.aside, self.unreadable


def preview(
    book: Workbook,
    plan: Plan,
    wanted: Sequence[TakenCard],
    treatment: Treatment,
    single: Mapping[int, Treatment] | None = None,
) -> Preview:
    """What would be done with a plan, its rows treated as :func:`deeds` was told."""
    single, incoming, fields = single or {}, plan.incoming, plan.fields
    new = [deed for deed in wanted if not deed.card]
    filled = [deed for deed in wanted if deed.card]
    rows = words.ROWS[len(incoming.rows) != 1].format(count=len(incoming.rows))
    encoding = words.ENCODINGS.get(incoming.encoding, incoming.encoding.upper())
    file = words.FILE.format(file=incoming.name, count=rows, encoding=encoding)
    counted = words.NEW[len(new) != 1].format(count=len(new)) if new else words.NO_NEW
    twins, unread = plan.twins, plan.unreadable
    return Preview(
        ", ".join(filter(None, (file, place_line(incoming)))),
        [
            column_line(incoming.heads[i], fields[i], text)
            for i, text in incoming.used.items()
            if fields[i] != OUT
        ],
        _stays_out(incoming, fields),
        _named(words.ASIDE, left_behind(book, plan, wanted, treatment, single)),
        _named(words.MENDED, plan.mended),
        (counted, [_new_line(book, deed) for deed in new]),
        (
            words.FILLED[len(filled) != 1].format(count=len(filled)),
            [_filled_line(book, deed) for deed in filled],
        ),
        (
            words.DUPLICATES[len(twins) != 1].format(count=len(twins)),
            [_twin_line(book, e, single.get(e.number, treatment)) for e in twins],
        ),
        (
            words.NOT_READ[len(unread) != 1].format(count=len(unread)),
            [words.UNREAD.format(line=one.line, reason=one.reason) for one in unread],
        ),
    )


def kinds_of_partners(book: Workbook) -> list[tuple[str, str]]:
    """What new partners can be, to choose from; first that nothing is said."""
    options = book.guide.forms["partner"].fields["kategorie"].options
    return [("", words.LEFT_OPEN), *((option.id, option.label) for option in options)]


def place_line(incoming: Incoming) -> str:
    """From which of several sheets it is, and where its heads are, unless at the usual place."""
    said, sheets, lines = [], incoming.sheets, incoming.head_lines
    if len(sheets) > 1:
        said.append(words.FROM_SHEET.format(name=_short(sheets[incoming.sheet])))
    if lines and incoming.head != lines[1]:
        head = words.HEAD_IN.format(line=incoming.head) if incoming.head else words.NO_HEAD
        said.append(head)
    return ", ".join(said)


def _named(heads: Sequence[str], left: Sequence[Unreadable]) -> tuple[str, Sequence[str]]:
    """What is said of single rows; a sentence that is true of several names their lines."""
    lines: dict[str, list[int]] = {}
    for one in left:
        lines.setdefault(one.reason, []).append(one.line)
    said = []
    for reason, places in lines.items():
        places = list(dict.fromkeys(places))
        named = ", ".join(map(str, places[:LINES_NAMED]))
        more = words.AND_MORE.format(count=len(places) - LINES_NAMED)
        named += more if len(places) > LINES_NAMED else ""
        said.append(words.LINES[len(places) != 1].format(lines=named, what=_short(reason, 120)))
    return heads[len(left) != 1].format(count=len(left)), said


def column_line(head: str, field: str, example: str) -> str:
    """Where a column goes, and what stands in it."""
    where = words.COLUMN.format(head=_short(head), field=label_of(field))
    return f"{where}  ({words.EXAMPLE.format(text=_short(example))})"


def _stays_out(incoming: Incoming, fields: Matching) -> str:
    heads = [_short(incoming.heads[i]) for i in incoming.used if fields[i] == OUT]
    what = ", ".join((*heads, *incoming.left))
    return words.STAYS_OUT.format(what=what) if what else ""


def _new_line(book: Workbook, deed: TakenCard) -> str:
    """A card that would be made."""
    entry = deed.entry
    item = book.guide.forms[entry.kind].item
    said = [words.ENTRY.format(item=item, name=_short(entry.name))]
    said += deed.organisations
    said += _said(book, deed)
    if entry.along:
        said.append(words.COMES_ALONG.format(line=entry.line))
        return _joined(said)
    return words.LINE.format(line=entry.line, what=_joined(said))


def _said(book: Workbook, deed: TakenCard) -> list[str]:
    """What would be set on a card, as it is shown there."""
    fields = book.guide.forms[deed.entry.kind].fields
    return [_shown(fields[id], deed.value[id]) for id in deed.value]


def _shown(field: Field, part: Any) -> str:
    """What a field says, on one line."""
    part = part.replace("\n", ", ") if isinstance(part, str) else part
    return " ".join(filter(None, (short_text(field, {field.id: part}), field.unit)))


def _filled_line(book: Workbook, deed: TakenCard) -> str:
    """A card that is there, and what it would say: „Telefon: 1 statt 2“."""
    card = book.cards[deed.card]
    fields = book.guide.forms[card.kind].fields
    said = [book.cards.title(card)]
    for id, text in zip(deed.value, _said(book, deed), strict=True):
        before = _shown(fields[id], card.value[id]) if card.value.get(id) else ""
        sentence = words.INSTEAD if before else words.SET
        said.append(
            sentence.format(field=fields[id].label, text=_short(text), before=_short(before))
        )
    if deed.organisations:
        names = ", ".join(deed.organisations)
        said.append(words.SET.format(field=fields["partner"].label, text=names))
    return " · ".join(said)


def _twin_line(book: Workbook, entry: IncomingCard, treatment: Treatment) -> str:
    """A row that is there already, of what it is the same, and what becomes of it."""
    assert entry.twin
    why = words.SAME_MAIL if entry.twin.by_mail else words.SAME_NAME
    if card := book.cards.get(entry.twin.card):
        where = words.IN_GARDEN.format(why=why, name=_short(book.cards.title(card)))
    else:
        where = words.IN_FILE.format(why=why, line=entry.twin.line)
    treated = words.TREATED[treatment]
    return words.DUPLICATE.format(
        line=entry.line, treated=treated, name=_short(entry.name), where=where
    )


def counted(wanted: Sequence[TakenCard]) -> str:
    """How many cards would be made and filled; empty for none."""
    filled = sum(bool(deed.card) for deed in wanted)
    new = len(wanted) - filled
    parts = [words.TAKEN_NEW[new != 1].format(count=new)] if new else []
    parts += [words.TAKEN_FILLED[filled != 1].format(count=filled)] if filled else []
    return ", ".join(parts)


def taken(wanted: Sequence[TakenCard]) -> str:
    """What was taken in."""
    return words.TAKEN.format(what=counted(wanted))


def _joined(parts: Sequence[str]) -> str:
    return " · ".join(_short(part) for part in parts)


def _short(text: str, most: int = LONGEST_TEXT) -> str:
    return shortened(one_line(text.replace("\n", ", ")), most)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]
