"""A sign-out is kept: what the provider said before it no longer holds, in any window."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("explorer", sa.Column("signed_out", sa.DateTime(timezone=True), nullable=True))
