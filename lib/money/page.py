"""One phrase or line: its figures, what is said of each, and which of them is the one meant."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, cast

from lib.money.amounts import Amount, Figure, amounts_of, core, figures_of, period_at, period_end
from lib.money.cues import FAR, Line, evidence, labels_of
from lib.money.figures import Pay, Period
from lib.money.items import Item, items_of
from lib.money.numbers import Number

SURE = 3.0


@dataclass(frozen=True)
class Found:
    """One figure: text[start:end] is its words; amounts in whole units, either end may be open.

    What was not said is None, or "unstated" where the closed lists of `lib.words` have that word;
    `times` is how often a year its period is paid (thirteen months), `year` the figure's own;
    `guess` marks what was said in words such as "mid five figures".
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    currency: str | None = None
    period: Period | None = None
    times: int | None = None
    level: str = "unstated"
    whose: str = "unstated"
    basis: str = "unstated"
    tax: str = "unstated"
    employed: str = "unstated"
    year: int | None = None
    guess: bool = False

    @property
    def pay(self) -> Pay:
        """The figure alone."""
        return Pay(self.low, self.high, self.currency, self.period)


_GRAMMAR = {
    "number", "scale", "currency", "range", "and", "between", "from", "over", "under", "plus",
    "less", "hedge",
}  # fmt: skip
_YEARS = re.compile(r"(?:19[5-9]|20[0-4])\d ?[-–] ?(?:19[5-9]|20[0-4])\d")
_AGAIN = {"=", "≈", "i.e", "i.e.", "ie", "equivalent", "equals", "equal", "so", "which"}
_WORDED = re.compile(
    r"\b(?:(low|lower|mid|middle|high|upper)[ -]+(?:to[ -](mid|high)[ -]+)?)?"
    r"(four|five|six|seven|[4-7])[ -]+figures?\b(?! contract| deal| budget)",
    re.IGNORECASE,
)
_PLACES = {"four": 4, "five": 5, "six": 6, "seven": 7}
_PARTS = {"low": (1, 4), "lower": (1, 4), "mid": (4, 6), "middle": (4, 6), "high": (6, 10),
          "upper": (6, 10)}  # fmt: skip


