"""From where to where the axis of pay reaches, and where it is cut."""

from dataclasses import dataclass
from math import isnan

from lib.charts.cut import cut_at
from lib.frames import Row

ROOM = 0.13
"""The part of the axis that an arrow takes on a telephone."""


@dataclass(frozen=True)
class Axis:
    """Where the axis begins and ends, and where it was cut, since something lies far beyond."""

    low: float
    high: float
    cut: float | None = None

    def within(self, amount: float) -> float:
        """The amount, or the cut where it lies beyond it."""
        return amount if self.cut is None else min(amount, self.cut)

    def beyond(self, amount: float) -> bool:
        """Whether it lies beyond the cut; never a missing one."""
        return self.cut is not None and amount > self.cut


def cut_of(figures: list[Row], official: list[Row]) -> float | None:
    """Where the axis is cut; None where no figure lies far beyond the others, or official ones."""
    tops = [outer(figure)[1] for figure in figures]
    found = cut_at(tops)
    if found is None:
        return None
    grey = [row[end] for row in official for end in ("high", "median") if not isnan(row[end])]
    return max([found, *grey]) if max(tops) > max([found, *grey]) else None


def reach(figures: list[Row], bands: list[Row], official: list[Row]) -> Axis:
    """The axis: all figures and bands, with room for the arrows of open ends."""
    rows = [*figures, *bands, *official]
    cut = cut_of(figures, official)
    ends = [row[end] for row in rows for end in ("low", "high") if not isnan(row[end])]
    if not ends:
        return Axis(0.0, 1.0)
    low, high = min(ends), max(ends) if cut is None else cut
    if low == high:
        low, high = low * 0.9, max(high * 1.1, 1.0)
    span = high - low
    ups = [figure["low"] for figure in figures if isnan(figure["high"])]
    ups = [up for up in ups if cut is None or up <= cut] + [high] * (cut is not None)
    downs = [figure["high"] for figure in figures if isnan(figure["low"])]
    least = min([low - span * 0.03, *(down - span * ROOM for down in downs)])
    most = max([high + span * 0.03, *(up + span * ROOM for up in ups)])
    return Axis(max(least, 0.0) if not downs else least, most, cut)


def outer(figure: Row) -> tuple[float, float]:
    """The two ends of a figure; an open one is where the other is."""
    low, high = figure["low"], figure["high"]
    return (high if isnan(low) else low, low if isnan(high) else high)
