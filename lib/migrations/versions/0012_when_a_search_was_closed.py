"""A search that is over has the day on which it was closed."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.add_column("explorer", sa.Column("closed_on", sa.Date(), nullable=True))
