"""The paper for a committee, in the form of its papers: what is proposed first, then the reasons.

Two pages at most, in words a council knows; no private person is named in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import figures
from gartenjahr_tui.garden.kinds import Encounter, Harvest, Partnership
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Paragraph,
    Table,
    bullets,
)
from gartenjahr_tui.reports.phrases import (
    brief,
    counted,
    counted_hours,
    joined,
    listed,
    sentence,
    shown,
    spelled,
)
from gartenjahr_tui.reports.places import choice, day, line, the_library
from gartenjahr_tui.reports.report import YEAR, Gather, Part, Report, Scope
from gartenjahr_tui.reports.telling import both_years, telling, view
from gartenjahr_tui.text import sort_key
from gartenjahr_tui.words.yearly import CouncilWords as words
from gartenjahr_tui.words.yearly import TellingWords, YearlyWords
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.reports.telling import YearView
    from gartenjahr_tui.workbook.plain import Card

MOST = 5
"""Partnerships, harvests and decisions that are told; it must stay two pages in every font."""

LONGEST = 150
"""Characters of what is said about one of them."""

MOST_PARTNERS = 3
"""Partners of a partnership that are named."""

MOST_NAMED = 6
"""Further partnerships that are named at all."""

MOST_GAINS = 4
"""Gains that are told."""


def _naming(scope: Scope) -> tuple[str, str]:
    label = scope.book.year_label(scope.year)
    library = scope.book.profile.library
    kind = scope.filled.get("vorlagenart") or words.HEAD
    return kind, joined(library, words.SUBTITLE.format(year=label), by=words.DOT)


def _is_empty(scope: Scope) -> bool:
    year = view(scope)
    noted = any(year.within(kind) for kind in ("harvest", "encounter"))
    return not noted and not year.partnerships


def _told(gather: Gather) -> Gather:
    """What is told of a year of which anything is noted."""
    return lambda scope: () if _is_empty(scope) else gather(scope)


def _head(scope: Scope) -> Iterator[Block]:
    label = scope.book.year_label(scope.year)
    writer = the_library(scope, "leitung").head
    asked = (
        line("betreff", words.SUBJECT, words.SUBJECT_TEXT.format(year=label)),
        line("gremium", words.BODY),
        day("sitzung", words.SESSION),
        choice("vorlagenart", words.KIND, *words.KINDS),
        line("aktenzeichen", words.FILE_NUMBER),
    )
    written = line("verfasst", words.WRITTEN_BY, joined(scope.book.profile.library, writer))
    yield Facts(
        (
            *((place.field.label, scope.line(place)) for place in asked),
            (words.DATE, spelled(scope.book.today)),
            (words.WRITTEN_BY, scope.line(written)),
        )
    )


def _proposal(scope: Scope) -> Iterator[Block]:
    label = scope.book.year_label(scope.year)
    proposed = words.PROPOSAL_TEXT.format(year=label)
    yield Paragraph(scope.line(line("beschluss", words.PROPOSAL, proposed)))


def _about(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    living = _liveliest_first(year)
    if not living:
        yield Paragraph(TellingWords.NOTHING if _is_empty(scope) else words.INTRO_NONE)
        return
    intro = words.INTRO.format(
        partnerships=counted(len(living), *words.PARTNERSHIPS),
        partners=counted(len(year.partners_at_work), *TellingWords.WITH_PARTNERS),
    )
    rest = living[MOST:]
    if rest:
        intro = f"{intro} {words.CHOSEN.format(count=MOST, all=shown(len(living)))}"
    yield Paragraph(intro)
    yield Bullets(tuple(_partnership(year, card) for card in living[:MOST]))
    if rest:
        names = listed(map(year.title, rest), MOST_NAMED)
        yield Paragraph(year.told.without_people(words.MORE_PARTNERSHIPS.format(names=names)))


def _liveliest_first(year: YearView) -> list[Card]:
    """The living partnerships, those with the most encounters in the year first."""
    met: Counter[str] = Counter()
    for _, card in year.within("encounter"):
        met.update(set(Encounter(card).partnerships))
    living = [stood.card for stood in year.partnerships]
    return sorted(living, key=lambda card: (-met[card.id], sort_key(year.title(card))))


def _partnership(year: YearView, card: Card) -> str:
    partners = year.partners_of(card, MOST_PARTNERS)
    about = Partnership(card).about or Partnership(card).aims
    form = words.PARTNERSHIP if about else words.PARTNERSHIP_SHORT
    if not partners:
        form = words.PARTNERSHIP_ALONE if about else "{title}"
    said = form.format(title=year.title(card), partners=partners, about=brief(about, LONGEST))
    return year.told.without_people(said)


def _latest(count: int, what: str) -> Iterator[Block]:
    """That only the latest of something are told."""
    if count > MOST:
        yield Paragraph(words.LATEST.format(count=MOST, all=shown(count), what=what))


def _achieved(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    points = []
    for day_, card in (harvests := year.within("harvest"))[-MOST:]:
        what, title = brief(Harvest(card).what, LONGEST), year.title(card)
        form = words.HARVEST_WHAT if what else words.HARVEST
        title = sentence(title) if what else title
        points.append(form.format(day=in_words(day_), title=title, what=what))
    yield from _latest(len(harvests), words.RESULTS)
    yield from bullets(map(year.told.without_people, points))


def _costs(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    hours = sum(Partnership(stood.card).hours for stood in year.partnerships)
    # Only today's hours are known.
    known = words.HOURS.format(hours=counted_hours(hours)) if hours and year.present else ""
    asked = (
        line("sachkosten", words.MATERIAL),
        line("personalkosten", words.STAFF, known),
        line("folgekosten", words.FOLLOWING),
        line("einnahmen", words.INCOME),
        choice("haushalt", words.BUDGET, *words.IN_BUDGET),
    )
    rows = tuple((place.field.label, scope.line(place)) for place in asked)
    yield Table(words.COST_COLUMNS, rows)


def _climate(scope: Scope) -> Iterator[Block]:
    said = scope.place(choice("klima", words.CLIMATE, *words.EFFECTS))
    yield Paragraph(sentence(said[:1].upper() + said[1:]) or words.UNDERLINE)


def _gains(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    found = [(kind, what, through) for kind, what, through in year.gained() if what]
    if len(found) > MOST_GAINS:
        yield Paragraph(words.FIRST.format(count=MOST_GAINS, all=shown(len(found))))
    lines = (
        words.GAIN.format(kind=kind, what=brief(what, LONGEST), through=through)
        for kind, what, through in found[:MOST_GAINS]
    )
    yield from bullets(map(year.told.without_people, lines))


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
    for on, card, decision, _ in year.decisions():
        title, way = year.title(card), words.WAYS[decision]
        text = words.DECISION_DAY.format(title=title, way=way, day=in_words(on))
        found.append((on, year.told.without_people(text)))
    yield from _latest(len(found), words.DECIDED)
    yield from bullets(text for _, text in sorted(found)[-MOST:])


COUNCIL = Report(
    "ratsvorlage",
    words.TITLE,
    words.LEAD,
    (
        Part("kopf", words.HEAD_PART, _told(_head), fixed=True, heading=False),
        Part("bitte", words.PROPOSAL, _told(_proposal)),
        Part("worum", words.ABOUT, _about, fixed=True),
        Part("erreicht", words.ACHIEVED, _achieved),
        Part("zahlen", words.FIGURES, _figures),
        Part("entscheidungen", words.DECISIONS, _decisions),
        Part("gewinn", words.GAINS, _gains, wanted=False),
        Part("kosten", words.COSTS, _told(_costs)),
        Part("klima", words.CLIMATE, _told(_climate)),
    ),
    _naming,
    (YEAR,),
    words.STAYS,
    guide=True,
    notes=lambda scope: telling(scope).hidden.account(),
)
