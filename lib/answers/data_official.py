"""What the conversations say against official figures: where most people's pay lies outside."""

from collections.abc import Iterator
from math import inf, isnan

import pandas as pd

from lib import money, statistics
from lib.access.viewer import Share, Viewer
from lib.answers.fields import FieldShown
from lib.answers.official import official
from lib.answers.sentence import Sentence
from lib.answers.words import capital, counted, ordinal, plain
from lib.answers.yearly import MAIN, with_yearly
from lib.charts.base import key
from lib.frames import records
from lib.queries.explorer import Profile
from lib.reference.figures import Wage

SIDES = ((90, True), (75, True), (10, False), (25, False))
"""The percentile, and whether pay lies above it; the farther one first."""

People = dict[str, tuple[str, float, float]]
"""By person: their group, and the lowest and highest of what they named."""


def official_sentences(
    figures: pd.DataFrame, targets: list[FieldShown], me: Profile, viewer: Viewer
) -> Iterator[Sentence]:
    """A sentence a field and level where more than half of the people lie outside."""
    placed = with_yearly(figures, me)
    placed = placed[placed["placed"] & (placed["panel"] == MAIN) & (placed["level"] != "unstated")]
    wages = official(targets, me).wages
    for field in targets:
        if field.field_id not in wages:
            continue
        here = placed[placed["field_id"] == field.field_id]
        for level, said in here.groupby("level", sort=True):
            found = _sentence(str(level), said, field, wages[field.field_id], viewer)
            if found is not None:
                yield found


def _sentence(
    level: str, said: pd.DataFrame, field: FieldShown, wage: Wage, viewer: Viewer
) -> Sentence | None:
    people = _people(said)
    fewest = viewer.threshold if isinstance(viewer, Share) else 1
    for share, above in SIDES:
        at = wage.exact(share)
        those = set() if at is None else _outside(people, at, above)
        if at is None or 2 * len(those) <= len(people) or len(those) < fewest:
            continue
        voices = [(group, person in those) for person, (group, *_) in people.items()]
        strength = statistics.claim(voices)
        if strength is None:
            continue
        words = (
            f"**{capital(level)} pay in {plain(field.field)}** lies "
            f"{'above' if above else 'below'} the official {ordinal(share)} percentile of all "
            f"levels ({plain(money.short(at, wage.currency))}) for {len(those)} of "
            f"{counted(len(people), 'person', 'people')}."
        )
        opens = key("pay", field.field_id, level, MAIN)
        everyone, weight = int(said["person_id"].nunique()), statistics.independent(voices).n
        label = f"{level}, {field.field}"
        return Sentence("pay", words, opens, label, everyone, strength, weight)
    return None


def _people(said: pd.DataFrame) -> People:
    """What each person's own and seen figures span; an open end reaches anywhere."""
    found: People = {}
    for row in records(said[said["counts"]]):
        low = -inf if isnan(row["a_low"]) else row["a_low"]
        high = inf if isnan(row["a_high"]) else row["a_high"]
        _, least, most = found.get(row["person_id"], ("", inf, -inf))
        group = row["employer"] or row["person_id"]
        found[row["person_id"]] = group, min(least, low), max(most, high)
    return found


def _outside(people: People, at: float, above: bool) -> set[str]:
    return {
        person for person, (_, low, high) in people.items() if (low > at if above else high < at)
    }
