"""How words are compared and what text may hold: folding for look-ups, cleaning for storage."""

import re
import unicodedata
from hashlib import sha256

from lib.errors import Refused

_SPACE = re.compile(r"\s+")
_FORBIDDEN = re.compile("[\x00\ud800-\udfff]")


def fold(text: str) -> str:
    """The key under which two spellings are one: NFKC, case folded, white space collapsed.

    Punctuation stays, so that C, C++, C# and .NET remain four skills.
    """
    return _SPACE.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def names(text: str, name: str) -> bool:
    """Whether the text holds the name as whole words, in any capitals.

    C is not in C++ or C#, nor .NET in ASP.NET; initials (R, C, Go) only in their own capitals.
    """
    exact = initials(name)
    held, sought = (unicodedata.normalize("NFKC", t) if exact else fold(t) for t in (text, name))
    whole = rf"(?<![\w.+#]){re.escape(sought.strip())}(?![\w+#])"
    return bool(sought.strip() and re.search(whole, held))


def initials(name: str) -> bool:
    """Whether a name is a letter or two, which is also a word or somebody's initials."""
    return len(name.strip()) < 3 and name.strip().isalpha()


def digest(*texts: str) -> str:
    """A short key for folded texts, that is safe in an address and in the key of a mark."""
    return sha256("\x00".join(map(fold, texts)).encode()).hexdigest()[:16]


def clean(text: str, *, most: int, what: str) -> str:
    """The text, trimmed; refuses NUL, lone surrogates (no database keeps them) and over-length."""
    if _FORBIDDEN.search(text):
        raise Refused(f"{what} holds a character that cannot be stored. Please type it again.")
    stripped = text.strip()
    if len(stripped) > most:
        raise Refused(f"{what} is {len(stripped):,} characters long; at most {most:,} are kept.")
    return stripped


_TIMED = re.compile(r"\[(\d{1,3}:[0-5]\d:[0-5]\d)\] (?=\S)")


def timed(said_at: str, text: str) -> str:
    """A line with where a recording has it before it, if that is known.

    >>> timed("0:12:34", "Ann: hello"), timed("", "hello")
    ('[0:12:34] Ann: hello', 'hello')
    """
    return f"[{said_at}] {text}" if said_at else text


def untimed(line: str) -> tuple[str, str]:
    """Where a recording has a line ("" where it does not say so), and its words.

    >>> untimed("[0:12:34] Ann: hello"), untimed("hello")
    (('0:12:34', 'Ann: hello'), ('', 'hello'))
    """
    found = _TIMED.match(line)
    return (found[1], line[found.end() :]) if found else ("", line)


_BREAK = re.compile(r"(?<!\\)<br\s*/?>|\r\n|\r|\n", re.I)
_BULLETS = "•‣▪◦●○■□▸►➤✓✔☐☑·"
_MARK = re.compile(rf"(?:(?:[-*+–—→]|\(?\d{{1,2}}[.)]|\[[ xX]?\])(?:\s+|$)|[{_BULLETS}]\s*)+")
_AGAIN = re.compile(rf"\s+(?=[{_BULLETS}]\s)")


def lines(text: str) -> list[str]:
    """The lines of a pasted page that say something, as `unmarked` gives those of a cell.

    Where some begin with + and some with -, a + line and the - lines behind it keep their mark:
    it says what is good and what is hard.
    """
    rows = [row.strip() for row in text.splitlines()]
    weighs = {"+ ", "- "} <= {row[:2] for row in rows}
    found: list[str] = []
    mark = ""
    for row in rows:
        mark = row[:2] if weighs and (row[:2] == "+ " or (row[:2] == "- " and mark)) else ""
        found += [mark + line for line in unmarked(row)]
    return found


def unmarked(text: str) -> list[str]:
    """The lines of a cell that say something, without list marks and outer white space.

    A line also ends where a web page's `<br>` stands, and before a bullet that follows another.

    >>> unmarked("• SQL • Python<br>1. Excel")
    ['SQL', 'Python', 'Excel']
    """
    if not text:
        return []
    parts = (part for line in _BREAK.split(text) for part in _bulleted(line.strip()))
    bare = (_MARK.sub("", part, count=1).strip() if _MARK.match(part) else part for part in parts)
    return [line for line in bare if line]


def _bulleted(line: str) -> list[str]:
    return _AGAIN.split(line) if _MARK.match(line) else [line]
