"""What was typed and released, field by field: quotes and takeaways, who said them and when."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy.orm import Session

from lib.answers.evidence import behind
from lib.answers.fields import FieldShown
from lib.charts.base import key
from lib.filters import Filters
from lib.frames import records
from lib.viewer import Share

TOPIC = {"interest": "my takeaway"}


def in_words(
    session: Session, viewer: Share, filters: Filters, shown: list[FieldShown]
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each field with words, as a table of About, Words, Who, When."""
    if not (viewer.quotes or viewer.interest):
        return
    for field in shown:
        told = behind(session, viewer, filters, key("things", field.field_id))
        told = told[told["quote"] != ""]
        if told.empty:
            continue
        rows = [
            (
                TOPIC.get(row["kind"], row["kind"]),
                *(row["quote"], row["person"]),
                f"{row['held_on']:%B %Y}" if not pd.isna(row["held_on"]) else "",
            )
            for row in records(told.sort_values("kind", kind="stable"))
        ]
        yield field.field, pd.DataFrame(rows, columns=["About", "Words", "Who", "When"])
