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
SEARCHED: dict[str, tuple[tuple[str, ...], str]] = {
    "note": (("text",), "note"),
    "interview": (("takeaway",), "takeaway"),
    **{kind.table.__tablename__: (("quote",), "quote") for kind in KINDS},
    "agenda_item": (("text", "answer"), "agenda"),
    "message": (("subject", "text"), "letter"),
    "follow_up": (("text",), "promise"),
    "outcome": (("note",), "outcome"),
}
"""The tables that are searched: the columns of words, and what a result is called."""
BETWEEN = "|"
"""Stands between two columns of one row, so that no phrase reaches from one into the other."""


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


def body(explorer_id: UUID, *texts: str) -> str:
    """What is kept for the texts of one row."""
    each = [" ".join(map(written, tokens(text)[:MOST])) for text in texts]
    return f"{owner(explorer_id)} {f' {written(BETWEEN)} '.join(each)}"


def rows(table: str, explorer_id: UUID, many: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The rows of `search_text` for rows of a table; those without words have none."""
    columns, kind = SEARCHED[table]
    said = [(row, [row[name] for name in columns if row.get(name)]) for row in many]
    return [
        {
            **{"explorer_id": explorer_id, "id": row["id"], "kind": kind},
            "interview_id": row["id"] if table == "interview" else row["interview_id"],
            "body": body(explorer_id, *texts),
        }
        for row, texts in said
        if texts
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
