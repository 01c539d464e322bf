"""A sheet for one new entry of a list: its first word stands in the list at once.

Where an entry is noted in passing, the list itself need not be opened.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import FieldKind, Prompt, Section
from gartenjahr_tui.words.packets import TableWords as words
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Bookmark
from gartenjahr_tui.workbook.values import Entry, Value, rewritten, state_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook


class EntrySheet(Sheet):
    """The questions of one entry.

    Attributes:
        section: Its one page, with one question; what names cards in it is no part of the entry.
    """

    counted = False

    def __init__(self, book: Workbook, page: Section, value: Value, always: Entry) -> None:
        """Begin one with what stands in its fields, and in its list in any case."""
        self._book, self.guide, self.cards = book, book.guide, book.cards
        self.section, self._value, self._always = page, value, always
        self._begun = value
        self._kept: tuple[str, int] | None = None

    @abstractmethod
    def place(self) -> str:
        """Whose list it goes into, as what stands in the fields says."""

    @abstractmethod
    def entries(self, place: str) -> Sequence[Entry]:
        """What stands in a list."""

    @abstractmethod
    def write(self, place: str, entries: list[Entry]) -> None:
        """Let something stand in a list."""

    @property
    def today(self) -> date:
        """The day it is."""
        return self._book.today

    def year_label(self, number: int | None = None) -> str:
        """What a garden year is called."""
        return self._book.year_label(number)

    def answer(self, prompt_id: str) -> Answer:
        """What was said of it so far."""
        (prompt,) = self.section.prompts
        state = state_of(prompt, self._value, left=True)
        return Answer(AnswerKey(prompt_id, 0, ""), state, self._value)

    def writable(self) -> bool:
        """Whether it can be kept."""
        return not self._book.read_only

    def recall(self, prompt: Prompt) -> list[str]:
        """Nothing: it is new."""
        return []

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields; without a word there is no entry."""
        self._value = rewritten(prompt.fields, self._value, raw)
        told = [f.id for f in prompt.fields if f.kind is not FieldKind.CARDS]
        said = {id: self._value[id] for id in told if id in self._value}
        if all(self._begun.get(id) == part for id, part in said.items()):
            said = {}
        place = self.place()
        with self._book.together():
            if self._kept and (self._kept[0] != place or not said):
                before, number = self._kept
                entries = self.entries(before)
                self.write(before, [*entries[:number], *entries[number + 1 :]])
                self._kept = None
            if said:
                entries = self.entries(place)
                number = self._kept[1] if self._kept else len(entries)
                # What the list has added by itself, an id say, stays with the entry.
                before_it = entries[number] if self._kept else {}
                own = {id: part for id, part in before_it.items() if id not in told}
                entry = {**own, **self._always, **said}
                self.write(place, [*entries[:number], entry, *entries[number + 1 :]])
                self._kept = (place, number)
        if left:
            self._book.hasten()
        return self.answer(prompt.id)

    def leave(self, prompt: Prompt) -> Answer:
        """Save soon: the person has gone on."""
        self._book.hasten()
        return self.answer(prompt.id)

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put another value in place of today's."""
        return self.put(prompt, value, left=True)

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Nothing: one comes back to where one was."""

    @property
    def kept(self) -> str:
        """In whose list it stands: the name; empty while it stands in none."""
        card = self.cards.get(self._kept[0]) if self._kept else None
        return self.cards.title(card) if card else ""


class AgreementSheet(EntrySheet):
    """Something that was agreed on in a partnership."""

    def __init__(self, book: Workbook, partnership: str) -> None:
        form, self._field = book.guide.forms[kinds.Partnership.KIND], kinds.Partnership.agreed.id
        (prompt,) = (p for p in form.prompts.values() if p.fields[0].id == self._field)
        columns = prompt.fields[0].columns
        asked = replace(prompt, ask=words.AGREE_ASK, fields=columns, recall="", advice="")
        page = Section(prompt.id, prompt.ask, prompt.ask, "", (), (asked,))
        super().__init__(book, page, {"von": book.today.isoformat()}, {})
        self._partnership = partnership

    def place(self) -> str:
        """The partnership."""
        return self._partnership

    def entries(self, place: str) -> Sequence[Entry]:
        """Its agreements."""
        return [*self.cards[place].value.get(self._field, ())]

    def write(self, place: str, entries: list[Entry]) -> None:
        """Let these be its agreements."""
        self.cards.set(place, **{self._field: entries})
