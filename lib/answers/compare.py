"""How the fields compare: seven criteria side by side, each cell in words, none of them weighed."""

from dataclasses import dataclass
from math import isnan

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.access.viewer import Viewer
from lib.answers.agreed import agreement
from lib.answers.compare_cells import Cell, cells_of
from lib.answers.compare_told import (
    LEVELS_PAID,
    TOPIC,
    Heard,
    heard_of,
    paid,
)
from lib.answers.fields import FieldShown, fields_shown, people_heard
from lib.answers.highest_pay import Starts, highest_pay
from lib.answers.official import official
from lib.answers.projected import source_of
from lib.answers.superlatives import first
from lib.answers.words import FEWEST_IN_WORDS, counted, listed
from lib.charts.base import Drawing
from lib.charts.compare import fields_compared
from lib.charts.cut import TIMES, TIMES_OF_WAYS, cut_at
from lib.filters import Filters
from lib.markdown import Markdown, bold
from lib.queries.explorer import Profile

MOST_FIELDS = 6
CRITERIA = ("interest", "skills", "months", "cost", "pay", "aspects", "outlook")


@dataclass(frozen=True)
class CompareAnswer:
    """The aligned rows with their words; `left_out` fields did not fit."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    left_out: int
    official: Markdown
    """What the grey behind entry pay is, or why a field has none."""


def compare(session: Session, viewer: Viewer, filters: Filters) -> CompareAnswer:
    """Up to six fields, most people first, the current one last."""
    everyone = fields_shown(session, viewer, filters)
    shown = everyone[:MOST_FIELDS]
    heard = heard_of(session, viewer, filters)
    cells = [cell for field in shown for name in CRITERIA for cell in cells_of(name, field, heard)]
    table = pd.DataFrame(cells, columns=list(Cell._fields))
    known = official(shown, heard.me)
    grey = known.bands()
    scales = _scales(table, grey)
    captions = _captions(scales, table, heard.me)
    return CompareAnswer(
        drawing=fields_compared(table, _fields(shown), scales, captions, grey),
        sentence=_sentence(everyone, heard),
        caption=_caption(shown, heard.people) + source_of(shown),
        official=Markdown(" ").join(filter(None, [*known.notes, known.briefly])),
        left_out=len(everyone) - len(shown),
    )


def _fields(shown: list[FieldShown]) -> pd.DataFrame:
    rows = [
        (f.field_id, f.field, f.tone, counted(f.voices, "person", "people") + ", now" * f.current)
        for f in shown
    ]
    return pd.DataFrame(rows, columns=["field_id", "field", "tone", "people"])


def _highest_pay(fields: list[FieldShown], heard: Heard) -> Markdown:
    """Of every field that the filters leave, also of those that are not drawn."""
    starts = {}
    for field in fields:
        rows = paid(heard, field.field_id, LEVELS_PAID["pay"])
        pieces = agreement(rows).pieces
        band = (pieces[0].low, pieces[-1].high) if pieces else None
        starts[field.field] = Starts(
            band, any(row["counts"] and isnan(row["a_high"]) for row in rows)
        )
    return highest_pay(starts, heard.me.base_currency)


def _scales(table: pd.DataFrame, grey: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Each criterion's ends: fixed where there is a scale, else from zero (but pay) to the most.

    Pay reaches from what was said or the lowest official 10th percentile to the highest median.
    What lies far beyond all others is cut off.
    """
    scales = {"interest": (1.0, 5.0), "skills": (0.0, 1.0), "aspects": (0.0, 1.0)}
    for criterion in ("months", "cost", "pay"):
        rows = table[(table["criterion"] == criterion) & (table["mark"] == "range")]
        lows = list(rows["start"].dropna())
        highs = [*rows["end"].dropna(), *lows]
        if (cut := _cut(table, criterion)) is not None:
            lows, highs = [low for low in lows if low <= cut], [cut]
        if criterion == "pay":
            lows, highs = [*lows, *grey["low"].dropna()], [*highs, *grey["median"].dropna()]
        low = float(min(lows, default=0.0)) if criterion == "pay" else 0.0
        scales[criterion] = (low, max(float(max(highs, default=1.0)), low + 1.0))
    return {**scales, "outlook": (0.0, 1.0)}


