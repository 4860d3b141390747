"""A sentence that the conversations carry, and the groups of people it is weighed by."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from lib.frames import records
from lib.statistics.claims import Voice

Asked = dict[tuple[str, str], dict[str, str]]
"""By field and topic: who was asked, and the group they belong to."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as Markdown, with what ranks it and the key its evidence opens by."""

    kind: str
    words: str
    key: str
    label: str
    """What the evidence is of."""
    people: int
    """Who open under the key."""
    strength: float
    groups: int
    agreed: bool = True
    """Of pay: whether they meet, once."""


def groups_of(asked: pd.DataFrame) -> Asked:
    """By field and topic: the group of everybody asked; a person without employer is their own."""
    found: Asked = {}
    for row in records(asked):
        group = row["employer"] or row["person_id"]
        found.setdefault((row["field_id"], row["topic"]), {})[row["person_id"]] = group
    return found


def voices(groups: dict[str, str], said: Iterable[str]) -> list[Voice]:
    """A pair for everybody asked: their group, and whether they are among those who said it."""
    those = set(said)
    return [(group, person in those) for person, group in groups.items()]
