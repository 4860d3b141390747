"""A link has a title, initials and a colour, by which a coach with many clients tells it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

COLOURS = "colour IN ('', 'blue', 'green', 'violet', 'red', 'yellow')"


def upgrade() -> None:
    """On SQLite a new column takes its rule along: the table is not written anew."""
    for name, length in (("title", 200), ("initials", 30)):
        words = sa.Column(name, sa.String(length), nullable=False, server_default="")
        op.add_column("share", words)
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "ALTER TABLE share ADD COLUMN colour VARCHAR(30) DEFAULT '' NOT NULL"
            f" CONSTRAINT ck_share_colour CHECK ({COLOURS})"
        )
        return
    op.add_column("share", sa.Column("colour", sa.String(30), nullable=False, server_default=""))
    op.create_check_constraint(op.f("ck_share_colour"), "share", COLOURS)
