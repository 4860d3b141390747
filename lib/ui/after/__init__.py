"""What comes after a conversation, on a screen: the letter, promises, and what it led to."""

from uuid import UUID

from lib.ui import show
from lib.ui.after.outcome import outcome
from lib.ui.after.thank import thank

__all__ = ["afterwards", "outcome", "thank"]


def afterwards(interview_id: UUID) -> None:
    """Both, folded: each is read when it is opened."""
    for title, icon, part in (
        ("Thank", ":material/mail:", thank),
        ("What came of it", ":material/trending_up:", outcome),
    ):
        name = f"after/{part.__name__}/{interview_id}"
        shown = show.expander(title, icon=icon, key=name, on_change="rerun")
        if shown.open:
            with shown:
                part(interview_id)
