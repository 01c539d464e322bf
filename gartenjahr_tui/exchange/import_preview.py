"""Puts into words what an import would bring: the command line, the lines and the screen share it.

Texts of the file are shown clean and short; they are never markup.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange.importing import CONTACT, IncomingCard, Plan, TakenCard, Treatment
from gartenjahr_tui.exchange.matching import OUT, label_of
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.imports import ImportWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.exchange.incoming import Incoming
    from gartenjahr_tui.exchange.matching import Matching
    from gartenjahr_tui.workbook.book import Workbook

AT_ONCE = 8
"""New cards that are shown as examples in lines."""

LONGEST_TEXT = 60
"""Characters of a text of the file."""


@dataclass(frozen=True)
class Preview:
    """What an import would bring, in German.

    Attributes:
        file: What was read.
        columns: Where the columns go; those that say anything.
        stays_out: What is not taken; empty for nothing.
        new: How many cards would be made, and which.
        filled: How many would be filled; empty for none.
        twins: How many rows are there already, and which.
        unreadable: How many could not be read, and why.
    """

    file: str
    columns: Sequence[str]
    stays_out: str
    new: tuple[str, Sequence[str]]
    filled: str
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
        lines += [self.filled] if self.filled else []
        for head, found in (self.twins, self.unreadable):
            lines += [head, *_indented(found)] if found else []
        return [*lines, ""]


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
    filled = len(wanted) - len(new)
    rows = words.ROWS[len(incoming.rows) != 1].format(count=len(incoming.rows))
    encoding = words.ENCODINGS.get(incoming.encoding, incoming.encoding.upper())
    counted = words.NEW[len(new) != 1].format(count=len(new)) if new else words.NO_NEW
    twins, unread = plan.twins, plan.unreadable
    return Preview(
        words.FILE.format(file=incoming.name, count=rows, encoding=encoding),
        [
            column_line(incoming.heads[i], fields[i], text)
            for i, text in incoming.used.items()
            if fields[i] != OUT
        ],
        _stays_out(incoming, fields),
        (counted, [_new_line(book, deed) for deed in new]),
        words.FILLED[filled != 1].format(count=filled) if filled else "",
        (
            words.DUPLICATES[len(twins) != 1].format(count=len(twins)),
            [_twin_line(book, e, single.get(e.line, treatment)) for e in twins],
        ),
        (
            words.NOT_READ[len(unread) != 1].format(count=len(unread)),
            [words.UNREAD.format(line=one.line, reason=one.reason) for one in unread],
        ),
    )


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
    if entry.kind == CONTACT and deed.organisation:
        said.append(deed.organisation)
    said += deed.value.values()
    if entry.along:
        said.append(words.COMES_ALONG.format(line=entry.line))
        return _joined(said)
    return words.LINE.format(line=entry.line, what=_joined(said))


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


def _short(text: str) -> str:
    return shortened(one_line(text.replace("\n", ", ")), LONGEST_TEXT)


def _indented(lines: Sequence[str]) -> list[str]:
    return [f"  {line}" for line in lines]
