"""How people get in, how long it takes, what it costs, and when it pays back."""

from dataclasses import dataclass
from math import isnan
from typing import Any

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.skills_told import asked_about
from lib.answers.words import counted, listed, plain
from lib.answers.yearly import MAIN, with_yearly
from lib.charts.base import Drawing, key
from lib.charts.getting_in import ways_in
from lib.filters import Filters
from lib.frames import Row, records
from lib.queries.explorer import Profile, profile
from lib.queries.pay import salaries
from lib.queries.voices import trainings
from lib.text import digest
from lib.viewer import Viewer

COLUMNS = [
    *("field_id", "field", "tone", "key", "name", "voices", "asked", "required", "required_words"),
    *("months_low", "months_high", "cost_low", "cost_high", "months_words", "cost_words"),
    *("alongside", "current"),
]


@dataclass(frozen=True)
class GettingInAnswer:
    """The ways in with their words, and a table of when they pay back."""

    drawing: Drawing
    sentence: str
    caption: str
    payback: pd.DataFrame
    payback_words: str


def getting_in(session: Session, viewer: Viewer, filters: Filters) -> GettingInAnswer:
    """Every way in of every field, the most named first."""
    shown = fields_shown(session, viewer, filters)
    asked = asked_about(session, viewer, filters, "training")
    me = profile(session, viewer)
    told = _in_base(trainings(session, viewer, filters), me)
    ways = _ways(told, shown, asked, me)
    entry = _entry_pay(session, viewer, filters, me)
    table, words = _payback(ways, entry, me)
    people = sum(asked.get(field.field_id, 0) for field in shown)
    return GettingInAnswer(
        drawing=ways_in(ways),
        sentence=_sentence(ways, shown, asked),
        caption=(
            f"{counted(people, 'person', 'people')} asked about training. 4 of 6: named by 4 of "
            "the 6 asked. Filled ends: somebody called it required; hollow: nobody did. Ranges "
            f"run from the lowest to the highest figure said, cost in {me.base_currency}."
        ),
        payback=table,
        payback_words=words,
    )


def _in_base(told: pd.DataFrame, me: Profile) -> pd.DataFrame:
    """Cost in the base currency, at this year's rate; without a currency it is not said."""
    year = money.latest_year()
    rows = records(told)
    ends = {
        end: [
            money.convert(float(row[end]), row["currency"] or None, me.base_currency, year)
            for row in rows
        ]
        for end in ("cost_low", "cost_high")
    }
    return told.assign(**{end: pd.Series(made, dtype="float64") for end, made in ends.items()})


def _ways(
    told: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int], me: Profile
) -> pd.DataFrame:
    fields = {field.field_id: field for field in shown}
    known = told[told["field_id"].isin(list(fields))]
    known = known.assign(
        way=[digest(row["kind"], row["name"]) for row in records(known)],
        place=known["field_id"].map({f.field_id: place for place, f in enumerate(shown)}),
    )
    rows = [
        _way(fields[str(field_id)], str(way), said, asked, me)
        for (_, field_id, way), said in known.groupby(["place", "field_id", "way"], sort=True)
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)
    order = {field.field_id: place for place, field in enumerate(shown)}
    table = table.assign(place=table["field_id"].map(order))
    return table.sort_values(
        ["place", "voices", "name"], ascending=[True, False, True], ignore_index=True
    )


def _way(
    field: FieldShown, way: str, said: pd.DataFrame, asked: dict[str, int], me: Profile
) -> Row:
    months = _span(said, "months")
    cost = _span(said, "cost")
    yes = said.loc[said["required"] == "yes", "person_id"].nunique()
    no = said.loc[said["required"] == "no", "person_id"].nunique()
    return {
        **{"field_id": field.field_id, "field": field.field, "tone": field.tone},
        **{"key": key("training", field.field_id, way), "name": said["name"].iloc[0]},
        **{"voices": said["person_id"].nunique(), "asked": asked.get(field.field_id, 0)},
        **{"required": yes > 0, "required_words": _required(yes, no)},
        **{"months_low": months[0], "months_high": months[1]},
        **{"cost_low": cost[0], "cost_high": cost[1]},
        "months_words": _words(months, lambda v: f"{v:g}", " months"),
        "cost_words": _words(cost, lambda v: money.short(v, me.base_currency), ""),
        "alongside": bool((said["alongside"] == 1).any()),
        "current": field.current,
    }


