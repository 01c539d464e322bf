"""A question of the guide that is answered on cards: by which of them, and what they say.

Asked of are the living cards: partnerships that have not ended, seeds that wait, all partners; of
what has a day – requests, thanks, encouragement, advocacy – what belongs to the garden year.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden.kinds import Partnership, Seed, living
from gartenjahr_tui.garden.picture import WAITING
from gartenjahr_tui.guide.model import CardForm, Field, FieldKind, OnCards, Prompt, Question
from gartenjahr_tui.words.garden import OnCardsWords as words
from gartenjahr_tui.workbook.plain import Card
from gartenjahr_tui.workbook.progress import Progress, progress
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import short_text
from gartenjahr_tui.workbook.years import first_day

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

ROWS, CARD, ANSWER = "karten", "karte", "antwort"
"""On paper: the list with a line for each card, and its columns."""


@dataclass(frozen=True)
class CardRow:
    """A card and what it answers.

    Attributes:
        card_id: Its id.
        title: What it is called.
        prompt: Id of the question of its form that is to be opened: the first without an answer.
        state: How far its answer is.
        answer: The answer in a line; of a guarded one only that there is one.
    """

    card_id: str
    title: str
    prompt: str
    state: AnswerState
    answer: str

    @property
    def begun(self) -> bool:
        """Whether there is an answer, or a part of it."""
        return self.state is not AnswerState.OPEN

    @property
    def text(self) -> str:
        """Name and answer in a line."""
        return words.ROW.format(title=self.title, answer=self.answer) if self.answer else self.title


def cards_asked(book: Workbook, asked: OnCards, year: int | None = None) -> list[Card]:
    """The cards a question is put to, by name or the latest first; in a year or the present one."""
    cards, form = book.cards, book.guide.forms[asked.kind]
    wanted, month = book.year if year is None else year, book.profile.start_month

    def find() -> list[Card]:
        if form.date:
            return cards.within(form.id, first_day(wanted, month), first_day(wanted + 1, month))
        found = living(cards) if form.id == Partnership.KIND else cards.of(form.id)
        if form.id == Seed.KIND:
            return [card for card in found if Seed(card).state in WAITING]
        return found

    return cards.once(("asked", wanted, month), find, of=form.id)


def _open_in(form: CardForm, asked: OnCards, card: Card) -> list[str]:
    """Ids of the questions about which a card says nothing yet."""
    said = {id for id, part in card.value.items() if part not in ([], "")}
    return [id for id in asked.of if not any(f.id in said for f in form.prompts[id].fields)]


def _state(form: CardForm, asked: OnCards, card: Card) -> AnswerState:
    return _state_with(asked, _open_in(form, asked, card))


def _state_with(asked: OnCards, missing: list[str]) -> AnswerState:
    """How far an answer is of which these questions are open."""
    if len(missing) == len(asked.of):
        return AnswerState.OPEN
    return AnswerState.BEGUN if missing else AnswerState.ANSWERED


def state(book: Workbook, asked: OnCards, year: int | None = None) -> AnswerState:
    """Answered when one of the cards has an answer: that others have none, their lines tell."""

    def work_out() -> AnswerState:
        form = book.guide.forms[asked.kind]
        best = AnswerState.OPEN
        for card in cards_asked(book, asked, year):
            found = _state(form, asked, card)
            if found is AnswerState.ANSWERED:
                return found
            best = best if found is AnswerState.OPEN else found
        return best

    number = book.year if year is None else year
    return book.cards.once((asked.id, number, book.profile.start_month), work_out, of=asked.kind)


def progress_of(book: Workbook, questions: Iterable[Question], year: int | None = None) -> Progress:
    """How far some questions are in a year, or in the present one.

    Most cards belong to no year: in an earlier one only the guide's own answers are counted.
    """
    number = book.year if year is None else year
    counted = [q for q in questions if isinstance(q, Prompt) or number == book.newest_year]
    return progress(counted, lambda q: state_of(book, q, number))


def state_of(book: Workbook, question: Question, year: int | None = None) -> AnswerState:
    """How far a question is in a year, or in the present one, wherever it is answered."""
    if isinstance(question, OnCards):
        return state(book, question, year)
    return book.state(question, year)


def rows(
    book: Workbook,
    asked: OnCards,
    most: int,
    kept: Collection[str] = (),
    *,
    year: int | None = None,
    guarded: bool = False,
) -> tuple[list[CardRow], int]:
    """The cards that answer a question, and how many more there are than can be shown.

    Args:
        book: The workbook.
        asked: The question.
        most: How many are shown. Where there are more, those without an answer come first.
        kept: Ids of cards that are to stay in sight.
        year: The garden year; None for the present one.
        guarded: Whether guarded answers are said, too.
    """
    form, found = book.guide.forms[asked.kind], cards_asked(book, asked, year)
    shown = found
    if len(found) > most:
        waiting = sorted(found, key=lambda c: (c.id not in kept, _state(form, asked, c).settled))
        chosen = {card.id for card in waiting[:most]}
        shown = [card for card in found if card.id in chosen]
    made = [_row(book, form, asked, card, guarded=guarded) for card in shown]
    return made, len(found) - len(shown)


def _row(book: Workbook, form: CardForm, asked: OnCards, card: Card, *, guarded: bool) -> CardRow:
    missing, answer = _open_in(form, asked, card), words.NOTHING
    state = _state_with(asked, missing)
    if state is not AnswerState.OPEN:
        fields = (f for id in asked.of for f in form.prompts[id].fields if f.id != form.title)
        texts = (short_text(field, card.value, book.cards.name) for field in fields)
        hidden = is_guarded(form, asked) and not guarded
        answer = words.NOTED if hidden else words.JOIN.join(filter(None, texts))
    opened = (*missing, *asked.of)[0]
    return CardRow(card.id, book.cards.title(card), opened, state, answer)


def is_guarded(form: CardForm, asked: OnCards) -> bool:
    """Whether what is answered leaves the house only when it is asked for."""
    return any(form.prompts[id].guarded for id in asked.of)


def names_itself(form: CardForm, prompt_id: str) -> bool:
    """Whether a question asks what the card is called, so that a new one can begin with it."""
    return any(field.id == form.title for field in form.prompts[prompt_id].fields)


def name_prompt(form: CardForm) -> Prompt:
    """The question what a new card is to be called; it belongs to the form."""
    prompt = next(p for p in form.prompts.values() if names_itself(form, p.id))
    title = form.fields[form.title]
    ask = words.NAME.format(item=form.item)
    return replace(prompt, ask=ask, help="", fields=(title,), advice="", recall="")


# On paper


def on_paper(
    book: Workbook, asked: OnCards, most: int, year: int | None = None, *, filled: bool = False
) -> tuple[Prompt, dict[str, Any]]:
    """A question as a sheet of paper asks it: a line for each card; and what stands there."""
    form = book.guide.forms[asked.kind]
    columns = (
        Field(CARD, FieldKind.LINE, form.item),
        Field(ANSWER, FieldKind.TEXT, words.ANSWER),
    )
    field = Field(ROWS, FieldKind.ENTRIES, columns=columns, item=form.item, items=form.items)
    found, beyond = rows(book, asked, most, year=year, guarded=True)
    if beyond:
        field = replace(field, label=words.MORE.format(count=beyond, items=form.items))
    said = [{CARD: row.title, ANSWER: row.answer if filled and row.begun else ""} for row in found]
    help = " ".join(filter(None, (asked.help, words.ON_CARDS.format(items=form.items))))
    guarded = is_guarded(form, asked)
    prompt = Prompt(asked.id, asked.ask, help, (field,), asked.quelle, confidential=guarded)
    return prompt, {field.id: said} if said else {}


def are_answered(value: Mapping[str, Any]) -> bool:
    """Whether any line of such a list has an answer."""
    return any(line[ANSWER] for line in value.get(ROWS, ()))
