"""What fields are weighed by: the criteria, their points, and the ends between which they count.

An end is fixed by the person or by what they earn now, never by the best and the worst field.
"""

from dataclasses import dataclass

from lib.words import CRITERIA

POINTS = 5
"""What a criterion counts that nobody gave points: all of them the same."""
MOST_POINTS = 10
SETTABLE = ("pay", "pay later", "months", "cost")
"""Criteria whose ends are set by the person; the others have natural ones."""
DIRECTIONS = {"growing": 1.0, "steady": 0.5, "changing": 0.5, "shrinking": 0.0}
Ends = tuple[float, float]
"""The end that counts nothing, and the one that counts all."""


@dataclass(frozen=True)
class Weight:
    """How much one criterion counts; ends in months or whole units of the base currency."""

    criterion: str
    points: int = POINTS
    nothing: int | None = None
    everything: int | None = None


@dataclass(frozen=True)
class Weights:
    """Points and ends of every criterion, in order; `given` tells whether somebody gave any."""

    each: tuple[Weight, ...]
    given: bool

    @property
    def points(self) -> dict[str, float]:
        """The points by criterion."""
        return {one.criterion: float(one.points) for one in self.each}


EQUAL = Weights(tuple(Weight(criterion) for criterion in CRITERIA), given=False)


def ends(weight: Weight, pay: float | None) -> Ends | None:
    """The ends of the criterion's scale; None where nothing is known to fix them by.

    Pay from 0.5 to 1.5 x what one earns now (`pay`, a year), cost from a year's pay to 0: both
    wait until that is said. Months from 48 to 0; interest from 1 to 5; the others are shares,
    from none to all.
    """
    natural = {"months": (48.0, 0.0), "interest": (1.0, 5.0)}
    usual: Ends | None = natural.get(weight.criterion, (0.0, 1.0))
    if weight.criterion in ("pay", "pay later", "cost"):
        usual = _by_pay(weight.criterion, pay)
    if weight.criterion not in SETTABLE:
        return usual
    low, high = weight.nothing, weight.everything
    if low is not None and high is not None:
        return float(low), float(high)
    if usual is None:
        return None
    return (usual[0] if low is None else float(low), usual[1] if high is None else float(high))


def _by_pay(criterion: str, pay: float | None) -> Ends | None:
    if not pay:
        return None
    return (pay, 0.0) if criterion == "cost" else (0.5 * pay, 1.5 * pay)


def turned(weight: Weight, found: Ends | None) -> bool:
    """Whether the scale runs the wrong way, or nowhere: more pay and fewer months are better."""
    if found is None:
        return False
    rising = weight.criterion not in ("months", "cost")
    return found[0] >= found[1] if rising else found[0] <= found[1]
