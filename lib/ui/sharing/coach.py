"""What a coach has beside the screens: what to see first, and a place to leave a remark."""

from collections.abc import Sequence
from datetime import date

import streamlit as st
from sqlalchemy.orm import Session
from streamlit.navigation.page import StreamlitPage

from lib.access.links import told
from lib.access.viewer import Share, Viewer
from lib.answers import coach
from lib.answers.comments import Thread, anchors, threads
from lib.answers.data_say import NOTHING
from lib.answers.first_page import FirstPage
from lib.answers.sentence import Sentence
from lib.answers.words import FEWEST_IN_WORDS, capital, counted, listed
from lib.commands.comments import LONGEST, leave_comment
from lib.errors import AppError
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown, plain
from lib.screens import SCREENS
from lib.ui import show
from lib.ui.access.session import database, viewer
from lib.ui.explore.charts import show_evidence
from lib.ui.reads import read
from lib.words import COMMENT_KINDS, TOPICS

OPEN = "open_sentence"
KEYS = ("kind", "text", "anchor", "topic", "due_on")


def at_a_glance() -> None:
    """What is asked of the coach, what people said, where they differ; beside it the person."""
    seen = read(coach.at_a_glance, EVERYTHING)
    if seen.message:
        with st.container(border=True):
            st.caption("A message for you")
            show.markdown(plain(seen.message))
    if not seen.fields:
        st.info("Nothing to show yet: no conversation has been held.", icon=":material/forum:")
        return
    left, right = st.columns([7, 5], gap="large")
    with left:
        _said(seen)
    with right:
        _person(seen.first)
    st.subheader("What changed since my last visit?", anchor=False)
    _changed(seen)


def _said(seen: coach.AtAGlance) -> None:
    first = seen.first
    st.subheader("What do the conversations say?", anchor=False)
    show.caption(Markdown("People were heard about {}.").format(listed(seen.fields)))
    show.markdown(first.compared)
    _sentences(first.said, "said")
    if not first.said:
        show.markdown(NOTHING)
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
    if first.now:
        st.subheader("Now, and wanted", anchor=False)
        show.markdown(first.now)
    st.subheader("Where it leans", anchor=False)
    for line in first.leans:
        show.markdown(line)
    st.subheader("What is missing", anchor=False)
    _lines(
        first.missing, f"Every topic was put to {FEWEST_IN_WORDS} people or more in every field."
    )
    if first.next:
        st.subheader("What would help next", anchor=False)
        show.markdown(first.next)


def _changed(seen: coach.AtAGlance) -> None:
    if seen.last_visit is None:
        st.markdown("This is the first day on which this link is open.")
        return
    same = f"Nobody new was heard since {seen.last_visit.day} {seen.last_visit:%B %Y}."
    if seen.changed:
        show.caption(f"Since {seen.last_visit.day} {seen.last_visit:%B %Y}")
    _lines(seen.changed, same)


def _lines(lines: Sequence[Markdown], none: str) -> None:
    points = (Markdown("- {}").format(line) for line in lines)
    show.markdown(Markdown("\n").join(points) or none)


def _sentences(found: Sequence[Sentence], place: str) -> None:
    """Each with the press that opens who said it, the evidence of the open one below them."""
    for number, one in enumerate(found):
        words, press = st.columns([4, 1], vertical_alignment="center")
        with words:
            show.markdown(one.words)
        with press:
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
    left = read(threads, EVERYTHING)
    st.divider()
    st.subheader("Leave a remark", anchor=False)
    _say_what_was_sent()
    opened = st.expander("Write", icon=":material/edit:", key=f"write_{here}", on_change="rerun")
    if opened.open or st.session_state.get("text"):  # what is half typed stays when it is closed
        with opened:
            _form(here)
    if left:
        with show.expander(f"What you left ({len(left)})", icon=":material/chat:", key="left"):
            for one in left:
                _one(one)


def _form(here: str) -> None:
    places = dict(read(listed_anchors, EVERYTHING))
    order = [f"screen/{here}", *(a for a in places if not a.startswith("screen/"))]
    kind = st.pills("What is it?", COMMENT_KINDS, default="remark", required=True, key="kind")
    show.selectbox("About", order, format_func=lambda a: capital(places[a]), key=f"anchor_{here}")
    if kind == "question":
        st.selectbox("The question is about", TOPICS, key="topic")
        st.caption("It waits for the next conversation to be prepared.")
    if kind == "next step":
        st.date_input("By when", value=None, key="due_on")
    st.text_area("In your words", max_chars=LONGEST, key="text")
    st.button("Send", on_click=_send, args=(here,), icon=":material/send:")


def listed_anchors(session: Session, me: Viewer, filters: Filters) -> tuple[tuple[str, str], ...]:
    """All places at once, to be cached."""
    return tuple(anchors(session, me, filters))


def _send(here: str) -> None:
    """The text stays where it was refused."""
    typed = st.session_state
    kind, due_on = typed["kind"], typed.get("due_on")
    said = {"kind": kind, "text": typed["text"], "anchor": typed[f"anchor_{here}"]}
    said["topic"] = typed["topic"] if kind == "question" else ""
    day = due_on if kind == "next step" and isinstance(due_on, date) else None
    me = viewer()
    try:
        if isinstance(me, Share):
            with database().write() as session:
                leave_comment(session, me, **said, due_on=day)
    except AppError as error:
        typed["sent"] = ("error", str(error))
        return
    typed["sent"], typed["text"] = ("done", "Sent."), ""


def _say_what_was_sent() -> None:
    kind, words = st.session_state.pop("sent", ("", ""))
    if kind == "error":
        show.error(words, icon=":material/error:")
    elif kind:
        show.success(words, icon=":material/check:")


def _one(one: Thread) -> None:
    about = Markdown(" · {}").format(one.about) if one.about else ""
    settled = " · settled" if one.resolved else ""
    due = f" · by {one.due_on.day} {one.due_on:%B %Y}" if one.due_on else ""
    show.caption(
        Markdown("{0}{1}{2} · {3.day} {3:%B}{4}").format(
            capital(one.kind), about, due, one.at, settled
        )
    )
    show.markdown(plain(one.text))
    for answer in one.answers:
        show.markdown(
            Markdown("> **{}**: {}").format(answer.author, answer.text).replace("\n", "\n> ")
        )
