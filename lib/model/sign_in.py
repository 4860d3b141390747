"""A passphrase before a served Fieldwork, and the browsers that it let in."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from lib.model.base import CLUSTERED, Base, Owned


class Passphrase(Owned, Base):
    """What is kept of a passphrase, and how often in a row it was tried in vain.

    Before `waits_until` nothing that is typed is even looked at.
    """

    __tablename__ = "passphrase"
    __table_args__ = (UniqueConstraint("explorer_id"), CLUSTERED)

    hash: Mapped[str] = mapped_column(String(255))
    failures: Mapped[int] = mapped_column(default=0)
    waits_until: Mapped[datetime | None]


class SignIn(Owned, Base):
    """A browser that came in: only the digest of what its cookie holds is kept."""

    __tablename__ = "sign_in"
    __table_args__ = (UniqueConstraint("token_digest"), CLUSTERED)

    token_digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    expires_at: Mapped[datetime]
