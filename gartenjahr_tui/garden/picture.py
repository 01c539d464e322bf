"""The picture of the garden: which plant stands in which bed, and how it is doing.

Plain data: the home screen paints it, and a copy lies among the settings for the first frame. So
nothing is imported for it at the start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.words.garden import PictureWords as words
from gartenjahr_tui.workbook import years

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

SIGNS = {"samenkorn": "·", "keim": "τ", "gruen": "¥", "pflanze": "♠", "frucht": "♣"}
"""How a plant looks, from seed to fruit; consoles with old fonts have these signs too."""

FIELDS = ("familien", "quartier", "beruf", "region", "gesundheit")
"""The fields of the guide; their beds are there before anything grows in them."""

WAITING = ("", "gefunden", "geprueft")
"""States of a seed about which nobody has decided yet."""


@dataclass(frozen=True)
class Plant:
    """A living partnership.

    Attributes:
        card: Id of its card.
        name: What it is called.
        growth: Id of its picture of growth.
        sign: How it looks.
        words: The same in words, and whether it is thirsty or has borne fruit this year.
        partners: Names of its partners, in one line.
    """

    card: str
    name: str
    growth: str
    sign: str
    words: str
    partners: str = ""


@dataclass(frozen=True)
class Bed:
    """The partnerships of a field of topic.

    Attributes:
        id: Id of the field; empty for those without one.
        name: What it is called.
        plants: What grows there, by name.
        more: How many more there are than are shown.
    """

    id: str
    name: str
    plants: tuple[Plant, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Picture:
    """The garden.

    Attributes:
        beds: The beds in the order of the form.
        partners: How many partners there are.
        seeds_in_bag: Seeds that were kept for later.
        seeds_waiting: Seeds about which nobody has decided yet.
        discarded: Seeds that were discarded.
        ended: Partnerships that have ended.
    """

    beds: tuple[Bed, ...] = ()
    partners: int = 0
    seeds_in_bag: int = 0
    seeds_waiting: int = 0
    discarded: int = 0
    ended: int = 0

    @property
    def compost(self) -> int:
        """What has come to an end and makes the soil better."""
        return self.discarded + self.ended

    @property
    def planted(self) -> bool:
        """Whether anything grows."""
        return any(bed.plants or bed.more for bed in self.beds)

    def first(self, most: int) -> Picture:
        """The same garden with no more than so many plants shown."""
        beds = []
        for bed in self.beds:
            shown = bed.plants[:most]
            most -= len(shown)
            beds.append(replace(bed, plants=shown, more=bed.more + len(bed.plants) - len(shown)))
        return replace(self, beds=tuple(beds))


def packed(picture: Picture) -> dict[str, Any]:
    """The picture as a setting holds it: exactly what comes back from JSON."""
    beds = [
        {**vars(bed), "plants": [list(vars(plant).values()) for plant in bed.plants]}
        for bed in picture.beds
    ]
    return {**asdict(replace(picture, beds=())), "beds": beds}


def unpacked(kept: dict[str, Any]) -> Picture:
    """The picture from a setting.

    Raises:
        KeyError: It is none.
        TypeError: It is none.
    """
    beds = (
        Bed(**{**bed, "plants": tuple(Plant(*plant) for plant in bed["plants"])})
        for bed in kept["beds"]
    )
    return Picture(**{**kept, "beds": tuple(beds)})


def picture(book: Workbook, year: int) -> Picture:
    """The garden as it stands, with the harvest of a year; looked through once until it changes."""
    when = ("picture", year, book.profile.start_month, book.today)
    return book.cards.once(when, lambda: _picture(book, year))


def _picture(book: Workbook, year: int) -> Picture:
    # The first frame has no cards to look at.
    from gartenjahr_tui.garden.kinds import Partner, Partnership, Seed, living

    cards = book.cards
    alive = living(cards)
    seeds = [Seed(seed).state for seed in cards.of(Seed.KIND)]
    return Picture(
        beds=tuple(_beds(book, alive, year)),
        partners=len(cards.of(Partner.KIND)),
        seeds_in_bag=seeds.count("aufgehoben"),
        seeds_waiting=sum(state in WAITING for state in seeds),
        discarded=seeds.count("verworfen"),
        ended=len(cards.of(Partnership.KIND)) - len(alive),
    )


def _beds(book: Workbook, living: list[Card], year: int) -> Iterator[Bed]:
    """The beds of the guide, and those of other fields where something grows."""
    from gartenjahr_tui.garden import watering
    from gartenjahr_tui.garden.kinds import Partnership

    cards, fields = book.cards, book.cards.forms[Partnership.KIND].fields
    field, growths = fields[Partnership.topic.id], fields[Partnership.growths.id]
    plants: dict[str, list[Plant]] = {option.id: [] for option in field.options}
    thirsty, bearing = {card.id for card in watering.thirsty(cards)}, _bearing(book, year)
    grown = cards.each(Partnership.KIND, _growth)
    for card in living:
        view, growth = Partnership(card), grown.get(card.id, "samenkorn")
        said = [growths.state_label(growth)]
        if not thirsty.isdisjoint(view.partners):
            said.append(words.THIRSTY)
        if card.id in bearing:
            said.append(words.HARVEST.format(year=book.year_label(year)))
        names = ", ".join(map(cards.name, view.partners))
        sign = SIGNS.get(growth, "·")
        plant = Plant(card.id, cards.title(card), growth, sign, ", ".join(said), names)
        plants.setdefault(view.topic, []).append(plant)
    for id, found in plants.items():
        option = field.option(id)
        if found or id in FIELDS:
            name = option.label if option else words.NO_BED
            yield Bed(id, name[:1].upper() + name[1:], tuple(found))


def _growth(card: Card) -> str:
    from gartenjahr_tui.garden.kinds import Partnership

    return Partnership(card).growth


def _bearing(book: Workbook, year: int) -> set[str]:
    """Ids of the partnerships with a harvest in a garden year."""
    from gartenjahr_tui.garden.kinds import Harvest

    first, end = (years.first_day(y, book.profile.start_month) for y in (year, year + 1))
    harvests = map(Harvest, book.cards.within(Harvest.KIND, first, end))
    return {id for harvest in harvests if harvest.on for id in harvest.partnership}
