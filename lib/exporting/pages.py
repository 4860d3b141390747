"""Conversations as Markdown, one page each, for those who keep their notes elsewhere.

Above each page stands what is not on it, as YAML under the names of a sheet's columns; what was
typed is escaped, so that a page links, embeds and fetches nothing. It comes back the same.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from uuid import UUID

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.calendar_file import day_of
from lib.exporting.packing import packed
from lib.exporting.sheets import named_once
from lib.queries.whole import all_conversations
from lib.records import Conversation
from lib.sheet import cells_of

HEADINGS = {
    "purpose": "Purpose",
    "takeaway": "Takeaway",
    "notes": "Notes",
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
"""What stands on the page itself, by the column of a sheet."""
LONGEST_NAME = 100
"""Letters of a file's name."""

_NO_NAME = re.compile(r'[\\/:*?"<>|#^\[\]%\x00-\x1f\x7f]+')
_SIGNS = re.compile(r"[\\`*_\[\]<>|~$#^&%={}]")
_BEGINS = re.compile(r"^(\s*)([-+]|\d+(?=[.)]))(?=[\s.)])")


def export_pages(session: Session, viewer: Explorer) -> bytes:
    """A packed folder with a page a conversation, by id."""
    people = named_once(session, viewer)
    return packed(pages_of(all_conversations(session, viewer), people))


def pages_of(
    many: Iterable[Conversation], people: Mapping[UUID, str] | None = None
) -> Iterator[tuple[str, str]]:
    """The name of each page, no two alike in any capitals, and its text."""
    taken: set[str] = set()
    for said in many:
        name = base = _name(said)
        number = 2
        while name.casefold() in taken:
            name, number = f"{base} {number}", number + 1
        taken.add(name.casefold())
        yield f"{name}.md", page_of(said, people)


def page_of(said: Conversation, people: Mapping[UUID, str] | None = None) -> str:
    """The page of one conversation; `people` names who introduced somebody."""
    cells = cells_of(said, people)
    title = " ".join(f"{_who(said)}: {said.field}".split())
    parts = ["\n".join(_front(cells)), f"# {_escaped(title)}"]
    notes = [note.timed for note in said.notes]
    for column, heading in HEADINGS.items():
        if column in ("purpose", "takeaway"):
            text = _lines(cells.get(column, ""))
        else:
            items = notes if column == "notes" else cells.get(column, "").split("\n")
            text = "\n".join(_item(item) for item in items if item)
        if text:
            parts.append(f"## {heading}\n\n{text}")
    return "\n\n".join(parts) + "\n"


def _front(cells: Mapping[str, str]) -> Iterator[str]:
    """What is not on the page itself, under the names of a sheet's columns."""
    yield "---"
    for name, cell in cells.items():
        if name not in HEADINGS:
            yield f"{name}: {_yaml(cell.splitlines() if name == 'asked' else cell)}"
    yield "---"


def _yaml(value: object) -> str:
    """JSON is YAML too, but for line ends that JSON leaves as they are."""
    text = json.dumps(value, ensure_ascii=False)
    return re.sub("[\x7f-\x9f\u2028\u2029\ufeff]", lambda c: f"\\u{ord(c[0]):04x}", text)


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
    return "\\\n".join(_escaped(line) for line in re.split(r"\r\n|[\r\n]", text))


def _item(text: str) -> str:
    return "- " + _lines(text).replace("\n", "\n  ")


def _escaped(text: str) -> str:
    """Text that shows as it was typed, whatever program reads the page."""
    signs = _SIGNS.sub(r"\\\g<0>", text)
    return _BEGINS.sub(
        lambda found: found[1] + (found[2] if found[2].isdigit() else f"\\{found[2]}"), signs
    )
