"""Which of the figures that people named lie outside official percentiles, and on which side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Ends = tuple[float | None, float | None]


@dataclass(frozen=True)
class Beyond:
    """`count` of `of` figures lie wholly above, or below, this percentile."""

    count: int
    of: int
    above: bool
    share: int


def beyond(figures: Sequence[Ends], at: Mapping[int, float]) -> list[Beyond]:
    """What lies outside: all above the 75th or below the 25th, else some beyond the 90th or 10th.

    A range lies above a percentile where its low end does; an open end may lie anywhere. The
    farther percentile is named where all lie beyond it. `at` has the percentiles that are known
    exactly: nothing is above a mere "at least".

    >>> beyond([(80.0, 90.0), (85.0, None)], {25: 40.0, 75: 70.0, 90: 95.0})
    [Beyond(count=2, of=2, above=True, share=75)]
    >>> beyond([(10.0, 20.0), (30.0, 40.0), (50.0, 50.0)], {10: 25.0, 25: 35.0, 75: 60.0})
    [Beyond(count=1, of=3, above=False, share=10)]
    """
    found = []
    for above, (near, far) in ((True, (75, 90)), (False, (25, 10))):
        outside = {n: _outside(figures, at[n], above) for n in (near, far) if n in at}
        whole = [n for n in (far, near) if figures and outside.get(n) == len(figures)]
        if whole:
            found.append(Beyond(len(figures), len(figures), above, whole[0]))
        elif outside.get(far):
            found.append(Beyond(outside[far], len(figures), above, far))
    return found


def _outside(figures: Sequence[Ends], limit: float, above: bool) -> int:
    if above:
        return sum(low is not None and low > limit for low, _ in figures)
    return sum(high is not None and high < limit for _, high in figures)
