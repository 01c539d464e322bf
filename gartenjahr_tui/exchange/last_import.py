"""Remembers what the last import brought, so that it can be taken back in a later run too."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.words.imports import ImportWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

SETTING = "import.last"
"""Key of the setting: the file, the new cards and a mark of each, the fields that were filled."""

_PATTERN = {"what": str, "new": {str: str}, "filled": {str: {str: object}}}


def note(
    book: Workbook, what: str, new: Iterable[Card], filled: Iterable[tuple[Card, Iterable[str]]]
) -> None:
    """Remember an import in place of the one before.

    Args:
        book: The workbook.
        what: What it is called when it is taken back, in German.
        new: The cards it made.
        filled: The cards of which it filled fields, and the ids of these.
    """
    kept = {
        "what": what,
        "new": {card.id: _mark(card) for card in new},
        "filled": {card.id: {id: card.value.get(id) for id in ids} for card, ids in filled},
    }
    book.remember(SETTING, kept, common=True)


def take_back(book: Workbook) -> str:
    """Take the last import back; what somebody has gone on writing stays.

    Returns:
        What was done, in German; empty when there is none to take back.

    Raises:
        ReadOnly: Another program is the one that writes.
    """
    kept: dict[str, Any] = book.common(SETTING, _PATTERN)
    if kept.keys() != _PATTERN.keys():
        return ""
    stayed = 0
    with book.undoing.together():
        for id, mark in kept["new"].items():
            card = book.cards.get(id)
            if card is None or card.deleted:
                continue
            if _mark(card) == mark:
                book.cards.delete(id)
            else:
                stayed += 1
        for id, values in kept["filled"].items():
            card = book.cards.get(id)
            for field, value in values.items():
                if card is not None and card.value.get(field) == value:
                    book.cards.put_back(id, field, None)
    book.remember(SETTING, {}, common=True)
    sentence = words.BACK.format(what=kept["what"])
    return f"{sentence} {words.STAYED[stayed != 1].format(count=stayed)}" if stayed else sentence


def _mark(card: Card) -> str:
    """Tells whether a card still says the same."""
    text = json.dumps(card.value, sort_keys=True, ensure_ascii=False)
    return sha256(text.encode()).hexdigest()[:16]
