"""Preparing one conversation: what is known already, what its agenda is, and what might be."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.words import counted, listed
from lib.figures import clock
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.meeting.agenda import Wanted, fitted
from lib.meeting.when import Taken, as_kept
from lib.queries.coverage import employed, topics_asked
from lib.queries.explorer import profile
from lib.queries.meeting import Meeting, agenda, left_open, meeting, questions_waiting, ticks
from lib.queries.skills import skills_heard
from lib.queries.voices import aspects, outlooks, trainings
from lib.text import fold
from lib.words import TOPICS

USUAL = 30
"""Minutes, where none were agreed."""
MOST_LINES, NAMED = 10, 3


@dataclass(frozen=True)
class Item:
    """One question of the agenda; `minutes` 0 where nobody said how many."""

    item_id: str
    text: str
    why: str
    minutes: int
    topic: str
    source: str


@dataclass(frozen=True)
class Preparing:
    """All of the step Prepare."""

    meeting: Meeting
    items: tuple[Item, ...]
    minutes: int
    taken: int
    known: tuple[Markdown, ...]
    ready: frozenset[str]
    proposed: tuple[Wanted, ...]
    leaves: str = ""
    """When one sets out, on the explorer's clock; empty where there is no way to go."""

    @property
    def fits(self) -> bool:
        """Whether the agenda is no longer than its frame."""
        return self.taken <= self.minutes


def preparing(
    session: Session, viewer: Explorer, filters: Filters, interview_id: UUID
) -> Preparing:
    """The agenda as it stands, and what would be proposed for this field and these minutes."""
    talk = meeting(session, viewer, interview_id)
    about = _About(session, viewer, talk)
    items = tuple(_item(row) for row in records(agenda(session, viewer, interview_id)))
    minutes = talk.minutes or USUAL
    return Preparing(
        meeting=talk,
        items=items,
        minutes=minutes,
        taken=sum(item.minutes for item in items),
        known=tuple(about.known())[:MOST_LINES],
        ready=frozenset(ticks(session, viewer, interview_id)["item"]),
        proposed=fitted(minutes, about.asked, tuple(about.pressing())),
        leaves=_leaves(talk, minutes, profile(session, viewer).zone),
    )


def _leaves(talk: Meeting, minutes: int, zone: str) -> str:
    at = as_kept(talk.starts_at, talk.zone, talk.fold, zone)
    if at is None or not talk.travel:
        return ""
    return f"{Taken(at, minutes, '', talk.travel).leaves.astimezone(clock(zone)):%H:%M}"


def _item(row: Row) -> Item:
    minutes = _whole(row["minutes"], 0)
    return Item(row["item_id"], row["text"], row["why"], minutes, row["topic"], row["source"])


def _whole(minutes: float, otherwise: int) -> int:
    return otherwise if pd.isna(minutes) else int(minutes)


