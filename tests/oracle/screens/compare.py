"""Compare: the cells of the aligned rows."""

from collections.abc import Mapping
from typing import Any

from lib.answers.compare import compare
from tests.oracle import agreement, days
from tests.oracle import skills as rules
from tests.oracle.links import figured
from tests.oracle.looked_at import Figures, Look, Reckoned
from tests.oracle.pools import MAIN, in_pool, ranges
from tests.oracle.screens.skills import NOW, required
from tests.oracle.ways import Ends, cost_to_enter, months_to_enter, span, ways
from tests.oracle.words import ends, numbers, of_span, spanned
from tests.oracle.words import shown as rounded

FEWEST = 3
NOT_COUNTED = "heard or older figures only"
OTHERWISE = "said otherwise: see Pay"
AS_SAID = "as it was said"
ASKED = {
    **{"Skills I have": "skills", "Time to enter": "training", "Cost to enter": "training"},
    **{"Entry pay": "pay", "Hard : good": "day to day", "Outlook": "outlook"},
}


def shown(look: Look) -> Figures:
    answer = compare(look.session, look.viewer, look.filters)
    figures: Figures = {}
    for row in answer.drawing.table.to_dict("records"):
        field, question = row["Field"].removesuffix(NOW), row["Question"]
        figures[question, field] = READ[question](str(row["Answer"]))
    return figures


def to_enter(words: str) -> Any:
    """`3 to 24 (9 of 9)`: the range, and of how many people it is; then what has no place in it."""
    bare, behind, people = words.split("; ", maxsplit=1)[0].partition(" (")
    if not behind:
        return AS_SAID if any(letter.isdigit() for letter in words) else words
    return (*spanned(bare), *map(int, numbers(people)))


def pay(words: str) -> Any:
    """The pieces of a band, or the figures themselves; behind a comma, whose stand together."""
    if words in ("heard only", "older figures only"):
        return NOT_COUNTED
    if OTHERWISE in words or "said, not counted: " in words:
        return OTHERWISE
    if not any(letter.isdigit() for letter in words) or "no band" in words:
        return words
    bare = words.split(", ", maxsplit=1)[0] if words.endswith(" together") else words
    return sorted((ends(part) for part in bare.split("; ")), key=str)


def outlook(words: str) -> str:
    """What projections say stands behind a semicolon."""
    return words.split("; ", maxsplit=1)[0]


READ = {
    "Interest": lambda words: words,
    "Skills I have": lambda words: words,
    "Time to enter": to_enter,
    "Cost to enter": to_enter,
    "Entry pay": pay,
    "Hard : good": lambda words: words,
    "Outlook": outlook,
}


def reckoned(on: Reckoned) -> Figures:
    figures: Figures = {}
    for field_id, field in on.names.items():
        figures["Interest", field] = interest(on, field_id)
        for question, topic in ASKED.items():
            if not on.asked(field_id, topic):
                figures[question, field] = "not asked"
            elif not on.answered(field_id, topic):
                figures[question, field] = "no answer"
            else:
                figures[question, field] = CELL[question](on, field_id)
    return figures


def interest(on: Reckoned, field_id: str) -> str:
    """From the first "before" to the latest "after"; a "before" alone is not an "after"."""
    before, after = days.interest(on.book, field_id)
    if after is None:
        return "not noted yet"
    return f"{after}" if before in (None, after) else f"{before} to {after}"


def skills(on: Reckoned, field_id: str) -> str:
    told = rules.named(on.book, field_id)
    needed = {skill for skill, words in told.items() if required(on, list(words.values()))}
    have = rules.skills_i_have(needed, rules.mine(on.book))
    if have is None:
        return "none required yet"
    return f"{have[0]} of {have[1]}" if on.book.rows("own_skills") else "yours not rated yet"


def over_people(on: Reckoned, field_id: str, least: Mapping[str, Ends], currency: str) -> Any:
    """From the lowest to the highest over each person's shortest or cheapest way in."""
    found = span(list(least.values()))
    if found is None:
        return "not said"
    return (*of_span(found, currency or None), len(least), on.asked(field_id, "training"))


def months(on: Reckoned, field_id: str) -> Any:
    return over_people(on, field_id, months_to_enter(on.book, field_id), "")


def cost(on: Reckoned, field_id: str) -> Any:
    """Of costs with a rate that are not old; where there is no other, those stand as said."""
    base = on.book.explorer["base_currency"]
    found = over_people(on, field_id, cost_to_enter(on.book, field_id), base)
    any_cost = any(way.cost for way in ways(on.book, field_id))
    return AS_SAID if found == "not said" and any_cost else found


def entry_pay(on: Reckoned, field_id: str) -> Any:
    """The band of three people or more; under three what they said, open ends as open."""
    here = in_pool(on.book, field_id, "entry", MAIN)
    if not here:
        levels = {"entry", "unstated"}
        said = [s for s in figured(on.book, field_id) if s.row["level"] in levels]
        return OTHERWISE if said else "no entry figure"
    closed = ranges(here)
    base = on.book.explorer["base_currency"]
    if pieces := agreement.band(closed):
        return sorted((rounded(low, base), rounded(high, base)) for low, high in pieces)
    if len(closed) >= FEWEST:
        return f"{sum(one.counting for one in here)} figures, no band"
    told = [(shown_end(one.low, base), shown_end(one.high, base)) for one in here if one.counting]
    return sorted(told, key=str) or NOT_COUNTED


def shown_end(amount: float | None, base: str) -> float | None:
    return None if amount is None else rounded(amount, base)


def leaning(on: Reckoned, field_id: str) -> str:
    """Tenths of hard and good over people; under three the counts."""
    sides = list(days.sides(on.book, field_id).values())
    mean = days.leaning(sides)
    if mean is None:
        return f"{sum(d for _, d in sides)} hard, {sum(u for u, _ in sides)} good"
    good = round(float(mean) * 10)
    return f"{10 - good} : {good}"


def direction(on: Reckoned, field_id: str) -> str:
    """What more than half of those asked say, of three; else the counts."""
    counts = {word: len(people) for word, people in days.directions(on.book, field_id).items()}
    asked = on.asked(field_id, "outlook")
    most = days.majority(counts, asked)
    of = f"of at most {asked}" if on.k > 1 else f"of {asked}"
    if most:
        return f"{most} ({counts[most]} {of})"
    if sum(counts.values()) >= FEWEST:
        (word, said), *others = counts.items()
        return f"{sum(counts.values())} people differ" if others else f"{said} {word} {of}"
    words = ("growing", "steady", "changing", "shrinking")
    return ", ".join(f"{counts[w]} {w}" for w in words if w in counts) or "in words only"


CELL = {
    "Skills I have": skills,
    "Time to enter": months,
    "Cost to enter": cost,
    "Entry pay": entry_pay,
    "Hard : good": leaning,
    "Outlook": direction,
}
