"""The lists of the garden: which cards stand on which screen, and which stand with a card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import watering
from gartenjahr_tui.garden.kinds import Harvest, Partnership
from gartenjahr_tui.guide.model import CardForm, Guide
from gartenjahr_tui.words.garden import ListsWords as words
from gartenjahr_tui.words.rhythm import WateringWords as watering_words
from gartenjahr_tui.workbook.values import links_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.cards import Cards
    from gartenjahr_tui.workbook.plain import Card

PARTNER = "partner"
"""Id of the screen „Partner“; the other screens with lists are the steps."""

WATERING = "watering"
"""Id of the watering plan."""


@dataclass(frozen=True)
class CardList:
    """A list of cards.

    Attributes:
        kind: Their kind.
        title: What stands above it and in the outline.
        lead: What it is for.
        line: Fields that stand beside the name.
        about: Id of the card whose list it is: only those that name it.
        keep: Which of them; None for all.
        section: The page a card is opened at; empty for its first.
        id: Tells it from another list of the same kind; empty for the usual one.
        order: Puts its cards into another order than that of their kind.
        tell: Says what stands beside the name, where that is more than fields.
    """

    kind: str
    title: str
    lead: str = ""
    line: tuple[str, ...] = ()
    about: str = ""
    keep: Callable[[Cards, Card], bool] | None = field(default=None, compare=False)
    section: str = ""
    id: str = ""
    order: Callable[[Cards, list[Card]], list[Card]] | None = field(default=None, compare=False)
    tell: Callable[[Cards, Card], list[str]] | None = field(default=None, compare=False)

    @property
    def name(self) -> str:
        """What it is called by commands."""
        return self.id or self.kind

    def found(self, cards: Cards, text: str = "") -> list[Card]:
        """The cards of the list whose line holds the words typed; all without any."""
        found = cards.search(self.kind, text, about=self.about)
        if self.keep:
            found = [card for card in found if self.keep(cards, card)]
        return self.order(cards, found) if self.order else found

    def deleted(self, cards: Cards) -> list[Card]:
        """The cards of the list that are put away, the latest first."""
        found = cards.deleted(self.kind)
        if self.about:
            links = cards.forms[self.kind].links
            found = [card for card in found if self.about in links_of(links, card.value)]
        return found

    def count(self, cards: Cards) -> int:
        """How many cards the list has; counted once until something changes."""
        return cards.once((self.kind, self.title, self.about), lambda: len(self.found(cards)))

    def beside(self, cards: Cards, card: Card) -> list[str]:
        """What stands beside the name of a card in this list."""
        return self.tell(cards, card) if self.tell else cards.line(card, self.line)

    def start(self, cards: Cards) -> dict[str, list[str]]:
        """What a new card of this list begins with: the link to the card it stands with."""
        return link_to(cards, self.kind, self.about)


def link_to(cards: Cards, kind: str, about: str) -> dict[str, list[str]]:
    """What a new card of a kind begins with beside another one: the link to it.

    Where its first page asks whom the other one names, as the partner of a partnership, it is
    said already.
    """
    other, form = cards.get(about), cards.forms[kind]
    if other is None or other.deleted:
        return {}
    links = [link for link in form.links if not link.columns]
    start = next(({link.id: [about]} for link in links if link.of == other.kind), {})
    if start:
        first = {field.id for prompt in form.sections[0].prompts for field in prompt.fields}
        for link in links:
            if link.id in first and link.id not in start:
                named = [
                    c.id
                    for own in cards.form(other).links
                    if own.of == link.of
                    for c in cards.named(other, own.id)
                ]
                start |= {link.id: named} if named else {}
    return start


def _list(form: CardForm, about: str = "") -> CardList:
    return CardList(form.id, form.items, form.lead, form.line, about)


def _watering_plan() -> CardList:
    return CardList(
        "partner",
        watering_words.TITLE,
        watering_words.LEAD,
        section="partner.giessen",
        id=WATERING,
        order=watering.by_thirst,
        tell=watering.tell,
    )


def lists_of(guide: Guide, place: str) -> tuple[CardList, ...]:
    """The lists of a step, or of :data:`PARTNER`: those of the forms that stand there."""
    found = [_list(form) for form in guide.forms.values() if form.place == place]
    if place == PARTNER:
        kinds = [each.kind for each in found]
        found.insert(kinds.index("partner") + 1, _watering_plan())
    if place == "ernten":
        found.insert(0, _basket(guide))
    if place == "ruhen":
        found.insert(0, _decisions())
    return tuple(found)


def _basket(guide: Guide) -> CardList:
    """The harvests that belong to no partnership yet."""
    return CardList(
        "harvest",
        words.BASKET,
        words.BASKET_LEAD,
        guide.forms["harvest"].line,
        keep=lambda _cards, card: not Harvest(card).partnership,
        section="harvest.was",
    )


def _decisions() -> CardList:
    return CardList(
        "partnership",
        words.DECIDE,
        words.DECIDE_LEAD,
        ("entscheidungen", "wachstum", "stufen", "lebensdauer"),
        keep=lambda _cards, card: Partnership(card).lives,
        section="partnership.entscheidung",
    )


def lists_with(cards: Cards, card: Card) -> tuple[CardList, ...]:
    """The lists that stand with a card: kinds that name it, and those its form always shows."""
    form = cards.form(card)
    kinds = [other.kind for other in cards.naming(card.id)]
    shown = (*form.related, *(kind for kind in kinds if kind not in form.related))
    return tuple(_list(cards.forms[kind], card.id) for kind in dict.fromkeys(shown))
