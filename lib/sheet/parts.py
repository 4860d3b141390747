"""A line of a cell as parts: bare words, words in quotation marks, and `key: value`.

Inside double quotation marks a backslash stands before a quotation mark or a backslash, and
`\\n` and `\\r` are line ends, `\\<` a sign that begins no `<br>`, so that a line
of a cell is always a line of the file's cell.
"""

import re
from dataclasses import dataclass
from functools import cache

from lib.text import timed, unmarked, untimed

_QUOTED = r'"((?:[^"\\]|\\.)*)"\s*'
_ESCAPED = re.compile(r"\\([\\\"nr<])")
_MEANS = {"\\": "\\", '"': '"', "n": "\n", "r": "\r", "<": "<"}
_BREAK = re.compile(r"<(?=br\s*/?>)", re.I)


@dataclass(frozen=True)
class Part:
    """One part: its key, if any, its text, whether it was quoted, and where it ends."""

    key: str
    text: str
    quoted: bool
    end: int


def split(line: str, *, keys: tuple[str, ...] = (), at: str = ";") -> list[Part]:
    """The parts of a line between the characters of `at`; only the known keys are keys."""
    found: list[Part] = []
    key_of, quoted, bare = _patterns(keys, at)
    start = 0
    while start <= len(line):
        keyed = key_of.match(line, start)
        begin = keyed.end() if keyed else start
        match = quoted.match(line, begin)
        text = unescape(match[1]) if match else ""
        if match is None:
            match = bare.match(line, begin)
            assert match is not None  # it matches nothing, too
            text = match[0].strip()
        key = keyed[1].lower() if keyed else ""
        found.append(Part(key, text, match.re is quoted, match.end()))
        start = match.end() + 1
    return found


@cache
def _patterns(keys: tuple[str, ...], at: str) -> tuple[re.Pattern[str], ...]:
    named = "|".join(map(re.escape, keys)) or "(?!)"
    return (
        re.compile(rf"\s*({named})\s*:\s*", re.I),
        re.compile(rf"\s*{_QUOTED}(?=[{at}]|$)", re.S),
        re.compile(rf"[^{at}]*", re.S),
    )


def quote(text: str) -> str:
    """The text in quotation marks, on one line."""
    escaped = _BREAK.sub(r"\\<", text.replace("\\", "\\\\").replace('"', '\\"'))
    return '"' + escaped.replace("\n", "\\n").replace("\r", "\\r") + '"'


def unescape(text: str) -> str:
    """The text that `quote` put between the marks."""
    return _ESCAPED.sub(lambda match: _MEANS[match[1]], text)


def note_line(text: str) -> str:
    """One note as a line; a leading backslash says that it is escaped."""
    if text.startswith("\\") or unmarked(text) != [text] or untimed(text)[0]:
        return "\\" + quote(text)[1:-1].replace('\\"', '"')
    return text


def timed_line(line: str) -> str:
    """A note as a page has it, with its time before it where a recording says so, as a line."""
    said_at, text = untimed(line)
    return timed(said_at, note_line(text))


def note_of(line: str) -> str:
    """The note of a line."""
    return unescape(line[1:]) if line.startswith("\\") else line
