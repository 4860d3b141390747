"""How it is said that people agree on pay or split, and who is not among those counted."""

from collections.abc import Sequence
from math import isnan

from lib.answers.agreed import Agreement, agreement, closed
from lib.answers.words import counted, listed, number
from lib.answers.yearly import in_words
from lib.frames import Row

NAMED = 4
"""Open ends that a sentence names one by one."""


def told(found: Agreement, currency: str, unit: str = "year") -> str:
    """The verdict of three people or more, such as `3 of 4 people's figures share $58k to $60k`."""

    def words(low: float, high: float) -> str:
        return in_words(low, high, currency, unit)

    share = f"{found.k} of {found.of} people's figures share"
    shared = _again([words(one.low, one.high) for one in found.shared], found.k)
    match found.verdict:
        case "split":
            low, high = found.split or found.shared[:2]
            return (
                f"{len(low.who)} of {found.of} people's figures share {words(low.low, low.high)}, "
                f"and {len(high.who)} share {words(high.low, high.high)}"
            )
        case "gaps":
            ends = words(found.pieces[0].low, found.pieces[-1].high).replace(" to ", " and ", 1)
            return f"half of them meet between {ends}, with gaps: {share} {shared}"
        case "agreed":
            return f"{share} {shared}"
    most = "no two" if found.k < 2 else f"no more than {found.k} of {found.of}"
    return f"{most} people's figures share any stretch of {words(*found.ends)}"


def _again(stretches: Sequence[str], count: int) -> str:
    """`$50k to $55k, and 3 share $65k to $70k`."""
    first, *others = stretches or [""]
    return first + "".join(f", and {count} share {one}" for one in others)


def in_sentences(figures: Sequence[Row], currency: str, unit: str = "year") -> str:
    """What the figures of one field and level say, and what of them is not counted."""
    found = agreement(figures)
    say = _of_few if found.verdict == "few" else _of_more
    parts = [say(found, currency, unit), _left_out(figures, currency, unit)]
    return " ".join(part for part in parts if part)


def _of_more(found: Agreement, currency: str, unit: str) -> str:
    begin = {"split": "They split: ", "apart": "No agreement: "}.get(found.verdict, "")
    words = told(found, currency, unit)
    return begin + (words if begin else words[:1].upper() + words[1:]) + "."


def _of_few(found: Agreement, currency: str, unit: str) -> str:
    if not found.n:
        return ""
    people = "One person" if found.n == 1 else "Two people"
    said = in_words(*found.ends, currency, unit)
    return f"{people} said {said}: too few to say where they agree."


def _left_out(figures: Sequence[Row], currency: str, unit: str) -> str:
    """Open ends by name, as long as they are few, and how many are too old."""
    ends = [
        [None if isnan(row[end]) else float(row[end]) for end in ("a_low", "a_high")]
        for row in figures
        if row["counts"] and (isnan(row["a_low"]) or isnan(row["a_high"]))
    ]
    words = [in_words(low, high, currency, unit) for low, high in ends]
    parts = []
    if len(words) > NAMED:
        parts.append(f"Not counted: {len(words)} figures with an open end.")
    elif words:
        parts.append(f"Not counted, since an end is open: {', '.join(words)}.")
    if aged := sum(row["old"] for row in figures):
        parts.append(f"{counted(aged, 'older figure')} {'is' if aged == 1 else 'are'} not counted.")
    return " ".join(parts)


REASONS = ("who only heard", "with older figures only", "whose figures have an open end")
"""Why somebody's figures are not counted."""


def beside(figures: Sequence[Row], among: Sequence[str], fewest: int = 1) -> str:
    """Who opens under these figures and is not among those counted: `one who only heard`.

    No number of them where the viewer may not see one under `fewest`.
    """
    counted_ones, rest = set(among), dict[str, list[Row]]()
    for row in figures:
        if row["person_id"] not in counted_ones:
            rest.setdefault(row["person_id"], []).append(row)
    reasons: dict[str, set[str]] = {why: set() for why in REASONS}
    for person, said in rest.items():
        reasons[_why(said)].add(person)
    reasons = {why: people for why, people in reasons.items() if people}
    if any(len(people) < fewest for people in reasons.values()):
        return "others whose figures are not counted"
    return listed([f"{number(len(people))} {why}" for why, people in reasons.items()])


def _why(said: Sequence[Row]) -> str:
    """Why none of a person's figures counts."""
    at_first_hand = [row for row in said if row["whose"] != "heard"]
    if not at_first_hand:
        return REASONS[0]
    if all(row["old"] for row in at_first_hand):
        return REASONS[1]
    return REASONS[2]


def together(figures: Sequence[Row]) -> str:
    """`, Zurich and Boise together` where the figures that count are of several currencies.

    Which country a place is in nobody said; another currency is another country.
    """
    counting = closed(figures)
    if len({row["currency"] for row in counting}) < 2:
        return ""
    names = [row["place"] or row["currency"] for row in counting]
    return f", {listed(list(dict.fromkeys(names)))} together"
