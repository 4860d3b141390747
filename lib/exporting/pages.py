"""Conversations as Markdown, one page each, for those who keep their notes elsewhere.

Above each page stands what a program may look for, as YAML; what was typed is escaped, so that a
page links, embeds and fetches nothing.
"""

import json
import re
from collections.abc import Iterable, Iterator

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.calendar_file import day_of
from lib.exporting.packing import packed
from lib.findings import KINDS
from lib.queries.whole import all_conversations
from lib.records import Conversation
from lib.sheet import column_of
from lib.sheet.finding_lines import line_of

HEADINGS = {
    "skills_mandatory": "Skills that are required",
    "skills_helpful": "Skills that help",
    "skills_not_needed": "Skills that are not needed",
    "skills": "Skills that came up",
    "pay_entry": "Pay to begin with",
    "pay_mid": "Pay with some years",
    "pay_senior": "Senior pay",
    "pay": "Pay",
    "training_required": "Training that is required",
    "training_not_required": "Training that is not required",
    "training": "Ways in",
    "upsides": "What is good",
    "downsides": "What is hard",
    "steps": "Steps of a career",
    "outlook": "Where it is going",
}
LONGEST_NAME = 100
"""Letters of a file's name."""

_NO_NAME = re.compile(r'[\\/:*?"<>|#^\[\]%\x00-\x1f\x7f]+')
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$#^&%={}]")
_BEGINS = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))(?=[\s.)])")


def export_pages(session: Session, viewer: Explorer) -> bytes:
    """A packed folder with a page a conversation, by id."""
    return packed(pages_of(all_conversations(session, viewer)))


def pages_of(many: Iterable[Conversation]) -> Iterator[tuple[str, str]]:
    """The name of each page, no two alike in any capitals, and its text."""
    taken: set[str] = set()
    for said in many:
        name = base = _name(said)
        number = 2
        while name.casefold() in taken:
            name, number = f"{base} {number}", number + 1
        taken.add(name.casefold())
        yield f"{name}.md", page_of(said)


def page_of(said: Conversation) -> str:
    """The page of one conversation."""
    parts = ["\n".join(_front(said)), f"# {_escaped(_who(said))}: {_escaped(said.field)}"]
    for heading, text in (("Purpose", said.purpose), ("Takeaway", said.takeaway)):
        if text:
            parts.append(f"## {heading}\n\n{_lines(text)}")
    if said.notes:
        parts.append("## Notes\n\n" + "\n".join(_item(note.text) for note in said.notes))
    for column, lines in _findings(said).items():
        parts.append(f"## {HEADINGS[column]}\n\n" + "\n".join(map(_item, lines)))
    return "\n\n".join(parts) + "\n"


def _front(said: Conversation) -> Iterator[str]:
    day = day_of(said)
    told = {
        "id": str(said.id),
        "field": said.field,
        "person": said.person.name,
        "role": said.role or said.person.role,
        "organisation": said.organisation or said.person.organisation,
        "status": said.status,
        "day": day.isoformat() if day else "",
        "asked": list(said.asked),
    }
    yield "---"
    for name, value in told.items():
        if value:
            yield f"{name}: {_yaml(value)}"
    yield "---"


def _yaml(value: object) -> str:
    """JSON is YAML too, but for line ends that JSON leaves as they are."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda c: f"\\u{ord(c[0]):04x}", text)


def _findings(said: Conversation) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for one in getattr(said, kind.list_of):
            found.setdefault(column_of(one), []).append(line_of(one, kind))
    return found


def _who(said: Conversation) -> str:
    person = said.person
    return person.name or person.description or said.role or person.role or "Somebody"


def _name(said: Conversation) -> str:
    """Such as "2026-03-02 Ann Example, Nurse": nothing that a file's name cannot hold."""
    day = day_of(said)
    whole = f"{day.isoformat() if day else said.status} {_who(said)}, {said.field}"
    return " ".join(_NO_NAME.sub(" ", whole).split())[:LONGEST_NAME].strip(" .")


def _lines(text: str) -> str:
    """Each line a line of the page too."""
    return "\\\n".join(_escaped(line) for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text))


def _item(text: str) -> str:
    return "- " + _lines(text).replace("\n", "\n  ")


def _escaped(text: str) -> str:
    """Text that shows as it was typed, whatever program reads the page."""
    signs = _SIGNS.sub(r"\\\g<0>", text)
    return _BEGINS.sub(
        lambda found: found[1] + (found[2] if found[2].isdigit() else f"\\{found[2]}"), signs
    )
