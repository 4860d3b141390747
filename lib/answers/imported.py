"""What a press or a file brought, in words: conversations, people, fields and skills."""

from collections.abc import Mapping
from typing import Any

from lib.answers.words import counted, listed

MOST_ALONE = 2
"""A press that added no more rows of a kind than this says itself what it did."""


def what_it_did(row: Mapping[str, Any]) -> str:
    """`: 9 conversations, 4 people and 2 skills added, 1 changed`, where its name tells less."""
    if row["talks"] + row["people"] <= MOST_ALONE:
        return ""
    added = listed(parts(row))
    changed = f"{row['changed']:,} changed" if row["changed"] else ""
    return ": " + ", ".join(filter(None, (f"{added} added", changed)))


def parts(row: Mapping[str, Any]) -> list[str]:
    """`9 conversations`, `4 people`, ...: what there is of each."""
    words = {"talks": ("conversation", ""), "people": ("person", "people")}
    words |= {"fields": ("field", ""), "skills": ("skill", "")}
    return [counted(row[key], *word) for key, word in words.items() if row[key]]
