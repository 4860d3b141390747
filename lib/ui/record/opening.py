"""Which form is open, from the address: a conversation, a new one, or none yet.

`?interview=<id>` opens one, `?start=new` or `?start=paste` begins one (with `&about=` a field that
is known: somebody to ask about it), `?new=<id>` is one that was begun: its id is made then, so that
a reload finds its draft again.
"""

from copy import deepcopy
from uuid import UUID

import streamlit as st

from lib.errors import NotFound
from lib.queries.conversations import conversation
from lib.queries.history import drafts
from lib.ui.access.session import database, explorer
from lib.ui.record.content import content_of
from lib.ui.record.edits import known_names
from lib.ui.record.state import OPEN, Form, open_new, opened, unpacked

ADDRESS = ("interview", "new", "start")
ABOUT = "about"
NOT_THERE = "There is no conversation at this address. It may have been removed, or is not yours."


def open_what_is_asked_for() -> Form | None:
    """The form to show, or None for the list; the address says from now on which it is."""
    form = opened()
    asked = next(
        ((name, st.query_params[name]) for name in ADDRESS if name in st.query_params), None
    )
    if asked is None:
        form = form if form is not None and form.dirty else None
    elif asked[0] == "start":
        form = open_new()
        form.pasting = asked[1] == "paste"
        _somebody_of(form, st.query_params.get(ABOUT, ""))
    elif form is None or form.identity != asked[1]:
        form = _open(asked[1], new=asked[0] == "new")
    st.session_state.pop(OPEN if form is None else "record_removed", None)
    say_where(form)
    return form


def _somebody_of(form: Form, field: str) -> None:
    """Nobody was talked to yet, and the field is one of those that are there."""
    if ABOUT in st.query_params:
        del st.query_params[ABOUT]
    if field in known_names()["fields"]:
        form.content |= {"field": field, "status": "idea", "held_on": None}
        form.saved = deepcopy(form.content)


def say_where(form: Form | None) -> None:
    """Put into the address what is open."""
    right = {} if form is None else {"new" if form.is_new else "interview": form.identity}
    for name in ADDRESS:
        if name in st.query_params and name not in right:
            del st.query_params[name]
        elif name in right and st.query_params.get(name) != right[name]:
            st.query_params[name] = right[name]


def go_to(name: str, value: str) -> None:
    """For callbacks: the next run opens this."""
    for other in ADDRESS:
        if other != name and other in st.query_params:
            del st.query_params[other]
    st.query_params[name] = value


def unfinished(identity: str = "") -> list[Form]:
    """Forms that were left without saving, of one conversation or of all, the latest first."""
    prefix = f"interview/{identity}/" if identity else "interview/"
    with database().read() as session:
        found = drafts(session, explorer(), prefix)
    open_now = opened()
    left = [one for one in found if "form" in one[1]]
    return [unpacked(*one) for one in left if open_now is None or one[0] != open_now.draft]


def go_on_with(form: Form) -> None:
    """For callbacks: the form as it was left is the open one."""
    st.session_state[OPEN] = form
    go_to("new" if form.is_new else "interview", form.identity)


def _open(identity: str, *, new: bool) -> Form | None:
    try:
        interview_id = UUID(identity)
        with database().read() as session:
            content = content_of(conversation(session, explorer(), interview_id))
    except (NotFound, ValueError):
        if new:
            return _begun(identity)
        _refuse()
        return None
    form = st.session_state[OPEN] = Form(content, deepcopy(content))
    return form


def _begun(identity: str) -> Form | None:
    """A new one that was begun before the page was loaded anew, with what was typed into it."""
    try:
        left = unfinished(str(UUID(identity)))
    except ValueError:
        _refuse()
        return None
    if not left:
        return open_new(identity)
    st.session_state[OPEN] = left[0]
    return left[0]


def _refuse() -> None:
    st.error(NOT_THERE, icon=":material/info:")
