"""The report of a garden year, from blocks that can be left out, and the paper for a committee."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import figures
from gartenjahr_tui.garden.ahead import Matter, on_cards
from gartenjahr_tui.garden.figures import Figure
from gartenjahr_tui.garden.kinds import ENDING, Partnership
from gartenjahr_tui.reports import council
from gartenjahr_tui.reports.asks import YEAR
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Chart,
    Facts,
    Heading,
    Look,
    Paragraph,
    Series,
    Table,
)
from gartenjahr_tui.reports.phrases import (
    brief,
    counted,
    counted_hours,
    first_of,
    listed,
    shown,
    whom,
)
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.telling import NextStep, Stood, YearView, chart_years, figure_rows, view
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.garden import OverviewWords as names
from gartenjahr_tui.words.yearly import TellingWords
from gartenjahr_tui.words.yearly import YearlyWords as words
from gartenjahr_tui.workbook.dates import day_of, in_words
from gartenjahr_tui.workbook.values import history, shown_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

MOST_NAMES = 12
"""Partners of one category that are named; of more the rest is counted."""

MOST_MOVED = 12
"""Changes of a state that are listed."""

LONGEST_SEED = 200
"""Characters of what is said about a seed."""

TEAM_RESOURCES = ("geld", "raum", "personal", "sachmittel")
"""What the library has gained, in the team's own answer."""


def _naming(scope: Scope) -> tuple[str, str]:
    label = scope.book.year_label(scope.year)
    return words.HEAD.format(year=label), scope.book.profile.library


# At a glance


