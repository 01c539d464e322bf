"""The report of a garden year, from blocks that can be left out, and the paper for a committee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import figures
from gartenjahr_tui.garden.ahead import Matter, on_cards
from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.kinds import (
    Advocacy,
    Encounter,
    Harvest,
    Partner,
    Partnership,
    Seed,
    Thanks,
    living,
)
from gartenjahr_tui.reports import council
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Chart,
    Look,
    Paragraph,
    Series,
    bullets,
    facts,
    table,
    under,
)
from gartenjahr_tui.reports.handover import thanked
from gartenjahr_tui.reports.highlights import farewells, highlights
from gartenjahr_tui.reports.phrases import (
    brief,
    counted,
    counted_hours,
    first_of,
    joined,
    listed,
    named,
    shown,
)
from gartenjahr_tui.reports.press import press
from gartenjahr_tui.reports.report import YEAR, Part, Report, Scope
from gartenjahr_tui.reports.telling import (
    FigureMaker,
    NextStep,
    Stood,
    YearView,
    both_years,
    chart_years,
    view,
)
from gartenjahr_tui.reports.visitors import visitors, visits
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.garden import OverviewWords as names
from gartenjahr_tui.words.yearly import TellingWords
from gartenjahr_tui.words.yearly import YearlyWords as words
from gartenjahr_tui.workbook.dates import in_words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

MOST_NAMES = 12
"""Partners of one category that are named; of more the rest is counted."""

MOST_MOVED = 12
"""Changes of a state that are listed."""

LONGEST_SEED = 200
"""Characters of what is said about a seed."""


def _naming(scope: Scope) -> tuple[str, str]:
    label = scope.book.year_label(scope.year)
    return words.HEAD.format(year=label), scope.book.profile.library


# At a glance


def _glance(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    alive, partners = len(year.partnerships), len(year.partners_at_work)
    kinds = (("harvest", TellingWords.HARVESTS), ("encounter", TellingWords.ENCOUNTERS))
    found = ((len(year.within(kind)), sentences) for kind, sentences in kinds)
    done = listed(counted(count, *sentences) for count, sentences in found if count)
    standing = {
        "when": _when(year),
        "partnerships": counted(alive, *TellingWords.PARTNERSHIPS),
        "partners": counted(partners, *TellingWords.WITH_PARTNERS),
    }
    if alive and done:
        yield Paragraph(words.SUMMARY.format(done=done, **standing), Look.LEAD)
    elif alive:
        yield Paragraph(words.SUMMARY_QUIET.format(**standing), Look.LEAD)
    elif done:
        yield Paragraph(words.SUMMARY_DONE.format(done=done), Look.LEAD)
    elif not any(any(gather(scope)) for gather in (highlights, _partners, _resources, _thanks)):
        yield Paragraph(TellingWords.NOTHING, Look.LEAD)
    if year.present:
        yield Paragraph(words.AS_OF.format(day=in_words(scope.book.today)), Look.NOTE)


def _when(year: YearView) -> str:
    """What the end of the year is called."""
    return words.TODAY if year.present else words.AT_END


# Partners


def _partners(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    known = [stood.card for stood in year.partners]
    if not known:
        return
    yield Paragraph(" ".join(_about_partners(year, known)))
    option = scope.cards.forms["partner"].fields[Partner.category.id].option
    by_category = defaultdict[str, list[str]](list)
    for card in known:
        chosen = option(Partner(card).category)
        by_category[chosen.label if chosen else words.NO_CATEGORY].append(year.title(card))
    by_number = sorted(by_category.items(), key=lambda one: (-len(one[1]), one[0]))
    rows = ((kind, shown(len(n)), listed(n, MOST_NAMES)) for kind, n in by_number)
    columns = (words.CATEGORY, words.COUNT, words.NAMES)
    yield from table(columns, rows, words.PARTNERS_TABLE, {1})


def _about_partners(year: YearView, known: Sequence[Card]) -> Iterator[str]:
    one, many = words.ALL_PARTNERS
    yield counted(len(known), one.format(when=_when(year)), many.replace("{when}", _when(year)))
    met = {id for _, card in year.within("encounter") for id in Encounter(card).partners}
    count = sum(card.id in met for card in known)
    if count == len(known):
        yield words.MET_ALL if count > 1 else words.MET_ONLY
    elif count:
        yield counted(count, *words.MET_PARTNERS)
    new = [year.title(stood.card) for stood in year.partners if stood.before is None]
    if new and len(new) < len(known):
        yield words.NEW_PARTNERS.format(names=listed(new, MOST_NAMES))


# Then and now


def _then_and_now(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    yield from _image(year)
    yield from _stages(year)


def _image(year: YearView) -> Iterator[Block]:
    history = year.scope.cards.forms["partner"].fields[Partner.image.id]
    labels = [history.state_label(state) or words.NO_PHASE for state in figures.PHASES]
    yield from _compared(year, figures.phases, labels, words.PHASE, words.IMAGE_TABLE)
    short = dict(zip(figures.PHASES, names.PHASES, strict=True))
    yield from _moved(year, year.partners, Partner.image.id, short, words.MOVED_IMAGE)


def _stages(year: YearView) -> Iterator[Block]:
    stages = names.STAGE_NAMES
    yield from _compared(year, figures.stages, [*stages.values()], words.STAGE, words.STAGE_TABLE)
    yield from _moved(year, year.partnerships, Partnership.stage.id, stages, words.MOVED_STAGE)


def _compared(
    year: YearView, count: FigureMaker, labels: Sequence[str], head: str, caption: str
) -> Iterator[Block]:
    """Counts of the beginning and the end of a year, under their names."""
    counts = ((label, *both_years(year.scope, count, n)) for n, label in enumerate(labels))
    rows = ((label, shown(was), shown(now)) for label, was, now in counts if was or now)
    last = words.NOW if year.present else words.END
    yield from table((head, words.BEGINNING, last), rows, caption, {1, 2})


def _moved(
    year: YearView, stood: Iterable[Stood], field: str, labels: dict[str, str], lead: str
) -> Iterator[Block]:
    """Which cards have changed their state in a year."""
    moved = []
    for one in stood:
        before, after = (one.before or {}).get(field, ""), one.after[field]
        if before and after and before != after:
            said = {"before": labels[before], "after": labels[after]}
            moved.append(words.MOVED.format(name=year.title(one.card), **said))
    if moved:
        yield Paragraph(lead)
        yield Bullets(first_of(moved, MOST_MOVED, words.MORE_MOVED))


# Over the years


def _over_years(scope: Scope) -> Iterator[Block]:
    years = chart_years(scope.book, scope.year)
    makers: tuple[tuple[FigureMaker, str], ...] = (
        (figures.phases, words.PHASES_CHART),
        (figures.stages, words.STAGES_CHART),
        (figures.harvests, words.HARVESTS_CHART),
    )
    for make, title in makers:
        figure = make(scope.book, years)
        # A single year is no course of things; it stands in the tables already.
        if len(figure.grown) > 1:
            if view(scope).present:
                title = words.SO_FAR.format(title=title, year=scope.book.year_label(scope.year))
            yield _chart(scope, figure, title)


def _chart(scope: Scope, figure: Figure, title: str) -> Chart:
    rows = figure.grown
    label = scope.book.year_label
    counts = list(zip(*(values for _, values in rows), strict=True))
    named = zip(figure.columns, counts, strict=True)
    series = tuple(Series(name, values) for name, values in named if any(values))
    said = (
        words.ALT_ROW.format(year=label(year), counts=_in_alt(series, n))
        for n, (year, _) in enumerate(rows)
    )
    alt = words.ALT.format(title=title, rows="; ".join(said))
    return Chart(title, tuple(label(year) for year, _ in rows), series, alt, words.YEAR)


def _in_alt(series: Iterable[Series], n: int) -> str:
    return ", ".join(words.ALT_COUNT.format(name=s.name, count=s.values[n]) for s in series)


# Programmes and figures


def _programmes(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    yield from _year_in_figures(scope)
    harvests = year.within("harvest")
    told = (_harvest(year, day, card) for day, card in harvests)
    yield from under(words.WHAT_GREW, bullets(told))
    yield from visitors(visits(scope.cards, year.within("encounter"), harvests))
    yield from _counted_things(year, [card for _, card in harvests])
    voices = (voice for _, card in harvests for voice in _voices(card))
    yield from under(words.VOICES, (Paragraph(voice, Look.QUOTE) for voice in voices))


def _year_in_figures(scope: Scope) -> Iterator[Block]:
    sown, together = figures.SEED_STATES.index("gesaet"), figures.OUTCOMES.index("gemeinsam")
    came = figures.FIRST_STEPS.index("partner")
    rows = (
        (words.LIVING, *both_years(scope, figures.stages)),
        (words.KNOWN_PARTNERS, *both_years(scope, figures.phases)),
        (words.MET, *both_years(scope, figures.encounters)),
        (words.CAME_TO_US, *both_years(scope, figures.first_steps, came)),
        (words.HARVESTED, *both_years(scope, figures.harvests)),
        (words.SOWN, *both_years(scope, figures.seeds, sown)),
        (words.TOGETHER, *both_years(scope, figures.requests, together)),
        (words.THANKED, *both_years(scope, figures.thanks, 0)),
    )
    if grown := [row for row in rows if any(row[1:])]:
        yield council.beside_year_before(scope, grown, words.YEAR_IN_FIGURES)


def _harvest(year: YearView, day: date, card: Card) -> str:
    """„Name (Tag, mit wem): was entstanden ist“."""
    partners = year.partners_of(card, MOST_NAMES)
    with_whom = words.WITH.format(partners=partners) if partners else ""
    facts = joined(in_words(day), with_whom)
    head = words.HARVEST_HEAD.format(title=year.title(card), facts=facts)
    return joined(head, brief(Harvest(card).what), by=": ")


def _counted_things(year: YearView, harvests: Iterable[Card]) -> Iterator[Block]:
    """What was counted in the harvests, and the sums of what was counted more than once."""
    rows = [
        (what, number, year.title(card))
        for card in harvests
        for what, number in Harvest(card).numbers
        if number != ""
    ]
    columns = (words.COUNTED_WHAT, words.FIGURE, words.COUNTED_WHERE)
    said = ((what, shown(number), title) for what, number, title in rows)
    yield from table(columns, said, words.COUNTED, {1})
    numbers = defaultdict[str, list[float]](list)
    for what, number, _ in rows:
        if what and isinstance(number, int | float):
            numbers[folded(what)].append(number)
    spelled = {folded(what): what for what, _, _ in reversed(rows)}
    sums = (
        (spelled[key], shown(sum(found)), words.SUM_OF.format(count=len(found)))
        for key, found in numbers.items()
        if len(found) > 1
    )
    yield from table(columns, sums, words.SUMMED, {1})


def _press(scope: Scope) -> Iterator[Block]:
    yield from press(scope, (card for _, card in view(scope).within("harvest")))


def _voices(card: Card) -> Iterator[str]:
    for said, role in Harvest(card).quotes:
        if quote := brief(said).strip('„“”"»« '):
            yield (words.VOICE if role else words.VOICE_ONLY).format(quote=quote, role=role)


# Effect on resources


def _resources(scope: Scope) -> Iterator[Block]:
    rows = (row for row in view(scope).gained(team=True) if row[1])
    columns = (words.RESOURCE, words.GAINED, words.THROUGH)
    yield from table(columns, rows, words.RESOURCES_TABLE)
    if hours := _hours(scope):
        yield Paragraph(hours)
    yield from under(words.ADVOCATES, bullets(_advocacy(view(scope))))


def _hours(scope: Scope) -> str:
    """What living partnerships take; only today's hours are known."""
    year = view(scope)
    hours = [Partnership(stood.card).hours for stood in year.partnerships]
    if not year.present or not sum(hours):
        return ""
    said = words.HOURS.format(hours=counted_hours(sum(hours)))
    missing = sum(not number for number in hours)
    return joined(said, counted(missing, *words.HOURS_MISSING) if missing else "", by=" ")


