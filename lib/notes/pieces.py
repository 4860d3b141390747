"""A page of notes as pieces: clauses with their place, what heads them, and what they answer."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lib.notes.cues import about

LONGEST_LINE = 2_000
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LEAD = re.compile(r"\s*(?:(?P<bullet>[-*•–—·▪◦‣●○■>+]+|\(?\d{1,2}[.)]|[qa]\d?[.)])\s*)?", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<label>[^\W_](?:[^\W_]|[ '\u2019/&().+-]){0,38}|[$£€+]|[:;]-?[()])\s*(?:[:=]|(?<=[a-z])\s+[-–—](?=\s))\s*(?=\S)"
)
_SPEAKER = re.compile(r"(?P<who>[A-Z][\w.]*(?: [A-Z][\w.\u2019'-]*){0,3}|[QAqa]\d?|[Mm]e|I|you)\s*(?:\(\w+\))?:\s")
_BREAK = re.compile(
    r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=\S)|\s*;\s+|\s+[-–—|]+\s+|(?<=\w)\s*[—]\s*(?=\w)|\s*,?\s+but\s+(?=\w+\s+\w+)"
    r"|\s*\.\.\.?\s+|\s+(?=[*•+]\s)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|vs|approx|ca|no|e\.g|i\.e|incl|yrs?|hrs?|mos?|w|min|max|env|conf|jr|sr)|\b[A-Z])\.$",
    re.IGNORECASE,
)


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
    bullet: str = ""
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
    speakers = _speakers(page)
    asking = _who_asks(page, speakers)
    made: list[Piece] = []
    heading, asked = "", ""
    for number, line in enumerate(_LINE.finditer(page)):
        bullet, start, who = _opened(line[0], speakers)
        text = line[0][start : start + LONGEST_LINE].rstrip()
        if not text.strip():
            continue
        if _is_heading(text):
            heading = text.rstrip(": ")
        found = list(_cut(text, line.start() + start, number, heading, asked, bullet, who in asking and bool(who)))
        made += found
        asks = bool(who and who in asking) or (not who and text.rstrip(" )\"'").endswith("?"))
        asked = text if asks else ("" if who in asking and who else asked)
    return made


def _opened(line: str, speakers: frozenset[str]) -> tuple[str, int, str]:
    """The mark before a line, where its words begin, and who speaks."""
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    bullet = (lead["bullet"] or "") if lead else ""
    said = _SPEAKER.match(line, at)
    if said and said["who"].lower() in speakers:
        return bullet, said.end(), said["who"].lower()
    return bullet, at, ""


def _cut(
    text: str, start: int, line: int, heading: str, asked: str, bullet: str, asker: bool
) -> Iterator[Piece]:
    """The clauses of one line; a label holds until the next one of its line."""
    label, place = "", 0
    for at, clause in _clauses(text):
        headed = _LABEL.match(clause)
        if headed and len(headed["label"].split()) <= 6 and not headed["label"].isdigit():
            label, at, clause = headed["label"], at + headed.end(), clause[headed.end() :]
        elif place and label and clause[:1].isupper() and text[:at].rstrip().endswith((".", "!", "?")):
            label = ""
        bare = clause.strip(" ,;:.\t\"\u201c\u201d")
        if bare:
            offset = clause.index(bare)
            yield Piece(bare, start + at + offset, line, place, label, asked, heading, bullet, asker)
            place += 1
        question = clause.rstrip().endswith("?")
        asked = clause if question and not asker else asked


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for broken in _BREAK.finditer(text):
        if _SHORT.search(text[begin : broken.start()][-8:]) and broken[0].isspace():
            continue
        if text[begin : broken.start()].strip():
            yield begin, text[begin : broken.start()]
        begin = broken.end()
    if text[begin:].strip():
        yield begin, text[begin:]


def _is_heading(text: str) -> bool:
    bare = text.rstrip()
    return len(bare) < 40 and (bare.endswith(":") or (bool(about(bare)) and len(bare.split()) <= 3 and bare[-1].isalpha() and bare[0].isupper()))


def _speakers(page: str) -> frozenset[str]:
    """Who speaks in a transcript: a short name before a colon, on two lines or more."""
    seen: Counter[str] = Counter()
    for line in _LINE.finditer(page):
        said = _SPEAKER.match(line[0].lstrip(" >*-"))
        if said:
            seen[said["who"].lower()] += 1
    usual = {who for who, times in seen.items() if times > 1}
    return frozenset(usual | ({"a", "q"} if {"q", "a"} & usual else set()))


def _who_asks(page: str, speakers: frozenset[str]) -> frozenset[str]:
    """Of the speakers, the one whose lines end in most questions."""
    if not speakers:
        return frozenset()
    known = {"q", "me", "i", "interviewer"} & speakers
    if known:
        return frozenset(known)
    asks: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for line in _LINE.finditer(page):
        said = _SPEAKER.match(line[0].lstrip(" >*-"))
        if said and said["who"].lower() in speakers:
            lines[said["who"].lower()] += 1
            asks[said["who"].lower()] += _asks(line[0].lstrip(" >*-")[said.end() :])
    most = max(sorted(speakers), key=lambda who: asks[who] / max(1, lines[who]))
    return frozenset({most}) if asks[most] * 2 >= lines[most] and asks[most] else frozenset()


def _asks(words: str) -> bool:
    """Whether a line of a transcript reads as a question, with or without its mark."""
    bare = words.strip()
    first = bare.split()[:1]
    short = len(bare.split()) <= 4 and bool(about(bare))
    return bare.endswith("?") or short or bool(first and first[0].lower().startswith(("wh", "how")))
