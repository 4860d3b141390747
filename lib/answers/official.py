"""What official figures say beside what people said: the band, or why there is none.

Never pooled with what people said, and never converted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import nan

import pandas as pd

from lib import money
from lib.answers.fields import FieldShown
from lib.answers.words import listed
from lib.frames import Row
from lib.markdown import Markdown
from lib.queries.explorer import Profile
from lib.reference import occupations
from lib.reference.figures import Wage
from lib.reference.wages import wage

COLUMNS = ("field_id", "low", "high", "median", "words", "middle")
"""Of the bands as a chart takes them: `high` and `median` are missing where they are "at least"."""


@dataclass(frozen=True)
class Official:
    """The figures of each field that has some in the explorer's currency, a year.

    `notes` say why another field has none, `sources` what the grey stands for.
    """

    wages: dict[str, Wage]
    notes: tuple[Markdown, ...]
    sources: Markdown
    untied: tuple[str, ...]

    @property
    def briefly(self) -> Markdown:
        """The sources without the figures of each field."""
        if not self.wages:
            return Markdown("")
        return Markdown(
            "Grey behind entry pay: the official 10th to 90th percentile and median of all levels "
            "together, cut at the edge ({})."
        ).format(_releases(self.wages.values()))

    def bands(self) -> pd.DataFrame:
        """The columns of `COLUMNS`, a row a field."""
        rows = [_band(field_id, one) for field_id, one in self.wages.items()]
        return pd.DataFrame(rows, columns=list(COLUMNS))


NONE = Official({}, (), Markdown(""), ())


def official(shown: list[FieldShown], me: Profile) -> Official:
    """What is known of the occupations that the fields are held against."""
    tied = [(field, wage(field.occupation, field.area)) for field in shown if field.occupation]
    drawn = {field.field_id: one for field, one in tied if _why_not(field, one, me) == "" and one}
    notes = [why for field, one in tied if (why := _why_not(field, one, me))]
    return Official(
        wages=drawn,
        notes=tuple(dict.fromkeys(notes)),
        sources=_sources([(field, one) for field, one in tied if one and field.field_id in drawn]),
        untied=tuple(field.field for field in shown if not field.occupation),
    )


def _why_not(field: FieldShown, one: Wage | None, me: Profile) -> Markdown:
    """Why there is no band; nothing where there is one."""
    name, what = field.field, _what(field)
    if one is None:
        return Markdown("{}: there are no official figures for {} any more; choose anew.").format(
            name, what
        )
    if not one.released:
        return Markdown("{}: official figures for {} were not released.").format(name, what)
    if one.currency != me.base_currency:
        return Markdown(
            "Official figures for {} are in {} and are not converted: there is no grey band while "
            "these figures are in {}."
        ).format(name, one.currency, me.base_currency)
    if one.period == "hour":
        return Markdown(
            "{}: official figures for {} are by the hour only ({}, median {}), since few there "
            "work all year: no band a year is drawn."
        ).format(name, what, _span(one), _middle(one))
    return Markdown("")


def _what(field: FieldShown) -> str:
    """Such as "Data Scientists, Ohio"."""
    title, area = occupations.title(field.occupation), occupations.area(field.area)
    return f"{title or 'that occupation'}, {area or 'that area'}"


def _band(field_id: str, one: Wage) -> Row:
    ends = [one.exact(share) for share in (10, 90, 50)]
    low, high, median = (nan if end is None else end for end in ends)
    return {
        **{"field_id": field_id, "low": low, "high": high, "median": median},
        **{"words": _span(one), "middle": f"official median {_middle(one)}"},
    }


def _span(one: Wage) -> str:
    """From the 10th to the 90th percentile; "or more" where the upper is a lower bound."""
    low, high = one.at.get(10), one.at.get(90)
    if one.exact(10) is None and low is not None:
        return f"{money.short(low, one.currency)} or more"
    return money.span(low, high, one.currency) + " or more" * (high is not None and _open(one, 90))


def _middle(one: Wage) -> str:
    middle = one.at.get(50)
    if middle is None:
        return "not known"
    return money.short(middle, one.currency) + " or more" * _open(one, 50)


def _open(one: Wage, share: int) -> bool:
    return one.open_from is not None and share >= one.open_from


def _sources(tied: list[tuple[FieldShown, Wage]]) -> Markdown:
    """What the grey is, field by field, with release and source."""
    if not tied:
        return Markdown("")
    each = Markdown("; ").join(
        Markdown("{}: {}, {}, median {}").format(
            field.field, _what(field), _span(one), _middle(one)
        )
        for field, one in tied
    )
    return Markdown(
        "Grey: the official 10th to 90th percentile and the median, of employees of all levels "
        "together, before tax. {}. Source: {}."
    ).format(each, _releases((one for _, one in tied)))


def _releases(wages: Iterable[Wage]) -> str:
    return listed(list(dict.fromkeys(f"{one.source}, {one.release}" for one in wages)))
