"""A packet of questions as something that can leave the garden."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange import packet
from gartenjahr_tui.guide.model import CardForm, Option, Prompt, Section
from gartenjahr_tui.outlet import (
    Ask,
    Chosen,
    Draft,
    Files,
    Format,
    Outlet,
    Unavailable,
    WorkProgress,
    file_stem,
)
from gartenjahr_tui.words.packets import OutletWords as words

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

FORM = "partnership"
"""The kind of card others are asked about."""


def _fit(section: Section) -> list[Prompt]:
    """The questions of a section that others can answer and that may go out unnamed."""
    return [p for p in section.prompts if packet.may_ask(p) and not p.guarded]


def _sections(book: Workbook) -> Iterator[tuple[Section, str, CardForm | None]]:
    """Every section with such questions, what it is called, and the form it stands in."""
    form = book.guide.forms[FORM]
    places: list[tuple[str, Sequence[Section], CardForm | None]] = [
        *((chapter.title, chapter.sections, None) for chapter in book.guide.chapters),
        (form.item, form.sections, form),
    ]
    for title, sections, of in places:
        for section in filter(_fit, sections):
            yield section, words.PLACE.format(chapter=title, section=section.title), of


def _options(book: Workbook) -> Sequence[Option]:
    return [Option(section.id, title) for section, title, _ in _sections(book)]


def _cards(book: Workbook) -> Sequence[Option]:
    cards = book.cards
    return [Option("", words.NO_CARD), *(Option(c.id, cards.title(c)) for c in cards.of(FORM))]


def _draft(book: Workbook, chosen: Chosen, wanted: frozenset[str]) -> Draft:
    section, title, form = next(
        found for found in _sections(book) if found[0].id == chosen["abschnitt"]
    )
    card = book.cards[chosen["ueber"]] if form and chosen["ueber"] else None
    if form and card is None:
        raise Unavailable(words.WHICH_CARD)
    of_card = (card.id, packet.name(book.cards.title(card))) if card else ("", "")
    questions = [packet.PacketQuestion(prompt.id, *of_card) for prompt in _fit(section)]
    made = packet.make(book, questions, chosen["fuer"])

    def make(format: str, progress: WorkProgress) -> Files:
        return {"": packet.as_bytes(made)}

    asks = "\n\n".join(f"- {prompt.ask}" for prompt in _fit(section))
    inside = [words.INSIDE.format(title=title, year=made.year_label)]
    inside += [words.ABOUT.format(name=of_card[1])] if card else []
    inside += [words.RECIPIENT.format(name=made.recipient)] if made.recipient else []
    stem = file_stem(words.STEM, section.short, of_card[1], made.recipient)
    return Draft(stem, inside, words.STAYS, lambda width: asks, make)


OUTLET = Outlet(
    "paket",
    words.TITLE,
    words.LEAD,
    (Format(packet.ENDING.lstrip("."), words.FORMAT),),
    _draft,
    (
        Ask("abschnitt", words.SECTION, _options),
        Ask("ueber", words.CARD, _cards),
        Ask("fuer", words.FOR, lambda book: [Option("", words.NOBODY)], free=True),
    ),
)
"""Its command, which also reads packets, is one of its own."""
