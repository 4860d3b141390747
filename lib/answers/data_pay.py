"""What the conversations say of pay: where the ranges of a field and level meet, or split."""

from collections.abc import Iterator

import pandas as pd

from lib import money, statistics
from lib.answers.fields import FieldShown
from lib.answers.sentence import Sentence
from lib.answers.words import capital, plain
from lib.answers.yearly import MAIN, with_yearly
from lib.charts.base import key
from lib.frames import records
from lib.queries.explorer import Profile
from lib.statistics import Piece

Ends = list[tuple[float, float]]


def pay_sentences(
    figures: pd.DataFrame, targets: list[FieldShown], me: Profile
) -> Iterator[Sentence]:
    """A sentence a field and level that three people or more gave both ends for."""
    placed = with_yearly(figures, me)
    placed = placed[placed["placed"] & (placed["panel"] == MAIN) & (placed["level"] != "unstated")]
    names = {field.field_id: field.field for field in targets}
    for field in targets:
        here = placed[placed["field_id"] == field.field_id]
        for level, said in here.groupby("level", sort=True):
            sentence = _sentence(str(level), said, names[field.field_id], me)
            if sentence is not None:
                yield sentence


def _sentence(level: str, said: pd.DataFrame, field: str, me: Profile) -> Sentence | None:
    """None under three people, or where one group alone says so."""
    ranges, groups = _closed(said)
    if len(ranges) < statistics.FEWEST:
        return None
    pieces = statistics.bands(list(ranges.values()))
    those = _those(ranges, pieces)
    voices = [(group, person in those) for person, group in groups.items()]
    agreed = len(pieces) == 1
    strength = statistics.claim(voices) if agreed else statistics.contradiction(voices)
    if strength is None:
        return None
    words = f"**{capital(level)} pay in {plain(field)}** {_words(ranges, pieces, those, me)}."
    opens = key("pay", said["field_id"].iloc[0], level, MAIN)
    people, weight = int(said["person_id"].nunique()), statistics.independent(voices).n
    label = f"{level}, {field}"
    return Sentence("pay", words, opens, label, people, strength, weight, agreed)


def _those(ranges: dict[str, Ends], pieces: list[Piece]) -> set[str]:
    """Who meets: where they agree, at the lower of several, else where most of them do."""
    if not pieces:
        return _largest(ranges)
    return {person for person, ends in ranges.items() if _reaches(ends, pieces[0])}


def _words(ranges: dict[str, Ends], pieces: list[Piece], those: set[str], me: Profile) -> str:
    if len(pieces) == 1:
        reach = f"the ranges of {len(those)} of {len(ranges)} people reach into"
        return f"is agreed on: {reach} {_span(pieces[0], me)}"
    if pieces:
        met = " and again at ".join(_span(piece, me) for piece in pieces)
        return f"splits: people meet at {met}, {len(those)} of {len(ranges)} at the lower"
    points = [end for ends in ranges.values() for low_high in ends for end in low_high]
    said = _span(Piece(min(points), max(points)), me)
    return f"differs: no figure lies in half of the {len(ranges)} people's ranges, {said}"


def _closed(said: pd.DataFrame) -> tuple[dict[str, Ends], dict[str, str]]:
    """The ranges with both ends that may enter a band, and the group, by person."""
    ranges: dict[str, Ends] = {}
    employers: dict[str, str] = {}
    for row in records(said[said["counts"]].dropna(subset=["a_low", "a_high"])):
        ranges.setdefault(row["person_id"], []).append((row["a_low"], row["a_high"]))
        employers[row["person_id"]] = row["employer"] or row["person_id"]
    return ranges, employers


def _reaches(ends: Ends, piece: Piece) -> bool:
    return any(low <= piece.high and high >= piece.low for low, high in ends)


def _largest(ranges: dict[str, Ends]) -> set[str]:
    """Those who meet at the figure that most of them reach."""
    points = [Piece(end, end) for ends in ranges.values() for low_high in ends for end in low_high]
    meeting = ({p for p, ends in ranges.items() if _reaches(ends, point)} for point in points)
    return max(meeting, key=len)


def _span(piece: Piece, me: Profile) -> str:
    return plain(money.span(piece.low, piece.high, me.base_currency))
