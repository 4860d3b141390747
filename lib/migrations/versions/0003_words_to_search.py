"""Words to search: notes, quotes and takeaways, with a full-text index on each engine."""

import sqlalchemy as sa
from alembic import op

from lib.searching import rows

revision = "0003"
down_revision = "0002"

SEARCHED = {
    "note": "text",
    "interview": "takeaway",
    **{
        f"{name}_finding": "quote"
        for name in ("skill", "training", "salary", "aspect", "step", "outlook")
    },
}
"""The tables of that time, each with its column of words."""
TRIGGERS = {
    "insert": "INSERT INTO search_index(rowid, body) VALUES (new.rowid, new.body);",
    "delete": "INSERT INTO search_index(search_index, rowid, body)"
    " VALUES ('delete', old.rowid, old.body);",
}


def upgrade() -> None:
    table = op.create_table(
        "search_text",
        sa.Column("explorer_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("interview_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["explorer_id"],
            ["explorer.id"],
            name=op.f("fk_search_text_explorer_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["explorer_id", "interview_id"],
            ["interview.explorer_id", "interview.id"],
            name=op.f("fk_search_text_explorer_id_interview_id"),
        ),
        sa.PrimaryKeyConstraint("explorer_id", "id", name=op.f("pk_search_text")),
    )
    op.create_index(
        op.f("ix_search_text_explorer_id_interview_id"),
        "search_text",
        ["explorer_id", "interview_id"],
    )
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE search_index USING fts5("
            "body, content='search_text', content_rowid='rowid', prefix='3 5 7')"
        )
        for event, statement in TRIGGERS.items():
            op.execute(
                f"CREATE TRIGGER search_text_{event} AFTER {event.upper()} ON search_text "
                f"BEGIN {statement} END"
            )
    else:
        op.execute(
            "CREATE INDEX ix_search_text_words ON search_text"
            " USING gin (to_tsvector('simple', body))"
        )
    for name, column in SEARCHED.items():
        fill(connection, table, name, column)


def fill(connection: sa.Connection, table: sa.Table, name: str, column: str) -> None:
    """What is there already is found too."""
    kept = ["explorer_id", "id", column, *(["interview_id"] if name != "interview" else [])]
    types = {"explorer_id": sa.Uuid, "id": sa.Uuid, "interview_id": sa.Uuid, column: sa.Text}
    source = sa.table(name, *(sa.column(each, types[each]) for each in kept))
    query = sa.select(source).where(source.c[column] != "")
    for some in connection.execute(query).mappings().partitions(500):
        made = [one for row in some for one in rows(name, row["explorer_id"], [dict(row)])]
        connection.execute(sa.insert(table), made)
