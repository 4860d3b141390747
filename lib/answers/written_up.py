"""What is asked the same day: interest, what one takes away, how much one talked, what is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.words import counted
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.markdown import Markdown
from lib.queries.after import shares_talked
from lib.queries.conversations import conversation
from lib.queries.meeting import agenda

QUARTERS = {0: "hardly", 1: "a quarter", 2: "half", 3: "three quarters", 4: "all of it"}
"""How much of the time one talked."""
LISTENED = 1
"""So many quarters or less is mostly listening."""
FEWEST, SHOWN = 3, 12


@dataclass(frozen=True)
class WrittenUp:
    """What was noted of one conversation; `open`: id and words of what nobody answered."""

    field: str
    interest: int | None
    talked: int | None
    takeaway: str
    open: tuple[tuple[str, str], ...]
    over_time: Markdown
    """Empty where it was never noted."""


def written_up(
    session: Session, viewer: Explorer, filters: Filters, interview_id: UUID
) -> WrittenUp:
    """Of one conversation; NotFound where it is not theirs."""
    talk = conversation(session, viewer, interview_id)
    shares = records(shares_talked(session, viewer, EVERYTHING))
    return WrittenUp(
        *(talk.field, talk.interest_after, talk.talked, talk.takeaway),
        open=tuple(
            (row["item_id"], row["text"])
            for row in records(agenda(session, viewer, interview_id))
            if row["topic"] and row["text"] and row["state"] != "asked" and not row["answered"]
        ),
        over_time=_over_time([(row["held_on"].date(), int(row["talked"])) for row in shares]),
    )


def _over_time(shares: Sequence[tuple[date, int]]) -> Markdown:
    """`half (2 Mar), a quarter (9 Mar)`, the last ones; from three on how often one listened."""
    if not shares:
        return Markdown("")
    each = [
        Markdown("{} ({} {:%b})").format(QUARTERS[quarters], on.day, on)
        for on, quarters in shares[-SHOWN:]
    ]
    words = Markdown(", ").join(each)
    if len(shares) < FEWEST:
        return words + Markdown(".")
    listened = sum(quarters <= LISTENED for _, quarters in shares)
    times = counted(len(shares), "talk")
    return words + Markdown(". You mostly listened in {} of {}.").format(listened, times)
