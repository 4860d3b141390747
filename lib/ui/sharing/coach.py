"""What a coach has beside the screens: what to see first, and a place to leave a remark."""

from collections.abc import Sequence

import streamlit as st
from sqlalchemy.orm import Session
from streamlit.navigation.page import StreamlitPage

from lib.access.links import told
from lib.access.viewer import Share, Viewer
from lib.answers import coach
from lib.answers.comments import Thread, anchors, threads
from lib.answers.data_say import NOTHING
from lib.answers.fields import fields_shown
from lib.answers.first_page import WHICH, FirstPage
from lib.answers.sentence import Sentence
from lib.answers.words import FEWEST_IN_WORDS, counted
from lib.exporting.remarks import left_through, remarks_csv, remarks_page
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown, plain
from lib.screens import SCREENS
from lib.ui import show
from lib.ui.access.session import database, viewer
from lib.ui.explore.charts import show_evidence
from lib.ui.reads import read
from lib.ui.sharing.leaving import form, half_typed, say_what_was_sent
from lib.ui.sharing.threads import thread

OPEN = "open_sentence"
ANSWER = "answer"
PRESSES = {ANSWER: "Answer", "question": "Propose a question", "person": "Propose a person"}
KINDS = {ANSWER: "remark", "question": "question", "person": "person to meet"}


def at_a_glance() -> None:
    """What changed; what is asked of the coach and which fields there are, beside it the person.

    Then what people said and where they differ: on a telephone all else stands before it.
    """
    seen = read(coach.at_a_glance, EVERYTHING)
    _changed(seen)
    if not seen.first.fields:
        _asked_of_you(seen.message)
        st.info("Nothing to show yet: no conversation has been held.", icon=":material/forum:")
        return
    left, right = st.columns(2, gap="large")
    with left:
        _asked_of_you(seen.message)
        _fields(seen.first)
    with right:
        _person(seen.first)
    left, right = st.columns(2, gap="large")
    with left:
        _said(seen.first)
    with right:
        _differ(seen.first)


def _asked_of_you(message: str) -> None:
    """The message, and the presses that answer it; where a link has no place for them, none."""
    remarks = read(told, EVERYTHING).comments and isinstance(viewer(), Share)
    if not message and not remarks:
        return
    with st.container(border=True):
        if message:
            st.caption("A message for you")
            show.markdown(plain(message))
        if remarks:
            presses = (
                dict(PRESSES) if message else {k: v for k, v in PRESSES.items() if k != ANSWER}
            )
            with st.container(horizontal=True):
                for place, words in presses.items():
                    _press(place, words)
            for place in presses:
                say_what_was_sent(place)


def _press(place: str, words: str) -> None:
    """One filled button a screen; on a dark ground its letters could not be read."""
    filled = place == ANSWER and st.context.theme.type != "dark"
    opened = show.popover(
        words,
        key=f"write_{place}",
        type="primary" if filled else "secondary",
        on_change="rerun",
    )
    if opened.open or half_typed(place):
        with opened:
            form(place, {"message": ""} if place == ANSWER else _in_a_field(), (KINDS[place],))


def _in_a_field() -> dict[str, str]:
    fields = read(fields_shown, EVERYTHING)
    return {"": "no field in particular", **{f"field/{f.field_id}": f.field for f in fields}}


def _fields(first: FirstPage) -> None:
    st.subheader(WHICH, anchor=False)
    _lines(first.fields, "")
    if first.more_fields:
        show.caption(f"{counted(first.more_fields, 'more', 'more')} on Compare.")
    show.markdown(first.compared)


def _said(first: FirstPage) -> None:
    st.subheader("What do the conversations say?", anchor=False)
    _sentences(first.said, "said")
    if not first.said:
        show.markdown(NOTHING)


def _differ(first: FirstPage) -> None:
    st.subheader("Where do people contradict each other?", anchor=False)
    _sentences(first.differ, "differ")
    if not first.differ:
        st.markdown(
            "Nowhere so far on a skill, a way in, pay or where the field goes, between people whom "
            "no employer connects."
        )
    if first.more_differ:
        show.caption(f"{counted(first.more_differ, 'more', 'more')}, less well supported.")


