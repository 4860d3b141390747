"""The little Markdown that answers are written in, as plain pieces: bold, and signs escaped.

Whatever else stands in a sentence is text, so that nothing typed becomes markup of a page or paper.
"""

import re
from typing import NamedTuple

from lib.markdown import JOINER

_PIECE = re.compile(rf"\\(.)|(\*\*)|( {{2}}\n)|({JOINER}{JOINER}?)|([^\\* {JOINER}]+|.)", re.DOTALL)


class Piece(NamedTuple):
    """A stretch of text; a line feed in it is a new line."""

    text: str
    bold: bool


def pieces(sentence: str) -> list[Piece]:
    """The stretches of a sentence in order, neighbours alike joined."""
    found: list[Piece] = []
    bold = False
    for escaped, stars, new_line, joined, text in _PIECE.findall(sentence):
        if stars:
            bold = not bold
            continue
        words = escaped or text or joined[1:] or ("\n" if new_line else "")
        if found and found[-1].bold == bold:
            found[-1] = Piece(found[-1].text + words, bold)
        else:
            found.append(Piece(words, bold))
    return found


def text(sentence: str) -> str:
    """The sentence without its markup."""
    return "".join(piece.text for piece in pieces(sentence))
