"""The phrases of the training texts, each with whether somebody wrote it down as a skill."""

from collections.abc import Iterator, Sequence

from lib.notes.kinds import Judged, judged
from lib.notes.naming import name_of
from lib.notes.phrases import Phrase, phrases
from lib.notes.pieces import pieces
from lib.notes.wording import features_of
from tests.evaluation.marked import Mark, Marked
from tests.evaluation.matching import alike

Example = tuple[list[str], float, float]
NEAR = 0.5


def skill_examples(texts: Sequence[Marked]) -> list[Example]:
    """Features, yes or no, and weight: a phrase that is nearly a marked one weighs little."""
    return [example for text in texts for example in _of_text(text)]


def _of_text(text: Marked) -> Iterator[Example]:
    before: Judged | None = None
    for piece in pieces(text.text):
        before = judged(piece, before)
        if piece.asker:
            continue
        for phrase, fit in _fits(before, text):
            yield features_of(before, phrase), *fit


def _fits(clause: Judged, text: Marked) -> list[tuple[Phrase, tuple[float, float]]]:
    """Each phrase with how it fits: the best one of a mark is right, near ones count little."""
    found = phrases(clause.words)
    fit: list[tuple[float, float]] = [(0.0, 1.0)] * len(found)
    for mark in text.of("skills"):
        scores = [_alike(clause, phrase, mark, text) for phrase in found]
        best = max(scores, default=0.0)
        for place, score in enumerate(scores):
            if score >= NEAR and score == best:
                fit[place] = (1.0, 1.0)
            elif score >= NEAR and fit[place][0] == 0.0:
                fit[place] = (0.0, 0.3)
    return list(zip(found, fit, strict=True))


def _alike(clause: Judged, phrase: Phrase, mark: Mark, text: Marked) -> float:
    start, end = clause.words[phrase.first].start, clause.words[phrase.last - 1].end
    if min(end, mark.end) <= max(start, mark.start):
        return 0.0
    name = name_of(clause.words, phrase, text.text)
    by_name = max(alike(name, mark.name), alike(name, mark.quote) * 0.98)
    exact = (start, end) == (mark.start, mark.end)
    return by_name + (0.01 if exact else 0.0)
