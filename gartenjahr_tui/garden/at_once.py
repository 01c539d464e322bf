"""One answer for many cards: sixty kitas of an import get their kind in one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gartenjahr_tui.guide.model import FieldKind, still_asked
from gartenjahr_tui.words.garden import AtOnceWords as words
from gartenjahr_tui.workbook.undo import CardState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

RHYTHMS = ("30", "90", "180", "365")
"""Days that are offered for the number of days after which one hears from a partner."""

_DAYS = "hoechst_tage"
_BREAK = "="


def offered(book: Workbook, kind: str) -> list[tuple[str, str]]:
    """What can be said of many cards of a kind at once: a mark of it, and words."""
    found: list[tuple[str, str]] = []
    for prompt in book.guide.forms[kind].prompts.values():
        if prompt.guarded or prompt.former:
            continue
        for field in still_asked(prompt.fields):
            options = [(o.id, o.label) for o in field.options if not o.former]
            options = options if field.kind is FieldKind.CHOICE else []
            if field.id == _DAYS:
                options = [(days, words.DAYS.format(days=days)) for days in RHYTHMS]
            found += [
                (f"{field.id}{_BREAK}{id}", words.OPTION.format(field=field.label, option=label))
                for id, label in options
            ]
    return found


def say_of_all(book: Workbook, cards: Sequence[Card], said: str) -> str:
    """Say it of all of them, as one step that ``u`` takes back; what came of it, in German.

    Raises:
        ReadOnly: Another program is the one that writes.
    """
    field_id, _, value = said.partition(_BREAK)
    changed = [card for card in cards if str(card.value.get(field_id, "")) != value]
    if not changed:
        return words.NOTHING
    what = dict(offered(book, changed[0].kind))[said]
    step = words.STEP[len(changed) != 1].format(what=what, count=len(changed))
    with book.together(), book.undoing.together(step):
        for card in changed:
            spot = CardState(book.cards, card.id, field_id)
            before = spot.now()
            if before:
                book.keep_former(card)
            book.cards.set(card.id, **{field_id: value})
            book.undoing.note(spot, before, spot.now())
    return words.DONE[len(changed) != 1].format(what=what, count=len(changed))