def _span(said: pd.DataFrame, name: str) -> tuple[float, float]:
    """From the lowest to the highest figure said, open ends filled from the other end."""
    low = said[f"{name}_low"].fillna(said[f"{name}_high"])
    high = said[f"{name}_high"].fillna(said[f"{name}_low"])
    return float(low.min()), float(high.max())


def _words(span: tuple[float, float], word: Any, unit: str) -> str:
    if isnan(span[0]):
        return "not said"
    both = word(span[0]) if span[0] == span[1] else f"{word(span[0])} to {word(span[1])}"
    return f"{both}{unit}"


def _required(yes: int, no: int) -> str:
    if yes and no:
        return f"{yes} say required, {no} not"
    if yes or no:
        return f"{yes} say required" if yes else f"{no} say not required"
    return "nobody said whether it is required"


def _entry_pay(session: Session, viewer: Viewer, filters: Filters, me: Profile) -> dict[str, float]:
    """The middle of entry pay by field: the median over people of the middles of their ranges."""
    everything = Filters(filters.fields, filters.since, filters.until, None, filters.stages)
    figures = with_yearly(salaries(session, viewer, everything), me)
    entry = figures[figures["counts"] & (figures["level"] == "entry") & (figures["panel"] == MAIN)]
    entry = entry.dropna(subset=["a_low", "a_high"])
    entry = entry.assign(middle=(entry["a_low"] + entry["a_high"]) / 2)
    found = {}
    for field_id, said in entry.groupby("field_id"):
        each = said.groupby("person_id")["middle"].mean()
        if (middle := statistics.median(list(each))) is not None:
            found[str(field_id)] = middle
    return found


def _payback(ways: pd.DataFrame, entry: dict[str, float], me: Profile) -> tuple[pd.DataFrame, str]:
    columns = ["Field", "Way in", "Months", "Cost", "Entry pay", "Pays back after"]
    if me.current_pay is None:
        return pd.DataFrame(columns=columns), (
            "Say on Profile what you earn now, and this table says when a way in pays back."
        )
    current = me.current_pay / 100
    rows = [
        (
            *(row["field"], row["name"], row["months_words"], row["cost_words"]),
            *(money.short(entry[row["field_id"]], me.base_currency), _after(row, current, entry)),
        )
        for row in records(ways)
        if not row["current"]
        and row["field_id"] in entry
        and not isnan(row["cost_high"])
        and not isnan(row["months_high"])
    ]
    words = (
        f"Against {money.short(current, me.base_currency)} a year now, at the highest cost and "
        "longest time said; pay lost meanwhile counts, unless somebody does it alongside work. "
        "Entry pay: the median of three or more people's figures."
    )
    return pd.DataFrame(rows, columns=columns), words


def _after(row: Row, current: float, entry: dict[str, float]) -> str:
    months = statistics.payback(
        cost=row["cost_high"],
        months=row["months_high"],
        alongside=row["alongside"],
        current_pay=current,
        entry_pay=entry[row["field_id"]],
    )
    if months is None:
        return "does not pay back"
    return f"{months:.0f} months" if months < 120 else f"{months / 12:.0f} years"


def _sentence(ways: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int]) -> str:
    words = []
    named = records(ways[ways["voices"] > 1])
    if named:
        top = max(named, key=lambda row: row["voices"])
        words.append(
            f"**{plain(top['name'])}** is the way in most often named in {plain(top['field'])} "
            f"({top['voices']} of {top['asked']})."
        )
    split = [row for row in records(ways) if " say required, " in row["required_words"]]
    if split:
        names = [f"{plain(row['name'])} ({plain(row['field'])})" for row in split[:3]]
        words.append(f"They differ on whether it is required: {listed(names)}.")
    silent = [plain(f.field) for f in shown if not asked.get(f.field_id)]
    if silent:
        words.append(f"Nobody was asked in {listed(silent)}.")
    return " ".join(words) or "What was said about ways in."
