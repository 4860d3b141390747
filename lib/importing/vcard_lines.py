"""The lines of a vCard as they are written: names, parameters and whole values, nothing guessed.

In version 2.1 a comma is text everywhere; in 3.0 and 4.0 it is text in what has one value.
"""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator
from dataclasses import dataclass
from quopri import decodestring

_FOLDED = re.compile(r"\r?\n[ \t]")
_QUOTED_PRINTABLE = re.compile(r"[;=]QUOTED-PRINTABLE", re.I)
_LINE = re.compile(
    r"(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<more>(?:;(?:\"[^\"]*\"|[^\":;])*)*):(?P<value>.*)", re.S
)
_PARAMETER = re.compile(r";((?:\"[^\"]*\"|[^\":;])*)")
_ESCAPED = re.compile(r"\\(.)", re.S)
_OLD_ESCAPED = re.compile(r"\\([;:,\\])")


class NoLine(ValueError):
    """What stands here is no line of a card."""


@dataclass(frozen=True)
class Line:
    """One property: its name and parameters in capitals, and its value as it is written."""

    name: str
    parameters: dict[str, list[str]]
    raw: str
    old: bool
    """Whether the card is of version 2.1."""

    def text(self) -> str:
        """The whole value as one text."""
        return self._plain(self.raw)

    def parts(self) -> list[str]:
        """The values between semicolons, each a text with its commas."""
        return [self._plain(part) for part in _split(self.raw, ";")]

    def listed(self) -> list[str]:
        """The values between commas."""
        return [self._plain(part) for part in _split(self.raw, ",")]

    @property
    def preference(self) -> int:
        """1 for what is preferred most; a hundred and one where nothing was said."""
        said = self.parameters.get("PREF", [])
        if said and said[0].isdigit():
            return int(said[0])
        types = {word.upper() for word in self.parameters.get("TYPE", [])}
        return 1 if "PREF" in types or "PREF" in self.parameters else 101

    def _plain(self, value: str) -> str:
        if self.old:
            return _OLD_ESCAPED.sub(r"\1", value).strip()
        return _ESCAPED.sub(_meant, value).strip()


def read_lines(card: str) -> list[Line]:
    """Every property of a card, decoded; raises NoLine for what cannot be one."""
    unfolded = _FOLDED.sub("", _without_soft_ends(card)).splitlines()
    old = any(re.match(r"VERSION:\s*2", line, re.I) for line in unfolded)
    return [_line(line, old) for line in unfolded if line.strip()]


def _without_soft_ends(card: str) -> str:
    """A quoted-printable value goes on where its line ends with an equals sign."""
    kept: list[str] = []
    goes_on = False
    for line in card.split("\n"):
        bare = line.rstrip("\r")
        starts = bool(_QUOTED_PRINTABLE.search(bare.partition(":")[0]))
        if goes_on:
            kept[-1] = kept[-1][:-1] + bare.lstrip(" \t")
        else:
            kept.append(bare)
        goes_on = (goes_on or starts) and bare.endswith("=")
    return "\n".join(kept)


def _line(line: str, old: bool) -> Line:
    match = _LINE.fullmatch(line)
    if match is None:
        raise NoLine(line[:40])
    parameters = _parameters(match["more"])
    return Line(match["name"].upper(), parameters, _decoded(match["value"], parameters), old)


def _parameters(more: str) -> dict[str, list[str]]:
    """The parameters; a bare word is a type, as version 2.1 writes them."""
    found: dict[str, list[str]] = {}
    for parameter in _PARAMETER.findall(more):
        name, equals, value = parameter.partition("=")
        bare = name.strip().upper()
        if not equals:
            key, value = ("ENCODING" if bare in _ENCODINGS else "TYPE"), name
        else:
            key = bare
        found.setdefault(key, []).extend(one.strip().strip('"') for one in value.split(","))
    return found


_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}


def _decoded(value: str, parameters: dict[str, list[str]]) -> str:
    encoding = next(iter(parameters.get("ENCODING", [])), "").upper()
    letters = next(iter(parameters.get("CHARSET", [])), "utf-8")
    if encoding == "QUOTED-PRINTABLE":
        told = decodestring(value.encode())
    elif encoding in ("BASE64", "B"):
        try:
            told = b64decode("".join(value.split()), validate=True)
        except (BadBase64, ValueError) as error:
            raise NoLine(value[:40]) from error
    else:
        return value
    for name in (letters, "utf-8", "cp1252"):
        try:
            return told.decode(name).replace("\r\n", "\n")
        except (UnicodeDecodeError, LookupError):
            continue
    raise NoLine(value[:40])


def _split(value: str, at: str) -> Iterator[str]:
    """The parts between the character, except where a backslash stands before it."""
    start = place = 0
    while place < len(value):
        if value[place] == "\\":
            place += 1
        elif value[place] == at:
            yield value[start:place]
            start = place + 1
        place += 1
    yield value[start:]


def _meant(match: re.Match[str]) -> str:
    return "\n" if match[1] in "nN" else match[1]
