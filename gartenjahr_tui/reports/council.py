"""The paper for a committee: two pages at most, and no private person is named in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import figures
from gartenjahr_tui.garden.kinds import Harvest, Partnership
from gartenjahr_tui.reports.document import Block, Bullets, Paragraph, Table, bullets
from gartenjahr_tui.reports.phrases import brief, counted, counted_hours, sentence, shown
from gartenjahr_tui.reports.report import YEAR, Part, Report, Scope
from gartenjahr_tui.reports.telling import both_years, view
from gartenjahr_tui.text import shortened
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
    partners = year.partners_of(card, MOST_PARTNERS)
    about = Partnership(card).about or Partnership(card).aims
    form = words.PARTNERSHIP if about else words.PARTNERSHIP_SHORT
    if not partners:
        form = words.PARTNERSHIP_ALONE if about else "{title}"
    said = form.format(title=year.title(card), partners=partners, about=brief(about, LONGEST))
    return year.told.without_people(said)


def _achieved(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    points = []
    for day, card in year.within("harvest")[-MOST:]:
        what, title = brief(Harvest(card).what, LONGEST), year.title(card)
        form = words.HARVEST_WHAT if what else words.HARVEST
        title = sentence(title) if what else title
        points.append(form.format(day=in_words(day), title=title, what=what))
    yield from bullets(map(year.told.without_people, points))


def _costs(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    if not year.partnerships:
        return
    hours = sum(Partnership(stood.card).hours for stood in year.partnerships)
    # Only today's hours are known.
    known = hours and year.present
    effort = words.HOURS.format(hours=counted_hours(hours)) if known else words.HOURS_UNKNOWN
    yield Bullets((effort, words.MONEY, *list(_gains(year))[:MOST_GAINS]))


def _gains(year: YearView) -> Iterator[str]:
    for kind, what, through in year.gained():
        if text := shortened(what, LONGEST):
            said = words.GAIN.format(kind=kind, what=text, through=through)
            yield year.told.without_people(said)


def _figures(scope: Scope) -> Iterator[Block]:
    reliable = figures.PHASES.index("3")
    rows = (
        (words.LIVING, *both_years(scope, figures.stages)),
        (words.HARVESTED, *both_years(scope, figures.harvests)),
        (words.RELIABLE, *both_years(scope, figures.phases, reliable)),
    )
    if any(was or now for _, was, now in rows):
        yield beside_year_before(scope, rows, words.FIGURES_TABLE)


def beside_year_before(scope: Scope, rows: Iterable[tuple[str, int, int]], caption: str) -> Table:
    """What was counted, and how often: first the year before, then this year."""
    label = scope.book.year_label
    before = YearlyWords.BEFORE.format(year=label(scope.year - 1))
    said = tuple((name, shown(now), shown(was)) for name, was, now in rows)
    return Table((YearlyWords.FIGURE, label(scope.year), before), said, caption, frozenset({1, 2}))


def _decisions(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    found = []
    for day, card, decision, _ in year.decisions():
        way, title = year.way(decision), year.title(card)
        text = words.DECISION_DAY.format(title=title, way=way, day=in_words(day))
        found.append((day, year.told.without_people(text)))
    yield from bullets(text for _, text in sorted(found)[-MOST:])


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
        Part("bitte", words.REQUEST, lambda scope: [Paragraph(words.REQUEST_TEXT)]),
    ),
    _naming,
    (YEAR,),
    (*words.STAYS, *TellingWords.STAYS),
    guide=True,
)
