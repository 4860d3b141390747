"""Where one works now: growing or a dead end, in one line; and what lies close to it."""

import streamlit as st

from lib.access.viewer import Share
from lib.answers.current_field import Related, current_work
from lib.answers.words import FEWEST_IN_WORDS, counted, listed
from lib.filters import Filters
from lib.markdown import Markdown
from lib.reference.onet import CREDIT
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.explore.charts import show_evidence
from lib.ui.reads import read

ABOUT = (
    "Your own search, what people of the field said of where it goes, and the official projection "
    "of the occupation it is held against, where one was brought. It is called growing or a dead "
    f"end only where more than half of {FEWEST_IN_WORDS} people or more and the projection agree."
)


def where_i_work_now(filters: Filters) -> None:
    """The line, who said where it goes, and related occupations nobody was asked about."""
    answer = read(current_work, filters)
    if answer.line:
        st.subheader("Where I work now: growing or a dead end?", help=ABOUT, anchor=False)
        show.markdown(answer.line)
        if answer.key:
            words = f"What {counted(answer.people, 'person', 'people')} said of where it goes"
            shown = show.expander(words, key="current_field", on_change="rerun")
            if shown.open:
                with shown:
                    show_evidence(f"Outlook, {answer.field}", answer.key, filters, place="now")
    if answer.field and not answer.search_told and not isinstance(viewer(), Share):
        st.page_link(
            "pages/settings/profile.py",
            label="Say how long you have been looking, and what came back",
            icon=":material/hourglass_empty:",
        )
    _close_by(answer.related)


def _close_by(related: tuple[Related, ...]) -> None:
    if not related:
        return
    st.markdown("**Close to what you can do, and not talked about yet**")
    lines = [
        Markdown("- {}: like {}, and shares {}.").format(one.title, one.near, listed(one.shared))
        for one in related
    ]
    show.markdown(Markdown("\n").join(lines))
    show.caption(f"Related occupations and the skills that matter there: {CREDIT}.")
