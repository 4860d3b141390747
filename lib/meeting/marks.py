"""A first character that says what a line of the talk is about."""

import re

from lib.words import Mark

SIGNS: dict[str, Mark] = {
    "*": "skill",
    "$": "pay",
    ">": "way in",
    "+": "good",
    "-": "hard",
    "@": "person",
}
_SIGN = re.compile(r"([*$>+@-])(\s+|(?=[^\W\d_]))(?=\S)")


def marked(typed: str) -> tuple[str, Mark]:
    """The line without its sign, and its mark.

    A sign stands before a letter or a space: "-5 degrees" and "+41 79" are as they are. An amount
    keeps its dollar, and is pay.
    """
    said = " ".join(typed.split())
    if re.match(r"\$\s?\d", said):
        return said, "pay"
    found = _SIGN.match(said)
    return (said[found.end() :], SIGNS[found[1]]) if found else (said, "")
