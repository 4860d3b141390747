"""Where careers lead: the steps that people told, when each is reached, and what it pays."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isnan

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown, room
from lib.answers.skills_told import asked_about, kept_back, why_none
from lib.answers.spread import in_words, spread
from lib.answers.words import FEWEST_IN_WORDS, OLD_IN_WORDS, nothing, of_unit, so_many, some
from lib.answers.yearly import as_said, ends_a_year
from lib.charts.base import Drawing, key
from lib.charts.ladders import ladders as drawn
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.explorer import Profile, profile, today
from lib.queries.steps import steps_told
from lib.statistics import FEWEST
from lib.text import digest

HOLLOW = "\N{WHITE CIRCLE}"
"""Before a figure of more than three years ago, as charts draw it hollow."""
STEPS = [
    *("field_id", "key", "position", "name", "voices", "asked", "of", "reach"),
    *("years_words", "until_words", "pay_words"),
]

Ends = tuple[float, float]


@dataclass(frozen=True)
class LaddersAnswer:
    """The ladders with their words; `left_out` titles were named least."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    left_out: int
    none: str
    """Why there is no step at all."""


def ladders(session: Session, viewer: Viewer, filters: Filters) -> LaddersAnswer:
    """The steps of every field, aligned by their place and title."""
    shown = fields_shown(session, viewer, filters)
    asked = asked_about(session, viewer, filters, "path")
    me = profile(session, viewer)
    told = steps_told(session, viewer, filters)
    told = told.assign(way=pd.Series([digest(title) for title in told["title"]], dtype="str"))
    back = kept_back(session, viewer, filters, "path")
    most = room(shown)
    titles = [_titles(told[told["field_id"] == f.field_id], asked, me) for f in shown]
    rows = [row for of_field in titles for row in sorted(of_field[:most], key=_by_position)]
    steps = pd.DataFrame(rows, columns=STEPS)
    return LaddersAnswer(
        drawing=drawn(steps, _lines(rows), _fields(shown, asked, rows, back)),
        sentence=_sentence([row for of_field in titles for row in of_field], shown, asked),
        caption=_caption(rows, sum(asked.get(f.field_id, 0) for f in shown), me),
        left_out=sum(max(len(of_field) - most, 0) for of_field in titles),
        none="" if rows else why_none(session, viewer, filters, "path", shown),
    )


def _titles(told: pd.DataFrame, asked: dict[str, int], me: Profile) -> list[Row]:
    """The titles of one field, those that most people named first."""
    alone = {
        str(person): statistics.reached(_three(records(steps)))
        for person, steps in told.groupby("person_id")
    }
    rows = [_title(records(said), alone, asked, me) for _, said in told.groupby("way")]
    return sorted(rows, key=lambda row: (-row["voices"], row["position"], row["name"]))


def _by_position(row: Row) -> tuple[int, int]:
    return row["position"], -row["voices"]


def _furthest_first(row: Row) -> tuple[int, int, str]:
    return -row["position"], -row["voices"], row["name"]


def _three(steps: list[Row]) -> list[tuple[int, float, float]]:
    return [(step["position"], step["years_low"], step["years_high"]) for step in steps]


def _title(
    said: list[Row], alone: dict[str, dict[int, Ends]], asked: dict[str, int], me: Profile
) -> Row:
    """One title of one field; `said` holds a row for each person who named it."""
    field_id = said[0]["field_id"]
    positions = Counter(row["position"] for row in said)
    reach = [
        ends
        for row in said
        if (ends := alone[row["person_id"]].get(row["position"])) and not all(map(isnan, ends))
    ]
    return {
        **{"field_id": field_id, "key": key("step", field_id, said[0]["way"])},
        **{"position": min(positions, key=lambda p: (-positions[p], p)), "name": said[0]["title"]},
        **{"voices": len(said), "asked": asked.get(field_id, 0), "reach": reach},
        "of": str(asked.get(field_id, 0)),
        "years_words": _when(reach),
        "until_words": _years([(row["years_low"], row["years_high"]) for row in said]),
        "pay_words": _pay(said, me),
    }


def _when(reach: Sequence[Ends]) -> str:
    """`the start`, `after 3 to 7 years (4)`, `within 8 years`."""
    if not reach:
        return "not said when"
    if all(high == 0 for _, high in reach):
        return "the start"
    words = _years(reach)
    return words.replace("up to", "within", 1) if words.startswith("up to") else f"after {words}"


def _reached(reach: Sequence[Ends]) -> str:
    """`after 2 to 9 or more years`."""
    words = of_unit(in_words(spread(reach), "{:g}".format), "year")
    return words.replace("up to", "within", 1) if words.startswith("up to") else f"after {words}"


def _years(said: Sequence[Ends]) -> str:
    known = [ends for ends in said if not all(map(isnan, ends))]
    return _together(known, "{:g}".format, "year")


