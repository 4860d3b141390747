"""The lines of a calendar: text escaped, long lines folded."""

import re

MOST_OCTETS = 73
"""Of a line; a longer one goes on below, after a space."""
_CONTROLS = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")


def text_line(name: str, value: str) -> str:
    """A line with text, its signs and breaks escaped."""
    escaped = (
        _CONTROLS.sub(" ", value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    )
    escaped = escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
    return f"{name}:{escaped}"


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets, no letter cut."""
    pieces, piece, octets = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if octets + size > MOST_OCTETS:
            pieces.append(piece)
            piece, octets = "", 0
        piece, octets = piece + letter, octets + size
    return "\r\n ".join([*pieces, piece])
