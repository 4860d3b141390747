"""Where the work is going."""

from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Word
from lib.findings.said import stated
from lib.model import OutlookFinding
from lib.records import OutlookSaid
from lib.words import Direction


def words(row: Row) -> list[str]:
    """`growing`."""
    return [stated(row["direction"])]


OUTLOOK = Kind(
    list_of="outlooks",
    record=OutlookSaid,
    table=OutlookFinding,
    topic="outlook",
    counts_by="direction",
    parts=(Word(name="direction", words=Direction),),
    alike=("direction",),
    sorts=(Sort("outlook", "outlook"),),
    words=words,
    tag=lambda said: ("outlook", said.direction),
    meaning="Where the work is going.",
    one="What they expect",
    cells=(Cell("outlook", "future, trend, growth, industry outlook, job outlook"),),
    what="where the field is going: growing, steady, shrinking, changing",
    replaced=True,
)