class _About:
    """What was heard in the field of one conversation."""

    def __init__(self, session: Session, viewer: Explorer, talk: Meeting) -> None:
        self.talk = talk
        field = viewer.shown(talk.field_id)

        def here(rows: pd.DataFrame) -> list[Row]:
            return records(rows[rows["field_id"] == field])

        put = here(topics_asked(session, viewer, EVERYTHING))
        self.asked = {row["topic"]: int(row["asked"]) for row in put}
        self.people = len({row["person_id"] for row in here(employed(session, viewer, EVERYTHING))})
        self.skills = here(skills_heard(session, viewer, EVERYTHING))
        self.ways = here(trainings(session, viewer, EVERYTHING))
        self.aspects = here(aspects(session, viewer, EVERYTHING))
        self.going = here(outlooks(session, viewer, EVERYTHING))
        self.waiting = records(questions_waiting(session, viewer, talk.interview_id))
        self.open = records(left_open(session, viewer, talk.interview_id))

    def pressing(self) -> Iterator[Wanted]:
        """Contradictions, a coach's questions, what was left open, one's own."""
        yield from self._contradictions()
        for row in self.waiting:
            if row["author"]:
                yield self._of_question(row, f"From {row['author']}.", "coach")
        seen = set()
        for row in self.open:
            if fold(row["text"]) not in seen:
                seen.add(fold(row["text"]))
                minutes = _whole(row["minutes"], 3)
                why = f"Open since your talk with {row['person']}."
                yield Wanted(row["text"], row["topic"], minutes, why, "earlier talk")
        for row in self.waiting:
            if not row["author"]:
                yield self._of_question(row, "Your own question.", "own")

    def _of_question(self, row: Row, why: str, source: str) -> Wanted:
        return Wanted(
            row["text"], row["topic"], 3, why, source, question_id=str(row["question_id"])
        )

    def _contradictions(self) -> Iterator[Wanted]:
        for name, required, free in self._disputed_ways():
            why = f"{required} said required, {free} said not."
            text = f"{name}: some say it is required, others that it is not. How is it here?"
            yield Wanted(text, "training", 4, why, "contradiction")
        for row in self.skills:
            if row["mandatory"] and row["not_needed"]:
                why = f"{row['mandatory']} called it mandatory, {row['not_needed']} not needed."
                text = f"{row['skill']}: can one do the work without it?"
                yield Wanted(text, "skills", 3, why, "contradiction")
        up, down = (
            sum(row["direction"] == way for row in self.going) for way in ("growing", "shrinking")
        )
        if up and down:
            why = f"{up} said growing, {down} said shrinking."
            text = "Some say the field grows, others that it shrinks. What do you see?"
            yield Wanted(text, "outlook", 3, why, "contradiction")

    def _disputed_ways(self) -> Iterator[tuple[str, int, int]]:
        by_name: dict[str, tuple[str, set[str], set[str]]] = {}
        for row in self.ways:
            name, yes, no = by_name.setdefault(fold(row["name"]), (row["name"], set(), set()))
            if row["required"] in ("yes", "no"):
                (yes if row["required"] == "yes" else no).add(row["person_id"])
        for name, yes, no in by_name.values():
            if yes and no:
                yield name, len(yes), len(no)

    def known(self) -> Iterator[Markdown]:
        """At most ten lines: the person first, then what others in the field said."""
        yield from self._person()
        if not self.people:
            yield Markdown("Nobody in {} was heard yet.").format(self.talk.field)
            return
        yield Markdown("{} in {} heard so far").format(
            counted(self.people, "person", "people"), Markdown("**{}**").format(self.talk.field)
        )
        yield from self._most(Markdown("Good, they say: {}"), "upside")
        yield from self._most(Markdown("Hard, they say: {}"), "downside")
        skills = sorted(self.skills, key=lambda row: (-row["voices"], row["skill"]))[:NAMED]
        if skills:
            named = [_times(row["skill"], row["voices"]) for row in skills]
            yield Markdown("Skills named most: {}").format(listed(named))
        ways = _counted([(row["name"], row["person_id"]) for row in self.ways])
        if ways:
            yield Markdown("Ways in: {}").format(listed(ways))
        for name, yes, no in self._disputed_ways():
            yield Markdown("They differ: **{}** required ({}), not required ({})").format(
                name, yes, no
            )
        if missing := [topic for topic in TOPICS if not self.asked.get(topic)]:
            yield Markdown("Nobody was asked about {}").format(listed(missing))

    def _person(self) -> Iterator[Markdown]:
        talk = self.talk
        if place := ", ".join(filter(None, (talk.role, talk.organisation))):
            yield Markdown("{}").format(place)
        if talk.led_by:
            yield Markdown("Introduced by **{}**").format(talk.led_by)
        if talk.how_met:
            yield Markdown("How you met: {}").format(" ".join(talk.how_met.split())[:160])

    def _most(self, words: Markdown, side: str) -> Iterator[Markdown]:
        said = [(r["theme"], r["person_id"]) for r in self.aspects if r["side"] == side]
        if named := _counted(said):
            yield words.format(listed(named))


def _counted(said: list[tuple[str, str]]) -> list[Markdown]:
    """The names that most people said, each with how many."""
    by_name: dict[str, tuple[str, set[str]]] = {}
    for name, person in said:
        by_name.setdefault(fold(name), (name, set()))[1].add(person)
    most = sorted(by_name.values(), key=lambda one: (-len(one[1]), one[0]))[:NAMED]
    return [_times(name, len(people)) for name, people in most]


def _times(name: str, people: int) -> Markdown:
    return Markdown("**{}** ({})").format(name, people)
