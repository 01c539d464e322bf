"""The note of a quarter: half a page from one check-in that was brought to its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import happened
from gartenjahr_tui.garden.ahead import STEP_KINDS, step_open
from gartenjahr_tui.garden.checkin import KIND
from gartenjahr_tui.garden.figures import states_before
from gartenjahr_tui.garden.kinds import CheckInCard, Partnership, RoundCard, Step
from gartenjahr_tui.reports.document import Block, Bullets, Look, Paragraph, bullets, facts
from gartenjahr_tui.reports.phrases import brief, first_of, joined, shown, with_remark
from gartenjahr_tui.reports.report import Gather, Part, Report, Scope, about
from gartenjahr_tui.reports.telling import NextStep, telling
from gartenjahr_tui.words.garden import OverviewWords as names
from gartenjahr_tui.words.yearly import QuarterlyWords as words
from gartenjahr_tui.words.yearly import TellingWords
from gartenjahr_tui.workbook import years
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

MOST_ROWS = 8
"""Partnerships that are told one by one; of more only the numbers are said."""

MOST_STEPS = 6
"""Next steps that are listed."""

LONGEST = 240
"""Characters of an answer; the note is half a page."""

ANSWERS = (
    (CheckInCard.joy, words.JOY),
    (CheckInCard.thirst, words.THIRST),
    (CheckInCard.rest, words.REST),
    (CheckInCard.note, words.NOTE),
)
"""Answers of a check-in and what they are called."""

FURTHEST_FIRST = (*reversed([stage for stage in names.STAGE_NAMES if stage]), "")
"""The stages; what nobody has placed yet comes last."""

DAY = timedelta(days=1)


def _round(scope: Scope) -> Card | None:
    """The check-in it is about; None when there is none."""
    return scope.cards.get(scope.chosen.get("ueber", ""))


def _of_round(gather: Callable[[Scope, Card], Iterator[Block]]) -> Gather:
    """What is told of the check-in; nothing while there is none."""
    return lambda scope: gather(scope, card) if (card := _round(scope)) else ()


def _naming(scope: Scope) -> tuple[str, str]:
    if not (card := _round(scope)):
        return words.TITLE, scope.book.profile.library
    title = words.HEAD.format(title=scope.cards.title(card))
    return title, joined(scope.book.profile.library, in_words(_end(scope, card)), by=" · ")


def _end(scope: Scope, card: Card) -> date:
    """The day a check-in was finished."""
    return RoundCard(card).finished_on or RoundCard(card).on or scope.book.today


def _since(scope: Scope, card: Card) -> date:
    """The first day of what is told: after the check-in before, or of the quarter."""
    end = _end(scope, card)
    days = (RoundCard(other).finished_on for other in scope.cards.of(KIND) if other.id != card.id)
    earlier = [day for day in days if day and day < end]
    if earlier:
        return max(earlier) + DAY
    return years.quarter_start(end, scope.book.profile.start_month)


def _happened(scope: Scope) -> Iterator[Block]:
    if not (card := _round(scope)):
        yield Paragraph(words.NONE, Look.LEAD)
        return
    since, until = _since(scope, card), _end(scope, card)
    found = happened.lines(scope.book, since, until)
    sentence = words.SINCE if found else words.QUIET_TIME
    yield Paragraph(sentence.format(since=in_words(since), until=in_words(until)))
    yield from bullets(found)


def _stands(scope: Scope, card: Card) -> Iterator[Block]:
    """Where the living partnerships stood on the day of the check-in."""
    found = list(_standing(scope, _end(scope, card) + DAY))
    if len(found) > MOST_ROWS:
        growth = {**names.GROWTH_NAMES, "": words.NOT_PLACED}
        yield Paragraph(_counts(words.STAGE, names.STAGE_NAMES, [stage for _, stage, _ in found]))
        yield Paragraph(_counts(words.GROWTH, growth, [grown for *_, grown in found]))
    else:
        yield from facts(*_by_stage(found))


Standing = tuple[str, str, str]
"""Where a partnership stood: what it is called, how far it had come, its picture of growth."""


def _standing(scope: Scope, before: date) -> Iterator[Standing]:
    """Where the living partnerships stood on the eve of a day, by name."""
    for card in scope.cards.of("partnership"):
        if states := states_before(scope.book, card, before):
            stage, growth = states[Partnership.stage.id], states[Partnership.growth.id]
            yield scope.cards.title(card), stage, growth


def _by_stage(found: Sequence[Standing]) -> Iterator[tuple[str, str]]:
    """What each stage is called and who stood there, the furthest first."""
    for stage in FURTHEST_FIRST:
        there = (
            with_remark(name, names.GROWTH_NAMES[grown] if grown else "")
            for name, at, grown in found
            if at == stage
        )
        yield names.STAGE_NAMES[stage], joined(*there)


def _counts(what: str, labels: dict[str, str], states: list[str]) -> str:
    number = Counter(states)
    said = (
        words.COUNT.format(name=name, count=shown(number[state]))
        for state, name in labels.items()
        if number[state]
    )
    return words.COUNTS.format(what=what, counts=", ".join(said))


def _steps(scope: Scope, card: Card) -> Iterator[Block]:
    # The same step may stand in the look and in an encounter.
    lines = [*dict.fromkeys(_step_lines(scope, card))]
    if lines:
        yield Bullets(first_of(lines, MOST_STEPS, words.MORE_STEPS))
    if following := CheckInCard(card).next_day:
        yield Paragraph(words.NEXT.format(day=in_words(following)))


def _step_lines(scope: Scope, card: Card) -> Iterator[str]:
    """Steps agreed on in the check-in, and those that were agreed on before and lie ahead."""
    end = _end(scope, card)
    agreed = [look for look in scope.cards.naming(card.id, "checkup") if Step(look).step]
    own = {look.id for look in agreed}
    other = (c for kind in STEP_KINDS for c in scope.cards.of(kind) if c.id not in own)
    for other_card in other:
        made, day = Step(other_card).on, Step(other_card).until
        if made and day and made <= end <= day and step_open(scope.cards, other_card):
            agreed.append(other_card)
    steps = [(telling(scope).step(one), Step(one).state == "offen") for one in agreed]
    for step, is_open in sorted(steps, key=lambda one: (one[0].day or date.max, one[0].what)):
        line = _step(step)
        yield line if is_open else words.DONE.format(step=line)


def _step(step: NextStep) -> str:
    day = in_words(step.day) if step.day else step.until or words.NO_DAY
    form = words.STEP_ABOUT if step.about else words.STEP
    return form.format(day=day, what=step.what, about=step.about)


def _answers(_scope: Scope, card: Card) -> Iterator[Block]:
    view = CheckInCard(card)
    yield from facts(*((label, brief(field.of(view), LONGEST)) for field, label in ANSWERS))


def _legend(_scope: Scope, _card: Card) -> Iterator[Block]:
    """What the words of the garden mean, for those who have none."""
    stages = [name for id, name in names.STAGE_NAMES.items() if id]
    text = words.LEGEND.format(
        growth=", ".join(names.GROWTH_NAMES.values()), stages=", ".join(stages)
    )
    yield Paragraph(text, Look.NOTE)


REPORTS = (
    Report(
        "quartalsnotiz",
        words.TITLE,
        words.LEAD,
        (
            Part("antworten", words.ANSWERS, _of_round(_answers), heading=False),
            Part("geschehen", words.HAPPENED, _happened),
            Part("stand", words.STANDS, _of_round(_stands)),
            Part("schritte", words.STEPS, _of_round(_steps)),
            Part("woerter", words.WORDS, _of_round(_legend), heading=False),
        ),
        _naming,
        (about(KIND, words.ABOUT, words.NONE, lambda card: RoundCard(card).finished),),
        TellingWords.STAYS,
        guide=True,
    ),
)
"""The note of a quarter."""
