"""Criticism: who said what, by role, and what becomes of it.

It has no home of its own. It stands among the voices that were heard of a partnership, or of the
library as a whole, and is taken note of with one key. Until it stands there what became of it, the
check-in comes back to it (:mod:`gartenjahr_tui.garden.checkin`), and so does what is due.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt, Section
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.garden import CriticismWords as words
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Bookmark
from gartenjahr_tui.workbook.values import Entry, Value, rewritten, state_of

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook
    from gartenjahr_tui.workbook.plain import Card

HOUSE, OF_CARD = "ruhen.stimmen-haus", "partnership.stimmen"
"""The questions that take it: of the library as a whole, of a partnership."""

ABOUT = "kooperation"
"""Id of the field that says which partnership it is about; none for the library as a whole."""

COLUMNS = (kinds.VoiceEntry.role.id, kinds.VoiceEntry.said.id, kinds.VoiceEntry.reply.id)
"""What is asked of it."""

LONGEST = 160
"""Characters of what was said that are said again."""


def waiting(entries: list[Entry]) -> list[kinds.VoiceEntry]:
    """Criticism of which nobody has said yet what becomes of it."""
    return [voice for voice in map(kinds.VoiceEntry, entries) if voice.waits]


def of_partnership(card: Card) -> list[kinds.VoiceEntry]:
    """Criticism of a partnership that waits."""
    return [voice for voice in kinds.Partnership(card).voices if voice.waits]


def of_house(book: Workbook) -> list[kinds.VoiceEntry]:
    """Criticism of the library that waits, noted in the year looked at by whoever writes now."""
    (field,) = book.guide.prompts[HOUSE].fields
    return waiting(book.answer(HOUSE).value.get(field.id, []))


def told(voices: list[kinds.VoiceEntry]) -> str:
    """What was said and by whom, a line each."""
    return "\n".join(
        words.SAID.format(
            who=", ".join(filter(None, (voice.role, german(voice.on) if voice.on else "")))
            or words.SOMEBODY,
            text=shortened(one_line(voice.said), LONGEST),
        )
        for voice in voices
    )


class CriticismSheet(Sheet):
    """The questions of one criticism; the first word of it stands in the garden at once.

    Attributes:
        section: Its one page.
    """

    counted = False

    def __init__(self, book: Workbook, about: str = "") -> None:
        """Begin one; ``about`` is the id of the partnership one is at, if any."""
        self._book, self.guide, self.cards = book, book.guide, book.cards
        own = self.cards.get(about)
        known = own is not None and own.kind == kinds.Partnership.KIND and not own.deleted
        self._value: Value = {ABOUT: [about]} if known else {}
        self._kept: tuple[str, int] | None = None
        (voices,) = (p := self.guide.forms[kinds.Partnership.KIND].prompts[OF_CARD]).fields
        columns = (replace(c, label=words.LABELS[c.id]) for c in voices.columns if c.id in COLUMNS)
        link = Field(ABOUT, FieldKind.CARDS, words.ABOUT, of=kinds.Partnership.KIND, one=True)
        prompt = Prompt(words.ID, words.ASK, words.HELP, (link, *columns), p.quelle)
        self.section = Section(words.ID, words.TITLE, words.TITLE, "", (), (prompt,))

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
        """Whether it can be kept: where it belongs to no partnership, its year must be open."""
        return self._book.writable()

    def recall(self, prompt: Prompt) -> list[str]:
        """Nothing: it is new."""
        return []

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields; it goes to the partnership named, or to the library."""
        self._value = rewritten(prompt.fields, self._value, raw)
        said = {id: self._value[id] for id in COLUMNS if id in self._value}
        with self._book.together():
            place = self._card()
            if self._kept and (self._kept[0] != place or not said):
                self._take_away(*self._kept)
                self._kept = None
            if said:
                self._keep(place, {"am": self.today.isoformat(), **said, "kritisch": "ja"})
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
        """What is said once it stands there; empty when nothing was."""
        if self._kept is None:
            return ""
        card = self.cards.get(self._kept[0])
        return words.KEPT.format(place=self.cards.title(card) if card else words.HOUSE)

    def _card(self) -> str:
        """Id of the partnership that is named; empty for the library as a whole."""
        named = (self.cards.get(id) for id in self._value.get(ABOUT, ()))
        return next((card.id for card in named if card and not card.deleted), "")

    def _entries(self, place: str) -> list[Entry]:
        if place:
            return [*self.cards[place].value.get(kinds.Partnership.voices.id, ())]
        (field,) = self.guide.prompts[HOUSE].fields
        return [*self._book.answer(HOUSE).value.get(field.id, ())]

    def _write(self, place: str, entries: list[Entry]) -> None:
        if place:
            self.cards.set(place, **{kinds.Partnership.voices.id: entries})
        else:
            prompt = self.guide.prompts[HOUSE]
            self._book.put(prompt, {prompt.fields[0].id: entries}, left=True)

    def _keep(self, place: str, entry: Entry) -> None:
        entries = self._entries(place)
        number = self._kept[1] if self._kept else len(entries)
        self._kept = (place, number)
        self._write(place, [*entries[:number], entry, *entries[number + 1 :]])

    def _take_away(self, place: str, number: int) -> None:
        entries = self._entries(place)
        self._write(place, [*entries[:number], *entries[number + 1 :]])
