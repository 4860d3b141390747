"""What a search shows: conversations, each with the words around what was found."""

import re
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
from sqlalchemy.orm import Session

from lib import searching
from lib.access.viewer import Explorer
from lib.filters import Filters
from lib.frames import Row, records
from lib.markdown import Markdown, bold, plain
from lib.queries.people import people_known
from lib.queries.search import MOST, texts_found

AROUND = 160
"""Letters shown on either side of the first hit."""


@dataclass(frozen=True)
class Found:
    """One conversation: its heading, and a line for each text with the words in bold."""

    interview_id: str
    heading: Markdown
    lines: tuple[Markdown, ...]


@dataclass(frozen=True)
class SearchAnswer:
    """What was found; `more` says that there may be more than is shown."""

    conversations: tuple[Found, ...]
    texts: int
    more: bool


def search(session: Session, viewer: Explorer, filters: Filters, typed: str) -> SearchAnswer:
    """Conversations in which all the words occur in one text, the latest first."""
    rows = records(texts_found(session, viewer, filters, typed))
    sought = searching.wanted(typed)
    talks = [list(of) for _, of in groupby(rows, key=lambda row: row["interview_id"])]
    return SearchAnswer(
        conversations=tuple(_found(of, sought) for of in talks),
        texts=len(rows),
        more=len(rows) == MOST,
    )


def people_found(session: Session, viewer: Explorer, filters: Filters, typed: str) -> list[Row]:
    """Whoever is known, talked to or not, with all the words in name, role and organisation."""
    sought = searching.wanted(typed)
    words = [token for phrase in sought.phrases for token in phrase]
    if not words:
        return []
    known = records(people_known(session, viewer, filters))
    return [row for row in known if _holds(row, words)]


def _holds(row: Row, words: list[str]) -> bool:
    named = " ".join((row["person"], row["name"], row["role"], row["organisation"]))
    held = searching.tokens(named)
    return all(any(token.startswith(word) for token in held) for word in words)


def _found(rows: list[Row], sought: searching.Wanted) -> Found:
    first = rows[0]
    held = first["held_on"]
    day: str = "" if pd.isna(held) else f"{held.day} {held:%B %Y}"
    parts = [first["person"], first["field"], day]
    lines = (Markdown("{} *({})*").format(_shown(row["text"], sought), row["kind"]) for row in rows)
    return Found(
        interview_id=first["interview_id"],
        heading=Markdown(" · ").join(part for part in parts if part),
        lines=tuple(lines),
    )


def _shown(text: str, sought: searching.Wanted) -> Markdown:
    """The text around the first word found, with every one in bold."""
    flat = " ".join(text.split())
    hits = [one.span() for one in re.finditer(r"\.?\w+[+#]*", flat) if _is_hit(one[0], sought)]
    start = max(0, hits[0][0] - AROUND) if hits else 0
    end = min(len(flat), (hits[0][1] if hits else 0) + AROUND)
    pieces, at = [], start
    for left, right in hits:
        if left < at or right > end:
            continue
        pieces += [plain(flat[at:left]), bold(flat[left:right])]
        at = right
    pieces.append(plain(flat[at:end]))
    return Markdown("{}{}{}").format(
        "… " if start else "", Markdown("").join(pieces), " …" if end < len(flat) else ""
    )


def _is_hit(word: str, sought: searching.Wanted) -> bool:
    held = searching.tokens(word)
    *whole, last = [token for phrase in sought.phrases for token in phrase]
    starts = sought.unfinished and any(token.startswith(last) for token in held)
    return starts or any(token in {*whole, last} for token in held)
