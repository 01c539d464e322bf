"""A sheet: the questions about one thing, and what stands in them.

The guide's own questions are answered in the workbook itself; those about a seed, a partner or a
partnership on the sheet of its card. Screens and the linear dialogue know only this one shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from gartenjahr_tui.garden import advice, asked, known
from gartenjahr_tui.guide.model import Guide, Prompt, Section, still_asked
from gartenjahr_tui.words.garden import FormerWords as former_words
from gartenjahr_tui.workbook.checks import complaint, complaints
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Bookmark, Card, Version, Voice
from gartenjahr_tui.workbook.progress import Progress, progress
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Value, part_of, state_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.cards import Cards


FORMER_PAGE = "frueher"
"""Id of the page with what is asked no more of a card."""


class Sheet(Protocol):
    """What a page of questions needs; see :class:`Workbook` and :class:`CardSheet`.

    Whatever is made from it has no other years, voices, advice or versions until it says so.

    Attributes:
        counted: Whether the state of each question is shown: „3 von 5“.
        guide: The guide.
        cards: The living garden, for fields that name cards.
    """

    counted: bool
    guide: Guide
    cards: Cards

    @property
    def today(self) -> date:
        """The day it is."""

    def year_label(self, number: int | None = None) -> str:
        """What a garden year is called."""

    def answer(self, prompt_id: str) -> Answer:
        """The answer as it stands."""

    def state(self, prompt: Prompt) -> AnswerState:
        """How far a question is, by what stands in it."""
        return self.answer(prompt.id).state

    def progress(self, prompts: Iterable[Prompt]) -> Progress:
        """How far some questions are."""
        return progress(prompts, self.state)

    def writable(self) -> bool:
        """Whether anything may be changed."""

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields now; it is saved by itself."""

    def leave(self, prompt: Prompt) -> Answer:
        """Note that the person has gone on."""

    def other_years(self, prompt_id: str) -> list[Answer]:
        """Answers to the same question in other years."""
        return []

    def other_voices(self, prompt: Prompt) -> list[tuple[Voice, Answer]]:
        """What the others of the team answered."""
        return []

    def complaints(self, prompt: Prompt) -> dict[str, str]:
        """Field id → what is wrong with it, in a German sentence."""
        value = self.answer(prompt.id).value
        found = {field.id: complaint(field, value) for field in still_asked(prompt.fields)}
        return {id: sentence for id, sentence in found.items() if sentence}

    def advice(self, prompt: Prompt) -> list[str]:
        """What the workbook works out from the answers, as German lines."""
        return []

    def recall(self, prompt: Prompt) -> list[str]:
        """What was there before, to be said ahead of the fields, as German lines."""

    def versions(self, prompt: Prompt) -> list[Version]:
        """What the answer said before, the newest first."""
        return []

    def keep(self, prompt: Prompt) -> None:
        """Keep what stands there now as a version, before something else takes its place."""
        return

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put a former value in place of today's, which becomes a version itself."""

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Remember where one is."""


class CardSheet(Sheet):
    """The questions of one card; a card that is not in the garden yet comes with its first text.

    It is not ``counted``: a card is never finished.
    """

    counted = False

    def __init__(self, book: Workbook, card: Card) -> None:
        """Open a card of the garden, or one made by :meth:`Cards.blank`."""
        self.book, self.guide, self.cards = book, book.guide, book.cards
        self.form = book.guide.forms[card.kind]
        self.id = card.id
        self._blank = card
        self._seen: set[str] = set()

    @property
    def card(self) -> Card:
        """The card as it stands."""
        return self.book.cards.get(self.id) or self._blank

    @property
    def planted(self) -> bool:
        """Whether the card is in the garden."""
        return self.id in self.book.cards

    @property
    def today(self) -> date:
        """The day it is."""
        return self.book.today

    def year_label(self, number: int | None = None) -> str:
        """What a garden year is called."""
        return self.book.year_label(number)

    @property
    def pages(self) -> tuple[Section, ...]:
        """The pages of the card; the last one holds what is asked no more and was answered."""
        former = (p for section in self.form.sections for p in section.former)
        filled = tuple(prompt for prompt in former if self.answer(prompt.id).value)
        title, lead = former_words.TITLE, former_words.LEAD
        page = Section(FORMER_PAGE, title, title, lead, (), filled)
        pages = tuple(map(self.possible, self.form.sections))
        return (*pages, page) if filled else pages

    def possible(self, page: Section) -> Section:
        """A page without what there is nothing to ask of."""
        return asked.possible(self.book, self.card, page)

    @property
    def title(self) -> str:
        """What the card is called."""
        return self.cards.title(self.card)

    def answer(self, prompt_id: str) -> Answer:
        """The part of the card a question asks for."""
        prompt = self.form.prompts[prompt_id]
        card = self.card
        value = part_of(prompt.fields, card.value)
        key = AnswerKey(prompt_id, 0, self.id)
        return Answer(key, state_of(prompt, value, left=True), value, card.changed_at)

    def writable(self) -> bool:
        """Whether the card may be changed: what lives in the garden belongs to no single year."""
        return not self.book.read_only and not self.card.deleted

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields now; see :meth:`Cards.put`."""
        if not self.planted:
            known = {field.id: raw.get(field.id) for field in prompt.fields}
            card = self.cards.blank(self.form.id, {**self._blank.value, **known})
            if card.value == self._blank.value:
                return self.answer(prompt.id)
            self.cards.plant(replace(card, id=self.id))
        # A question asked in part takes its fields whole: what is folded of them stays.
        self.cards.put(self.id, [self.form.fields[field.id] for field in prompt.fields], raw)
        if left:
            self.book.hasten()
        return self.answer(prompt.id)

    def leave(self, prompt: Prompt) -> Answer:
        """Save soon: the person has gone on."""
        self.book.hasten()
        return self.answer(prompt.id)

    def complaints(self, prompt: Prompt) -> dict[str, str]:
        """What is wrong in the fields of a question."""
        return complaints(self.cards, prompt, self.card)

    def advice(self, prompt: Prompt) -> list[str]:
        """What follows from the card."""
        return advice.lines(self.book, prompt.advice, self.card)

    def recall(self, prompt: Prompt) -> list[str]:
        """What was there before this card, what it ends with, or what stands elsewhere already."""
        found = advice.lines(self.book, prompt.recall, self.card)
        return found or known.lines(self.book, prompt.recall, self.card)

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Remember where one is on this card."""
        if self.planted:
            self.book.set_bookmark(replace(bookmark, subject=self.id))

    # What is asked now

    @property
    def unfolded(self) -> bool:
        """Whether everything is asked; it is remembered as long as the program runs."""
        return self.id in self.book.unfolded

    @unfolded.setter
    def unfolded(self, unfolded: bool) -> None:
        if unfolded:
            self.book.unfolded.add(self.id)
        else:
            self.book.unfolded.discard(self.id)
            self._seen.clear()

    def asked(self, page: Section) -> Section:
        """A page with what it asks now, see :mod:`gartenjahr_tui.garden.asked`."""
        if self.unfolded:
            return page
        return asked.asked(self.book, self.card, page, self._seen)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pages that ask something now."""
        pages = map(self.asked, self.pages)
        return tuple(page for page in pages if page.prompts)

    def folded(self, page: Section | None = None) -> int:
        """How many questions of a page, or of all, are not asked now, or only in part."""
        pages = (self.possible(page),) if page else self.pages
        return asked.folded(pages, map(self.asked, pages))

    # Former versions

    def versions(self, prompt: Prompt) -> list[Version]:
        """What this part of the card said before, the newest first; each text once."""
        if not self.planted:
            return []
        found: list[Version] = []
        seen = [self.answer(prompt.id).value]
        for version in self.book.card_versions(self.id):
            value = part_of(prompt.fields, version.value)
            if value and value not in seen:
                found.append(replace(version, value=value))
                seen.append(value)
        return found

    def keep(self, prompt: Prompt) -> None:
        """Keep the whole card as it stands as a version."""
        if self.planted:
            self.book.keep_former(self.card)

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put a former value in place of today's, which becomes a version itself.

        Raises:
            ReadOnly: Another program is the one that writes.
        """
        before = self.card
        with self.book.together():
            answer = self.put(prompt, value)
            if self.card.value != before.value:
                self.book.keep_former(before)
        return answer
