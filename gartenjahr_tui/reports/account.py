"""The account of one partnership: aims, results, what came differently and why, how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Encounter, Harvest, Partnership
from gartenjahr_tui.guide.model import Option
from gartenjahr_tui.outlet import Ask
from gartenjahr_tui.reports.document import (
    Block,
    Look,
    Paragraph,
    Table,
    WritingSpace,
    bullets,
    facts,
    lean_table,
    under,
)
from gartenjahr_tui.reports.handover import open_milestones, open_steps
from gartenjahr_tui.reports.phrases import (
    brief,
    counted_hours,
    joined,
    library,
    listed,
    on_day,
    option_in,
    shown,
    spelled,
)
from gartenjahr_tui.reports.press import press
from gartenjahr_tui.reports.report import YEAR, Part, Report, Scope, about
from gartenjahr_tui.reports.sharing import partners_of, role_rows
from gartenjahr_tui.reports.telling import Days, dated
from gartenjahr_tui.reports.visitors import visitors, visits
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.sharing import SharingWords
from gartenjahr_tui.words.yearly import AccountWords as words
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import short_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

ALL = "alles"
"""The choice of no single year."""


def _periods(book: Workbook) -> list[Option]:
    return [Option(ALL, words.ALL), *YEAR.options(book)]


PERIOD = Ask("jahr", words.PERIOD, _periods)
"""The whole time, or a garden year."""


def _whole(scope: Scope) -> bool:
    return scope.chosen.get("jahr", ALL) == ALL


def _within(scope: Scope, kept: object) -> bool:
    """Whether a kept day lies in the period; one nobody knows lies in the whole time only."""
    return _whole(scope) or scope.within(kept if isinstance(kept, date) else day_of(kept))


def _of_kind(scope: Scope, kind: str) -> Days:
    """The dated cards of a kind that name the partnership, in the period, by day."""
    found = dated(scope.cards, scope.cards.naming(scope.about.id, kind))
    return [(day, card) for day, card in found if _within(scope, day)]


def _head(scope: Scope) -> Iterator[Block]:
    view = Partnership(scope.about)
    yield from facts(
        (words.CARRIED_BY, library(scope.book)),
        (words.WITH, listed(partners_of(scope))),
        (words.PERIOD_FACT, _period(scope, view)),
    )


def _period(scope: Scope, view: Partnership) -> str:
    today = scope.book.today
    begin: date | None
    if _whole(scope):
        begin, end = view.begin, view.ended_on or view.end
    else:
        begin, end = scope.first_day, date.fromordinal(scope.next_year.toordinal() - 1)
    if not begin:
        return words.UNTIL.format(end=spelled(end)) if end else ""
    over = end is not None and end <= today
    form = words.SPAN if over else words.SO_FAR
    return form.format(begin=spelled(begin), end=spelled(end if over else today))


def _aims(scope: Scope) -> Iterator[Block]:
    view = Partnership(scope.about)
    yield from (Paragraph(text) for text in (view.about.strip(), view.aims.strip()) if text)


def _results(scope: Scope) -> Iterator[Block]:
    """Each goal beside what was found out about it, with room for what came differently."""
    view = Partnership(scope.about)
    found: dict[str, list[str]] = {}
    for kept, goal, value in view.collected:
        if value and _within(scope, kept):
            found.setdefault(folded(goal), []).append(joined(spelled(kept), brief(value), by=": "))
    rows = [
        (brief(goal), brief(seen_by), "\n".join(found.pop(folded(goal), ())), "")
        for goal, seen_by, *_ in view.evaluating
        if goal
    ]
    if rows:
        yield Table(words.GOAL_COLUMNS, tuple(rows), tall=True)
    rest = (line for lines in found.values() for line in lines)
    yield from under(words.MORE_RESULTS, bullets(rest))


def _course(scope: Scope) -> Iterator[Block]:
    field = scope.cards.forms["partnership"].fields[Partnership.planned.id]
    planned = sorted(Partnership(scope.about).planned, key=lambda one: day_of(one[0]) or date.max)
    rows = (
        (spelled(kept), brief(what), option_in(field, "stand", state))
        for kept, what, state in planned
        if _within(scope, kept)
    )
    yield from lean_table(words.COURSE_COLUMNS, rows)


def _grew(scope: Scope) -> Iterator[Block]:
    harvests = _of_kind(scope, Harvest.KIND)
    rows = []
    for day, card in harvests:
        numbers = (
            words.COUNTED.format(what=what, number=shown(number))
            for what, number in Harvest(card).numbers
            if what and number != ""
        )
        result = joined(brief(Harvest(card).what), *numbers, by="\n")
        rows.append((spelled(day), scope.cards.title(card), result))
    yield from lean_table(words.HARVEST_COLUMNS, rows)
    yield from visitors(visits(scope.cards, _of_kind(scope, Encounter.KIND), harvests))


def _different(scope: Scope) -> Iterator[Block]:
    """What was postponed, what was hard as far as it was looked back on, and room for reasons."""
    view = Partnership(scope.about)
    late = (
        joined(spelled(one.kept), one.name, by=": ")
        for one in view.milestones
        if one.state == "verschoben" and _within(scope, one.kept)
    )
    yield from under(words.POSTPONED, bullets(late))
    for kept, hard in view.hindered:
        if hard and _within(scope, kept):
            yield Paragraph(hard)
    yield WritingSpace(3, words.REASONS)


def _publicity(scope: Scope) -> Iterator[Block]:
    found = [*press(scope, (card for _, card in _of_kind(scope, Harvest.KIND)))]
    yield from found or [Paragraph(words.NO_PUBLICITY, Look.NOTE)]


def _shares(scope: Scope) -> Iterator[Block]:
    yield from lean_table(SharingWords.ROLE_COLUMNS, role_rows(scope, scope.about))
    if hours := Partnership(scope.about).hours:
        yield Paragraph(words.HOURS.format(hours=counted_hours(hours)))


def _going_on(scope: Scope) -> Iterator[Block]:
    card = scope.about
    ahead = (*open_milestones(scope, card), *open_steps(scope, card))
    field = scope.cards.form(card).fields[Partnership.decision.id]
    yield from facts(
        (words.DECIDED, short_text(field, card.value)),
        (words.PLANNED_END, on_day(card, Partnership.end)),
        (words.NEXT, "\n".join(ahead)),
    )


ACCOUNT = Report(
    "sachbericht",
    words.TITLE,
    words.LEAD,
    (
        Part("angaben", words.HEAD, _head, fixed=True, heading=False),
        Part("ziele", words.AIMS, _aims),
        Part("ergebnisse", words.RESULTS, _results),
        Part("verlauf", words.COURSE, _course),
        Part("entstanden", words.GREW, _grew),
        Part("abweichungen", words.DIFFERENT, _different),
        Part("oeffentlichkeit", words.PUBLICITY, _publicity),
        Part("beitraege", words.SHARES, _shares),
        Part("weiter", words.GOING_ON, _going_on),
    ),
    lambda scope: (words.HEADING.format(title=scope.cards.title(scope.about)), ""),
    (
        about("partnership", SharingWords.PARTNERSHIP, SharingWords.NO_PARTNERSHIP, must=True),
        PERIOD,
    ),
    words.STAYS,
)

REPORTS: tuple[Report, ...] = (ACCOUNT,)
