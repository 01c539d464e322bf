"""Criticism: who said what, by role, and what becomes of it.

It has no home of its own. It stands among the voices that were heard of a partnership, or of the
library as a whole, and is taken note of with one key. Until it stands there what became of it, the
check-in comes back to it (:mod:`gartenjahr_tui.garden.checkin`), and so does what is due.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from gartenjahr_tui.garden import kinds
from gartenjahr_tui.garden.entry_sheet import EntrySheet
from gartenjahr_tui.guide.model import Field, FieldKind, Prompt, Section
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.garden import CriticismWords as words
from gartenjahr_tui.workbook.dates import german
from gartenjahr_tui.workbook.values import Entry

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


class CriticismSheet(EntrySheet):
    """The questions of one criticism, of a partnership or of the library as a whole."""

    def __init__(self, book: Workbook, about: str = "") -> None:
        """Begin one; ``about`` is the id of the partnership one is at, if any."""
        own = book.cards.get(about)
        known = own is not None and own.kind == kinds.Partnership.KIND and not own.deleted
        (voices,) = (p := book.guide.forms[kinds.Partnership.KIND].prompts[OF_CARD]).fields
        columns = (replace(c, label=words.LABELS[c.id]) for c in voices.columns if c.id in COLUMNS)
        link = Field(ABOUT, FieldKind.CARDS, words.ABOUT, of=kinds.Partnership.KIND, one=True)
        prompt = Prompt(words.ID, words.ASK, words.HELP, (link, *columns), p.quelle)
        page = Section(words.ID, words.TITLE, words.TITLE, "", (), (prompt,))
        always = {
            kinds.VoiceEntry.on.id: book.today.isoformat(),
            kinds.VoiceEntry.critical.id: "ja",
        }
        super().__init__(book, page, {ABOUT: [about]} if known else {}, always)

    def writable(self) -> bool:
        """Whether it can be kept: where it belongs to no partnership, its year must be open."""
        return self._book.writable()

    def place(self) -> str:
        """Id of the partnership that is named; empty for the library as a whole."""
        named = (self.cards.get(id) for id in self._value.get(ABOUT, ()))
        return next((card.id for card in named if card and not card.deleted), "")

    def entries(self, place: str) -> Sequence[Entry]:
        """What was heard of a partnership, or of the library."""
        if place:
            return [*self.cards[place].value.get(kinds.Partnership.voices.id, ())]
        (field,) = self.guide.prompts[HOUSE].fields
        return [*self._book.answer(HOUSE).value.get(field.id, ())]

    def write(self, place: str, entries: list[Entry]) -> None:
        """Let this be what was heard."""
        if place:
            self.cards.set(place, **{kinds.Partnership.voices.id: entries})
        else:
            prompt = self.guide.prompts[HOUSE]
            self._book.put(prompt, {prompt.fields[0].id: entries}, left=True)

    @property
    def told(self) -> str:
        """What is said once it stands there; empty when nothing was noted."""
        place = self.kept or words.HOUSE
        return words.KEPT.format(place=place) if self._kept else ""
