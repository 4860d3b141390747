"""One figure of pay as it was found in words, with where it stands and what was said of it."""

from dataclasses import dataclass
from decimal import Decimal

from lib.money.figures import Pay, Period


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
