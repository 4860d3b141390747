"""What the Record form holds: one plain dictionary, made from a conversation and parsed into one.

It is JSON and may be wrong in any of its values: `parse` says what is wrong, and where.
"""

from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any

from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import added, read_cost, read_pay, read_step_pay, span_phrase
from lib.ids import new_id
from lib.merging import Content, Where
from lib.records import RECORDS, Conversation, PersonSaid, problems
from lib.ui.record import phrases
from lib.words import TOPICS

Finding = dict[str, Any]
Problems = dict[Where, str]

NAME = {
    "skills": "skill",
    "trainings": "name",
    "salaries": "pay",
    "aspects": "theme",
    "steps": "title",
    "outlooks": "direction",
}
"""Where each kind of finding has the name or figure under which it counts."""


def blank(identity: str = "") -> Content:
    """The content of a new form; nothing is filled in that was not said."""
    said = Conversation(field="-", person=PersonSaid(), status="idea")
    content = {**content_of(said), "field": "", "status": "held"}
    return {**content, "id": identity} if identity else content


def content_of(said: Conversation) -> Content:
    """A conversation as its form shows it: figures as phrases, days as text."""
    content = said.model_dump(mode="json")
    content["asked"] = [topic for topic in TOPICS if topic in said.asked]
    for kind in RECORDS:
        found = zip(content[kind], getattr(said, kind), strict=True)
        content[kind] = [_with_phrases(kind, one, record) for one, record in found]
    content["steps"].sort(key=lambda step: step["position"])
    return content


def a_finding(kind: str, /, **values: Any) -> Finding:
    """A new finding of this kind with nothing else in it."""
    record = RECORDS[kind].model_construct(id=new_id(), side="upside")
    empty = record.model_dump(mode="json", warnings=False)
    return {**_with_phrases(kind, empty, record), **values}


def completed(content: Content) -> Content:
    """What an earlier Fieldwork kept, with what it did not know yet; the rest is left out."""
    whole = _filled(blank(), content)
    whole["person"] = _filled(blank()["person"], content["person"])
    for kind in NAME:
        whole[kind] = [_filled(a_finding(kind), one) for one in whole[kind]]
    return whole


def unnamed(kind: str, finding: Finding) -> bool:
    """Whether it still lacks the name or figure under which it counts."""
    return finding[NAME[kind]] in {"", "unstated"}


def parse(content: Content, dollar: str) -> tuple[Conversation | None, Problems]:
    """The conversation, or what is wrong by where it stands: `("skills", id, "skill")`."""
    raw, wrong = deepcopy(content), Problems()
    for kind in RECORDS:
        raw[kind] = [_without_phrases(kind, one, dollar, wrong) for one in raw[kind]]
    said = None
    try:
        said = _with_their_role(Conversation.model_validate(raw))
    except ValidationError as error:
        misread = {where[:2] for where in wrong}
        for problem in problems(error):
            where = _where(raw, problem.where)
            if where[:2] not in misread:
                wrong.setdefault(where, problem.message)
    return (None if wrong else said), wrong


def _filled(empty: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    return {name: values.get(name, value) for name, value in empty.items()}


def _with_their_role(said: Conversation) -> Conversation:
    """Somebody of whom nothing else is known does today what they did on that day."""
    person = said.person
    now = {
        "role": person.role or said.role,
        "organisation": person.organisation or said.organisation,
    }
    return said.model_copy(update={"person": person.model_copy(update=now)})


def _with_phrases(kind: str, finding: Finding, record: Any) -> Finding:
    """Pairs of ends become the one phrase that a person types."""
    for name, prefix in _MONEY.get(kind, ()):
        low, high = getattr(record, f"{prefix}low"), getattr(record, f"{prefix}high")
        period = getattr(record, "period", None)
        finding[name] = phrases.pay_phrase(low, high, record.currency, period)
        del finding[f"{prefix}low"], finding[f"{prefix}high"]
    for name in _SPANS.get(kind, ()):
        low, high = getattr(record, f"{name}_low"), getattr(record, f"{name}_high")
        finding[name] = span_phrase(low, high)
        del finding[f"{name}_low"], finding[f"{name}_high"]
    if finding.get("said_as") and finding["said_as"] == finding["skill"]:
        finding["said_as"] = ""
    return finding


def _without_phrases(kind: str, finding: Finding, dollar: str, wrong: Problems) -> Finding:
    for name, _ in _MONEY.get(kind, ()):
        _read(kind, finding, name, partial(_MONEY_READ[kind], dollar=dollar), wrong)
    for name in _SPANS.get(kind, ()):
        _read(kind, finding, name, partial(phrases.read_span, name=name), wrong)
    return finding


def _read(
    kind: str, finding: Finding, name: str, reader: Callable[[str], Finding], wrong: Problems
) -> None:
    text = finding.pop(name).strip()
    if not text:
        return
    try:
        finding.update(added(finding, reader(text)))
    except Refused as refused:
        wrong[(kind, finding["id"], name)] = str(refused)


def _where(raw: Content, loc: tuple[str | int, ...]) -> Where:
    """The place in the form: a finding by its id, a rule about two values beside the one."""
    if len(loc) > 1 and isinstance(loc[1], int):
        one = raw[str(loc[0])][loc[1]]
        identity = one["id"] if isinstance(one, dict) else str(one)
        return (str(loc[0]), identity, *map(str, loc[2:]))
    if not loc:
        return ("held_on",)
    return ("person", "consent_on") if loc == ("person",) else tuple(map(str, loc))


_MONEY = {"trainings": [("cost", "cost_")], "salaries": [("pay", "")], "steps": [("pay", "")]}
_MONEY_READ = {"trainings": read_cost, "salaries": read_pay, "steps": read_step_pay}
_SPANS = {"trainings": ["months"], "steps": ["years"]}
