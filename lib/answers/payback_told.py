"""Payback as it is read: the soonest first, from the first day; or why there is none."""

import pandas as pd

from lib.markdown import Markdown

FROM_FIRST_DAY = "Paid back, from the first day"
COUNTED = Markdown(
    "Counted from the first day of training, the soonest first (by the later end); what is missing "
    "for a way in stands in its row. "
)


def payback_told(table: pd.DataFrame) -> pd.DataFrame:
    """Of the columns of `paying_back`, when it is back first; "missing: ..." where it is not known.

    Its order stays: the soonest by training and the later end, "never" and what is missing last.
    """
    whole, alone = table["From the first day"], table["New pay until it is back"]
    return pd.DataFrame(
        {
            **{name: table[name] for name in ("Field", "Way in")},
            FROM_FIRST_DAY: whole.where(whole != "", alone),
            **{name: table[name] for name in ("Training", "Cost", "Entry pay")},
            "In new pay alone": alone.where(whole != "", ""),
        }
    )


def soonest_of_each(table: pd.DataFrame) -> pd.DataFrame:
    """A row a field, its way in that is back first; of the table as it is told."""
    return table.drop_duplicates("Field", ignore_index=True)
