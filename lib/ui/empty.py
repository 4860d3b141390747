"""What a screen says when it has nothing to draw, and that the samples are samples."""

import pandas as pd
import streamlit as st

from lib.access.links import told
from lib.access.viewer import Share
from lib.answers.limited import AT_MOST
from lib.answers.standing import standing
from lib.answers.words import counted, number
from lib.commands.samples import clear_samples
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.queries.explorer import profile
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.reads import read, today
from lib.ui.sharing.badges import headed
from lib.ui.writes import saying, write


def banner(*, rules: bool = True) -> None:
    """What the last press did; and that samples are invented, with the way to be rid of them.

    To a coach: whose it is, and with `rules` what a link leaves out, which may stand last.
    """
    me = viewer()
    if isinstance(me, Share):
        _whose(me)
        if rules:
            what_a_link_leaves_out()
        return
    _say_what_was_done()
    now = read(standing, EVERYTHING)
    if not now.samples:
        return
    own = now.conversations - now.samples
    words = f"{_of_samples(now.samples)}."
    if own:
        words += f" They count together with {own} of your own until you remove them."
    with st.container(horizontal=True, vertical_alignment="center"):
        show.caption(Markdown(":material/science: {}").format(words))
        st.button("Remove the samples", on_click=_clear, key="clear_samples", type="tertiary")


def stop_if_nothing_held() -> None:
    """Stop where nobody was heard yet, and say what to do."""
    if not read(standing, EVERYTHING).held:
        st.info("Nothing to show yet: no conversation has been held.", icon=":material/forum:")
        if isinstance(viewer(), Share):
            st.stop()
        st.page_link("pages/interviews/record.py", label="Write down a first one")
        st.page_link("pages/explore/overview.py", label="Other ways to begin")
        st.stop()


def stop_if_empty(rows: pd.DataFrame, words: str) -> None:
    """Stop the page with these words where there are no rows."""
    if rows.empty:
        show.info(words, icon=":material/forum:")
        st.stop()


def _whose(me: Share) -> None:
    """To a coach: whose conversations these are, and as of when."""
    samples = read(standing, EVERYTHING).samples
    invented = Markdown(" :gray-badge[:material/science: {}]").format(_of_samples(samples))
    head = headed(read(told, EVERYTHING).badge)
    head += f", as of {today().day} {today():%B %Y}"
    show.markdown(head + (invented if samples else ""))
    if me.preview:
        st.info(
            "A preview for an hour: what they see, and no visit is counted. Remarks are theirs.",
            icon=":material/visibility:",
        )


def what_a_link_leaves_out() -> None:
    """To a coach: that some of it may be missing, and who speaks."""
    me = viewer()
    if not isinstance(me, Share):
        return
    name = read(profile, EVERYTHING).name
    words = Markdown("{}'s conversations. ").format(name or "Somebody")
    words += "Some things may be left out at the wish of those who spoke, and what was typed shows "
    words += "once it was read and released. "
    words += Markdown("“You” and “I” are {}.").format(name or "whoever sent the link")
    if me.threshold > 1:
        few = number(me.threshold)
        words += f" Groups of fewer than {few} people are left out everywhere: a 0, an empty place "
        words += f"or “nobody” may stand for so few. {AT_MOST[me.threshold]}"
    show.caption(words)


def _of_samples(samples: int) -> str:
    return f"{counted(samples, 'sample interview')} with invented people"


def _clear() -> None:
    saying("The samples are removed. Nothing of yours was touched.", write, clear_samples)


def _say_what_was_done() -> None:
    said = st.session_state.pop("said", None)
    if said is None:
        return
    kind, words, _ = said
    if kind == "error":
        show.error(words, icon=":material/error:")
    else:
        show.toast(words, icon=":material/check:")
