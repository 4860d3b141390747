"""The marked clauses of the training texts by theme and by direction."""

from collections.abc import Iterator, Sequence

from lib.notes.aspects import direction_features, theme_features
from lib.notes.kinds import Judged, judged
from lib.notes.pieces import pieces
from tests.evaluation.marked import Mark, Marked
from tests.evaluation.matching import same_place

Example = tuple[list[str], float, float]
THEME_OF = {
    "learn": "Learning something new", "hours": "Hours and flexibility", "autonomy": "Autonomy",
    "meaning": "Meaning of the work", "people": "Colleagues and clients", "pay": "Pay",
    "security": "Job security", "pace": "Pace and deadlines", "heard": "Being listened to",
    "strain": "Physical strain", "place": "Place and travel", "grow": "Chances to grow",
    "benefits": "Pay", "travel": "Place and travel", "paperwork": "Pace and deadlines",
    "colleagues": "Colleagues and clients", "cost": "Pay",
}  # fmt: skip
"""How the texts shorten the themes; any other word is a theme of its own."""
DIRECTION_OF = {"g": "growing", "s": "steady", "h": "shrinking", "c": "changing"}


def theme_examples(texts: Sequence[Marked], theme: str) -> list[Example]:
    """Each marked upside and downside, and whether it is of this theme."""
    return [
        (theme_features(clause, mark.quote), float(THEME_OF.get(mark.stands_for) == theme), 1.0)
        for text in texts
        for clause, mark in _marked(text, ("upsides", "downsides"))
    ]


def direction_examples(texts: Sequence[Marked], direction: str) -> list[Example]:
    """Each marked outlook, and whether it is this direction."""
    return [
        (direction_features(clause), float(DIRECTION_OF[mark.more] == direction), 1.0)
        for text in texts
        for clause, mark in _marked(text, ("outlook",))
    ]


def _marked(text: Marked, kinds: tuple[str, ...]) -> Iterator[tuple[Judged, Mark]]:
    before: Judged | None = None
    for piece in pieces(text.text):
        before = judged(piece, before)
        for mark in text.marks:
            if mark.kind in kinds and same_place(piece.start, piece.end, mark.start, mark.end):
                yield before, mark
