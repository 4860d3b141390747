"""Whether another conversation still teaches something, field by field."""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from itertools import pairwise

import pandas as pd

from lib import statistics
from lib.answers.fields import FieldShown
from lib.answers.section import Section
from lib.answers.words import listed, number
from lib.charts.learning import further_interviews
from lib.markdown import Markdown

Learnt = Mapping[FieldShown, statistics.Learnt]
COLUMNS = ["field_id", "field", "tone", "m", "new", "verdict"]


def learning_section(rows: pd.DataFrame, shown: list[FieldShown], why_not: Markdown) -> Section:
    """The chart with its words, of `rows` as `lib.queries.voices.things_said` gives them.

    Nothing but `why_not` where what few people said is withheld.
    """
    shown = [] if why_not else shown
    said: dict[str, dict[str, list[Hashable]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.itertuples():
        said[str(row.field_id)][str(row.person_id)].append(row.thing)
    learnt, points = {}, []
    for field in shown:
        voices = list(said[field.field_id].values())
        learnt[field] = statistics.learnt([*voices, *[[]] * (field.voices - len(voices))])
        brought = pairwise([0.0, *learnt[field].curve])
        points += [
            (field.field_id, field.field, field.tone, m, after - before, verdict(learnt[field]))
            for m, (before, after) in enumerate(brought, 1)
        ]
    return Section(
        drawing=further_interviews(pd.DataFrame(points, columns=COLUMNS)),
        sentence=why_not or _sentence(learnt),
        caption=Markdown(
            "How many new things (a skill, a way in, something good or hard, a step) the first, "
            "second, third ... conversation in a field brings on average, in whatever order they "
            "are held. Levelling off: each of the last two brought less than {:g} % of what was "
            "known before it, from {} people on."
        ).format(100 * statistics.LITTLE, number(statistics.SAYING)),
    )


def _sentence(learnt: Learnt) -> Markdown:
    return Markdown(" ").join(filter(None, (_teaching(learnt), _level(learnt), _rest(learnt))))


def verdict(found: statistics.Learnt) -> str:
    """What the curve comes to in a word or two."""
    if not found.known:
        return "nothing noted"
    if found.levels_off:
        return "levelling off"
    if found.last:
        return "still learning"
    return "slowing" if found.enough else "too early"


def _teaching(learnt: Learnt) -> Markdown:
    """The field that still teaches most; all that teach as much."""
    last = {f: found.last for f, found in learnt.items() if verdict(found) == "still learning"}
    taught = {field: round(new, 9) for field, new in last.items() if new is not None}
    if not taught:
        return Markdown("")
    most, least = max(taught.values()), min(taught.values())
    tops = [field for field in taught if taught[field] == most]
    verb = "teaches" if len(tops) == 1 else "teach"
    more = " most" * (most > least)
    each = "each " * (len(tops) > 1)
    words = Markdown("**{} still {}{}:** the last conversation {}brought {} on average.").format(
        listed([field.field for field in tops]), verb, more, each, _new(most)
    )
    lows = [field for field in taught if taught[field] == least]
    if most > least:
        words += Markdown(" In {} it was {:.1f}.").format(
            listed([field.field for field in lows]), least
        )
    return words


def _new(things: float) -> str:
    return f"{things:.1f} new thing{'s' * (f'{things:.1f}' != '1.0')}"


def _level(learnt: Learnt) -> Markdown:
    level = [field.field for field, found in learnt.items() if found.levels_off]
    if level:
        return Markdown(
            "**It levels off in {}:** each of the last two conversations brought less than {:g} % "
            "of what was known before it."
        ).format(listed(level), 100 * statistics.LITTLE)
    return (
        Markdown("It levels off nowhere yet.")
        if any(f.enough for f in learnt.values())
        else Markdown("")
    )


def _rest(learnt: Learnt) -> Markdown:
    """Where the last one brought nothing, it is too early to say, or nothing was noted."""
    words = []
    for kind, why in _REST.items():
        fields = [f.field for f, found in learnt.items() if verdict(found) == kind]
        words += [Markdown("{} {}.").format(why, listed(fields))] if fields else []
    return Markdown(" ").join(words)


_REST = {
    "slowing": "The last conversation brought nothing new in",
    "too early": "Too early to say for",
    "nothing noted": "Nothing noted in",
}
