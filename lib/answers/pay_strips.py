"""Where a field and level has too many figures for lines: one strip of its quantiles."""

from typing import Any

import numpy as np
import pandas as pd

from lib import money, statistics
from lib.answers.agreed import asked_of
from lib.answers.words import counted
from lib.answers.yearly import in_words
from lib.charts.pay_places import FEW, MANY, MOST
from lib.charts.pay_strips import COLUMNS
from lib.frames import records
from lib.queries.explorer import Profile


def strips(table: pd.DataFrame, me: Profile) -> pd.DataFrame:
    """A row for each field and level of one panel with more figures than there is room for.

    Quantiles are over people, each by the mean of the middles of their own and seen ranges with
    both ends: what never enters a band or median, hearsay and open ends, enters none of these.
    """
    room = MOST if len(table) <= MANY else FEW
    found = [
        _strip(str(field_id), str(level), figures, me)
        for (field_id, level), figures in table.groupby(["field_id", "level"], sort=False)
        if len(figures) > room
    ]
    return pd.DataFrame(found, columns=list(COLUMNS))


def _strip(field_id: str, level: str, figures: pd.DataFrame, me: Profile) -> dict[str, Any]:
    counting = figures[figures["counts"]].dropna(subset=["a_low", "a_high"])
    cuts = statistics.quantiles(_each(counting))
    ends = figures[["a_low", "a_high"]].to_numpy()
    least, most = float(np.nanmin(ends)), float(np.nanmax(ends))
    span = money.span(least, most, me.base_currency)
    said = {
        **{"field_id": field_id, "level": level, "least": least, "most": most},
        **{"who": _who(figures), "aside": _aside(figures, counting)},
        **{"middle_words": f"{span} said", "half_words": ""},
    }
    if cuts is None:
        return said
    middle = money.short(cuts.half, me.base_currency)
    half = money.span(cuts.quarter, cuts.three_quarters, me.base_currency)
    return {
        **{**said, **cuts._asdict()},
        **{"middle_words": f"middle {middle}", "half_words": f"half {half}"},
    }


def _each(counting: pd.DataFrame) -> list[float]:
    """A figure a person: the mean of the middles of their ranges."""
    middles = (counting["a_low"] + counting["a_high"]) / 2
    return list(middles.groupby(counting["person_id"]).mean())


def strip_sentence(figures: pd.DataFrame, me: Profile) -> str:
    """Where the middle half of many people lies, and their median with what stands beside it."""
    counting = figures[figures["counts"]].dropna(subset=["a_low", "a_high"])
    each = _each(counting)
    found, cuts = statistics.median(each), statistics.quantiles(each)
    if found is None or cuts is None:
        return ""
    unit, currency = str(figures["unit"].iloc[0]), me.base_currency
    half = in_words(cuts.quarter, cuts.three_quarters, currency, unit)
    middle = in_words(found.middle, found.middle, currency, unit)
    whole = money.span(found.lowest, found.highest, currency)
    words = f"Half of the people lie in {half}, their median is {middle} (of {whole}"
    if found.interval is None or asked_of(records(figures)):
        return f"{words}). "
    likely = money.span(*found.interval, currency)
    return f"{words}; if others were asked, it would likely lie in {likely}). "


def _who(figures: pd.DataFrame) -> str:
    people = counted(figures["person_id"].nunique(), "person", "people")
    return f"{people}, {counted(len(figures), 'figure')}"


def _aside(figures: pd.DataFrame, counting: pd.DataFrame) -> str:
    """What was left out of the quantiles, and why."""
    if counting.empty:
        return "none of them may be summed up"
    heard = int((figures["whose"] == "heard").sum())
    opened = len(figures) - len(counting) - heard
    parts = [f"{count} {words}" for count, words in ((heard, "heard"), (opened, "open")) if count]
    return f"without {' and '.join(parts)}" if parts else ""


def lines_of(table: pd.DataFrame, one: dict[str, Any]) -> pd.DataFrame:
    """The figures that a strip stands for."""
    here = (table["field_id"] == one["field_id"]) & (table["level"] == one["level"])
    chosen: pd.DataFrame = table.loc[here]
    return chosen
