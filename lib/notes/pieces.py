"""A page of notes as pieces: clauses with their place, what heads them, and what they answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lib.notes.clauses import clauses
from lib.notes.cues import about
from lib.notes.transcripts import LEAD, LINE, SPEAKER, speakers_of, who_asks

_LABEL = re.compile(
    r"(?P<label>[^\W_](?:[^\W_]|[ '\u2019/&().+-]){0,38}|[$£€+]|[:;]-?[()])"
    r"\s*(?:[:=]|(?<=[a-z])\s+[-–—](?=\s))\s*(?=\S)"
)
_PLUS = re.compile(r"^[ \t]{0,9}\+ ?[^\W\d]", re.MULTILINE)
_MINUS = re.compile(r"^[ \t]{0,9}- ?[^\W\d]", re.MULTILINE)
MOST_LABEL = 6
"""Words of a label."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A clause of the page; `label` heads it, `asked` is the question it answers."""

    text: str
    start: int
    line: int
    place: int
    """Which piece of its line it is."""
    label: str = ""
    asked: str = ""
    heading: str = ""
    asker: bool = False
    """Whether the one who asks the questions said it: then it is no finding."""

    @property
    def end(self) -> int:
        """The place behind its last character."""
        return self.start + len(self.text)

    @property
    def context(self) -> frozenset[str]:
        """The topics of what heads it: its label, else its heading and its question."""
        return about(self.label) if self.label else about(self.heading) | about(self.asked)


def pieces(page: str) -> list[Piece]:
    """Every clause of the page, in order."""
    speakers = speakers_of(page)
    asking = who_asks(page, speakers)
    made: list[Piece] = []
    heading, asked, behind, side = "", "", 0, ""
    weighed = _PLUS.search(page) and _MINUS.search(page)
    for number, line in enumerate(LINE.finditer(page)):
        bullet, start, who = _opened(line[0], speakers)
        text = line[0][start:].rstrip()
        if not text.strip() or _is_noise(text):
            continue
        if heading and made and made[-1].heading and page.count("\n", behind, line.start()) > 1:
            heading = ""
        heading = text.rstrip(": ") if _is_heading(text) else heading
        if text.endswith(":") and heading:
            behind = line.end()
            continue
        asker = who in asking
        side = _side(bullet, side) if weighed else ""
        like = Piece("", 0, number, 0, side, asked, heading, asker)
        made += _cut(text, line.start() + start, like)
        if asker or (not who and text.rstrip(" )\"'").endswith("?")):
            asked = text
        behind = line.end()
    return made


def _side(bullet: str, before: str) -> str:
    """What a line's mark says where + and - stand for good and hard: - does behind a + line."""
    return {"+": "+", "-": "minus" if before else ""}.get(bullet, "")


def _is_noise(text: str) -> bool:
    """Whether a line holds more marks than words: no notes, whatever it is."""
    if len(text) < 30:
        return False
    return sum(sign.isalnum() or sign == " " for sign in text) < 0.65 * len(text)


def _opened(line: str, speakers: frozenset[str]) -> tuple[str, int, str]:
    """The mark before a line, where its words begin, and who speaks."""
    lead = LEAD.match(line)
    at = lead.end() if lead else 0
    bullet = (lead["bullet"] or "") if lead else ""
    said = SPEAKER.match(line, at)
    if said and said["who"].lower() in speakers:
        return bullet, said.end(), said["who"].lower()
    return bullet, at, ""


def _cut(text: str, start: int, like: Piece) -> Iterator[Piece]:
    """The clauses of one line; a label holds until the next one of its line."""
    label, place, asked = like.label, 0, like.asked
    for at, clause in clauses(text):
        begun = _labelled(clause)
        if begun:
            label = clause[: begun.end("label")]
        elif place and clause[:1].isupper() and text[:at].rstrip().endswith((".", "!", "?")):
            label = like.label
        words = clause[begun.end() :] if begun else clause
        bare = words.strip(' ,;:.\t"\u201c\u201d')
        if bare:
            place_in = start + at + len(clause) - len(words) + words.index(bare)
            yield replace(like, text=bare, start=place_in, place=place, label=label, asked=asked)
            place += 1
        asked = clause if clause.rstrip().endswith("?") and not like.asker else asked


def _labelled(clause: str) -> re.Match[str] | None:
    """The label that a clause begins with: "likes:", "Pay -"."""
    found = _LABEL.match(clause)
    if not found or found["label"].isdigit() or len(found["label"].split()) > MOST_LABEL:
        return None
    return found


def _is_heading(text: str) -> bool:
    """Whether a line is a heading: it ends in a colon, or is a word or three about a topic."""
    bare = text.rstrip()
    if len(bare) >= 40 or bare.endswith(":"):
        return len(bare) < 40
    short = len(bare.split()) <= 3 and ":" not in bare
    short = short and bare[-1].isalpha() and bare[0].isupper()
    return short and bool(about(bare))
