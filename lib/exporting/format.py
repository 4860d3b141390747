"""The format fieldwork/1: which tables a file holds, under which names, and which columns not."""

from typing import Any

from lib.model import Explorer
from lib.storage import rows

FORMAT = "fieldwork/1"

LEFT_OUT = {"explorer", "change", "draft", "passphrase", "sign_in", "calendar_feed"}
"""Not lists of their own: the explorer is one object; history, drafts and doors stay here."""

UNUSUAL = {"person": "people", "topic_asked": "topics_asked"}

PROFILE = tuple(
    column.name
    for column in Explorer.__table__.columns
    if column.name not in ("id", "subject", "signed_out", "revision")
)
"""What a file says of the explorer: never who signs in as them."""


def lists() -> dict[str, type[Any]]:
    """The lists of a file by their plural names, referred-to tables first."""
    return {
        UNUSUAL.get(name, f"{name}s"): model
        for name, model in rows.models().items()
        if name not in LEFT_OUT
    }
