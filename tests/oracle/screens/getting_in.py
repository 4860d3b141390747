"""Getting in: who named which way, how long, at what cost; when steps are reached."""

from collections import defaultdict
from typing import Any

from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from tests.oracle import payback, steps
from tests.oracle.book import fold, later
from tests.oracle.looked_at import Figures, Look, Reckoned
from tests.oracle.money import Cost
from tests.oracle.ways import Ends, Way, comparable, span, ways
from tests.oracle.words import of_span, spanned

FEWEST = 3
PAYBACK = ("New pay until it is back", "From the first day")


def shown(look: Look) -> Figures:
    figures: Figures = {}
    answer = getting_in(look.session, look.viewer, look.filters)
    for row in answer.drawing.table.to_dict("records"):
        where = f"{fold(row['Way in'])}, {row['Field']}"
        figures["named it", where] = row["Named it"], row["Asked"]
        figures["required", where] = yes_no(row["Required"])
        figures["alongside", where] = yes_no(row["Beside a job"])
        for what in ("Months", "Cost"):
            figures[what.lower(), where] = ranged(row[what])
    for row in answer.payback.to_dict("records"):
        where = f"{fold(row['Way in'])}, {row['Field']}"
        for column in PAYBACK:
            figures[column, where] = missing(str(row.get(column, "")))
    path = ladders(look.session, look.viewer, look.filters)
    for row in path.drawing.table.to_dict("records"):
        where = f"{fold(row['Title'])}, {row['Field']}"
        figures["named the step", where] = row["Named it"], row["Asked"]
        figures["reached", where] = read(row["Reached"])
    return figures


def yes_no(words: str) -> tuple[int, int]:
    """`2 yes, 1 no`: how many said which."""
    said = [part.split(" ", 1) for part in words.split(", ") if part[:1].isdigit()]
    count = {word: int(number) for number, word in said}
    return count.get("yes", 0), count.get("no", 0)


def ranged(words: str) -> tuple[Any, ...] | None:
    return None if words in ("not said", "") else spanned(words)


def reckoned(on: Reckoned) -> Figures:
    figures: Figures = {}
    for field_id, field in on.names.items():
        of_way: dict[str, list[Way]] = defaultdict(list)
        for way in ways(on.book, field_id):
            of_way[fold(way.said.row["name"])].append(way)
        for name, many in of_way.items():
            figures.update(of_name(on, f"{name}, {field}", field_id, many))
            if on.book.fields[field_id]["kind"] != "current" and on.book.explorer["current_pay"]:
                figures.update(pays_back(on, f"{name}, {field}", field_id, many))
        figures.update(path(on, field_id, field))
    return figures


def missing(words: str) -> str:
    """A row that lacks something says what; an open end on either side is not known."""
    if words.startswith(("missing", "not known")):
        return words.split(":", maxsplit=1)[0]
    return words


def pays_back(on: Reckoned, where: str, field_id: str, many: list[Way]) -> Figures:
    """Months of the new pay, and with the training before them."""
    back = payback.of_way(on.book, field_id, many)
    if on.book.view.link:
        return {}
    new, first_day = PAYBACK
    if back is None:
        return {(new, where): "missing", (first_day, where): ""}
    told = payback.words(back, back.soonest, back.latest)
    begun = back.soonest is None or back.soonest > payback.LONG
    whole = told if begun else payback.words(back, *back.whole)
    return {(new, where): told, (first_day, where): whole}


def of_name(on: Reckoned, where: str, field_id: str, many: list[Way]) -> Figures:
    """One way in over everybody who named it."""
    required = [way.required for way in many]
    beside = [way.alongside for way in many]
    months = span([way.months for way in many if way.months])
    costs = span([ends(way.cost) for way in many if way.cost and comparable(way.cost)])
    currency = on.book.explorer["base_currency"]
    return {
        ("named it", where): (len(many), on.asked(field_id, "training")),
        ("required", where): (required.count("yes"), required.count("no")),
        ("alongside", where): (beside.count(True), beside.count(False)),
        ("months", where): months and of_span(months),
        ("cost", where): costs and of_span(costs, currency),
    }


def ends(one: Cost) -> Ends:
    return one.low, one.high


def path(on: Reckoned, field_id: str, field: str) -> Figures:
    """The steps of one field."""
    named: dict[str, set[str]] = defaultdict(set)
    for ((person, _), title), _ in later(on.book, "step_findings", field_id).items():
        named[str(title)].add(person)
    reach = steps.told(on.book, field_id)
    figures: Figures = {}
    for title, people in named.items():
        where = f"{title}, {field}"
        figures["named the step", where] = len(people), on.asked(field_id, "path")
        figures["reached", where] = when(reach.get(title, []))
    return figures


def when(told: list[Ends]) -> tuple[Any, ...] | str:
    """From three people on the earliest to the latest, under three each one's own."""
    if not told:
        return "not said when"
    if all(ends == (0, 0) for ends in told):
        return "the start"
    together = [told] if len(told) >= FEWEST else [[one] for one in told]
    found = [of_span(each) for many in together if (each := span(many))]
    return (*sorted(found, key=str), len(told))


def read(words: str) -> tuple[Any, ...] | str:
    """`after 3 to 7 years (4)`, `after 2; 4 to 5 years`, `within 8 years`."""
    if not any(letter.isdigit() for letter in words):
        return words
    bare, _, people = words.removeprefix("after ").partition(" (")
    found = [spanned(part.strip()) for part in bare.split(";")]
    return (*sorted(found, key=str), int(people[:-1]) if people else len(found))
