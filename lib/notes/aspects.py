"""What is good and what is hard, each under one of the themes; and where the field is going."""

import re
from typing import get_args

from lib.notes.found import AspectFound, OutlookFound
from lib.notes.kinds import Judged
from lib.notes.phrases import weak
from lib.notes.ranker import probabilities
from lib.notes.tokens import stem
from lib.words import THEMES, Direction, Side

LEAST: dict[str, float] = {"upsides": 0.3, "downsides": 0.3, "outlook": 0.15}
SIDES: dict[str, Side] = {"upsides": "upside", "downsides": "downside"}
THEME_LEAST = 0.3
SURE = 0.5
DIRECTED = frozenset({"grows", "shrinks", "changes", "steady", "future"})
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)[:4]
_THEMES = tuple(f"theme: {theme}" for theme in THEMES)
_DIRECTIONS = tuple(f"direction: {one}" for one in DIRECTIONS)
_CUT = re.compile(r"\s*(?:,|\+|/|&|\band\b)\s+(?:and )?", re.IGNORECASE)


def aspects_of(judged: Judged, kind: str) -> list[AspectFound]:
    """The upsides or downsides of one clause: one, or each item of a short list."""
    other = "downsides" if kind == "upsides" else "upsides"
    likely = judged.likely[kind]
    if judged.piece.asker or likely < LEAST[kind] or likely < judged.likely[other]:
        return []
    if max(judged.likely[one] for one in ("salaries", "training")) > likely + 0.2:
        return []
    return [
        AspectFound(quote, start, SIDES[kind], theme_of(judged, quote))
        for quote, start in _listed(judged)
    ]


def _listed(judged: Judged) -> list[tuple[str, int]]:
    """The clause; where it is a list of short items under a heading, each of them."""
    piece = judged.piece
    parts: list[tuple[str, int]] = []
    at = 0
    for cut in [*_CUT.finditer(piece.text), None]:
        end = cut.start() if cut else len(piece.text)
        part = piece.text[at:end].strip()
        if part:
            parts.append((part, piece.start + piece.text.index(part, at)))
        at = cut.end() if cut else end
    if len(parts) > 1 and piece.label and all(2 <= len(part.split()) <= 4 for part, _ in parts):
        return parts
    return [(piece.text, piece.start)]


def theme_of(judged: Judged, quote: str) -> str:
    """The likeliest theme; where none is likely, the first words of what was said."""
    features = theme_features(judged, quote)
    likely = probabilities(_THEMES, features)
    best = max(_THEMES, key=likely.__getitem__)
    if likely[best] >= THEME_LEAST:
        return best.removeprefix("theme: ")
    words = quote.split()
    while len(words) > 1 and weak(words[0].lower().strip(",.\"'") or "-"):
        words = words[1:]
    short = " ".join(words[:5]).strip(" ,;:.\"'()")
    return short[:1].upper() + short[1:] or quote[:40]


def theme_features(judged: Judged, quote: str) -> list[str]:
    """The words of what was said, and the signs of its clause."""
    lows = [word.strip(",.;:!?\"'()").lower() for word in quote.split()]
    found = [f"w={stem(low)}" for low in lows if low]
    found += [f"sign={sign}" for sign in judged.signs]
    side = max(("upsides", "downsides"), key=judged.likely.__getitem__)
    return [*found, f"side={side}"]


def outlook_of(judged: Judged) -> list[OutlookFound]:
    """The direction that one clause tells, if it tells any."""
    likely = judged.likely
    if judged.piece.asker or likely["outlook"] < LEAST["outlook"]:
        return []
    if max(likely[one] for one in ("upsides", "downsides", "salaries")) > likely["outlook"]:
        return []
    if likely["outlook"] < SURE and not judged.signs & DIRECTED:
        return []
    told = probabilities(_DIRECTIONS, direction_features(judged))
    best = max(DIRECTIONS, key=lambda one: told[f"direction: {one}"])
    return [OutlookFound(judged.piece.text, judged.piece.start, best)]


def direction_features(judged: Judged) -> list[str]:
    """The words and signs of a clause about the future."""
    stems = {stem(word.low) for word in judged.words if word.low[0].isalpha()}
    return [*(f"w={one}" for one in sorted(stems)), *(f"sign={sign}" for sign in judged.signs)]
