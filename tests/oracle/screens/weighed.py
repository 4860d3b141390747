"""Compare's lower half: which fields miss a limit, each value with its spread, what turns it."""

import re
from collections.abc import Callable, Iterable
from random import Random

from lib.answers.weighing import weighed
from tests.oracle import days
from tests.oracle import skills as rules
from tests.oracle.book import fold
from tests.oracle.looked_at import About, Figures, Look, Reckoned
from tests.oracle.money import Figure
from tests.oracle.pools import MAIN, in_pool
from tests.oracle.ways import cost_to_enter, field_misses, missed, months_to_enter, pay_misses, ways
from tests.oracle.weighing import Told, interval, past, ranks, turns, voiced

NAMES = {
    "Entry pay": "pay",
    "Pay later": "pay later",
    "Time to enter": "months",
    "Cost to enter": "cost",
    "Skills I have": "skills",
    "Interest": "interest",
    "Good against hard": "aspects",
    "Outlook": "outlook",
}
TURN = re.compile(r"\*\*(?P<name>[^*]+) at (?P<points>\d+) instead of")
GOING = {"growing": 1.0, "steady": 0.5, "changing": 0.5, "shrinking": 0.0}
EQUAL = 5
DRAWN_APART = 0.06
"""Two sets of draws, of 10,000 and of 2,000, lie nearer than this but once in 100,000 times."""


def shown(look: Look) -> Figures:
    answer = weighed(look.session, look.viewer, look.filters)
    figures: Figures = {}
    for row in answer.values.drawing.table.to_dict("records"):
        where = f"{NAMES[row['Criterion']]}, {row['Field']}"
        figures["value", where] = row["Value"], row["Spread"]
    for row in answer.drawing.table.to_dict("records"):
        figures["comes in at", f"{row['Field']}, place {row['Rank']}"] = row["Share of draws"]
    figures["misses a limit", ""] = sorted(one.split("**")[1] for one in answer.below)
    turn = TURN.match(answer.turn)
    figures["turns it over", ""] = turn and (NAMES[turn["name"]], int(turn["points"]))
    return figures


def reckoned(on: Reckoned) -> Figures:
    targets = [f for f in on.names if on.book.fields[f]["kind"] != "current"]
    below = [] if on.k > 1 else [f for f in targets if misses(on, f)]
    figures: Figures = {("misses a limit", ""): sorted(on.names[f] for f in below)}
    heard = {f: values(on, f) for f in targets if f not in below}
    means: dict[str, dict[str, float]] = {}
    for f, told in heard.items():
        for criterion, value in told.items():
            mean, spread = voiced(value) if isinstance(value, list) else (value, 0.0)
            means.setdefault(f, {})[criterion] = mean
            where = f"{criterion}, {on.names[f]}"
            figures["value", where] = round(100 * mean, 1), round(100 * spread, 1)
    figures["turns it over", ""] = nearest(on, means) if len(means) > 1 else None
    return figures | places(on, heard)


def places(on: Reckoned, heard: dict[str, dict[str, Told]]) -> Figures:
    """How often each field comes first, second ... over draws of points and values."""
    if len(heard) < 2:
        return {}
    points = points_of(on, next(iter(heard.values())))
    return {
        ("comes in at", f"{on.names[f]}, place {place}"): About(share, DRAWN_APART)
        for f, shares in ranks(points, heard, Random(1)).items()
        for place, share in enumerate(shares, start=1)
    }


def misses(on: Reckoned, field_id: str) -> bool:
    """Limits: of pay by entry figures, of months and cost on one way; money not in a link."""
    if on.book.view.link:
        months = [(way.months[0] if way.months else None, None) for way in ways(on.book, field_id)]
        return bool(missed(months, on.book.explorer["most_months"], None)) or breaks(on, field_id)
    least = on.book.explorer["least_pay"]
    told = [one for one in in_pool(on.book, field_id, "entry", MAIN) if one.counting]
    low_paid = pay_misses(told, None if least is None else least / 100)
    return low_paid or bool(field_misses(on.book, field_id)) or breaks(on, field_id)


