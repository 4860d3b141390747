"""Who spoke: name, role and field, from the lines that open a conversation."""

import re
from dataclasses import dataclass
from functools import cache

from lib.notes.days import behind_day
from lib.notes.people import NAME
from lib.notes.tokens import commonness
from lib.notes.words import alternatives, members
from lib.text import untimed

HEAD, LINES = 2_000, 4
"""Characters and lines in which a speaker is looked for."""
_LEADING = re.compile(rf"^\W*(?P<name>{NAME})\s*(?:[,(:–-]|$|\bis\b|who)")
_FIELD = re.compile(
    r"^\s*(?:field|industry|area|line of work|about)\s*[:=]\s*(?P<field>[^\n,;.]{2,60})",
    re.IGNORECASE | re.MULTILINE,
)
_WORK = re.compile(
    r"\b(?:works? in|moved into|career in|working in|job in|moving (?:\w+ ){0,2}to)\s+"
    r"(?P<field>[a-z][\w-]+(?: [a-z][\w-]+)?)",
    re.IGNORECASE,
)


_ASKED = re.compile(r"\b(?:should|said|says|told|must|can|to)\b", re.IGNORECASE)
"""Before a name: somebody to be met, and not the one who spoke."""


@dataclass(frozen=True)
class Speaker:
    """Who spoke, as far as the first lines tell: each may be empty."""

    name: str = ""
    role: str = ""
    field: str = ""


@cache
def _opened() -> re.Pattern[str]:
    words = "|".join(alternatives("speaker", "opened"))
    joint = r"[^.\n]{0,24}?(?:\b(?:with|w|to|on|from|at|about|named)\b|w/|[:,-])?[^.\n]{0,30}?"
    return re.compile(rf"\b(?i:{words})\b{joint}(?<!\w)(?P<name>{NAME})")


@cache
def _role_rule() -> re.Pattern[str]:
    words = "|".join(alternatives("speaker", "role"))
    return re.compile(rf"(?P<role>(?:[\w/&'-]+ ){{0,3}}?(?:{words}))\b(?!-)", re.IGNORECASE)


def speaker_of(page: str) -> Speaker:
    """The speaker of one conversation; what the first lines do not say stays empty."""
    opening = [untimed(line.strip())[1] for line in page[:HEAD].splitlines() if line.strip()]
    opening = opening[:LINES]
    name, behind = _name(opening)
    role = _role(behind) or next(filter(None, (_role(line[:120]) for line in opening[:2])), "")
    said = _FIELD.search(page[:HEAD]) or _WORK.search("\n".join(opening)[:600])
    field = said["field"].strip() if said else role[:1].upper() + role[1:]
    return Speaker(name, role, field)


def _name(opening: list[str]) -> tuple[str, str]:
    """The name, and the words behind it."""
    for line in (one[behind_day(one) :] for one in opening):
        for way in (_opened(), _LEADING):
            found = way.search(line[:200])
            if found and not _ASKED.search(line[: found.start()]) and not _is_common(found["name"]):
                return found["name"].rstrip("., "), line[found.end("name") : 200]
    return "", ""


def _is_common(name: str) -> bool:
    """Whether what looks like a name is an ordinary word, initials or a day."""
    first = name.split(maxsplit=1)[0].rstrip(".")
    low = first.lower()
    return commonness(low) > 5.2 or low in members("days") or (first.isupper() and len(first) > 1)


def _role(text: str) -> str:
    for found in _role_rule().finditer(text):
        words = found["role"].split()
        while words and (words[0].lower() in members("role_leads") or not words[0][0].isalpha()):
            words = words[1:]
        if words and words[-1].lower() not in members("no_roles") and len(words[-1]) > 3:
            return " ".join(words[-3:]).strip(" ,.-'")
    return ""
