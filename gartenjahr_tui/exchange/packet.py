"""A team packet: chosen questions in a small file that somebody answers elsewhere.

``docs/pakete.md`` describes the file for people. It is read whole or not at all; what stands in it
is text from outside, so names are cleaned here and answers wherever they meet their questions.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from itertools import chain, combinations
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from uuid import uuid4

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, with_config
from typing_extensions import TypedDict

from gartenjahr_tui.exchange import archive, plainjson
from gartenjahr_tui.exchange.archive_format import Id, Instant, Year, members
from gartenjahr_tui.exchange.outlets import PACKET
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

ENDING = f".{PACKET.formats[0].id}"
"""How the name of a packet ends."""

LARGEST = 5 * 1024 * 1024
"""Bytes of a packet."""

LONGEST_NAME = 120
"""Characters of a name of a person, a library or a card."""

MOST_ADDED = 2
"""Questions that may have been put in by somebody else, and are told from those that were asked."""

LARGE = 60
"""Of more questions only a single one is told."""

_FREE, _OWN_KIND = 12, "8"
"""Digits of an id that are by chance, and the one that says that the others are not."""

LAST_YEAR = 9999
"""No instant of a packet lies in the last year there is."""

DEEPEST = 10
"""Levels within an answer; those of the program have four."""


class PacketUnfit(StoreError):
    """A file or packet that cannot be taken; ``str()`` is German and says why."""


_FILE = plainjson.JsonFormat(FORMAT, "paketfassung", VERSION, LARGEST, PacketUnfit, words)


@dataclass(frozen=True)
class PacketQuestion:
    """A question of a packet, and the card it is about; none for a question of the guide."""

    prompt: str
    card: str = ""
    title: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.prompt}@{self.card}" if self.card else self.prompt


@dataclass(frozen=True)
class Given:
    """What somebody answered, as it stands in the file, and when they changed it last (UTC).

    Within one packet later changes have later instants.
    """

    state: AnswerState
    value: Mapping[str, Any]
    at: datetime


@dataclass(frozen=True)
class Packet:
    """A packet; ids are UUIDs, hex.

    Attributes:
        id: Its own id.
        garden: Id of the garden it comes from.
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
    """Whether others are asked a question: one that names cards needs the garden for that."""
    return not prompt.former and _stands_alone(prompt)


def _stands_alone(prompt: Prompt) -> bool:
    fields = [part for each in prompt.fields for part in (each, *each.columns)]
    return not any(part.kind is FieldKind.CARDS for part in fields)


def asked(guide: Guide, question: PacketQuestion) -> Prompt | None:
    """The question as the packet asks it; None where this program has none such.

    A packet asks what was asked on the day it was made.
    """
    found = place(guide, question)
    if found is None or not _stands_alone(found[0]):
        return None
    prompt = found[0]
    if prompt.former:
        fields = tuple(replace(field, former=False) for field in prompt.fields)
        prompt = replace(prompt, former=False, fields=fields)
    return replace(prompt, id=question.key, grows=(), advice="", recall="")


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
    """A blank packet for the year looked at; a question that comes twice is asked once.

    Its id tells this garden, and nobody else, which questions it asked.
    """
    made = Packet(
        id="",
        garden=book.garden_id,
        library=name(book.profile.library),
        year=book.year,
        year_label=book.year_label(),
        made=book.store.now(),
        recipient=name(recipient),
        writer="",
        questions=tuple({question.key: question for question in questions}.values()),
    )
    asked = (question.key for question in made.questions)
    return replace(made, id=_marked(made, uuid4().hex[:_FREE], book.voice.id, asked))


def _marked(packet: Packet, free: str, secret: str, asked: Iterable[str]) -> str:
    """An id with a mark of the questions that were asked; the id of a voice never leaves."""
    parts = (free, packet.garden, str(packet.year), packet.made.isoformat(), packet.recipient)
    told = "\n".join((*parts, *sorted(asked)))
    mark = hmac.new(secret.encode(), told.encode(), "sha256").hexdigest()
    return f"{free}{_OWN_KIND}{mark}"[:32]


def asked_by(book: Workbook, packet: Packet) -> frozenset[str] | None:
    """The keys of the questions that this garden asked with a packet.

    None where that cannot be told: a former version made it, or its head was changed.
    """
    every = [question.key for question in packet.questions]
    free, own_kind = packet.id[:_FREE], packet.id[_FREE : _FREE + 1]
    if own_kind != _OWN_KIND:
        return None
    most = MOST_ADDED if len(every) <= LARGE else 1
    for lacking in chain.from_iterable(combinations(every, n) for n in range(most + 1)):
        asked = frozenset(every).difference(lacking)
        if any(_marked(packet, free, v.id, asked) == packet.id for v in book.voices):
            return asked
    return None


