"""What the words around a figure say: whether it is pay at all, and what kind of pay."""

from bisect import bisect_left
from dataclasses import dataclass, field

from lib.money.amounts import Amount
from lib.money.items import Item
from lib.money.ranges import Figure

CUES = frozenset({"pay", "not", "unless", "times"})
SMALL = frozenset({"hedge", "fill", "per", "period", "noun", "pay", "currency", "tax", "basis"})
FAR = 99.0
NEAR = 3.0
LABELS = ("basis", "bonus", "actual", "fte", "tax", "end", "level")
_BETWEEN = {",": 3.0, "(": 1.2, ")": 1.2, ":": 0.2}
_ADDS = {
    "w/", "+", "plus", "with", "and", "incl", "incl.", "including", "&", "mit", "avec", "con",
    "com",
}  # fmt: skip


@dataclass
class Line:
    """The items of a line with what is asked of them often: how far along each stands, and cues.

    `along` adds up what lies between: small words count little, commas and ends of clauses much.
    """

    items: list[Item]
    along: list[float] = field(init=False)
    places: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.along = [0.0]
        self.places = {role: [] for role in (*CUES, "lasting")}
        far = 0.0
        for at, one in enumerate(self.items):
            far += _length(one)
            self.along.append(far)
            for role in one.roles & CUES:
                if not self._is_a_condition(at) and (role != "unless" or not self._comes_with(at)):
                    self.places[role].append(at)
            if one.facts.get("hours", ("", ""))[0] in ("week", "month", "year"):
                self.places["lasting"].append(at)

    def _is_a_condition(self, at: int) -> bool:
        """Whether a thing is what one has by then: "once you have the ticket"."""
        before = {one.text.lower() for one in self.items[max(0, at - 5) : at]}
        return bool(
            before & {"once", "when", "if"} and before & {"have", "has", "got", "get", "gets"}
        )

    def _comes_with(self, at: int) -> bool:
        """Whether a thing comes with pay, or before it: "plus car", "out of the academy"."""
        before = [one.text.lower() for one in self.items[max(0, at - 3) : at]]
        while before and before[-1] in ("a", "the", "my", "an"):
            before.pop()
        return bool(before) and before[-1] in _ADDS | {"after", "from", "of"}

    def between(self, one: int, other: int) -> float:
        """How much lies between the item before `one` and the item at `other`."""
        return self.along[other] - self.along[one]

    def nearest(self, role: str, first: int, last: int) -> float:
        """How far the nearest cue is from the items [first, last)."""
        places = self.places[role]
        at = bisect_left(places, first)
        found = FAR
        if at:
            found = self.between(places[at - 1] + 1, first)
        within = places[at:]
        for place in within[:8]:
            if place < last:
                return 0.0
            return min(found, self.between(last, place))
        return found

    def said(self, fact: str, first: int, last: int) -> str:
        """What the nearest word of this kind says in the same clause; "" where none does."""
        best, nearest = "", 8.0
        for at in range(max(0, first - 14), min(len(self.items), last + 14)):
            value = self.items[at].facts.get(fact)
            if value is None:
                continue
            far = 0.0
            if at < first:
                far = self.between(at + 1, first)
            elif at >= last:
                far = self.between(last, at)
            if far < nearest:
                best, nearest = str(value), far
        return best


def _length(one: Item) -> float:
    """How much a word keeps apart what stands on its two sides."""
    if not one.roles:
        return _BETWEEN.get(one.text, 1.5)
    if "cut" in one.roles:
        return 14.0 if one.text in ".!?" else 6.0
    if one.text in _BETWEEN:
        return _BETWEEN[one.text]
    if "number" in one.roles:
        return 4.0
    if "other" in one.roles or one.text.lower() in _ADDS:
        return 2.0
    return 0.3 if one.roles & SMALL else 0.8


def labels_of(line: Line, figures: list[Figure]) -> list[dict[str, str]]:
    """For each figure what the labels beside it say: `{"basis": "base"}`, `{"bonus": "bonus"}`."""
    found: list[dict[str, str]] = [{} for _ in figures]
    if not figures:
        return found
    leads = _labels_lead(line, figures)
    for at, one in enumerate(line.items):
        for role in LABELS:
            if role in one.roles:
                whose = _labelled(line, figures, at, role, leads)
                if whose is not None:
                    found[whose].setdefault(role, str(one.facts.get(role, role)))
    return found


def _labels_lead(line: Line, figures: list[Figure]) -> bool:
    """Whether labels stand before their figures here, as in "base 165k TC 290k"."""
    first = figures[0].first
    return any(
        line.items[at].roles & {"basis", "bonus", "actual", "end"}
        and line.between(at + 1, first) <= 1
        for at in range(max(0, first - 3), first)
    )


def _labelled(line: Line, figures: list[Figure], at: int, role: str, leads: bool) -> int | None:
    """The figure that a label at this place belongs to: the nearer one, if it is near at all."""
    behind = bisect_left([one.amounts[0].first for one in figures], at)
    near: list[tuple[float, int]] = []
    if behind:
        before = figures[behind - 1]
        if at < before.amounts[-1].first:
            return behind - 1
        near.append((line.between(before.inside, at) + (0.1 if leads else 0), behind - 1))
    if behind < len(figures):
        ahead = line.between(at + 1, figures[behind].amounts[0].first)
        near.append((ahead + (0 if leads else 0.1), behind))
    far, whose = min(near)
    most = 1.3 if role == "bonus" else NEAR
    return whose if far <= most else None


