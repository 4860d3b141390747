"""By what a coach with many clients tells one link from the others: a title, initials, a colour.

The explorer gives them; what was not given is proposed from their name, and from their id.
"""

import unicodedata
from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from lib.errors import Refused
from lib.text import clean
from lib.words import LinkColour

COLOURS = tuple(colour for colour in get_args(LinkColour) if colour)
LONGEST, MOST_INITIALS = 60, 3
NAMELESS = "Conversations about work"


@dataclass(frozen=True)
class Badge:
    """What stands in the head of each page of a link, in the window's title and as its icon."""

    title: str
    initials: str
    colour: str


def badge(explorer_id: UUID, name: str, *, given: Badge = Badge("", "", "")) -> Badge:
    """What was given, and for what was not: the explorer's name, its letters, a colour of theirs.

    Thirty explorers have no more than a few in one colour, since ids end in random digits.
    """
    title = given.title or name or NAMELESS
    own = COLOURS[explorer_id.int % len(COLOURS)]
    colour = given.colour if given.colour in COLOURS else own
    letters = "".join(letter for letter in given.initials if letter.isalnum())  # a file's may not
    return Badge(title, (letters or initials_of(title))[:MOST_INITIALS], colour)


def initials_of(title: str) -> str:
    """The first letters of its first and last word; empty where no word has one."""
    words = [letters for word in title.split() if (letters := [c for c in word if c.isalnum()])]
    ends = words[:1] + words[1:][-1:]
    return "".join(letters[0] for letters in ends).upper()[:MOST_INITIALS]


def checked(title: str, initials: str, colour: str) -> Badge:
    """As they may be stored, empty where none was given; raises Refused."""
    named = clean(" ".join(title.split()), most=LONGEST, what="The title")
    letters = clean(unicodedata.normalize("NFC", initials), most=MOST_INITIALS, what="Initials")
    if letters and not letters.isalnum():
        raise Refused("Initials are up to three letters or digits.", where="initials")
    if colour and colour not in COLOURS:
        raise Refused(f"Choose a colour: {', '.join(COLOURS)}.", where="colour")
    return Badge(named, letters, colour)
