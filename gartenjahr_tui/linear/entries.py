"""Edits a list of entries: add, edit, delete, move."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

from gartenjahr_tui.guide.model import Field
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.linear.fields import Draft, ask_field
from gartenjahr_tui.linear_words import Entries as words
from gartenjahr_tui.workbook.values import entry_text

Entry = dict[str, Any]

_ORDER = re.compile(r"(?P<verb>[^\W\d_]+)\.?\s*(?P<first>\d{1,4})?\s*(?P<second>\d{1,4})?")
_VERBS = ("neu", "bearbeiten", "löschen", "loeschen", "verschieben")


def ask_entries(console: Console, field: Field, part: list[Entry], draft: Draft) -> list[Entry]:
    """Let the person change the list until an empty line; every change goes to ``draft`` at once.

    Args:
        console: The streams.
        field: The field.
        part: The entries.
        draft: Told the whole list after every change.

    Raises:
        End: The person stops; an entry begun is kept as far as it is.
        Said: A command was given.
    """
    entries = [dict(entry) for entry in part]
    while True:
        _say_list(console, field, entries)
        reply = console.reply()
        if not isinstance(reply, str) or not reply.strip():
            return entries
        _obey(console, field, entries, reply, draft)


def _say_list(console: Console, field: Field, entries: list[Entry]) -> None:
    if not entries:
        console.say(words.NONE.format(items=field.items), words.KEYS.format(item=field.item))
        return
    console.say(words.SOME.format(items=field.items))
    for number, entry in enumerate(entries, 1):
        console.say(words.ENTRY.format(number=number, text=entry_text(field, entry)))
    console.say(words.KEYS_SOME.format(item=field.item))


def _obey(console: Console, field: Field, entries: list[Entry], order: str, draft: Draft) -> None:
    """Do what a line like „bearbeiten 2“ or „v 3 1“ says."""
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
            _write(console, field, entries, len(entries), draft)
        case "bearbeiten", [number]:
            _write(console, field, entries, number - 1, draft)
        case "verschieben", [number, to]:
            entries.insert(to - 1, entries.pop(number - 1))
            console.say(words.MOVED)
        case _, [number]:
            console.say(words.REMOVED.format(text=entry_text(field, entries.pop(number - 1))))
    draft(entries)


def _write(console: Console, field: Field, entries: list[Entry], place: int, draft: Draft) -> None:
    """Ask for the columns of one entry, a new one or one that is there."""
    new = place == len(entries)
    before, after = entries[:place], entries[place + 1 :]
    entry: Entry = {} if new else dict(entries[place])

    def keep(column: Field, value: Any) -> None:
        entry[column.id] = value
        filled = {id: value for id, value in entry.items() if value}
        entries[:] = [*before, *([filled] if filled else []), *after]
        draft(entries)

    for column in field.columns:
        value = ask_field(console, column, entry.get(column.id), partial(keep, column), brief=True)
        keep(column, value)
    if any(entry.values()):
        console.say(words.ADDED if new else words.CHANGED)
    else:
        console.say(words.NOTHING if new else words.GONE)
