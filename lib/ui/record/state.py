"""The form that is open in this window: its content, what was saved of it, and its draft.

The content is the source of truth. Widgets show it and write into it as soon as they are
committed; every commit is kept as a draft, so that a reload brings it back.
"""

import json
from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import streamlit as st

from lib.commands.drafts import drop_draft, keep_draft
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.merging import Content, Merged, Where
from lib.money import dollar_of
from lib.queries.explorer import profile
from lib.ui.reads import read
from lib.ui.record.content import Problems, blank, completed, parse
from lib.ui.writes import write, write_draft

OPEN = "record"
DECIDED = "record_decided"
"""What was last answered of a figure of pay, in this window."""
DECIDING = {"whose": "heard", "basis": "unstated", "tax": "unstated", "employed": "unstated"}
"""What decides whether a figure counts with others, and what each is where nobody said."""
ALONG = "record_made_along"
"""The drafts of conversations that one pasted page became: each is offered after the one before."""
PACKED = ("content", "saved", "met", "reading", "accepted", "to_meet", "parts")
"""What a draft holds of a form."""
_NEVER = object()


@dataclass
class Form:
    """One opened form; `key` sets it apart from every other, in widgets and among drafts."""

    content: Content
    saved: Content
    """The content as it was opened or last saved: what an edit elsewhere is held against."""
    met: dict[str, Any] | None = None
    """Somebody known who was chosen, as they were known then."""
    key: str = field(default_factory=lambda: uuid4().hex[:12])
    pasting: bool = False
    editing_notes: bool = False
    reading: bool = False
    """Whether what was read in the notes stands beside them."""
    accepted: dict[str, str] = field(default_factory=dict)
    """Suggestions that were taken, each with the finding it became."""
    parts: list[str] = field(default_factory=list)
    """The conversations of a pasted page, until somebody says that they are so many."""
    unread: str = ""
    """Why the last file of notes was not read."""
    to_meet: list[dict[str, str]] = field(default_factory=list)
    """People to meet that were taken: they are made when the form is saved."""
    to_ask: list[tuple[str, str]] = field(default_factory=list)
    """People to meet that were made here: their conversation, which is an idea yet, and name."""
    tried: bool = False
    problems: Problems = field(default_factory=dict)
    taken: list[tuple[str, int, dict[str, Any]]] = field(default_factory=list)
    """Findings taken out since it was opened, with their place, the last one last."""
    later: list[str] = field(default_factory=list)
    undo: UUID | None = None
    done: str = ""
    refused: str = ""
    unkept: bool = False
    """Whether what is typed could not be kept as a draft, so that it is tried once more."""
    merged: Merged | None = None
    theirs: Content | None = None
    since: datetime | None = None
    """When it was left unfinished, if it came back from a draft."""

    @property
    def identity(self) -> str:
        """The id of the conversation, made when the form was opened."""
        return str(self.content["id"])

    @property
    def is_new(self) -> bool:
        """Whether the database does not know it yet."""
        return bool(self.saved["version"] == 0)

    @property
    def dirty(self) -> bool:
        """Whether anything is typed that is not saved."""
        return self.content != self.saved or bool(self.to_meet or self.parts)

    @property
    def draft(self) -> str:
        """Under which name its draft is kept."""
        return f"interview/{self.identity}/{self.key}"


def opened() -> Form | None:
    """The form that is open in this window."""
    form = st.session_state.get(OPEN)
    return form if isinstance(form, Form) else None


def open_new(identity: str = "") -> Form:
    """An empty form, now the open one."""
    content = blank(identity)
    form = st.session_state[OPEN] = Form(content, deepcopy(content))
    return form


def dollar() -> str:
    """What $ alone means to this explorer."""
    return dollar_of(read(profile, EVERYTHING).base_currency)


def check(form: Form) -> None:
    """What could not be kept is kept; once saving was tried, what is wrong is said until mended."""
    if form.unkept:
        keep(form)
    form.problems = parse(form.content, dollar())[1] if form.tried else {}


def key_of(form: Form, where: Where) -> str:
    """The key of the widget for one value."""
    return f"{OPEN}/{form.key}/{'/'.join(where)}"


def shown(form: Form, where: Where, value: Any) -> str:
    """The widget's key; its state is set only where the content was changed by something else.

    Setting it on every run would overwrite what is half typed in the browser.
    """
    key = key_of(form, where)
    if st.session_state.get(key, _NEVER) != value:
        st.session_state[key] = value
    return key


def value_at(content: Content, where: Where) -> Any:
    """The value in its place: `("person", "name")`, `("skills", id, "skill")`."""
    return _holder(content, where)[where[-1]]


def commit(form_key: str, where: Where, encode: Callable[[Any], Any]) -> None:
    """For callbacks of widgets: what the widget holds goes into the content and the draft."""
    form = opened()
    if form is None or form.key != form_key:
        return
    put(form, where, encode(st.session_state[key_of(form, where)]))


def put(form: Form, where: Where, value: Any) -> None:
    """Write one value, and what follows from it, and keep the draft."""
    holder = _holder(form.content, where)
    holder[where[-1]] = value
    if where[0] == "salaries" and where[-1] in DECIDING:
        st.session_state.setdefault(DECIDED, {})[where[-1]] = value
    if where[0] == "skills" and where[-1] == "skill":
        holder["said_as"] = ""
    keep(form)


def keep(form: Form) -> None:
    """Keep what is typed and not saved; forget the draft where nothing is."""
    form.done = ""
    try:
        if form.dirty:
            write_draft(keep_draft, form.draft, packed(form))
        else:
            write(drop_draft, form.draft)
        form.refused, form.unkept = "", False
    except AppError as error:
        form.refused, form.unkept = f"This could not be kept as a draft: {error}", True


def let_go(drafts: Collection[str]) -> None:
    """Forget what this window still holds of forms whose drafts are gone for good."""
    for name in drafts:
        st.session_state.pop(name, None)  # own skills hold theirs under the draft's own name
    form = opened()
    if form is not None and form.draft in drafts:
        del st.session_state[OPEN]


def unpacked(name: str, packed: dict[str, Any], at: datetime | None) -> Form:
    """The form that a draft was kept of; what it holds is checked when it is saved."""
    held = json.loads(packed["form"])
    key = name.rpartition("/")[2]
    content, saved = completed(held["content"]), completed(held["saved"])
    form = Form(content, saved, held["met"], key, since=at)
    form.reading, form.accepted = held.get("reading", False), held.get("accepted", {})
    form.to_meet, form.parts = held.get("to_meet", []), held.get("parts", [])
    return form


def packed(form: Form) -> dict[str, Any]:
    """As one text of plain ASCII: a database refuses some characters that people can type."""
    return {"form": json.dumps({name: getattr(form, name) for name in PACKED})}


def _holder(content: Content, where: Where) -> dict[str, Any]:
    holder: Any = content
    for part in where[:-1]:
        holder = holder[part] if isinstance(holder, dict) else _item(holder, part)
    found: dict[str, Any] = holder
    return found


def _item(items: list[dict[str, Any]], identity: str) -> dict[str, Any]:
    return next(one for one in items if one["id"] == identity)
