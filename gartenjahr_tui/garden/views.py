"""Where people see the same thing differently: side by side, never mixed into one figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from textwrap import indent
from typing import TYPE_CHECKING

from gartenjahr_tui.garden.targets import Target, ToCard, ToPrompt
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt
from gartenjahr_tui.words.packets import ViewsWords as words
from gartenjahr_tui.workbook.plain import Answer, AnswerKey
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Value, part_of, value_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

Heard = list[tuple[str, Answer]]
"""Who answered, and what."""


@dataclass(frozen=True)
class Difference:
    """A question on which views differ.

    Attributes:
        head: The question; what it is about is named where that is a card.
        scales: For each scale, who chose which step, in one line.
        views: Who, and what else that person said.
        target: Where the question stands.
    """

    head: str
    scales: tuple[str, ...]
    views: tuple[tuple[str, str], ...]
    target: Target

    @property
    def lines(self) -> list[str]:
        """All of it as German lines."""
        return [self.head, *self.scales, *(_beside(name, text) for name, text in self.views)]


def views(book: Workbook, prompt: Prompt, year: int) -> list[tuple[str, str]]:
    """Name and text of each person who answered a question, where at least two did differently.

    What is personal or confidential is compared with nobody.
    """
    return [
        (name, _text(book, prompt, answer)) for name, answer in _different(book, prompt, year, "")
    ]


def differences(
    book: Workbook, only: Collection[tuple[str, str]] | None = None
) -> list[Difference]:
    """All questions of the year on which views differ: the guide's, then those of cards.

    Only these questions and cards – empty for the guide's – are looked at, where any are given.
    """
    return [
        _difference(book, prompt, book.year, card, said)
        for prompt, card in _places(book, book.year)
        if only is None or (prompt.id, card) in only
        if (said := _different(book, prompt, book.year, card))
    ]


def _difference(book: Workbook, prompt: Prompt, year: int, card: str, heard: Heard) -> Difference:
    compared = {field.id: line for field in prompt.fields if (line := _scale(field, heard))}
    rest = replace(prompt, fields=tuple(f for f in prompt.fields if f.id not in compared))
    texts = [(name, _text(book, rest, _without(answer, compared))) for name, answer in heard]
    return Difference(
        _head(book, prompt, card),
        tuple(compared.values()),
        tuple((name, text) for name, text in texts if text),
        ToCard(card, prompt=prompt.id) if card else ToPrompt(prompt.id, year),
    )


def _without(answer: Answer, fields: Collection[str]) -> Answer:
    value = {id: part for id, part in answer.value.items() if id not in fields}
    return replace(answer, value=value)


def _places(book: Workbook, year: int) -> Iterator[tuple[Prompt, str]]:
    """Every question that may have several answers, with the card it is about."""
    for prompt in book.guide.prompts.values():
        yield prompt, ""
    found = {(a.key.subject, a.key.prompt) for a in book.views_of_cards(year)}
    for id in sorted({card for card, _ in found if card in book.cards}, key=book.cards.name):
        card = book.cards[id]
        if not card.deleted:
            prompts = book.cards.form(card).prompts
            yield from ((prompt, id) for name, prompt in prompts.items() if (id, name) in found)


def heard(book: Workbook, prompt: Prompt, year: int, card: str) -> Heard:
    """What the card says, and what everybody said beside it whose answer may be read here."""
    said = list(_card_itself(book, prompt, year, card)) if card else []
    for voice in book.heard(prompt):
        answer = book.find_answer(AnswerKey(prompt.id, year, voice.id, card))
        if answer and (answer.value or answer.state is AnswerState.NOT_HERE):
            said.append((voice.name, answer))
    return said


def _different(book: Workbook, prompt: Prompt, year: int, card: str) -> Heard:
    """Who answered, if at least two did so differently."""
    said = [] if prompt.own else heard(book, prompt, year, card)
    first = said[0][1] if said else None
    return said if first and any(_said(a) != _said(first) for _, a in said) else []


def _said(answer: Answer) -> tuple[bool, Value]:
    """What counts as saying the same: the words, not how far somebody is with them."""
    return answer.state is AnswerState.NOT_HERE, answer.value


def _card_itself(
    book: Workbook, prompt: Prompt, year: int, card: str
) -> Iterator[tuple[str, Answer]]:
    """What the card says, which is the whole team's."""
    if value := part_of(prompt.fields, book.cards[card].value):
        yield words.CARD, Answer(AnswerKey(prompt.id, year, "", card), AnswerState.BEGUN, value)


def _head(book: Workbook, prompt: Prompt, card: str) -> str:
    if not card:
        return prompt.ask
    item = book.cards.form(book.cards[card]).item
    return words.ABOUT.format(item=item, name=book.cards.name(card), ask=prompt.ask)


def _scale(field: Field, heard: Heard) -> str:
    """Who chose which step of a scale; empty where not even two did, or it is none."""
    chosen = [(name, a.value[field.id]) for name, a in heard if field.id in a.value]
    if field.kind is not FieldKind.SCALE or len(chosen) < 2:
        return ""
    steps = words.BETWEEN.join(words.STEP.format(name=name, step=step) for name, step in chosen)
    ends = words.ENDS.format(low=field.low, high=field.high) if field.low or field.high else ""
    return words.SCALE.format(label=field.label or words.SCALE_NAME, ends=ends, steps=steps)


def _beside(name: str, text: str) -> str:
    """Who said what: on one line, or the text below the name."""
    sentence = words.SAID_BELOW if "\n" in text else words.SAID
    return sentence.format(name=name, text=indent(text, "  ") if "\n" in text else text)


def _text(book: Workbook, prompt: Prompt, answer: Answer) -> str:
    """All a person said, in plain German."""
    text = value_text(prompt, answer.value, book.cards.name)
    if answer.state is AnswerState.NOT_HERE:
        return f"{answer.state.word}\n{text}".rstrip()
    return text
