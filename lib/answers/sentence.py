"""A sentence that the conversations carry, and the groups of people it is weighed by."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from lib import statistics
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.statistics.claims import Voice

Groups = dict[str, str]
"""The group that each person belongs to."""
Asked = dict[tuple[str, str], Groups]
"""By field and topic: who was asked, and the group they belong to."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as Markdown, with what ranks it and the key its evidence opens by."""

    kind: str
    words: Markdown
    key: str
    label: str
    """What the evidence is of."""
    people: int
    """Who open under the key."""
    strength: float
    groups: int
    agreed: bool = True
    """Of pay: whether they do not split."""


def groups_of(asked: pd.DataFrame, employed: pd.DataFrame) -> Asked:
    """By field and topic: the group of everybody asked, by the employers of that field's voices."""
    within = groups_by_field(employed)
    found: Asked = {}
    for row in records(asked):
        group = within[row["field_id"]][row["person_id"]]
        found.setdefault((row["field_id"], row["topic"]), {})[row["person_id"]] = group
    return found


def groups_by_field(employed: pd.DataFrame) -> dict[str, Groups]:
    """For statements about one field: its voices by who hangs together there."""
    rows: dict[str, list[Row]] = {}
    for row in records(employed):
        rows.setdefault(row["field_id"], []).append(row)
    return {field: _connected(of_field) for field, of_field in rows.items()}


def groups_over_all(employed: pd.DataFrame) -> Groups:
    """For statements over fields: everybody by who hangs together anywhere."""
    return _connected(records(employed))


def _connected(rows: list[Row]) -> Groups:
    found = statistics.connected((row["person_id"], row["employer"]) for row in rows)
    return {person: str(group) for person, group in found.items()}


def voices(groups: Groups, said: Iterable[str]) -> list[Voice]:
    """A pair for everybody asked: their group, and whether they are among those who said it."""
    those = set(said)
    return [(group, person in those) for person, group in groups.items()]
