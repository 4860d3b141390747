"""What stands behind any mark of any screen, by its key."""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.answers.came_of_it import behind_step, led_to
from lib.answers.compare_told import LEVELS_PAID
from lib.answers.skill_people import remarks
from lib.answers.yearly import MAIN, with_yearly
from lib.errors import NotFound
from lib.filters import Filters
from lib.markdown import Markdown
from lib.queries import evidence
from lib.queries.explorer import profile
from lib.queries.pay import salaries


@dataclass(frozen=True)
class Opened:
    """What stands behind a mark, and what must be said beside it."""

    rows: pd.DataFrame
    remarks: tuple[Markdown, ...]
    led: dict[str, str]
    """By conversation: what it led to, in words; empty for a link."""


def opened(session: Session, viewer: Viewer, filters: Filters, key: str) -> Opened:
    """The rows behind a key; of a skill, who contradicts whom and who is not independent."""
    rows = behind(session, viewer, filters, key)
    of_skill = key.startswith("skill/")
    told = remarks(session, viewer, filters, key, rows) if of_skill else ()
    return Opened(rows, told, led_to(session, viewer, filters))


def behind(session: Session, viewer: Viewer, filters: Filters, key: str) -> pd.DataFrame:
    """The columns of `lib.queries.evidence.evidence`; NotFound for a key that is none."""
    if not key.isprintable():
        raise NotFound("There is nothing to open here. Choose a mark of the chart.")
    kind, *parts = key.split("/")
    if kind == "came" and len(parts) == 1:
        return behind_step(session, viewer, filters, parts[0])
    if kind == "pay" and len(parts) == 3:
        return _figures(session, viewer, filters, (parts[0], parts[1], parts[2]))
    if kind == "compare" and len(parts) == 2 and parts[1] in LEVELS_PAID:
        whatever = replace(filters, level=None)
        return _figures(session, viewer, whatever, (parts[0], LEVELS_PAID[parts[1]], MAIN))
    return evidence.evidence(session, viewer, filters, key)


def _figures(
    session: Session, viewer: Viewer, filters: Filters, drawn_as: tuple[str, str, str]
) -> pd.DataFrame:
    """The figures that one panel draws for a field and level."""
    field, level, panel = drawn_as
    drawn = with_yearly(salaries(session, viewer, filters), profile(session, viewer))
    wanted = (
        drawn["placed"]
        & (drawn["field_id"] == field)
        & (drawn["level"] == level)
        & (drawn["panel"] == panel)
    )
    return evidence.figures(session, viewer, filters, list(drawn.loc[wanted, "finding_id"]))
