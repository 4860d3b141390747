"""Figures as people type them: spans of time, days and one amount; forms and files share them.

What a form refuses a file refuses, and what was read is written back and read again the same.
How a phrase of pay is understood is `lib.money`'s.
"""

from lib.figures.amounts import amount_phrase, read_amount
from lib.figures.days import EARLIEST, LATEST, NO_DATE, day_first, kept_day, read_date
from lib.figures.moments import Moment, kept_moment, read_moment
from lib.figures.pay import added, read_cost, read_pay, read_step_pay
from lib.figures.spans import read_span, span_phrase
from lib.figures.zones import clock, clock_of, known_zone

__all__ = [
    "EARLIEST",
    "LATEST",
    "NO_DATE",
    "Moment",
    "added",
    "amount_phrase",
    "clock",
    "clock_of",
    "day_first",
    "kept_day",
    "kept_moment",
    "known_zone",
    "read_amount",
    "read_cost",
    "read_date",
    "read_moment",
    "read_pay",
    "read_span",
    "read_step_pay",
    "span_phrase",
]
