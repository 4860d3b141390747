"""How often a year a period of pay is paid: thirteen months, 180 days."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """On SQLite a column that may be empty takes its rule along: the table is not written anew."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "ALTER TABLE salary_finding ADD COLUMN times INTEGER"
            " CONSTRAINT ck_salary_finding_times CHECK (times BETWEEN 1 AND 8784)"
        )
        return
    op.add_column("salary_finding", sa.Column("times", sa.Integer(), nullable=True))
    op.create_check_constraint(
        op.f("ck_salary_finding_times"), "salary_finding", "times BETWEEN 1 AND 8784"
    )
