"""The paper for a committee: two pages at most, and no private person is named in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import figures
from gartenjahr_tui.reports.asks import YEAR
from gartenjahr_tui.reports.document import Block, Bullets, Look, Paragraph, Table
from gartenjahr_tui.reports.phrases import brief, counted, counted_hours, listed, sentence, shown
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.telling import figure_rows, view
from gartenjahr_tui.words.yearly import CouncilWords as words
from gartenjahr_tui.words.yearly import TellingWords, YearlyWords
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.reports.telling import YearView
    from gartenjahr_tui.workbook.plain import Card

MOST = 5
"""Partnerships, harvests and decisions that are told; it must stay two pages in every font."""

LONGEST = 130
"""Characters of what is said about one of them."""

MOST_PARTNERS = 3
"""Partners of a partnership that are named."""

MOST_GAINS = 4
"""Gains that are told."""

RESOURCES = ("geld", "raum", "personal", "dinge")
"""Fields of a harvest about what the library has gained."""


def _naming(scope: Scope) -> tuple[str, str]:
    library = scope.book.profile.library
    title = words.HEAD_OF.format(library=library) if library else words.HEAD
    return title, words.SUBTITLE.format(year=scope.book.year_label(scope.year))


def _about(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    living = [stood.card for stood in year.partnerships]
    if not living:
        empty = not any(year.within(kind) for kind in ("harvest", "encounter"))
        yield Paragraph(TellingWords.NOTHING if empty else words.INTRO_NONE)
        return
    yield Paragraph(
        words.INTRO.format(
            partnerships=counted(len(living), *words.PARTNERSHIPS),
            partners=counted(len(year.partners_at_work), *TellingWords.WITH_PARTNERS),
        )
    )
    # A line that speaks of a single one more could as well name it.
    shown_ones = living if len(living) == MOST + 1 else living[:MOST]
    yield Bullets(tuple(_partnership(year, card) for card in shown_ones))
    if rest := len(living) - len(shown_ones):
        yield Paragraph(words.MORE_PARTNERSHIPS.format(count=shown(rest)))


def _partnership(year: YearView, card: Card) -> str:
    partners = listed(year.told.titles(card, "partner"), MOST_PARTNERS)
    about = year.told.text(card, "worum") or year.told.text(card, "ziele")
    form = words.PARTNERSHIP if about else words.PARTNERSHIP_SHORT
    if not partners:
        form = words.PARTNERSHIP_ALONE if about else "{title}"
    title = year.told.title(card)
    return _open(year, form.format(title=title, partners=partners, about=brief(about, LONGEST)))


def _open(year: YearView, text: str) -> str:
    return year.told.without_people(text)


def _achieved(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    points = []
    for day, card in year.within("harvest")[-MOST:]:
        what = year.told.text(card, "was", LONGEST)
        form = words.HARVEST_WHAT if what else words.HARVEST
        title = sentence(year.told.title(card)) if what else year.told.title(card)
        point = form.format(day=in_words(day), title=title, what=what)
        points.append(_open(year, point))
    if points:
        yield Bullets(tuple(points))


def _costs(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    if not year.partnerships:
        return
    hours = sum(scope.cards.number(stood.card, "stunden") for stood in year.partnerships)
    # Only today's hours are known.
    known = hours and year.present
    effort = words.HOURS.format(hours=counted_hours(hours)) if known else words.HOURS_UNKNOWN
    yield Bullets((effort, words.MONEY, *list(_gains(year))[:MOST_GAINS]))


def _gains(year: YearView) -> Iterator[str]:
    for field in RESOURCES:
        for _, card in year.within("harvest"):
            if text := year.told.text(card, field, LONGEST):
                kind, title = YearlyWords.RESOURCE_NAMES[field], year.told.title(card)
                yield _open(year, words.GAIN.format(kind=kind, what=text, through=title))


def _figures(scope: Scope) -> Iterator[Block]:
    number = scope.year
    years = (number - 1, number)
    stages = figure_rows(figures.stages(scope.book, years))
    harvests = figure_rows(figures.harvests(scope.book, years))
    phases = figure_rows(figures.phases(scope.book, years))
    reliable = figures.PHASES.index("3")
    before, now = years
    rows = (
        (words.LIVING, sum(stages[before]), sum(stages[now])),
        (words.HARVESTED, sum(harvests[before]), sum(harvests[now])),
        (words.RELIABLE, phases[before][reliable], phases[now][reliable]),
    )
    if any(was or is_now for _, was, is_now in rows):
        yield beside_year_before(scope, rows, words.FIGURES_TABLE)


def beside_year_before(scope: Scope, rows: Iterable[tuple[str, int, int]], caption: str) -> Table:
    """Counts of the year, and beside them those of the year before.

    Args:
        scope: The year.
        rows: What is counted, and how often: the year before, this year.
        caption: What the table is called.
    """
    label = scope.book.year_label
    before = YearlyWords.BEFORE.format(year=label(scope.year - 1))
    said = tuple((name, shown(now), shown(was)) for name, was, now in rows)
    return Table((YearlyWords.FIGURE, label(scope.year), before), said, caption, frozenset({1, 2}))


def _decisions(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    field = scope.cards.forms["partnership"].fields["entscheidungen"]
    found = []
    for day, card, entry in year.decisions():
        # What stands in brackets is the picture; a committee wants the plain word.
        way = field.state_label(entry["weg"]).partition(" (")[0]
        text = words.DECISION_DAY.format(title=year.told.title(card), way=way, day=in_words(day))
        found.append((day, _open(year, text)))
    if found:
        yield Bullets(tuple(text for _, text in sorted(found)[-MOST:]))


def _request(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.REQUEST_TEXT, Look.BODY)


COUNCIL = Report(
    "ratsvorlage",
    words.TITLE,
    words.LEAD,
    (
        Part("worum", words.ABOUT, _about, fixed=True),
        Part("erreicht", words.ACHIEVED, _achieved),
        Part("kosten", words.COSTS, _costs),
        Part("zahlen", words.FIGURES, _figures),
        Part("entscheidungen", words.DECISIONS, _decisions),
        Part("bitte", words.REQUEST, _request),
    ),
    _naming,
    (YEAR,),
    (*words.STAYS, *TellingWords.STAYS),
    guide=True,
)
