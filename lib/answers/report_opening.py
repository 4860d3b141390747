"""The opening page of a report: whose, as of when, what is in and what is out, how to read it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.answers.fields import fields_shown
from lib.answers.limited import AT_MOST
from lib.answers.words import FEWEST_IN_WORDS, capital, counted, listed, number
from lib.errors import Refused
from lib.filters import Filters
from lib.queries.explorer import profile
from lib.queries.fields import interviews_by_status

PARTS = {
    "names": "names of those who agreed to be named",
    "organisations": "their organisations",
    "quotes": "quotes of what they said",
    "pay": "what I earn now",
    "skills": "what I can do",
    "interest": "my interest and takeaways",
}
NEVER = "notes", "what is due", "people off the record", "what was said in private"
HOW_TO_READ = (
    "“3 of 4” means: four people were asked, three of them said so. Nobody was drawn at random; "
    "these are the people who could be met.",
    "One conversation is a data point, not a proof. Under "
    f"{FEWEST_IN_WORDS} people there is no summary: what they said stands by itself.",
    "“Not asked” is not “nobody said so”: hatched places mean that nobody was asked yet.",
    "Some things may be left out at the wish of those who spoke. What was typed freely shows once "
    "it was read and released, so “not said” may also stand for what was not released.",
)
NOBODY = (
    "Nothing is left to show: nobody was heard in these fields yet, or fewer people than a group "
    "must have. Choose other fields, or show smaller groups."
)


@dataclass(frozen=True)
class Opening:
    """The opening page, as it was typed: nothing of it is Markdown."""

    title: str
    day: date
    counts: str
    fields: tuple[tuple[str, str], ...]
    """Each field with the number of people heard in it."""
    within: str
    out: str
    how_to_read: tuple[str, ...]


def opening(session: Session, viewer: Share, filters: Filters, day: date) -> Opening:
    """What this viewer has before them; raises Refused where that is nothing."""
    shown = fields_shown(session, viewer, filters)
    if not shown:
        raise Refused(NOBODY)
    name = profile(session, viewer).name
    statuses = interviews_by_status(session, viewer, filters)
    held = int(statuses.loc[statuses["status"] == "held", "interviews"].sum())
    read = [words for part, words in PARTS.items() if getattr(viewer, part)]
    left = [words for part, words in PARTS.items() if not getattr(viewer, part)]
    samples = int(statuses["samples"].sum())
    invented = f", {samples} of them samples with invented people" if samples else ""
    who = name or "whoever sent it"
    return Opening(
        title=f"{name}’s conversations" if name else "Conversations about work",
        day=day,
        counts=f"{counted(held, 'conversation')} about {counted(len(shown), 'field')}{invented}",
        fields=tuple((f.field, counted(f.voices, "person", "people")) for f in shown),
        within=f"Counts of who said what in these fields; {listed(read) or 'nothing else'}.",
        out=f"{capital(listed([*left, *NEVER]))}.",
        how_to_read=(*HOW_TO_READ, f"“You” and “I” are {who}.", *_few(viewer)),
    )


def _few(viewer: Share) -> tuple[str, ...]:
    if viewer.threshold == 1:
        return ()
    return (
        f"Groups of fewer than {number(viewer.threshold)} people are left out everywhere: a 0, an "
        f"empty place or “nobody” may stand for so few. {AT_MOST[viewer.threshold]}",
    )
