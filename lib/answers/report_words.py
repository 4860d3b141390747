"""What was typed and released, field by field: quotes and takeaways, who said them and when."""

from collections.abc import Iterator

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.answers.fields import FieldShown
from lib.filters import Filters
from lib.queries.words_told import words_told


def in_words(
    session: Session, viewer: Share, filters: Filters, shown: list[FieldShown]
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Each field with words, as a table of About, Words, Who, When."""
    told = words_told(session, viewer, filters)
    for field in shown:
        here = told[told["field_id"] == field.field_id]
        if here.empty:
            continue
        table = {
            "About": here["kind"].replace("takeaway", "my takeaway"),
            **{"Words": here["words"], "Who": here["person"]},
            "When": here["held_on"].dt.strftime("%B %Y").fillna(""),
        }
        yield field.field, pd.DataFrame(table).reset_index(drop=True)
