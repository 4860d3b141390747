"""Below a conversation that was held and saved: the letter of thanks, and what came of it."""

from uuid import UUID

from lib.ui import after
from lib.ui.record.state import Form


def afterwards(form: Form) -> None:
    """Nothing where it was not held yet, or is not saved."""
    if not form.is_new and form.saved["status"] == "held":
        after.afterwards(UUID(form.identity))
