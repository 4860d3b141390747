"""Text that a screen reads as Markdown: a type of its own, so that what was typed stays text.

A `Markdown` is made from words that stand in the code, and from others that are escaped as they
come in: `Markdown("**{}** pays").format(field)`. A plain `str` is never markup: whatever draws it
escapes it. So a forgotten escape shows signs on a screen; it cannot fetch, link or hide anything.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Any, NamedTuple, SupportsIndex

JOINER = "\u2060"
_MADE_OF_TEXT = re.compile(
    r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)|(?<=:)(?=[a-z+][\w/+-]*:)|(?<=[-<>~])(?=[-=>])",
    re.IGNORECASE,
)
"""Within addresses, names of icons and arrows: of these the screen makes something of its own."""
_SIGNS = re.compile(
    r"[\\`*_\[\]<>|~$^&#@]|(?<!\d):(?=\S)|:(?=[^\s\d])|-(?=[->])|(?<=www)\.|(?<=-)-|^\s*[-+]|(?:^\s*\d+)[.)](?=\s|$)",
    re.IGNORECASE,
)
"""What Markdown may make something of within a line; the last two at its beginning alone."""
_ESCAPED = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~:$^=&]")


class Markdown(str):
    """Words with markup, from the code alone; what is put into them is escaped on the way."""

    __slots__ = ()

    def format(self, *parts: object, **named: object) -> "Markdown":
        """The words with the parts in their places; text that is no Markdown shows as typed."""
        return Markdown(_Filled().vformat(self, parts, named))

    def join(self, parts: Iterable[str]) -> "Markdown":
        """The parts, each shown as it was typed where it is no Markdown."""
        return Markdown(super().join(map(shown, parts)))

    def replace(self, old: str, new: str, count: SupportsIndex = -1) -> "Markdown":
        """Both from the code: a quotation's mark at the beginning of each line, for one."""
        return Markdown(super().replace(old, new, count))

    def capital(self) -> "Markdown":
        """With a capital first letter."""
        return Markdown(self[:1].upper() + self[1:])

    def __add__(self, other: str) -> "Markdown":
        return Markdown(super().__add__(shown(other)))

    def __radd__(self, other: str) -> "Markdown":
        return shown(other) + self

    def __mul__(self, times: SupportsIndex) -> "Markdown":
        return Markdown(super().__mul__(times))


class _Filled(Formatter):
    """str.format, but for what it makes of text."""

    def format_field(self, value: Any, format_spec: str) -> str:
        """Markdown stays, text is escaped; a number or a day is written as its form says."""
        if isinstance(value, str):
            return shown(value) if not format_spec else shown(format(str(value), format_spec))
        return shown(format(value, format_spec))

    def check_unused_args(
        self, used_args: set[int | str], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> None:
        """A part without a place is a mistake in the code."""
        if len(used_args) < len(args) + len(kwargs):
            raise ValueError("a part has no place in the words")


def plain(text: str) -> Markdown:
    """Text that Markdown shows as it was typed, its lines as lines.

    What looks like an address or an icon's name would be made one even after the escapes are gone:
    a word joiner, which has no width, stands within; one that was typed is doubled.
    """
    text = _MADE_OF_TEXT.sub(JOINER, str(text).replace(JOINER, 2 * JOINER))
    return Markdown(_ESCAPED.sub(r"\\\g<0>", text).replace("\n", "  \n"))


def bold(text: str) -> Markdown:
    """The text in bold."""
    return Markdown("**{}**").format(text)


def shown(text: str) -> Markdown:
    """Markdown as it is; other text as it was typed, escaped no more than it needs."""
    if isinstance(text, Markdown):
        return text
    if "\n" in text or "\r" in text:
        return plain(text)
    text = _MADE_OF_TEXT.sub(JOINER, text.replace(JOINER, 2 * JOINER))
    return Markdown(_SIGNS.sub(lambda found: found[0][:-1] + "\\" + found[0][-1], text))


def label(text: str) -> Markdown:
    """The same for a label, which knows no lines.

    What is chosen by its label stands in the address, where escapes are in the way: a label is
    escaped where Markdown would make something of it, and nowhere else.
    """
    if isinstance(text, Markdown):
        return text
    lines = "\n" in text or "\r" in text
    return shown(" ".join(text.split()) if lines else text)


_PIECE = re.compile(rf"\\(.)|(\*\*)|( {{2}}\n)|({JOINER}{JOINER}?)|([^\\* {JOINER}]+|.)", re.DOTALL)


class Piece(NamedTuple):
    """A stretch of text; a line feed in it is a new line."""

    text: str
    bold: bool


def pieces(sentence: str) -> list[Piece]:
    """The stretches of a sentence in order, neighbours alike joined."""
    found: list[Piece] = []
    strong = False
    for escaped, stars, new_line, joined, other in _PIECE.findall(sentence):
        if stars:
            strong = not strong
            continue
        words = escaped or other or joined[1:] or ("\n" if new_line else "")
        if found and found[-1].bold == strong:
            found[-1] = Piece(found[-1].text + words, strong)
        else:
            found.append(Piece(words, strong))
    return found


def text(sentence: str) -> str:
    """The sentence without its markup."""
    return "".join(piece.text for piece in pieces(sentence))
