"""Numbers as people write them, with thousands marked in any of five ways; guesses none."""

import re
from dataclasses import dataclass
from decimal import Decimal

# Thousands apart by one mark throughout, then at most one other mark and decimals; or the
# Indian grouping (12,00,000); or no thousands at all.
_GROUPED = re.compile(r"([1-9]\d{0,2})((?:([ '.,])\d{3})(?:\3\d{3})*)(?:([.,])(\d{1,2}))?")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")
_BARE = re.compile(r"(\d+)(?:[.,](\d{1,2}))?")
_PRECISE = re.compile(r"(\d+)\.(\d{1,6})")


@dataclass(frozen=True)
class Number:
    """A number as written: its digits' value, its scale, whether thousands or cents are marked."""

    digits: Decimal
    scale: Decimal | None = None
    grouped: bool = False
    pointed: bool = False

    @property
    def amount(self) -> Decimal:
        """What it is worth by itself."""
        return self.digits * (self.scale or 1)

    @property
    def elliptic(self) -> bool:
        """Whether its thousands may stand at the other end only, like those of 55 in 55-65k."""
        return self.scale is None and not self.grouped and self.digits < 1000


def read_number(word: str, factor: Decimal | None = None) -> Number | None:
    """The number of one token, or None if its marks can be read in two ways or in none.

    `factor` is what a word behind it multiplies it by. 48.000 and 48,000 are thousands, 30.50
    and 30,5 decimals; 48.000k could be either.
    """
    if grouped := _GROUPED.fullmatch(word):
        lead, rest, mark, point, decimals = grouped.groups()
        if factor or point == mark:
            return None
        whole = lead + re.sub(r"\D", "", rest)
        return Number(Decimal(f"{whole}.{decimals or ''}"), grouped=True)
    if _INDIAN.fullmatch(word):
        return None if factor else Number(Decimal(word.replace(",", "")), grouped=True)
    if bare := (_BARE.fullmatch(word) or (factor and _PRECISE.fullmatch(word))):
        whole, decimals = bare.groups()
        return Number(Decimal(f"{whole}.{decimals or ''}"), factor, pointed=bool(decimals))
    return None


def scaled(low: Number | None, high: Number | None) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range, where thousands may be written at one of them for both.

    55-65k and 55-65,000 are 55,000 to 65,000, 60k-72 is 60,000 to 72,000; 900-1.2k is 900 to
    1,200, since 900k would lie above it, but 60-55k is left as the 60k to 55k that it seems.
    """
    if low is None or high is None:
        return None
    start, end = low.amount, high.amount
    if high.scale and low.elliptic:
        shared = start * high.scale
        near = start <= end < start * 10
        return (start, end) if shared > end and near else (shared, end)
    if low.scale and high.elliptic and end < start:
        return start, end * low.scale
    # "55.00-65000" is how an actual 55 is written.
    if low.elliptic and not low.pointed and start * 1000 <= end:
        return start * 1000, end
    return start, end
