"""The definitions that the screens count by: numbers and small sequences in, the same out.

Each function says its formula, whose it is, and one example worked by hand. No database, no
screen; and no summary of fewer than three people.
"""

from lib.statistics.agreement import Piece, bands, pay_sentence
from lib.statistics.beyond import Beyond, beyond
from lib.statistics.claims import claim, contradiction, ranked
from lib.statistics.counting import (
    FEWEST,
    Independent,
    Interval,
    Quantiles,
    corroborated,
    given,
    independent,
    median,
    quantiles,
    wilson,
)
from lib.statistics.figures import Pool, counts, old, pool
from lib.statistics.groups import connected
from lib.statistics.ladder import reached
from lib.statistics.learning import curve, last_taught
from lib.statistics.opinion import Interest, Leaning, growing, interest, leaning, majority
from lib.statistics.payback import payback
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
    "SKILLED",
    "Beyond",
    "Have",
    "Independent",
    "Interest",
    "Interval",
    "Leaning",
    "Necessity",
    "OneMore",
    "Piece",
    "Pool",
    "Quantiles",
    "Reach",
    "bands",
    "beyond",
    "breadth_and_reach",
    "claim",
    "connected",
    "contradiction",
    "corroborated",
    "counts",
    "curve",
    "given",
    "growing",
    "independent",
    "interest",
    "last_taught",
    "leaning",
    "majority",
    "median",
    "necessity",
    "old",
    "one_more",
    "pay_sentence",
    "payback",
    "pool",
    "quantiles",
    "ranked",
    "reached",
    "required",
    "skills_i_have",
    "wilson",
]
