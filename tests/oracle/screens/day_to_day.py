"""Day to day: who calls what good or hard, and where the field is going."""

from lib.answers.day_to_day import day_to_day
from tests.oracle import days
from tests.oracle.book import fold
from tests.oracle.looked_at import Figures, Look, Reckoned, tally

DIRECTIONS = ("growing", "steady", "changing", "shrinking")


def shown(look: Look) -> Figures:
    answer = day_to_day(look.session, look.viewer, look.filters)
    figures: Figures = {}
    for row in answer.themes.table.to_dict("records"):
        tally(figures, f"{row['Side']} for", f"{fold(row['Theme'])}, {row['Field']}")
    for row in answer.outlook.table.to_dict("records"):
        where = f"{row['Direction']}, {row['Field']}"
        figures["outlook", where] = row["Said so"], row["Asked"]
    return figures


def reckoned(on: Reckoned) -> Figures:
    figures: Figures = {}
    for field_id, field in on.names.items():
        for side in ("upside", "downside"):
            for theme, people in days.themes(on.book, field_id, side).items():
                figures[f"{side} for", f"{theme}, {field}"] = len(people)
        told = days.directions(on.book, field_id)
        for direction in DIRECTIONS:
            said = len(told.get(direction, ()))
            figures["outlook", f"{direction}, {field}"] = said, on.asked(field_id, "outlook")
    return figures
