"""A few figures above a list of cards: quiet, in words, and quick even in a big garden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import figures, watering
from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.kinds import Partnership, Seed, Thanks, partnerships_of
from gartenjahr_tui.words.garden import OverviewWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

MOST_YEARS = 4
"""Garden years that are compared."""

Overview = Callable[["Workbook", list["Card"]], list[str]]


def lines(book: Workbook, kind: str) -> list[str]:
    """Some figures about all cards of a kind, as German lines; none when there are no cards."""
    cards = book.cards.of(kind)
    overview = _OVERVIEWS.get(kind)
    return overview(book, cards) if overview and cards else []


def _counts(found: Mapping[str, int], names: Mapping[str, str]) -> str:
    """„Keim 2 · Pflanze 1“, without what there is none of."""
    there = ((name, found[id]) for id, name in names.items() if found.get(id))
    return words.JOIN.join(words.ITEM.format(label=name, count=count) for name, count in there)


def _request(book: Workbook, cards: list[Card]) -> list[str]:
    rows = figures.requests(book, figures.years_of(book)).rows
    _, (alone, together, open) = rows[-1]
    waiting = words.WAITING.format(count=open) if open else ""
    year = book.year_label(rows[-1][0])
    found = [words.RATIO.format(year=year, alone=alone, together=together, waiting=waiting)]
    earlier = [
        words.YEAR_RATIO.format(year=book.year_label(number), alone=alone, together=together)
        for number, (alone, together, open) in reversed(rows[:-1])
        if alone or together or open
    ]
    if earlier:
        found.append(words.BEFORE.format(years=words.JOIN.join(earlier[:MOST_YEARS])))
    return found


def _partner(book: Workbook, cards: list[Card]) -> list[str]:
    found = _images(book)
    if thirsty := len(watering.thirsty(book.cards)):
        found.append(words.THIRSTY_ONE if thirsty == 1 else words.THIRSTY.format(count=thirsty))
    return found


def _images(book: Workbook) -> list[str]:
    """How many partners see the library in which phase, as of the end of the latest years."""
    rows = figures.phases(book, figures.latest_years(book, MOST_YEARS)).rows
    # Before the first estimate there is nothing to compare.
    known = next((n for n, (_, counts) in enumerate(rows) if any(counts[:-1])), None)
    if known is None:
        return []
    lines = [(book.year_label(year), *map(str, counts)) for year, counts in rows[known:]]
    return [words.IMAGE, *_table([(words.YEAR, *words.PHASES), *lines])]


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows of a text table: the first column to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            [row[0].ljust(widths[0])]
            + [text.rjust(width) for text, width in zip(row[1:], widths[1:], strict=True)]
        )
        for row in rows
    ]


def _partnership(book: Workbook, cards: list[Card]) -> list[str]:
    living = [view for view in map(Partnership, cards) if view.lives]
    found = [words.LIVING.format(count=len(living))]
    if living:
        stages = Counter[str](view.stage for view in living)
        growth = Counter[str](view.growth for view in living)
        found.append(words.STAGES.format(counts=_counts(stages, words.STAGE_NAMES)))
        if text := _counts(growth, words.GROWTH_NAMES):
            found.append(words.GROWTH.format(counts=text))
    return found


def _seed(book: Workbook, cards: list[Card]) -> list[str]:
    states = Counter[str](Seed(card).state for card in cards)
    text = _counts(states, words.SEED_NAMES)
    return [text] if text else []


def _harvest(book: Workbook, cards: list[Card]) -> list[str]:
    year, count = _this_year(book, figures.harvests)
    found = words.HARVESTED.format(year=year, count=count)
    loose = sum(not partnerships_of(book.cards, card) for card in cards)
    basket = words.BASKET.format(count=loose)
    return [words.JOIN.join([found, basket]) if loose else found]


def _this_year(
    book: Workbook, figure: Callable[[Workbook, Sequence[int]], Figure]
) -> tuple[str, int]:
    """Label and count of the present garden year."""
    year, (count,) = figure(book, figures.latest_years(book, 1)).rows[0]
    return book.year_label(year), count


def _thanks(book: Workbook, cards: list[Card]) -> list[str]:
    done = sum(Thanks(card).state == "erledigt" for card in cards)
    return [words.THANKED.format(open=len(cards) - done, done=done)]


def _encounter(book: Workbook, cards: list[Card]) -> list[str]:
    year, count = _this_year(book, figures.encounters)
    return [words.MET.format(year=year, count=count)]


_OVERVIEWS: dict[str, Overview] = {
    "seed": _seed,
    "request": _request,
    "partner": _partner,
    "encounter": _encounter,
    "partnership": _partnership,
    "harvest": _harvest,
    "thanks": _thanks,
}
