"""Where a recording has a line of the notes: `0:12:34`."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    recorded_at = sa.Column("recorded_at", sa.String(30), nullable=False, server_default="")
    op.add_column("note", recorded_at)
