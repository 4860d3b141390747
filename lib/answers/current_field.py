"""Growing or a dead end? What one's own search, people and official figures say of work now."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.projected import in_words
from lib.answers.skills_told import asked_about
from lib.answers.words import counted, listed
from lib.charts.base import key
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.markdown import Markdown
from lib.queries.explorer import Search, profile, search_so_far, today
from lib.queries.skills import own_skills
from lib.queries.voices import outlooks
from lib.reference import onet
from lib.reference.projections import projection
from lib.skills import taxonomy

DIRECTIONS = ("growing", "steady", "changing", "shrinking")
IMPORTANT = 3.0
"""Of O*NET's scale from 1 to 5: "important"."""
MOST = 5


@dataclass(frozen=True)
class Related:
    """An occupation that O*NET calls related and nobody was talked to about."""

    title: str
    near: str
    """The field that it is close to."""
    shared: tuple[str, ...]
    """Own skills, level 3 or more, that are important there."""


@dataclass(frozen=True)
class CurrentWork:
    """One line on the current field; empty without one, or where nothing is known of it.

    `key` opens what people said of where it goes (empty: nobody did), `people` are so many;
    `search_told`: whether one said how one's own search goes.
    """

    field: str
    line: Markdown
    key: str
    people: int
    search_told: bool
    related: tuple[Related, ...]


def current_work(session: Session, viewer: Viewer, filters: Filters) -> CurrentWork:
    """The current field stands apart: the filter of fields does not hide it."""
    shown = fields_shown(session, viewer, EVERYTHING)
    now = next((field for field in shown if field.current), None)
    near = _related(session, viewer, shown)
    if now is None:
        return CurrentWork("", Markdown(""), "", 0, False, near)
    search = search_so_far(session, viewer)
    told = outlooks(session, viewer, EVERYTHING)
    told = told[told["field_id"] == now.field_id]
    official = projection(now.occupation) if now.occupation else None
    asked = asked_about(session, viewer, EVERYTHING, "outlook").get(now.field_id, 0)
    signs = [_sign(list(told["direction"]), asked)]
    parts = [_searched(search, today(profile(session, viewer).zone)), _said(told, asked)]
    if official is not None:
        parts.append(f"officially, {in_words(official)} ({official.title})")
        signs.append((official.change > 0) - (official.change < 0))
    known = [part for part in parts if part]
    said = Markdown("**{}**: {}. {}").format(now.field, Markdown("; ").join(known), _verdict(signs))
    opens = key("compare", now.field_id, "outlook") if len(told) else ""
    return CurrentWork(
        now.field, said if known else Markdown(""), opens, len(told), search.told, near
    )


def _searched(search: Search, day: date) -> str:
    """`looking for 7 months, 3 answers to 40 applications`."""
    parts = []
    if search.looking_since is not None and search.looking_since <= day:
        since = search.looking_since
        months = (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)
        long = counted(months, "month") if months else "less than a month"
        parts.append(f"looking for {long}")
    if search.applications is not None:
        sent = counted(search.applications, "application")
        heard = search.answers
        parts.append(sent if heard is None else f"{counted(heard, 'answer')} to {sent}")
    return ", ".join(parts)


def _said(told: pd.DataFrame, asked: int) -> str:
    """`of 6 people asked where it goes, 2 growing and 3 shrinking`."""
    said = Counter(told["direction"])
    if not said:
        return ""
    parts = [f"{said[d]} {d}" for d in DIRECTIONS if said[d]]
    return f"of {counted(asked, 'person', 'people')} asked where it goes, {listed(parts)}"


def _sign(directions: list[str], asked: int) -> int:
    """1 where more than half of three or more asked say growing, -1 shrinking, else 0."""
    return {"growing": 1, "shrinking": -1}.get(statistics.majority(directions, asked) or "", 0)


def _verdict(signs: list[int]) -> str:
    """Only where people and official figures both speak, and not against each other."""
    if len(signs) < 2 or 0 in signs:
        return "That is too little to call it growing or a dead end."
    if len(set(signs)) > 1:
        return "People and the official projection do not agree."
    return "Both point up." if signs[0] > 0 else "Both point down: that is how a dead end looks."


def _related(session: Session, viewer: Viewer, shown: list[FieldShown]) -> tuple[Related, ...]:
    """Related occupations that share own skills, those that share most first."""
    tied = {field.occupation for field in shown if field.occupation}
    mine = {
        known.code: row["skill"]
        for row in records(own_skills(session, viewer, EVERYTHING))
        if row["level"] >= statistics.SKILLED and (known := taxonomy.find(row["skill"]))
    }
    found: dict[str, Related] = {}
    for field in shown:
        for code, title in onet.related(field.occupation) if field.occupation else ():
            if code in tied or code in found:
                continue
            needed = onet.skills(code)
            shared = tuple(sorted(n for c, n in mine.items() if needed.get(c, 0) >= IMPORTANT))
            if shared:
                found[code] = Related(title, field.field, shared)
    return tuple(sorted(found.values(), key=lambda one: -len(one.shared))[:MOST])
