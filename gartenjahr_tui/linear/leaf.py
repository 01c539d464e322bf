"""The leaf of a card, line by line: what is known is read before anything is asked."""

from __future__ import annotations

import re
from collections.abc import Callable

from gartenjahr_tui.garden import leaf
from gartenjahr_tui.garden.leaf import LeafLine
from gartenjahr_tui.garden.targets import ToCard, ToField
from gartenjahr_tui.linear.console import LIST, Console, Keyword, Said
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.leaf import LeafWords as words
from gartenjahr_tui.words.linear import LinearGardenWords as garden_words
from gartenjahr_tui.workbook.book import Workbook
from gartenjahr_tui.workbook.plain import Card

AT_ONCE = 40
"""Words that are read out before one asks for more; with head and choice they are sixty."""

LONGEST = 90
"""Characters of a line that is read out."""

_NUMBER = re.compile(r"[0-9]{1,6}")


def read_leaf(
    console: Console,
    book: Workbook,
    card: Card,
    open: Callable[[ToCard | ToField], None],
    obey: Callable[[Keyword], None],
) -> bool:
    """Read the leaf of a card until the person goes back, or on to its questions.

    Args:
        console: Where it is read out.
        book: The workbook.
        card: The card.
        open: Goes where a line leads, and comes back.
        obey: Does what a command says that counts elsewhere, too.

    Returns:
        Whether the questions of the card are wanted; at once where it has no leaf.

    Raises:
        End: The person stops.
    """
    first = 0
    while found := leaf.lines(book, book.cards[card.id], LONGEST):
        first = first if first < len(found) else 0
        item, name = book.cards.form(card).item, book.cards.title(book.cards[card.id])
        console.say("", garden_words.HEAD.format(item=item, name=name))
        last = _read(console, found, first)
        left = len(found) - last
        console.say(words.CHOOSE_MORE.format(count=left) if left else words.CHOOSE)
        while True:
            try:
                with console.place(words.WORDS, explained=words.HELP):
                    said = console.reply(LIST, local={Keyword.AGAIN})
            except Said as command:
                if command.command is Keyword.BACK:
                    return False
                obey(command.command)
                break
            if isinstance(said, Keyword):
                break
            reply = folded(said[:40]).strip()
            if not reply:
                return False
            if reply in words.EDIT_WORDS:
                return True
            if reply == words.MORE_WORD:
                first = last
                break
            if _NUMBER.fullmatch(reply) and 1 <= int(reply) <= len(found):
                open(found[int(reply) - 1].target)
                break
            console.remark(words.WRONG.format(last=len(found)))
    return True


def _read(console: Console, found: list[LeafLine], first: int) -> int:
    """Read lines from one on, as many as are heard at once; return how far it was."""
    heard, place = 0, first
    while place < len(found):
        line, number = found[place], place + 1
        text = words.LINE.format(number=number, label=line.label, text=line.text)
        heard += len(text.split())
        if heard > AT_ONCE and place > first:
            break
        console.say(text)
        place = number
    return place
