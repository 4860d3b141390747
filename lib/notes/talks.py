"""Several conversations on one page: where each begins, with whom, about what and on which day."""

import re
from dataclasses import dataclass
from functools import cache

from lib.notes.days import behind_day, day_in
from lib.notes.people import NAME
from lib.notes.speaker import Speaker, speaker_of

_HEADED = re.compile(
    r"\s*(?:#{1,4} |={3,}|\*{3,}|-{3,}|who\s*:|(?:interview|call|talk|chat) \d)", re.IGNORECASE
)
LONGEST = 160
"""Characters from which on a line opens no conversation but under a heading's mark."""
NEAR = 2
"""Lines within which a day and a name open one conversation, and not two."""


@dataclass(frozen=True)
class Talk:
    """One conversation of a page: its stretch, and what its first lines tell."""

    start: int
    end: int
    who: Speaker
    day: tuple[int | None, int, int] | None = None
    """Year where it was said, month, day."""


def talks(page: str) -> list[Talk]:
    """The conversations of a page in order; one where nothing tells that there are more."""
    begins = _begins(page)
    ends = [*begins[1:], len(page)]
    found = [_talk(page, start, end) for start, end in zip(begins, ends, strict=True)]
    if len({one.who.name.lower() or one.day or one.start for one in found}) < 2:
        return [_talk(page, 0, len(page))]
    return found


def talk_of(text: str) -> Talk:
    """A text that is one conversation, whatever it holds."""
    return _talk(text, 0, len(text))


def _talk(page: str, start: int, end: int) -> Talk:
    text = page[start:end]
    first = "\n".join([line for line in text.splitlines() if line.strip()][:NEAR])
    return Talk(start, end, speaker_of(text), day_in(first))


def _begins(page: str) -> list[int]:
    """Where conversations begin: at a line that opens one, but not just after another such."""
    begins, at, last = [0], 0, -NEAR - 1
    for number, line in enumerate(page.splitlines(keepends=True)):
        bare = line.strip()
        if bare and _opens(bare):
            if number - last > NEAR and page[:at].strip():
                begins.append(at)
            last = number
        at += len(line)
    return begins


def _opens(line: str) -> bool:
    """Whether a line opens a conversation: with a day, "call with" and a name, or a heading."""
    if _HEADED.match(line):
        return True
    if len(line) >= LONGEST:
        return False
    return (len(line) < 120 and bool(behind_day(line))) or bool(_opened().match(line))


@cache
def _opened() -> re.Pattern[str]:
    way = "call|zoom|coffee|lunch|chat|interview|conversation|meeting|spoke|talk(?:ed)?|tea|drinks?"
    joint = r"(?: \w+)?,? (?:with|w/|w\.?) ?"
    return re.compile(
        rf"\W*(?:[\w']+ ){{0,2}}(?i:{way}){joint}{NAME}"
        rf"|\W*(?:I )?(?:[Mm]et|[Ss]poke to|[Tt]alked to) {NAME}(?!.* next)"
    )
