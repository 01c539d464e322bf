"""The log of changes: what, when, by whom – never what was written."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Field

from gartenjahr_tui.models.base import TableRow


class ChangeRow(TableRow, table=True):
    """One change as the log shows it; ``changed_at`` says when.

    Attributes:
        subject_kind: What was changed: „answer“, the kind of a card, „year“ …
        subject_id: Id of the prompt, of the card (hex), or the number of the year.
        action: What happened to it.
        year: The garden year of an answer; None where no year is meant.
        voice_id: Who wrote.
        sitting: The run of the program it was written in.
    """

    __tablename__ = "change"

    subject_kind: str
    subject_id: str = Field(index=True)
    action: str
    year: int | None = None
    voice_id: UUID
    sitting: UUID
