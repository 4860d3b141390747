"""What was said of a sheet's columns is kept for the next such file."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    shapes = sa.Column("shapes", sa.Text(), nullable=False, server_default="")
    op.add_column("explorer", shapes)
