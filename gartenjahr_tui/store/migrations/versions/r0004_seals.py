"""A checksum in each row, made over what stands there."""

import sqlalchemy as sa
from alembic import op

from gartenjahr_tui.store.seals import COLUMN, TABLES, seal_all

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column(COLUMN, sa.Integer(), nullable=True))
    seal_all(op.get_bind().connection.driver_connection)  # type: ignore[arg-type]
