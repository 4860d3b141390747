"""Two windows changed one conversation: both versions side by side, a choice where they clash."""

from typing import Any, cast

import streamlit as st

from lib.findings import KINDS
from lib.markdown import Markdown
from lib.merging import Merged, Side, Where
from lib.ui import show
from lib.ui.record.content import NAME
from lib.ui.record.saving import look_again, save_both
from lib.ui.record.state import Form

HERE, THERE = "in this window", "in the other window"


def clash(form: Form, merged: Merged) -> None:
    """Nothing is dropped without a choice; what does not clash is already together."""
    with st.container(border=True):
        st.subheader("This was changed in another window, too", anchor=False)
        st.markdown(
            "Nothing is lost: what was changed in one window only is kept from both."
            + (" Where both changed the same, choose." if merged.clashes else "")
        )
        for where in merged.from_theirs:
            value = _value(form.theirs, where)
            show.markdown(
                Markdown("- {}, changed {}: {}").format(_what(where), THERE, _words(where, value))
            )
        choices = {one.where: _choice(form, merged, one.where) for one in merged.clashes}
        decided = {where: side for where, side in choices.items() if side is not None}
        st.button(
            "Save both together",
            key="record_save_both",
            on_click=save_both,
            args=(decided,),
            disabled=len(decided) < len(choices),
        )
        st.button("Back to the form", key="record_back", type="tertiary", on_click=look_again)


def _choice(form: Form, merged: Merged, where: Where) -> Side | None:
    one = next(one for one in merged.clashes if one.where == where)
    show.markdown(Markdown("**{}**").format(_what(where)))
    here, there = st.columns(2, border=True)
    for column, title, value in ((here, HERE, one.mine), (there, THERE, one.theirs)):
        with column:
            show.caption(title)
            show.markdown(_words(where, value))
    return cast(
        "Side | None",
        show.segmented_control(
            f"Which one stays: {_what(where)}",
            ["mine", "theirs"],
            format_func={"mine": "Keep this window's", "theirs": "Keep the other's"}.__getitem__,
            key=f"clash_{form.key}_{'/'.join(where)}",
            label_visibility="collapsed",
        ),
    )


def _what(where: Where) -> str:
    first = _KINDS.get(where[0], where[0].replace("_", " ").capitalize())
    if where[0] == "person" and len(where) > 1:
        return f"Person: {where[1].replace('_', ' ')}"
    return first


_KINDS = {
    "notes": "A line of the notes",
    "asked": "Asked about",
    **{kind.list_of: kind.one for kind in KINDS},
    "held_on": "Held on",
}


def _value(content: Any, where: Where) -> Any:
    value = content[where[0]]
    if len(where) == 1:
        return value
    if isinstance(value, dict):
        return value[where[1]]
    return next(one for one in value if where[1] == (one["id"] if isinstance(one, dict) else one))


def _words(where: Where, value: Any) -> str:
    if value is None or value == "":
        return "taken out" if where[0] in _KINDS and len(where) > 1 else "empty"
    if not isinstance(value, dict):
        return str(value)
    first = value.get(NAME.get(where[0], "name")) or value.get("text") or "unnamed"
    rest = [
        f"{name.replace('_', ' ')}: {one}"
        for name, one in value.items()
        if one not in ("", None, False, "unstated", first) and name not in ("id", "note_id")
    ]
    return "; ".join([str(first), *rest])