def _advocacy(year: YearView) -> Iterator[str]:
    for day, card in year.within("advocacy"):
        spoken = Advocacy(card)
        if spoken.direction == "fuer-uns":
            what, effect = year.title(card), brief(spoken.effect) or brief(spoken.what)
            if effect:
                what = words.ADVOCACY_EFFECT.format(what=what, effect=effect)
            partners = listed(named(year.scope.cards, card, Advocacy.partners))
            form = words.ADVOCACY_BY if partners else words.ADVOCACY
            yield form.format(day=in_words(day), partners=partners, what=what)


# Thanks


def _thanks(scope: Scope) -> Iterator[Block]:
    rows = (
        (in_words(day), thanked(scope, card) or words.SOMEBODY, Thanks(card).reason)
        for day, card in view(scope).within("thanks")
        if Thanks(card).state == "erledigt"
    )
    yield from table((words.DAY, words.WHOM, words.WHAT_FOR), rows, words.THANKS_TABLE)


# Outlook


def _outlook(scope: Scope) -> Iterator[Block]:
    blocks = [*_plan(scope), *_ways(scope), *_sown(scope), *_own_words(scope)]
    if blocks and not view(scope).present:
        yield Paragraph(words.AS_OF.format(day=in_words(scope.book.today)), Look.LEAD)
    yield from blocks


