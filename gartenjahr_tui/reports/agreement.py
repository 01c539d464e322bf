"""The letter of intent: who agrees on what with whom, for how long, and who signs.

What a card knows stands in it; what is still to be said are its open places.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Contact, Hands, Partner, Partnership
from gartenjahr_tui.reports.document import (
    Block,
    Facts,
    Look,
    Paragraph,
    Signatures,
    WritingSpace,
    bullets,
    lean_table,
    table,
    under,
)
from gartenjahr_tui.reports.phrases import joined, listed, spelled, with_remark
from gartenjahr_tui.reports.places import line, on_card, the_library
from gartenjahr_tui.reports.report import Part, Report, Scope
from gartenjahr_tui.reports.sharing import PARTNERSHIP, milestone_rows, touch
from gartenjahr_tui.words.sharing import IntentWords as words
from gartenjahr_tui.words.sharing import PhrasesWords, SharingWords

if TYPE_CHECKING:
    from gartenjahr_tui.garden.library import Library
    from gartenjahr_tui.outlet import Place
    from gartenjahr_tui.workbook.plain import Card

OF_US = ("traeger", "anschrift", "telefon", "mail", "leitung", "vertreten")
"""What is said of the library; who signs is asked for."""


def _us(scope: Scope) -> Library:
    return the_library(scope, *OF_US, needed=("name", "anschrift", "vertreten"))


def _partners(scope: Scope) -> list[Card]:
    return scope.cards.named(scope.about, Partnership.partners.id)


def _signatory(scope: Scope, card: Card) -> Place:
    """Who signs for a partner."""
    label = words.SIGNS_FOR.format(name=scope.cards.title(card))
    return line(f"vertreten-{card.id}", label)


def _note(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.NOTE, Look.NOTE)


# Who


def _parties(scope: Scope) -> Iterator[Block]:
    yield Paragraph(words.OPENING)
    us = _us(scope)
    rows = [(words.LIBRARY, _party(us.party, us.address, us.signatory))]
    for card in _partners(scope):
        name = scope.cards.title(card)
        label = words.ADDRESS_OF.format(name=name)
        address = scope.place(on_card(scope, card, Partner.address.id, label, needed=False))
        rows.append((words.PARTNER, _party(name, address, scope.place(_signatory(scope, card)))))
    if len(rows) == 1:
        rows.append((words.PARTNER, scope.line(line("partner", words.PARTNER))))
    yield Facts(tuple(rows))


def _party(name: str, address: str, signatory: str) -> str:
    signs = words.REPRESENTED.format(who=signatory or PhrasesWords.BLANK)
    return joined(name, address, signs, by="\n")


def _contacts(scope: Scope) -> Iterator[Block]:
    us = _us(scope)
    who = scope.place(line("ansprechperson", words.OUR_CONTACT, us.head))
    rows: list[tuple[str, ...]] = [(who or PhrasesWords.BLANK, us.called, us.phone, us.mail)]
    for card in _partners(scope):
        rows += _at(scope, card)
    yield from table(words.CONTACT_COLUMNS, rows)


def _at(scope: Scope, partner: Card) -> list[tuple[str, ...]]:
    """Those one talks to at a partner's; who is still to be named is asked for."""
    cards, name = scope.cards, scope.cards.title(partner)
    found: list[tuple[str, ...]] = [
        (with_remark(cards.title(card), view.function), name, view.phone, view.mail)
        for card in cards.naming(partner.id, Contact.KIND)
        if partner in cards.named(card, Contact.partner.id)
        for view in [Contact(card)]
    ]
    if found:
        return found
    who = scope.line(line(f"ansprechperson-{partner.id}", words.CONTACT_AT.format(name=name)))
    return [(who, name, Partner(partner).phone, Partner(partner).mail)]


# What


def _asked(field: str, label: str, scope: Scope) -> Iterator[Block]:
    """What a field of the partnership says, or a line to write it on."""
    yield Facts(((label, scope.line(on_card(scope, scope.about, field, label))),))


