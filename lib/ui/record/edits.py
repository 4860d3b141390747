"""What a press does to the findings of the open form: added, named, taken out, put back."""

from functools import lru_cache
from typing import Any

import streamlit as st

from lib.filters import EVERYTHING
from lib.findings import BY_LIST, KINDS
from lib.findings.parts import Typed, Word
from lib.frames import records
from lib.queries.conversations import offered
from lib.skills import taxonomy
from lib.text import fold
from lib.ui.reads import read
from lib.ui.record.content import NAME, Finding, a_finding, unnamed
from lib.ui.record.state import DECIDED, DECIDING, Form, keep, opened

MARKS: dict[str, tuple[str, dict[str, Any]]] = {
    sort.mark: (kind.list_of, dict(sort.fixed)) for kind in KINDS for sort in kind.sorts
}
"""What a line can be marked as: the kind of finding it makes, and what the mark says of it."""

Names = dict[str, list[str]]


def known_names() -> Names:
    """The names of each kind that the explorer has used, and those of the closed lists."""
    names: Names = {kind: [] for kind in (*NAME, "fields")}
    for row in records(read(offered, EVERYTHING)):
        names[row["kind"]].append(row["name"])
    for kind in KINDS:
        if isinstance(kind.naming, Typed):
            many = [*names[kind.list_of], *kind.naming.known]
            names[kind.list_of] = list(dict.fromkeys(many))
    return names


def add_named(form_key: str, key: str, mark: str) -> None:
    """What was typed into the box of a kind becomes a finding; the box is empty again."""
    form, typed = mine(form_key), st.session_state.get(key)
    if form is None or not typed or not typed.strip():
        return
    kind, preset = MARKS[mark]
    added(form, kind, **preset)[NAME[kind]] = typed.strip()
    st.session_state[key] = None
    keep(form)


def name_next(form_key: str, key: str, kind: str, identity: str) -> None:
    """What was typed names the finding that was shown; the box is empty for the next one."""
    form, typed = mine(form_key), st.session_state.get(key)
    found = [one for one in form.content[kind] if one["id"] == identity] if form else []
    if form is None or not found or not typed or not typed.strip():
        return
    naming = BY_LIST[kind].naming
    if not isinstance(naming, Word) or typed in naming.stated:
        found[0][NAME[kind]] = typed.strip()
        keep(form)
    st.session_state[key] = None


def leave_for_later(form_key: str, identity: str) -> None:
    """Show another one that is still to be named first."""
    form = mine(form_key)
    if form is not None:
        form.later = [one for one in form.later if one != identity] + [identity]


def take_meaning(form_key: str, identity: str, name: str) -> None:
    """Yes, that skill was meant; the words that were typed are kept beside it."""
    form = mine(form_key)
    for one in form.content["skills"] if form else []:
        if form is not None and one["id"] == identity:
            one["said_as"], one["skill"] = one["said_as"] or one["skill"], name
            keep(form)


def take_out(form_key: str, kind: str, identity: str) -> None:
    """Take one finding out; it can be put back as long as the form is open."""
    form = mine(form_key)
    if form is not None:
        remove_one(form, kind, identity)
        keep(form)


def put_back(form_key: str) -> None:
    """The finding that was taken out last stands in its place again."""
    form = mine(form_key)
    if form is not None and form.taken:
        kind, place, one = form.taken.pop()
        form.content[kind].insert(place, one)
        keep(form)


def to_be_named(form: Form) -> list[tuple[str, Finding]]:
    """Findings that lack the name or figure they would count under; those left for later last."""
    found = [(kind, one) for kind in NAME for one in form.content[kind] if unnamed(kind, one)]
    later = {identity: place for place, identity in enumerate(form.later)}
    return sorted(found, key=lambda pair: later.get(pair[1]["id"], -1))


@lru_cache(maxsize=1_000)
def meant(typed: str, used: tuple[str, ...]) -> tuple[str, ...]:
    """Skills that an unknown name may stand for; none where it is known."""
    if not typed or fold(typed) in map(fold, used) or taxonomy.find(typed):
        return ()
    alike = taxonomy.suggest(typed, (*used, *taxonomy.spellings()))
    return tuple({taxonomy.find(name) or name: name for name in reversed(alike)}.values())[::-1]


def added(form: Form, kind: str, /, **values: Any) -> Finding:
    """One finding more; a career step comes after those that are there."""
    many = form.content[kind]
    if place := BY_LIST[kind].in_order:
        values[place] = max((one[place] or 0 for one in many), default=0) + 1
    many.append(a_finding(kind, **values))
    one: Finding = many[-1]
    return one


def as_before(form: Form, kind: str, one: Finding) -> None:
    """What a new figure leaves unsaid is as of the one before it, until somebody says otherwise."""
    if kind != "salaries":
        return
    others = [other for other in form.content[kind] if other is not one]
    before: dict[str, Any] = others[-1] if others else st.session_state.get(DECIDED, {})
    for name, unsaid in DECIDING.items():
        if one[name] == unsaid:
            one[name] = before.get(name, unsaid)


def remove_one(form: Form, kind: str, identity: str) -> None:
    """Take it out of the content and keep it for putting back."""
    many = form.content[kind]
    for place, one in enumerate(many):
        if one["id"] == identity:
            form.taken.append((kind, place, many.pop(place)))
            return


def begin_reading(form_key: str) -> None:
    """For callbacks: what the notes suggest stands beside them."""
    form = mine(form_key)
    if form is not None:
        form.reading = True


def mine(form_key: str) -> Form | None:
    """The open form, if it is still the one that the press was meant for."""
    form = opened()
    return form if form is not None and form.key == form_key else None