def evidence(
    line: Line, figure: Figure, labels: dict[str, str], period: str, reach: float = 4
) -> float:
    """How much speaks for pay: from 3 on it is pay, under 0 it is something else.

    `reach` is how far a course or a house is looked for, which is what a figure without any word
    of pay may be the price of.
    """
    amount = figure.amounts[-1]
    score = _of_itself(line, figure, amount) + 2.0 * bool(period)
    score += 2.0 * bool(labels.keys() & {"basis", "tax", "fte", "actual", "end"})
    score += ("level" in labels) + 3.0 * figure.guess
    score += 2.5 * (line.nearest("times", figure.first, figure.last) < 2)
    if not (period or labels or figure.guess) and is_plain(figure):
        score -= 1.5
    if _small(figure, period):
        return -3.0
    first, last = figure.first, figure.last
    pay = line.nearest("pay", first, last)
    no = line.nearest("not", first, last)
    unless = line.nearest("unless", first, last)
    score += 3.0 if pay < 4 else 2.0 if pay < 9 else 0.0
    spent = not period and "level" not in labels and _spent(line, figure)
    if spent or (no < 9 and no <= pay + 1):
        return -6.0
    if unless < (4 if period in ("hour", "day", "week") else reach) and unless <= pay:
        return -4.0
    if reach > NEAR + 1 and not (period or labels) and pay > 4 and _is_a_price(line.items, figure):
        return -3.0
    if reach > NEAR + 1 and _stands_alone(line.items, figure):
        score += 1.0
    if reach > NEAR + 1 and pay > 9 and not period and line.nearest("lasting", first, first) < 8:
        return -4.0  # "14 months, 38 thousand dollars"
    return score


def _spent(line: Line, figure: Figure) -> bool:
    """Whether it was paid for something: "I paid 3k for it"."""
    before = line.items[max(0, figure.first - 2) : figure.first]
    behind = line.items[figure.last : figure.last + 1]
    paid = any(one.text.lower() in ("paid", "pay", "paying") for one in before)
    return paid and any(one.text.lower() in ("for", "to", "towards") for one in behind)


def _of_itself(line: Line, figure: Figure, amount: Amount) -> float:
    """What the figure's own form says: a currency, thousands, a noun that it counts."""
    currency = any(one.currencies for one in figure.amounts)
    large = amount.number.scale is not None and amount.number.scale >= 1_000_000
    scaled = any(one.scaled for one in figure.amounts)
    thousands = amount.number.grouped or amount.number.amount >= 1000
    size = 2.0 if scaled and not currency else 1.0 if scaled or thousands else 0.0
    price = any("price" in one.roles for one in line.items[amount.last : amount.last + 1])
    score = 2.0 * currency + (-1.0 if large else size) + 1.5 * price
    if len(figure.amounts) > 1 or figure.low is None or figure.high is None:
        score += 0.5
    if currency:
        return score
    if counts(line.items, figure):
        return -4.0
    return score


def counts(items: list[Item], figure: Figure) -> bool:
    """Whether a noun behind the number is what it counts, or a word before it numbers a thing."""
    last = figure.amounts[-1].last
    behind = items[last] if last < len(items) else None
    before = items[figure.first - 1] if figure.first else None
    if before is not None and "label" in before.roles and not figure.amounts[0].scaled:
        return not before.roles & {"pay", "fill"}
    if behind is None:
        return False
    if "unit" in behind.roles or ("noun" in behind.roles and not behind.roles & {"per", "fill"}):
        return not figure.amounts[-1].scaled or "unit" in behind.roles
    if "label" in behind.roles and not behind.roles & {"noun", "neutral", "hedge", "fill", "level"}:
        return True
    return not behind.known and behind.text.isalpha()


def _is_a_price(items: list[Item], figure: Figure) -> bool:
    """Whether a sum is small and for no session, class or mile: what a thing costs, rather."""
    behind = items[figure.last].roles if figure.last < len(items) else frozenset()
    return figure.amounts[-1].number.amount < 1000 and not figure.guess and "per" not in behind


def _stands_alone(items: list[Item], figure: Figure) -> bool:
    """Whether thousands end a clause in running text: "analyst II 62,000, ..."."""
    amount = figure.amounts[-1].number
    behind = items[figure.last].roles if figure.last < len(items) else {"cut"}
    return amount.grouped and 10_000 <= amount.amount < 400_000 and bool(behind & {"cut", "comma"})


def is_plain(figure: Figure) -> bool:
    """Whether it is digits alone: no currency, no scale, no thousands marked."""
    return not any(one.currencies or one.scaled or one.number.grouped for one in figure.amounts)


def _small(figure: Figure, period: str) -> bool:
    """Whether it is too small for pay of its period, or a bare number that may count anything."""
    most = figure.amounts[-1].number.amount
    if figure.guess or most >= 1000:
        return False
    plain = not any(one.currencies or one.scaled for one in figure.amounts)
    little = (period == "month" and most < 100) or (plain and most < 5)
    return period == "year" or little or (plain and period in ("", "month"))