def _together(said: Sequence[Ends], word: Callable[[float], str], unit: str = "") -> str:
    """From the lowest to the highest with the number of people; under three, each one's own."""
    few = len(said) < FEWEST
    shown = sorted(spread([ends]) for ends in said) if few else [spread(said)]
    words = "; ".join(in_words(one, word) for one in shown)
    return (of_unit(words, unit) if unit else words) + ("" if few else f" ({len(said)})")


def _pay(said: Sequence[Row], me: Profile) -> str:
    """What the step pays a year; a star where it was said for another period or currency.

    What was said more than three years ago stands behind it, each alone: `$60k; ○ $40k in 2019`.
    """
    figures = [row for row in said if not (isnan(row["low"]) and isnan(row["high"]))]
    aged = [row for row in figures if statistics.old(row["year"], today(me.zone).year)]
    older = {f"{HOLLOW} {_paid([row], me)} in {row['year']}" for row in aged}
    newer = _paid([row for row in figures if row not in aged], me)
    return "; ".join(filter(None, [newer, *sorted(older)]))


def _paid(figures: Sequence[Row], me: Profile) -> str:
    """Of one age: from the lowest to the highest, beside it as it was said what has no place."""
    ends = [ends_a_year(row, me) for row in figures]
    placed = [(_given(low), _given(high)) for low, high in ends if (low, high) != (None, None)]
    loose = [
        f"“{as_said(row)}”" for row, both in zip(figures, ends, strict=True) if both == (None, None)
    ]
    if not placed:
        return "; ".join(loose)
    said_so = [row for row, both in zip(figures, ends, strict=True) if both != (None, None)]
    usual = all((r["period"], r["currency"]) == ("year", me.base_currency) for r in said_so)
    words = _together(placed, lambda amount: money.short(amount, me.base_currency))
    return "; ".join([words + "*" * (not usual), *loose])


def _given(end: float | None) -> float:
    return float("nan") if end is None else end


def _lines(rows: Sequence[Row]) -> pd.DataFrame:
    """What is drawn of each step: one line from the earliest to the latest; under three, each."""
    lines = []
    for row in rows:
        reach = row["reach"]
        apart = len(reach) < FEWEST
        for one in sorted(spread([ends]) for ends in reach) if apart else [spread(reach)]:
            lines.append((row["key"], *one, apart))
    return pd.DataFrame(lines, columns=["key", "low", "high", "less", "more", "thin"])


def _fields(
    shown: list[FieldShown], asked: dict[str, int], rows: Sequence[Row], back: set[str]
) -> pd.DataFrame:
    """field_id, field, tone, nothing: why it has no steps."""
    told = {row["field_id"] for row in rows}
    table = []
    for f in shown:
        count, kept = asked.get(f.field_id, 0), f.field_id in back
        why = "" if f.field_id in told else nothing(count, "a step", kept_back=kept)
        table.append((f.field_id, f.field, f.tone, why))
    return pd.DataFrame(table, columns=["field_id", "field", "tone", "nothing"])


def _sentence(rows: Sequence[Row], shown: list[FieldShown], asked: dict[str, int]) -> Markdown:
    """How long it takes to the furthest step that three people can tell of, where most were."""
    names = {field.field_id: field.field for field in shown}
    furthest: dict[str, Row] = {}
    for row in sorted(rows, key=_furthest_first):
        if len(row["reach"]) >= FEWEST and row["years_words"] != "the start":
            furthest.setdefault(row["field_id"], row)
    most = sorted(furthest.values(), key=lambda row: -row["asked"])[:2]
    words = [
        Markdown("In {}, **{}** comes {} in the field, by what {} people told.").format(
            names[row["field_id"]], row["name"], _reached(row["reach"]), len(row["reach"])
        )
        for row in most
    ]
    told = Counter(row["field_id"] for row in rows)
    few = [names[f] for f in names if f in told and f not in furthest]
    if few:
        words.append(
            Markdown("Too few told how long it takes in {}: each stands alone.").format(some(few))
        )
    silent = [names[f] for f in names if not asked.get(f)]
    if silent:
        words.append(Markdown("Nobody was asked in {}.").format(some(silent)))
    return Markdown(" ").join(words)


def _caption(rows: Sequence[Row], people: int, me: Profile) -> Markdown:
    words = Markdown(
        "{} asked about the path. 4 of 6: named by 4 of the 6 asked; 1, 2, 3: which step it is, as "
        "most of them say. Line: when it is reached, from the earliest to the latest, by those who "
        "told how long every step before it takes, (4) of them; thin: under {} people, each "
        "alone. An arrow is an open end. Pay in {}: the lowest to the highest said. With a step "
        "nobody notes bonus or tax, so there is no middle."
    ).format(so_many(people), FEWEST_IN_WORDS, me.base_currency)
    starred = any("*" in row["pay_words"] for row in rows)
    words += Markdown(" * Said for another period, or in another currency.") * starred
    hollow = any(HOLLOW in row["pay_words"] for row in rows)
    older = Markdown(" {} Said more than {} years ago, in no range.").format(HOLLOW, OLD_IN_WORDS)
    return words + older * hollow
