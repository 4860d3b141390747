"""Names typed and the rows they stand for: found by folded name or alias, else made."""

from uuid import UUID

from sqlalchemy import select

from lib import taxonomy
from lib.commands.journal import Step
from lib.ids import new_id
from lib.model import Field, Skill
from lib.text import fold

SLOTS = 8


class Names:
    """The explorer's fields and skills by name, read once; new ones are added to the step."""

    def __init__(self, step: Step, *, sample: bool = False) -> None:
        self._step = step
        self._sample = sample
        self._fields = self._read_fields()
        self._skills, self._codes = self._read_skills()

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
        """The skill of this name or alias; never a guess.

        Software keeps the words typed: "SQL" reads better than its official name.
        """
        folded = fold(name)
        if folded in self._skills:
            return self._skills[folded]
        known = taxonomy.find(name)
        if known and known.code in self._codes:
            return self._codes[known.code]
        if known and fold(known.name) in self._skills:
            return self._skills[fold(known.name)]
        software = known is not None and known.kind == "software"
        shown = known.name if known and not software else name.strip()
        return self._new_skill(shown, known.code if known else None)

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
        self._skills[folded] = identity
        if code:
            self._codes[code] = identity
        return identity

    def _read_fields(self) -> dict[str, tuple[UUID, int]]:
        query = select(Field.folded, Field.id, Field.colour_slot)
        mine = query.where(Field.explorer_id == self._step.explorer_id)
        return {folded: (i, slot) for folded, i, slot in self._step.session.execute(mine)}

    def _read_skills(self) -> tuple[dict[str, UUID], dict[str, UUID]]:
        query = select(Skill.folded, Skill.id, Skill.merged_into_id, Skill.taxonomy_code)
        mine = query.where(Skill.explorer_id == self._step.explorer_id)
        found = self._step.session.execute(mine).all()
        by_name = {folded: merged or i for folded, i, merged, _ in found}
        by_code = {code: merged or i for _, i, merged, code in found if code}
        return by_name, by_code

    def _free_slot(self) -> int:
        taken = {slot for _, slot in self._fields.values()}
        free = (slot for slot in range(1, SLOTS + 1) if slot not in taken)
        return next(free, SLOTS + 1)
