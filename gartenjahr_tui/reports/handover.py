"""The Übergabemappe: all a stand-in needs to go on with the garden."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.ahead import STEP_KINDS, Matter, of_partnership, step_open, thanks_open
from gartenjahr_tui.garden.due import due, snoozed
from gartenjahr_tui.garden.kinds import (
    Contact,
    Encouragement,
    Partner,
    Partnership,
    Request,
    Step,
    Thanks,
    living,
)
from gartenjahr_tui.garden.watering import all_seen, by_thirst, tell
from gartenjahr_tui.reports.document import (
    Block,
    Bullets,
    Facts,
    Heading,
    Look,
    Paragraph,
    facts,
    lean_table,
    table,
    under,
)
from gartenjahr_tui.reports.phrases import joined, library, listed, named, on_day, spelled, whom
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.sharing import role_rows
from gartenjahr_tui.text import one_line, sort_key
from gartenjahr_tui.words.rhythm import DueWords as due_words
from gartenjahr_tui.words.sharing import HandoverWords as words
from gartenjahr_tui.words.sharing import PhrasesWords, SharingWords
from gartenjahr_tui.workbook.values import history, short_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card


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
    view = Partnership(card)
    yield from facts(
        (words.WITH, listed(named(scope.cards, card, Partnership.partners))),
        (words.ABOUT, view.about.strip()),
        (words.STAGE, _state(scope, card, Partnership.stage.id, words.SINCE)),
        (words.GROWTH, _state(scope, card, Partnership.growth.id, words.SINCE)),
        (words.DECISION, _state(scope, card, Partnership.decision.id, words.ON)),
        (SharingWords.WHO, "\n".join(filter(None, (joined(*carer) for carer in view.caring)))),
        (words.STAND_IN, view.stand_in),
        (words.LAST_MET, _last_met(scope, card)),
        (words.STEPS, "\n".join(open_steps(scope, card))),
        (words.MILESTONES, "\n".join(open_milestones(scope, card))),
    )
    yield from lean_table(SharingWords.ROLE_COLUMNS, role_rows(scope, card), words.ROLES)
    columns = (SharingWords.WHAT, SharingWords.FROM, SharingWords.TO, words.WHERE)
    agreed = ((what, spelled(begin), spelled(end), at) for what, begin, end, at in view.agreed)
    yield from lean_table(columns, agreed, words.AGREEMENTS)


def _state(scope: Scope, card: Card, field_id: str, sentence: str) -> str:
    """The present state of a history, and since when."""
    field = scope.cards.form(card).fields[field_id]
    day = spelled(next(iter(history(field, card.value)), {}).get("am"))
    state = short_text(field, card.value)
    return sentence.format(state=state, day=day) if day else state


def _last_met(scope: Scope, card: Card) -> str:
    seen = all_seen(scope.cards)
    partners = scope.cards.named(card, Partnership.partners.id)
    return spelled(max((seen[one.id] for one in partners if one.id in seen), default=None))


def open_steps(scope: Scope, card: Card) -> Iterator[str]:
    """What was agreed on and is not done; the earliest day first."""
    cards = (c for kind in STEP_KINDS for c in scope.cards.naming(card.id, kind))
    found = [c for c in cards if step_open(scope.cards, c)]
    for one in sorted(found, key=lambda one: Step(one).until or date.max):
        text, day = one_line(Step(one).step) or due_words.STEP, on_day(one, Step.until)
        yield words.STEP.format(step=text, day=day) if day else text


def open_milestones(scope: Scope, card: Card) -> Iterator[str]:
    """The milestones of a partnership that are still ahead."""
    for one in of_partnership(card):
        if one.matter is Matter.MILESTONE and one.is_open(scope.book.today):
            yield joined(one.name, spelled(one.day) or one.said)


# People


def _contacts(scope: Scope) -> Iterator[Block]:
    cards = scope.cards
    rows = [(cards.title(partner), _partner_row(scope, partner)) for partner in cards.of("partner")]
    for contact in cards.of("contact"):
        at = (*cards.named(contact, Contact.partner.id), contact)
        rows.append((cards.title(at[0]), _contact_row(scope, contact)))
    # People stand below the partner they belong to.
    rows.sort(key=lambda row: sort_key(row[0]))
    shown = (row for _, row in rows if any(row[1:]))
    yield from lean_table((*SharingWords.REACH_COLUMNS, words.NOTE), shown)


def _partner_row(scope: Scope, card: Card) -> tuple[str, ...]:
    view = Partner(card)
    more = joined(view.address.strip(), view.web, by="\n")
    return scope.cards.title(card), "", view.phone, view.mail, more


def _contact_row(scope: Scope, card: Card) -> tuple[str, ...]:
    view = Contact(card)
    where = joined(*reversed(named(scope.cards, card, Contact.partner)), view.function)
    return scope.cards.title(card), where, view.phone, view.mail, view.note.strip()


def _watering(scope: Scope) -> Iterator[Block]:
    cards = scope.cards
    views = ((card, Partner(card)) for card in cards.of("partner"))
    partners = [p for p, v in views if max(v.ideal_days, v.most_days, v.winter_days) > 0]
    rows = (
        (cards.title(partner), PhrasesWords.DOT.join(tell(cards, partner)))
        for partner in by_thirst(cards, partners)
    )
    yield from table((words.PARTNER, words.RHYTHM), rows)


def _requests(scope: Scope) -> Iterator[Block]:
    rows = (
        (
            on_day(card, Request.on),
            listed(named(scope.cards, card, Request.who)),
            one_line(joined(view.subject, view.wording.strip(), by=": ")),
        )
        for card in scope.cards.of("request")
        for view in [Request(card)]
        if view.outcome == "offen"
    )
    yield from lean_table((SharingWords.WHEN, words.ASKED_BY, words.REQUEST), rows)


def thanked(scope: Scope, card: Card) -> str:
    """To whom a thanks is owed."""
    people = named(scope.cards, card, Thanks.people)
    return whom(people, named(scope.cards, card, Thanks.organisation))


def _thanks(scope: Scope) -> Iterator[Block]:
    rows = (
        (thanked(scope, card), Thanks(card).reason)
        for card in scope.cards.of("thanks")
        if thanks_open(scope.cards, card)
    )
    yield from lean_table((words.TO_WHOM, words.FOR_WHAT), rows)


# The garden itself


def _places(scope: Scope) -> Iterator[Block]:
    from gartenjahr_tui.store.backups import is_there, second_place

    paths = scope.book.paths
    second = second_place(paths)
    shown = words.NO_SECOND
    if second:
        shown = str(second) if is_there(second) else words.AWAY.format(folder=second)
    rows = ((words.FILE, str(paths.file)), (words.COPIES, str(paths.copies)))
    yield Facts((*rows, (words.SECOND, shown)))
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
    trust = scope.cards.forms["partner"].fields["vertrauen"]
    for card in scope.cards.of("partner"):
        rows = [
            (words.TRUST, short_text(trust, card.value)),
            (words.TRUST_NOTE, Partner(card).trust_why.strip()),
        ]
        for sentence, reply in Partner(card).stereotypes:
            rows += [(words.SENTENCE, sentence.strip()), (words.REPLY, reply.strip())]
        yield from under(scope.cards.title(card), facts(*rows))


def _encouragement(scope: Scope) -> Iterator[Block]:
    columns = (words.TO_WHOM, words.WHY, words.WORDS, SharingWords.UNTIL)
    rows = (
        (view.who, view.why.strip(), view.words.strip(), on_day(card, Encouragement.until))
        for card in scope.cards.of("encouragement")
        for view in [Encouragement(card)]
        if view.state == "offen"
    )
    yield from under(words.ENCOURAGEMENT, table(columns, rows))


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
        Part(
            "vertrauliches",
            words.CONFIDENTIAL,
            _confidential,
            wanted=False,
            takes=_TAKES,
            apart=words.CONFIDENTIAL_NOTE,
        ),
    ),
    _naming,
    stays=words.STAYS,
    guide=True,
    private=True,
)

REPORTS: tuple[Report, ...] = (HANDOVER,)
