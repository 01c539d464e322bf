"""Asks for the cards a field names: partners, people, a seed."""

from __future__ import annotations

from typing import Any

from gartenjahr_tui.guide.model import Field
from gartenjahr_tui.linear.console import Console, Keyword
from gartenjahr_tui.linear.fields import KeepsDraft, Unfit, ask_until
from gartenjahr_tui.text import folded, one_line
from gartenjahr_tui.words.linear import NamesWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.plain import Card

MOST = 20
"""Cards offered for a name; who gets more is asked to type more of it."""

LONGEST = 200
"""Characters of a name that is looked for; a longer one is only kept."""


def ask_cards(console: Console, cards: Cards, field: Field, part: Any, draft: KeepsDraft) -> Any:
    """Ask for names, separated by semicolons; each becomes the card that is meant.

    Args:
        console: The streams.
        cards: The garden.
        field: The field.
        part: The ids and names in it; None when it is empty.
        draft: Told the names as they are typed, and each card found.
    """

    def read(line: str, present: Any) -> list[str]:
        names = [name for name in map(one_line, line.split(";")) if name]
        if field.one and len(names) > 1:
            raise Unfit(words.ONE)
        typed = {folded(name) for name in names}
        before = [] if field.one else [n for n in present or () if folded(n) not in typed]
        draft([*before, *names])
        for place, name in enumerate(list(names)):
            names[place] = _meant(console, cards, field, name)
            draft([*before, *filter(None, names)])
        return list(dict.fromkeys((*before, *filter(None, names))))

    item = cards.forms[field.of].item
    console.say((words.ASK_ONE if field.one else words.ASK).format(item=item))
    return ask_until(console, part, draft, read)


def _meant(console: Console, cards: Cards, field: Field, name: str) -> str:
    """The id of the card a name means, the name itself, or nothing when it is taken back."""
    form = cards.forms[field.of]
    while True:
        found = _found(cards, field.of, name)
        if len(found) == 1 and folded(name) in folded(cards.title(found[0])):
            console.say(words.FOUND.format(name=cards.title(found[0]), item=form.item))
            return found[0].id
        _say_found(console, cards, found, name, form.item)
        choose = [words.CHOOSE] if found else []
        console.say(" ".join([*choose, words.KEEP_FREE if field.free else words.KEEP]))
        reply = console.reply(local=(Keyword.CLEAR,))
        if not isinstance(reply, str):
            return ""
        word = one_line(reply)
        if not word:
            return name
        if folded(word) == words.NEW:
            made = cards.add(field.of, {form.title: name})
            console.say(words.MADE.format(item=form.item, name=cards.title(made)))
            return made.id
        if not found or not word.isdecimal():
            name = word
        elif len(word) < 3 and 1 <= int(word) <= min(len(found), MOST):
            return found[int(word) - 1].id
        else:
            console.say(words.NO_SUCH.format(number=word))


def _found(cards: Cards, kind: str, name: str) -> list[Card]:
    """The cards a name may mean, one more at most than are offered."""
    if len(name) > LONGEST:
        return []
    return cards.same_name(kind, name) or cards.search(kind, name, MOST + 1)


def _say_found(console: Console, cards: Cards, found: list[Card], name: str, item: str) -> None:
    if not found:
        console.say(words.NONE.format(name=name, item=item))
        return
    console.say(words.FITTING.format(name=name))
    for number, card in enumerate(found[:MOST], 1):
        text = ", ".join((cards.title(card), *cards.line(card)))
        console.say(words.CARD.format(number=number, text=text))
    if len(found) > MOST:
        console.say(words.MORE)
