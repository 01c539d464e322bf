"""A team packet: chosen questions in a small file that somebody answers elsewhere.

``docs/pakete.md`` describes the file for people. It is read whole or not at all; what stands in it
is text from outside, so names are cleaned here and answers wherever they meet their questions.
"""

from __future__ import annotations

import json
import re
import stat
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from gartenjahr_tui.exchange import archive, plainjson
from gartenjahr_tui.guide.model import FieldKind, Guide, Prompt, Section
from gartenjahr_tui.store.errors import StoreError
from gartenjahr_tui.text import one_line, shortened
from gartenjahr_tui.words.packets import FormatWords as words
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.book import Workbook

FORMAT = "gartenjahr-paket"
VERSION = 1
"""Number of the format this program writes; it reads all up to it."""

ENDING = ".gartenpaket.json"
"""How the name of a packet ends."""

LARGEST = 5 * 1024 * 1024
"""Bytes of a packet."""

LONGEST_NAME = 120
"""Characters of a name of a person, a library or a card."""

LAST_YEAR = 9999
"""No instant of a packet lies in the last year there is."""

DEEPEST = 10
"""Levels within an answer; those of the program have four."""

_ID = re.compile(r"[0-9a-f]{32}")
_QUESTION_ID = re.compile(r"[a-z]+\.[a-z0-9-]+")
_HEAD = {"format", "paketfassung", "pruefsumme", "hinweis", "paket", "garten", "bibliothek"}
_NAMES = _HEAD | {"jahr", "jahrname", "angelegt", "fuer", "von", "fragen"}


class PacketUnfit(StoreError):
    """A file or packet that cannot be taken; ``str()`` is German and says why."""


@dataclass(frozen=True)
class PacketQuestion:
    """A question of a packet.

    Attributes:
        prompt: Its id.
        card: UUID of the card it is about, hex; empty for a question of the guide.
        title: What the card is called.
    """

    prompt: str
    card: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.prompt}@{self.card}" if self.card else self.prompt


@dataclass(frozen=True)
class Given:
    """What somebody answered.

    Attributes:
        state: How far the answer is.
        value: Field id → value, as it stands in the file.
        at: Instant of its last change (UTC); within one packet later changes have later instants.
    """

    state: AnswerState
    value: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True)
class Packet:
    """A packet.

    Attributes:
        id: UUID, hex.
        garden: UUID of the garden it comes from, hex.
        library: Name of the library, may be empty.
        year: Number of the garden year.
        year_label: What that year is called.
        made: Instant it was made (UTC).
        recipient: Whom it is for; may be empty.
        writer: Who filled it in; empty until somebody says so.
        questions: The questions, each once.
        answers: Key of a question → what was answered.
    """

    id: str
    garden: str
    library: str
    year: int
    year_label: str
    made: datetime
    recipient: str
    writer: str
    questions: tuple[PacketQuestion, ...]
    answers: Mapping[str, Given] = field(default_factory=dict)

    @property
    def person(self) -> str:
        """Whose answers these are, as far as the packet says."""
        return self.writer or self.recipient

    def answered(self, key: str, given: Given) -> Packet:
        """The packet with another answer to one question."""
        return replace(self, answers={**self.answers, key: given})


def name(text: str) -> str:
    """A name from outside: clean, in one line, not endless."""
    return shortened(one_line(text), LONGEST_NAME)


# Questions


def may_ask(prompt: Prompt) -> bool:
    """Whether others can answer a question: one that names cards needs the garden for that."""
    fields = [part for each in prompt.fields for part in (each, *each.columns)]
    return not any(part.kind is FieldKind.CARDS for part in fields)


def asked(guide: Guide, question: PacketQuestion) -> Prompt | None:
    """The question as the packet asks it; None where this program has none such."""
    found = place(guide, question)
    if found is None or not may_ask(found[0]):
        return None
    return replace(found[0], id=question.key, grows="", advice="", recall="")


def place(guide: Guide, question: PacketQuestion) -> tuple[Prompt, Section] | None:
    """A question as it stands in the guide or in a form, and its section."""
    id = question.prompt
    if not question.card:
        prompt = guide.prompts.get(id)
        return (prompt, guide.section_of(id)) if prompt else None
    form = guide.forms.get(id.partition(".")[0])
    if form is None or id not in form.prompts:
        return None
    return form.prompts[id], form.section_of(id)


def make(book: Workbook, questions: Sequence[PacketQuestion], recipient: str = "") -> Packet:
    """A blank packet for the year looked at.

    Args:
        book: The workbook.
        questions: The questions; one that comes twice is asked once.
        recipient: Whom it is for; may be empty.
    """
    return Packet(
        id=uuid4().hex,
        garden=book.garden_id,
        library=name(book.profile.library),
        year=book.year,
        year_label=book.year_label(),
        made=book.store.now(),
        recipient=name(recipient),
        writer="",
        questions=tuple({question.key: question for question in questions}.values()),
    )


# The file


