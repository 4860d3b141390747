"""Reads a CSV: its delimiter, where its headings stand, and the records below them."""

from lib.errors import Refused
from lib.files.delimited import DELIMITERS, beginning, records_below
from lib.importing.headed import MOST_COLUMNS, Headed, headings, times_known, too_wide
from lib.sheet.columns import known_column

NO_HEADINGS = (
    "The first row has no heading that Fieldwork knows. Name the columns, for example "
    "field, person, held_on, notes; docs/import.md lists them all."
)


def read_csv(text: str) -> Headed:
    """The table under the delimiter whose headings are known best; Refused where there is none."""
    found = [(times_known(head, known_column), at, delimiter, head) for delimiter in DELIMITERS
             for at, head in enumerate(beginning(text, delimiter))]  # fmt: skip
    best = max((known for known, *_ in found), default=0)
    if not best:
        _refuse_a_wide_one(text)
        raise Refused(NO_HEADINGS)
    _, at, delimiter, head = next(one for one in found if one[0] == best)
    columns, ignored = headings(head, known_column)
    return Headed(columns, ignored, list(records_below(text, delimiter, at)))


def _refuse_a_wide_one(text: str) -> None:
    first = text.split("\n", 1)[0]
    widest = max(first.count(delimiter) for delimiter in DELIMITERS) + 1
    if widest > MOST_COLUMNS:
        raise Refused(too_wide(widest))
