"""Partnerships: which of them are living ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

ENDING = ("beenden",)
"""Decisions after which a partnership is no longer a living one."""


def lives(cards: Cards, card: Card) -> bool:
    """Whether a partnership is a living one: its last decision did not end it."""
    return cards.state(card, "entscheidungen") not in ENDING
