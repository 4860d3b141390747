"""A line of notes as clauses: at full stops, dashes and "but"; run-on speech at its joints."""

import re
from collections.abc import Iterator

LONG, LONGEST = 18, 60
"""Words from which on a clause is cut at its joints, and the most of one."""
_BREAK = re.compile(
    r"(?<=[.!?])[\"'\u201d\u2019)]*\s+(?=\S)|\s*;\s+|\s+[-–—|]+\s+|(?<=\w)\s*[—]\s*(?=\w)|\s*,?\s+but\s+(?=\w+\s+\w+)"
    r"|\s*\.\.\.?\s+|\s+(?=[*•+]\s)",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|vs|approx|ca|no|e\.g|i\.e|incl|yrs?|hrs?|mos?|w|min|max|env|conf|jr|sr)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")
_JOINT = re.compile(
    r"(?:,?\s+(?:and|so|then|but|also|because|okay|ok|well|oh|comma|period|full stop)|,)+\s+"
    r"(?=(?:i|he|she|they|you|we|it|there|that's|it's|he's|she's|you're|his|her|what"
    r"|the (?:bad|worst|best|good|hard|pay|money|training)"
    r"|worst|best|pay|money|starting|says|said|you'd|they're|nobody|everybody|most)\b)",
    re.IGNORECASE,
)


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Where each clause begins, and its words; run-on speech is cut at its joints."""
    for at, clause in _sentences(text):
        if len(clause) < LONG * 3 or clause.count(" ") < LONG:
            yield at, clause
            continue
        begin = 0
        for joint in [*_JOINT.finditer(clause), None]:
            end = joint.start() if joint else len(clause)
            yield from _short_enough(clause[begin:end], at + begin)
            begin = joint.end() if joint else end


def _short_enough(clause: str, at: int) -> Iterator[tuple[int, str]]:
    words = list(_WORD.finditer(clause))
    for first in range(0, len(words), LONGEST):
        last = words[min(first + LONGEST, len(words)) - 1].end()
        yield at + words[first].start(), clause[words[first].start() : last]


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    begin = 0
    for broken in _BREAK.finditer(text):
        if _SHORT.search(text[begin : broken.start()][-8:]) and broken[0].isspace():
            continue
        if text[begin : broken.start()].strip():
            yield begin, text[begin : broken.start()]
        begin = broken.end()
    if text[begin:].strip():
        yield begin, text[begin:]
