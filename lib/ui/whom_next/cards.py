"""The cards: whom, why, what is thin there, and one press to begin."""

from typing import Literal
from uuid import UUID

import streamlit as st

from lib.answers.whom_next import WhomNext
from lib.answers.words import counted, listed
from lib.commands.begin import begin_with
from lib.markdown import Markdown, shown
from lib.meeting.whom_next import FEWEST, FieldNow, Next
from lib.ui import show
from lib.ui.writes import write

FIRST = 5
RECORD = "pages/interviews/record.py"
CONVERSATION = "pages/interviews/conversation.py"


def cards(found: WhomNext) -> None:
    """The first five; the rest when they are asked for."""
    if not found.cards:
        st.info(
            "Nobody is left to ask, and no field is thin. Whoever is named in a conversation "
            "(“talk to Renee”), or comes with an address book, stands here.",
            icon=":material/forum:",
        )
        return
    st.caption("Sorted by what another conversation would teach.")
    for place, one in enumerate(found.cards[:FIRST]):
        _card(one, found.fields, first=not place)
    rest = found.cards[FIRST:]
    if not rest:
        return
    more = show.expander(counted(len(rest), "more", "more"), key="next_more", on_change="rerun")
    if more.open:
        with more:
            for one in rest:
                _card(one, found.fields, first=False)


def _card(one: Next, fields: tuple[FieldNow, ...], *, first: bool) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        words = Markdown("{}  \n{}").format(_who(one), _what(one))
        show.markdown(words, width="stretch")
        if one.person_id:
            _ask(one, fields, first=first)
        elif one.comment_id:
            st.page_link("pages/sharing/comments.py", label="Open the remark")
        else:
            about = {"about": one.field.field} if one.field else {}
            new = {"start": "new", **about}
            show.page_link(RECORD, label="Write down a person", query_params=new)


def _who(one: Next) -> Markdown:
    badges = {
        "named": Markdown(":gray-badge[named by {}]").format(listed(one.named_by)),
        "known": Markdown(":gray-badge[known, never asked]"),
        "coach": Markdown(":gray-badge[{} asks]").format(listed(one.named_by)),
        "differ": Markdown(":gray-badge[people differ]"),
        "field": Markdown(":gray-badge[nobody to ask yet]"),
    }
    who = Markdown("**{}**").format(one.who or "Somebody")
    if one.about:
        who += Markdown(", {}").format(one.about)
    if not one.who and one.field:
        who += Markdown(" in {}").format(one.field.field)
    return who + Markdown(" ") + badges[one.why]


def _what(one: Next) -> Markdown:
    field = one.field
    if field is None:
        return Markdown("In no field yet.")
    if one.settles:
        return shown(one.settles)
    words = Markdown("{}: {} so far").format(field.field, counted(field.people, "person", "people"))
    if field.unasked:
        some = field.unasked if len(field.unasked) < 4 else (*field.unasked[:3], "more")
        words += Markdown(", nobody was asked about {}").format(listed(some))
    words += Markdown(".")
    if field.people >= FEWEST and field.teaches is not None:
        things = counted(round(field.teaches), "new thing")
        words += Markdown(" :gray[The last one brought about {}.]").format(things)
    return words


def _ask(one: Next, fields: tuple[FieldNow, ...], *, first: bool) -> None:
    """One press where the field is known; else it is chosen first."""
    filled = first and st.context.theme.type != "dark"
    kind: Literal["primary", "secondary"] = "primary" if filled else "secondary"
    key = f"ask_{one.person_id}"
    if one.field is not None:
        if st.button("Ask", key=key, type=kind):
            _begin(one.person_id, one.field.field_id)
        return
    with st.popover("Ask about ...", key=key):
        for field in fields:
            if show.button(field.field, key=f"{key}_{field.field_id}", width="stretch"):
                _begin(one.person_id, field.field_id)
        if not fields:
            st.caption("No field is open. A first conversation makes one.")


def _begin(person_id: str, field_id: str) -> None:
    begun = write(begin_with, person_id=UUID(person_id), field_id=UUID(field_id))
    st.switch_page(CONVERSATION, query_params={"talk": str(begun)})
