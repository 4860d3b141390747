"""The later answer of a person about one thing, by its folded name.

The two engines fold differently, so which names are one is decided here.
"""

from typing import Any

import pandas as pd

from lib.model import Interview
from lib.model.findings import Finding
from lib.text import fold


def latest_first(finding: type[Finding]) -> tuple[Any, ...]:
    """The order in which answers of one kind stand before those they replace."""
    return Interview.held_on.desc(), finding.interview_id.desc(), finding.id.desc()


def later_answers(told: pd.DataFrame, name: str, *of_whom: str) -> pd.DataFrame:
    """The first row of each person and folded name, which is in the column `folded`.

    `told` has the latest first; `of_whom` are the columns beside the name that make a thing.
    """
    folded = told.assign(folded=told[name].map(fold).astype("str"))
    return folded[~folded.duplicated([*of_whom, "person_id", "folded"])]
