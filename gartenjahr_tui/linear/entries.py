"""Edits a list of entries: add, edit, delete, move."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.linear.fields import KeepsDraft, ask_field
from gartenjahr_tui.words.linear import LinearEntriesWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.values import Entry, entry_text, short_text

_ORDER = re.compile(r"(?P<verb>[^\W\d_]+)\.?\s*(?P<first>\d{1,4})?\s*(?P<second>\d{1,4})?")
_EMPTY: tuple[Any, ...] = (None, "", [])
_VERBS = ("neu", "bearbeiten", "löschen", "loeschen", "verschieben")


def ask_entries(
    console: Console, cards: Cards, field: Field, part: list[Entry], draft: KeepsDraft
) -> list[Entry]:
    """Let the person change the list until an empty line; every change goes to ``draft`` at once.

    Args:
        console: The streams.
        cards: The living garden.
        field: The field.
        part: The entries.
        draft: Told the whole list after every change.

    Raises:
        End: The person stops; an entry begun is kept as far as it is.
        Said: A command was given.
    """
    return _List(console, cards, field, part, draft).ask()


class _List:
    """A list of entries in hand."""

    def __init__(
        self, console: Console, cards: Cards, field: Field, part: list[Entry], draft: KeepsDraft
    ) -> None:
        self._console = console
        self._cards = cards
        self._field = field
        self._entries = [dict(entry) for entry in part]
        self._draft = draft

    def ask(self) -> list[Entry]:
        """See :func:`ask_entries`."""
        while True:
            self._say()
            reply = self._console.reply()
            if not isinstance(reply, str) or not reply.strip():
                return self._entries
            self._obey(reply)

    def _say(self) -> None:
        say, field = self._console.say, self._field
        if not self._entries:
            say(words.NONE.format(items=field.items), words.KEYS.format(item=field.item))
            return
        if state := short_text(field, {field.id: self._entries}) if field.current else "":
            say(words.CURRENT.format(state=state))
        say(words.SOME.format(items=field.items))
        for number, entry in enumerate(self._entries, 1):
            say(words.ENTRY.format(number=number, text=self._text(entry)))
        say(words.KEYS_SOME.format(item=field.item))

    def _text(self, entry: Entry) -> str:
        return entry_text(self._field, entry, self._cards.name)

    def _obey(self, order: str) -> None:
        """Do what a line like „bearbeiten 2“ or „v 3 1“ says."""
        console, entries = self._console, self._entries
        match = _ORDER.fullmatch(order.strip().casefold())
        verb = next((v for v in _VERBS if match and v.startswith(match["verb"])), "")
        numbers = [int(n) for n in match.group("first", "second") if n] if match else []
        if len(numbers) != {"": -1, "neu": 0, "verschieben": 2}.get(verb, 1):
            console.say(words.WRONG)
            return
        for number in numbers:
            if not 1 <= number <= len(entries):
                console.say(words.NO_SUCH.format(number=number))
                return
        match verb, numbers:
            case "neu", _:
                self._write(len(entries))
            case "bearbeiten", [number]:
                self._write(number - 1)
            case "verschieben", [number, to]:
                entries.insert(to - 1, entries.pop(number - 1))
                console.say(words.MOVED)
            case _, [number]:
                console.say(words.REMOVED.format(text=self._text(entries.pop(number - 1))))
        self._draft(entries)

    def _write(self, place: int) -> None:
        """Ask for the columns of one entry, a new one or one that is there."""
        console, entries = self._console, self._entries
        new = place == len(entries)
        before, after = entries[:place], entries[place + 1 :]
        begun = self._beginning() if new else {}
        entry = dict(begun if new else entries[place])

        def keep(column: Field, value: Any) -> None:
            entry[column.id] = value
            filled = {id: value for id, value in entry.items() if value not in _EMPTY}
            there = [filled] if filled and filled != begun else []
            entries[:] = [*before, *there, *after]
            self._draft(entries)

        for column in self._field.columns:
            draft = partial(keep, column)
            part = entry.get(column.id)
            keep(column, ask_field(console, self._cards, column, part, draft, brief=True))
        if len(entries) > len(before) + len(after):
            console.say(words.ADDED if new else words.CHANGED)
        else:
            console.say(words.NOTHING if new else words.GONE)

    def _beginning(self) -> Entry:
        """What a new entry holds before anything is typed: the day, where it is asked first."""
        first = self._field.columns[0]
        if first.kind is FieldKind.DATE and first.id == "am":
            return {first.id: self._cards.today().isoformat()}
        return {}
