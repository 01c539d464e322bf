"""A packet in hand: its questions as a sheet, each answer saved into the file itself.

No garden is needed for it, and none is made.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from gartenjahr_tui.clock import utc_now
from gartenjahr_tui.exchange import files, packet
from gartenjahr_tui.exchange.packet import Given, Packet, PacketQuestion
from gartenjahr_tui.garden.sheet import Sheet
from gartenjahr_tui.guide.model import Guide, Prompt, Section
from gartenjahr_tui.store.errors import WriteFailed
from gartenjahr_tui.words.packets import FillWords as words
from gartenjahr_tui.workbook.cards import Cards
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Bookmark, Card
from gartenjahr_tui.workbook.saver import Saver, SaveStatus
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Value, fitted, rewritten, state_of


class PacketSheet(Sheet):
    """The questions of a packet.

    Attributes:
        packet: The packet as it stands.
        file: Where it lies.
        section: Its questions, as far as this program has them.
        unknown: How many it has not.
    """

    counted = True

    def __init__(
        self,
        guide: Guide,
        file: Path,
        *,
        today: Callable[[], date] = date.today,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Open a packet; :meth:`close` ends it.

        Raises:
            PacketUnfit: It is no sound packet.
            NotWritten: Nothing can be written where it lies.
        """
        self.packet = packet.read(file)
        self.file = file
        self.guide, self._today, self._now = guide, today, now
        # A garden without cards; only the calendar is asked of it.
        self.cards = Cards(guide, (), _refuse, today=today, now=now)
        self._questions: dict[str, PacketQuestion] = {}
        prompts: list[Prompt] = []
        for question in self.packet.questions:
            if prompt := packet.asked(guide, question):
                prompts.append(prompt)
                self._questions[question.key] = question
        self.unknown = len(self.packet.questions) - len(prompts)
        self.section = Section("paket", words.TITLE, words.TITLE, "", (), tuple(prompts))
        # Better said before anything is typed than after.
        files.write({file: packet.as_bytes(self.packet)}, overwrite=True)
        self._saver: Saver[str, Packet] = Saver(self._write)

    # Saving

    def _write(self, batch: Mapping[str, Packet]) -> None:
        for content in batch.values():
            data = packet.as_bytes(content)
            if len(data) > packet.LARGEST:
                raise WriteFailed(words.FULL.format(file=self.file))
            try:
                files.write({self.file: data}, overwrite=True)
            except files.NotWritten as error:
                raise WriteFailed(words.NOT_SAVED.format(why=error)) from error

    def _take(self, changed: Packet) -> None:
        self.packet = changed
        self._saver.put("", changed)

    @property
    def save_status(self) -> SaveStatus:
        """How saving stands."""
        return self._saver.status

    def flush(self) -> bool:
        """Write everything now; return whether it is in the file."""
        return self._saver.flush()

    def close(self) -> Path | None:
        """Write everything and end.

        Returns:
            The file all of it is in: the packet, or one in the temporary folder when that could not
            be written; None when neither could.
        """
        if not self._saver.close():
            return self.file
        beside = Path(tempfile.mkdtemp(prefix="gartenjahr-paket-")) / self.file.name
        try:
            files.write({beside: packet.as_bytes(self.packet)}, private=True)
        except files.NotWritten:
            return None
        return beside

    def sign(self, writer: str) -> None:
        """Note who fills the packet in."""
        self._take(replace(self.packet, writer=packet.name(writer)))

    # Reading

    @property
    def today(self) -> date:
        """The day it is."""
        return self._today()

    def year_label(self, number: int | None = None) -> str:
        """What the garden year of the packet is called."""
        return self.packet.year_label if number is None else str(number)

    def answer(self, prompt_id: str) -> Answer:
        """The answer as it stands; an empty one when there is none."""
        key = AnswerKey(prompt_id, self.packet.year, "")
        given = self.packet.answers.get(prompt_id)
        if given is None:
            return Answer(key)
        prompt = next(p for p in self.section.prompts if p.id == prompt_id)
        return Answer(key, given.state, fitted(prompt.fields, given.value), given.at)

    def passage(self, prompt: Prompt) -> Section:
        """The section of the guide a question belongs to."""
        found = packet.place(self.guide, self._questions[prompt.id])
        return found[1] if found else self.section

    def writable(self) -> bool:
        """Always: a packet is there to be filled in."""
        return True

    def recall(self, prompt: Prompt) -> list[str]:
        """The card a question is about."""
        question = self._questions[prompt.id]
        if not question.card:
            return []
        item = self.guide.forms[question.prompt.partition(".")[0]].item
        return [words.ABOUT.format(item=item, name=question.title)]

    # Writing

    def put(self, prompt: Prompt, raw: Mapping[str, Any], *, left: bool = False) -> Answer:
        """Take what stands in the fields now; it is saved by itself."""
        before = self.answer(prompt.id).value
        value = rewritten(prompt.fields, before, raw)
        if value != before:
            self._give(prompt, value, state_of(prompt, value, left=left))
        return self.answer(prompt.id)

    def leave(self, prompt: Prompt) -> Answer:
        """Note that the person has gone on: a begun answer with all it needs is answered."""
        before = self.answer(prompt.id)
        if before.state is AnswerState.BEGUN:
            state = state_of(prompt, before.value, left=True)
            if state is not before.state:
                self._give(prompt, before.value, state)
        return self.answer(prompt.id)

    def mark(self, prompt: Prompt, state: AnswerState) -> Answer:
        """Set the state by hand: later, does not fit here, or open again."""
        value = self.answer(prompt.id).value
        if state is AnswerState.OPEN and value:
            state = AnswerState.BEGUN
        self._give(prompt, value, state)
        return self.answer(prompt.id)

    def bring_back(self, prompt: Prompt, value: Value) -> Answer:
        """Put another value in place of today's."""
        return self.put(prompt, value, left=True)

    def set_bookmark(self, bookmark: Bookmark) -> None:
        """Nothing: a packet is gone through from the first open question on."""

    def _give(self, prompt: Prompt, value: Value, state: AnswerState) -> None:
        # Which of two answers is the later one must not depend on a clock that was set back.
        before = [given.at for given in self.packet.answers.values()]
        at = max([self._now(), *(instant + timedelta(microseconds=1) for instant in before)])
        self._take(self.packet.answered(prompt.id, Given(state, value, at)))


def _refuse(_before: Card, _after: Card) -> None:
    raise PermissionError(words.NO_GARDEN)
