"""The ways into a field as people named them: who, at what cost, how long, required or not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

import pandas as pd

from lib.answers.words import counted, listed
from lib.charts.base import key
from lib.frames import Row, records
from lib.markdown import Markdown, bold
from lib.statistics.counting import given
from lib.text import digest


@dataclass(frozen=True)
class Way:
    """One way in, over everybody who named it; the highest figures said (infinite: not said)."""

    field_id: str
    name: str
    key: str
    people: frozenset[str]
    cost_high: float
    months_high: float
    required: frozenset[str]
    not_required: frozenset[str]

    priced_whole: bool
    """Whether all that was said of the cost has a place in the base currency."""

    @property
    def priced(self) -> bool:
        """Whether a cost was said in full: nobody left its upper end open, none is left out."""
        return self.cost_high < inf and self.priced_whole

    @property
    def timed(self) -> bool:
        """The same of how long it takes."""
        return self.months_high < inf


def ways_named(told: pd.DataFrame) -> list[Way]:
    """Every way in of every field, from the columns of `with_costs`."""
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in records(told):
        way = digest(row["kind"], row["name"])
        groups.setdefault((row["field_id"], way), []).append(row)
    return [_way(field, way, said) for (field, way), said in groups.items()]


def _way(field_id: str, way: str, said: list[Row]) -> Way:
    def those(word: str) -> frozenset[str]:
        return frozenset(row["person_id"] for row in said if row["required"] == word)

    return Way(
        field_id=field_id,
        name=said[0]["name"],
        key=key("training", field_id, way),
        people=frozenset(row["person_id"] for row in said),
        cost_high=_highest([(row["cost_low"], row["cost_high"]) for row in said]),
        months_high=_highest([(row["months_low"], row["months_high"]) for row in said]),
        required=those("yes"),
        not_required=those("no"),
        priced_whole=all(row["cost_whole"] for row in said),
    )


def _highest(ranges: list[tuple[float | None, float | None]]) -> float:
    """The highest upper end; infinite where none was said, or somebody left theirs open."""
    if any(given(low) and not given(high) for low, high in ranges):
        return inf
    return max((high for _, high in ranges if given(high)), default=inf)


def nothing_required(told: Iterable[Row], fields: Mapping[str, str]) -> Markdown:
    """The fields in which people say that their way in is not required, and nobody that one is.

    `told`: field_id, person_id, required of each way in; `fields`: names by id, in order.
    """
    said: dict[str, dict[str, set[str]]] = {}
    for row in told:
        people = said.setdefault(row["field_id"], {}).setdefault(row["required"], set())
        people.add(row["person_id"])
    free = [
        (name, len(answers["no"]))
        for field_id, name in fields.items()
        if "yes" not in (answers := said.get(field_id, {})) and "no" in answers
    ]
    if not free:
        return Markdown("")
    words = [
        Markdown("{} ({} of theirs)").format(bold(name), _say(people)) for name, people in free
    ]
    return Markdown("As far as anybody said, nothing is required in {}.").format(listed(words))


def _say(people: int) -> str:
    """`1 person says so`, `9 people say so`."""
    return counted(people, "person says so", "people say so")
