"""The garden itself: who it belongs to, its years, the people who write in it, small settings."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import JSON, Column, Field, UniqueConstraint

from gartenjahr_tui.models.base import TableRow


class GardenRow(TableRow, table=True):
    """The one row that makes a file a garden.

    Attributes:
        library: Name of the library, may be empty.
        start_month: First month of the garden year, 1 to 12.
        changes: Counts every change of the whole garden; never goes back.
    """

    __tablename__ = "garden"

    library: str = ""
    start_month: int = 1
    changes: int = 0


class VoiceRow(TableRow, table=True):
    """A person who writes, without login: a unique name or Kürzel, and the order in lists."""

    __tablename__ = "voice"

    name: str = Field(unique=True)
    position: int = 0


class GardenYearRow(TableRow, table=True):
    """One garden year: the calendar year it starts in, and its first day."""

    __tablename__ = "garden_year"

    number: int = Field(unique=True)
    starts_on: date


class SettingRow(TableRow, table=True):
    """A small thing to remember, such as where one stopped.

    Attributes:
        voice_id: Whose setting it is; the garden's own id when it is everybody's.
        key: What it is.
        value: Any JSON value.
    """

    __tablename__ = "setting"
    __table_args__ = (UniqueConstraint("voice_id", "key"),)

    voice_id: UUID
    key: str
    value: Any = Field(default=None, sa_column=Column(JSON, nullable=True))
