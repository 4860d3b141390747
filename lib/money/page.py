"""One phrase or line: its figures, what is said of each, and which of them is the one meant."""

from dataclasses import replace
from typing import cast

from lib.money.amounts import Amount, amounts_of
from lib.money.cues import FAR, Line, evidence, labels_of
from lib.money.figures import Period
from lib.money.finding import Found
from lib.money.items import items_of
from lib.money.periods import period_end
from lib.money.ranges import Figure, core, figures_of
from lib.money.set_apart import TWO_YEARS, hours_apart, set_years_apart, worded
from lib.money.units import currencies_beside, period_of, times_of, year_of

SURE = 3.0


_GRAMMAR = {
    "number", "scale", "currency", "range", "and", "between", "from", "over", "under", "plus",
    "less", "hedge",
}  # fmt: skip
_AGAIN = {
    "=", "≈", "i.e", "i.e.", "ie", "equivalent", "equals", "equal", "so", "which", "soit", "or",
    "oder", "that's", "d.h", "bzw",
}  # fmt: skip


class Page:
    """A phrase or line as it is understood."""

    def __init__(self, text: str, dollar: str | None) -> None:
        self.text = text
        self.dollar = dollar
        self.items = items_of(text)
        self.items = hours_apart(self.items, text)
        self.bare = self._is_bare()
        if not self.bare or TWO_YEARS.fullmatch(text.strip()):
            set_years_apart(self.items)
        amounts, self.unreadable = amounts_of(self.items)
        guesses = worded(text, self.items)
        amounts = [one for one in amounts if not any(_overlap(one, other) for other in guesses)]
        figures = figures_of(self.items, amounts) + guesses
        self.figures = sorted(figures, key=lambda figure: figure.first)
        self.line = Line(self.items)
        self.labels = labels_of(self.line, self.figures)
        self.periods = [period_of(self.line, self.figures, at) for at in range(len(self.figures))]

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

    def pay(self, sure: float, *, bare: float = FAR, reach: float = 4) -> list[int]:
        """The places of the figures that are pay, but for bonuses and the like."""
        scores = {
            at: evidence(self.line, figure, self.labels[at], self.periods[at], reach)
            for at, figure in enumerate(self.figures)
            if not figure.refused and "bonus" not in self.labels[at]
            and len(set(figure.periods)) <= 1
        }  # fmt: skip
        more = bare if self.bare else 0
        if any(score + more >= sure for score in scores.values()):
            # "$24 an hour, now it is 31/hr": one figure of pay makes another likely.
            more += 2
        return [
            at
            for at, score in scores.items()
            if score + (more if (score > 0 and self.periods[at]) or self.bare else 0) >= sure
        ]

    def chosen(self) -> int | None:
        """The one figure that is meant, or None: base before total, actual before full-time."""
        left = self.pay(SURE - 1)
        left = self._prefer(left, "actual", None, keep=True)
        left = self._part_time(left)
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
        beside = currencies_beside(self.line, self.figures, at, bare=self.bare)
        agree, currency = figure.currency(self.dollar, beside)
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
            times_of(self.line, self.periods[at]),
            labels.get("level") or said("level"),
            said("whose"),
            labels.get("basis") or said("basis"),
            labels.get("tax") or said("tax"),
            said("employed"),
            year_of(self.line, figure),
            figure.guess,
        )

    def _part_time(self, left: list[int]) -> list[int]:
        """Of full-time and part-time pay the smaller is the actual, whichever is called so."""
        pair = [(self.figures[at].low or self.figures[at].high or 0, at) for at in left]
        if len(left) == 2 and any("fte" in self.labels[at] for at in left):
            return [min(pair)[1]]
        return left

    def _prefer(self, left: list[int], fact: str, value: str | None, *, keep: bool) -> list[int]:
        """Those with this label, or those without it, if there are some of either."""
        having = [
            at for at in left if fact in self.labels[at] and value in (None, self.labels[at][fact])
        ]
        others = [at for at in left if at not in having]
        return (having or left) if keep else (others or left)

    def _two_ends(self, left: list[int]) -> int | None:
        """ "55k on the low end and 75k on the high end": one figure, made of two."""
        ends = {self._end(at): at for at in left}
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

    def _end(self, at: int) -> str:
        """Which end of a range a figure is said to be, in words or by being open."""
        figure = self.figures[at]
        is_open = "low" if figure.high is None else "high" if figure.low is None else ""
        return self.labels[at].get("end") or is_open

    def _again(self, at: int) -> bool:
        """Whether the figure says the one before it once more: in brackets, or after "="."""
        before = self.figures[at - 1].inside if at else 0
        between = self.items[before : self.figures[at].amounts[0].first]
        again = any(one.text == "(" or one.text.lower() in _AGAIN for one in between)
        first, second = self.periods[at - 1], self.periods[at]
        return again and (first != second or any(one.text in "(=≈" for one in between))


def _overlap(one: Amount, other: Figure) -> bool:
    return one.first < other.last and other.first < one.last
