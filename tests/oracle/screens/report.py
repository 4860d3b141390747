"""The report's tables: each is one that a screen of the same viewer shows."""

from collections.abc import Iterator

import pandas as pd

from lib.access.viewer import Share
from lib.answers.compare import compare
from lib.answers.day_to_day import day_to_day
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.answers.overview import overview
from lib.answers.pay import pay
from lib.answers.report import section, titles
from lib.answers.skills import skills
from lib.answers.weighing import weighed
from tests.oracle.looked_at import Figures, Look, Reckoned


def shown(look: Look) -> Figures:
    """By question: whether its table is a screen's; nothing for who needs no report."""
    if not isinstance(look.viewer, Share):
        return {}
    known = list(of_screens(look))
    figures: Figures = {}
    for title in titles(worded=False):
        for part in section(look.session, look.viewer, look.filters, title).parts:
            table = part.table if part.drawing is None else part.drawing.table
            if table is not None and not any(table.equals(one) for one in known):
                figures["a table of the report", part.question] = "on no screen"
    return figures


def of_screens(look: Look) -> Iterator[pd.DataFrame]:
    asked = look.session, look.viewer, look.filters
    yield overview(*asked).coverage.drawing.table
    yield compare(*asked).drawing.table
    yield weighed(*asked).drawing.table
    worth = skills(*asked)
    for one in (worth, worth.worth, worth.gaps, worth.following):
        yield one.drawing.table
    ways = getting_in(*asked)
    yield ways.drawing.table
    yield ways.payback
    yield ladders(*asked).drawing.table
    paid = pay(*asked)
    yield from (panel.drawing.table for panel in paid.panels)
    yield paid.loose
    days = day_to_day(*asked)
    yield days.themes.table
    yield days.outlook.table


def reckoned(on: Reckoned) -> Figures:
    """No table of its own."""
    return {}
