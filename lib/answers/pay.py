"""What is paid: every figure a year in the base currency, only like drawn with like."""

from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy.orm import Session

from lib import money, statistics
from lib.access.viewer import Share, Viewer
from lib.answers.agreed import agreement
from lib.answers.agreed_words import in_sentences, together
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.official import NONE, Official, official
from lib.answers.official_outside import outside_in_words
from lib.answers.pay_strips import lines_of, strip_sentence, strips
from lib.answers.words import FEWEST_IN_WORDS, OLD_IN_WORDS, capital, counted
from lib.answers.yearly import LEFT_UNSAID, MAIN, A, in_words, unit_of, with_yearly
from lib.charts.base import Drawing, Opening, key
from lib.charts.pay import salary_ranges
from lib.charts.pay_axis import cut_of
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.explorer import Profile, profile
from lib.queries.pay import salaries
from lib.words import LEVELS


@dataclass(frozen=True)
class Panel:
    """Figures that may stand side by side: `key` is basis-tax-employed, or "unsaid"."""

    key: str
    title: str
    figures: str
    drawing: Drawing
    sentence: Markdown
    caption: Markdown
    lines: tuple["Lines", ...]
    official: Markdown
    """What lies outside the official figures, and why some are not drawn."""
    sources: Markdown
    """What the official figures are, with release and source."""

    @property
    def titled(self) -> Markdown:
        """The sentence behind the title of its panel."""
        return Markdown("{}. {}").format(self.title, self.sentence)


@dataclass(frozen=True)
class Lines:
    """Every figure behind one strip, as lines."""

    key: str
    title: str
    drawing: Drawing
    caption: Markdown


@dataclass(frozen=True)
class PayAnswer:
    """The panels, the one with base pay before tax first; and figures that no axis can hold."""

    panels: tuple[Panel, ...]
    loose: pd.DataFrame
    loose_openings: tuple[Opening, ...]
    untied: tuple[str, ...]
    """The fields that are not held against any official figures."""


def pay(session: Session, viewer: Viewer, filters: Filters) -> PayAnswer:
    """All figures in panels that never mix what must not be pooled."""
    shown = fields_shown(session, viewer, filters)
    me = profile(session, viewer)
    figures = with_yearly(salaries(session, viewer, filters), me)
    figures = figures[figures["field_id"].isin([field.field_id for field in shown])]
    placed = figures[figures["placed"]]
    keys = sorted(placed["panel"].unique(), key=_order)
    unplaced = figures[~figures["placed"]]
    loose = _loose(unplaced, shown)
    known = official([field for field in shown if field.field_id in set(figures["field_id"])], me)
    beside = _Beside(known, viewer.threshold if isinstance(viewer, Share) else 1)
    return PayAnswer(
        panels=tuple(
            _panel(one, placed[placed["panel"] == one], shown, me, beside) for one in keys
        ),
        loose=loose,
        loose_openings=tuple(
            Opening(key("salary", finding), f"{row['Person']}: {row['Said']}, {row['Field']}", 1)
            for finding, row in zip(unplaced["finding_id"], records(loose), strict=True)
        ),
        untied=known.untied,
    )


class _Beside(NamedTuple):
    """Official figures, and how many must lie outside them for the viewer to see it."""

    known: Official
    fewest: int


def _panel(
    key: str, figures: pd.DataFrame, shown: list[FieldShown], me: Profile, beside: _Beside
) -> Panel:
    fields = {field.field_id: field for field in shown}
    order = {field.field_id: place for place, field in enumerate(shown)}
    table = figures.assign(
        field=figures["field_id"].map(lambda i: fields[i].field + " (now)" * fields[i].current),
        tone=figures["field_id"].map(lambda i: fields[i].tone),
        low=figures["a_low"],
        high=figures["a_high"],
        order=figures["field_id"].map(order),
        rank=figures["level"].map(LEVELS.index),
    ).sort_values(["order", "rank", "low", "high"], ignore_index=True)
    agreed = [] if key.startswith(LEFT_UNSAID) else _agreed(table, me)
    bands = pd.DataFrame(agreed, columns=["field_id", "level", "low", "high", "words"])
    symbol = money.SIGNS.get(me.base_currency, f"{me.base_currency} ")
    many = strips(table, me)
    alike = beside.known if key == MAIN else NONE
    grey = alike.bands()
    return Panel(
        key=key,
        title=title(key),
        figures=counted(len(figures), "figure"),
        drawing=salary_ranges(table, bands, many, official=grey, panel=key, symbol=symbol),
        sentence=_sentence(table, many, me),
        caption=_caption(table, me) + _of_strips(many) + _of_cut(table, grey, me),
        lines=tuple(
            Lines(
                key=f"{key}_{place}",
                title=f"{here['field'].iloc[0]}, {one['level']}: all {len(here)} figures",
                drawing=salary_ranges(here, bands, official=grey, panel=key, symbol=symbol),
                caption=_caption(here, me) + _of_cut(here, grey, me),
            )
            for place, one in enumerate(records(many))
            for here in [lines_of(table, one)]
        ),
        official=_official(key, table, beside, shown),
        sources=alike.sources,
    )


def _official(key: str, table: pd.DataFrame, beside: _Beside, shown: list[FieldShown]) -> Markdown:
    """The sentences on official figures, or that these must not be held against them."""
    if key != MAIN:
        if not beside.known.wages:
            return Markdown("")
        return Markdown(
            "No official figures are drawn here: they are pay without bonus, before tax, of "
            "employees."
        )
    told = outside_in_words(table, beside.known, shown, beside.fewest)
    return Markdown("\n\n").join([*told, *beside.known.notes])