def _person(first: FirstPage) -> None:
    st.subheader("Now, and where it leans" if first.now else "Where it leans", anchor=False)
    for line in filter(None, (first.now, *first.leans)):
        show.markdown(line)
    st.subheader("What is missing", anchor=False)
    _lines(
        first.missing, f"Every topic was put to {FEWEST_IN_WORDS} people or more in every field."
    )
    if first.next:
        st.subheader("What would help next", anchor=False)
        show.markdown(first.next)


def _changed(seen: coach.AtAGlance) -> None:
    """Before all else, from the second day on."""
    if seen.last_visit is None:
        return
    show.subheader(
        f"What changed since {seen.last_visit.day} {seen.last_visit:%B %Y}?", anchor=False
    )
    _lines((*seen.answered, *seen.changed), "Nobody new was heard, and nothing was answered.")


def _lines(lines: Sequence[Markdown], none: str) -> None:
    points = (Markdown("- {}").format(line) for line in lines)
    show.markdown(Markdown("\n").join(points) or none)


def _sentences(found: Sequence[Sentence], place: str) -> None:
    """Each with the press that opens who said it, the evidence of the open one below them."""
    for number, one in enumerate(found):
        with st.container(horizontal=True, wrap=False, vertical_alignment="center"):
            show.markdown(one.words, width="stretch")
            show.button(
                counted(one.people, "person", "people"),
                key=f"{place}_{number}",
                help=Markdown("Open the evidence for {}").format(one.label),
                icon=":material/forum:",
                type="tertiary",
                on_click=_open,
                args=(f"{place}/{one.key}",),
            )
    chosen = {f"{place}/{one.key}": one for one in found}
    opened = chosen.get(st.session_state.get(OPEN) or "")
    if opened:
        show_evidence(opened.label, opened.key, EVERYTHING, place=place)


def _open(key: str) -> None:
    """The press that opened it closes it again."""
    st.session_state[OPEN] = None if st.session_state.get(OPEN) == key else key


def leave_a_remark(page: StreamlitPage) -> None:
    """Below every screen of a link that has a place for remarks; nothing for the explorer."""
    if not isinstance(viewer(), Share) or not read(told, EVERYTHING).comments:
        return
    here = next((name for name, title in SCREENS.items() if title == page.title), "opening")
    place, left = f"page_{here}", read(threads, EVERYTHING)
    st.divider()
    st.subheader("Leave a remark", anchor=False)
    say_what_was_sent(place)
    opened = st.expander("Write", icon=":material/edit:", key=f"write_{place}", on_change="rerun")
    if opened.open or half_typed(place):
        with opened:
            places = dict(read(listed_anchors, EVERYTHING))
            others = {a: words for a, words in places.items() if not a.startswith("screen/")}
            form(place, {f"screen/{here}": places[f"screen/{here}"], **others})
    if left:
        _what_was_left(left)


def listed_anchors(session: Session, me: Viewer, filters: Filters) -> tuple[tuple[str, str], ...]:
    """All places at once, to be cached."""
    return tuple(anchors(session, me, filters))


def _what_was_left(left: tuple[Thread, ...]) -> None:
    """All of it, whatever it is on."""
    words, icon = f"What you left ({len(left)})", ":material/chat:"
    opened = show.expander(words, icon=icon, key="left", on_change="rerun")
    if opened.open:
        with opened:
            _take_along()
            for one in left:
                with st.container(border=True):
                    thread(one, mine=True)


def _take_along() -> None:
    """Their own remarks as a file, as they are when it is pressed, if the link is still open."""
    me, title = viewer(), read(told, EVERYTHING).badge.title

    def found() -> tuple[Thread, ...]:
        with database().read() as session:
            return left_through(session, me)

    kinds = {"Markdown": (".md", "text/markdown"), "Table": (".csv", "text/csv")}
    made = {"Markdown": lambda: remarks_page(found(), title), "Table": lambda: remarks_csv(found())}
    with st.container(horizontal=True):
        for words, (ending, kind) in kinds.items():
            show.download_button(
                f"{words} ({ending})",
                *(made[words], f"remarks{ending}", kind),
                key=f"remarks_{ending}",
                icon=":material/download:",
                on_click="ignore",
            )
