"""One official figure: the percentiles of an occupation in an area, and where they are from."""

import re
from dataclasses import dataclass

SHARES = (10, 25, 50, 75, 90)


@dataclass(frozen=True)
class Wage:
    """The percentiles of one occupation in one area, all levels together, before tax.

    `at` holds those that are known; from `open_from` on they are "at least" what they say.
    """

    at: dict[int, float]
    period: str
    currency: str
    release: str
    source: str
    open_from: int | None = None

    @property
    def year(self) -> int | None:
        """The year of the release; None where its name holds none."""
        years = re.findall(r"\b(?:19|20)\d\d\b", self.release)
        return int(years[-1]) if years else None

    @property
    def released(self) -> bool:
        """Whether there is a figure at all."""
        return bool(self.at)

    def exact(self, share: int) -> float | None:
        """The percentile, where it is known and no mere lower bound."""
        if self.open_from is not None and share >= self.open_from:
            return None
        return self.at.get(share)
