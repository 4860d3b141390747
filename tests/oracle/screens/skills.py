"""Skills: who named what where, what is required, how much it matters, what one more opens."""

import re
from collections.abc import Mapping
from math import isnan
from typing import Any

from lib.answers.skills import skills
from tests.oracle import links
from tests.oracle import skills as rules
from tests.oracle.book import Voice
from tests.oracle.looked_at import Figures, Look, Reckoned

NOW = " (now)"
IN_CELLS, WEIGHED = 40, 24
"""Skills that the two charts draw."""


def shown(look: Look) -> Figures:
    answer = skills(look.session, look.viewer, look.filters)
    figures: Figures = {}
    for row in answer.drawing.table.to_dict("records"):
        where = f"{row['Skill']} in {row['Field'].removesuffix(NOW)}"
        figures["named it", where] = row["Named it"], row["Asked"]
        figures["required", where] = bool(row["Required"])
        figures["fields that named it", row["Skill"]] = row["Fields that named it"]
    for row in answer.worth.drawing.table.to_dict("records"):
        figures.update(weight(row))
    for row in answer.following.drawing.table.to_dict("records"):
        figures["opens", row["Skill"]] = names(row["Opens"])
        figures["brings nearer", row["Skill"]] = names(row["Brings nearer"])
    return figures


def weight(row: Mapping[Any, Any]) -> Figures:
    said = row["Mandatory"], row["Said how much"], row["Did not say"]
    low, high = float(row["From"]), float(row["To"])
    return {
        ("fields asked", row["Skill"]): row["Fields asked"],
        ("reach", row["Skill"]): float(row["Mean share of those asked"]),
        ("mandatory, stated, unstated", row["Skill"]): said,
        ("interval", row["Skill"]): None if isnan(low) else (low, high),
    }


def names(listed: str) -> tuple[str, ...]:
    return tuple(sorted(part for part in re.split(r", | and |; ", listed) if part))


def reckoned(on: Reckoned) -> Figures:
    """The widest skills first: as many as are drawn, but what one more opens of all."""
    figures: Figures = {}
    told = {f: rules.named(on.book, f) for f in on.names}
    targets = [f for f in rules.targets(on.book) if f in on.names]
    reaching: dict[str, tuple[int, int, float]] = {}
    for skill in {skill for many in told.values() for skill in many}:
        shares = [(len(told[f].get(skill, {})), on.asked(f, "skills")) for f in targets]
        reaching[skill] = rules.breadth_and_reach(shares)
    order = sorted(reaching, key=lambda s: (-reaching[s][0], -reaching[s][2], on.skills[s]))
    for skill in order[:IN_CELLS]:
        name = on.skills[skill]
        figures["fields that named it", name] = reaching[skill][0]
        for f, field in on.names.items():
            here = told[f].get(skill, {})
            figures["named it", f"{name} in {field}"] = len(here), on.asked(f, "skills")
            figures["required", f"{name} in {field}"] = required(on, list(here.values()))
    for skill in order[:WEIGHED]:
        name, (_, fields, reach) = on.skills[skill], reaching[skill]
        figures["fields asked", name], figures["reach", name] = fields, round(reach, 2)
        everywhere = {(p, f): w for f in targets for p, w in told[f].get(skill, {}).items()}
        figures.update(mattering(on, name, everywhere))
    return {**figures, **following(on, targets)}


def mattering(on: Reckoned, name: str, everywhere: dict[Voice, str]) -> Figures:
    """How much it matters, over every target field."""
    count = rules.necessity(list(everywhere.values()))
    found = rules.interval(on.book, everywhere)
    rounded = found and (round(found[0], 2), round(found[1], 2))
    said = count.mandatory, count.stated, count.named - count.stated
    if on.k > 1 and count.stated:
        said = count.mandatory, on.of(count.named), 0
    return {("mandatory, stated, unstated", name): said, ("interval", name): rounded}


def required(on: Reckoned, words: list[str]) -> bool:
    if on.k == 1:
        return rules.necessity(words).required
    return links.required(words.count("mandatory"), len(words), on.k)


def following(on: Reckoned, targets: list[str]) -> Figures:
    """What each required skill that I lack would do."""
    needed = {f: rules.required(on.book, f) for f in targets}
    figures: Figures = {}
    for skill, (opens, nearer) in rules.one_more(needed, rules.mine(on.book)).items():
        figures["opens", on.skills[skill]] = tuple(sorted(on.names[f] for f in opens))
        figures["brings nearer", on.skills[skill]] = tuple(sorted(on.names[f] for f in nearer))
    return figures
