"""What came of the conversations: letters, introductions, leads, positions, and how long each took.

A conversation is counted once a step, by the first of its kind. Somebody who was introduced by a
person counts for that person's first conversation, where no introduction was noted of it; on which
day is then not known. Nothing of it reaches a link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Explorer, Share, Viewer
from lib.answers.section import Section
from lib.answers.words import capital, counted, listed
from lib.charts.base import key
from lib.charts.came_of_it import steps_reached
from lib.errors import NotFound
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.after import introduced, letters_sent, outcomes, talks_held
from lib.queries.evidence import COLUMNS

STEPS = ("conversations", "letters", "introductions", "leads", "positions")
KINDS = {"introduction": "introductions", "lead": "leads", "position": "positions"}
ASIDE = {"application": "application", "offer": "offer", "field ruled out": "field ruled out"}
"""What is said in words and is no step from a conversation to a position."""


@dataclass(frozen=True)
class Came:
    """One conversation that got to a step; `days` from the conversation on, None: not known."""

    interview_id: str
    days: int | None
    words: str


def came_of_it(session: Session, viewer: Viewer, filters: Filters) -> Section | None:
    """The chart with its words; None for a link, and where nothing came of any yet."""
    if isinstance(viewer, Share):
        return None
    talks = talks_held(session, viewer, filters)
    reached = _reached(session, viewer, filters, talks)
    noted = records(outcomes(session, viewer, filters))
    if not noted and not any(reached[step] for step in STEPS[1:]):
        return None
    rows = [
        {
            "step": step,
            "name": capital(step),
            "talks": len(reached[step]),
            "took": took(reached[step]),
        }
        for step in STEPS
    ]
    people = {row["interview_id"]: row["person_id"] for row in records(talks)}
    for row in rows:
        ids = {people[one.interview_id] for one in reached[str(row["step"])]}
        row |= {"key": key("came", row["step"]), "people": len(ids)}
    return Section(
        drawing=steps_reached(pd.DataFrame(rows)),
        sentence=_sentence(reached, noted),
        caption=Markdown(
            "Conversations that got so far, each counted once a step. The time is the middle one "
            "from the conversation on; under three of them, each."
        ),
    )


def behind_step(session: Session, viewer: Viewer, filters: Filters, step: str) -> pd.DataFrame:
    """The columns of `lib.queries.evidence.evidence`: the conversations that got to a step."""
    if isinstance(viewer, Share) or step not in STEPS:
        raise NotFound("There is nothing to open here. Choose a mark of the chart.")
    talks = talks_held(session, viewer, filters)
    came = {one.interview_id: one for one in _reached(session, viewer, filters, talks)[step]}
    kept = talks[talks["interview_id"].isin(came)].reset_index(drop=True)
    said = [came[identity].words for identity in kept["interview_id"]]
    rows = kept.assign(
        kind=pd.Series([step] * len(kept), dtype="str"),
        said=pd.Series(said, dtype="str"),
        quote=pd.Series([""] * len(kept), dtype="str"),
        note=pd.Series([""] * len(kept), dtype="str"),
        private=pd.Series([False] * len(kept), dtype="bool"),
    )
    return rows[list(COLUMNS)].sort_values("held_on", ascending=False, ignore_index=True)


def led_to(session: Session, viewer: Viewer, filters: Filters) -> dict[str, str]:
    """By conversation: "a lead (12 March), an offer"; empty for a link."""
    if isinstance(viewer, Share):
        return {}
    found: dict[str, list[str]] = {}
    for row in records(outcomes(session, viewer, filters)):
        found.setdefault(row["interview_id"], []).append(_one(row))
    return {talk: listed(parts) for talk, parts in found.items()}


def of_one_talk(
    session: Session, viewer: Explorer, interview_id: UUID
) -> tuple[tuple[str, str], ...]:
    """The id and the words of each outcome that is noted of one conversation."""
    noted = records(outcomes(session, viewer, EVERYTHING))
    here = [row for row in noted if row["interview_id"] == str(interview_id)]
    return tuple((row["outcome_id"], _one(row)) for row in here)


def took(reached: Sequence[Came]) -> str:
    """`after 9 days`: the middle one; of fewer than three, each; empty where no day is known."""
    days = sorted(one.days for one in reached if one.days is not None)
    middle = statistics.median(days)
    if middle is not None:
        return f"after {span(round(middle.middle))}"
    return f"after {listed([span(one) for one in days])}" if days else ""


def span(days: int) -> str:
    """`9 days`, `5 weeks`, `8 months`: in words as fine as its length bears."""
    if days < 21:
        return counted(days, "day")
    return counted(round(days / 7), "week") if days < 182 else counted(round(days / 30.44), "month")


def _reached(
    session: Session, viewer: Explorer, filters: Filters, talks: pd.DataFrame
) -> dict[str, list[Came]]:
    held = {row["interview_id"]: row["held_on"].date() for row in records(talks)}
    found: dict[str, dict[str, Came]] = {step: {} for step in STEPS}
    for talk, on in held.items():
        found["conversations"][talk] = Came(talk, None, f"talked on {on.day} {on:%B %Y}")
    for row in records(letters_sent(session, viewer, filters)):
        talk, on = row["interview_id"], row["sent_on"].date()
        found["letters"][talk] = Came(
            talk, _days(held[talk], on), f"thanked on {on.day} {on:%B %Y}"
        )
    for row in records(outcomes(session, viewer, filters)):
        if step := KINDS.get(row["kind"]):
            talk, known = row["interview_id"], not pd.isna(row["happened_on"])
            days = _days(held[talk], row["happened_on"].date()) if known else None
            found[step].setdefault(talk, Came(talk, days, _one(row)))
    for talk, words in _introduced(session, viewer, filters, talks).items():
        found["introductions"].setdefault(talk, Came(talk, None, words))
    return {step: list(came.values()) for step, came in found.items()}


def _introduced(
    session: Session, viewer: Explorer, filters: Filters, talks: pd.DataFrame
) -> dict[str, str]:
    """By the first conversation with somebody: whom they led to, where none is noted of it."""
    first = {row["person_id"]: row["interview_id"] for row in reversed(records(talks))}
    found: dict[str, list[str]] = {}
    noted = set(outcomes(session, viewer, EVERYTHING)["whom_id"])
    for row in records(introduced(session, viewer, filters)):
        talk = first.get(row["introduced_by_id"])
        if talk and row["person_id"] not in noted:
            found.setdefault(talk, []).append(row["person"])
    return {talk: f"introduced {listed(people)}" for talk, people in found.items()}


def _days(held_on: date, on: date) -> int:
    return max((on - held_on).days, 0)


def _one(row: Row) -> str:
    """`a lead on 12 March 2026: a post in spring`, `an introduction to Renee`."""
    kind = row["kind"]
    words = {"field ruled out": "a field ruled out"}.get(kind) or (
        f"an {kind}" if kind[0] in "aeio" else f"a {kind}"
    )
    if row["whom"]:
        words += f" to {row['whom']}"
    known = not pd.isna(row["happened_on"])
    on = f" on {row['happened_on'].day} {row['happened_on']:%B %Y}" if known else ""
    return f"{words}{on}" + (f": {row['note']}" if row["note"] else "")


def _sentence(reached: dict[str, list[Came]], noted: list[Row]) -> Markdown:
    """What the conversations led to, the last step first told."""
    talks = len(reached["conversations"])
    led = [
        counted(len(reached[step]), step.removesuffix("s"), step)
        for step in ("introductions", "leads", "positions")
        if reached[step]
    ]
    for kind, one in ASIDE.items():
        count = sum(row["kind"] == kind for row in noted)
        many = "fields ruled out" if kind == "field ruled out" else f"{one}s"
        led += [counted(count, one, many)] if count else []
    words = Markdown("**{}** led to {}.").format(counted(talks, "conversation"), listed(led))
    if not led:
        words = Markdown("**{}**, and nothing is noted yet of what they led to.").format(
            counted(talks, "conversation")
        )
    sent = len(reached["letters"])
    return words + Markdown(" {} of thanks went out.").format(counted(sent, "letter"))
