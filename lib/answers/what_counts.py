"""What counts for the explorer, as a screen shows it and lets it be set."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from lib.access.viewer import Viewer
from lib.answers.words import counted, listed
from lib.criteria import EQUAL, Ends, Weight, Weights, ends
from lib.filters import EVERYTHING, Filters
from lib.frames import records
from lib.markdown import Markdown
from lib.money import short
from lib.queries.explorer import profile
from lib.queries.voices import aspects
from lib.queries.weighing import Limits, criterion_weights, deal_breakers, limits
from lib.words import THEMES


@dataclass(frozen=True)
class WhatCounts:
    """Weights with their ends, limits and deal-breakers; `themes` are those to choose from."""

    weights: Weights
    ends: dict[str, Ends | None]
    limits: Limits
    deal_breakers: tuple[str, ...]
    themes: tuple[str, ...]
    currency: str
    pay_known: bool

    @property
    def given(self) -> bool:
        """Whether anything was set."""
        return self.weights.given or self.limited

    @property
    def limited(self) -> bool:
        """Whether a limit or a deal-breaker was set."""
        return self.limits != Limits(None, None, None) or bool(self.deal_breakers)


def what_counts(session: Session, viewer: Viewer, filters: Filters) -> WhatCounts:
    """Whatever the filters: it is the person's, not the fields'."""
    me = profile(session, viewer)
    weights = weights_given(session, viewer, EVERYTHING)
    pay = None if me.current_pay is None else me.current_pay / 100
    chosen = deal_breakers(session, viewer, EVERYTHING)["theme"].tolist()
    told = aspects(session, viewer, EVERYTHING)
    named = sorted(set(told.loc[told["side"] == "downside", "theme"]) - {""})
    return WhatCounts(
        weights=weights,
        ends={w.criterion: ends(w, pay) for w in weights.each},
        limits=limits(session, viewer),
        deal_breakers=tuple(chosen),
        themes=tuple(dict.fromkeys([*chosen, *THEMES, *named])),
        currency=me.base_currency,
        pay_known=pay is not None,
    )


def limits_in_words(counts: WhatCounts) -> Markdown:
    """Every limit and deal-breaker in one sentence."""
    have, parts = counts.limits, list[str]()
    if have.least_pay is not None:
        parts.append(f"entry pay of {short(have.least_pay / 100, counts.currency)} at least")
    if have.most_months is not None:
        parts.append(f"{counted(have.most_months, 'month')} to enter at most")
    if have.most_cost is not None:
        parts.append(f"{short(have.most_cost / 100, counts.currency)} to enter at most")
    parts += [f"no “{theme}”" for theme in counts.deal_breakers]
    if not parts:
        return Markdown("No limit is set, or none is in this link.")
    return Markdown("{}.").format(listed(parts))


def weights_given(session: Session, viewer: Viewer, filters: Filters) -> Weights:
    """Points and ends of every criterion; those that nobody set as they are by default."""
    rows = {row["criterion"]: row for row in records(criterion_weights(session, viewer, filters))}
    each = []
    for usual in EQUAL.each:
        row = rows.get(usual.criterion)
        if row is None:
            each.append(usual)
            continue
        found = [
            None if row[end] != row[end] else int(row[end]) for end in ("nothing", "everything")
        ]
        each.append(Weight(usual.criterion, row["points"], *found))
    return Weights(tuple(each), given=bool(rows))
