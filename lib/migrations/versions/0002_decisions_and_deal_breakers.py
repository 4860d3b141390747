"""What was decided and why, and the themes that rule a field out."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "deal_breaker",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("theme", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_deal_breaker_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_deal_breaker")),
        sa.UniqueConstraint("explorer_id", "theme", name=op.f("uq_deal_breaker_explorer_id_theme")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decision",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("field_id", sa.Uuid(), nullable=True),
        sa.Column("stage", sa.String(length=30), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "stage IN ('open', 'not now', 'ruled out')", name=op.f("ck_decision_stage")
        ),
        sa.CheckConstraint(
            "stage IS NOT NULL OR why <> ''", name=op.f("ck_decision_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "field_id"],
            ["field.explorer_id", "field.id"],
            name=op.f("fk_decision_explorer_id_field_id"),
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_decision_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_decision")),
        sqlite_with_rowid=False,
    )
