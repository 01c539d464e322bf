"""The records of the garden as cards, and their former versions."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"


def record() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
    ]


def upgrade() -> None:
    op.create_table(
        "card",
        *record(),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("sitting", sa.Uuid(), nullable=False),
    )
    op.create_index("ix_card_counter", "card", ["counter"])
    op.create_index("ix_card_kind", "card", ["kind"])
    op.create_table(
        "card_version",
        *record(),
        sa.Column("card_id", sa.Uuid(), sa.ForeignKey("card.id"), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("written_at", UTCDateTime(), nullable=False),
    )
    op.create_index("ix_card_version_counter", "card_version", ["counter"])
    op.create_index("ix_card_version_card_id", "card_version", ["card_id"])
