"""Damaged entries, one after the other: what stands there, what is good, what shall be."""

from __future__ import annotations

from gartenjahr_tui.garden.damage import Choice, choice, hidden_by
from gartenjahr_tui.garden.inspection import name_of
from gartenjahr_tui.linear.changes import only_read
from gartenjahr_tui.linear.console import Console
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.exchange import DamageWords as words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.damage import good_of, keep, take, wrong_rows

TAKE, KEEP = "g", "k"
"""What is typed to decide."""


def say_damage(console: Console, book: Workbook) -> None:
    """Say that entries are damaged, and how to look at them; nothing where none are."""
    if count := book.store.wrong_count:
        console.say(words.LINEAR_START[count != 1].format(count=count), words.LINEAR_LATER)


def decide(console: Console, book: Workbook) -> None:
    """Go through the damaged entries; an empty line leaves one for later, „zurück“ all."""
    if only_read(console, book):
        return
    wrong = wrong_rows(book)
    console.say(words.ABOUT if wrong else words.NONE)
    for row in wrong:
        name = name_of(book, row)
        if voice := hidden_by(book, row):
            console.say("", name, words.HIDDEN.format(voice=voice))
            continue
        found = choice(book, row, good_of(book, row))
        _say(console, name, found)
        order = console.order()
        if order is None:
            return
        try:
            if folded(order) == TAKE and found.good:
                take(book, row, found.good)
                console.say(words.TAKEN.format(name=name))
            elif folded(order) == KEEP:
                keep(book, row)
                console.say(words.KEPT.format(name=name))
        except (StoreError, PermissionError) as error:
            console.say(str(error))


def _say(console: Console, name: str, found: Choice) -> None:
    if found.good is None:
        console.say("", name, found.source, found.present, words.LINEAR_ASK_NO_GOOD)
    elif found.present == found.before:
        console.say("", name, found.source, words.SAME, found.present, words.LINEAR_ASK)
    else:
        present = (words.LINEAR_PRESENT, found.present)
        console.say("", name, *present, f"{found.source}:", found.before, words.LINEAR_ASK)
