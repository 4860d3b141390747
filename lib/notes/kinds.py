"""What a clause of notes seems to be about: a probability for each kind of finding."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from lib.notes.cues import about
from lib.notes.pieces import Piece
from lib.notes.ranker import probabilities
from lib.notes.tokens import Token, stem, tokens
from lib.notes.words import held, names, rule

KINDS = ("skills", "training", "salaries", "upsides", "downsides", "steps", "outlook", "people")

MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece with its words, the signs that hold in it, and how likely each kind is."""

    piece: Piece
    words: list[Token]
    signs: frozenset[str]
    likely: dict[str, float]


def judged(piece: Piece, before: "Judged | None") -> Judged:
    """The piece as the trained weights see it."""
    words = tokens(piece.text, piece.start)
    signs = signs_of(piece.text)
    features = features_of(piece, words, signs, before)
    likely = probabilities(KINDS, features)
    told = cued(piece)
    if told:
        likely[told] = max(likely[told], TOLD)
    if told and told != "skills":
        likely["skills"] = min(likely["skills"], ELSE)
    if told and told not in _SIDES and cued_by_label(piece):
        likely |= {side: min(likely[side], ELSE) for side in _SIDES}
    if _is_cost(piece.text, signs):
        likely["training"] = max(likely["training"], TOLD)
        likely["salaries"] = min(likely["salaries"], 1 - TOLD)
    if told in _SIDES:
        other = "downsides" if told == "upsides" else "upsides"
        likely[other] = min(likely[other], 1 - TOLD)
    return Judged(piece, words, signs, likely)


def _is_cost(text: str, signs: frozenset[str]) -> bool:
    """Whether the money of a clause is what a training costs."""
    school, wage = rule("money", "school"), rule("money", "wage")
    return "money" in signs and bool(school.search(text)) and not wage.search(text)


ELSE = 0.1
"""How likely a clause is about skills at most, where another kind is named."""
TOLD = 0.75
"""How likely a kind is that a label, a question or the first words name."""
_NAMED = {
    "up": "upsides", "down": "downsides", "outlook": "outlook",
    "pay": "salaries", "training": "training", "skill": "skills",
}  # fmt: skip


_SIDES = ("upsides", "downsides")


def cued_by_label(piece: Piece) -> bool:
    """Whether the label of a clause names one kind."""
    return sum(topic in about(piece.label) for topic in _NAMED) == 1


def cued(piece: Piece) -> str:
    """The kind that what heads a clause, or its first words, name; "" where none or several do."""
    for topics in (about(piece.label), about(piece.asked) | about(piece.heading)):
        named = [kind for topic, kind in _NAMED.items() if topic in topics]
        if "downsides" in named and {"not", "n't", "dis"} & set(
            re.findall(r"not|n't|dis", piece.label)
        ):
            named = [kind for kind in named if kind != "upsides"]
        if len(named) == 1:
            return named[0]
        if named:
            return ""
    return next((kind for kind in names("opening") if rule("opening", kind).match(piece.text)), "")


@lru_cache(maxsize=4_000)
def signs_of(text: str) -> frozenset[str]:
    """The signs that hold in a text: money, hours, body, growth, ..."""
    return held("signs", text)


def features_of(
    piece: Piece, words: list[Token], signs: frozenset[str], before: Judged | None
) -> list[str]:
    """What tells the kind of a clause: its words and signs, what heads it, what stood before."""
    context = piece.context
    found = [f"sign={sign}" for sign in signs]
    found += [f"head={topic}" for topic in context]
    found += [f"label={topic}" for topic in about(piece.label)] if piece.label else []
    lows = [word.low for word in words[:MOST_WORDS]]
    stems = list(dict.fromkeys(stem(low) for low in lows if low[0].isalpha()))
    found += [f"w={one}" for one in stems]
    found += [f"b={a} {b}" for a, b in pairwise(lows[:4])]
    found += [f"in={topic}" for topic in sorted(about(piece.text))]
    found.append(f"first={lows[0] if lows else ''}")
    found.append(f"long={min(4, len(words) // 4)}")
    found.append(
        "labelled" if piece.label else "headed" if piece.heading or piece.asked else "bare"
    )
    if piece.label:
        found.append(f"l={piece.label.lower()}")
    if before is not None:
        same = "same" if before.piece.line == piece.line else "new"
        best = max(before.likely, key=before.likely.__getitem__)
        if before.likely[best] > 0.5:
            found.append(f"after={best} {same}")
    if piece.asker:
        found.append("asker")
    return found
