"""A few figures above a list of cards: quiet, in words, and quick even in a big garden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden_words import Overview as words
from gartenjahr_tui.workbook.advice import days_dry, last_seen
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.lists import lives
from gartenjahr_tui.workbook.values import history, shown_day
from gartenjahr_tui.workbook.years import first_day, year_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

MOST_YEARS = 4
"""Garden years that are compared."""

PHASES = ("1", "2", "3", "")
"""Phases of the library's image, and none yet."""

Overview = Callable[["Workbook", list["Card"]], list[str]]


def lines(book: Workbook, kind: str) -> list[str]:
    """Some figures about all cards of a kind, as German lines; none when there are no cards."""
    cards = book.cards.of(kind)
    overview = _OVERVIEWS.get(kind)
    return overview(book, cards) if overview and cards else []


def _year_of(book: Workbook, text: str) -> int | None:
    """The garden year of a kept day; None when it is no day."""
    day = day_of(text)
    return year_of(day, book.profile.start_month) if day else None


def _this_year(book: Workbook) -> int:
    """The garden year it is by the calendar."""
    return year_of(book.today, book.profile.start_month)


def _in_this_year(book: Workbook, cards: Iterable[Card]) -> int:
    """How many of some cards have their date in this garden year."""
    year, month = _this_year(book), book.profile.start_month
    start, end = first_day(year, month).isoformat(), first_day(year + 1, month).isoformat()
    # ISO days are in order as text, so a big garden need not parse all of them.
    days = (card.value.get("am", "") for card in cards)
    return sum(1 for day in days if start <= day < end and day_of(day))


def _counts(found: Mapping[str, int], names: Mapping[str, str]) -> str:
    """„Keim 2 · Pflanze 1“, without what there is none of."""
    items = (
        words.ITEM.format(label=name, count=found[id])
        for id, name in names.items()
        if found.get(id)
    )
    return words.JOIN.join(items)


def _request(book: Workbook, cards: list[Card]) -> list[str]:
    years: dict[int, Counter[str]] = {}
    for card in cards:
        year = _year_of(book, card.value.get("am", ""))
        if year is not None:
            years.setdefault(year, Counter())[card.value.get("ausgang", "offen")] += 1
    year = _this_year(book)
    now = years.get(year, Counter())
    waiting = words.WAITING.format(count=now["offen"]) if now["offen"] else ""
    found = [
        words.RATIO.format(
            year=book.year_label(year),
            alone=now["erledigt"],
            together=now["gemeinsam"],
            waiting=waiting,
        )
    ]
    earlier = [
        words.YEAR_RATIO.format(
            year=book.year_label(number), alone=one["erledigt"], together=one["gemeinsam"]
        )
        for number, one in sorted(years.items(), reverse=True)
        if number < year
    ]
    if earlier:
        found.append(words.BEFORE.format(years=words.JOIN.join(earlier[:MOST_YEARS])))
    return found


def _partner(book: Workbook, cards: list[Card]) -> list[str]:
    found = _images(book, cards)
    seen = last_seen(book.cards)
    if thirsty := sum(days_dry(book.cards, partner, seen)[1] for partner in cards):
        found.append(words.THIRSTY_ONE if thirsty == 1 else words.THIRSTY.format(count=thirsty))
    return found


def _images(book: Workbook, cards: list[Card]) -> list[str]:
    """How many partners see the library in which phase, as of the end of each garden year."""
    field = book.guide.forms["partner"].fields["bild"]
    images = [
        [(shown_day(entry), entry["phase"]) for entry in history(field, card.value)]
        for card in cards
    ]
    months = {day[:7] for image in images for day, _ in image}
    if not months:
        return []
    this_year = _this_year(book)
    years = {year for month in months if (year := _year_of(book, f"{month}-01")) is not None}
    years = {year for year in years if year < this_year} | {this_year}
    rows = []
    for year in sorted(years)[-MOST_YEARS:]:
        end = first_day(year + 1, book.profile.start_month) - timedelta(days=1)
        last = end.isoformat()
        found = Counter[str]()
        for card, image in zip(cards, images, strict=True):
            phase = next((phase for day, phase in image if day <= last), "")
            # Whom nobody knew then is not missing an estimate of then.
            if phase or card.created_at is None or card.created_at.date() <= end:
                found[phase] += 1
        rows.append((book.year_label(year), *(str(found[phase]) for phase in PHASES)))
    return [words.IMAGE, *_table([(words.YEAR, *words.PHASES), *rows])]


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
    living = [card for card in cards if lives(book.cards, card)]
    found = [words.LIVING.format(count=len(living))]
    if living:
        stages = Counter(book.cards.state(card, "stufen") for card in living)
        growth = Counter(book.cards.state(card, "wachstum") for card in living)
        found.append(words.STAGES.format(counts=_counts(stages, words.STAGE_NAMES)))
        if text := _counts(growth, words.GROWTH_NAMES):
            found.append(words.GROWTH.format(counts=text))
    return found


def _seed(book: Workbook, cards: list[Card]) -> list[str]:
    states = Counter(book.cards.state(card, "verlauf") for card in cards)
    text = _counts(states, words.SEED_NAMES)
    return [text] if text else []


def _harvest(book: Workbook, cards: list[Card]) -> list[str]:
    year = book.year_label(_this_year(book))
    found = words.HARVESTED.format(year=year, count=_in_this_year(book, cards))
    loose = sum(not book.cards.named(card, "kooperation") for card in cards)
    basket = words.BASKET.format(count=loose)
    return [words.JOIN.join([found, basket]) if loose else found]


def _thanks(book: Workbook, cards: list[Card]) -> list[str]:
    done = sum(card.value.get("stand") == "erledigt" for card in cards)
    return [words.THANKED.format(open=len(cards) - done, done=done)]


def _encounter(book: Workbook, cards: list[Card]) -> list[str]:
    year = book.year_label(_this_year(book))
    return [words.MET.format(year=year, count=_in_this_year(book, cards))]


_OVERVIEWS: dict[str, Overview] = {
    "seed": _seed,
    "request": _request,
    "partner": _partner,
    "encounter": _encounter,
    "partnership": _partnership,
    "harvest": _harvest,
    "thanks": _thanks,
}