def as_bytes(packet: Packet) -> bytes:
    """The file: UTF-8, two spaces for each level, the same bytes for the same packet."""
    content = {
        "format": FORMAT,
        "paketfassung": VERSION,
        "hinweis": words.HINT,
        "paket": packet.id,
        "garten": packet.garden,
        "bibliothek": packet.library,
        "jahr": packet.year,
        "jahrname": packet.year_label,
        "angelegt": plainjson.written(packet.made),
        "fuer": packet.recipient,
        "von": packet.writer,
        "fragen": [_written(packet, question) for question in packet.questions],
    }
    whole = {**content, "pruefsumme": archive.checksum(content)}
    text = json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False)
    # Half a sign, which no file can hold, is written as JSON's own escape.
    return f"{text}\n".encode(errors="backslashreplace")


def _written(packet: Packet, question: PacketQuestion) -> dict[str, Any]:
    given = packet.answers.get(question.key)
    card = {"id": question.card, "name": question.title} if question.card else None
    answer = given and {
        "stand": str(given.state),
        "wert": given.value,
        "geaendert": plainjson.written(given.at),
    }
    return {"frage": question.prompt, "karte": card, "antwort": answer}


def read(file: Path) -> Packet:
    """Read and check a file; nothing of it has been taken over yet.

    Raises:
        PacketUnfit: It is damaged, cut, foreign, from a newer program, or too large.
    """
    content = _content(file)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise PacketUnfit(words.FOREIGN.format(file=file))
    version = content.get("paketfassung")
    if type(version) is int and version > VERSION:
        raise PacketUnfit(words.NEWER.format(file=file))
    try:
        return _packet(content)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise PacketUnfit(words.DAMAGED.format(file=file)) from error


def _content(file: Path) -> Any:
    data = _bytes_of(file)
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        raise PacketUnfit(words.FOREIGN.format(file=file))
    try:
        return plainjson.loads(data)
    except (ValueError, RecursionError) as error:
        raise PacketUnfit(words.DAMAGED.format(file=file)) from error


def _bytes_of(file: Path) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise PacketUnfit(words.NO_FILE.format(file=file))
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise PacketUnfit(words.MISSING.format(file=file)) from error
    except (OSError, ValueError) as error:
        raise PacketUnfit(words.UNREADABLE.format(file=file)) from error
    if len(data) > LARGEST:
        raise PacketUnfit(words.TOO_LARGE.format(file=file))
    return data


def _packet(content: dict[str, Any]) -> Packet:
    """The packet of a file.

    Raises:
        ValueError: Something in it is not as the format wants it.
    """
    _see(content.keys() == _NAMES)
    _see(type(content["paketfassung"]) is int and content["paketfassung"] >= 1)
    _see(plainjson.is_shallow(content, DEEPEST))
    _see(content["pruefsumme"] == archive.checksum(content))
    year = content["jahr"]
    _see(type(year) is int and 1 <= year <= 9999)
    _see(isinstance(content["fragen"], list) and content["fragen"])
    entries = [_entry(entry) for entry in content["fragen"]]
    answers = {question.key: given for question, given in entries}
    _see(len(answers) == len(entries))
    return Packet(
        id=_id(content["paket"]),
        garden=_id(content["garten"]),
        library=_name(content["bibliothek"]),
        year=year,
        year_label=_name(content["jahrname"]),
        made=_instant(content["angelegt"]),
        recipient=_name(content["fuer"]),
        writer=_name(content["von"]),
        questions=tuple(question for question, _ in entries),
        answers={key: given for key, given in answers.items() if given},
    )


def _entry(entry: Any) -> tuple[PacketQuestion, Given | None]:
    _see(isinstance(entry, dict) and entry.keys() == {"frage", "karte", "antwort"})
    id, card, answer = entry["frage"], entry["karte"], entry["antwort"]
    _see(isinstance(id, str) and _QUESTION_ID.fullmatch(id))
    question = PacketQuestion(id)
    if card is not None:
        _see(isinstance(card, dict) and card.keys() == {"id", "name"})
        question = PacketQuestion(id, _id(card["id"]), _name(card["name"]))
    if answer is None:
        return question, None
    _see(isinstance(answer, dict) and answer.keys() == {"stand", "wert", "geaendert"})
    _see(isinstance(answer["wert"], dict) and answer["stand"] in set(AnswerState))
    state = AnswerState(answer["stand"])
    return question, Given(state, answer["wert"], _instant(answer["geaendert"]))


def _instant(value: Any) -> datetime:
    found = plainjson.instant(value)
    # There must be room for a later one.
    _see(found.year < LAST_YEAR)
    return found


def _id(value: Any) -> str:
    _see(isinstance(value, str) and _ID.fullmatch(value))
    return str(value)


def _name(value: Any) -> str:
    _see(isinstance(value, str))
    return name(value)


def _see(well: object) -> None:
    """Let nothing pass that is not as the format wants it.

    Raises:
        ValueError: It is not.
    """
    if not well:
        raise ValueError(well)
