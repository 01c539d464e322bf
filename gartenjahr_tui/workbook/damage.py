"""Rows in which something else stands than what was written: whose they are, and what is good.

Nothing is put right unasked. Until somebody decides, the text that stands there is shown and may be
written on, and the row stays wrong. What is replaced is kept: as a version where there are any,
else in a safe copy.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.store import backups, mending, seals
from gartenjahr_tui.store.backups import Copy, CopyKind
from gartenjahr_tui.store.copying import reading
from gartenjahr_tui.store.mending import Stored, readable
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, CardKey
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.turns import Turns, at_once

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

_STAYS = ("id", "counter", "changed_at", "changes")
"""What of the garden's own row is not brought back: it goes on counting, and all rows name it."""


@dataclass(frozen=True, eq=False)
class WrongRow:
    """A row whose seal is not right.

    Attributes:
        table: Name of its table.
        row: Its number there (rowid).
        of: The answer or card it is, or is a version of; None where it belongs to none.
        kind: Kind of that card; empty for an answer.
        stored: What it holds.
    """

    table: str
    row: int
    of: AnswerKey | CardKey | None
    kind: str
    stored: Mapping[str, Any]

    @property
    def is_text(self) -> bool:
        """Whether it is an answer or a card as it stands today."""
        return self.table in seals.OWNERS.values()


@dataclass(frozen=True)
class Good:
    """What a wrong row said when it was right.

    Attributes:
        stored: What the good row holds.
        at: When that had been saved (UTC).
        copy: The safe copy it stands in; None for a former version in the garden.
    """

    stored: Mapping[str, Any]
    at: datetime
    copy: Copy | None


def value_in(stored: Mapping[str, Any]) -> Any:
    """The value in a row, any JSON; None where there is none or it cannot be read."""
    raw = stored.get("value")
    try:
        return json.loads(raw) if isinstance(raw, bytes | bytearray) else raw
    except (ValueError, RecursionError):
        return readable(raw)


def wrong_rows(book: Workbook) -> list[WrongRow]:
    """The rows about which nobody has decided yet, as they stand in the file."""
    book.flush()
    with book.store.connection() as connection:
        found = [
            (table, row, stored)
            for table, rows in book.store.wrong.items()
            for row in rows
            if (stored := mending.read_row(connection, table, row))
            # The row may be gone, and its number another's.
            and not mending.is_right(table, stored)
        ]
        return [
            WrongRow(table, row, *_belongs(connection, book.garden_id, table, stored), stored)
            for table, row, stored in found
        ]


def _belongs(
    connection: sqlite3.Connection, garden: str, table: str, stored: Stored
) -> tuple[AnswerKey | CardKey | None, str]:
    """Whose a row is, and of what kind the card."""
    if owner := seals.OWNERS.get(table):
        at = connection.execute(
            f"SELECT rowid FROM {owner} WHERE id = ?",  # noqa: S608
            (readable(stored[f"{owner}_id"]),),
        ).fetchone()
        of = mending.read_row(connection, owner, *at) if at else None
        return _belongs(connection, garden, owner, of) if of else (None, "")
    if table == "card":
        return CardKey(readable(stored["id"])), readable(stored["kind"])
    if table != "answer":
        return None, ""
    prompt, year, voice, subject = (
        readable(stored[name]) for name in ("prompt_id", "year_id", "voice_id", "subject_id")
    )
    number = connection.execute("SELECT number FROM garden_year WHERE id = ?", (year,)).fetchone()
    about = "" if subject == garden else subject
    return (AnswerKey(prompt, number[0], voice, about) if number else None), ""


# What is good


def good_of(book: Workbook, wrong: WrongRow) -> Good | None:
    """The newest text that is right: a former version, or the row in a safe copy.

    It may take long, because it looks into the copies; any thread may ask.
    """
    versions = _in_versions(book, wrong) if wrong.is_text else iter(())
    found = [next(versions, None), next(_in_copies(book, wrong), None)]
    known = [good for good in found if good is not None]
    return max(known, key=lambda good: (good.at, good.copy is not None), default=None)


def _in_versions(book: Workbook, wrong: WrongRow) -> Iterator[Good]:
    """The versions of an answer or a card that are right, the newest first."""
    table = f"{wrong.table}_version"
    order = f"SELECT rowid FROM {table} WHERE {wrong.table}_id = ? "  # noqa: S608
    order += "ORDER BY counter DESC, written_at DESC"
    with book.store.connection() as connection:
        rows = connection.execute(order, (readable(wrong.stored["id"]),)).fetchall()
        for (row,) in rows:
            stored = mending.read_row(connection, table, row)
            if stored and mending.is_right(table, stored):
                yield Good(stored, _instant(stored["written_at"]), None)


def _in_copies(book: Workbook, wrong: WrongRow) -> Iterator[Good]:
    """The row in the safe copies in which it is right, the newest first."""
    order = (
        f"SELECT rowid FROM {wrong.table} WHERE id = ? UNION ALL "  # noqa: S608
        f"SELECT rowid FROM {wrong.table} WHERE rowid = ? AND created_at = ?"
    )
    same = readable(wrong.stored["id"]), wrong.row, readable(wrong.stored["created_at"])
    for copy in backups.all_copies(book.paths):
        # A copy that cannot be read is no help; the next one may be.
        with suppress(OSError, sqlite3.Error), closing(reading(copy.file)) as connection:
            if not seals.columns(connection, wrong.table):
                continue
            for (row,) in connection.execute(order, same).fetchall():
                stored = mending.read_row(connection, wrong.table, row)
                if stored and mending.is_right(wrong.table, stored):
                    yield Good(stored, _instant(stored["changed_at"]), copy)


def _instant(stored: Any) -> datetime:
    return datetime.fromisoformat(readable(stored)).replace(tzinfo=UTC)


# Deciding


def keep_in_turns(book: Workbook, wrong: WrongRow) -> Turns[None]:
    """Let stand what stands there now; see :meth:`Workbook.settle_in_turns` for what may fail."""
    yield from book.settle_in_turns(wrong.table, wrong.row)


keep = at_once(keep_in_turns)


def take_in_turns(book: Workbook, wrong: WrongRow, good: Good) -> Turns[None]:
    """Put what is good in the place of what stands there, which is kept.

    Raises:
        ReadOnly: Another program is the one that writes.
        StoreError: It did not reach the disk.
    """
    value = value_in(good.stored)
    if isinstance(wrong.of, AnswerKey) and wrong.is_text and book.find_answer(wrong.of):
        state = AnswerState(readable(good.stored["state"]))
        book.take_decided(Answer(wrong.of, state, value))
    elif isinstance(wrong.of, CardKey) and wrong.is_text and (card := book.cards.get(wrong.of.id)):
        deleted = bool(good.stored.get("deleted", card.deleted))
        book.take_decided(replace(card, value=value, deleted=deleted))
    else:
        make = partial(backups.make, book.paths.file, book.paths.copies, CopyKind.BEFORE_RETURN)
        yield partial(make, book.store.now())
        left = _STAYS if wrong.table == "garden" else ()
        columns = {name: part for name, part in good.stored.items() if name not in left}
        yield from book.settle_in_turns(wrong.table, wrong.row, _as_text(columns))
        return
    yield from book.settle_in_turns(wrong.table, wrong.row)


take = at_once(take_in_turns)


def _as_text(stored: Mapping[str, Any]) -> Stored:
    return {n: p.decode() if isinstance(p, bytearray) else p for n, p in stored.items()}