def breaks(on: Reckoned, field_id: str) -> bool:
    """A deal-breaker: two or more, and half of those asked, call it hard."""
    hard = days.themes(on.book, field_id, "downside")
    asked = on.asked(field_id, "day to day")
    called = (len(hard.get(fold(row["theme"]), ())) for row in on.book.rows("deal_breakers"))
    return any(n >= 2 and 2 * n >= asked for n in called)


def values(on: Reckoned, field_id: str) -> dict[str, Told]:
    """What was told by criterion, placed; scales that need own pay wait for it."""
    cents = None if on.book.view.link else on.book.explorer["current_pay"]
    found: dict[str, Told] = {
        "months": [interval(*e, (48, 0)) for e in months_to_enter(on.book, field_id).values()],
        "skills": own(have(on, field_id)),
        "interest": own(after(on, field_id)),
        "aspects": [(u / (u + d),) * 2 for u, d in sides(on, field_id)],
        "outlook": [
            (GOING[w],) * 2 for w, who in days.directions(on.book, field_id).items() for _ in who
        ],
    }
    if cents:
        pay = cents / 100
        costs = cost_to_enter(on.book, field_id).values()
        scale = (pay / 2, pay * 3 / 2)
        found["cost"] = [interval(*e, (pay, 0)) for e in costs]
        found["pay"] = [interval(*e, scale) for e in figures_at(on, field_id, "entry")]
        found["pay later"] = [interval(*e, scale) for e in figures_at(on, field_id, "mid")]
    return found


def sides(on: Reckoned, field_id: str) -> list[tuple[int, int]]:
    """Good against hard by person; a link with a threshold does not give it."""
    return [] if on.k > 1 else list(days.sides(on.book, field_id).values())


def figures_at(on: Reckoned, field_id: str, level: str) -> list[tuple[float | None, float | None]]:
    """Each person's own and seen pay of a level, from the lowest to the highest they named."""
    mine: dict[str, list[Figure]] = {}
    for one in in_pool(on.book, field_id, level, MAIN):
        if one.counting:
            mine.setdefault(one.said.person, []).append(one)
    return [
        (least([one.low for one in many]), most([one.high for one in many]))
        for many in mine.values()
    ]


def outer(pick: Callable[[list[float]], float]) -> Callable[[list[float | None]], float | None]:
    """The outermost end, open where any is."""

    def of(ends: list[float | None]) -> float | None:
        known = [end for end in ends if end is not None]
        return pick(known) if len(known) == len(ends) else None

    return of


least, most = outer(min), outer(max)


def own(value: float | None) -> Told:
    """Own ratings have no spread; a missing one is as if nobody knew."""
    return [] if value is None else value


def have(on: Reckoned, field_id: str) -> float | None:
    found = rules.skills_i_have(rules.required(on.book, field_id), rules.mine(on.book))
    return found[0] / found[1] if found and on.book.rows("own_skills") else None


def after(on: Reckoned, field_id: str) -> float | None:
    latest = days.interest(on.book, field_id)[1]
    return None if latest is None else (latest - 1) / 4


def points_of(on: Reckoned, known: Iterable[str]) -> dict[str, float]:
    given = {w["criterion"]: w["points"] for w in on.book.rows("criterion_weights")}
    return {name: float(given.get(name, EQUAL)) for name in known}


def nearest(on: Reckoned, means: dict[str, dict[str, float]]) -> tuple[str, int] | None:
    """The criterion whose points have to change least, and the first whole number past the tie."""
    points = points_of(on, next(iter(means.values())))
    if not any(points.values()):
        return None
    every = ((turn.criterion, past(turn, points)) for turn in turns(points, means))
    return next(((name, whole) for name, whole in every if whole is not None), None)
