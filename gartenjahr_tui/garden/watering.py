"""The watering plan: who has not been met for how long, beside how often that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.advice import all_seen, days_dry, dry_since, is_winter, longest_wait
from gartenjahr_tui.text import one_line
from gartenjahr_tui.words.rhythm import WateringWords as words
from gartenjahr_tui.workbook.dates import shown_number

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card


def by_thirst(cards: Cards, partners: Iterable[Card]) -> list[Card]:
    """The partners in the order of the plan.

    First those that thirst, by the days they have waited too long; then the others that have a
    rhythm, then those without one, each by the days since they were seen.
    """
    return sorted(partners, key=lambda partner: _place(cards, partner))


def _place(cards: Cards, partner: Card) -> tuple[int, float]:
    waited = (cards.today() - dry_since(cards, partner, all_seen(cards))).days
    most = longest_wait(cards, partner)
    if 0 < most < waited:
        return 0, most - waited
    rhythm = most > 0 or cards.number(partner, "ideal_tage") > 0
    return (1 if rhythm else 2), -waited


def tell(cards: Cards, partner: Card) -> list[str]:
    """What stands beside a partner in the plan: since when, how often it is wanted, and why so."""
    reason = one_line(str(partner.value.get("rhythmus", "")))
    return [_since(cards, partner), *_rhythm(cards, partner), *([reason] if reason else [])]


def _since(cards: Cards, partner: Card) -> str:
    days, thirsty = days_dry(cards, partner, all_seen(cards))
    if days is None:
        text = words.NEVER
    else:
        near = {0: words.TODAY, 1: words.YESTERDAY}
        text = near.get(days) or words.DAYS.format(count=days)
    return words.DRY.format(since=text) if thirsty else text


def _rhythm(cards: Cards, partner: Card) -> Iterator[str]:
    if (ideal := cards.number(partner, "ideal_tage")) > 0:
        yield words.IDEAL.format(count=shown_number(ideal))
    if (most := longest_wait(cards, partner)) > 0:
        in_winter = is_winter(cards.today()) and cards.number(partner, "winter_tage") > 0
        yield (words.WINTER if in_winter else words.MOST).format(count=shown_number(most))
