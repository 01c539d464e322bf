"""The log of changes; the search index makes its own tables, because it can be made anew."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("changed_at", UTCDateTime(), nullable=False),
        sa.Column("counter", sa.Integer(), nullable=False),
        sa.Column("subject_kind", AutoString(), nullable=False),
        sa.Column("subject_id", AutoString(), nullable=False),
        sa.Column("action", AutoString(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("voice_id", sa.Uuid(), nullable=False),
        sa.Column("sitting", sa.Uuid(), nullable=False),
    )
    op.create_index("ix_change_counter", "change", ["counter"])
    op.create_index("ix_change_subject_id", "change", ["subject_id"])
