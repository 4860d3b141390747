"""Names typed and the rows they stand for: found by folded name or alias, else made."""

from uuid import UUID

from sqlalchemy import select

from lib.access.viewer import Explorer
from lib.commands.journal import Step
from lib.filters import EVERYTHING
from lib.ids import new_id
from lib.model import Field, Skill
from lib.queries.skill_names import skill_names
from lib.skills import taxonomy
from lib.skills.names import SkillRow
from lib.text import fold

SLOTS = 8


class Names:
    """The explorer's fields and skills by name, read once; new ones are added to the step."""

    def __init__(self, step: Step, *, sample: bool = False) -> None:
        self._step = step
        self._sample = sample
        self._fields = self._read_fields()
        self.skills = skill_names(step.session, Explorer(step.explorer_id), EVERYTHING)

    def field(self, name: str, **more: object) -> UUID:
        """The field of this name; a new one takes the first colour that is free."""
        folded = fold(name)
        if folded not in self._fields:
            slot = self._free_slot()
            row = {"name": name.strip(), "folded": folded, "colour_slot": slot, **more}
            identity = self._step.add(Field, id=new_id(), sample=self._sample, **row)
            self._fields[folded] = (identity, slot)
        return self._fields[folded][0]

    def skill(self, name: str) -> UUID:
        """The skill of this name or alias; never a guess."""
        found = self.skills.find(name)
        if found is not None:
            return found
        known = taxonomy.find(name)
        return self._new_skill(self.skills.called(name), known.code if known else None)

    def _new_skill(self, name: str, code: str | None) -> UUID:
        folded = fold(name)
        identity = self._step.add(
            Skill,
            id=new_id(),
            name=name,
            folded=folded,
            taxonomy_code=code,
            merged_into_id=None,
            sample=self._sample,
        )
        self.skills.add(SkillRow(identity, name, folded, code, None))
        return identity

    def _read_fields(self) -> dict[str, tuple[UUID, int]]:
        query = select(Field.folded, Field.id, Field.colour_slot)
        mine = query.where(Field.explorer_id == self._step.explorer_id)
        return {folded: (i, slot) for folded, i, slot in self._step.session.execute(mine)}

    def _free_slot(self) -> int:
        taken = {slot for _, slot in self._fields.values()}
        free = (slot for slot in range(1, SLOTS + 1) if slot not in taken)
        return next(free, SLOTS + 1)
