"""Says in German what is in a packet and what reading it would do; nothing is done yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import indent
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange.packet import Packet, PacketQuestion, place
from gartenjahr_tui.exchange.packet_merge import Fate, MergeStep, voice_of
from gartenjahr_tui.words.packets import CommandWords as words
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import value_text

if TYPE_CHECKING:
    from gartenjahr_tui.guide.model import Guide
    from gartenjahr_tui.workbook.book import Workbook


def ask_of(guide: Guide, question: PacketQuestion) -> str:
    """A question in words, with the card it is about; its id where this program has none such."""
    found = place(guide, question)
    ask = found[0].ask if found else question.prompt
    return words.ABOUT.format(ask=ask, name=question.title) if question.card else ask


def preview(
    book: Workbook, packet: Packet, person: str, steps: Sequence[MergeStep]
) -> Iterator[str]:
    """Whose packet it is and what becomes of each answer, as lines.

    Args:
        book: The workbook.
        packet: The packet.
        person: Whose answers these are.
        steps: What would become of them.
    """
    count = words.ANSWERS[len(steps) > 1].format(count=len(steps))
    yield words.FROM.format(name=person, year=packet.year_label, count=count)
    known = voice_of(book, person)
    yield words.KNOWN.format(name=known.name) if known else words.NEW_PERSON.format(name=person)
    for step in steps:
        fate = words.FATES[step.fate.name]
        yield words.STEP.format(ask=ask_of(book.guide, step.question), fate=fate)
        if step.prompt and step.answer:
            if step.answer.state is AnswerState.NOT_HERE:
                yield words.NOT_HERE
            if text := value_text(step.prompt, step.answer.value):
                yield indent(text, "  ")


def news(steps: Sequence[MergeStep]) -> int:
    """How many answers would come into the garden."""
    return sum(step.fate not in (Fate.SAME, Fate.UNKNOWN) for step in steps)


def taken(count: int, person: str) -> str:
    """What was done, once so many answers have come into the garden."""
    if not count:
        return words.NO_NEWS
    return words.TAKEN[count > 1].format(count=count, name=person)
