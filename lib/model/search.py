"""What can be searched, as a search reads it (`lib.searching`): derived, kept by every write.

Each engine's full-text index stands beside it, made by a migration.
"""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, Uuid

from lib.model.base import Base, refers

search_text = Table(
    "search_text",
    Base.metadata,
    Column("explorer_id", Uuid, ForeignKey("explorer.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("interview_id", Uuid, nullable=False),
    Column("kind", String(30), nullable=False),
    Column("body", Text, nullable=False),
    refers("interview_id", "interview"),
    Index(None, "explorer_id", "interview_id"),
)
"""`id` is that of the row whose words they are; `body` its tokens, see `lib.searching`."""
