"""Who introduced whom, as a nested list: it prints, and is read aloud."""

from collections.abc import Iterator

import streamlit as st

from lib.answers.whom_next import Somebody, WhomNext
from lib.markdown import Markdown
from lib.meeting.whom_next import Branch
from lib.ui import show

NOT_YET = {
    **{"": "not asked yet", "idea": "not asked yet", "requested": "asked"},
    **{"no answer": "no answer", "moved": "to be moved", "declined": "declined"},
    "cancelled": "cancelled",
}


def introductions(found: WhomNext) -> None:
    """A line each, indented under whoever led to them."""
    lines = [line for root in found.roots for line in _lines(root, found.who, 0)]
    if not lines:
        st.info(
            "Nobody is noted as introduced by somebody else yet: Record and People ask who "
            "introduced a person.",
            icon=":material/forum:",
        )
        return
    show.markdown(Markdown("\n").join(lines))


def _lines(branch: Branch, who: dict[str, Somebody], depth: int) -> Iterator[Markdown]:
    one = who[branch.person_id]
    yield Markdown("    ") * depth + Markdown("- **{}** {}").format(one.person, _standing(one))
    for below in branch.led_to:
        yield from _lines(below, who, depth + 1)


def _standing(one: Somebody) -> Markdown:
    field = Markdown("{}, ").format(one.field) if one.field else Markdown("")
    if one.status == "held" and one.on:
        return Markdown(":gray[{}talked in {:%B %Y}]").format(field, one.on)
    if one.status == "scheduled":
        when = Markdown(" for {0.day} {0:%B}").format(one.on) if one.on else Markdown("")
        return Markdown(":gray[{}planned{}]").format(field, when)
    words = NOT_YET.get(one.status, one.status)
    if words == "not asked yet":
        return Markdown(":orange[{}]").format(words)
    return Markdown(":gray[{}{}]").format(field, words)
