"""The note of a quarter: half a page from one check-in that was brought to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import happened
from gartenjahr_tui.garden.ahead import STEP_KINDS, step_open
from gartenjahr_tui.garden.checkin import KIND
from gartenjahr_tui.garden.figures import states_before
from gartenjahr_tui.garden.kinds import RoundCard, Step
from gartenjahr_tui.reports.asks import about
from gartenjahr_tui.reports.document import Block, Bullets, Facts, Look, Paragraph
from gartenjahr_tui.reports.phrases import first_of, shown
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.telling import NextStep, telling
from gartenjahr_tui.words.garden import OverviewWords as names
from gartenjahr_tui.words.yearly import QuarterlyWords as words
from gartenjahr_tui.words.yearly import TellingWords
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.dates import day_of, in_words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

MOST_ROWS = 8
"""Partnerships that are told one by one; of more only the numbers are said."""

MOST_STEPS = 6
"""Next steps that are listed."""

LONGEST = 240
"""Characters of an answer; the note is half a page."""

ANSWERS = (
    ("freude", words.JOY),
    ("durst", words.THIRST),
    ("lassen", words.REST),
    ("notiz", words.NOTE),
)
"""Answers of a check-in and what they are called."""

FURTHEST_FIRST = (*reversed([stage for stage in names.STAGE_NAMES if stage]), "")
"""The stages; what nobody has placed yet comes last."""

DAY = timedelta(days=1)


def _round(scope: Scope) -> Card | None:
    """The check-in it is about; None when there is none."""
    card = scope.cards.get(scope.chosen.get("ueber", ""))
    return card if card and card.kind == KIND else None


def _naming(scope: Scope) -> tuple[str, str]:
    card = _round(scope)
    if card is None:
        return words.TITLE, scope.book.profile.library
    parts = (scope.book.profile.library, in_words(_end(scope, card)))
    title = words.HEAD.format(title=telling(scope).title(card))
    return title, " · ".join(filter(None, parts))


def _end(scope: Scope, card: Card) -> date:
    """The day a check-in was finished."""
    values = (card.value.get("fertig_am"), card.value.get("am"))
    return next((day for value in values if (day := day_of(value))), scope.book.today)


def _since(scope: Scope, card: Card) -> date:
    """The first day of what is told: after the check-in before, or of the quarter."""
    end = _end(scope, card)
    others = (c for c in scope.cards.of(KIND) if RoundCard(c).finished and c.id != card.id)
    days = (day_of(other.value.get("fertig_am")) for other in others)
    earlier = [day for day in days if day and day < end]
    if earlier:
        return max(earlier) + DAY
    return years.quarter_start(end, scope.book.profile.start_month)


def _happened(scope: Scope) -> Iterator[Block]:
    card = _round(scope)
    if card is None:
        yield Paragraph(words.NONE, Look.LEAD)
        return
    since, until = _since(scope, card), _end(scope, card)
    found = happened.lines(scope.book, since, until)
    sentence = words.SINCE if found else words.QUIET_TIME
    yield Paragraph(sentence.format(since=in_words(since), until=in_words(until)))
    if found:
        yield Bullets(tuple(found))


def _stands(scope: Scope) -> Iterator[Block]:
    """Where the living partnerships stood on the day of the check-in."""
    card = _round(scope)
    if card is None:
        return
    found = list(_standing(scope, _end(scope, card) + DAY))
    if len(found) > MOST_ROWS:
        growth = {**names.GROWTH_NAMES, "": words.NOT_PLACED}
        yield Paragraph(_counts(words.STAGE, names.STAGE_NAMES, [one.stage for one in found]))
        yield Paragraph(_counts(words.GROWTH, growth, [one.growth for one in found]))
    elif found:
        yield Facts(tuple(_by_stage(found)))


@dataclass(frozen=True)
class Standing:
    """Where a partnership stood; a state this program does not know is none.

    Attributes:
        title: What it is called.
        stage: How far it had come.
        growth: Its picture of growth.
    """

    title: str
    stage: str
    growth: str


def _standing(scope: Scope, before: date) -> Iterator[Standing]:
    """Where the living partnerships stood on the eve of a day, by name."""
    for card in telling(scope).of("partnership"):
        states = states_before(scope.book, card, before)
        if states is not None:
            stage, growth = states["stufen"], states["wachstum"]
            yield Standing(
                telling(scope).title(card),
                stage if stage in names.STAGE_NAMES else "",
                growth if growth in names.GROWTH_NAMES else "",
            )


def _by_stage(found: Sequence[Standing]) -> Iterator[tuple[str, str]]:
    """What each stage is called and who stood there, the furthest first."""
    for stage in FURTHEST_FIRST:
        there = [_grown(one.title, one.growth) for one in found if one.stage == stage]
        if there:
            yield names.STAGE_NAMES[stage], ", ".join(there)


def _grown(title: str, growth: str) -> str:
    """The name of a partnership with its picture of growth."""
    if not growth:
        return title
    return words.GROWN.format(title=title, growth=names.GROWTH_NAMES[growth])


def _counts(what: str, labels: dict[str, str], states: list[str]) -> str:
    number = Counter(states)
    said = (
        words.COUNT.format(name=name, count=shown(number[state]))
        for state, name in labels.items()
        if number[state]
    )
    return words.COUNTS.format(what=what, counts=", ".join(said))


def _steps(scope: Scope) -> Iterator[Block]:
    card = _round(scope)
    if card is None:
        return
    # The same step may stand in the look and in an encounter.
    lines = [*dict.fromkeys(_step_lines(scope, card))]
    if lines:
        yield Bullets(first_of(lines, MOST_STEPS, words.MORE_STEPS))
    if following := day_of(card.value.get("naechster")):
        yield Paragraph(words.NEXT.format(day=in_words(following)))


def _step_lines(scope: Scope, card: Card) -> Iterator[str]:
    """Steps agreed on in the check-in, and those that were agreed on before and lie ahead."""
    end = _end(scope, card)
    agreed = [look for look in scope.cards.naming(card.id, "checkup") if look.value.get("schritt")]
    own = {look.id for look in agreed}
    other = (c for kind in STEP_KINDS for c in telling(scope).of(kind) if c.id not in own)
    for other_card in other:
        made, day = Step(other_card).on, Step(other_card).until
        if made and day and made <= end <= day and step_open(scope.cards, other_card):
            agreed.append(other_card)
    steps = [(telling(scope).step(one), Step(one).state == "offen") for one in agreed]
    for step, is_open in sorted(steps, key=lambda one: (one[0].day or date.max, one[0].what)):
        line = _step(step)
        yield line if is_open else words.DONE.format(step=line)


def _step(step: NextStep) -> str:
    day = in_words(step.day) if step.day else words.NO_DAY
    form = words.STEP_ABOUT if step.about else words.STEP
    return form.format(day=day, what=step.what, about=step.about)


def _answers(scope: Scope) -> Iterator[Block]:
    card = _round(scope)
    if card is None:
        return
    texts = ((label, telling(scope).text(card, id, LONGEST)) for id, label in ANSWERS)
    rows = tuple((label, text) for label, text in texts if text)
    if rows:
        yield Facts(rows)


REPORTS = (
    Report(
        "quartalsnotiz",
        words.TITLE,
        words.LEAD,
        (
            Part("antworten", words.ANSWERS, _answers, heading=False),
            Part("geschehen", words.HAPPENED, _happened),
            Part("stand", words.STANDS, _stands),
            Part("schritte", words.STEPS, _steps),
        ),
        _naming,
        (about(KIND, words.ABOUT, words.NONE, lambda _book, card: RoundCard(card).finished),),
        TellingWords.STAYS,
        guide=True,
    ),
)
"""The note of a quarter."""
