"""Who speaks in a transcript, line by line, and which of them asks the questions."""

import re
from collections import Counter
from collections.abc import Iterator

from lib.notes.cues import about

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
LEAD = re.compile(
    r"\s*(?:\[\d{1,3}:\d\d:\d\d\] )?"
    r"(?:(?P<bullet>[-*•–—·▪◦‣●○■>+]+|\(?\d{1,2}[.)](?!\d)|[qa]\d?[.)])\s*)*",
    re.IGNORECASE,
)
"""What stands before the words of a line: its time, and a mark or a number of a list."""
SPEAKER = re.compile(
    r"(?P<who>[A-Z][\w.]*(?: [A-Z][\w.\u2019'-]*){0,3}|[QAqa]\d?|[Mm]e|I|you)\s*(?:\(\w+\))?:\s"
)
_ASKERS = frozenset({"q", "me", "i", "interviewer"})


def speakers_of(page: str) -> frozenset[str]:
    """Who speaks: a short name before a colon, on two lines or more, in lower case."""
    seen = Counter(who for who, _ in _spoken(page))
    usual = {who for who, times in seen.items() if times > 1}
    return frozenset(usual | ({"a", "q"} if {"q", "a"} & usual else set()))


def who_asks(page: str, speakers: frozenset[str]) -> frozenset[str]:
    """Of the speakers, those known to ask, else the one whose lines are mostly questions."""
    if not speakers or _ASKERS & speakers:
        return _ASKERS & speakers
    asks: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for who, words in _spoken(page):
        if who in speakers:
            lines[who] += 1
            asks[who] += _asks(words)
    most = max(sorted(speakers), key=lambda who: asks[who] / max(1, lines[who]))
    return frozenset({most}) if asks[most] * 2 >= lines[most] > 0 else frozenset()


def _spoken(page: str) -> Iterator[tuple[str, str]]:
    """Each line that begins with a name and a colon: the name, and what is said."""
    for line in LINE.finditer(page):
        lead = LEAD.match(line[0])
        bare = line[0][lead.end() if lead else 0 :]
        said = SPEAKER.match(bare)
        if said:
            yield said["who"].lower(), bare[said.end() :]


def _asks(words: str) -> bool:
    """Whether a line of a transcript reads as a question, with or without its mark."""
    bare = words.strip()
    first = bare.split()[:1]
    short = len(bare.split()) <= 4 and bool(about(bare))
    return bare.endswith("?") or short or bool(first and first[0].lower().startswith(("wh", "how")))
