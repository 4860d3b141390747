"""A passphrase before a served Fieldwork, and the browsers that it let in."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "passphrase",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("hash", sa.String(length=255), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("waits_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_passphrase_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_passphrase")),
        sa.UniqueConstraint("explorer_id", name=op.f("uq_passphrase_explorer_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sign_in",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token_digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_sign_in_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_sign_in_token_digest")),
        sqlite_with_rowid=False,
    )
