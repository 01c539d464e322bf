"""The watering plan: who has not been met for how long, beside how often that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Encounter, Partner
from gartenjahr_tui.words.rhythm import WateringWords as words
from gartenjahr_tui.workbook.dates import shown_number
from gartenjahr_tui.workbook.years import month_after

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
    rhythm = most > 0 or Partner(partner).ideal_days > 0
    return (1 if rhythm else 2), -waited


def tell(cards: Cards, partner: Card, seen: Mapping[str, date] | None = None) -> list[str]:
    """What stands beside a partner in the plan: since when, how often it is wanted, and why so.

    ``seen`` is what :func:`last_seen` says of this partner or of all; of all without it.
    """
    reason, seen = Partner(partner).rhythm_why, all_seen(cards) if seen is None else seen
    return [_since(cards, partner, seen), *_rhythm(cards, partner), *filter(None, [reason])]


def _since(cards: Cards, partner: Card, seen: Mapping[str, date]) -> str:
    days, thirsty = days_dry(cards, partner, seen)
    if days is None:
        text = words.NEVER
    else:
        near = {0: words.TODAY, 1: words.YESTERDAY}
        text = near.get(days) or words.DAYS.format(count=days)
    return words.DRY.format(since=text) if thirsty else text


def _rhythm(cards: Cards, partner: Card) -> Iterator[str]:
    view = Partner(partner)
    if view.ideal_days > 0:
        yield words.IDEAL.format(count=shown_number(view.ideal_days))
    if (most := longest_wait(cards, partner)) > 0:
        in_winter = is_winter(cards) and view.winter_days > 0
        yield (words.WINTER if in_winter else words.MOST).format(count=shown_number(most))


def longest_wait(cards: Cards, partner: Card) -> float:
    """After how many days it is high time; 0 when nobody has said."""
    view = Partner(partner)
    if view.winter_days > 0 and is_winter(cards):
        return view.winter_days
    return max(0, view.most_days)


def rest_around(cards: Cards, day: date) -> tuple[date, date]:
    """First and last day of the time of rest a day lies in, or of the next one."""
    first, last = cards.rest
    over = last < first
    year = day.year - over + (day.month > last)
    end = month_after(date(year + over, last, 1)) - timedelta(days=1)
    return date(year, first, 1), end


def is_winter(cards: Cards) -> bool:
    """Whether it is one of the months of rest."""
    first, last = cards.rest
    return (cards.today().month - first) % 12 <= (last - first) % 12


def last_seen(cards: Cards, partner: Card | None = None) -> dict[str, date]:
    """Partner id → day of the latest encounter that is not in the future; of one partner or all."""
    met: Iterable[tuple[date, tuple[str, ...]]]
    if partner:
        met = filter(None, map(_met, cards.naming(partner.id, Encounter.KIND)))
    else:
        met = cards.each(Encounter.KIND, _met).values()
    today, latest = cards.today(), dict[str, date]()
    for day, partners in met:
        if day <= today:
            for id in partners:
                if latest.get(id, date.min) < day:
                    latest[id] = day
    return latest


def _met(encounter: Card) -> tuple[date, tuple[str, ...]] | None:
    """On which day whom one met; None where no day is known."""
    view = Encounter(encounter)
    return (view.on, view.partners) if view.on else None


def all_seen(cards: Cards) -> dict[str, date]:
    """What :func:`last_seen` says of all partners; looked up once until something changes."""
    return cards.once(("last_seen", cards.today()), lambda: last_seen(cards), of=Encounter.KIND)


def thirsty(cards: Cards) -> list[Card]:
    """The partners that nobody has met for too long, by name."""

    def find() -> list[Card]:
        seen = all_seen(cards)
        return [card for card in cards.of(Partner.KIND) if days_dry(cards, card, seen)[1]]

    return cards.once(("thirsty", cards.today()), find)


def days_dry(
    cards: Cards, partner: Card, seen: Mapping[str, date] | None = None
) -> tuple[int | None, bool]:
    """How long ago a partner was seen last, and whether that is longer than wanted.

    ``seen`` is what :func:`last_seen` says of this partner or of all; asked anew without it.

    Returns:
        Days since the last encounter, None when there was none; and whether the partner is
        thirsty. One who was never met is so when the card itself is older than wanted.
    """
    seen = last_seen(cards, partner) if seen is None else seen
    days = (cards.today() - dry_since(cards, partner, seen)).days
    return (days if partner.id in seen else None), 0 < longest_wait(cards, partner) < days


def dry_since(cards: Cards, partner: Card, seen: Mapping[str, date]) -> date:
    """The day a partner was seen last (:func:`last_seen`); of one never met, that of its card."""
    return seen.get(partner.id) or partner.made_on or cards.today()
