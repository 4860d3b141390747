"""Figures as people type them: spans of time, days and one amount; forms and files share them.

What a form refuses a file refuses, and what was read is written back and read again the same.
Pay and costs, which have ends, a currency and a period, are `lib.money`'s.
"""

from lib.figures.amounts import amount_phrase, read_amount
from lib.figures.days import NO_DATE, day_first, read_date
from lib.figures.spans import read_span, span_phrase

__all__ = [
    "NO_DATE",
    "amount_phrase",
    "day_first",
    "read_amount",
    "read_date",
    "read_span",
    "span_phrase",
]
