"""A garden in which every text is a word of its own, so that one sees what went out, and whose.

Two people have answered everything, everything said something else before, and of every kind of
card one is put away. What is guarded has been copied wherever the program copies it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.checkin import checkin
from gartenjahr_tui.garden.growing import DEEDS, grow
from gartenjahr_tui.garden.overwintering import overwintering
from gartenjahr_tui.guide.model import Field, FieldKind
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import value_text

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Prompt
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

OTHER, ME = "Anne Kern", "Mo Krug"
"""The two who write; the second wrote last."""

FORMER, DELETED = "früher", "gelöscht"

_WORD = re.compile(r"zq\d{5}qz", re.IGNORECASE)


class Markers:
    """Hands out words and knows where each of them was typed."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[str, str]] = {}

    def word(self, who: str, question: str) -> str:
        """A new word.

        Args:
            who: Whose it is: a person, FORMER or DELETED; empty for the team's.
            question: Id of the question it is typed at.
        """
        word = f"Zq{len(self.places):05}qZ"
        self.places[word.casefold()] = (who, question)
        return word

    def found(self, text: str) -> set[tuple[str, str]]:
        """Whose, and where the words of a text were typed."""
        return {self.places[word.casefold()] for word in _WORD.findall(text)}

    def fill(self, fields: Iterable[Field], who: str, question: str) -> dict[str, Any]:
        """Something that fits in every field."""
        return {field.id: self._part(field, who, question) for field in fields}

    def _part(self, field: Field, who: str, question: str) -> Any:
        match field.kind:
            case FieldKind.TEXT | FieldKind.LINE:
                return self.word(who, question)
            case FieldKind.SCALE:
                return 3
            case FieldKind.CHOICE:
                return field.options[0].id
            case FieldKind.CHECKS:
                return [option.id for option in field.options]
            case FieldKind.DATE:
                return "2026-11-12"
            case FieldKind.NUMBER:
                return 7
            case FieldKind.ENTRIES:
                return [self.fill(field.columns, who, question)]
            case _:
                return []

    def card(self, book: Workbook, kind: str, who: str = "") -> Card:
        """A card with something in every field, and before that something else."""
        prompts = book.guide.forms[kind].prompts.values()
        before, after = (
            {k: v for p in prompts for k, v in self.fill(p.fields, of, p.id).items()}
            for of in (FORMER, who)
        )
        card = book.cards.add(kind, before)
        book.keep_former(book.cards[card.id])
        return book.cards.set(card.id, **after)


def plant(book: Workbook) -> Markers:
    """Fill a garden; the second person is left as the one who writes."""
    markers = Markers()
    made = {kind: markers.card(book, kind) for kind in book.guide.forms}
    for kind, card in made.items():
        for field in book.guide.forms[kind].fields.values():
            if field.kind is FieldKind.CARDS and not field.not_self:
                book.cards.set(card.id, **{field.id: [made[field.of].id]})
    book.cards.set(made["partnership"].id, entscheidungen=[], absprachen=[])
    book.cards.set(made["thanks"].id, stand="offen")
    ended = markers.card(book, "partnership")
    book.cards.set(ended.id, entscheidungen=[{"am": "2026-11-12", "weg": "beenden"}])
    for kind in book.guide.forms:
        book.cards.delete(markers.card(book, kind, DELETED).id)
    for person in (OTHER, ME):
        book.add_voice(person)
        for prompt in book.guide.prompts.values():
            _answer(book, markers, prompt, person)
        _view(book, markers, made["partnership"])
    _copy_everything(book)
    return markers


def _answer(book: Workbook, markers: Markers, prompt: Prompt, person: str) -> None:
    who = person if prompt.own else ""
    book.put(prompt, markers.fill(prompt.fields, FORMER, prompt.id), left=True)
    book.keep_former(book.answer(prompt.id))
    book.put(prompt, markers.fill(prompt.fields, who, prompt.id), left=True)


def _view(book: Workbook, markers: Markers, card: Card) -> None:
    """What one person says about a card beside the card itself."""
    for prompt in book.guide.forms[card.kind].prompts.values():
        value = markers.fill(prompt.fields, book.voice.name if prompt.own else "", prompt.id)
        key = AnswerKey(prompt.id, book.year, book.voice.id, card.id)
        book.take_from_outside(Answer(key, AnswerState.ANSWERED, value))


def _copy_everything(book: Workbook) -> None:
    """Let the program copy all it can copy."""
    for prompt in book.guide.prompts.values():
        if prompt.grows:
            grow(book, prompt, value_text(prompt, book.answer(prompt.id).value))
    for _ in range(2):
        for kind, deeds in DEEDS.items():
            for card in [*book.cards.of(kind)]:
                for deed in deeds:
                    deed.do(book, card)
    _check_in(book)
    winter = overwintering(book)
    for station in winter.stations():
        if station.partnership:
            winter.plant_of(station)
    winter.finish()


def _check_in(book: Workbook) -> None:
    for card in book.cards.of("checkin"):
        book.cards.set(card.id, fertig_am="2026-11-12")
    (look,) = book.cards.of("checkup")
    said = {id: part for id, part in look.value.items() if id.startswith("transparenz")}
    round = checkin(book)
    for station in round.stations():
        if station.partnership:
            form = book.guide.forms["checkup"]
            station.sheet.put(form.prompts["checkup.transparenz"], said)
            round.leave(station)
    round.finish()


def questions(book: Workbook) -> Iterator[Prompt]:
    """Every question of the guide and of the forms."""
    yield from book.guide.prompts.values()
    for form in book.guide.forms.values():
        yield from form.prompts.values()
