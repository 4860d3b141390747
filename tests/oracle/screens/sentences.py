"""What the conversations say: which sentences there are, how strong, in which order."""

from collections import defaultdict
from collections.abc import Iterator
from math import inf

from lib.answers.data_say import data_say
from lib.answers.fields import fields_shown
from lib.reference.wages import wage
from tests.oracle import agreement, claims, days
from tests.oracle import official as rules_official
from tests.oracle import skills as rules
from tests.oracle.book import fold
from tests.oracle.claims import Strength
from tests.oracle.independence import sums
from tests.oracle.looked_at import AnyOf, Figures, Look, Reckoned
from tests.oracle.payback import in_full
from tests.oracle.pools import MAIN, in_pool, ranges
from tests.oracle.screens.answers import skill_names
from tests.oracle.ways import Way, comparable, ways

Candidate = tuple[str, str, Strength]
"""Its kind, what it is about, and its strength."""


def shown(look: Look) -> Figures:
    names = {f.field_id: f.field for f in fields_shown(look.session, look.viewer, look.filters)}
    names |= skill_names(look)
    figures: Figures = {}
    for one in data_say(look.session, look.viewer, look.filters).sentences:
        about = subject(one.key, one.label, names)
        kind = f"{one.kind}, official" if "official" in one.words else one.kind
        figures[f"sentence, {kind}", about] = one.strength, one.groups
    figures["how many sentences", ""] = len(figures)
    return figures


def subject(key: str, label: str, names: dict[str, str]) -> str:
    """What a sentence is about, from the key that its evidence opens by."""
    what, *ids = key.split("/")
    about = [names.get(part, part) for part in ids]
    match what:
        case "training":
            return f"{fold(label.rpartition(', ')[0])} in {about[0]}"
        case "compare":
            return f"outlook in {about[0]}"
        case "pay":
            return f"{about[1]} pay in {about[0]}"
    return " in ".join(about)


def reckoned(on: Reckoned) -> Figures:
    """The strongest, as they would be said; of those level at the end any may be."""
    every = {(kind, about): strength for kind, about, strength in candidates(on)}
    order = sorted(every, key=lambda one: (-every[one].value, -every[one].groups))
    kinds: dict[str, int] = defaultdict(int)
    kept: list[tuple[str, str]] = []
    for kind, about in order:
        counted = kind.partition(",")[0]
        if kinds[counted] < claims.EACH and len(kept) < claims.ALL:
            kinds[counted] += 1
            kept.append((kind, about))
    level = {strong(every[one]) for one in kept} & {
        strong(every[one]) for one in order if one not in kept
    }
    said = [one for one in order if one in kept or strong(every[one]) in level]
    figures: Figures = {
        (f"sentence, {kind}", about): AnyOf(found) if found in level else found
        for kind, about in said
        for found in [strong(every[kind, about])]
    }
    return {**figures, ("how many sentences", ""): len(kept)}


def strong(one: Strength) -> tuple[float, int]:
    return round(one.value, 9), one.groups


def candidates(on: Reckoned) -> Iterator[Candidate]:
    targets = [f for f in on.names if on.book.fields[f]["kind"] != "current"]
    yield from crossing(on, [f for f in targets if on.asked(f, "skills")])
    for f in targets:
        yield from paid(on, f)
        yield from official(on, f)
        yield from cheapest(on, f)
        yield from differing(on, f)


def crossing(on: Reckoned, targets: list[str]) -> Iterator[Candidate]:
    """A skill that more than one field named, of everybody asked there."""
    told = {f: rules.named(on.book, f) for f in targets}
    asked = {(p, f) for f in targets for p in on.book.asked_of(f, "skills")}
    parts = on.parts()
    for skill in {skill for many in told.values() for skill in many}:
        said = {(p, f) for f in targets for p in told[f].get(skill, ())}
        if len({f for _, f in said}) > 1 and len({parts[p] for p, _ in said}) > 1:
            k, n = sums(said, asked, parts)
            yield "skill", on.skills[skill], Strength(claims.claim(float(k), n), n)


