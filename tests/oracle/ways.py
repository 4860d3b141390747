"""Ways in: who named them, how long, at what cost, and which limits a field keeps."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace

from tests.oracle.book import Book, Said, later, thing
from tests.oracle.money import Cost, Figure, cost

Ends = tuple[float | None, float | None]
"""Low and high; None is open."""


@dataclass(frozen=True)
class Way:
    """One person's standing answer about one way in."""

    said: Said
    months: Ends | None
    cost: Cost | None
    required: str
    alongside: bool | None


def ways(book: Book, field_id: str) -> list[Way]:
    """Voice: each person's later answer of each way by its folded name."""
    found = []
    for said in later(book, "training_findings", field_id).values():
        ends = said.row["months_low"], said.row["months_high"]
        words = said.row["required"], said.row["alongside_work"]
        found.append(Way(said, None if ends == (None, None) else ends, cost(book, said), *words))
    k = book.view.threshold
    return found if k == 1 else [told for many in alike(book, found) for told in by_enough(many, k)]


def alike(book: Book, every: Iterable[Way]) -> list[list[Way]]:
    """The ways in by their folded name."""
    found: dict[Hashable, list[Way]] = {}
    for way in every:
        found.setdefault(thing(book, way.said), []).append(way)
    return list(found.values())


def by_enough(many: list[Way], k: int) -> list[Way]:
    """A link's threshold: of one way, each answer and figure that fewer than k gave is none."""
    timed = sum(way.months is not None for way in many) >= k
    words = [Counter(getattr(way, name) for way in many) for name in ("required", "alongside")]
    priced = Counter(way.cost and way.cost.in_base for way in many)
    return [
        replace(
            way,
            months=way.months if timed else None,
            cost=way.cost if way.cost and priced[way.cost.in_base] >= k else None,
            required=way.required if words[0][way.required] >= k else "unstated",
            alongside=way.alongside if words[1][way.alongside] >= k else None,
        )
        for way in many
    ]


def least(many: Iterable[Ends]) -> Ends | None:
    """Open ends: the least of what was said in full; open ones only where nothing else was said.

    >>> least([(3140, 11074), (7559, None)]), least([(None, 9)])
    ((3140, 11074), (None, 9))
    """
    found = list(many)
    whole = [(low, high) for low, high in found if low is not None and high is not None]
    if whole:
        return min(whole, key=lambda ends: (ends[1], ends[0]))
    return min(found, key=lambda ends: (ends[0] or 0, ends[1] or 0), default=None)


@dataclass(frozen=True)
class Span:
    """From the lowest to the highest of several people; open where an end that makes it is."""

    low: float
    high: float
    open_low: bool
    open_high: bool
    people: int


def span(many: Sequence[Ends]) -> Span | None:
    """Open ends: a range over people is open where anybody's is.

    >>> span([(2, 3), (2, 4), (3, 5), (8, None), (9, None)])
    Span(low=2, high=9, open_low=False, open_high=True, people=5)
    """
    said = [end for ends in many for end in ends if end is not None]
    if not said:
        return None
    open_low = any(low is None for low, _ in many)
    open_high = any(high is None for _, high in many)
    return Span(min(said), max(said), open_low, open_high, len(many))


def months_to_enter(book: Book, field_id: str) -> dict[str, Ends]:
    """Each person's shortest way in, in months."""
    return by_person((w.said.person, w.months) for w in ways(book, field_id))


def cost_to_enter(book: Book, field_id: str) -> dict[str, Ends]:
    """Each person's cheapest way in, of costs that are not old and have a rate."""
    return by_person(
        (w.said.person, (w.cost.low, w.cost.high) if comparable(w.cost) else None)
        for w in ways(book, field_id)
        if w.cost is not None
    )


def comparable(one: Cost | None) -> bool:
    """Money: whether a cost may be compared with others in the base currency."""
    return one is not None and one.in_base and not one.old


def by_person(told: Iterable[tuple[str, Ends | None]]) -> dict[str, Ends]:
    found: dict[str, list[Ends]] = {}
    for person, ends in told:
        if ends is not None:
            found.setdefault(person, []).append(ends)
    return {p: best for p, many in found.items() if (best := least(many)) is not None}


def over(best: float | None, limit: float | None) -> bool:
    """Limits: missed at its best; an open end and what is unknown miss none, equal keeps."""
    return best is not None and limit is not None and best > limit


def missed(
    told: Sequence[tuple[float | None, float | None]],
    most_months: float | None,
    most_cost: float | None,
) -> str:
    """Limits: judged on one way; told are the lowest months and cost of each way.

    >>> missed([(6, None), (8, None)], 6, None), missed([(None, None)], 6, None)
    ('', '')
    >>> missed([(3, 20000), (24, 500)], 6, 1000), missed([(12, 500)], 6, 1000)
    ('no one way', 'months')
    """
    months = [over(low, most_months) for low, _ in told]
    costs = [over(low, most_cost) for _, low in told]
    if not told or not all(m or c for m, c in zip(months, costs, strict=True)):
        return ""
    named = [name for name, all_miss in (("months", all(months)), ("cost", all(costs))) if all_miss]
    return " and ".join(named) or "no one way"


def field_misses(book: Book, field_id: str) -> str:
    """Limits: which of months and cost a field misses; "" where it keeps to both."""
    mine = book.explorer
    told = [
        (w.months[0] if w.months else None, w.cost.low if w.cost and comparable(w.cost) else None)
        for w in ways(book, field_id)
    ]
    most_cost = mine["most_cost"]
    return missed(told, mine["most_months"], None if most_cost is None else most_cost / 100)


def pay_misses(many: Sequence[Figure], least_pay: float | None) -> bool:
    """Limits: pay likewise by figures: every one ends below it; an open upper end may keep it."""
    if least_pay is None or not many:
        return False
    return all(one.high is not None and one.high < least_pay for one in many)
