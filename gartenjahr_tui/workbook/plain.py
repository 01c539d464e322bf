"""The plain values that leave the workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from gartenjahr_tui.clock import local_day
from gartenjahr_tui.workbook.patterns import like
from gartenjahr_tui.workbook.states import AnswerState

if TYPE_CHECKING:
    from gartenjahr_tui.workbook.values import Value


@dataclass(frozen=True)
class Profile:
    """What the welcome asks: name of the library, may be empty; first month of the garden year."""

    library: str = ""
    start_month: int = 1


@dataclass(frozen=True)
class Voice:
    """A person who writes: UUID (hex), name or Kürzel."""

    id: str
    name: str


@dataclass(frozen=True)
class AnswerKey:
    """Which answer: one prompt, one year, one voice.

    Attributes:
        prompt: Id of the question.
        year: Number of the garden year.
        voice: UUID of the person, hex.
        subject: UUID of the card it is about, hex; empty for the guide's own questions.
    """

    prompt: str
    year: int
    voice: str
    subject: str = ""


@dataclass(frozen=True)
class CardKey:
    """Which card of the garden, by its UUID (hex)."""

    id: str


@dataclass(frozen=True)
class KeptKey:
    """A former value to be kept as a version; the number tells several of them apart."""

    of: AnswerKey | CardKey
    number: int


@dataclass(frozen=True)
class ProfileKey:
    """Whose garden it is."""


@dataclass(frozen=True)
class VoiceKey:
    """The name of a person, by UUID (hex); one nobody knows yet is added."""

    id: str


@dataclass(frozen=True)
class YearKey:
    """A garden year: UUID (hex) of who has begun it, empty for nobody, None once it is gone."""

    number: int


@dataclass(frozen=True)
class SealKey:
    """A damaged row somebody has decided about: what is put in its place, None to let it stand.

    Attributes:
        table: Name of its table.
        row: Its number there.
    """

    table: str
    row: int


SaveKey = (
    AnswerKey | CardKey | KeptKey | ProfileKey | VoiceKey | YearKey | SealKey | tuple[str, str]
)
"""What the saver tells apart: answers, cards, former values, profile, people, years, damaged rows,
settings.

The value None says of an answer or a former value that there is nothing to be saved any more.
"""


@dataclass(frozen=True)
class Answer:
    """An answer as it stands.

    Attributes:
        key: Which one.
        state: How far it is.
        value: Field id → value, see :mod:`gartenjahr_tui.workbook.values`.
        changed_at: Instant of the last change (UTC); None when it is not in the file yet.
        voice: On its way to the file, who changed it; empty when that is not to be noted.
        corrects: On its way to the file, that its year was over when it was changed.
    """

    key: AnswerKey
    state: AnswerState = AnswerState.OPEN
    value: Value = field(default_factory=dict)
    changed_at: datetime | None = None
    voice: str = ""
    corrects: bool = False


@dataclass(frozen=True)
class Card:
    """A record of the garden as it stands, such as a seed, a partner or a partnership.

    Attributes:
        id: UUID, hex.
        kind: Its kind, the id of a form.
        value: Field id → value, over all questions of the form.
        deleted: Put away; others may still name it.
        created_at: Instant it was made (UTC).
        changed_at: Instant of the last change (UTC); None when it is not in the file yet.
        voice: On its way to the file, who changed it; empty when that is not to be noted.
    """

    id: str
    kind: str
    value: Value = field(default_factory=dict)
    deleted: bool = False
    created_at: datetime | None = None
    changed_at: datetime | None = None
    voice: str = ""

    @property
    def made_on(self) -> date | None:
        """The day it was made; None when nobody knows."""
        return local_day(self.created_at) if self.created_at else None

    @property
    def key(self) -> CardKey:
        """What the saver knows it by."""
        return CardKey(self.id)


@dataclass(frozen=True)
class Version:
    """What an answer or a card said before, and when that had been saved last (UTC)."""

    id: str
    state: AnswerState
    value: Value
    written_at: datetime

    @property
    def time(self) -> str:
        """When it had been saved, local time: „22.11.2026, 14:03 Uhr“."""
        return self.written_at.astimezone().strftime("%d.%m.%Y, %H:%M Uhr")


@dataclass(frozen=True)
class Noted:
    """A line of the log of changes: what, when, by whom – never what was written.

    Attributes:
        kind: „answer“, „year“, or the kind of a card.
        subject: Id of the question or the card (hex), or the number of the year.
        action: What happened to it.
        year: The garden year of an answer; None where no year is meant.
        voice: UUID of who wrote, hex.
        at: Instant (UTC).
    """

    kind: str
    subject: str
    action: str
    year: int | None
    voice: str
    at: datetime


@dataclass(frozen=True)
class Garden:
    """All that a workbook holds in memory, as it lies in the file.

    Attributes:
        id: UUID, hex.
        profile: Whose it is.
        voices: Who writes in it, in their order; at least one.
        years: Numbers of the garden years, ascending; at least one.
        answers: The answers to the guide's questions, and what single people said about cards.
        cards: The records, deleted ones too.
        settings: Owner, a voice or the garden, and key → value.
    """

    id: str
    profile: Profile
    voices: tuple[Voice, ...]
    years: tuple[int, ...]
    answers: tuple[Answer, ...]
    cards: tuple[Card, ...]
    settings: dict[tuple[str, str], Any]


@dataclass(frozen=True)
class Bookmark:
    """Where one stopped.

    Attributes:
        screen: Id of the screen.
        prompt: Id of the question, empty when none was in hand.
        field: Id of the field in it.
        row: Line of the cursor, from 0.
        column: Column of the cursor, from 0.
        subject: Id of the card it belongs to; empty for the guide's own questions.
    """

    screen: str
    prompt: str = ""
    field: str = ""
    row: int = 0
    column: int = 0
    subject: str = ""


def bookmark_from(raw: Any) -> Bookmark | None:
    """Read a bookmark from a setting; None when there is none or it makes no sense."""
    try:
        return Bookmark(**like({"row": int, "column": int, str: str}, raw))
    except TypeError:
        return None
