"""What stands at the foot of the screen: whether it is saved, saving it, taking it back."""

import streamlit as st

from lib.answers.words import counted
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.record.leaving import remove, take_back_save, throw_away
from lib.ui.record.saving import save
from lib.ui.record.state import Form


def bar(form: Form) -> None:
    """Save and its state are always in sight."""
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        clashing = form.merged is not None
        st.button("Save", key="record_save", on_click=save, disabled=clashing)
        show.markdown(_state(form), width="stretch")
        if form.undo is not None and form.done:
            st.button("Undo", key="record_undo", icon=":material/undo:", on_click=take_back_save)
        if form.is_new or form.dirty:
            _throw_away(form)
        if not form.is_new:
            _delete(form)


def _state(form: Form) -> str:
    if form.refused:
        return Markdown(":red[:material/error: {}]").format(form.refused)
    if form.merged is not None:
        return Markdown(
            ":red[:material/error: Not saved: it was changed in another window, too. See above.]"
        )
    if form.problems:
        what = counted(len(form.problems), "thing")
        return Markdown(
            ":red[:material/error: Not saved: {} to mend, marked above.] Kept as a draft."
        ).format(what)
    if form.dirty:
        return Markdown(":material/edit_note: Not saved yet; kept as a draft.")
    if form.done:
        return Markdown(":material/check: {}").format(form.done)
    return "Nothing typed yet." if form.is_new else "As saved."


def _throw_away(form: Form) -> None:
    words = "Throw away" if form.is_new else "Throw away changes"
    with show.popover(words, type="tertiary", key=f"throw_{form.key}"):
        st.markdown("What is typed and not saved will be gone.")
        st.button("Yes, throw it away", key="record_throw", on_click=throw_away)


def _delete(form: Form) -> None:
    with st.popover("Delete", type="tertiary", icon=":material/delete:", key=f"delete_{form.key}"):
        st.markdown("The conversation goes with all that was said in it. You can take that back.")
        st.button("Delete this conversation", key="record_delete", on_click=remove)
