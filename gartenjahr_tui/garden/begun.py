"""Which round a card belongs to, as long as that round is under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gartenjahr_tui.garden.checkin import CheckIn
from gartenjahr_tui.garden.overwintering import Overwintering
from gartenjahr_tui.garden.rounds import Round, is_finished

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

ROUNDS: tuple[type[Round], ...] = (CheckIn, Overwintering)


def is_under_way(card: Card) -> bool:
    """Whether a card is a round that has not been brought to its end."""
    return any(card.kind == kind.KIND for kind in ROUNDS) and not is_finished(card)


def round_of(book: Workbook, card: Card) -> Round | None:
    """The round under way that a card is, or is part of; None when there is none."""
    for kind in ROUNDS:
        rounds = book.cards.named(card, "runde") if card.kind == kind.EACH else [card]
        for round in rounds:
            if round.kind == kind.KIND and not round.deleted and not is_finished(round):
                return kind(book, round)
    return None
