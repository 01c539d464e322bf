"""Where people see the same thing differently: side by side, never mixed into one figure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from textwrap import indent
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.sheet import CardSheet
from gartenjahr_tui.garden.targets import Target, ToCard, ToPrompt
from gartenjahr_tui.garden.told import told
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt, Section
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.packets import TableWords as words_of_table
from gartenjahr_tui.words.packets import ViewsWords as words
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Voice
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Value, field_text, former_texts, part_of, value_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

LONGEST = 100
"""Characters of a question that name a meeting."""

STEP = "encounter.schritt"
"""The question that asks for the next step."""

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


# At the table


@dataclass(frozen=True)
class TablePage:
    """A question that two see differently, for a talk between them.

    Attributes:
        head: The question.
        we: Whose words ours are; empty where nothing was said.
        you: Who sees it otherwise.
        rows: Label, what we say, what they say.
        partnership: Id of the partnership it is about; empty for none.
        target: Where the question stands.
    """

    head: str
    we: str
    you: str
    rows: tuple[tuple[str, str, str], ...]
    partnership: str
    target: Target


def at_the_table(book: Workbook) -> list[TablePage]:
    """What each of the others sees differently, person by person.

    Who sits at the table may read along: nothing guarded is in it.
    """
    open_book = told(book)
    places = list(_places(open_book, book.year))
    return [page for voice in book.voices for page in _pages(open_book, voice, places)]


def _pages(book: Workbook, you: Voice, places: list[tuple[Prompt, str]]) -> Iterator[TablePage]:
    """The pages of one person."""
    for prompt, card in places if you.id != book.voice.id else ():
        said = [] if prompt.guarded else heard(book, prompt, book.year, card)
        theirs = next((answer for _, answer in said if answer.key.voice == you.id), None)
        ours = next((one for one in said if one[1].key.voice in ("", book.voice.id)), None)
        if theirs is None or (ours and _said(ours[1]) == _said(theirs)):
            continue
        if ours is None and len(said) < 2:
            continue
        about = book.cards[card] if card else None
        yield TablePage(
            _head(book, prompt, card),
            ours[0] if ours else "",
            you.name,
            tuple(_rows(book, prompt, ours[1] if ours else None, theirs)),
            card if about and about.kind == kinds.Partnership.KIND else "",
            ToCard(card, prompt=prompt.id) if card else ToPrompt(prompt.id, book.year),
        )


def _rows(
    book: Workbook, prompt: Prompt, ours: Answer | None, theirs: Answer
) -> Iterator[tuple[str, str, str]]:
    """What both say, field by field."""
    for field in prompt.fields:
        left, right = (
            field_text(field, answer.value[field.id], book.cards.name)
            if answer and field.id in answer.value
            else ""
            for answer in (ours, theirs)
        )
        if left or right:
            yield field.label, left, right
    left, right = (
        "\n".join([*_not_here(answer), *former_texts(prompt, answer.value)]) if answer else ""
        for answer in (ours, theirs)
    )
    if left or right:
        yield "", left, right


def _not_here(answer: Answer) -> Iterator[str]:
    if answer.state is AnswerState.NOT_HERE:
        yield answer.state.word


def step_sheet(book: Workbook, page: TablePage) -> tuple[CardSheet, Section]:
    """A meeting at which a step is agreed on, and the question that asks for it."""
    about = book.cards.get(page.partnership) if page.partnership else None
    ask = words_of_table.ABOUT.format(name=page.you, ask=page.head)
    value = {
        kinds.Encounter.occasion.id: shortened(one_line(ask), LONGEST),
        kinds.Encounter.partners.id: about.value.get(kinds.Partnership.partners.id)
        if about
        else [],
        kinds.Step.partnerships.id: [about.id] if about else [],
    }
    sheet = CardSheet(book, book.cards.blank(kinds.Encounter.KIND, value))
    section = sheet.form.section_of(STEP)
    prompt = sheet.form.prompts[STEP]
    fields = tuple(f for f in prompt.fields if f.id in (kinds.Step.step.id, kinds.Step.until.id))
    return sheet, replace(section, questions=(replace(prompt, fields=fields),))


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
