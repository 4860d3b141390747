"""What a link with a threshold is told: fractions of "at most" so many, and no more than they bear.

What too few said reads as no answer there, so whatever silence would make larger is not given.
"""

import pandas as pd

from lib.access.viewer import Share, Viewer
from lib.answers.words import number
from lib.markdown import Markdown

NOT_GIVEN = "not given here"
WHY = Markdown(
    "This view leaves out what fewer than {few} people said, so it does not say this: what is left "
    "out would count as silence, and make it say more than was said."
)
AT_MOST = {
    2: "“3 of at most 6” means: six were asked, or five.",
    3: "“3 of at most 6” means: six were asked, or five, or four.",
}


class AtMost(int):
    """Those asked, rounded up to whole steps: a number whose words are `at most 6`."""

    def __str__(self) -> str:
        return f"at most {int(self):,}"

    def __format__(self, spec: str) -> str:
        return f"at most {int(self):{spec}}"

    def __add__(self, other: int) -> "AtMost":
        return AtMost(int(self) + other)

    __radd__ = __add__


def limited(viewer: Viewer) -> bool:
    """Whether the viewer is a link with a threshold."""
    return isinstance(viewer, Share) and viewer.threshold > 1


def as_asked(viewer: Viewer, people: int) -> int:
    """A number of people asked, as the queries round it, with the words that say so."""
    return AtMost(people) if limited(viewer) and people else people


def brief(of: "pd.Series[str]") -> "pd.Series[str]":
    """Those asked as a heading has room for: `6`, `≤6`."""
    return of.str.replace("at most ", "≤", regex=False)


def why_not(viewer: Viewer) -> Markdown:
    """The sentence in place of what is not given; empty where everything is."""
    return why_not_by(steps_of(viewer))


def steps_of(viewer: Viewer) -> int:
    """The steps in which those asked are told: a link's threshold, else one."""
    return viewer.threshold if isinstance(viewer, Share) else 1


def why_not_by(step: int) -> Markdown:
    """The same by the steps alone."""
    return WHY.format(few=number(step)) if step > 1 else Markdown("")


def in_steps(step: int, people: int) -> int:
    """A number of people asked, rounded up to whole steps, with the words that say so."""
    if step == 1:
        return people
    return AtMost(0 if people < step else -(-people // step) * step)
