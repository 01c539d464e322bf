"""A filled packet is read back: its answers become those of the person who gave them.

Reading it again changes nothing. The garden remembers, for each packet and person, the instant of
every answer it has taken; only a later one counts as new. Of two answers the later one stands and
the other becomes a former version, so nothing anybody wrote is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from textwrap import indent
from typing import TYPE_CHECKING

from gartenjahr_tui.exchange import packet as packets
from gartenjahr_tui.exchange import plainjson
from gartenjahr_tui.exchange.packet import Given, Packet, PacketQuestion, PacketUnfit
from gartenjahr_tui.guide.model import Guide, Prompt
from gartenjahr_tui.words.packets import CommandWords as words
from gartenjahr_tui.words.packets import FillWords
from gartenjahr_tui.workbook.plain import Answer, AnswerKey, Voice
from gartenjahr_tui.workbook.states import AnswerState
from gartenjahr_tui.workbook.values import Value, fitted, state_of, value_text

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

TAKEN = "packets"
"""Key of the setting: packet → person → question → instant of the answer taken last."""

READ = "gelesen"
"""Beside the questions: when the packet was read last."""


LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Fate(Enum):
    """What becomes of an answer."""

    NEW = auto()
    REPLACES = auto()
    OLDER = auto()
    SAME = auto()
    UNKNOWN = auto()
    NOT_ASKED = auto()


NOT_TAKEN = frozenset({Fate.SAME, Fate.UNKNOWN, Fate.NOT_ASKED})
"""What becomes of answers that change nothing here."""


@dataclass(frozen=True)
class MergeStep:
    """What becomes of one answer of a packet, and what the person would have said in the garden.

    Of a question that is unknown here there is no prompt, and no answer where nothing is taken.
    """

    question: PacketQuestion
    fate: Fate
    prompt: Prompt | None = None
    answer: Answer | None = None


def voice_of(book: Workbook, person: str) -> Voice | None:
    """The person of that name; None when nobody in the garden is called so."""
    return book.voice_called(packets.name(person))


def plan(book: Workbook, packet: Packet, person: str) -> list[MergeStep]:
    """What reading a packet would do with the answers of a person; nothing is done yet.

    Raises:
        PacketUnfit: The packet belongs to another garden, or to a year that is not there.
    """
    if packet.garden != book.garden_id:
        raise PacketUnfit(words.OTHER_GARDEN.format(library=packet.library or FillWords.NO_LIBRARY))
    if packet.year not in book.years:
        raise PacketUnfit(words.OTHER_YEAR.format(year=packet.year_label))
    voice = voice_of(book, person)
    taken = _taken(book, packet, voice)
    steps = (_step(book, packet, voice, question, taken) for question in packet.questions)
    asked = packets.asked_by(book, packet)
    return [_as_asked(step, asked) for step in steps if step]


def _as_asked(step: MergeStep, asked: frozenset[str] | None) -> MergeStep:
    """What becomes of an answer to a question nobody asked: it is left out.

    Where that cannot be told, nothing of what is guarded here is replaced unasked.
    """
    if asked is not None:
        stays_out = step.question.key not in asked
    else:
        replaces = step.fate in (Fate.REPLACES, Fate.OLDER)
        stays_out = replaces and step.prompt is not None and bool(step.prompt.guarded)
    return MergeStep(step.question, Fate.NOT_ASKED) if stays_out else step


def whose(book: Workbook, packet: Packet, person: str, steps: Sequence[MergeStep]) -> int:
    """How many answers somebody gave here that would be replaced by another of that name.

    Nobody has to say it twice: once a copy of a packet has been read as theirs, it is.
    """
    if _is_same_copy(packet, _taken(book, packet, voice_of(book, person))):
        return 0
    return sum(step.fate in (Fate.REPLACES, Fate.OLDER) for step in steps)


def _is_same_copy(packet: Packet, taken: dict[str, str]) -> bool:
    """Whether an answer was read before: one packet may have been given to several people.

    Of somebody who has changed every answer since, this cannot be told; then one is asked again.
    """
    known = {at for key, at in taken.items() if key != READ}
    return any(plainjson.written(given.at) in known for given in packet.answers.values())


def _taken(book: Workbook, packet: Packet, voice: Voice | None) -> dict[str, str]:
    people = _known(book).get(packet.id, {})
    return {key: at for key, at in people.get(voice.id, {}).items() if _reads(at)} if voice else {}


def _known(book: Workbook) -> dict[str, dict[str, dict[str, str]]]:
    """Packet → person → what was taken, and when it had been written."""
    found: dict[str, dict[str, dict[str, str]]] = book.common(TAKEN, {str: {str: {str: str}}})
    return found


def _reads(instant: str) -> bool:
    try:
        plainjson.instant(instant)
    except ValueError:
        return False
    return True


def _step(
    book: Workbook,
    packet: Packet,
    voice: Voice | None,
    question: PacketQuestion,
    taken: dict[str, str],
) -> MergeStep | None:
    """What becomes of one answer; None where nothing was words."""
    given = packet.answers.get(question.key)
    if given is None:
        return None
    prompt = packets.asked(book.guide, question)
    card = book.cards.get(question.card) if question.card else None
    kind = question.prompt.partition(".")[0]
    if prompt is None or (question.card and (card is None or card.kind != kind)):
        return MergeStep(question, Fate.UNKNOWN)
    value = fitted(prompt.fields, given.value)
    if not value and given.state is not AnswerState.NOT_HERE:
        return None
    if plainjson.written(given.at) in taken.values():
        return MergeStep(question, Fate.SAME, prompt)
    last = plainjson.instant(taken[question.key]) if question.key in taken else LONG_AGO
    if given.at <= last and _is_same_copy(packet, taken):
        return MergeStep(question, Fate.SAME, prompt)
    key = AnswerKey(question.prompt, packet.year, voice.id if voice else "", question.card)
    before = (voice and book.find_answer(key)) or Answer(key)
    answer = _answer(book, prompt, before, given, value)
    if (answer.value, answer.state) == (before.value, before.state):
        return MergeStep(question, Fate.SAME, prompt)
    if not before.value:
        return MergeStep(question, Fate.NEW, prompt, answer)
    here = _changed_here(before, taken if question.key in taken else {})
    older = max(here, last) > given.at
    return MergeStep(question, Fate.OLDER if older else Fate.REPLACES, prompt, answer)


def _changed_here(before: Answer, taken: dict[str, str]) -> datetime:
    """When the person changed an answer in the garden itself; long ago when it was only read in."""
    changed = before.changed_at or LONG_AGO
    return LONG_AGO if READ in taken and changed <= plainjson.instant(taken[READ]) else changed


def _answer(book: Workbook, prompt: Prompt, before: Answer, given: Given, value: Value) -> Answer:
    """What the person would have said in the garden."""
    at: datetime = min(given.at, book.store.now())
    if given.state is AnswerState.NOT_HERE:
        return Answer(before.key, given.state, value or before.value, at)
    return Answer(before.key, state_of(prompt, value, left=True), value, at)


def merge(book: Workbook, packet: Packet, person: str) -> list[MergeStep]:
    """Take the answers of a packet as those of a person, who is added if there is none so called.

    All of it is saved as one.

    Returns:
        What became of each answer.

    Raises:
        PacketUnfit: The packet belongs to another garden, or to a year that is not there.
        ReadOnly: Another program is the one that writes.
        ValueError: The name is empty.
    """
    steps = plan(book, packet, person)
    if not news(steps):
        return steps
    with book.together():
        voice = book.ensure_voice(packets.name(person))
        steps = plan(book, packet, person)
        for step in steps:
            if step.answer and step.fate is Fate.OLDER:
                book.keep_former(step.answer)
            elif step.answer:
                book.take_from_outside(step.answer)
        _remember(book, packet, voice, steps)
    book.hasten()
    return steps


def _remember(book: Workbook, packet: Packet, voice: Voice, steps: list[MergeStep]) -> None:
    """Note which answers were taken, so that they are not taken again."""
    known, taken = _known(book), _taken(book, packet, voice)
    for step in steps:
        key = step.question.key
        at = packet.answers[key].at
        if step.fate not in (Fate.UNKNOWN, Fate.NOT_ASKED) and (
            key not in taken or at > plainjson.instant(taken[key])
        ):
            taken[key] = plainjson.written(at)
        elif step.fate is Fate.OLDER:
            # It is known, so that it is kept as a version only once.
            taken[f"{key} {plainjson.written(at)}"] = plainjson.written(at)
    taken[READ] = plainjson.written(book.store.now())
    after = {**known, packet.id: {**known.get(packet.id, {}), voice.id: taken}}
    book.remember(TAKEN, after, common=True)


# In words


def ask_of(guide: Guide, question: PacketQuestion) -> str:
    """A question in words, with the card it is about; its id where this program has none such."""
    found = packets.place(guide, question)
    ask = found[0].ask if found else question.prompt
    return words.ABOUT.format(ask=ask, name=question.title) if question.card else ask


def preview(
    book: Workbook, packet: Packet, person: str, steps: Sequence[MergeStep]
) -> Iterator[str]:
    """Whose packet it is and what becomes of each answer, as lines."""
    count = words.ANSWERS[len(steps) > 1].format(count=len(steps))
    yield words.FROM.format(name=person, year=packet.year_label, count=count)
    known = voice_of(book, person)
    replaced = whose(book, packet, person, steps)
    if known and replaced:
        yield words.SAME_PERSON[replaced > 1].format(name=known.name, count=replaced)
    else:
        yield words.KNOWN.format(name=known.name) if known else words.NEW_PERSON.format(name=person)
    if packets.asked_by(book, packet) is None:
        yield words.NOT_TOLD
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
    return sum(step.fate not in NOT_TAKEN for step in steps)


def taken(count: int, person: str) -> str:
    """What was done, once so many answers have come into the garden."""
    if not count:
        return words.NO_NEWS
    return words.TAKEN[count > 1].format(count=count, name=person)
