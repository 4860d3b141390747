"""Who it was, about which field, when, and how they agreed to appear."""

import streamlit as st

from lib.answers.written_up import QUARTERS
from lib.ui.record.edits import known_names
from lib.ui.record.people import how_they_appear, more_about_them, who
from lib.ui.record.state import Form, keep, key_of, opened, shown
from lib.ui.record.widgets import beside, day, name, one_of, text, whole
from lib.words import STATUSES, TOPICS

SETTINGS = {"office": "at their office", "video": "video", "phone": "phone", "other": "elsewhere"}
BEHIND = tuple(
    (name,)
    for name in (
        *("planned_minutes", "setting", "place", "talked", "starts_at", "zone"),
        *("status", "interest_before", "interest_after", "asked"),
    )
)
"""What is wrong there is said below the buttons that hide it."""
SCALE = {rating: str(rating) for rating in range(1, 6)}


def header(form: Form) -> None:
    """The facts that every conversation has; the rest behind a press."""
    person, field, when, status = st.columns([4, 3, 2, 2])
    with person:
        who(form)
    with field:
        fields = known_names()["fields"]
        name(form, "Field", ("field",), fields, placeholder="The line of work it was about")
        beside(form, ("field",))
    with when:
        held = form.content["status"] == "held"
        place = "held_on" if held else "planned_on"
        day(form, "Held on" if held else "Planned for", (place,))
        beside(form, ("held_on",), ("planned_on",))
    with status:
        one_of(form, "Status", ("status",), STATUSES, empty="held", listed=True)
    how_they_appear(form)
    _interest_and_topics(form)
    with st.container(horizontal=True):
        _more_about_it(form)
        more_about_them(form)
    with st.container():
        beside(form, *BEHIND, named=True)


def _interest_and_topics(form: Form) -> None:
    before, after, topics = st.columns([3, 3, 6])
    with before:
        one_of(form, "My interest before", ("interest_before",), SCALE, help="1 none, 5 great")
    with after:
        one_of(form, "My interest after", ("interest_after",), SCALE, help="1 none, 5 great")
    with topics:
        asked = [topic for topic in TOPICS if topic in form.content["asked"]]
        st.pills(
            "I asked about",
            TOPICS,
            selection_mode="multi",
            key=shown(form, ("asked",), asked),
            on_change=_asked,
            args=(form.key,),
            wrap=True,
            help="What they said something about counts as asked by itself.",
        )


def _more_about_it(form: Form) -> None:
    more = st.popover("More about the conversation", key=f"it_{form.key}", on_change="rerun")
    if not more.open:
        return
    with more:
        other = "planned_on" if form.content["status"] == "held" else "held_on"
        day(form, "Planned for" if other == "planned_on" else "Held on", (other,))
        whole(form, "Planned minutes", ("planned_minutes",), 1, 1440)
        one_of(form, "Setting", ("setting",), SETTINGS, empty="")
        text(form, "Place", ("place",))
        one_of(form, "How much of the time I talked", ("talked",), QUARTERS)


def _asked(form_key: str) -> None:
    form = opened()
    if form is not None and form.key == form_key:
        pressed = st.session_state[key_of(form, ("asked",))]
        form.content["asked"] = [topic for topic in TOPICS if topic in pressed]
        keep(form)
