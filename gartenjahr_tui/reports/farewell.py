"""The farewell sheet: one page for both houses when a partnership comes to its end.

Why it ends and what one has learnt from it stays in the house.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.kinds import Harvest, Partnership, Thanks
from gartenjahr_tui.reports.document import (
    Block,
    Look,
    Paragraph,
    Signatures,
    WritingSpace,
    bullets,
    facts,
)
from gartenjahr_tui.reports.phrases import joined, library, listed, named, on_day, spelled, whom
from gartenjahr_tui.reports.report import Part, Report, Scope, about
from gartenjahr_tui.reports.sharing import only_text, partners_of
from gartenjahr_tui.text import folded
from gartenjahr_tui.words.sharing import FarewellWords as words
from gartenjahr_tui.words.sharing import ProfileWords

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.plain import Card


def _head(scope: Scope) -> Iterator[Block]:
    houses = listed([library(scope.book), *partners_of(scope)])
    yield Paragraph(words.FOR_BOTH, Look.LEAD)
    begin, end = on_day(scope.about, Partnership.begin), spelled(Partnership(scope.about).ended_on)
    span = ProfileWords.SPAN_BOTH.format(begin=begin, end=end) if begin and end else ""
    until = ProfileWords.SPAN_END.format(end=end) if end else ""
    yield from facts((words.TOGETHER, houses), (ProfileWords.SPAN, span or until))


def _done(scope: Scope) -> Iterator[Block]:
    view = Partnership(scope.about)
    yield from (Paragraph(text) for text in (view.about.strip(), view.aims.strip()) if text)
    reached = (one for one in view.milestones if one.state == "erreicht" and one.name)
    in_order = sorted(reached, key=lambda one: one.day or date.max)
    yield from bullets(joined(spelled(one.kept), one.name, by=": ") for one in in_order)


def _harvests_of(scope: Scope) -> list[Card]:
    found = scope.cards.naming(scope.about.id, Harvest.KIND)
    return sorted(found, key=lambda card: Harvest(card).on or date.max)


def _harvests(scope: Scope) -> Iterator[Block]:
    days = ((on_day(card, Harvest.on), scope.cards.title(card)) for card in _harvests_of(scope))
    yield from bullets(joined(day, title, by=": ") for day, title in days)


def _thanks(scope: Scope) -> Iterator[Block]:
    """What stands on the card, and in the book of thanks for it and its harvests; each once."""
    cards = scope.cards
    said = [*Partnership(scope.about).thanking]
    for one in (scope.about, *_harvests_of(scope)):
        for card in cards.naming(one.id, Thanks.KIND):
            people, places = (named(cards, card, f) for f in (Thanks.people, Thanks.organisation))
            said.append((whom(people, places), Thanks(card).reason))
    lines = (joined(who, reason, by=": ") for who, reason in said)
    yield from bullets({folded(line): line for line in lines if line}.values())
    yield from only_text(Partnership.former_thanks)(scope)


def _door(scope: Scope) -> Iterator[Block]:
    view = Partnership(scope.about)
    if sentence := words.DOORS.get(view.door, ""):
        # Only a day somebody has chosen is a promise to others.
        day = spelled(view.knock_on)
        yield Paragraph(joined(sentence, words.KNOCK.format(day=day) if day else "", by=" "))


def _signed(scope: Scope) -> Iterator[Block]:
    yield WritingSpace(2, words.OWN_WORDS)
    yield Signatures((library(scope.book), *(partners_of(scope) or [words.PARTNER])))
    yield Paragraph(words.TWO_COPIES, Look.NOTE)


FAREWELL = Report(
    "abschiedsblatt",
    words.TITLE,
    words.LEAD,
    (
        Part("kopf", words.HEAD, _head, fixed=True, heading=False),
        Part("getan", words.DONE, _done),
        Part("ernten", words.HARVESTS, _harvests),
        Part("dank", words.THANKS, _thanks),
        Part("bleibt", words.REMAINS, only_text(Partnership.remains)),
        Part("tuer", words.DOOR, _door),
        Part("unterschriften", words.SIGNED, _signed, fixed=True, heading=False),
    ),
    lambda scope: (words.HEADING, scope.cards.title(scope.about)),
    (
        about(
            *("partnership", words.ASK, words.NONE),
            only=lambda card: not Partnership(card).lives,
            must=True,
        ),
    ),
    words.STAYS,
)

REPORTS: tuple[Report, ...] = (FAREWELL,)
