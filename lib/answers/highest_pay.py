"""Which field pays most to start, said only where nothing speaks against it."""

from collections.abc import Mapping
from typing import NamedTuple

from lib import money
from lib.answers.words import listed
from lib.markdown import Markdown, bold

SHARED = "at least half of the people there share"


class Starts(NamedTuple):
    """The outer ends of a field's band, if it has one; whether somebody left an upper end open."""

    band: tuple[float, float] | None
    opened: bool


def highest_pay(fields: Mapping[str, Starts], base: str) -> Markdown:
    """The fields that reach and start highest, by name; empty where that cannot be said.

    "Highest" only where both ends are at least those of every other field and nobody left an
    upper end open anywhere; else who reaches and who starts highest. 40 to 75 and 70 to 74: the
    first reaches highest, the second starts highest. 50 to 60 and "from 55": nothing.
    """
    bands = {name: one.band for name, one in fields.items() if one.band is not None}
    if len(bands) < 2 or any(one.opened for one in fields.values()):
        return Markdown("")
    starts, reaches = ({name: round(ends[at]) for name, ends in bands.items()} for at in (0, 1))
    first, last = _most(starts), _most(reaches)
    both = [name for name in first if name in last]
    if both:
        low, high = bands[both[0]]
        words = money.span(low, high, base)
        return Markdown("{} the highest entry pay that {} ({}).").format(
            _named(both, "has", "have"), SHARED, words
        )
    top, bottom = (money.short(max(ends.values()), base) for ends in (reaches, starts))
    return Markdown("{} highest in entry pay ({}), {} highest ({}), of what {}.").format(
        _named(last, "reaches", "reach"), top, _named(first, "starts", "start"), bottom, SHARED
    )


def _most(values: Mapping[str, int]) -> list[str]:
    """All that have the highest value."""
    most = max(values.values())
    return [name for name, value in values.items() if value == most]


def _named(names: list[str], one: str, many: str) -> Markdown:
    return Markdown("{} {}").format(
        listed([bold(name) for name in names]),
        one if len(names) == 1 else many,
    )