# The file


def _with_room(at: datetime) -> datetime:
    """There must be room for a later instant."""
    if at.year >= LAST_YEAR:
        raise ValueError(at)
    return at


Name = Annotated[str, AfterValidator(name)]
At = Annotated[Instant, AfterValidator(_with_room)]


class CardEntry(TypedDict):
    """The card a question is about, as it stands in the file."""

    card: Annotated[Id, Field(alias="id")]
    title: Annotated[Name, Field(alias="name")]


class AnswerEntry(TypedDict):
    """An answer as it stands in the file."""

    state: Annotated[AnswerState, Field(alias="stand", strict=False)]
    value: Annotated[dict[str, Any], Field(alias="wert")]
    at: Annotated[At, Field(alias="geaendert")]


class QuestionEntry(TypedDict):
    """A question as it stands in the file."""

    frage: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z0-9-]+$")]
    karte: CardEntry | None
    antwort: AnswerEntry | None


@with_config(ConfigDict(extra="forbid", strict=True))
class PacketFile(TypedDict):
    """The whole file."""

    format: Any
    paketfassung: Annotated[int, Field(ge=1)]
    hinweis: Any
    id: Annotated[Id, Field(alias="paket")]
    garden: Annotated[Id, Field(alias="garten")]
    library: Annotated[Name, Field(alias="bibliothek")]
    year: Annotated[Year, Field(alias="jahr")]
    year_label: Annotated[Name, Field(alias="jahrname")]
    made: Annotated[At, Field(alias="angelegt")]
    recipient: Annotated[Name, Field(alias="fuer")]
    writer: Annotated[Name, Field(alias="von")]
    fragen: Annotated[list[QuestionEntry], Field(min_length=1)]
    pruefsumme: Any


_OWN = PacketFile.__annotations__.keys() & Packet.__annotations__.keys()
"""What a packet and its file have in common."""


def as_bytes(packet: Packet) -> bytes:
    """The file: UTF-8, two spaces for each level, the same bytes for the same packet."""
    names = members(PacketFile)
    content = {
        "format": FORMAT,
        "paketfassung": VERSION,
        "hinweis": words.HINT,
        **{names[own]: plainjson.plain(getattr(packet, own)) for own in names if own in _OWN},
        "fragen": [_written(packet, question) for question in packet.questions],
    }
    return plainjson.as_bytes({**content, "pruefsumme": archive.checksum(content)})


def _written(packet: Packet, question: PacketQuestion) -> dict[str, Any]:
    given = packet.answers.get(question.key)
    card = {"id": question.card, "name": question.title} if question.card else None
    answer = given and {
        "stand": str(given.state),
        "wert": given.value,
        "geaendert": plainjson.written(given.at),
    }
    return {"frage": question.prompt, "karte": card, "antwort": answer}


@cache
def _adapter() -> TypeAdapter[PacketFile]:
    return TypeAdapter(PacketFile)


def read(file: Path) -> Packet:
    """Read and check a file; nothing of it has been taken over yet.

    Raises:
        PacketUnfit: It is damaged, cut, foreign, from a newer program, or too large.
    """
    if file.suffix.casefold() in (".html", ".htm") and file.is_file():
        raise PacketUnfit(words.PAGE.format(file=file))
    content = _FILE.read(file)
    try:
        return _packet(content)
    except (ValueError, RecursionError) as error:
        raise PacketUnfit(words.DAMAGED.format(file=file)) from error


def _packet(content: dict[str, Any]) -> Packet:
    """The packet of a file.

    Raises:
        ValueError: Something in it is not as the format wants it.
    """
    if not plainjson.is_shallow(content, DEEPEST):
        raise ValueError(content)
    if content.get("pruefsumme") != archive.checksum(content):
        raise ValueError(content)
    found = _adapter().validate_python(content)
    entries = [_asked_and_given(entry) for entry in found["fragen"]]
    answers = {question.key: given for question, given in entries}
    if len(answers) < len(entries):
        raise ValueError(content)
    own: dict[str, Any] = {name: part for name, part in found.items() if name in _OWN}
    return Packet(
        questions=tuple(question for question, _ in entries),
        answers={key: given for key, given in answers.items() if given},
        **own,
    )


def _asked_and_given(entry: QuestionEntry) -> tuple[PacketQuestion, Given | None]:
    card = entry["karte"]
    question = PacketQuestion(entry["frage"], **card) if card else PacketQuestion(entry["frage"])
    return question, Given(**entry["antwort"]) if entry["antwort"] else None
