"""What the conversations say of pay: how far the people of a field and level agree, or split."""

from collections.abc import Iterator

import pandas as pd

from lib import statistics
from lib.access.viewer import Share, Viewer
from lib.answers.agreed import Agreement, agreement
from lib.answers.agreed_words import beside, together, told
from lib.answers.fields import FieldShown
from lib.answers.sentence import Asked, Groups, Sentence
from lib.answers.words import capital
from lib.answers.yearly import MAIN, with_yearly
from lib.charts.base import key
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.queries.explorer import Profile
from lib.statistics.claims import Voice

Paid = dict[str, dict[str, list[Row]]]
"""By field and level: the figures of the main panel, with the columns of `with_yearly`."""


def paid_of(figures: pd.DataFrame, me: Profile) -> Paid:
    """Every figure that may stand in a sentence."""
    found: Paid = {}
    for row in records(with_yearly(figures, me)):
        if row["placed"] and row["panel"] == MAIN:
            found.setdefault(row["field_id"], {}).setdefault(row["level"], []).append(row)
    return found


def pay_sentences(
    paid: Paid, targets: list[FieldShown], asked: Asked, me: Profile, viewer: Viewer
) -> Iterator[Sentence]:
    """A sentence a field and level that three people or more gave both ends for.

    Through a link only where as many as its threshold stand behind each number of it.
    """
    fewest = viewer.threshold if isinstance(viewer, Share) else 1
    for field in targets:
        levels = paid.get(field.field_id, {})
        groups = asked.get((field.field_id, "pay"), {})
        for _, said in sorted(levels.items()):
            if said[0]["level"] == "unstated":
                continue
            sentence = _sentence(said, field.field, groups, me, fewest)
            if sentence is not None:
                yield sentence


def _sentence(
    said: list[Row], field: str, groups: Groups, me: Profile, fewest: int
) -> Sentence | None:
    """None under three people, or where one group alone says so."""
    found = agreement(said)
    if found.verdict == "few" or found.smallest < fewest:
        return None
    strength = _strength(found, groups)
    if strength is None:
        return None
    level = str(said[0]["level"])
    others = beside(said, found.people, fewest)
    words = Markdown("{}: {}{}{}.").format(
        _subject(level, field, found),
        told(found, me.base_currency),
        together(said),
        f", and {others}" if others else "",
    )
    opens = key("pay", said[0]["field_id"], level, MAIN)
    people = len({row["person_id"] for row in said})
    counting = (
        {p for side in found.split for p in found.those(side)} if found.split else found.people
    )
    weight = len({groups[person] for person in counting})
    return Sentence(
        *("pay", words, opens, f"{level}, {field}", people, strength, weight),
        agreed=found.verdict != "split",
    )


def _subject(level: str, field: str, found: Agreement) -> Markdown:
    """`**Entry pay in Nurse** is agreed on`."""
    verb = {
        "split": " splits",
        "gaps": " has gaps",
        "agreed": " is agreed on",
        "apart": " is not agreed on",
    }
    return Markdown("**{} pay in {}**{}").format(capital(level), field, verb[found.verdict])


def _strength(found: Agreement, groups: Groups) -> float | None:
    """Of the weakest stretch; of a split, as of any contradiction, of those who took a side."""
    if found.split:
        low, high = (found.those(side) for side in found.split)
        return statistics.contradiction((groups[p], p in low) for p in sorted(low | high))
    claims = [statistics.claim(_voices(found, found.those(one), groups)) for one in found.shared]
    return None if None in claims else min(one for one in claims if one is not None)


def _voices(found: Agreement, those: set[str], groups: Groups) -> list[Voice]:
    return [(groups[person], person in those) for person in found.people]