def _of_strips(many: pd.DataFrame) -> Markdown:
    """How a strip reads, where there is one."""
    if many.empty:
        return Markdown("")
    return Markdown(
        " A strip stands for many lines, of people with own or seen pay, each once by the middle "
        "of it. Bar: the half of them in the middle; stroke: the median; line: without the lowest "
        "and the highest tenth; fine line: all that was said."
    )


def _of_cut(table: pd.DataFrame, grey: pd.DataFrame, me: Profile) -> Markdown:
    """That the axis is cut, where one figure would flatten all others."""
    drawn = grey[grey["field_id"].isin(table["field_id"])]
    cut = cut_of(records(table), records(drawn))
    if cut is None:
        return Markdown("")
    return Markdown(
        " The axis is cut at {}, so that what is many times more does not flatten the others: // "
        "marks what lies beyond, its figure stands in words."
    ).format(money.short(cut, me.base_currency))


def _agreed(table: pd.DataFrame, me: Profile) -> list[tuple[Any, ...]]:
    """Where they agree, by field and level; a row without figures says why there is no band."""
    found: list[tuple[Any, ...]] = []
    for (field_id, level), figures in table.groupby(["field_id", "level"], sort=False):
        said = agreement(records(figures))
        if level == "unstated" or said.n < 2:
            continue
        unit = str(figures["unit"].iloc[0])
        found += [
            (field_id, level, low, high, in_words(low, high, me.base_currency, unit))
            for low, high in said.pieces
        ]
        if not said.pieces and said.k < 2:
            found.append((field_id, level, float("nan"), float("nan"), "no overlap"))
        elif not said.pieces and said.n >= statistics.FEWEST:
            found.append((field_id, level, float("nan"), float("nan"), "no figure in half of them"))
    return found


def _sentence(table: pd.DataFrame, many: pd.DataFrame, me: Profile) -> Markdown:
    """The field and level with most people first: where they meet, or that they do not."""
    best = max(
        (
            (people, level == "entry", field, level, figures)
            for (field, level), figures in table.groupby(["field", "level"], sort=False)
            if (people := figures.loc[figures["counts"], "person_id"].nunique())
        ),
        key=lambda one: one[:2],
        default=None,
    )
    if best is None:
        return Markdown("No figure here may enter a summary: they are shown one by one.")
    _, _, field, level, figures = best
    where = (figures["field_id"].iloc[0], level)
    strip = any((one["field_id"], one["level"]) == where for one in records(many))
    rows = records(figures)
    said = in_sentences(rows, me.base_currency, rows[0]["unit"])
    words = (strip_sentence(figures, me) if strip else "") + said + _pooled(rows)
    return Markdown("**{} pay in {}:** {}").format(capital(str(level)), field, words)


def _pooled(figures: list[Row]) -> str:
    """That figures of several currencies were put together, by the places they were said of."""
    names = together(figures).removeprefix(", ").removesuffix(" together")
    return f" {names} are taken together." if names else ""


def _caption(table: pd.DataFrame, me: Profile) -> Markdown:
    people = table["person_id"].nunique()
    unit = A[table["unit"].iloc[0]]
    words = Markdown(
        "{} from {}, in {} {}. Thick: own pay; thin: seen on paper; dashed: heard, which never "
        "enters a band. An arrow is an open end, a dot a single figure. Coloured band and bold "
        "figures: where at least half of {} or more people's ranges meet."
    ).format(
        counted(len(table), "figure"),
        counted(people, "person", "people"),
        me.base_currency,
        unit,
        FEWEST_IN_WORDS,
    )
    if table["old"].any():
        words += f" Hollow: older than {OLD_IN_WORDS} years, and counted nowhere."
    if table["words"].str.contains(", said as ").any():
        words += " * Said for another period, or in another currency."
    if table["converted"].any():
        words += Markdown(
            " Converted at the European Central Bank's mean rate of the figure's own year (of {}: "
            "the days so far)."
        ).format(money.latest_year())
    return words


def title(key: str) -> str:
    """`base-gross-employed` in words."""
    unit = unit_of(key)
    by = "" if unit == "year" else f", by the {unit}"
    if key.startswith(LEFT_UNSAID):
        return f"Not said whether with bonus, before tax, or as an employee{by}"
    basis, tax, employed = key.split("-")[:3]
    parts = [
        {"base": "Without bonus", "total": "With bonus"}[basis],
        {"gross": "before tax", "net": "after tax"}[tax],
        {"employed": "as an employee", "freelance": "freelance"}[employed],
    ]
    return ", ".join(parts) + by


def _order(key: str) -> tuple[bool, bool, str]:
    return key.startswith(LEFT_UNSAID), key != MAIN, key


def _loose(figures: pd.DataFrame, shown: list[FieldShown]) -> pd.DataFrame:
    """Field, Level, Said, Whose, Person: figures without a currency, a period or a rate."""
    names = {field.field_id: field.field for field in shown}
    return pd.DataFrame(
        {
            "Field": figures["field_id"].map(names).astype("str"),
            "Level": figures["level"],
            "Said": figures["words"],
            "Whose": figures["whose"],
            "Person": figures["person"],
        }
    ).reset_index(drop=True)
