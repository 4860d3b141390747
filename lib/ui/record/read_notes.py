"""What the notes of the open form suggest, line by line; nothing is taken without a press."""

from dataclasses import dataclass
from typing import Any

from lib import notes
from lib.commands.drafts import DISMISSED, keep_draft
from lib.notes.days import day_in, latest_day
from lib.queries.history import drafts
from lib.text import digest
from lib.ui.access.session import database, explorer
from lib.ui.reads import today
from lib.ui.record.content import NAME
from lib.ui.record.edits import MARKS, added, as_before, mine, remove_one
from lib.ui.record.state import Form, dollar, keep
from lib.ui.record.suggested import KINDS, values
from lib.ui.writes import write_draft

TO_MEET = "person to meet"
WHO = "who"


@dataclass(frozen=True)
class Suggested:
    """One suggestion: of which line, as what, with which values of its finding."""

    line_id: str
    mark: str
    values: dict[str, Any]
    key: str

    @property
    def kind(self) -> str:
        """The list of findings it belongs to; "" for a person."""
        return MARKS[self.mark][0] if self.mark in MARKS else ""


def suggested(form: Form) -> list[Suggested]:
    """Everything that the notes suggest, in the order of their lines, but what was dismissed."""
    lines, page = form.content["notes"], "\n".join(one["text"] for one in form.content["notes"])
    read = notes.read(page, dollar=dollar())
    found = [*_who(read, form), *_people(read, form)]
    for mark, kind in KINDS.items():
        for one in getattr(read, kind):
            line = lines[page.count("\n", 0, one.start)]
            found.append(_made(line, mark, values(mark, one)))
    gone = dismissed(form)
    places = {line["id"]: place for place, line in enumerate(lines)}
    kept = {one.key: one for one in found if one.key not in gone}
    return sorted(kept.values(), key=lambda one: places[one.line_id])


def _made(line: dict[str, Any], mark: str, told: dict[str, Any]) -> Suggested:
    key = digest(line["text"], mark, *(str(told[name]) for name in sorted(told)))
    return Suggested(line["id"], mark, told, key)


def _people(read: notes.Page, form: Form) -> list[Suggested]:
    lines, page = form.content["notes"], "\n".join(one["text"] for one in form.content["notes"])
    return [
        _made(lines[page.count("\n", 0, one.start)], TO_MEET, {"name": one.name, "role": one.role})
        for one in read.people
    ]


def _who(read: notes.Page, form: Form) -> list[Suggested]:
    """Who spoke, where the form does not say so yet."""
    lines = form.content["notes"]
    if not lines:
        return []
    day = day_in("\n".join(line["text"] for line in lines[:2]))
    held_on = latest_day(day, today()).isoformat() if day else ""
    told = {"name": read.speaker, "role": read.role, "field": read.field, "held_on": held_on}
    person = form.content["person"]
    have = {name: form.content[name] or person.get(name) for name in ("role", "field", "held_on")}
    open_ = WHO in form.accepted or not (person["name"] or any(have.values()))
    return [_made(lines[0], WHO, told)] if open_ and any(told.values()) else []


def is_accepted(form: Form, one: Suggested) -> bool:
    """Whether it was taken: by this press, or because the line already says the same."""
    if one.mark == WHO:
        return WHO in form.accepted
    if one.mark == TO_MEET:
        return any(other["key"] == one.key for other in form.to_meet)
    return finding_of(form, one) is not None


def finding_of(form: Form, one: Suggested) -> dict[str, Any] | None:
    """The finding that was made of a suggestion, also where it was edited since."""
    many: list[dict[str, Any]] = form.content[one.kind]
    taken = form.accepted.get(one.key)
    name = NAME[one.kind]
    for other in many:
        same = other["note_id"] == one.line_id and other[name] == one.values[name]
        if other["id"] == taken or (same and other["id"] not in form.accepted.values()):
            return other
    return None


def accept(form_key: str, *many: Suggested) -> None:
    """For callbacks: take these, and keep the draft; what is taken already stays as it is."""
    form = mine(form_key)
    if form is None:
        return
    for one in many:
        if not is_accepted(form, one):
            _take(form, one)
    keep(form)


def turn(form_key: str, one: Suggested) -> None:
    """For callbacks: take it, or give it back where it is taken."""
    form = mine(form_key)
    if form is None:
        return
    if not is_accepted(form, one):
        _take(form, one)
    elif one.mark == WHO:
        _untell(form, one)
    elif one.mark == TO_MEET:
        form.to_meet = [other for other in form.to_meet if other["key"] != one.key]
    elif found := finding_of(form, one):
        remove_one(form, one.kind, found["id"])
        form.accepted.pop(one.key, None)
    keep(form)


def _take(form: Form, one: Suggested) -> None:
    if one.mark == WHO:
        form.accepted[WHO] = one.key
        form.content["person"]["name"] = one.values["name"]
        form.content["role"] = form.content["person"]["role"] = one.values["role"]
        form.content["field"] = one.values["field"]
        form.content["held_on"] = one.values["held_on"] or None
        return
    if one.mark == TO_MEET:
        form.to_meet.append({"key": one.key, **one.values})
        return
    text = next(line["text"] for line in form.content["notes"] if line["id"] == one.line_id)
    made = added(form, one.kind, note_id=one.line_id, quote=text, **one.values)
    as_before(form, one.kind, made)
    form.accepted[one.key] = made["id"]


def _untell(form: Form, one: Suggested) -> None:
    form.accepted.pop(WHO, None)
    form.content["person"]["name"] = form.content["person"]["role"] = ""
    form.content["role"] = form.content["field"] = ""
    form.content["held_on"] = None


def dismissed(form: Form) -> set[str]:
    """The keys of what was dismissed for good, by line and words."""
    with database().read() as session:
        kept = drafts(session, explorer(), _place(form))
    return {key for _, content, _ in kept for key in content["keys"]}


def dismiss(form_key: str, one: Suggested) -> None:
    """For callbacks: it does not come back for that line."""
    form = mine(form_key)
    if form is None:
        return
    if is_accepted(form, one):
        turn(form_key, one)
    keys = sorted(dismissed(form) | {one.key})
    write_draft(keep_draft, _place(form), {"keys": keys})


def _place(form: Form) -> str:
    return DISMISSED + form.identity
