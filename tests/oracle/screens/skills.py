"""Skills: who named what where, what is required, how much it matters, what one more opens."""

from collections.abc import Mapping
from math import isnan
from typing import Any

from lib.answers.skills import skills
from tests.oracle import links
from tests.oracle import skills as rules
from tests.oracle.looked_at import Figures, Look, Reckoned

NOW = " (now)"


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
    return tuple(sorted(part for part in listed.replace(" and ", ", ").split(", ") if part))


def reckoned(on: Reckoned) -> Figures:
    figures: Figures = {}
    told = {f: rules.named(on.book, f) for f in on.names}
    targets = [f for f in rules.targets(on.book) if f in on.names]
    for skill in sorted({skill for many in told.values() for skill in many}):
        name = on.skills[skill]
        for f, field in on.names.items():
            here = told[f].get(skill, {})
            figures["named it", f"{name} in {field}"] = len(here), on.asked(f, "skills")
            figures["required", f"{name} in {field}"] = required(on, list(here.values()))
        shares = [(len(told[f].get(skill, {})), on.asked(f, "skills")) for f in targets]
        breadth, fields, reach = rules.breadth_and_reach(shares)
        figures["fields that named it", name] = breadth
        everywhere = {(p, f): w for f in targets for p, w in told[f].get(skill, {}).items()}
        count = rules.necessity(list(everywhere.values()))
        said = count.mandatory, count.stated, count.named - count.stated
        figures["fields asked", name], figures["reach", name] = fields, round(reach, 2)
        figures["mandatory, stated, unstated", name] = said
        found = rules.interval(on.book, everywhere)
        figures["interval", name] = found and (round(found[0], 2), round(found[1], 2))
    return {**figures, **following(on, targets)}


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
