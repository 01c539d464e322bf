"""What is known already, said where a question needs it: each fact has one home and is asked there.

A question names in the content file (``recall``) what is said above its fields. Nothing of it
leaves the house: a sheet of paper, a packet or a report never recalls anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.advice import hours_today
from gartenjahr_tui.garden.ahead import ALLIANCES
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.garden import KnownWords as words
from gartenjahr_tui.workbook.dates import day_of
from gartenjahr_tui.workbook.values import entry_text, field_text, part_of, short_text, value_text
from gartenjahr_tui.workbook.years import year_of

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Field
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Answer, Card
    from gartenjahr_tui.workbook.values import Entry

Recall = Callable[["Workbook", "Card | None"], Iterable[str]]

LONGEST = 240
"""Characters of a text that is said again; all of it stands in its home."""

MOST = 8
"""Lines that are said; the home has them all."""


def lines(book: Workbook, name: str, card: Card | None = None) -> list[str]:
    """What is known under this name, as German lines, about a card if there is one."""
    recall = _RECALLS.get(name)
    found = list(recall(book, card)) if recall else []
    more = [words.MORE.format(count=len(found) - MOST)] if len(found) > MOST + 1 else []
    return [*found[:MOST], *more] if more else found


# Answers


def _answers(book: Workbook, id: str, *, this_year: bool) -> Iterator[Answer]:
    """What may be read here of a question: of the year looked at, or of the newest that says it."""
    prompt = book.guide.prompts[id]
    for year in [book.year] if this_year else reversed(book.years):
        found = [book.answer(id, year, voice) for voice in book.heard(prompt)]
        if said := [answer for answer in found if answer.value]:
            yield from said
            return


def _told(
    book: Workbook, id: str, sentence: str, *fields: str, this_year: bool = False
) -> Iterator[str]:
    """An answer, or some of its fields, in a line for each person who gave one."""
    prompt = book.guide.prompts[id]
    chosen = [field for field in prompt.fields if field.id in fields or not fields]
    for answer in _answers(book, id, this_year=this_year):
        text = value_text(prompt, part_of(chosen, answer.value), book.cards.name)
        if text:
            year = book.year_label(answer.key.year)
            yield sentence.format(year=year, text=shortened(one_line(text), LONGEST))


def why(book: Workbook, card: Card | None) -> Iterator[str]:
    """One's own why, where one introduces the library."""
    yield from _told(book, "boden.warum", words.WHY)


def picture(book: Workbook, card: Card | None) -> Iterator[str]:
    """The picture of the common garden that is meant for those a pitch is for."""
    audience = str(card.value.get("publikum", "")) if card else ""
    if audience:
        yield from _told(book, "boden.bild", words.PICTURE, audience)


def limits(book: Workbook, card: Card | None) -> Iterator[str]:
    """The limits the library stands up for, beside the hours it has."""
    yield from _told(book, "saeen.einstehen", words.LIMITS)


def fruits(book: Workbook, card: Card | None) -> Iterator[str]:
    """The fruits hoped for at the beginning of the year, where its end is looked back from."""
    yield from _told(book, "boden.fruechte", words.FRUITS, this_year=True)


def wishes(book: Workbook, card: Card | None) -> Iterator[str]:
    """The wishes of the year, where it comes to rest."""
    yield from _told(book, "boden.wuensche", words.WISHES, this_year=True)


def town_handshake(book: Workbook, card: Card | None) -> Iterator[str]:
    """What counts more in the town, beside what counts for a partner."""
    yield from _told(book, "pflegen.handschlag", words.IN_TOWN)


def alliance(book: Workbook, card: Card | None) -> Iterator[str]:
    """What the table of alliances says of the topic of a partner, or of its name."""
    field = book.guide.prompts[ALLIANCES].fields[0]
    for answer in _answers(book, ALLIANCES, this_year=False):
        for entry in answer.value.get(field.id, ()):
            named = card and entry.get("name") and entry["name"] == card.value.get("name")
            topic = card and entry.get("feld") and entry["feld"] == card.value.get("feld")
            if named or topic:
                yield words.ALLIANCE.format(text=entry_text(field, entry))


