"""The definitions that the screens count by: numbers and small sequences in, the same out.

Each function says its formula, whose it is, and one example worked by hand. No database, no
screen; and no summary of fewer than three people.
"""

from lib.statistics.agreement import Piece, Shared, bands, closed_voices, shared, split
from lib.statistics.beyond import Beyond, beyond
from lib.statistics.claims import claim, contradiction, ranked
from lib.statistics.counting import (
    FEWEST,
    SEVERAL,
    Independent,
    Interval,
    corroborated,
    given,
    independent,
    wilson,
)
from lib.statistics.figures import OLD, Pool, counts, old, pool
from lib.statistics.groups import connected
from lib.statistics.ladder import reached
from lib.statistics.learning import LITTLE, SAYING, Learnt, curve, last_taught, learnt
from lib.statistics.middles import Median, Quantiles, median, quantiles
from lib.statistics.opinion import Interest, Leaning, interest, leaning, majority
from lib.statistics.payback import Back, Telling, payback
from lib.statistics.skills import (
    SKILLED,
    Have,
    Necessity,
    OneMore,
    Reach,
    breadth_and_reach,
    necessity,
    one_more,
    required,
    skills_i_have,
)

__all__ = [
    "FEWEST",
    "LITTLE",
    "OLD",
    "SAYING",
    "SEVERAL",
    "SKILLED",
    "Back",
    "Beyond",
    "Have",
    "Independent",
    "Interest",
    "Interval",
    "Leaning",
    "Learnt",
    "Median",
    "Necessity",
    "OneMore",
    "Piece",
    "Pool",
    "Quantiles",
    "Reach",
    "Shared",
    "Telling",
    "bands",
    "beyond",
    "breadth_and_reach",
    "claim",
    "closed_voices",
    "connected",
    "contradiction",
    "corroborated",
    "counts",
    "curve",
    "given",
    "independent",
    "interest",
    "last_taught",
    "leaning",
    "learnt",
    "majority",
    "median",
    "necessity",
    "old",
    "one_more",
    "payback",
    "pool",
    "quantiles",
    "ranked",
    "reached",
    "required",
    "shared",
    "skills_i_have",
    "split",
    "wilson",
]
