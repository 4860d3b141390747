"""How the fields compare: seven criteria side by side, each cell in words, none of them weighed."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isnan

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.access.viewer import Share, Viewer
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
from lib.answers.uncounted import Open, uncounted
from lib.answers.weighing_limits import below, held_against
from lib.answers.words import FEWEST_IN_WORDS, counted, listed, of_unit
from lib.charts.base import Drawing
from lib.charts.compare import QUESTIONS, fields_compared
from lib.charts.cut import TIMES, TIMES_OF_WAYS, cut_at
from lib.filters import Filters
from lib.markdown import Markdown, bold
from lib.queries.explorer import Profile
from lib.queries.weighing import Limits, limits

MOST_FIELDS = 6
MISSES = "\nbelow the line"
SAID = ("range", "person", "required", "reach")
"""Marks of figures that people said."""
CRITERIA = ("interest", "skills", "months", "cost", "pay", "aspects", "outlook")


@dataclass(frozen=True)
class CompareAnswer:
    """The aligned rows with their words; `left_out` fields are in `every` alone."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    left_out: int
    every: pd.DataFrame
    """A row a field that the filters leave, a column a question, in words."""
    below: tuple[Markdown, ...]
    """The fields that miss a limit, each with why."""
    official: Markdown
    """What the grey behind entry pay is, or why a field has none."""
    open: tuple[Open, ...]
    """For the explorer alone: figures of entry pay that one more answer may count."""


def compare(
    session: Session, viewer: Viewer, filters: Filters, chosen: tuple[str, ...] = ()
) -> CompareAnswer:
    """Up to six fields: those chosen by their ids, else those of most people; all in a table."""
    everyone = fields_shown(session, viewer, filters)
    shown = drawn(everyone, chosen)
    heard = heard_of(session, viewer, filters)
    cells = {
        f.field_id: [c for name in CRITERIA for c in cells_of(name, f, heard)] for f in everyone
    }
    table = pd.DataFrame([c for f in shown for c in cells[f.field_id]], columns=list(Cell._fields))
    known = official(shown, heard.me)
    grey = known.bands()
    scales = _scales(table, grey)
    rules = _limits(limits(session, viewer, filters))
    targets = [field for field in everyone if not field.current]
    held = held_against(session, viewer, filters, targets, heard)
    missing = [field for field in targets if held[field.field_id].misses]
    captions = _captions(scales, table, heard.me, rules)
    return CompareAnswer(
        drawing=fields_compared(
            *(table, _fields(shown, missing), scales, captions), official=grey, limits=rules
        ),
        sentence=_sentence(everyone, heard),
        caption=_caption(shown, heard.people) + source_of(shown),
        official=Markdown(" ").join(filter(None, [*known.notes, known.briefly])),
        left_out=len(everyone) - len(shown),
        every=_every(everyone, cells),
        below=tuple(below(field, held[field.field_id]) for field in missing),
        open=() if isinstance(viewer, Share) else tuple(uncounted(session, viewer, shown, heard)),
    )


def drawn(everyone: list[FieldShown], chosen: tuple[str, ...] = ()) -> list[FieldShown]:
    """The fields that a chart has room for: those chosen, else those of most people."""
    return [f for f in everyone if f.field_id in chosen or not chosen][:MOST_FIELDS]


def _limits(rules: Limits) -> dict[str, float]:
    """By criterion, in what its scale counts: months, and money in whole units."""
    said = {
        "months": rules.most_months,
        "cost": None if rules.most_cost is None else rules.most_cost / 100,
        "pay": None if rules.least_pay is None else rules.least_pay / 100,
    }
    return {name: float(limit) for name, limit in said.items() if limit is not None}


def _fields(shown: list[FieldShown], missing: list[FieldShown]) -> pd.DataFrame:
    rows = [
        (
            *(f.field_id, f.field, f.tone),
            counted(f.voices, "person", "people") + ", now" * f.current + MISSES * (f in missing),
        )
        for f in shown
    ]
    return pd.DataFrame(rows, columns=["field_id", "field", "tone", "people"])


def _every(everyone: list[FieldShown], cells: Mapping[str, list[Cell]]) -> pd.DataFrame:
    rows = []
    for field in everyone:
        said: dict[str, dict[str, None]] = {}
        for cell in cells[field.field_id]:
            said.setdefault(QUESTIONS[cell.criterion], {})[cell.words] = None
        words = {question: "; ".join(told) for question, told in said.items()}
        rows.append({"Field": field.field, "People": field.voices, **words})
    return pd.DataFrame(rows, columns=["Field", "People", *QUESTIONS.values()])


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
        rows = _figures(table, criterion)
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
    rows = _figures(table, criterion)
    tops = rows["end"].fillna(rows["start"]).dropna()
    return cut_at(list(tops), TIMES if criterion == "pay" else TIMES_OF_WAYS)


def _figures(table: pd.DataFrame, criterion: str) -> pd.DataFrame:
    """The marks of figures that people said."""
    return table[(table["criterion"] == criterion) & table["mark"].isin(SAID)]


def _captions(
    scales: dict[str, tuple[float, float]],
    table: pd.DataFrame,
    me: Profile,
    rules: Mapping[str, float],
) -> dict[str, str]:
    """The ends of each scale, whether it is cut, and the limit."""
    base = me.base_currency
    pay, cost = (money.span(*scales[name], base) for name in ("pay", "cost"))
    words = {
        "months": "0 to " + of_unit(f"{scales['months'][1]:g}", "month"),
        "cost": cost,
        "pay": pay,
    }
    for name in words:
        words[name] += ", cut there" * (_cut(table, name) is not None)
        if name in rules:
            limit = f"{rules[name]:g}" if name == "months" else money.short(rules[name], base)
            words[name] += f"; limit {limit}"
    return {
        "interest": "before to after, 1 to 5",
        "skills": "of those required",
        **words,
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
        "have: at level {} or more, of those required. Time and cost: a dot a person, at the "
        "middle of the shortest and the cheapest way in that this person named, its ends a fine "
        "line; hollow: called required; a stroke: the middle one of {} or more; an arrow: open, or "
        "beyond a cut; cost on a narrowing scale. Dashed: the limit. Entry pay: where at least "
        "half of {} or more ranges meet, without bonus, before tax; else the figures. Hard : good: "
        "the mean share over people. Outlook: a mark a person, ▲ growing, ▬ steady, ◆ changing, "
        "▼ shrinking. Hatched: not asked."
    ).format(*(people_heard(shown, people), statistics.SKILLED, FEWEST_IN_WORDS, FEWEST_IN_WORDS))
