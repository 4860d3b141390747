"""Ways in: degrees, certificates, licences and what else stands in a clause about training."""

import re
from typing import cast

from lib.notes.found import TrainingFound
from lib.notes.kinds import Judged
from lib.notes.phrases import PREPOSITIONS, REPORTING, weak
from lib.notes.spans import cost, months
from lib.notes.tokens import Token
from lib.notes.words import members, names, rule
from lib.words import Required, TrainingKind

LEAST, NAMED_LEAST, UNNAMED_LEAST = 0.4, 0.2, 0.8
"""How likely a clause must be about training; less where it names a kind, more without a span."""
_LOOSE: frozenset[TrainingKind | None] = frozenset((None, "on the job", "self-taught"))
"""Kinds whose words stand in many other clauses too."""
_NONE = re.compile(
    r"\b(?:no|without|not|never (?:went|had|did))\b.{0,20}"
    r"\b(?:school|ticket|course|class|licen[cs]e|college|papers|training)\b",
    re.IGNORECASE,
)
_CUTS = re.compile(r"\s*(?:,|;|\+|/| and (?:then )?| then | plus )\s*")
_PLAIN = re.compile(r"[\w -]*\btraining\b[^.]*", re.IGNORECASE)
_STOPS = members("subordinators") | REPORTING
_ARTICLES = frozenset(("the", "a", "my", "his", "her"))
_NO_LEADS = frozenset(("did", "got", "took", "do", "through", "no", "not"))
_JOINS = frozenset(("in", "of", "at", "the", "from", "level"))

Part = tuple[TrainingKind, int, int]
"""A kind, and the stretch of the clause that tells of it."""


def training_of(judged: Judged, dollar: str | None) -> list[TrainingFound]:
    """The ways in of one clause; where it names several, each with its own part of the words."""
    likely, text = judged.likely, judged.piece.text
    named = kind_of(text) not in _LOOSE and not _PLAIN.fullmatch(text)
    told = kind_of(text) or months(text)
    least = NAMED_LEAST if named else LEAST if told else UNNAMED_LEAST
    if judged.piece.asker or likely["training"] < least:
        return []
    if max(likely["salaries"], likely["outlook"]) > likely["training"]:
        return []
    return [_one(judged, part, dollar) for part in _parts(text)]


def kind_of(text: str) -> TrainingKind | None:
    """The kind of way in that the words name, by the first rule that holds, else None."""
    held = [kind for kind in names("training") if rule("training", kind).search(text)]
    if "on_the_job" in held and _NONE.search(text):
        return "on the job"
    return _kind(held[0]) if held else None


def _kind(name: str) -> TrainingKind:
    spoken = {"on_the_job": "on the job", "self_taught": "self-taught", "degree_weak": "degree"}
    return cast("TrainingKind", spoken.get(name, name))


def _parts(text: str) -> list[Part]:
    """Cut before each further stretch that names another kind."""
    cuts = list(_CUTS.finditer(text))
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    parts: list[Part] = []
    for start, end in zip(starts, ends, strict=True):
        kind = kind_of(text[start:end])
        if not parts:
            if kind:
                parts.append((kind, 0, end))
        elif kind and kind not in _LOOSE and kind != parts[-1][0]:
            parts.append((kind, start, end))
        else:
            parts[-1] = (parts[-1][0], parts[-1][1], end)
    return parts or [(_unnamed(text), 0, len(text))]


def _unnamed(text: str) -> TrainingKind:
    """The kind of a way in that no word names: who pays for it, or who shows it, tells."""
    learned = re.search(r"\b(?:learn|train)\w*", text, re.IGNORECASE)
    return "on the job" if learned or rule("training_told", "paid").search(text) else "other"


def _one(judged: Judged, part: Part, dollar: str | None) -> TrainingFound:
    kind, first, last = part
    text = judged.piece.text[first:last]
    quote = text.strip(" ,;:.-")
    start = judged.piece.start + first + text.index(quote)
    low, high, currency = cost(quote, dollar) or (None, None, None)
    months_low, months_high = months(quote) or (None, None)
    return TrainingFound(
        quote=quote,
        start=start,
        kind=kind,
        name=_name(judged, quote, start, kind),
        required=_required(quote, judged),
        months_low=months_low,
        months_high=months_high,
        cost_low=low,
        cost_high=high,
        currency=currency,
        alongside_work=True if rule("training_told", "beside").search(quote) else None,
    )


def _required(quote: str, judged: Judged) -> Required:
    no = rule("training_told", "no")
    if no.search(quote) or (len(quote) < 60 and no.search(judged.piece.text)):
        return "no"
    return "yes" if rule("training_told", "yes").search(quote) else "unstated"


def _name(judged: Judged, quote: str, start: int, kind: TrainingKind) -> str:
    """The words around what names the kind, as short as a person would write them."""
    words = [w for w in judged.words if start <= w.start < start + len(quote)]
    if not words:
        return quote[:60]
    at = _named_at(words, quote, start, kind)
    first, last = at, at + 1
    while first and at - first < 4 and _may_lead(words[first - 1].low):
        first -= 1
    while last < len(words) and last - at < 5 and _may_follow(words[last].low):
        last += 1
    while last - 1 > at and words[last - 1].low in PREPOSITIONS | _ARTICLES:
        last -= 1
    while first < at and weak(words[first].low):
        first += 1
    page = judged.piece.start
    return judged.piece.text[words[first].start - page : words[last - 1].end - page]


def _named_at(words: list[Token], quote: str, start: int, kind: TrainingKind) -> int:
    """Which word names the kind; the first one where none does."""
    hits = [
        found.start()
        for name in names("training")
        if _kind(name) == kind and (found := rule("training", name).search(quote))
    ]
    place = start + hits[0] if hits else start
    return next((at for at, word in enumerate(words) if word.end > place), 0)


def _may_lead(low: str) -> bool:
    stops = _STOPS | PREPOSITIONS | _NO_LEADS
    return low[0].isalpha() and not weak(low) and low not in stops


def _may_follow(low: str) -> bool:
    if not low[0].isalpha() or low in _STOPS:
        return False
    return low in _JOINS or (not weak(low) and low not in PREPOSITIONS)
