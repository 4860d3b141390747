"""Who it was: somebody known or somebody new, and how they agreed to appear."""

from typing import Any
from uuid import UUID

import streamlit as st

from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.frames import records
from lib.ids import new_id
from lib.markdown import Markdown
from lib.queries.conversations import people, person
from lib.records import PersonSaid
from lib.text import fold
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.reads import read
from lib.ui.record.state import Form, keep, key_of, opened, shown
from lib.ui.record.widgets import beside, day, long_text, one_of, text, with_value

ATTRIBUTIONS = {
    "described": "described, without a name",
    "named": "by name, as they agreed",
    "off the record": "not at all: off the record",
}
APPEARANCE = {"consent_on", "description"}
OTHERWISE = {
    "name": "Name",
    "nicknames": "Nicknames",
    "role": "Role today",
    "organisation": "Organisation today",
    "email": "Email",
    "phone": "Phone",
    "profile_link": "Profile link",
}


def who(form: Form) -> None:
    """Somebody known is offered as one types; a new name is a new person."""
    labels = _labels()
    by_id = {identity: label for label, identity in labels.items()}
    said = form.content["person"]
    value = by_id.get(said["id"]) or said["name"] or None
    show.selectbox(
        "Who",
        with_value(list(labels), value),
        None,
        key=shown(form, ("who",), value),
        on_change=_met,
        args=(form.key, labels),
        accept_new_options=True,
        placeholder="Their name, or leave it empty",
    )
    beside(form, *(("person", part) for part in said if part not in APPEARANCE), named=True)
    if said["id"] not in by_id:
        _same_person(form, labels)


def _same_person(form: Form, labels: dict[str, str]) -> None:
    """The same name alone is asked, never decided."""
    wanted = fold(form.content["person"]["name"])
    same = [label for label in labels if wanted and fold(label.split(" · ")[0]) == wanted]
    for label in same[:3]:
        show.button(
            Markdown("Is it {}?").format(label),
            key=f"same_{form.key}_{labels[label]}",
            type="tertiary",
            on_click=_is_them,
            args=(form.key, labels[label]),
        )


def how_they_appear(form: Form) -> None:
    """The person who talked comes first: nothing but a description leaves here unasked."""
    role, organisation, appear, how = st.columns([3, 3, 3, 3])
    with role:
        text(form, "Role on that day", ("role",))
        beside(form, ("role",))
    with organisation:
        text(form, "Organisation", ("organisation",))
        beside(form, ("organisation",))
    with appear:
        where = ("person", "attribution")
        help_ = "How a coach may see them. By name only if they agreed to it."
        words = ATTRIBUTIONS
        one_of(form, "They appear", where, words, empty="described", listed=True, help=help_)
    with how:
        chosen = form.content["person"]["attribution"]
        if chosen == "named":
            day(form, "They agreed on", ("person", "consent_on"))
        elif chosen == "described":
            example = "a product manager at a mid-size company"
            text(form, "Described as", ("person", "description"), placeholder=example)
        else:
            st.caption("Off the record: counted for you alone, never in a link.")
        beside(form, ("person", "consent_on"), ("person", "description"))


def more_about_them(form: Form) -> None:
    """All else that is known of them."""
    more = st.popover("More about the person", key=f"them_{form.key}", on_change="rerun")
    if not more.open:
        return
    with more:
        for part, label in OTHERWISE.items():
            text(form, label, ("person", part))
        long_text(form, "How we met", ("person", "how_met"))
        by_id = {identity: label for label, identity in _labels().items()}
        one_of(form, "Introduced by", ("person", "introduced_by_id"), by_id, listed=True)


def _labels() -> dict[str, str]:
    """Everybody known, each under words of their own."""
    labels: dict[str, str] = {}
    for row in records(read(people, EVERYTHING)):
        place = ", ".join(part for part in (row["role"], row["organisation"]) if part)
        label = " · ".join(part for part in (row["person"], place) if part)
        count = sum(other == label or other.startswith(f"{label} (") for other in labels)
        labels[f"{label} ({count + 1})" if count else label] = row["person_id"]
    return labels


def _met(form_key: str, labels: dict[str, str]) -> None:
    """Somebody known is taken over whole; a new name is a new person."""
    form = opened()
    if form is None or form.key != form_key:
        return
    chosen = st.session_state[key_of(form, ("who",))] or ""
    if chosen in labels:
        _take_over(form, labels[chosen])
        return
    if form.content["person"]["id"] in labels.values() or not chosen:
        _instead(form, PersonSaid(id=new_id()).model_dump(mode="json"))
    form.content["person"]["name"] = chosen
    keep(form)


def _is_them(form_key: str, person_id: str) -> None:
    form = opened()
    if form is not None and form.key == form_key:
        _take_over(form, person_id)


def _take_over(form: Form, person_id: str) -> None:
    try:
        with database().read() as session:
            said = person(session, explorer(), UUID(person_id))
    except AppError as error:
        form.refused = str(error)
        return
    form.met = said.model_dump(mode="json")
    _instead(form, dict(form.met))
    keep(form)


def _instead(form: Form, said: dict[str, Any]) -> None:
    """Another person: the role of the one before goes with them, one that was typed stays."""
    before, form.content["person"] = form.content["person"], said
    for part in ("role", "organisation"):
        if form.content[part] in ("", before[part]):
            form.content[part] = said[part]
