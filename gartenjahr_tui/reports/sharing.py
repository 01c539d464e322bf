"""Documents to give to partners: Steckbrief, pitch card, letter of intent, minutes.

Only what is named here goes in: what we think of a partnership stays in the house.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.ahead import PAST
from gartenjahr_tui.garden.kinds import Partnership
from gartenjahr_tui.reports import asks
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Look,
    Paragraph,
    Signatures,
    Table,
    WritingSpace,
)
from gartenjahr_tui.reports.phrases import (
    chosen_of,
    library,
    line_of,
    listed,
    named,
    option_of,
    sentence,
    spelled,
    table_of,
    text_of,
)
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.words.sharing import (
    IntentWords,
    MinutesWords,
    PhrasesWords,
    PitchWords,
    ProfileWords,
    SharingWords,
)
from gartenjahr_tui.workbook.dates import day_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

EMPTY_ROWS = 3
"""Rows to write in where nothing is noted."""

OTHER = "sonst"
"""Id of the option „something else“."""

_PARTNERSHIP = asks.about(
    "partnership",
    SharingWords.PARTNERSHIP,
    SharingWords.NO_PARTNERSHIP,
    only=lambda _book, card: Partnership(card).lives,
    must=True,
)

# What the documents about a partnership have in common


def partners_of(scope: Scope) -> list[Card]:
    """The partners of the partnership it is about."""
    return scope.cards.named(scope.about, "partner")


def role_rows(scope: Scope, card: Card) -> tuple[tuple[str, ...], ...]:
    """Who does what: task, who, until when."""
    partners = listed(scope.cards.title(p) for p in scope.cards.named(card, "partner"))
    sides = {
        "wir": library(scope.book),
        "partner": partners or SharingWords.PARTNERS,
        "gemeinsam": SharingWords.TOGETHER,
    }
    rows = []
    for entry in card.value.get("rollen", ()):
        who, person = sides.get(str(entry.get("wer")), ""), line_of(entry, "person")
        if who and person:
            who = SharingWords.AND_PERSON.format(who=who, person=person)
        rows.append((line_of(entry, "aufgabe"), who or person, spelled(entry.get("bis"))))
    return tuple(rows)


def put_off(scope: Scope, milestone: Mapping[str, Any]) -> bool:
    """Whether a milestone was put off; it stands there again with its new day."""
    day = day_of(milestone.get("am"))
    return milestone.get("stand") == "verschoben" and day is not None and day < scope.book.today


def _milestone_rows(
    scope: Scope, wanted: Callable[[Mapping[str, Any]], bool]
) -> tuple[tuple[str, ...], ...]:
    """The milestones that are wanted, by day."""
    entries = filter(wanted, scope.about.value.get("meilensteine", ()))
    return tuple(
        (
            spelled(entry.get("am")),
            line_of(entry, "was"),
            option_of(scope.book, "partnership", "meilensteine.stand", entry),
        )
        for entry in sorted(entries, key=_by_day)
    )


def _by_day(entry: Mapping[str, Any]) -> tuple[bool, str]:
    day = day_of(entry.get("am"))
    return day is None, day.isoformat() if day else ""


def _ways(card: Card) -> tuple[str, ...]:
    """How one keeps in touch; that trust is one of the ways is not said to others."""
    chosen = card.value.get("methoden") or ()
    return tuple(way for id, way in ProfileWords.WAYS.items() if id in chosen)


def _blank_table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    """A table with some rows to go on writing."""
    empty = (("",) * len(columns),) * EMPTY_ROWS
    return Table(columns, (*rows, *empty), tall=True)


# Steckbrief


def _profile_head(scope: Scope) -> Iterator[Block]:
    names = [library(scope.book), *(scope.cards.title(p) for p in partners_of(scope))]
    rows = [
        (ProfileWords.PARTICIPANTS, listed(names)),
        (ProfileWords.FIELD, _field(scope)),
        (ProfileWords.SPAN, _span(scope)),
    ]
    yield Facts(tuple(row for row in rows if row[1]))


def _field(scope: Scope) -> str:
    """The field of work; „something else“ tells nobody anything."""
    other = scope.about.value.get("themenfeld") == OTHER
    return "" if other else chosen_of(scope.book, scope.about, "themenfeld")


def _span(scope: Scope) -> str:
    value = scope.about.value
    begin, end = spelled(value.get("beginn")), spelled(value.get("ende"))
    first = day_of(value.get("beginn"))
    if first and first <= scope.book.today and not end:
        return ProfileWords.SPAN_BEGIN.format(begin=begin)
    return _between(begin, end)


def _about(scope: Scope) -> Iterator[Block]:
    if text := text_of(scope.about.value, "worum"):
        yield Facts(((ProfileWords.ABOUT, text),))


def _goals(scope: Scope) -> Iterator[Block]:
    if text := text_of(scope.about.value, "ziele"):
        yield Facts(((ProfileWords.GOALS, text),))


def _profile_touch(scope: Scope) -> Iterator[Block]:
    if text := _touch_text(scope):
        yield Facts(((ProfileWords.TOUCH, text),))


def _roles(scope: Scope) -> Iterator[Block]:
    card = scope.about
    if table := table_of(
        (SharingWords.TASK, SharingWords.WHO, SharingWords.UNTIL), role_rows(scope, card)
    ):
        yield table
    carers = listed(_carer(entry) for entry in card.value.get("verantwortlich", ()))
    facts = [
        (ProfileWords.CARERS, carers),
        (ProfileWords.STAND_IN, line_of(card.value, "vertretung")),
    ]
    if shown := tuple(fact for fact in facts if fact[1]):
        yield Facts(shown)


def _carer(entry: Mapping[str, Any]) -> str:
    name, task = line_of(entry, "name"), line_of(entry, "aufgabe")
    return SharingWords.AND_PERSON.format(who=name, person=task) if name and task else name or task


def _circle(scope: Scope) -> Iterator[Block]:
    entries = scope.about.value.get("kreis", ())
    parts = ((line_of(entry, "name"), line_of(entry, "beitrag")) for entry in entries)
    if items := tuple(": ".join(filter(None, part)) for part in parts if any(part)):
        yield Bullets(items)


def _touch_text(scope: Scope) -> str:
    note = text_of(scope.about.value, "methoden_notiz")
    return " ".join(filter(None, (*_ways(scope.about), note)))


def _milestones(scope: Scope) -> Iterator[Block]:
    columns = (SharingWords.WHEN, SharingWords.WHAT, SharingWords.STATE)
    since = scope.book.today - timedelta(days=PAST)

    def wanted(entry: Mapping[str, Any]) -> bool:
        return entry.get("stand") != "erreicht" or (day_of(entry.get("am")) or since) >= since

    if table := table_of(columns, _milestone_rows(scope, wanted)):
        yield table


def _agreements(scope: Scope) -> Iterator[Block]:
    entries = scope.about.value.get("absprachen", ())
    if text := "\n".join(filter(None, map(_agreement, entries))):
        yield Facts(((ProfileWords.AGREEMENTS, text),))


def _agreement(entry: Mapping[str, Any]) -> str:
    what, begin, end = line_of(entry, "was"), entry.get("von"), entry.get("bis")
    span = _between(spelled(begin), spelled(end))
    return SharingWords.AND_PERSON.format(who=what, person=span) if what and span else what or span


def _between(begin: str, end: str) -> str:
    if begin and end:
        return ProfileWords.SPAN_BOTH.format(begin=begin, end=end)
    if begin:
        return ProfileWords.SPAN_AHEAD.format(begin=begin)
    return ProfileWords.SPAN_END.format(end=end) if end else ""


def _contacts(scope: Scope) -> Iterator[Block]:
    rows = [row for partner in partners_of(scope) for row in _reach(scope, partner)]
    columns = (
        SharingWords.NAME,
        SharingWords.FUNCTION,
        SharingWords.PHONE,
        SharingWords.MAIL,
        SharingWords.WEB,
    )
    if table := table_of(columns, rows):
        yield table


def _reach(scope: Scope, partner: Card) -> Iterator[tuple[str, ...]]:
    """Official data of a partner and of those who work there, and nothing else."""
    cards, title = scope.cards, scope.cards.title(partner)
    phone, mail, web = (line_of(partner.value, id) for id in ("telefon", "mail", "web"))
    people = [
        c for c in cards.naming(partner.id, "contact") if partner in cards.named(c, "partner")
    ]
    if phone or mail or web:
        yield title, "", phone, mail, web
    for person in people:
        function = line_of(person.value, "funktion")
        what = function
        if len(partners_of(scope)) > 1:
            what = PhrasesWords.NAMED.format(name=function, what=title) if function else title
        reach = (line_of(person.value, id) for id in ("telefon", "mail"))
        yield cards.title(person), what, *reach, ""


def _evaluation(scope: Scope) -> Iterator[Block]:
    entries = scope.about.value.get("plan", ())
    if text := "\n".join(filter(None, map(_goal, entries))):
        yield Facts(((ProfileWords.EVALUATION, text),))


def _goal(entry: Mapping[str, Any]) -> str:
    """A goal, what tells that it is reached, and who looks when."""
    what = ": ".join(filter(None, (line_of(entry, "ziel"), line_of(entry, "woran"))))
    who = ", ".join(filter(None, (line_of(entry, "wer"), spelled(entry.get("wann")))))
    return SharingWords.AND_PERSON.format(who=what, person=who) if what and who else what or who


def _as_of(scope: Scope) -> Iterator[Block]:
    yield Paragraph(ProfileWords.AS_OF.format(day=spelled(scope.book.today)), Look.NOTE)


def _profile_naming(scope: Scope) -> tuple[str, str]:
    return ProfileWords.HEADING, scope.cards.title(scope.about)


PROFILE = Report(
    "steckbrief",
    ProfileWords.TITLE,
    ProfileWords.LEAD,
    (
        Part("kopf", ProfileWords.HEAD, _profile_head, fixed=True, heading=False),
        Part("worum", ProfileWords.ABOUT, _about, heading=False),
        Part("ziele", ProfileWords.GOALS, _goals, heading=False),
        Part("verbindung", ProfileWords.TOUCH, _profile_touch, heading=False),
        Part("rollen", ProfileWords.ROLES, _roles),
        Part("absprachen", ProfileWords.AGREEMENTS, _agreements, heading=False),
        Part("auswertung", ProfileWords.EVALUATION, _evaluation, heading=False),
        Part("kreis", ProfileWords.CIRCLE, _circle, wanted=False),
        Part("meilensteine", ProfileWords.MILESTONES, _milestones),
        Part("kontakt", ProfileWords.CONTACTS, _contacts),
        Part("stand", ProfileWords.FOOT, _as_of, fixed=True, heading=False),
    ),
    _profile_naming,
    (_PARTNERSHIP,),
    ProfileWords.STAYS,
)

# Pitch card


def _wording(scope: Scope) -> Iterator[Block]:
    card = scope.about
    facts = (
        (PitchWords.FOR, "audience", chosen_of(scope.book, card, "publikum")),
        (PitchWords.LENGTH, "length", chosen_of(scope.book, card, "dauer")),
    )
    if line := PhrasesWords.DOT.join(
        text.format(**{key: what}) for text, key, what in facts if what
    ):
        yield Paragraph(line, Look.LEAD)
    if text := text_of(card.value, "wortlaut"):
        yield Paragraph(text, Look.QUOTE)
    else:
        yield WritingSpace(8, PitchWords.WORDING)


def _why(scope: Scope) -> Iterator[Block]:
    if text := text_of(scope.about.value, "warum"):
        yield Paragraph(text)


def _story(scope: Scope) -> Iterator[Block]:
    if text := text_of(scope.about.value, "geschichte"):
        yield Paragraph(text)


def _facts(scope: Scope) -> Iterator[Block]:
    facts = map(_fact, scope.about.value.get("fakten", ()))
    if items := tuple(filter(None, facts)):
        yield Bullets(items)


def _fact(entry: Mapping[str, Any]) -> str:
    fact, own = line_of(entry, "fakt"), line_of(entry, "eigene")
    source = ", ".join(filter(None, (line_of(entry, "jahr"), line_of(entry, "quelle"))))
    if fact and source:
        fact = PitchWords.FACT.format(fact=fact, source=source)
    if not own:
        return fact
    if not fact:
        return PitchWords.ONLY_OWN.format(own=own)
    return PitchWords.OWN.format(fact=sentence(fact), own=own)


PITCH = Report(
    "pitch",
    PitchWords.TITLE,
    PitchWords.LEAD,
    (
        Part("wortlaut", PitchWords.WORDING, _wording, fixed=True, heading=False),
        Part("warum", PitchWords.WHY, _why),
        Part("geschichte", PitchWords.STORY, _story),
        Part("fakten", PitchWords.FACTS, _facts),
    ),
    lambda scope: (scope.cards.title(scope.about), scope.book.profile.library),
    (asks.about("pitch", PitchWords.ASK, PitchWords.NONE, must=True),),
    PitchWords.STAYS,
)

# Letter of intent


def _note(scope: Scope) -> Iterator[Block]:
    yield Paragraph(IntentWords.NOTE, Look.NOTE)


def _parties(scope: Scope) -> Iterator[Block]:
    yield Paragraph(IntentWords.OPENING)
    rows = [(IntentWords.LIBRARY, scope.book.profile.library)] if scope.book.profile.library else []
    for partner in partners_of(scope):
        address = text_of(partner.value, "anschrift")
        rows.append(
            (IntentWords.PARTNER, "\n".join(filter(None, (scope.cards.title(partner), address))))
        )
    if rows:
        yield Facts(tuple(rows))
    if not scope.book.profile.library:
        yield WritingSpace(1, IntentWords.LIBRARY)
    if not partners_of(scope):
        yield WritingSpace(2, IntentWords.PARTNER)


def _written(scope: Scope, field_id: str, label: str, lines: int) -> Block:
    """What is noted, or lines to write it on."""
    text = text_of(scope.about.value, field_id)
    return Paragraph(text) if text else WritingSpace(lines, label)


def _cause(scope: Scope) -> Iterator[Block]:
    yield _written(scope, "worum", IntentWords.CAUSE_LINES, 3)


def _intent_goals(scope: Scope) -> Iterator[Block]:
    yield _written(scope, "ziele", IntentWords.GOALS_LINES, 3)


def _shares(scope: Scope) -> Iterator[Block]:
    columns, rows = (
        (SharingWords.TASK, SharingWords.WHO, SharingWords.UNTIL),
        role_rows(scope, scope.about),
    )
    yield Table(columns, rows) if rows else _blank_table(columns, ())


def _intent_touch(scope: Scope) -> Iterator[Block]:
    text = _touch_text(scope)
    yield Paragraph(text) if text else WritingSpace(2, IntentWords.TOUCH_LINES)


def _plan(scope: Scope) -> Iterator[Block]:
    columns = (SharingWords.WHEN, SharingWords.WHAT)

    def wanted(entry: Mapping[str, Any]) -> bool:
        return entry.get("stand") != "erreicht" and not put_off(scope, entry)

    rows = tuple(row[:2] for row in _milestone_rows(scope, wanted))
    yield Table(columns, rows) if rows else _blank_table(columns, ())


def _duration(scope: Scope) -> Iterator[Block]:
    value = scope.about.value
    known = [
        (IntentWords.BEGIN, spelled(value.get("beginn"))),
        (IntentWords.END, spelled(value.get("ende"))),
    ]
    if facts := tuple(row for row in known if row[1]):
        yield Facts(facts)
    yield from (WritingSpace(1, label) for label, day in known if not day)


def _change(scope: Scope) -> Iterator[Block]:
    yield Paragraph(IntentWords.CHANGE_TEXT)
    yield WritingSpace(1, IntentWords.CHANGE_LINES)


def _signed(scope: Scope) -> Iterator[Block]:
    names = [scope.cards.title(partner) for partner in partners_of(scope)] or [IntentWords.PARTNER]
    yield WritingSpace(1, IntentWords.PLACE_AND_DAY)
    yield Signatures((scope.book.profile.library or IntentWords.LIBRARY, *names))


INTENT = Report(
    "absichtserklaerung",
    IntentWords.TITLE,
    IntentWords.LEAD,
    (
        Part("hinweis", IntentWords.NOTE_TITLE, _note, fixed=True, heading=False),
        Part("beteiligte", IntentWords.PARTIES, _parties, fixed=True),
        Part("vorhaben", IntentWords.CAUSE, _cause),
        Part("ziele", IntentWords.GOALS, _intent_goals),
        Part("beitraege", IntentWords.SHARES, _shares),
        Part("verbindung", IntentWords.TOUCH, _intent_touch),
        Part("zeitplan", IntentWords.MILESTONES, _plan),
        Part("dauer", IntentWords.SPAN, _duration),
        Part("aenderungen", IntentWords.CHANGE, _change),
        Part("unterschriften", IntentWords.SIGNED, _signed, fixed=True),
    ),
    lambda scope: (IntentWords.TITLE, scope.cards.title(scope.about)),
    (_PARTNERSHIP,),
    IntentWords.STAYS,
)

# Minutes


def encounter_name(book: Workbook, card: Card) -> str:
    """An encounter with its day and whom it was with: many have the same occasion."""
    with_whom = listed(book.cards.title(p) for p in book.cards.named(card, "partner"))
    parts = (spelled(card.value.get("am")), with_whom)
    more = ", ".join(part for part in parts if part)
    title = book.cards.title(card)
    return PhrasesWords.DAY.format(name=title, day=more) if more else title


def _frame(scope: Scope) -> Iterator[Block]:
    card = scope.about
    rows = {
        MinutesWords.OCCASION: line_of(card.value, "anlass"),
        MinutesWords.DAY: spelled(card.value.get("am")),
        MinutesWords.PLACE: _place(scope),
        MinutesWords.KIND: chosen_of(scope.book, card, "art"),
        MinutesWords.FOR: listed(named(scope.cards, card, "kooperation")),
    }
    if facts := tuple((label, text) for label, text in rows.items() if text):
        yield Facts(facts)
    missing = (MinutesWords.OCCASION, MinutesWords.DAY, MinutesWords.PLACE)
    yield from (WritingSpace(1, label) for label in missing if not rows[label])


def _place(scope: Scope) -> str:
    """Where it was, as far as that is known."""
    match scope.about.value.get("richtung"):
        case "wir-hin":
            names = [scope.cards.title(partner) for partner in partners_of(scope)]
            return MinutesWords.AT_PARTNER.format(name=listed(names)) if names else ""
        case "zu-uns":
            return library(scope.book)
        case "fern":
            return MinutesWords.FAR
    return ""


def _present(scope: Scope) -> Iterator[Block]:
    partners = listed(scope.cards.title(partner) for partner in partners_of(scope))
    people = listed(named(scope.cards, scope.about, "personen"))
    rows = ((SharingWords.PARTNERS, partners), (MinutesWords.PEOPLE, people))
    if facts := tuple(row for row in rows if row[1]):
        yield Facts(facts)
    if not people:
        yield WritingSpace(2, MinutesWords.PEOPLE)
    yield WritingSpace(1, MinutesWords.FOR_LIBRARY)


def _topics(scope: Scope) -> Iterator[Block]:
    value = scope.about.value
    chosen = value.get("wobei") or ()
    if items := tuple(text for id, text in MinutesWords.WHAT_HAPPENED.items() if id in chosen):
        yield Bullets(items)
    told = text_of(value, "erzaehlt")
    if told:
        yield Facts(((MinutesWords.FROM_LIBRARY, told),))
    yield WritingSpace(2 if told or items else 5, MinutesWords.MORE_TOPICS if told or items else "")


def _results(scope: Scope) -> Iterator[Block]:
    value = scope.about.value
    text = text_of(value, "ergebnis_text")
    if result := MinutesWords.RESULT.get(text_of(value, "ergebnis")):
        yield Paragraph(result)
    yield Paragraph(text) if text else WritingSpace(3)


def _steps(scope: Scope) -> Iterator[Block]:
    value = scope.about.value
    step = line_of(value, "schritt")
    if step and value.get("schritt_stand") == "erledigt":
        step = MinutesWords.DONE.format(step=step)
    rows = ((step, "", spelled(value.get("schritt_am"))),) if step else ()
    yield _blank_table((SharingWords.WHAT, SharingWords.WHO, SharingWords.UNTIL), rows)


def _end(scope: Scope) -> Iterator[Block]:
    yield WritingSpace(1, MinutesWords.NEXT)
    yield WritingSpace(1, MinutesWords.WRITTEN_BY)


def _minutes_naming(scope: Scope) -> tuple[str, str]:
    card = scope.about
    parts = (scope.cards.title(card), spelled(card.value.get("am")))
    return MinutesWords.TITLE, ", ".join(part for part in parts if part)


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
    (asks.about("encounter", MinutesWords.ASK, MinutesWords.NONE, name=encounter_name),),
    MinutesWords.STAYS,
)

REPORTS: tuple[Report, ...] = (PROFILE, PITCH, INTENT, MINUTES)