def _plan(scope: Scope) -> Iterator[Block]:
    steps = sorted(_ahead(scope), key=lambda s: (s.day or date.max, s.what))
    rows = ((_until(scope, step), step.what, step.about) for step in steps)
    yield from table((words.UNTIL, words.STEP, words.ABOUT), rows, words.PLAN)


def _until(scope: Scope, step: NextStep) -> str:
    if step.day is None:
        return step.until or TellingWords.NO_DAY
    day = in_words(step.day)
    return words.LATE.format(day=day) if step.day < scope.book.today else day


def _ahead(scope: Scope) -> Iterator[NextStep]:
    """Open steps, milestones, evaluations and feasts; those without any day only of steps."""
    today = scope.book.today
    yield from view(scope).told.steps()
    for one in on_cards(scope.cards):
        form = _PLANNED.get(one.matter)
        if form and (one.day or one.said) and one.is_open(today):
            title = scope.cards.title(one.card)
            unnamed = words.UNNAMED_MILESTONE if one.matter is Matter.MILESTONE else title
            what = form.format(what=one.name or unnamed)
            about = "" if one.matter is Matter.FEAST else title
            yield NextStep(one.day, what, about, one.said)


_PLANNED = {
    Matter.MILESTONE: "{what}",
    Matter.EVALUATION: words.EVALUATION,
    Matter.NEXT_LEVEL: words.NEXT_LEVEL,
    Matter.FEAST: words.FEAST_STEP,
}
"""What stands in the work plan beside steps, and how it is said."""


