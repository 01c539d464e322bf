"""The garden, its years and voices, settings, answers and their former versions."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0001"
down_revision = None


def record() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
    ]


def create(name: str, *columns: sa.schema.SchemaItem) -> None:
    op.create_table(name, *record(), *columns)
    op.create_index(f"ix_{name}_counter", name, ["counter"])


def upgrade() -> None:
    create(
        "garden",
        sa.Column("library", AutoString(), nullable=False),
        sa.Column("start_month", sa.Integer(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
    )
    create(
        "voice",
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.UniqueConstraint("name"),
    )
    create(
        "garden_year",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.UniqueConstraint("number"),
    )
    create(
        "setting",
        sa.Column("voice_id", sa.Uuid(), nullable=False),
        sa.Column("key", AutoString(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.UniqueConstraint("voice_id", "key"),
    )
    create(
        "answer",
        sa.Column("prompt_id", AutoString(), nullable=False),
        sa.Column("year_id", sa.Uuid(), sa.ForeignKey("garden_year.id"), nullable=False),
        sa.Column("voice_id", sa.Uuid(), sa.ForeignKey("voice.id"), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("sitting", sa.Uuid(), nullable=False),
        sa.UniqueConstraint("prompt_id", "year_id", "voice_id", "subject_id"),
    )
    op.create_index("ix_answer_prompt_id", "answer", ["prompt_id"])
    op.create_index("ix_answer_year_id", "answer", ["year_id"])
    create(
        "answer_version",
        sa.Column("answer_id", sa.Uuid(), sa.ForeignKey("answer.id"), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
    )
    op.create_index("ix_answer_version_answer_id", "answer_version", ["answer_id"])
