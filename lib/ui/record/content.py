"""What the Record form holds: one plain dictionary, made from a conversation and parsed into one.

It is JSON and may be wrong in any of its values: `parse` says what is wrong, and where.
"""

from copy import deepcopy
from operator import itemgetter
from typing import Any

from pydantic import ValidationError

from lib.errors import Refused
from lib.figures import added, span_phrase
from lib.findings import BY_LIST, KINDS, Kind
from lib.findings.parts import Money, Pair
from lib.ids import new_id
from lib.merging import Content, Where
from lib.records import Conversation, PersonSaid, problems
from lib.text import untimed
from lib.ui.record import phrases
from lib.words import TOPICS

Finding = dict[str, Any]
Problems = dict[Where, str]

NAME = {kind.list_of: kind.counts_by for kind in KINDS}
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
    for kind in KINDS:
        found = zip(content[kind.list_of], getattr(said, kind.list_of), strict=True)
        content[kind.list_of] = [_with_phrases(kind, one, record) for one, record in found]
        if kind.in_order:
            content[kind.list_of].sort(key=itemgetter(kind.in_order))
    return content


def a_line(line: str) -> dict[str, Any]:
    """A line of the notes, and where a recording has it: `[0:12:34] Ann: hello`."""
    said_at, text = untimed(line)
    return {"id": str(new_id()), "text": text, "said_at": said_at}


def a_finding(kind: str, /, **values: Any) -> Finding:
    """A new finding of this kind with nothing else in it."""
    about = BY_LIST[kind]
    fixed: dict[str, Any] = dict(about.sorts[0].fixed)
    record = about.record.model_construct(id=new_id(), **fixed)
    empty = record.model_dump(mode="json", warnings=False)
    return {**_with_phrases(about, empty, record), **values}


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
    for kind in KINDS:
        many = raw[kind.list_of]
        raw[kind.list_of] = [_without_phrases(kind, one, dollar, wrong) for one in many]
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


def _with_phrases(kind: Kind, finding: Finding, record: Any) -> Finding:
    """Pairs of ends become the one phrase that a person types."""
    for pair in kind.of(Pair):
        for end in pair.ends:
            del finding[end]
        finding[pair.name] = _phrase(pair, record)
    for name, part in kind.typed.items():
        if part.instead_of and finding[name] == finding[part.instead_of]:
            finding[name] = ""
    return finding


def _phrase(pair: Pair, record: Any) -> str:
    low, high = (getattr(record, end) for end in pair.ends)
    if not isinstance(pair, Money):
        return span_phrase(low, high)
    period = record.period if "period" in pair.units else None
    return phrases.pay_phrase(low, high, record.currency, period)


def _without_phrases(kind: Kind, finding: Finding, dollar: str, wrong: Problems) -> Finding:
    for pair in kind.of(Pair):
        text = finding.pop(pair.name).strip()
        if not text:
            continue
        try:
            finding.update(added(finding, _read(pair, text, dollar)))
        except Refused as refused:
            wrong[(kind.list_of, finding["id"], pair.name)] = str(refused)
    return finding


def _read(pair: Pair, text: str, dollar: str) -> Finding:
    if isinstance(pair, Money):
        return pair.read(text, dollar)
    return phrases.read_span(text, pair.name)


def _where(raw: Content, loc: tuple[str | int, ...]) -> Where:
    """The place in the form: a finding by its id, a rule about two values beside the one."""
    if len(loc) > 1 and isinstance(loc[1], int):
        one = raw[str(loc[0])][loc[1]]
        identity = one["id"] if isinstance(one, dict) else str(one)
        return (str(loc[0]), identity, *map(str, loc[2:]))
    if not loc:
        return ("held_on",)
    return ("person", "consent_on") if loc == ("person",) else tuple(map(str, loc))
