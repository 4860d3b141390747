"""Which of the explorer's skills a typed name means: by its own name, an alias, an official name.

Pure, and never a guess. A skill that was merged leads to the one that counts, however many
merges lie between.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from lib.skills import taxonomy
from lib.text import fold


@dataclass(frozen=True)
class SkillRow:
    """One name as it is kept; `code` is the taxonomy's, None where it is tied to none."""

    id: UUID
    name: str
    folded: str
    code: str | None
    into: UUID | None


class SkillNames:
    """The explorer's skills by everything they go by."""

    def __init__(self, rows: Iterable[SkillRow]) -> None:
        self.rows = {row.id: row for row in rows}
        self._roots = roots({row.id: row.into for row in self.rows.values()})
        self._by_name = {row.folded: self.counts(row.id) for row in self.rows.values()}
        self._by_code = {
            row.code: self.counts(row.id) for row in self.rows.values() if row.code is not None
        }

    def __repr__(self) -> str:
        return f"SkillNames({list(self.rows.values())!r})"

    def counts(self, skill_id: UUID) -> UUID:
        """The skill that this one counts as: itself, unless it was merged."""
        return self._roots[skill_id]

    def find(self, typed: str) -> UUID | None:
        """The skill that counts under this name, None where nobody has used it yet."""
        named = self._by_name.get(fold(typed))
        if named is not None:
            return named
        known = taxonomy.find(typed)
        if known is None:
            return None
        return self._by_code.get(known.code) or self._by_name.get(fold(known.name))

    def coded(self, code: str) -> UUID | None:
        """The skill that counts as this official one."""
        return self._by_code.get(code)

    def name(self, typed: str) -> str:
        """The name that it has here; as it was typed where it is not here."""
        found = self.find(typed)
        return typed if found is None else self.rows[found].name

    def called(self, typed: str) -> str:
        """The name that it has here, or would get.

        Software keeps the words typed: "SQL" reads better than its official name.
        """
        known = None if self.find(typed) else taxonomy.find(typed)
        return known.name if known and known.kind != "software" else self.name(typed.strip())

    def knows(self, typed: str) -> bool:
        """Whether it is certain which skill is meant: one used before, or one of the taxonomy."""
        return self.find(typed) is not None or taxonomy.find(typed) is not None

    def group(self, skill_id: UUID) -> list[SkillRow]:
        """Every row that counts as the same skill as this one."""
        root = self.counts(skill_id)
        return [row for row in self.rows.values() if self._roots[row.id] == root]

    def add(self, row: SkillRow) -> None:
        """One more, merged into none."""
        self.rows[row.id] = row
        self._roots[row.id] = self._by_name[row.folded] = row.id
        if row.code is not None:
            self._by_code[row.code] = row.id


def roots(into: Mapping[UUID, UUID | None]) -> dict[UUID, UUID]:
    """Where each chain of merges ends; a circle, which only a file can bring, ends at its least."""
    return {start: _end(start, into) for start in into}


def _end(start: UUID, into: Mapping[UUID, UUID | None]) -> UUID:
    passed, here = [start], into[start]
    while here is not None and here not in passed:
        passed.append(here)
        here = into.get(here)
    return passed[-1] if here is None else min(passed[passed.index(here) :])
