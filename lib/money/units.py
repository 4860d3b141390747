"""The units of a figure where they do not stand right behind it: in its clause or its sentence."""

from lib.money.cues import Line
from lib.money.periods import period_at, period_end
from lib.money.ranges import Figure

_NO_START = ("a", "an", "the", "in", "i", "o", "la")
_SIGNS = ("年", "月", "日")
"""月25万円 is 250,000 a month; behind a number the sign would be a date's."""
_FAR = 6.0


def period_of(line: Line, figures: list[Figure], at: int) -> str:
    """The period of a figure: behind it, between its ends, before it, or later in its clause."""
    figure = figures[at]
    if figure.periods:
        return figure.periods[0]
    before, after = _room(line, figures, at)
    sign = line.items[figure.first - 1] if figure.first > before else None
    if sign is not None and sign.text in _SIGNS:
        return str(sign.facts["noun"])
    for place in range(figure.first - 1, before - 1, -1):
        if line.between(place + 1, figure.first) > 4:
            break
        if "period" in line.items[place].roles and not _of_a_bonus(line, place + 1):
            return str(line.items[place].facts["period"])
    for place in range(figure.inside, after):
        if line.between(figure.inside, place) >= _FAR:
            break
        end = period_end(line.items, place, after)
        starts = line.items[place].text.lower() not in _NO_START
        if end and starts and not _of_a_bonus(line, end):
            return period_at(line.items, place, end)
    return ""


def currencies_beside(
    line: Line, figures: list[Figure], at: int, *, bare: bool
) -> list[frozenset[str]]:
    """Currencies named in the figure's own clause, where its amounts have none of their own."""
    figure = figures[at]
    if any(one.currencies for one in figure.amounts) and not bare:
        return []
    before, after = _room(line, figures, at)
    return [
        line.items[place].facts["currency"]
        for place in range(before, after)
        if "currency" in line.items[place].roles
        and not any(one.first <= place < one.last for one in figure.amounts)
        and _away(line, figure, place) < 4
    ]


def times_of(line: Line, period: str) -> int | None:
    """How often a year its period is paid: "x 13", "180 days a year"; None where it is not said."""
    for one in line.items:
        if "times" in one.facts and period in ("", "month"):
            return int(one.facts["times"])
        if one.facts.get("hours") == ("day", "year") and period == "day":
            return int(one.facts["count"])
    return None


def year_of(line: Line, figure: Figure) -> int | None:
    """The year that the sentence names beside the figure."""
    for place, one in enumerate(line.items):
        if "year number" in one.roles and _away(line, figure, place) < 8:
            return int(one.text)
    return None


def _room(line: Line, figures: list[Figure], at: int) -> tuple[int, int]:
    """The items between the figure before and the one behind."""
    before = figures[at - 1].inside if at else 0
    after = figures[at + 1].first if at + 1 < len(figures) else len(line.items)
    return before, after


def _away(line: Line, figure: Figure, place: int) -> float:
    if place < figure.first:
        return line.between(place + 1, figure.first)
    return line.between(figure.last, place) if place >= figure.last else 0.0


def _of_a_bonus(line: Line, behind: int) -> bool:
    """ "10% annual bonus": the period of something else."""
    return any("bonus" in one.roles for one in line.items[behind : behind + 1])