def paid(on: Reckoned, field_id: str) -> Iterator[Candidate]:
    """Of a field and level, how far people's figures agree, or that they split."""
    parts = on.parts(field_id)
    for level in ("entry", "mid", "senior"):
        said = ranges(in_pool(on.book, field_id, level, MAIN))
        about = f"{level} pay in {on.names[field_id]}"
        if len(said) < 3:
            continue
        sides = agreement.split(said)
        if sides:
            one, other = (stretch.voices for stretch in sides)
            found = claims.contradicted(one, other, one | other, field_id, parts)
        else:
            every = [
                claims.claimed(s.voices, said, field_id, parts) for s in agreement.shared(said)
            ]
            known = [strength for strength in every if strength]
            whole = len(known) == len(every)
            found = min(known, key=lambda s: (s.value, s.groups)) if known and whole else None
        if found:
            yield "pay", about, found


def official(on: Reckoned, field_id: str) -> Iterator[Candidate]:
    """Of a field and level, where most people's pay lies outside official figures."""
    row = on.book.fields[field_id]
    if not row["occupation_code"]:
        return
    released = wage(row["occupation_code"], row["area_code"])
    if released is None:
        return
    year, exact = int(released.release[-4:]), ((n, released.exact(n)) for n in (10, 25, 75, 90))
    at = {n: end for n, end in exact if end is not None}
    parts = on.parts(field_id)
    for level in rules_official.LEVELS:
        here = in_pool(on.book, field_id, level, MAIN)
        people = rules_official.hulls(
            [one for one in here if rules_official.compared(one, released.currency, year)]
        )
        those = rules_official.beyond(people, at)
        strength = claims.claimed(those, people, field_id, parts)
        if strength and len(those) >= on.k:
            yield "pay, official", f"{level} pay in {on.names[field_id]}", strength


def cheapest(on: Reckoned, field_id: str) -> Iterator[Candidate]:
    """Of the ways in that two groups named and whose cost was said in full, the cheapest.

    Ties are named: the sentence stands on the strongest of those that cost and take as much.

    A superlative, which a link with a threshold does not give.
    """
    if on.k > 1:
        return
    parts, asked = on.parts(field_id), on.book.asked_of(field_id, "training")
    carried = []
    for name, many in by_name(on, field_id).items():
        strength = claims.claimed({way.said.person for way in many}, asked, field_id, parts)
        cost = most([way.cost.high for way in many if way.cost and comparable(way.cost)])
        if strength and in_full(many) and cost < inf:
            months = most([way.months[1] for way in many if way.months])
            carried.append((cost, months, -strength.value, -strength.groups, name, strength))
    if carried:
        *_, name, strength = min(carried, key=lambda one: one[:5])
        yield "way in", f"{name} in {on.names[field_id]}", strength


def most(ends: list[float | None]) -> float:
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else inf


def by_name(on: Reckoned, field_id: str) -> dict[str, list[Way]]:
    found: dict[str, list[Way]] = defaultdict(list)
    for way in ways(on.book, field_id):
        found[fold(way.said.row["name"])].append(way)
    return found


def differing(on: Reckoned, field_id: str) -> Iterator[Candidate]:
    """Mandatory against not needed, required against not required, growing against shrinking."""
    field, parts = on.names[field_id], on.parts(field_id)
    sides = {}
    for skill, told in rules.named(on.book, field_id).items():
        words = ("mandatory", "not needed")
        sides[f"{on.skills[skill]} in {field}"] = [{p for p in told if told[p] == w} for w in words]
    for name, many in by_name(on, field_id).items():
        sides[f"{name} in {field}"] = [
            {way.said.person for way in many if way.required == word} for word in ("yes", "no")
        ]
    going = days.directions(on.book, field_id)
    up, down = (going.get(word, set()) for word in ("growing", "shrinking"))
    sides[f"outlook in {field}"] = [up, down]
    for about, (one, other) in sides.items():
        found = claims.contradicted(one, other, one | other, field_id, parts)
        if found:
            yield "contradiction", about, found
