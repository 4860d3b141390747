"""What a link and a file are asked alike: which fields, what is in, how small a group may be."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from lib.access.links import Scope
from lib.ui import show

WITHIN = {
    "names": "Names of those who agreed",
    "organisations": "Organisations",
    "quotes": "What they said",
    "pay": "My present pay",
    "skills": "My skills",
    "interest": "My interest and takeaways",
    "comments": "Their remarks",
}
FEWEST = {1: "Show every group", 2: "Leave out one person alone", 3: "Leave out fewer than three"}


class Labels(NamedTuple):
    """The three questions: two forms of one page do not ask them in the same words."""

    fields: str
    within: str
    fewest: str


class Within(NamedTuple):
    """Names of fields, parts of `Scope`, and the fewest people a group may have."""

    fields: list[str]
    parts: list[str]
    fewest: int


def choose(names: Collection[str], parts: Mapping[str, str], labels: Labels) -> Within:
    """Three boxes of a form; every field is in at first, and what a new link has."""
    fields = show.pills(
        *(labels.fields, list(names)),
        selection_mode="multi",
        default=list(names),
    )
    within = show.pills(
        *(labels.within, list(parts)),
        format_func=lambda part: parts[part],
        selection_mode="multi",
        default=[part for part in parts if getattr(Scope(), part)],
    )
    fewest = show.segmented_control(
        *(labels.fewest, list(FEWEST)),
        format_func=lambda few: FEWEST[few],
        default=1,
        required=True,
    )
    return Within(list(fields), list(within), int(fewest))
