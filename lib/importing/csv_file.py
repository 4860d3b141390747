"""Reads delimited text and pasted tables: the delimiter whose table is understood best."""

from lib.errors import Refused
from lib.files.delimited import DELIMITERS, Record, beginning, records_below
from lib.files.pasted import pasted_rows
from lib.importing.elsewhere import PAGE, WHERE, is_prose
from lib.importing.headed import MOST_COLUMNS, too_wide
from lib.importing.matching.tables import SURE, Table, head_score, tables_of

NO_HEADINGS = (
    "The first row has no heading that Fieldwork knows. Name the columns, for example "
    "field, person, held_on, notes; docs/import.md lists them all."
)


def read_csv(text: str) -> list[Table]:
    """The tables of the text; raises Refused where there is none."""
    pasted = pasted_rows(text)
    try:
        rows = list(enumerate(pasted, 1)) if pasted else _rows(text)
    except Refused:
        _refuse_a_wide_one(text)
        raise
    tables = tables_of(rows)
    if not tables:
        _refuse_a_wide_one(text)
    sure = any(head_score([(1, table.headings)]) >= SURE for table in tables)
    if not pasted and not sure and is_prose(text):
        raise Refused(PAGE, where=WHERE)
    if not tables:
        raise Refused(NO_HEADINGS)
    widest = max(len(table.headings) for table in tables)
    if widest > MOST_COLUMNS:
        raise Refused(too_wide(widest))
    return tables


def _rows(text: str) -> list[Record]:
    scores = []
    for place, delimiter in enumerate(DELIMITERS):
        first = list(enumerate(beginning(text, delimiter), 1))
        width = max((len(cells) for _, cells in first), default=0)
        scores.append((head_score(first), width, -place, delimiter))
    return list(records_below(text, max(scores)[3], -1))


def _refuse_a_wide_one(text: str) -> None:
    first = text.split("\n", 1)[0]
    widest = max(first.count(delimiter) for delimiter in DELIMITERS) + 1
    if widest > MOST_COLUMNS:
        raise Refused(too_wide(widest))
