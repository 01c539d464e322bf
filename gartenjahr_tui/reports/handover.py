"""The Übergabemappe: all a stand-in needs to go on with the garden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.ahead import STEP_KINDS, Matter, of_partnership, step_open, thanks_open
from gartenjahr_tui.garden.due import due, snoozed
from gartenjahr_tui.garden.kinds import Step, living
from gartenjahr_tui.garden.watering import all_seen, by_thirst, tell
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Look,
    Paragraph,
    Table,
)
from gartenjahr_tui.reports.phrases import (
    library,
    line_of,
    listed,
    named,
    spelled,
    table_of,
    text_of,
    whom,
)
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.sharing import role_rows
from gartenjahr_tui.text import one_line, sort_key
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.sharing import HandoverWords as words
from gartenjahr_tui.words.sharing import PhrasesWords, SharingWords
from gartenjahr_tui.workbook.values import field_text, history

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card

TableRows = tuple[tuple[str, ...], ...]


def _welcome(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.WELCOME, Look.LEAD)


def _due(scope: Scope) -> Iterator[Block]:
    lines = [line.full for line in due(scope.book)]
    lines += [
        words.LATER.format(text=line.full, day=spelled(day)) for line, day in snoozed(scope.book)
    ]
    yield Bullets(tuple(lines)) if lines else Paragraph(words.NOTHING_DUE)


# Partnerships


def _partnerships(scope: Scope) -> Iterator[Block]:
    for card in living(scope.cards):
        yield Heading(scope.cards.title(card), 2)
        yield from _partnership(scope, card)


def _partnership(scope: Scope, card: Card) -> Iterator[Block]:
    value = card.value
    carers = (
        PhrasesWords.NAMED.format(name=line_of(entry, "name"), what=line_of(entry, "aufgabe"))
        if line_of(entry, "aufgabe")
        else line_of(entry, "name")
        for entry in value.get("verantwortlich", ())
    )
    rows = (
        (words.WITH, listed(named(scope.cards, card, "partner"))),
        (words.ABOUT, text_of(value, "worum")),
        (words.STAGE, _state(scope, card, "stufen", words.SINCE)),
        (words.GROWTH, _state(scope, card, "wachstum", words.SINCE)),
        (words.DECISION, _state(scope, card, "entscheidungen", words.ON)),
        (SharingWords.WHO, "\n".join(filter(None, carers))),
        (words.STAND_IN, line_of(value, "vertretung")),
        (words.LAST_MET, _last_met(scope, card)),
        (words.STEPS, "\n".join(_steps(scope, card))),
        (words.MILESTONES, "\n".join(_milestones(scope, card))),
    )
    if facts := tuple(row for row in rows if row[1]):
        yield Facts(facts)
    if roles := table_of(
        (SharingWords.TASK, SharingWords.WHO, SharingWords.UNTIL), role_rows(scope, card)
    ):
        yield replace(roles, caption=words.ROLES)
    columns = (SharingWords.WHAT, SharingWords.FROM, SharingWords.TO, words.WHERE)
    if agreements := table_of(columns, _agreements(card)):
        yield replace(agreements, caption=words.AGREEMENTS)


def _state(scope: Scope, card: Card, field_id: str, sentence: str) -> str:
    """The present state of a history, and since when."""
    field = scope.cards.form(card).fields[field_id]
    entries = history(field, card.value)
    if not entries:
        return ""
    state, day = field.state_label(entries[0][field.current]), spelled(entries[0].get("am"))
    return sentence.format(state=state, day=day) if day else state


def _last_met(scope: Scope, card: Card) -> str:
    seen = all_seen(scope.cards)
    partners = scope.cards.named(card, "partner")
    days = [seen[partner.id] for partner in partners if partner.id in seen]
    return spelled(max(days)) if days else ""


def _steps(scope: Scope, card: Card) -> Iterator[str]:
    """What was agreed on and is not done; the earliest day first."""
    cards = (c for kind in STEP_KINDS for c in scope.cards.naming(card.id, kind))
    found = [Step(c) for c in cards if step_open(scope.cards, c)]
    for step in sorted(found, key=lambda step: step.until or date.max):
        text, day = one_line(step.step) or due_words.STEP, spelled(step.until)
        yield words.STEP.format(step=text, day=day) if day else text


def _milestones(scope: Scope, card: Card) -> Iterator[str]:
    for one in of_partnership(card, scope.book.today):
        if one.matter is Matter.MILESTONE and one.is_open(scope.book.today):
            day = spelled(one.day)
            name = one.name
            yield words.MILESTONE.format(what=name, day=day) if name and day else name or day


def _agreements(card: Card) -> TableRows:
    return tuple(
        (
            line_of(entry, "was"),
            spelled(entry.get("von")),
            spelled(entry.get("bis")),
            line_of(entry, "ort"),
        )
        for entry in card.value.get("absprachen", ())
    )


# People


def _contacts(scope: Scope) -> Iterator[Block]:
    cards = scope.cards
    rows = [
        (sort_key(cards.title(partner)), _partner_row(scope, partner))
        for partner in cards.of("partner")
    ]
    for contact in cards.of("contact"):
        at = cards.named(contact, "partner")
        place = cards.title(at[0]) if at else cards.title(contact)
        rows.append((sort_key(place), _contact_row(scope, contact)))
    columns = (
        SharingWords.NAME,
        SharingWords.FUNCTION,
        SharingWords.PHONE,
        SharingWords.MAIL,
        words.NOTE,
    )
    # People stand below the partner they belong to.
    shown = [row for _, row in sorted(rows, key=lambda row: row[0]) if any(row[1:])]
    if table := table_of(columns, shown):
        yield table


def _partner_row(scope: Scope, partner: Card) -> tuple[str, ...]:
    value = partner.value
    more = filter(None, (text_of(value, "anschrift"), line_of(value, "web")))
    reach = (line_of(value, "telefon"), line_of(value, "mail"), "\n".join(more))
    return scope.cards.title(partner), "", *reach


def _contact_row(scope: Scope, contact: Card) -> tuple[str, ...]:
    value = contact.value
    where = [line_of(value, "funktion"), *named(scope.cards, contact, "partner")]
    return (
        scope.cards.title(contact),
        ", ".join(filter(None, reversed(where))),
        line_of(value, "telefon"),
        line_of(value, "mail"),
        text_of(value, "notiz"),
    )


def _watering(scope: Scope) -> Iterator[Block]:
    cards = scope.cards
    wanted = ("ideal_tage", "hoechst_tage", "winter_tage")
    partners = [p for p in cards.of("partner") if any(cards.number(p, id) > 0 for id in wanted)]
    rows = tuple(
        (cards.title(partner), PhrasesWords.DOT.join(tell(cards, partner)))
        for partner in by_thirst(cards, partners)
    )
    if rows:
        yield Table((words.PARTNER, words.RHYTHM), rows)


def _requests(scope: Scope) -> Iterator[Block]:
    rows = tuple(
        (
            spelled(card.value.get("am")),
            listed(named(scope.cards, card, "wer")),
            one_line(": ".join(_request(card))),
        )
        for card in scope.cards.of("request")
        if card.value.get("ausgang", "offen") == "offen"
    )
    if table := table_of((SharingWords.WHEN, words.ASKED_BY, words.REQUEST), rows):
        yield table


def _request(card: Card) -> list[str]:
    parts = (line_of(card.value, "betreff"), text_of(card.value, "wortlaut"))
    return [part for part in parts if part]


def _thanks(scope: Scope) -> Iterator[Block]:
    rows = tuple(
        (
            whom(named(scope.cards, card, "personen"), named(scope.cards, card, "organisation")),
            line_of(card.value, "wofuer"),
        )
        for card in scope.cards.of("thanks")
        if thanks_open(scope.cards, card)
    )
    if table := table_of((words.TO_WHOM, words.FOR_WHAT), rows):
        yield table


# The garden itself


def _places(scope: Scope) -> Iterator[Block]:
    from gartenjahr_tui.store.backups import is_there, second_place

    paths = scope.book.paths
    second = second_place(paths)
    shown = words.NO_SECOND
    if second:
        shown = str(second) if is_there(second) else words.AWAY.format(folder=second)
    yield Facts(
        (
            (words.FILE, str(paths.file)),
            (words.COPIES, str(paths.copies)),
            (words.SECOND, shown),
        )
    )
    yield Paragraph(words.PLACES_NOTE)


def _program(scope: Scope) -> Iterator[Block]:
    yield Facts(words.COMMANDS)
    yield Paragraph(words.ELSEWHERE.format(folder=scope.book.paths.folder))
    yield Paragraph(words.SAVED)


# What is confidential

_TAKES = frozenset({"partner", "encouragement"})
"""Trust and stereotypes of partners, and who may need a kind word."""


def _confidential(scope: Scope) -> Iterator[Block]:
    found = [*_trust(scope), *_encouragement(scope)]
    if found:
        yield Paragraph(words.CONFIDENTIAL_NOTE, Look.NOTE)
        yield from found


def _trust(scope: Scope) -> Iterator[Block]:
    for partner in scope.cards.of("partner"):
        rows: list[tuple[str, str]] = []
        field = scope.cards.form(partner).fields["vertrauen"]
        if trust := partner.value.get("vertrauen"):
            rows.append((words.TRUST, field_text(field, trust)))
        if note := text_of(partner.value, "vertrauen_notiz"):
            rows.append((words.TRUST_NOTE, note))
        for entry in partner.value.get("stereotype", ()):
            rows += [
                (words.SENTENCE, text_of(entry, "satz")),
                (words.REPLY, text_of(entry, "antwort")),
            ]
        if facts := tuple(row for row in rows if row[1]):
            yield Heading(scope.cards.title(partner), 2)
            yield Facts(facts)


def _encouragement(scope: Scope) -> Iterator[Block]:
    rows = tuple(
        (
            line_of(card.value, "wem"),
            text_of(card.value, "warum"),
            text_of(card.value, "worte"),
            spelled(card.value.get("bis")),
        )
        for card in scope.cards.of("encouragement")
        if card.value.get("stand", "offen") == "offen"
    )
    if rows:
        yield Heading(words.ENCOURAGEMENT, 2)
        yield Table((words.TO_WHOM, words.WHY, words.WORDS, SharingWords.UNTIL), rows)


def _naming(scope: Scope) -> tuple[str, str]:
    name, day = library(scope.book), spelled(scope.book.today)
    return words.TITLE, words.SUBTITLE.format(library=name, day=day)


HANDOVER = Report(
    "uebergabe",
    words.TITLE,
    words.LEAD,
    (
        Part("anfang", words.PART_WELCOME, _welcome, fixed=True, heading=False),
        Part("faellig", words.DUE, _due),
        Part("kooperationen", words.PARTNERSHIPS, _partnerships),
        Part("kontakt", words.CONTACTS, _contacts),
        Part("giessplan", words.WATERING, _watering),
        Part("anfragen", words.REQUESTS, _requests),
        Part("dank", words.THANKS, _thanks),
        Part("orte", words.PLACES, _places),
        Part("programm", words.PROGRAM, _program),
        Part("vertrauliches", words.CONFIDENTIAL, _confidential, wanted=False, takes=_TAKES),
    ),
    _naming,
    stays=words.STAYS,
    guide=True,
    private=True,
)

REPORTS: tuple[Report, ...] = (HANDOVER,)