def _cut(table: pd.DataFrame, criterion: str) -> float | None:
    """Where a criterion's scale is cut; None where nothing lies far beyond the others."""
    rows = table[(table["criterion"] == criterion) & (table["mark"] == "range")]
    tops = rows["end"].fillna(rows["start"]).dropna()
    return cut_at(list(tops), TIMES if criterion == "pay" else TIMES_OF_WAYS)


def _captions(
    scales: dict[str, tuple[float, float]], table: pd.DataFrame, me: Profile
) -> dict[str, str]:
    pay, cost = (money.span(*scales[name], me.base_currency) for name in ("pay", "cost"))
    cut = {name: ", cut there" * (_cut(table, name) is not None) for name in scales}
    return {
        "interest": "before to after, 1 to 5",
        "skills": "of those required",
        "months": f"0 to {scales['months'][1]:g} months{cut['months']}",
        "cost": cost + cut["cost"],
        "pay": pay + cut["pay"],
        "aspects": "of ten things said",
        "outlook": "as told",
    }


def _sentence(everyone: list[FieldShown], heard: Heard) -> Markdown:
    """The best paid to start, and who was not asked what it takes; nothing is weighed here.

    Over every field, not over those that fit; a superlative only where the whole is known.
    """
    tops = (_highest_pay, _wants_most) if heard.whole else ()
    words = [part for top in tops if (part := top(everyone, heard))]
    missing = [(field, topics) for field in everyone if (topics := _not_asked(field, heard))]
    words += [
        Markdown("Nobody in {} was asked about {}.").format(field.field, listed(topics))
        for field, topics in missing[: 3 - len(words)]
    ]
    if not missing:
        words.append(Markdown("Every field was asked about all of this."))
    return Markdown(" ").join(words)


def _wants_most(everyone: list[FieldShown], heard: Heard) -> Markdown:
    """The fields that require most of what I have."""
    if "skills" in heard.left_out or not heard.mine:
        return Markdown("")
    have = {
        field.field: found
        for field in everyone
        if not field.current
        and (found := statistics.skills_i_have(heard.required.get(field.field_id, ()), heard.mine))
        and found.k
    }
    tops = first(have, lambda name: (have[name].k, have[name].k / have[name].n))
    if not tops:
        return Markdown("")
    k, n = have[tops[0]]
    verb = "wants" if len(tops) == 1 else "want"
    names = listed([bold(name) for name in tops])
    return Markdown("{} {} most of what you have ({} of {} required).").format(names, verb, k, n)


def _not_asked(field: FieldShown, heard: Heard) -> list[str]:
    topics = (TOPIC[name] for name in CRITERIA if name in TOPIC and name not in heard.left_out)
    return [
        topic
        for topic in dict.fromkeys(topics)
        if not heard.coverage.get((field.field_id, topic), (0, 0))[0]
    ]


def _caption(shown: list[FieldShown], people: pd.DataFrame) -> Markdown:
    return Markdown(
        "{}. Interest: yours, from before the first conversation to after the latest. Skills I "
        "have: at level {} or more, of those required. Months and cost: each person's shortest and "
        "cheapest way in, lowest to highest. Entry pay: where at least half of {} or more "
        "ranges meet, without bonus, before tax; else the figures. Hard : good: the mean share "
        "over people. Outlook: a mark a person, ▲ growing, ▬ steady, ◆ changing, ▼ shrinking. "
        "Hatched: not asked."
    ).format(people_heard(shown, people), statistics.SKILLED, FEWEST_IN_WORDS)
