"""Documents to give to partners: Steckbrief, pitch card, minutes.

Only what is named here goes in: what we think of a partnership stays in the house.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.ahead import PAST
from gartenjahr_tui.garden.kinds import Contact, Encounter, Partner, Partnership, Pitch
from gartenjahr_tui.garden.reading import CardView, Read
from gartenjahr_tui.reports.document import (
    Block,
    Facts,
    Look,
    Paragraph,
    Table,
    WritingSpace,
    bullets,
    facts,
    lean_table,
    written,
)
from gartenjahr_tui.reports.phrases import (
    joined,
    library,
    listed,
    named,
    on_day,
    option_in,
    sentence,
    spelled,
    with_remark,
)
from gartenjahr_tui.reports.places import line, on_card, the_library
from gartenjahr_tui.reports.report import Gather, Part, Report, Scope, about
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.sharing import (
    MinutesWords,
    PhrasesWords,
    PitchWords,
    ProfileWords,
    SharingWords,
)
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import short_text

if TYPE_CHECKING:
    from gartenjahr_tui.outlet import Place
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

EMPTY_ROWS = 3
"""Rows to write in where nothing is noted."""

PARTNERSHIP = about(
    "partnership",
    SharingWords.PARTNERSHIP,
    SharingWords.NO_PARTNERSHIP,
    only=lambda card: Partnership(card).lives,
    must=True,
)

# What these documents have in common


def partners_of(scope: Scope) -> list[str]:
    """Names of the partners of the card it is about."""
    return named_cards(scope, scope.about)


def named_cards(scope: Scope, card: Card) -> list[str]:
    """Names of the partners a card names that have a card of their own."""
    return [*map(scope.cards.title, scope.cards.named(card, Partnership.partners.id))]


def text_of(scope: Scope, field: Read[str]) -> str:
    """A text of the card it is about, without blanks around it."""
    return field.of(CardView(scope.about)).strip()


def option_of(scope: Scope, field_id: str) -> str:
    """What is chosen on the card it is about, by its name."""
    return short_text(scope.cards.form(scope.about).fields[field_id], scope.about.value)


def role_rows(scope: Scope, card: Card) -> Iterator[tuple[str, str, str]]:
    """Who does what: task, who, until when."""
    sides = {
        "wir": library(scope.book),
        "partner": listed(named_cards(scope, card)) or SharingWords.PARTNERS,
        "gemeinsam": SharingWords.TOGETHER,
    }
    for task, who, person, until in Partnership(card).roles:
        # Of several partners the one that is named does it alone.
        one = _partner_named(scope, card, person) if who == "partner" else ""
        yield task, one or with_remark(sides.get(who, ""), person), spelled(until)


def _partner_named(scope: Scope, card: Card, person: str) -> str:
    """The partner whose name begins as who does it is called; empty for none, or for several."""
    word = folded(person)
    meant = [name for name in named_cards(scope, card) if f"{folded(name)} ".startswith(f"{word} ")]
    return meant[0] if word and len(meant) == 1 else ""


def milestone_rows(
    scope: Scope, wanted: Callable[[date | None, str], bool]
) -> Iterator[tuple[str, str, str]]:
    """Those milestones whose day and state are wanted, by day: when, what, how far."""
    field = scope.cards.forms["partnership"].fields[Partnership.planned.id]
    every = Partnership(scope.about).planned
    for kept, what, state in sorted(every, key=lambda one: day_of(one[0]) or date.max):
        if wanted(day_of(kept), state):
            yield spelled(kept), what, option_in(field, "stand", state)


def _blank_table(columns: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    """A table with some rows to go on writing."""
    empty = (("",) * len(columns),) * EMPTY_ROWS
    return Table(columns, (*rows, *empty), tall=True)


def _fact(id: str, label: str, text: Callable[[Scope], str]) -> Part:
    """A part of a single fact, where it is known."""
    return Part(id, label, lambda scope: facts((label, text(scope))), heading=False)


def only_text(field: Read[str], look: Look = Look.BODY) -> Gather:
    """A part that is a single text, where there is one."""
    return lambda scope: [Paragraph(text, look) for text in [text_of(scope, field)] if text]


_ABOUT = partial(text_of, field=Partnership.about)
_AIMS = partial(text_of, field=Partnership.aims)

# Steckbrief


def _profile_head(scope: Scope) -> Iterator[Block]:
    # „Something else“ tells nobody anything.
    other = Partnership(scope.about).topic == "sonst"
    yield from facts(
        (ProfileWords.PARTICIPANTS, listed([library(scope.book), *partners_of(scope)])),
        (ProfileWords.FIELD, "" if other else option_of(scope, Partnership.topic.id)),
        (ProfileWords.SPAN, _span(scope)),
    )


def _span(scope: Scope) -> str:
    card = scope.about
    begin, end = on_day(card, Partnership.begin), on_day(card, Partnership.end)
    first = Partnership(card).begin
    if first and first <= scope.book.today and not end:
        return ProfileWords.SPAN_BEGIN.format(begin=begin)
    return _between(begin, end)


def _between(begin: str, end: str) -> str:
    if begin and end:
        return ProfileWords.SPAN_BOTH.format(begin=begin, end=end)
    if begin:
        return ProfileWords.SPAN_AHEAD.format(begin=begin)
    return ProfileWords.SPAN_END.format(end=end) if end else ""


def _roles(scope: Scope) -> Iterator[Block]:
    view = Partnership(scope.about)
    ours = ProfileWords.OURS
    carers = (
        with_remark(joined(name, ours if side == "team" else ""), task)
        for name, side, task in view.in_charge
    )
    yield from lean_table(SharingWords.ROLE_COLUMNS, role_rows(scope, scope.about))
    yield from facts(
        (ProfileWords.CARERS, listed(carers)),
        (ProfileWords.STAND_IN, view.stand_in),
    )


def _circle(scope: Scope) -> Iterator[Block]:
    yield from bullets(joined(*one, by=": ") for one in Partnership(scope.about).helping)


def touch(scope: Scope) -> str:
    """How one keeps in touch; that trust is one of the ways is not said to others."""
    chosen = Partnership(scope.about).ways
    ways = (way for id, way in ProfileWords.WAYS.items() if id in chosen)
    return joined(*ways, text_of(scope, Partnership.ways_more), by=" ")


def _milestones(scope: Scope) -> Iterator[Block]:
    columns = (SharingWords.WHEN, SharingWords.WHAT, SharingWords.STATE)
    since = scope.book.today - timedelta(days=PAST)
    rows = milestone_rows(scope, lambda day, state: state != "erreicht" or (day or since) >= since)
    yield from lean_table(columns, rows)


def _agreements(scope: Scope) -> str:
    lines = (
        with_remark(what, _between(spelled(begin), spelled(end)))
        for what, begin, end, _ in Partnership(scope.about).agreed
    )
    return joined(*lines, by="\n")


def _contacts(scope: Scope) -> Iterator[Block]:
    partners = scope.cards.named(scope.about, Partnership.partners.id)
    rows = [row for one in partners for row in _reach(scope, one, alone=len(partners) == 1)]
    ours = the_library(scope, "telefon", "mail", "web", "leitung")
    us = (ours.called, "", ours.phone, ours.mail, ours.web)
    head = (ours.head, SharingWords.HEAD, "", "", "") if ours.head else ()
    own = [row for row in (us, head) if any(row[1:])]
    yield from lean_table((*SharingWords.REACH_COLUMNS, SharingWords.WEB), [*own, *rows])


def _reach(scope: Scope, card: Card, *, alone: bool) -> Iterator[tuple[str, ...]]:
    """Official data of a partner and of those who work there, and nothing else."""
    cards, partner, title = scope.cards, Partner(card), scope.cards.title(card)
    if partner.phone or partner.mail or partner.web:
        yield title, "", partner.phone, partner.mail, partner.web
    for other in cards.naming(card.id, Contact.KIND):
        if card in cards.named(other, Contact.partner.id):
            person = Contact(other)
            what = person.function if alone else joined(person.function, title)
            yield cards.title(other), what, person.phone, person.mail, ""


def _evaluation(scope: Scope) -> str:
    """The goals, what tells that they are reached, and who looks when."""
    lines = (
        with_remark(joined(goal, sign, by=": "), joined(who, spelled(day)))
        for goal, sign, who, day in Partnership(scope.about).evaluating
    )
    return joined(*lines, by="\n")


def _as_of(scope: Scope) -> Iterator[Block]:
    yield Paragraph(ProfileWords.AS_OF.format(day=spelled(scope.book.today)), Look.NOTE)


PROFILE = Report(
    "steckbrief",
    ProfileWords.TITLE,
    ProfileWords.LEAD,
    (
        Part("stand", ProfileWords.FOOT, _as_of, fixed=True, heading=False),
        Part("kopf", ProfileWords.HEAD, _profile_head, fixed=True, heading=False),
        _fact("worum", ProfileWords.ABOUT, _ABOUT),
        _fact("ziele", ProfileWords.GOALS, _AIMS),
        _fact("verbindung", ProfileWords.TOUCH, touch),
        Part("rollen", ProfileWords.ROLES, _roles),
        _fact("absprachen", ProfileWords.AGREEMENTS, _agreements),
        _fact("auswertung", ProfileWords.EVALUATION, _evaluation),
        Part("kreis", ProfileWords.CIRCLE, _circle, wanted=False),
        Part("meilensteine", ProfileWords.MILESTONES, _milestones),
        Part("kontakt", ProfileWords.CONTACTS, _contacts),
    ),
    lambda scope: (scope.cards.title(scope.about), ProfileWords.HEADING),
    (PARTNERSHIP,),
    ProfileWords.STAYS,
)

# Pitch card


def _wording(scope: Scope) -> Iterator[Block]:
    audience, length = option_of(scope, "publikum"), option_of(scope, Pitch.seconds.id)
    who_and_how = (
        PitchWords.FOR.format(audience=audience) if audience else "",
        PitchWords.LENGTH.format(length=length) if length else "",
    )
    if line := joined(*who_and_how, by=PhrasesWords.DOT):
        yield Paragraph(line, Look.LEAD)
    text = scope.place(on_card(scope, scope.about, Pitch.wording.id, PitchWords.WORDING))
    yield Paragraph(text, Look.QUOTE) if text else WritingSpace(8, PitchWords.WORDING)


def _facts(scope: Scope) -> Iterator[Block]:
    yield from bullets(_told(*fact) for fact in Pitch(scope.about).facts)


def _told(fact: str, own: str, year: object, source: str) -> str:
    """A fact with its source, and what it is at home."""
    fact = with_remark(fact, joined(str(year), source)) if fact else ""
    if not own:
        return fact
    form = PitchWords.OWN if fact else PitchWords.ONLY_OWN
    return form.format(fact=sentence(fact), own=own)


PITCH = Report(
    "pitch",
    PitchWords.TITLE,
    PitchWords.LEAD,
    (
        Part("wortlaut", PitchWords.WORDING, _wording, fixed=True, heading=False),
        Part("warum", PitchWords.WHY, only_text(Pitch.why)),
        Part("geschichte", PitchWords.STORY, only_text(Pitch.story)),
        Part("fakten", PitchWords.FACTS, _facts),
    ),
    lambda scope: (scope.cards.title(scope.about), scope.book.profile.library),
    (about("pitch", PitchWords.ASK, PitchWords.NONE, must=True),),
    PitchWords.STAYS,
)

# Minutes


def encounter_name(book: Workbook, card: Card) -> str:
    """An encounter with its day and whom it was with: many have the same occasion."""
    cards = book.cards
    with_whom = listed(map(cards.title, cards.named(card, Encounter.partners.id)))
    return with_remark(cards.title(card), joined(on_day(card, Encounter.on), with_whom))


def _frame(scope: Scope) -> Iterator[Block]:
    card = scope.about
    asked = (
        on_card(scope, card, Encounter.occasion.id, MinutesWords.OCCASION),
        on_card(scope, card, Encounter.on.id, MinutesWords.DAY),
        line("ort", MinutesWords.PLACE, _place(scope)),
    )
    rows = {place.field.label: scope.place(place) for place in asked}
    yield from facts(
        *rows.items(),
        (MinutesWords.KIND, option_of(scope, Encounter.meeting.id)),
        (MinutesWords.FOR, listed(named(scope.cards, card, Encounter.partnerships))),
    )
    yield from (WritingSpace(1, label) for label, said in rows.items() if not said)


def _said_or_written(scope: Scope, place: Place, lines: int = 1) -> Block:
    """What stands in a place, or lines to write it on."""
    label = place.field.label
    said = scope.place(place)
    return Facts(((label, said),)) if said else WritingSpace(lines, label)


def _place(scope: Scope) -> str:
    """Where it was, as far as that is known."""
    match Encounter(scope.about).where:
        case "wir-hin":
            names = listed(partners_of(scope))
            return MinutesWords.AT_PARTNER.format(name=names) if names else ""
        case "zu-uns":
            return library(scope.book)
        case "fern":
            return MinutesWords.FAR
    return ""


def _present(scope: Scope) -> Iterator[Block]:
    people = listed(named(scope.cards, scope.about, Encounter.people))
    partners = listed(partners_of(scope))
    yield from facts((SharingWords.PARTNERS, partners))
    yield _said_or_written(scope, line("personen", MinutesWords.PEOPLE, people), 2)
    yield _said_or_written(scope, line("von-uns", MinutesWords.FOR_LIBRARY))


def _topics(scope: Scope) -> Iterator[Block]:
    chosen = Encounter(scope.about).happened
    happened = (text for id, text in MinutesWords.WHAT_HAPPENED.items() if id in chosen)
    told = (MinutesWords.FROM_LIBRARY, text_of(scope, Encounter.said))
    found: list[Block] = [*bullets(happened), *facts(told)]
    yield from found
    yield WritingSpace(2, MinutesWords.MORE_TOPICS) if found else WritingSpace(5)


def _results(scope: Scope) -> Iterator[Block]:
    if result := MinutesWords.RESULT.get(Encounter(scope.about).result):
        yield Paragraph(result)
    yield written(text_of(scope, Encounter.result_text), 3)


def _steps(scope: Scope) -> Iterator[Block]:
    view, step = Encounter(scope.about), Encounter(scope.about).step
    if step and view.state == "erledigt":
        step = MinutesWords.DONE.format(step=step)
    rows = [(step, "", on_day(scope.about, Encounter.until))] if step else []
    yield _blank_table((SharingWords.WHAT, SharingWords.WHO, SharingWords.UNTIL), *rows)


def _end(scope: Scope) -> Iterator[Block]:
    yield _said_or_written(scope, line("naechstes", MinutesWords.NEXT))
    yield _said_or_written(scope, line("protokoll", MinutesWords.WRITTEN_BY))


def _minutes_naming(scope: Scope) -> tuple[str, str]:
    what = joined(scope.cards.title(scope.about), on_day(scope.about, Encounter.on))
    return MinutesWords.TITLE, joined(scope.book.profile.library, what, by=PhrasesWords.DOT)


MINUTES = Report(
    "protokoll",
    MinutesWords.TITLE,
    MinutesWords.LEAD,
    (
        Part("rahmen", MinutesWords.FRAME, _frame, fixed=True, heading=False),
        Part("dabei", MinutesWords.PRESENT, _present),
        Part("themen", MinutesWords.TOPICS, _topics),
        Part("ergebnisse", MinutesWords.RESULTS, _results),
        Part("schritte", MinutesWords.STEPS, _steps),
        Part("ende", MinutesWords.END, _end),
    ),
    _minutes_naming,
    (about("encounter", MinutesWords.ASK, MinutesWords.NONE, name=encounter_name),),
    MinutesWords.STAYS,
)

REPORTS: tuple[Report, ...] = (PROFILE, PITCH, MINUTES)