def _ways(scope: Scope) -> Iterator[Block]:
    """What was decided in the year or since about partnerships that live now."""
    year, ways = view(scope), []
    for card in living(scope.cards):
        last = next(iter(Partnership(card).decisions), None)
        if last and last.day and last.day >= scope.first_day:
            ways.append(words.WAY.format(title=year.title(card), way=year.way(last.state)))
    yield from under(words.DECIDED, bullets(ways))


def _sown(scope: Scope) -> Iterator[Block]:
    seeds = []
    for card in scope.cards.of("seed"):
        if Seed(card).state == "gesaet":
            about = brief(Seed(card).about, LONGEST_SEED)
            seeds.append(joined(scope.cards.title(card), about, by=": "))
    yield from under(words.SEEDS, bullets(seeds))


def _own_words(scope: Scope) -> Iterator[Block]:
    rows = (
        (label, brief(answer.get(field, "")))
        for (prompt, field), label in words.OWN_ANSWERS.items()
        for answer in view(scope).told.answers(prompt, scope.year)
    )
    yield from under(words.OWN, facts(*rows))


YEARLY = Report(
    "jahresbericht",
    words.TITLE,
    words.LEAD,
    (
        Part("ueberblick", words.GLANCE, _glance, fixed=True, heading=False),
        Part("hoehepunkte", words.HIGHLIGHTS, highlights),
        Part("partner", words.PARTNERS, _partners),
        Part("damals", words.THEN_AND_NOW, _then_and_now),
        Part("verlauf", words.OVER_YEARS, _over_years),
        Part("programme", words.PROGRAMMES, _programmes),
        Part("abschiede", words.FAREWELLS, farewells),
        Part("presse", words.PRESS, _press),
        Part("ressourcen", words.RESOURCES, _resources),
        Part("dank", words.THANKS, _thanks),
        Part("ausblick", words.OUTLOOK, _outlook),
    ),
    _naming,
    (YEAR,),
    TellingWords.STAYS,
    guide=True,
)

REPORTS = (YEARLY, council.COUNCIL)
"""The report of a year, and the paper for a committee."""