def laws(book: Workbook, card: Card | None) -> Iterator[str]:
    """The laws of the garden, where one looks back (inventory 145)."""
    for law in book.guide.exhibits["gartenregeln"].levels:
        yield words.LAW.format(name=law.name)


# Cards


def _within(book: Workbook, kept: Any) -> bool:
    day = day_of(kept)
    return day is not None and year_of(day, book.profile.start_month) == book.year


def _entries(book: Workbook, kind: str, id: str) -> Iterator[tuple[Card, Field, Entry]]:
    """The entries of a list that fall into the year looked at, of all cards of a kind."""
    field = book.guide.forms[kind].fields[id]
    for card in book.cards.of(kind):
        for entry in card.value.get(id, ()):
            if _within(book, entry.get("am")):
                yield card, field, entry


def _of_card(book: Workbook, card: Card, text: str) -> str:
    title = book.cards.title(card)
    return words.OF_CARD.format(title=title, text=shortened(one_line(text), LONGEST))


def _said(book: Workbook, kind: str, id: str) -> Iterator[str]:
    """The entries of :func:`_entries`, in a line each."""
    for card, field, entry in _entries(book, kind, id):
        yield _of_card(book, card, entry_text(field, entry))


def hours(book: Workbook, card: Card | None) -> Iterator[str]:
    """How many partnerships live and what they take, beside what the team has."""
    if count := len(kinds.living(book.cards)):
        yield words.LIVING[count != 1].format(count=count)
    yield from hours_today(book)


def gains(book: Workbook, card: Card | None) -> Iterator[str]:
    """What the harvests of the year have brought in, and whom was told of them."""
    form = book.guide.forms[kinds.Harvest.KIND]
    fields = [*form.prompts["harvest.ressourcen"].fields, form.fields["geteilt"]]
    for harvest in book.cards.of(kinds.Harvest.KIND):
        if _within(book, harvest.value.get("am")):
            for field in fields:
                if text := short_text(field, harvest.value, book.cards.name):
                    said = words.FIELD.format(label=field.label, text=text.removeprefix("- "))
                    yield _of_card(book, harvest, said)


def looks_back(book: Workbook, card: Card | None) -> Iterator[str]:
    """What was said of each partnership when it was looked back on in the year."""
    yield from _said(book, kinds.Partnership.KIND, "rueckblick")


def changes(book: Workbook, card: Card | None) -> Iterator[str]:
    """What is to change in each partnership."""
    for partnership, _, entry in _entries(book, kinds.Partnership.KIND, "rueckblick"):
        if text := entry.get("veraenderungen"):
            yield _of_card(book, partnership, str(text))


def surroundings(book: Workbook, card: Card | None) -> Iterator[str]:
    """What has changed around the partners, as their cards and the check-ins say."""
    yield from _said(book, kinds.Partner.KIND, "wandel")
    for look in book.cards.of(kinds.Checkup.KIND):
        if (text := look.value.get("umfeld")) and _within(book, look.value.get("am")):
            yield _of_card(book, look, str(text))


def decided(book: Workbook, card: Card | None) -> Iterator[str]:
    """What was decided about partnerships in the year."""
    yield from _said(book, kinds.Partnership.KIND, "entscheidungen")


def partner_handshake(book: Workbook, card: Card | None) -> Iterator[str]:
    """How each partner of a partnership comes to an agreement."""
    field = book.guide.forms[kinds.Partner.KIND].fields["handschlag"]
    for partner in book.cards.named(card, kinds.Partnership.partners.id) if card else ():
        if (step := partner.value.get(field.id)) is not None:
            yield _of_card(book, partner, field_text(field, step))


_RECALLS: dict[str, Recall] = {
    recall.__name__: recall
    for recall in (
        *(why, picture, limits, fruits, wishes, town_handshake, alliance, laws),
        *(hours, gains, looks_back, changes, surroundings, decided, partner_handshake),
    )
}