class Page:
    """A phrase or line as it is understood."""

    def __init__(self, text: str, dollar: str | None) -> None:
        self.text = text
        self.dollar = dollar
        self.items = items_of(text)
        self._set_hours_apart()
        self.bare = self._is_bare()
        if not self.bare or _YEARS.fullmatch(text.strip()):
            self._set_years_apart()
        amounts, self.unreadable = amounts_of(self.items)
        worded = list(self._worded())
        amounts = [one for one in amounts if not any(_overlap(one, other) for other in worded)]
        self.figures = sorted(
            figures_of(self.items, amounts) + worded, key=lambda figure: figure.first
        )
        self.line = Line(self.items)
        self.labels = labels_of(self.line, self.figures)
        self.periods = [self._period(at) for at in range(len(self.figures))]

    def _is_bare(self) -> bool:
        """Whether nothing but a figure stands here: every word is one of its grammar."""
        at = 0
        while at < len(self.items):
            one = self.items[at]
            end = period_end(self.items, at, len(self.items))
            if end:
                at = end
            elif (
                one.roles & _GRAMMAR
                or ("noun" in one.roles and at and len(one.text) > 1)
                or (one.text == "." and at)
            ):
                at += 1
            else:
                return False
        return bool(self.items)

    def unclear(self) -> bool:
        """Whether something here cannot be told, so that the phrase is not read at all."""
        if self.unreadable or not self.items or not self.figures:
            return True
        if self.items[0].text == "-" and len(self.items) > 1 and self.items[1].glued:
            return True
        if self.items[-1].text == "-" and self.items[-1].glued and self.items[-2].text not in ",.":
            return True
        if any(one.refused for one in self.figures):
            return True
        return any(
            not self.items[one.inside : other.amounts[0].first]
            or (self.bare and not core(self.items, one.inside, other.amounts[0].first))
            for one, other in zip(self.figures, self.figures[1:], strict=False)
        )

    def pay(self, sure: float, *, bare: float = FAR) -> list[int]:
        """The places of the figures that are pay, but for bonuses and the like."""
        found = []
        for at, figure in enumerate(self.figures):
            labels = self.labels[at]
            if figure.refused or "bonus" in labels or len(set(figure.periods)) > 1:
                continue
            more = bare if self.bare else 0
            if evidence(self.line, figure, labels, self.periods[at]) + more >= sure:
                found.append(at)
        return found

    def chosen(self) -> int | None:
        """The one figure that is meant, or None: base before total, actual before full-time."""
        left = self.pay(SURE - 1)
        left = self._prefer(left, "actual", None, keep=True)
        left = self._prefer(left, "fte", None, keep=False)
        if (whole := self._two_ends(left)) is not None:
            return whole
        left = self._prefer(left, "basis", "base", keep=True)
        left = self._prefer(left, "basis", "total", keep=False)
        left = self._prefer(left, "tax", "net", keep=False)
        if len(left) > 1 and all(self._again(at) for at in left[1:]):
            left = left[:1]
        return left[0] if len(left) == 1 else None

    def found(self, at: int) -> Found | None:
        """The figure at this place with all that was said of it; None where its units disagree."""
        figure, labels = self.figures[at], self.labels[at]
        agree, currency = figure.currency(self.dollar, self._currencies_beside(at))
        if not agree:
            return None
        last = self.items[figure.last - 1]

        def said(fact: str) -> str:
            return self.line.said(fact, figure.first, figure.last) or "unstated"

        return Found(
            self.items[figure.first].start,
            last.end,
            figure.low,
            figure.high,
            currency,
            cast("Period | None", self.periods[at] or None),
            self._times(at),
            labels.get("level") or said("level"),
            said("whose"),
            labels.get("basis") or said("basis"),
            labels.get("tax") or said("tax"),
            said("employed"),
            self._year(at),
            figure.guess,
        )

    def _prefer(self, left: list[int], fact: str, value: str | None, *, keep: bool) -> list[int]:
        """Those with this label, or those without it, if there are some of either."""
        having = [
            at for at in left if fact in self.labels[at] and value in (None, self.labels[at][fact])
        ]
        others = [at for at in left if at not in having]
        return (having or left) if keep else (others or left)

    def _two_ends(self, left: list[int]) -> int | None:
        """ "55k on the low end and 75k on the high end": one figure, made of two."""
        ends = {self.labels[at].get("end"): at for at in left}
        if len(left) != 2 or ends.keys() != {"low", "high"}:
            return None
        low, high = self.figures[ends["low"]], self.figures[ends["high"]]
        if low.low is None or high.high is None or low.low > high.high:
            return None
        first = min(ends.values())
        self.figures[first] = replace(
            low,
            first=min(low.first, high.first),
            last=max(low.last, high.last),
            high=high.high,
            amounts=low.amounts + high.amounts,
        )
        self.periods[first] = self.periods[ends["low"]] or self.periods[ends["high"]]
        return first

    def _again(self, at: int) -> bool:
        """Whether the figure says the one before it once more: in brackets, or after "="."""
        before = self.figures[at - 1].inside if at else 0
        between = self.items[before : self.figures[at].amounts[0].first]
        return any(one.text == "(" or one.text.lower() in _AGAIN for one in between)

    def _period(self, at: int) -> str:
        """The period of a figure: behind it, between its ends, before it, or in its clause."""
        figure = self.figures[at]
        if figure.periods:
            return figure.periods[0]
        before = self.figures[at - 1].inside if at else 0
        for place in range(figure.first - 1, before - 1, -1):
            if self.line.between(place + 1, figure.first) > 4:
                break
            if "period" in self.items[place].roles:
                return str(self.items[place].facts["period"])
        after = self.figures[at + 1].first if at + 1 < len(self.figures) else len(self.items)
        place = figure.inside
        while place < after and self.line.between(figure.inside, place) < 6:
            end = period_end(self.items, place, after)
            if end and self.items[place].text.lower() not in (
                "a",
                "an",
                "the",
                "in",
                "i",
                "o",
                "la",
            ):
                return period_at(self.items, place, end)
            place += 1
        return ""

    def _currencies_beside(self, at: int) -> list[frozenset[str]]:
        """Currencies named in the figure's own clause, where its amounts have none of their own."""
        figure = self.figures[at]
        if any(one.currencies for one in figure.amounts) and not self.bare:
            return []
        before = self.figures[at - 1].inside if at else 0
        after = self.figures[at + 1].first if at + 1 < len(self.figures) else len(self.items)
        return [
            one.facts["currency"]
            for place, one in enumerate(self.items[before:after], before)
            if "currency" in one.roles
            and not any(a.first <= place < a.last for a in figure.amounts)
            and self._near(place, figure)
        ]

    def _near(self, place: int, figure: Figure) -> bool:
        if place < figure.first:
            return self.line.between(place + 1, figure.first) < 4
        return place < figure.last or self.line.between(figure.last, place) < 4

    def _times(self, at: int) -> int | None:
        for one in self.items:
            if "times" in one.roles:
                return int(one.facts["times"])
            if one.facts.get("hours") == ("day", "year") and self.periods[at] == "day":
                return int(one.facts["count"])
        return None

    def _year(self, at: int) -> int | None:
        figure = self.figures[at]
        for place, one in enumerate(self.items):
            far = (
                self.line.between(
                    *((place + 1, figure.first) if place < figure.first else (figure.last, place))
                )
                if not figure.first <= place < figure.last
                else 0
            )
            if "year number" in one.roles and far < 8:
                return int(one.text)
        return None

    def _set_hours_apart(self) -> None:
        """ "35 hours a week", "3-5 years", "12-hour": how long, and no amount."""
        items, kept, at = self.items, list[Item](), 0
        if not any("noun" in one.roles for one in items):
            return
        while at < len(items):
            end, noun = _duration(items, at)
            if not end or (kept and "currency" in kept[-1].roles and not _apart(items, at)):
                kept.append(items[at])
                at += 1
                continue
            behind = period_end(items, end, len(items)) if end < len(items) else 0
            facts: dict[str, Any] = {
                "hours": (noun, period_at(items, end, behind) if behind else "")
            }
            number = items[at].number
            facts |= {"count": number.amount if number else 0}
            last = behind or end
            words = self.text[items[at].start : items[last - 1].end]
            roles = frozenset({"other"})
            kept.append(Item(items[at].start, items[last - 1].end, words, roles, facts))
            at = last
        self.items = kept

    def _set_years_apart(self) -> None:
        for at, one in enumerate(self.items):
            if _is_year(self.items, at):
                one.roles = frozenset({"year number", "other"})
                one.number = None

    def _worded(self) -> list[Figure]:
        """ "mid five figures", "low six figures": a guess, and marked as one."""
        made: list[Figure] = []
        if "figure" not in self.text:
            return made
        for match in _WORDED.finditer(self.text):
            within = [
                at
                for at, one in enumerate(self.items)
                if one.end > match.start() and one.start < match.end()
            ]
            part, to, count = match.groups()
            unit = Decimal(10) ** (_PLACES.get(count.lower()) or int(count)) / 10
            low = (_PARTS[part.lower()][0] if part else 1) * unit
            top = _PARTS[(to or part).lower()][1] * unit if part else None
            amount = Amount(within[0], within[-1] + 1, Number(low), scaled=True)
            made.append(
                Figure(
                    within[0], within[-1] + 1, low, top, [amount], [], within[-1] + 1, guess=True
                )
            )
        return made


