"""What a screen says when it has nothing to draw, and that the samples are samples."""

import pandas as pd
import streamlit as st

from lib.answers.standing import standing
from lib.commands.samples import clear_samples
from lib.filters import EVERYTHING
from lib.ui.reads import read
from lib.ui.writes import saying, write


def banner() -> None:
    """What the last press did; and that samples are invented, with the way to be rid of them."""
    _say_what_was_done()
    now = read(standing, EVERYTHING)
    if not now.samples:
        return
    own = now.conversations - now.samples
    words = f"{now.samples} sample interviews with invented people."
    if own:
        words += f" They count together with {own} of your own until you remove them."
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f":material/science: {words}")
        st.button("Remove the samples", on_click=_clear, key="clear_samples", type="tertiary")


def stop_if_nothing_held() -> None:
    """Stop where nobody was heard yet, and say what to do."""
    if not read(standing, EVERYTHING).held:
        st.info("Nothing to show yet: no conversation has been held.", icon=":material/forum:")
        st.page_link("pages/interviews/record.py", label="Write down a first one")
        st.page_link("pages/explore/overview.py", label="Other ways to begin")
        st.stop()


def stop_if_empty(rows: pd.DataFrame, words: str) -> None:
    """Stop the page with these words where there are no rows."""
    if rows.empty:
        st.info(words, icon=":material/forum:")
        st.stop()


def _clear() -> None:
    saying("The samples are removed. Nothing of yours was touched.", write, clear_samples)


def _say_what_was_done() -> None:
    said = st.session_state.pop("said", None)
    if said is None:
        return
    kind, words, _ = said
    if kind == "error":
        st.error(words, icon=":material/error:")
    else:
        st.toast(words, icon=":material/check:")
