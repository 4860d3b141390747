"""The notes with what was read in each line beside it: tick to take, a pencil for the rest."""

from typing import Any

import streamlit as st

from lib.answers.words import counted, of_unit
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.record.edits import known_names
from lib.ui.record.notes import marks
from lib.ui.record.read_notes import (
    TO_MEET,
    WHO,
    Suggested,
    accept,
    dismiss,
    finding_of,
    is_accepted,
    suggested,
    turn,
)
from lib.ui.record.rest import rest
from lib.ui.record.rows import FACES, deciding
from lib.ui.record.state import Form
from lib.ui.record.widgets import beside

KINDS = {"training": "way in"}
"""What a mark is called here, where it has another name."""
NEEDED = {"mandatory": "a must", "helpful": "helps", "not needed": "not needed"}
LEVELS = {"entry": "beginner", "mid": "mid", "senior": "senior"}
REQUIRED = {"yes": "required", "no": "not required"}


def reading(form: Form) -> None:
    """Every line at the left, what it seems to say at the right."""
    found = suggested(form)
    waiting = [one for one in found if not is_accepted(form, one)]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader("Read from your notes", anchor=False, width="stretch")
        if waiting:
            taken = len(waiting) < len(found)
            words = f"Accept {'the other' if taken else 'all'} {len(waiting)}"
            more: dict[str, Any] = {"on_click": accept, "args": (form.key, *waiting)}
            show.button(words, f"accept_{form.key}", icon=":material/done_all:", **more)
        st.button("Back to the lines", f"unread_{form.key}", on_click=stop, args=(form,))
    st.caption("Nothing is kept until you save. Tick what is right; untick it to take it back.")
    for line in form.content["notes"]:
        with st.container():
            _line(form, line, [one for one in found if one.line_id == line["id"]])
    ticked = len(found) - len(waiting)
    show.caption(f"{counted(ticked, 'suggestion')} taken, {len(waiting):,} waiting for a yes.")


def stop(form: Form) -> None:
    """For callbacks: the lines with their marks again."""
    form.reading = False


def _line(form: Form, line: dict[str, Any], found: list[Suggested]) -> None:
    said, read = st.columns([4, 8])
    with said:
        st.text(line["text"])
    with read, st.container(gap="xxsmall"):
        if not found:
            marks(form, line["id"], line["text"])
        for one in found:
            _suggestion(form, one)
        waiting = [one for one in found if not is_accepted(form, one)]
        if len(waiting) > 1:
            key = f"line_{form.key}_{line['id']}"
            more: dict[str, Any] = {"on_click": accept, "args": (form.key, *waiting)}
            show.button("Accept this line", key, type="tertiary", **more)


def _suggestion(form: Form, one: Suggested) -> None:
    taken = is_accepted(form, one)
    key = f"take_{form.key}_{one.key}"
    if st.session_state.get(key) != taken:
        st.session_state[key] = taken
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        args = (form.key, one)
        show.checkbox(_label(form, one), key=key, on_change=turn, args=args, width="stretch")
        _pencil(form, one, taken=taken)
    if taken and one.kind == "salaries" and (made := finding_of(form, one)):
        deciding(form, ("salaries", made["id"]))
        beside(form, ("salaries", made["id"]))


def _pencil(form: Form, one: Suggested, *, taken: bool) -> None:
    """Editing what was taken, and dismissing for good."""
    more = st.popover(
        "", icon=":material/edit:", key=f"edit_{form.key}_{one.key}", on_change="rerun",
        type="tertiary", help="Edit, or dismiss",
    )  # fmt: skip
    if not more.open:
        return
    with more:
        made = finding_of(form, one) if taken and one.kind else None
        if made:
            names = known_names()
            FACES[one.kind](form, (one.kind, made["id"]), names[one.kind])
            rest(form, one.kind, made, names["fields"])
        elif one.kind:
            st.caption("Tick it, and it can be edited here.")
        key = f"dismiss_{form.key}_{one.key}"
        st.button("Dismiss for this line", key, on_click=dismiss, args=(form.key, one))


def _label(form: Form, one: Suggested) -> Markdown:
    """Kind, name and the rest: `:gray-badge[pay] **21 USD/hour**, beginner`."""
    told = (finding_of(form, one) if one.kind else None) or one.values
    name, *details = filter(None, _words(one, told))
    badge = Markdown(":gray-badge[{}] ").format(KINDS.get(one.mark, one.mark))
    bold = badge + Markdown("**{}**").format(name)
    return bold + ", ".join(["", *details]) if details else bold


def _words(one: Suggested, told: dict[str, Any]) -> list[str | None]:
    if one.mark in {WHO, TO_MEET}:
        return [told["name"] or "somebody", told["role"], told.get("field"), told.get("held_on")]
    if one.kind == "skills":
        return [told["skill"], NEEDED.get(told["necessity"], "")]
    if one.kind == "trainings":
        months = of_unit(str(told["months"] or ""), "month")
        beside_work = "beside work" if told["alongside_work"] else ""
        name = told["name"] or told["kind"]
        return [name, months, told["cost"], REQUIRED.get(told["required"], ""), beside_work]
    if one.kind == "salaries":
        own = "own" if told["whose"] == "own" else ""
        return [told["pay"] or "no figure", LEVELS.get(told["level"], ""), own]
    if one.kind == "aspects":
        return [told["theme"] or "about what?"]
    if one.kind == "steps":
        return [told["title"], f"{told['years']} years" if told["years"] else ""]
    return [told["direction"]]
