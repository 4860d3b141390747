"""Notes and quotes as a REFI-QDA project (.qdpx): what programs for coded interviews exchange.

A conversation is a text with its notes; a quote is a stretch of it with the code of what it tells,
described as the line of a sheet. All that was noted is a variable of the text too, under the name
of a sheet's column, and so it comes back. The standard counts positions in letters as Unicode does
(code points, as Python), from 0, and the end is the first letter behind.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.highlights import document_of, quoted
from lib.exporting.opendocument import in_xml
from lib.exporting.packing import packed
from lib.exporting.sheets import named_once
from lib.queries.whole import all_conversations
from lib.records import Conversation, Said
from lib.sheet import cells_of, lines_of

SPACE = UUID("4f1f6f1e-3f0c-5c58-9d0a-6f6a2f5d3c11")
"""Under which the ids of codes are made: the same names, the same ids."""
WHO = uuid5(SPACE, "Fieldwork")
MADE = "2026-01-01T00:00:00Z"
NOTES = "notes"
"""The variable that says how many letters each note of the text has; lines below are quotes."""
_MADE_BY = f'creatingUser="{WHO}" creationDateTime="{MADE}"'


@dataclass
class Text:
    """One conversation: its id, its name, its text, and the stretches of it that are coded."""

    identity: UUID
    name: str
    text: str
    coded: list[tuple[int, int, UUID, UUID, str]] = field(default_factory=list)
    """Begin, end, id of the finding, id of its code, and what it says in a line."""
    said: dict[str, str] = field(default_factory=dict)
    """Its variables: cells by column."""


def export_coded(session: Session, viewer: Explorer) -> bytes:
    """All conversations in which something was noted, by id."""
    return coded_of(all_conversations(session, viewer), named_once(session, viewer))


def coded_of(many: Iterable[Conversation], people: Mapping[UUID, str] | None = None) -> bytes:
    """The project of these conversations; `people` names who introduced somebody."""
    codes: dict[str, dict[str, str]] = {}
    texts = [text for said in many if (text := _text_of(said, codes, people)).text]
    _named_apart(texts)
    project = "".join(_project(texts, codes))
    sources = ((f"sources/{one.identity}.txt", one.text) for one in texts)
    return packed((("project.qde", project), *sources))


def _text_of(
    said: Conversation,
    codes: dict[str, dict[str, str]],
    people: Mapping[UUID, str] | None,
) -> Text:
    """The notes, a line each, and below them the quotes that stand in none of them."""
    begins: dict[UUID, int] = {}
    text = ""
    for note in said.notes:
        begins[note.id] = len(text)
        text += _plain(note.timed) + "\n"
    bare = said.model_copy(update={"notes": ()})
    made = Text(said.id, document_of(said), text, said=cells_of(bare, people))
    lines = {one.id: f"{column}: {line}" for one, column, line in lines_of(said)}
    made.said[NOTES] = " ".join(str(len(_plain(note.timed))) for note in said.notes)
    for kind, one in quoted(said):
        quote = _plain(one.quote)
        at = _place(made.text, quote, one, begins)
        if at is None:
            at = len(made.text)
            made.text += quote + "\n"
        parent, name = (*kind.tag(one), "")[:2]
        codes.setdefault(parent, {"": kind.meaning}).setdefault(name, "")
        made.coded.append((at, at + len(quote), one.id, _code_id(parent, name), lines[one.id]))
    return made


def _place(text: str, quote: str, one: Said, begins: dict[UUID, int]) -> int | None:
    """Where the quote stands: in its own note, else in the first that has it."""
    first = begins.get(one.note_id, 0) if one.note_id else 0
    at = text.find(quote, first)
    at = at if at >= 0 else text.find(quote)
    return at if at >= 0 else None


def _plain(text: str) -> str:
    return in_xml(re.sub(r"\r\n?", "\n", text))


def _named_apart(texts: list[Text]) -> None:
    """No two texts of one name: programs take the name for the file's."""
    taken: set[str] = set()
    for one in texts:
        base, number = one.name, 2
        while one.name.casefold() in taken:
            one.name, number = f"{base} ({number})", number + 1
        taken.add(one.name.casefold())


def _project(texts: list[Text], codes: dict[str, dict[str, str]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield '<Project xmlns="urn:QDA-XML:project:1.0" name="Fieldwork" origin="Fieldwork" '
    yield f'creatingUserGUID="{WHO}" creationDateTime="{MADE}">\n'
    yield f'<Users><User guid="{WHO}" name="Fieldwork"/></Users>\n'
    if codes:
        yield "<CodeBook><Codes>\n"
        for parent, names in sorted(codes.items()):
            yield from _code(parent, names)
        yield "</Codes></CodeBook>\n"
    variables = sorted({name for one in texts for name in one.said})
    if variables:
        yield "<Variables>\n"
        for name in variables:
            yield f'<Variable guid="{_variable_id(name)}" name="{name}" typeOfVariable="Text"/>\n'
        yield "</Variables>\n"
    if texts:
        yield "<Sources>\n"
        for one in texts:
            yield from _source(one)
        yield "</Sources>\n"
    yield "</Project>\n"


def _code(parent: str, names: dict[str, str]) -> Iterator[str]:
    yield f"{_code_begins(parent, '')}><Description>{escape(names[''])}</Description>"
    for name in sorted(names):
        if name:
            yield f"{_code_begins(parent, name)}/>"
    yield "</Code>\n"


def _code_begins(parent: str, name: str) -> str:
    shown = quoteattr(in_xml(name or parent))
    return f'<Code guid="{_code_id(parent, name)}" name={shown} isCodable="true"'


def _code_id(parent: str, name: str) -> UUID:
    return uuid5(SPACE, f"{parent}\n{name}")


def _source(one: Text) -> Iterator[str]:
    yield f'<TextSource guid="{one.identity}" name={quoteattr(in_xml(one.name))} '
    yield f'plainTextPath="internal://{one.identity}.txt" {_MADE_BY}>\n'
    for begin, end, finding, code, line in one.coded:
        shown = quoteattr(" ".join(one.text[begin:end].split())[:60])
        yield f'<PlainTextSelection guid="{finding}" name={shown} startPosition="{begin}" '
        yield f'endPosition="{end}" {_MADE_BY}><Description>{_words(line)}</Description>'
        yield f'<Coding guid="{uuid5(SPACE, str(finding))}" {_MADE_BY}>'
        yield f'<CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>\n'
    for name, cell in one.said.items():
        yield f'<VariableValue><VariableRef targetGUID="{_variable_id(name)}"/>'
        yield f"<TextValue>{_words(cell)}</TextValue></VariableValue>\n"
    yield "</TextSource>\n"


def _variable_id(name: str) -> UUID:
    return uuid5(SPACE, f"variable {name}")


def _words(text: str) -> str:
    return escape(in_xml(text), {"\r": "&#13;"})
