"""People to meet: names behind words such as "talk to" and "call"; who was talked to is none."""

import re
from functools import cache

from lib.notes.found import PersonFound
from lib.notes.pieces import Piece
from lib.notes.words import alternatives, members, rule

MOST_BETWEEN = 6
"""Words between "talk to" and a name: "her supervisor, Renee"."""
TITLES = r"(?:Dr|Mr|Mrs|Ms|Prof|Frau|Herr|Mme|Sra?|Don|Doña)"
NAME = (
    rf"(?:{TITLES}\.? )?[A-Z][\w'’-]+"
    r"(?: (?:van|de|der|von|da|del|al|bin) [A-Z][\w'’-]+| [A-Z][\w'’-]+| [A-Z]\.)*"
)
_TAIL = r"(?P<tail>(?:,? (?:in|at|from|who|the|her|his|their|a|for|of|over at) [^.;\n]{2,50})?)"
_ALONE = re.compile(rf"(?P<name>{NAME})(?P<tail>[ ,(].*)?$")
_OWNER = re.compile(r"(?:to |with )?(?:her|his|the|their|my) (?P<role>[\w -]{3,30})$")
_BEFORE_ROLE = re.compile(r"^(?:who(?:'s| is)?|the|her|his|in|at|from|a|an|of)\b\s*")


@cache
def _meet() -> re.Pattern[str]:
    cue = "|".join(alternatives("people", "meet"))
    gap = r"(?P<gap>[^.;!?\n]{0,45}?)"
    return re.compile(rf"(?<!\w)(?P<cue>(?i:{cue}))\b{gap}(?<![\w.])(?P<name>{NAME}){_TAIL}")


def people_of(piece: Piece, speaker: str) -> list[PersonFound]:
    """The people that one clause says to meet, but not the one who speaks."""
    if piece.asker:
        return []
    labelled = rule("people", "labels").match(piece.label)
    if labelled and (alone := _ALONE.match(piece.text)) and _is_name(alone["name"], speaker):
        return [_person(piece, alone, "")]
    return [
        _person(piece, told, told["gap"].strip(" ,"))
        for told in _meet().finditer(piece.text)
        if _is_name(told["name"], speaker) and _to_be_met(piece.text, told)
    ]


def _to_be_met(text: str, told: re.Match[str]) -> bool:
    """Whether the words ask for a meeting: what is called or tried is often a thing."""
    cue, gap = told["cue"].lower(), told["gap"].strip()
    if rule("people", "past").match(told[0]) or len(gap.split()) > MOST_BETWEEN:
        return False
    if cue == "met" and " next" not in text:
        return False
    if rule("people", "loose").fullmatch(cue):
        return not gap or bool(rule("people", "between").fullmatch(gap))
    before = text[: told.start()].lower()
    return not before.endswith((" i ", " we ")) and before not in {"i ", "we "}


def _person(piece: Piece, told: re.Match[str], gap: str) -> PersonFound:
    name = told["name"].rstrip(".,;: ")
    tail = _BEFORE_ROLE.sub("", (told["tail"] or "").strip(" ,;:.()"))
    owner = _OWNER.match(gap)
    start = told.start("name")
    role = owner["role"] if owner else tail[:60]
    return PersonFound(piece.text[start : start + len(name)], piece.start + start, name, role)


def _is_name(name: str, speaker: str) -> bool:
    words = name.replace(".", "").split()
    if not words or words[0] in members("no_names"):
        return False
    if any(len(word) > 1 and word.isupper() for word in words):
        return False
    return words[0].lower() not in speaker.lower().split()[:1]
