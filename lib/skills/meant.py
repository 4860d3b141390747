"""Which skills a list means: each under the name that counts, or as written with what is alike."""

from collections.abc import Iterable
from dataclasses import dataclass

from lib.skills import taxonomy
from lib.skills.lists import Listed
from lib.skills.names import SkillNames
from lib.text import fold


@dataclass(frozen=True)
class Meant:
    """One skill of a list; `alike`: names that an unknown one may stand for, to be confirmed."""

    typed: str
    skill: str
    level: int | None
    shown: str
    alike: tuple[str, ...]


def meant(listed: Iterable[Listed], names: SkillNames) -> list[Meant]:
    """Each skill once, in the order of the list: the higher level, all that says where."""
    found: dict[str, Meant] = {}
    for one in listed:
        skill = names.called(one.typed)
        have = found.get(fold(skill))
        if have is None:
            alike = () if names.knows(one.typed) else suggestions(one.typed, names)
            found[fold(skill)] = Meant(one.typed, skill, one.level, one.shown, alike)
            continue
        level = max(have.level or 0, one.level or 0) or None
        shown = "; ".join(dict.fromkeys(s for s in (have.shown, one.shown) if s))
        found[fold(skill)] = Meant(have.typed, skill, level, shown, have.alike)
    return list(found.values())


def suggestions(typed: str, names: SkillNames) -> tuple[str, ...]:
    """Names that are like an unknown one, best first, each skill once."""
    mine = (row.name for row in names.rows.values())
    alike = taxonomy.suggest(typed, (*mine, *taxonomy.spellings()))
    return tuple(dict.fromkeys(map(names.called, alike)))
