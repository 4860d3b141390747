"""Words as a search compares them, the same on both engines.

A token is a word without case and accents, C++, C# and .NET among them. Each is written as the
hexadecimal digits of its letters: so neither engine's own idea of a word comes into it, and what
is typed can never be part of a query's grammar.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from lib.findings import KINDS
from lib.text import fold

MOST = 5_000
"""Tokens of one text that are found; a page of notes has some hundred."""
LONGEST = 60
_TOKEN = re.compile(r"(?<![\w.])\.\w+|\w+[+#]*")
_PHRASE = re.compile(r'"([^"]*)"')
SEARCHED: dict[str, tuple[str, str]] = {
    "note": ("text", "note"),
    "interview": ("takeaway", "takeaway"),
    **{kind.table.__tablename__: ("quote", "quote") for kind in KINDS},
}
"""The tables that are searched: the column of words, and what a result is called."""


def plain(text: str) -> str:
    """The text without case and accents, letter for letter where that is possible."""
    letters = unicodedata.normalize("NFKD", fold(text))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def tokens(text: str) -> list[str]:
    """The words of a text in their order."""
    return [token[:LONGEST] for token in _TOKEN.findall(plain(text))]


def written(token: str) -> str:
    """A token as the indexes hold it; what begins alike begins alike here too."""
    return "x" + token.encode().hex()


def owner(explorer_id: UUID) -> str:
    """A token of the explorer's own: with it an index looks at their rows alone."""
    return f"o{explorer_id.hex}"


def body(explorer_id: UUID, text: str) -> str:
    """What is kept for a text."""
    return " ".join([owner(explorer_id), *(written(token) for token in tokens(text)[:MOST])])


def rows(table: str, explorer_id: UUID, many: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of `search_text` for rows of a table; those without words have none."""
    column, kind = SEARCHED[table]
    return [
        {
            **{"explorer_id": explorer_id, "id": row["id"], "kind": kind},
            "interview_id": row["id"] if table == "interview" else row["interview_id"],
            "body": body(explorer_id, row[column]),
        }
        for row in many
        if row.get(column)
    ]


@dataclass(frozen=True)
class Wanted:
    """What is looked for: phrases of one or more tokens, the last one perhaps still being typed."""

    phrases: tuple[tuple[str, ...], ...]
    unfinished: bool

    @property
    def nothing(self) -> bool:
        """Whether no word was typed."""
        return not self.phrases

    def for_sqlite(self, explorer_id: UUID) -> str:
        """FTS5's grammar."""
        parts = [f'"{" ".join(map(written, phrase))}"' for phrase in self.phrases]
        if self.unfinished:
            parts[-1] += " *"
        return " AND ".join([f'"{owner(explorer_id)}"', *parts])

    def for_postgresql(self, explorer_id: UUID) -> str:
        """The grammar of to_tsquery."""
        parts = [f"({' <-> '.join(map(written, phrase))})" for phrase in self.phrases]
        if self.unfinished:
            parts[-1] = f"{written(self.phrases[-1][0])}:*"
        return " & ".join([owner(explorer_id), *parts])


def wanted(typed: str) -> Wanted:
    """All the words must occur; "in quotes" next to each other; the last may go on."""
    phrases: list[tuple[str, ...]] = []
    rest = typed
    for quoted in _PHRASE.findall(typed):
        phrases.append(tuple(tokens(quoted)))
        rest = rest.replace(f'"{quoted}"', " ", 1)
    loose = [(token,) for token in tokens(rest)]
    found = tuple(phrase for phrase in (*phrases, *loose) if phrase)
    return Wanted(found, unfinished=bool(loose))
