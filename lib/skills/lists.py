"""Lists of one's own skills: each name as it was written, nothing guessed."""

import re
from dataclasses import dataclass
from unicodedata import category

from lib.errors import Refused
from lib.sheet import original
from lib.text import fold, lines

MOST = 500
"""Skills of one list; somebody's whole profile has well under a hundred."""

HEADINGS = {
    "skill": "skill, skills, name, skill name, skill_name, my skill, my skills, competence",
    "level": "level, rating, proficiency, how well, score, skill level, stars",
    "shown": "shown, where shown, where i showed it, where, evidence, example, examples, proof",
}
_COLUMN = {name: column for column, names in HEADINGS.items() for name in names.split(", ")}

LEVEL_WORDS = {
    1: "heard of it, heard, novice",
    2: "tried it, tried, beginner, basic, basics, elementary",
    3: "can do it, can, intermediate, good, competent",
    4: "do it well, advanced, very good, proficient, fluent",
    5: "teach it, taught it, expert, excellent, native",
}
_LEVEL = {word: level for level, words in LEVEL_WORDS.items() for word in words.split(", ")}

# Between quotation marks and in brackets a comma belongs to the name: "Python (pandas, NumPy)".
_PART = re.compile(r'(?:"[^"]*"|\([^()]*\)|[^,;|\t•·▪●，；、])+')
_WITH_LEVEL = re.compile(r"(.+?)(?:\s*:\s*|\s+[-–—]\s+|\s*\()([1-5])(?:\s*/\s*5)?\)?")
_HEADING = re.compile(r"^[^:,;|()\"]{1,40}:\s+(?=[^,;]+[,;])")

EMPTY = "There is no skill in this. Write one a line, or with commas between."


@dataclass(frozen=True)
class Listed:
    """One skill of a list: the words, how well if that was said, and where it was shown."""

    typed: str
    level: int | None = None
    shown: str = ""
    row: int = 0
    """Where it stands in a file with headings."""


def typed_list(text: str) -> list[Listed]:
    """The skills of a pasted text: lines, bullets, commas or semicolons; `SQL: 4` has a level."""
    found = [
        _with_level(bare(part))
        for line in lines(text)
        for part in _PART.findall(_HEADING.sub("", line))
    ]
    return checked(found, EMPTY)


def is_skill_list(headings: list[str]) -> bool:
    """Whether these are the headings of a list of skills and of nothing else."""
    columns = [column_of(heading) for heading in headings]
    return "skill" in columns and None not in columns and len(set(columns)) == len(columns)


def level_of(text: str) -> int | None:
    """1 to 5 as a figure, of five, or as a word; None where it is none of these."""
    word = fold(text).removesuffix("/5").strip()
    if word in _LEVEL:
        return _LEVEL[word]
    figure = word.removesuffix(".0").removesuffix(",0")
    return int(figure) if figure in {"1", "2", "3", "4", "5"} else None


def column_of(heading: str) -> str | None:
    """skill, level or shown, whatever the heading calls it; None for any other."""
    return _COLUMN.get(fold(original(heading)))


def bare(part: str) -> str:
    """Without quotation marks, signs of no width, and more than one space at a time."""
    return " ".join(part.replace("\u200b", "").replace("\ufeff", "").split()).strip('"').strip()


def _with_level(part: str) -> Listed:
    found = _WITH_LEVEL.fullmatch(part)
    return Listed(found[1].strip(), int(found[2])) if found else Listed(part)


def checked(found: list[Listed], nothing: str) -> list[Listed]:
    """Those with a name; refuses none, too many, and what no skill can be."""
    named = [one for one in found if one.typed]
    if not named:
        raise Refused(nothing)
    if len(named) > MOST:
        raise Refused(
            f"These are {len(named):,} skills; at most {MOST} are read at once. Bring a part of "
            "them first."
        )
    long = next((one.typed for one in named if len(one.typed) > 200), None)
    if long:
        raise Refused(f"“{long[:60]}...” is too long for a skill. Put each on a line of its own.")
    if any(category(sign) in {"Cc", "Cs"} for one in named for sign in one.typed):
        raise Refused("This holds signs that are no text. Copy the skills as plain text.")
    return named
