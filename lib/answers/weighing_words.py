"""Weighing in words: who is ahead and how surely, and what would turn it over."""

from collections.abc import Mapping, Sequence

from lib.answers.fields import FieldShown
from lib.answers.words import counted, listed
from lib.markdown import Markdown, bold
from lib.statistics import FEWEST
from lib.statistics.turning import beyond, leading, turns
from lib.statistics.weighing import Weighing

NAMES = {
    "pay": "Entry pay",
    "pay later": "Pay later",
    "months": "Time to enter",
    "cost": "Cost to enter",
    "skills": "Skills I have",
    "interest": "Interest",
    "aspects": "Good against hard",
    "outlook": "Outlook",
}
LEVEL = 1e-6


def about(share: float) -> str:
    """A share of the draws, as roughly as it may be said: `about 7 in 10 times`."""
    if share in (0, 1):
        return "always" if share else "never"
    tenths = round(share * 10)
    words = {0: "fewer than 1 in 10 times", 10: "nearly always"}
    return words.get(tenths, f"about {tenths} in 10 times")


def ahead(order: Sequence[FieldShown], result: Weighing) -> Markdown:
    """Who is ahead by the points as they stand, and how often if one weighs differently."""
    best = result.worth[order[0].field_id]
    level = [field for field in order if best - result.worth[field.field_id] < LEVEL]
    names = [bold(field.field) for field in order]
    if len(level) > 1:
        words = Markdown("{} are level.").format(listed(names[: len(level)]))
    else:
        words = Markdown("{} is ahead").format(names[0])
        words += (_but_thin(order[0], order) if order[0].voices < FEWEST else "") + "."
    shares = [about(result.ranks[field.field_id][0]) for field in order]
    rest = [Markdown("{} {}").format(names[n], shares[n]) for n in range(1, max(len(level), 2))]
    often = Markdown(", ").join(
        [Markdown("{} would come first {}").format(names[0], shares[0]), *rest]
    )
    return Markdown("{} If you weighed differently, {}.").format(words, often)


def _but_thin(first: FieldShown, order: Sequence[FieldShown]) -> Markdown:
    """Nobody should change their career on two conversations: who else is ahead stands beside."""
    people = counted(first.voices, "person", "people")
    words = Markdown(", but on {} alone, too few to lean on").format(people)
    other = next((field for field in order if field.voices >= FEWEST), None)
    return words + (
        Markdown("; of the others **{}** is").format(other.field) if other else Markdown("")
    )


def turned_over(
    points: Mapping[str, float], means: Mapping[str, Mapping[str, float]], names: Mapping[str, str]
) -> Markdown:
    """The least change of one criterion's points that puts another field first."""
    found = turns(points, means)
    for turn in found:
        weight = points[turn.criterion]
        whole = beyond(turn, weight)
        if whole is None:
            continue
        there = leading({**points, turn.criterion: float(whole)}, means)
        criterion = NAMES[turn.criterion]
        return Markdown("**{} at {} instead of {:g} puts {} first.**").format(
            criterion, whole, weight, names[there]
        )
    leader = names[leading(points, means)]
    return Markdown(
        "No change of one criterion's points, from 0 to 10, puts another field before {}."
    ).format(leader)
