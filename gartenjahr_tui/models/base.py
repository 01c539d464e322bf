"""What every record carries from the first schema on; merging gardens later depends on it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid4

from sqlmodel import Field, SQLModel

from gartenjahr_tui.clock import utc_now


class TableRow(SQLModel):
    """Base of every table.

    Attributes:
        id: Identity over all gardens.
        created_at: Instant the record was made (UTC).
        changed_at: Instant of its last change (UTC).
        counter: The garden's change counter at its last change. Order by this, never by time: a
            clock may go backwards.
        seal: Checksum of the row, made by the store; see ``store.seals``.
    """

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    created_at: datetime = Field(default_factory=utc_now)
    changed_at: datetime = Field(default_factory=utc_now)
    counter: int = Field(default=0, index=True)
    seal: int | None = None