def _overlap(one: Amount, other: Figure) -> bool:
    return one.first < other.last and other.first < one.last


def _apart(items: list[Item], at: int) -> bool:
    """Whether the currency before a number belongs to an amount that stands before it."""
    return at >= 2 and items[at - 2].number is not None


def _duration(items: list[Item], at: int) -> tuple[int, str]:
    """Behind a number (or two) of hours, days or years, and their noun; (0, "") for none."""
    end = at
    if items[end].number is None:
        return 0, ""
    end += 1
    if end + 1 < len(items) and "range" in items[end].roles and items[end + 1].number:
        end += 2
    if end < len(items) and items[end].text == "+":
        end += 1
    if end + 1 < len(items) and items[end].text == "-" and items[end].glued:
        end += 1
    if end >= len(items):
        return 0, ""
    noun = items[end]
    short = len(noun.text) < 2 and noun.text.isascii()
    if "noun" not in noun.roles or (noun.glued and "scale" in noun.roles):
        return 0, ""
    if short and not noun.glued and noun.text != "h":
        return 0, ""
    if noun.roles & {"per", "fill"} and not noun.glued:
        return 0, ""
    return end + 1, str(noun.facts["noun"])


def _is_year(items: list[Item], at: int) -> bool:
    one = items[at]
    if one.number is None or not re.fullmatch(r"19[5-9]\d|20[0-4]\d", one.text):
        return False
    behind = items[at + 1] if at + 1 < len(items) else None
    before = items[at - 1] if at else None
    if before is not None and "currency" in before.roles:
        return False
    years = {one.text for one in (before, behind) if one is not None and one.text == "-"}
    if years and _YEARS.search(" ".join(one.text for one in items[max(0, at - 2) : at + 3])):
        return True
    if before is not None and "range" in before.roles and "fill" not in before.roles:
        return False
    if behind is None:
        return True
    if behind.roles & {"currency", "scale", "tax"}:
        return False
    ranged = "range" in behind.roles and at + 2 < len(items) and items[at + 2].number
    return not period_end(items, at + 1, len(items)) and not ranged
