"""Answers to the guide's questions, and what they said before."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import JSON, Column, Field, UniqueConstraint

from gartenjahr_tui.models.base import TableRow


class AnswerRow(TableRow, table=True):
    """The answer to one prompt, for one year, by one voice, about one subject.

    Attributes:
        prompt_id: Id in the guide.
        year_id: The garden year.
        voice_id: Who answers.
        subject_id: What it is about; the garden's own id for questions about no single record.
        state: Name of an :class:`gartenjahr_tui.workbook.values.AnswerState`.
        value: Field id → value, as :mod:`gartenjahr_tui.workbook.values` describes.
        sitting: The run of the program that wrote it last; a new sitting keeps the former version.
    """

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("prompt_id", "year_id", "voice_id", "subject_id"),)

    prompt_id: str = Field(index=True)
    year_id: UUID = Field(foreign_key="garden_year.id", index=True)
    voice_id: UUID = Field(foreign_key="voice.id")
    subject_id: UUID
    state: str
    value: Any = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    sitting: UUID


class AnswerVersionRow(TableRow, table=True):
    """What an answer said before, and when that had been saved last (UTC)."""

    __tablename__ = "answer_version"

    answer_id: UUID = Field(foreign_key="answer.id", index=True)
    state: str
    value: Any = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))
    written_at: datetime
