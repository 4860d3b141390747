"""How people get in, how long it takes, what it costs, and when it pays back."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy.orm import Session

from lib import money
from lib.access.viewer import Share, Viewer
from lib.answers.costs import older, otherwise_said, with_costs
from lib.answers.fields import FieldShown, fields_shown, room
from lib.answers.limited import limited
from lib.answers.paying_back import entry_pay, paying_back, tellings
from lib.answers.skills_told import asked_about, kept_back, why_none
from lib.answers.spread import in_words, spread
from lib.answers.ways import nothing_required
from lib.answers.words import OLD_IN_WORDS, listed, nothing, of_unit, so_many, some
from lib.answers.yearly import with_yearly
from lib.charts.base import Drawing, key
from lib.charts.getting_in import cut_in_words, ways_in
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.explorer import Profile, profile
from lib.queries.pay import salaries
from lib.queries.voices import trainings
from lib.text import digest

COLUMNS = [
    *("field_id", "field", "key", "name", "voices", "asked", "of"),
    *("required", "required_words"),
    *("months_low", "months_high", "months_less", "months_more", "months_words"),
    *("cost_low", "cost_high", "cost_less", "cost_more", "cost_words"),
    *("old_low", "old_high", "old_less", "old_more", "cost_beside", "cost_whole"),
    *("alongside_words", "tellings", "current"),
]


@dataclass(frozen=True)
class GettingInAnswer:
    """The ways in with their words, and when they pay back; `left_out` were named least."""

    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    payback: pd.DataFrame
    payback_words: Markdown
    left_out: int
    none: str
    """Why there is no way in at all."""


def getting_in(session: Session, viewer: Viewer, filters: Filters) -> GettingInAnswer:
    """Every way in of every field, the most named first."""
    shown = fields_shown(session, viewer, filters)
    asked = asked_about(session, viewer, filters, "training")
    me = profile(session, viewer)
    told = with_costs(trainings(session, viewer, filters), me)
    every = _ways(told, shown, asked, me)
    ways = every.groupby("field_id", sort=False).head(room(shown)).reset_index(drop=True)
    back_kept = kept_back(session, viewer, filters, "training")
    figures = salaries(session, viewer, replace(filters, level=None))
    back = paying_back(ways, entry_pay(records(with_yearly(figures, me))), me)
    hidden = isinstance(viewer, Share) and me.current_pay is None
    whole = not limited(viewer)
    sentence = _sentence(every, shown, asked, whole=whole)
    named = {field.field_id: field.field for field in shown}
    free = nothing_required(records(told), named) if whole else Markdown("")
    people = sum(asked.get(field.field_id, 0) for field in shown)
    return GettingInAnswer(
        drawing=ways_in(ways, _fields(ways, shown, asked, back_kept), currency=me.base_currency),
        sentence=Markdown(" ").join(filter(None, (sentence, free))),
        caption=Markdown(
            "{} asked about training. 4 of 6: named by 4 of the 6 asked. Filled ends: called "
            "required; hollow: by nobody; one of each: they differ. 2 yes, 1 no: two said so, one "
            "said the contrary, others did not say. Ranges run from the lowest to the highest "
            "figure said, an arrow is an open end, cost in {} at the rate of the year it was said. "
            "Thin, below, with hollow ends: said more than {} years ago, in no comparison; “”: "
            "as it was said.{}"
        ).format(so_many(people), me.base_currency, OLD_IN_WORDS, _cut(ways, me)),
        payback=back.table,
        payback_words=Markdown("") if hidden else back.words,
        left_out=len(every) - len(ways),
        none="" if len(every) else why_none(session, viewer, filters, "training", shown),
    )


def _cut(ways: pd.DataFrame, me: Profile) -> str:
    """Which axes end before the highest figure."""
    ends = [f"{name} at {end}" for name, end in cut_in_words(ways, me.base_currency).items()]
    if not ends:
        return ""
    return f" Cut: {listed(ends)}; what lies beyond is an arrow, its figure stands beside it."


def _ways(
    told: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int], me: Profile
) -> pd.DataFrame:
    places = {field.field_id: place for place, field in enumerate(shown)}
    named: dict[tuple[int, str], list[Row]] = {}
    for row in records(told):
        place = places.get(row["field_id"])
        if place is not None:
            named.setdefault((place, digest(row["kind"], row["name"])), []).append(row)
    found = [
        (place, _way(shown[place], way, said, asked, me))
        for (place, way), said in sorted(named.items(), key=lambda one: one[0])
    ]
    found.sort(key=lambda one: (one[0], -one[1]["voices"], one[1]["name"]))
    table = pd.DataFrame([row for _, row in found], columns=COLUMNS)
    return table.assign(place=table["field_id"].map(places))


def _way(field: FieldShown, way: str, said: list[Row], asked: dict[str, int], me: Profile) -> Row:
    yes, no = (_people(said, "required", word) for word in ("yes", "no"))
    beside, full = (_people(said, "alongside", value) for value in (1, 0))
    return {
        **{"field_id": field.field_id, "field": field.field, "current": field.current},
        **{"key": key("training", field.field_id, way), "name": said[0]["name"]},
        **{"voices": len({row["person_id"] for row in said})},
        **{"asked": asked.get(field.field_id, 0), "of": str(asked.get(field.field_id, 0))},
        **{"required": "half" if yes and no else "filled" if yes else "hollow"},
        **{"required_words": _split(yes, no)},
        **_range(said, "months", lambda months: f"{months:g}"),
        **_range(said, "cost", lambda cost: money.short(cost, me.base_currency)),
        **dict(zip(("old_low", "old_high", "old_less", "old_more"), older(said), strict=True)),
        **{"cost_beside": otherwise_said(said)},
        **{"cost_whole": all(row["cost_whole"] for row in said)},
        **{"alongside_words": _split(beside, full), "tellings": tellings(said)},
    }


def _people(said: list[Row], name: str, value: object) -> int:
    return len({row["person_id"] for row in said if row[name] == value})


def _range(said: list[Row], name: str, word: Callable[[float], str]) -> Row:
    """From the lowest to the highest figure said, with its words."""
    found = spread((row[f"{name}_low"], row[f"{name}_high"]) for row in said)
    words = in_words(found, word)
    if name == "months":
        words = of_unit(words, "month")
    return {
        **{f"{name}_{part}": value for part, value in found._asdict().items()},
        f"{name}_words": words or "not said",
    }


def _split(yes: int, no: int) -> str:
    """`2 yes, 1 no`; those who did not say are in neither."""
    said = [f"{count} {word}" for count, word in ((yes, "yes"), (no, "no")) if count]
    return ", ".join(said) or "not said"


def _fields(
    ways: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int], back: set[str]
) -> pd.DataFrame:
    """field_id, field, tone, nothing: every field, with the reason where it has no way in."""
    told = set(ways["field_id"])
    rows = []
    for f in shown:
        count, kept = asked.get(f.field_id, 0), f.field_id in back
        why = "" if f.field_id in told else nothing(count, "a way in", kept_back=kept)
        rows.append((f.field_id, f.field, f.tone, why))
    return pd.DataFrame(rows, columns=["field_id", "field", "tone", "nothing"])


def _sentence(
    ways: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int], *, whole: bool
) -> Markdown:
    """The ways most often named, of all there are; where people differ; where nobody was asked.

    Which is named most is said only where the whole is known.
    """
    words = []
    most = ways["voices"].max() if len(ways) else 0
    if not whole:
        pass
    elif most > 1:
        words.append(_most_named(records(ways[ways["voices"] == most])))
    elif len(ways):
        words.append(Markdown("No way in was named by two people yet: each stands as it was said."))
    split = [row for row in records(ways) if row["required"] == "half"]
    if split:
        names = [Markdown("{} ({})").format(row["name"], row["field"]) for row in split]
        words.append(Markdown("They differ on whether it is required: {}.").format(some(names)))
    silent = [f.field for f in shown if not asked.get(f.field_id)]
    if silent:
        words.append(Markdown("Nobody was asked in {}.").format(listed(silent)))
    return Markdown(" ").join(words)


def _most_named(tops: list[Row]) -> Markdown:
    """One, or all that as many people named."""
    if len(tops) == 1:
        (top,) = tops
        return Markdown("**{}** is the way in most often named, by {} of {} in {}.").format(
            top["name"], top["voices"], top["asked"], top["field"]
        )
    named = [
        Markdown("**{}** ({}, of {} asked)").format(t["name"], t["field"], t["asked"]) for t in tops
    ]
    return Markdown("{} are the ways in most often named, by {} people each.").format(
        some(named), tops[0]["voices"]
    )
