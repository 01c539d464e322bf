"""What lives in the garden: seeds, partners, partnerships … and what their cards said before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import JSON, Column, Field

from gartenjahr_tui.models.base import TableRow


class CardRow(TableRow, table=True):
    """One record of the garden; its form is data, so a new field needs no new column.

    Attributes:
        kind: Kind of the record, the id of its form in the guide.
        value: Field id → value, as :mod:`gartenjahr_tui.workbook.values` describes; links to other
            cards are their ids, hex.
        deleted: Put away; it stays, because others may name it and the deletion can be undone.
        sitting: The run of the program that wrote it last; a new sitting keeps the former version.
    """

    __tablename__ = "card"

    kind: str = Field(index=True)
    value: Any = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    deleted: bool = False
    sitting: UUID


class CardVersionRow(TableRow, table=True):
    """What a card said before, and when that had been saved last (UTC)."""

    __tablename__ = "card_version"

    card_id: UUID = Field(foreign_key="card.id", index=True)
    value: Any = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    written_at: datetime
