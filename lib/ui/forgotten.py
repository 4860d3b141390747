"""What this window lets go of where somebody was forgotten in another one.

A draft that stood then names nobody who was forgotten; of all else that is half typed here that
cannot be known, so it goes. `lib.commands.drafts.keep_draft` refuses what comes before this.
"""

import streamlit as st

from lib.access.viewer import Explorer
from lib.queries.history import drafts, last_forgotten
from lib.ui.access.session import KNOWN, current, database
from lib.ui.record.state import let_go, opened

SEEN = "forgotten_at_revision"
HOLDING = ("own_skills/", "thank/", "letter_")
"""How the keys begin under which forms other than Record's hold what is typed."""


def let_go_of_the_forgotten() -> None:
    """Looked up once a revision: forgetting somebody makes a new one."""
    run = current()
    if not isinstance(run.viewer, Explorer) or st.session_state.get(SEEN) == run.revision:
        return
    with database().read() as session:
        last = last_forgotten(session, run.viewer)
        standing = [name for name, _, _ in drafts(session, run.viewer, "")]
    if st.session_state.setdefault(KNOWN, last) != last:
        _let_go_of_all_but(standing)
    st.session_state[KNOWN], st.session_state[SEEN] = last, run.revision


def _let_go_of_all_but(standing: list[str]) -> None:
    held = [key for key in map(str, st.session_state) if key.startswith(HOLDING)]
    stays = [key for key in held for name in standing if f"{key}/".startswith(f"{name}/")]
    form = opened()
    unkept = {form.draft} - set(standing) if form is not None else set()
    let_go({*held, *unkept} - set(stays))