def _shares(scope: Scope) -> Iterator[Block]:
    """What each side does, side by side of the paper; a side without a task is asked for."""
    names = listed(map(scope.cards.title, _partners(scope))) or words.PARTNER
    sides: tuple[tuple[Hands, str, bool], ...] = (
        ("wir", _us(scope).called, True),
        ("partner", names, True),
        ("gemeinsam", words.TOGETHER, False),
    )
    for side, name, needed in sides:
        tasks = [
            with_remark(
                task, joined(person, words.UNTIL.format(day=spelled(until)) if until else "")
            )
            for task, who, person, until in Partnership(scope.about).roles
            if who == side
        ]
        if not tasks and needed:
            label = words.SHARE_OF.format(name=name)
            tasks = [scope.line(line(f"beitrag-{side}", label))]
        yield from under(name, bullets(tasks))


def _meetings(scope: Scope) -> Iterator[Block]:
    when = scope.place(on_card(scope, scope.about, Partnership.talks_due.id, needed=False))
    once = words.LOOK_BACK_WHEN.format(when=when) if when else words.LOOK_BACK
    yield Paragraph(joined(once, touch(scope), by=" "))


def _plan(scope: Scope) -> Iterator[Block]:
    """What is still ahead; a day that has passed is no plan."""
    today = scope.book.today

    def is_ahead(day: date | None, state: str) -> bool:
        return state != "erreicht" and (day is None or day >= today)

    rows = (row[:2] for row in milestone_rows(scope, is_ahead))
    yield from lean_table((SharingWords.WHEN, SharingWords.WHAT), rows)


# How long


def _duration(scope: Scope) -> Iterator[Block]:
    card = scope.about
    begin = scope.line(on_card(scope, card, Partnership.begin.id))
    end = scope.place(on_card(scope, card, Partnership.end.id, needed=False))
    form = words.LASTS if end else words.LASTS_ON
    said = [form.format(begin=begin, end=end)]
    if end:
        renewal = scope.met(on_card(scope, card, Partnership.renewal.id, words.RENEWAL)).value
        said.append(words.RENEWALS.get(renewal, words.RENEWED_BLANK))
    yield Paragraph(joined(*said, by=" "))


def _change(scope: Scope) -> Iterator[Block]:
    notice = scope.line(on_card(scope, scope.about, Partnership.notice.id, words.NOTICE_LABEL))
    yield Paragraph(joined(words.CHANGE_TEXT, words.NOTICE.format(notice=notice), by=" "))


def _signed(scope: Scope) -> Iterator[Block]:
    us = _us(scope)
    names = [joined(us.signatory, us.party, by="\n")]
    for card in _partners(scope):
        signs = scope.place(_signatory(scope, card))
        names.append(joined(signs, scope.cards.title(card), by="\n"))
    yield WritingSpace(1, words.PLACE_AND_DAY)
    yield Signatures((*names, words.PARTNER) if len(names) == 1 else tuple(names))


INTENT = Report(
    "absichtserklaerung",
    words.TITLE,
    words.LEAD,
    (
        Part("hinweis", words.NOTE_TITLE, _note, heading=False),
        Part("beteiligte", words.PARTIES, _parties, fixed=True),
        Part("ansprechpersonen", words.CONTACTS, _contacts),
        Part("vorhaben", words.CAUSE, partial(_asked, Partnership.about.id, words.CAUSE_LABEL)),
        Part(
            "ziele", words.GOALS, partial(_asked, Partnership.aims.id, words.GOALS), heading=False
        ),
        Part(
            "zielgruppe",
            words.AUDIENCE,
            partial(_asked, Partnership.audience.id, words.AUDIENCE),
            heading=False,
        ),
        Part("beitraege", words.SHARES, _shares),
        Part("verbindung", words.TOUCH, _meetings),
        Part("zeitplan", words.MILESTONES, _plan),
        Part("dauer", words.SPAN, _duration),
        Part("aenderungen", words.CHANGE, _change),
        Part("unterschriften", words.SIGNED, _signed, fixed=True),
    ),
    lambda scope: (words.TITLE, scope.cards.title(scope.about)),
    (PARTNERSHIP,),
    words.STAYS,
)

REPORTS: tuple[Report, ...] = (INTENT,)