def _glance(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    living, partners = len(year.partnerships), len(year.partners_at_work)
    kinds = (("harvest", TellingWords.HARVESTS), ("encounter", TellingWords.ENCOUNTERS))
    found = ((len(year.within(kind)), sentences) for kind, sentences in kinds)
    done = listed(counted(count, *sentences) for count, sentences in found if count)
    standing = {
        "when": _when(year),
        "partnerships": counted(living, *TellingWords.PARTNERSHIPS),
        "partners": counted(partners, *TellingWords.WITH_PARTNERS),
    }
    if living and done:
        yield Paragraph(words.SUMMARY.format(done=done, **standing), Look.LEAD)
    elif living:
        yield Paragraph(words.SUMMARY_QUIET.format(**standing), Look.LEAD)
    elif done:
        yield Paragraph(words.SUMMARY_DONE.format(done=done), Look.LEAD)
    elif not any(any(gather(scope)) for gather in (_highlights, _partners, _resources, _thanks)):
        yield Paragraph(TellingWords.NOTHING, Look.LEAD)
    if year.present:
        yield Paragraph(words.AS_OF.format(day=in_words(scope.book.today)), Look.NOTE)


def _when(year: YearView) -> str:
    """What the end of the year is called."""
    return words.TODAY if year.present else words.AT_END


# Highlights


def _highlights(scope: Scope) -> Iterator[Block]:
    events = sorted(_events(view(scope)))
    rows = tuple((in_words(day), text) for day, text in events)
    if rows:
        yield Table((words.DAY, words.WHAT), rows)


def _events(year: YearView) -> Iterator[tuple[date, str]]:
    told, scope = year.told, year.scope
    for day, harvest in year.within("harvest"):
        yield day, words.HARVEST.format(title=told.title(harvest))
    for day, feast in year.within("feast"):
        if day <= scope.book.today:
            place = told.text(feast, "ort")
            sentence = words.FEAST_AT if place else words.FEAST
            yield day, sentence.format(title=told.title(feast), place=place)
    for partnership in told.of("partnership"):
        yield from _milestones(year, partnership)
    for day, partnership, entry in year.decisions():
        yield day, _decision(year, partnership, entry)


def _milestones(year: YearView, partnership: Card) -> Iterator[tuple[date, str]]:
    for entry in partnership.value.get("meilensteine", ()):
        day = day_of(entry.get("am"))
        if day and year.scope.within(day) and entry.get("stand") == "erreicht" and entry.get("was"):
            title = year.told.title(partnership)
            yield day, words.MILESTONE.format(what=brief(entry["was"]), title=title)


def _decision(year: YearView, partnership: Card, entry: Mapping[str, Any]) -> str:
    field = year.scope.cards.forms["partnership"].fields["entscheidungen"]
    way, why = field.state_label(entry["weg"]), brief(entry.get("warum"))
    sentence = words.DECISION_WHY if why else words.DECISION
    return sentence.format(title=year.told.title(partnership), way=way, why=why)


# Partners


def _partners(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    known = [stood.card for stood in year.partners]
    if not known:
        return
    yield Paragraph(" ".join(_about_partners(year, known)))
    option = scope.cards.forms["partner"].fields["kategorie"].option
    by_category = defaultdict[str, list[str]](list)
    for card in known:
        chosen = option(str(card.value.get("kategorie", "")))
        by_category[chosen.label if chosen else words.NO_CATEGORY].append(year.told.title(card))
    by_number = sorted(by_category.items(), key=lambda one: (-len(one[1]), one[0]))
    rows = tuple((kind, shown(len(n)), listed(n, MOST_NAMES)) for kind, n in by_number)
    columns = (words.CATEGORY, words.COUNT, words.NAMES)
    yield Table(columns, rows, words.PARTNERS_TABLE, frozenset({1}))


def _about_partners(year: YearView, known: Sequence[Card]) -> Iterator[str]:
    one, many = words.ALL_PARTNERS
    yield counted(len(known), one.format(when=_when(year)), many.replace("{when}", _when(year)))
    met = {id for _, e in year.within("encounter") for id in e.value.get("partner", ())}
    count = sum(card.id in met for card in known)
    if count == len(known):
        yield words.MET_ALL if count > 1 else words.MET_ONLY
    elif count:
        yield counted(count, *words.MET_PARTNERS)
    new = [year.told.title(stood.card) for stood in year.partners if stood.before is None]
    if new and len(new) < len(known):
        yield words.NEW_PARTNERS.format(names=listed(new, MOST_NAMES))


# Then and now


def _then_and_now(scope: Scope) -> Iterator[Block]:
    year = view(scope)
    yield from _image(year)
    yield from _stages(year)


def _image(year: YearView) -> Iterator[Block]:
    history_field = year.scope.cards.forms["partner"].fields["bild"]
    labels = [history_field.state_label(state) or words.NO_PHASE for state in figures.PHASES]
    yield from _compared(year, figures.phases, labels, (words.PHASE, words.IMAGE_TABLE))
    short = dict(zip(figures.PHASES, names.PHASES, strict=True))
    yield from _moved(year, year.partners, "bild", short, words.MOVED_IMAGE)


def _stages(year: YearView) -> Iterator[Block]:
    labels = list(names.STAGE_NAMES.values())
    yield from _compared(year, figures.stages, labels, (words.STAGE, words.STAGE_TABLE))
    yield from _moved(year, year.partnerships, "stufen", names.STAGE_NAMES, words.MOVED_STAGE)
    ended = list(_ended(year))
    if ended:
        yield Paragraph(words.ENDED.format(names=listed(ended, MOST_NAMES)))


FigureMaker = Callable[[Any, Sequence[int]], Figure]


def _compared(
    year: YearView, count: FigureMaker, labels: Sequence[str], about: tuple[str, str]
) -> Iterator[Block]:
    """Counts of the beginning and the end of a year.

    Args:
        year: The year.
        count: Makes the figure.
        labels: What the counts are called.
        about: Head of the first column, caption.
    """
    number = year.scope.year
    found = figure_rows(count(year.scope.book, (number - 1, number)))
    before, after = found[number - 1], found[number]
    counts = zip(labels, before, after, strict=True)
    rows = tuple((label, shown(was), shown(now)) for label, was, now in counts if was or now)
    if rows:
        last = words.NOW if year.present else words.END
        head, caption = about
        yield Table((head, words.BEGINNING, last), rows, caption, frozenset({1, 2}))


def _moved(
    year: YearView, stood: Iterable[Stood], field: str, labels: dict[str, str], lead: str
) -> Iterator[Block]:
    """Which cards have changed their state in a year."""
    moved = []
    for one in stood:
        before, after = (one.before or {}).get(field, ""), one.after[field]
        if before in labels and after in labels and "" not in (before, after) and before != after:
            title = year.told.title(one.card)
            moved.append(words.MOVED.format(name=title, before=labels[before], after=labels[after]))
    if moved:
        yield Paragraph(lead)
        yield Bullets(first_of(moved, MOST_MOVED, words.MORE_MOVED))


def _ended(year: YearView) -> Iterator[str]:
    """Names of the partnerships that ended in the year."""
    living = {stood.card.id for stood in year.partnerships}
    ended = {card.id for _, card, entry in year.decisions() if entry["weg"] in ENDING} - living
    for card in year.told.of("partnership"):
        if card.id in ended:
            yield year.told.title(card)


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
    if not harvests:
        return
    yield Heading(words.WHAT_GREW, 2)
    yield Bullets(tuple(_harvest(year, day, card) for day, card in harvests))
    yield from _counted_things(year, [card for _, card in harvests])
    voices = tuple(voice for _, card in harvests for voice in _voices(card))
    if voices:
        yield Heading(words.VOICES, 2)
        yield from (Paragraph(voice, Look.QUOTE) for voice in voices)


def _year_in_figures(scope: Scope) -> Iterator[Block]:
    book, number = scope.book, scope.year
    years = (number - 1, number)

    def counts(make: FigureMaker, column: int | None = None) -> tuple[int, int]:
        found = figure_rows(make(book, years))
        before, now = (found[year] for year in years)
        return (sum(before), sum(now)) if column is None else (before[column], now[column])

    rows = (
        (words.LIVING, counts(figures.stages)),
        (words.KNOWN_PARTNERS, counts(figures.phases)),
        (words.MET, counts(figures.encounters)),
        (words.HARVESTED, counts(figures.harvests)),
        (words.SOWN, counts(figures.seeds, figures.SEED_STATES.index("gesaet"))),
        (words.TOGETHER, counts(figures.requests, figures.OUTCOMES.index("gemeinsam"))),
        (words.THANKED, counts(figures.thanks, 0)),
    )
    grown = [(name, was, now) for name, (was, now) in rows if was or now]
    if grown:
        yield council.beside_year_before(scope, grown, words.YEAR_IN_FIGURES)


def _harvest(year: YearView, day: date, card: Card) -> str:
    """„Name (Tag, mit wem): was entstanden ist“."""
    partners = listed(year.told.titles(card, "partner"), MOST_NAMES)
    facts = [in_words(day), words.WITH.format(partners=partners) if partners else ""]
    head = words.HARVEST_HEAD.format(
        title=year.told.title(card), facts=", ".join(filter(None, facts))
    )
    return ": ".join(filter(None, [head, year.told.text(card, "was")]))


def _counted_things(year: YearView, harvests: Iterable[Card]) -> Iterator[Block]:
    """What was counted in the harvests, and the sums of what was counted more than once."""
    rows = [
        (brief(entry.get("was")), entry["zahl"], year.told.title(card))
        for card in harvests
        for entry in card.value.get("zahlen", ())
        if entry.get("zahl") not in (None, "")
    ]
    if not rows:
        return
    columns = (words.COUNTED_WHAT, words.FIGURE, words.COUNTED_WHERE)
    said = tuple((what, shown(number), title) for what, number, title in rows)
    yield Table(columns, said, words.COUNTED, frozenset({1}))
    numbers = defaultdict[str, list[float]](list)
    for what, number, _ in rows:
        if what and isinstance(number, int | float):
            numbers[folded(what)].append(number)
    spelled = {folded(what): what for what, _, _ in reversed(rows)}
    sums = tuple(
        (spelled[key], shown(sum(found)), words.SUM_OF.format(count=len(found)))
        for key, found in numbers.items()
        if len(found) > 1
    )
    if sums:
        yield Table(columns, sums, words.SUMMED, frozenset({1}))


def _voices(card: Card) -> Iterator[str]:
    for entry in card.value.get("zitate", ()):
        quote, role = brief(entry.get("zitat")).strip('„“”"»« '), brief(entry.get("rolle"))
        if quote:
            yield (words.VOICE if role else words.VOICE_ONLY).format(quote=quote, role=role)


# Effect on resources


def _resources(scope: Scope) -> Iterator[Block]:
    rows = tuple(_gained(scope))
    if rows:
        columns = (words.RESOURCE, words.GAINED, words.THROUGH)
        yield Table(columns, rows, words.RESOURCES_TABLE)
    if hours := _hours(scope):
        yield Paragraph(hours)
    advocates = tuple(_advocacy(scope))
    if advocates:
        yield Heading(words.ADVOCATES, 2)
        yield Bullets(advocates)


def _gained(scope: Scope) -> Iterator[tuple[str, str, str]]:
    """Kind of resource, what was gained, through what; kind by kind."""
    year = view(scope)
    harvests = [card for _, card in year.within("harvest")]
    answers = list(year.told.answers("ernten.ressourcen", scope.year, done=False))
    for own, team in zip(council.RESOURCES, TEAM_RESOURCES, strict=True):
        for card in harvests:
            if text := year.told.text(card, own):
                yield words.RESOURCE_NAMES[own], text, year.told.title(card)
        for answer in answers:
            if text := brief(answer.get(team)):
                yield words.RESOURCE_NAMES[team], text, words.BY_TEAM


def _hours(scope: Scope) -> str:
    """What living partnerships take; only today's hours are known."""
    year = view(scope)
    if not year.present:
        return ""
    hours = [scope.cards.number(stood.card, "stunden") for stood in year.partnerships]
    if not sum(hours):
        return ""
    said = [words.HOURS.format(hours=counted_hours(sum(hours)))]
    if missing := sum(not number for number in hours):
        said.append(counted(missing, *words.HOURS_MISSING))
    return " ".join(said)


def _advocacy(scope: Scope) -> Iterator[str]:
    told = view(scope).told
    for day, card in view(scope).within("advocacy"):
        if card.value.get("richtung") != "fuer-uns":
            continue
        what, effect = told.title(card), told.text(card, "wirkung") or told.text(card, "was")
        if effect:
            what = words.ADVOCACY_EFFECT.format(what=what, effect=effect)
        partners = listed(told.names(card, "partner"))
        form = words.ADVOCACY_BY if partners else words.ADVOCACY
        yield form.format(day=in_words(day), partners=partners, what=what)


# Thanks


def _thanks(scope: Scope) -> Iterator[Block]:
    told = view(scope).told
    rows = tuple(
        (
            in_words(day),
            whom(told.names(card, "personen"), told.names(card, "organisation")) or words.SOMEBODY,
            told.text(card, "wofuer"),
        )
        for day, card in view(scope).within("thanks")
        if card.value.get("stand") == "erledigt"
    )
    if rows:
        yield Table((words.DAY, words.WHOM, words.WHAT_FOR), rows, words.THANKS_TABLE)


# Outlook


def _outlook(scope: Scope) -> Iterator[Block]:
    blocks = [*_plan(scope), *_ways(scope), *_sown(scope), *_own_words(scope)]
    if blocks and not view(scope).present:
        yield Paragraph(words.AS_OF.format(day=in_words(scope.book.today)), Look.LEAD)
    yield from blocks


def _plan(scope: Scope) -> Iterator[Block]:
    steps = sorted(_ahead(scope), key=lambda s: (s.day or date.max, s.what))
    rows = tuple((_until(scope, step), step.what, step.about) for step in steps)
    if rows:
        yield Table((words.UNTIL, words.STEP, words.ABOUT), rows, words.PLAN)


def _until(scope: Scope, step: NextStep) -> str:
    if step.day is None:
        return TellingWords.NO_DAY
    day = in_words(step.day)
    return words.LATE.format(day=day) if step.day < scope.book.today else day


def _ahead(scope: Scope) -> Iterator[NextStep]:
    """Open steps, milestones, evaluations and feasts; what has no day is named only of steps."""
    told, today = view(scope).told, scope.book.today
    yield from told.steps()
    for one in on_cards(scope.cards):
        form = _PLANNED.get(one.matter)
        if form and one.day and one.is_open(today):
            title = told.title(one.card)
            unnamed = words.UNNAMED_MILESTONE if one.matter is Matter.MILESTONE else title
            what = form.format(what=brief(one.name) or unnamed)
            yield NextStep(one.day, what, "" if one.matter is Matter.FEAST else title)


_PLANNED = {
    Matter.MILESTONE: "{what}",
    Matter.EVALUATION: words.EVALUATION,
    Matter.FEAST: words.FEAST_STEP,
}
"""What stands in the work plan beside steps, and how it is said."""


def _ways(scope: Scope) -> Iterator[Block]:
    """What was decided in the year or since about partnerships that live now."""
    told = view(scope).told
    field = scope.cards.forms["partnership"].fields["entscheidungen"]
    ways = []
    for card in told.of("partnership"):
        entry = next(iter(history(field, card.value)), None)
        if entry and shown_day(entry) >= scope.first_day.isoformat() and Partnership(card).lives:
            way = field.state_label(entry["weg"])
            ways.append(words.WAY.format(title=told.title(card), way=way))
    if ways:
        yield Heading(words.DECIDED, 2)
        yield Bullets(tuple(ways))


def _sown(scope: Scope) -> Iterator[Block]:
    told = view(scope).told
    seeds = []
    for card in told.of("seed"):
        if scope.cards.state(card, "verlauf") == "gesaet":
            about, title = told.text(card, "worum", LONGEST_SEED), told.title(card)
            seeds.append(words.SEED.format(title=title, about=about) if about else title)
    if seeds:
        yield Heading(words.SEEDS, 2)
        yield Bullets(tuple(seeds))


def _own_words(scope: Scope) -> Iterator[Block]:
    told = view(scope).told
    rows = tuple(
        (label, text)
        for (prompt, field), label in words.OWN_ANSWERS.items()
        for answer in told.answers(prompt, scope.year)
        if (text := brief(answer.get(field)))
    )
    if rows:
        yield Heading(words.OWN, 2)
        yield Facts(rows)


YEARLY = Report(
    "jahresbericht",
    words.TITLE,
    words.LEAD,
    (
        Part("ueberblick", words.GLANCE, _glance, fixed=True, heading=False),
        Part("hoehepunkte", words.HIGHLIGHTS, _highlights),
        Part("partner", words.PARTNERS, _partners),
        Part("damals", words.THEN_AND_NOW, _then_and_now),
        Part("verlauf", words.OVER_YEARS, _over_years),
        Part("programme", words.PROGRAMMES, _programmes),
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
