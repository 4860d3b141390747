"""Which of two hours of the same name a talk begins at; when a calendar last read its address."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """On SQLite a column takes its rule along: the table is not written anew."""
    for table in ("interview", "calendar_event"):
        if op.get_bind().dialect.name == "sqlite":
            op.execute(
                f"ALTER TABLE {table} ADD COLUMN fold INTEGER DEFAULT 0 NOT NULL"
                f" CONSTRAINT ck_{table}_fold CHECK (fold BETWEEN 0 AND 1)"
            )
            continue
        op.add_column(table, sa.Column("fold", sa.Integer(), nullable=False, server_default="0"))
        op.create_check_constraint(op.f(f"ck_{table}_fold"), table, "fold BETWEEN 0 AND 1")
    op.add_column("calendar_feed", sa.Column("read_on", sa.Date(), nullable=True))
