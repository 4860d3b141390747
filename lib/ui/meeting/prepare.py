"""The step "prepare": the agenda with its minutes, what is known already, and what is ready."""

from uuid import UUID

import streamlit as st

from lib.answers.carrying import Carried, carried
from lib.answers.preparing import Item, Preparing, preparing
from lib.answers.words import counted
from lib.commands.agenda import (
    MOST_MINUTES,
    add_question,
    change_question,
    move_question,
    put_on_agenda,
    say_of_me,
    set_frame,
    take_off_agenda,
    tick,
)
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.meeting.agenda import Wanted
from lib.meeting.bank import bank
from lib.ui import show
from lib.ui.access.session import database, explorer, while_it_holds
from lib.ui.last_press import last_press, press
from lib.ui.reads import read
from lib.words import TOPICS

PLACE = "agenda"
READY = {
    "questions": "I know which question matters most",
    "agenda": "The agenda fits the time that was asked for",
    "way there": "The way there, and ten minutes early",
    "dress": "Dressed for their workplace, not for a job interview",
    "telephone": "Telephone off",
    "something to write with": "Something to write with",
    "about me": "One minute about myself",
}
PAGES = {"One page to print": False, "For the telephone": True}
KINDS = {
    **{topic: topic for topic in TOPICS},
    **{one.special: one.special for one in bank() if one.special},
}


def prepare(talk: Carried) -> None:
    """Agenda left, what is known and what is ready right; below each other on a telephone."""
    answer = read(preparing, EVERYTHING, talk.meeting.interview_id)
    left, right = st.columns([7, 5], gap="large")
    with left:
        _agenda(answer)
    with right:
        _known(answer)
        _ready(answer)


def _agenda(answer: Preparing) -> None:
    st.header("Agenda", anchor=False)
    _frame(answer)
    if not answer.items:
        _propose(answer)
    else:
        _bar(answer)
        for place, item in enumerate(answer.items):
            _line(item, first=place == 0, last=place == len(answer.items) - 1)
    last_press(PLACE)
    with st.container(horizontal=True):
        with st.popover("Write a question", icon=":material/add:"):
            _own(answer)
        with st.popover("From the question bank", icon=":material/menu_book:"):
            _from_the_bank(answer)
        for words, slim in PAGES.items():
            _page(answer.meeting.interview_id, words, slim=slim)


def _page(interview_id: UUID, words: str, *, slim: bool) -> None:
    """The page is set when it is pressed, for whom this window still stands."""
    me = explorer()

    def content() -> bytes:
        from lib.report.prepared import one_page  # noqa: PLC0415  (the report's whole room)

        with database().read() as session:
            talk = carried(session, me, EVERYTHING, interview_id)
            answer = preparing(session, me, EVERYTHING, interview_id)
        return one_page(talk, answer, READY, slim=slim)

    icon = ":material/smartphone:" if slim else ":material/print:"
    name = "conversation-narrow.pdf" if slim else "conversation.pdf"
    made_then = while_it_holds(content)
    show.download_button(words, made_then, name, "application/pdf", icon=icon, on_click="ignore")


def _frame(answer: Preparing) -> None:
    key = f"frame_{answer.meeting.interview_id}"
    show.number_input(
        "Minutes asked for",
        *(1, 1440, answer.minutes, 5),
        key=key,
        width=180,
        on_change=_set_frame,
        args=(answer.meeting.interview_id, key),
    )


def _set_frame(interview_id: UUID, key: str) -> None:
    minutes = int(st.session_state[key])
    press(PLACE, f"{minutes} minutes.", set_frame, interview_id=interview_id, minutes=minutes)


def _propose(answer: Preparing) -> None:
    """What would be asked, before anything is kept."""
    st.markdown("What nobody was asked yet comes first, then what people differ on.")
    lines = [
        Markdown("- **{} min** {}  \n  {}").format(one.minutes, one.text, one.why)
        for one in answer.proposed
    ]
    show.markdown(Markdown("\n").join(lines))
    st.button(
        "Take this agenda",
        key="take_agenda",
        on_click=_take,
        args=(answer.meeting.interview_id, answer.proposed),
    )


def _take(interview_id: UUID, questions: tuple[Wanted, ...]) -> None:
    done = f"{counted(len(questions), 'question')} on the agenda."
    press(PLACE, done, put_on_agenda, interview_id=interview_id, questions=questions)


def _bar(answer: Preparing) -> None:
    show.caption(f"{answer.taken} of {answer.minutes} minutes")
    st.progress(min(answer.taken / answer.minutes, 1.0))
    if not answer.fits:
        over = counted(answer.taken - answer.minutes, "minute")
        show.warning(f"{over} too long: take something off, or ask for less time each.")


def _line(item: Item, *, first: bool, last: bool) -> None:
    """The question with its minutes and why; its buttons stay beside it on a telephone, too."""
    with st.container(horizontal=True, wrap=False, vertical_alignment="top", gap="small"):
        said = Markdown("**{} min** · {}").format(item.minutes, item.text)
        why = Markdown("  \n:gray[{}]").format(item.why) if item.why else ""
        show.markdown(said + why, width="stretch")
        with st.container(horizontal=True, wrap=False, width="content", gap="xsmall"):
            _arrow(item, -1, "Earlier", ":material/arrow_upward:", disabled=first)
            _arrow(item, 1, "Later", ":material/arrow_downward:", disabled=last)
            words = f"Change: “{item.text}”"
            with show.popover("", icon=":material/edit:", help=words, type="tertiary"):
                _change(item)


def _arrow(item: Item, by: int, word: str, icon: str, *, disabled: bool) -> None:
    show.button(
        "",
        key=f"move_{by}_{item.item_id}",
        icon=icon,
        help=f"{word}: “{item.text}”",
        type="tertiary",
        disabled=disabled,
        on_click=_move,
        args=(item.item_id, by, word),
    )


def _move(item_id: str, by: int, word: str) -> None:
    press(PLACE, f"Moved: {word.lower()}.", move_question, item_id=explorer().real(item_id), by=by)


def _change(item: Item) -> None:
    text_key, minutes_key = f"text_{item.item_id}", f"minutes_{item.item_id}"
    show.text_area("Question", item.text, key=text_key, max_chars=1_000)
    minutes = min(max(item.minutes, 1), MOST_MINUTES)
    show.number_input("Minutes", 1, MOST_MINUTES, minutes, key=minutes_key)
    with st.container(horizontal=True):
        show.button("Save", key=f"save_{item.item_id}", on_click=_changed, args=(item.item_id,))
        show.button(
            *("Take it off", f"off_{item.item_id}"),
            icon=":material/close:",
            type="tertiary",
            on_click=_off,
            args=(item.item_id,),
        )


def _changed(item_id: str) -> None:
    said = {
        "text": str(st.session_state[f"text_{item_id}"]),
        "minutes": int(st.session_state[f"minutes_{item_id}"]),
    }
    press(PLACE, "Changed.", change_question, item_id=explorer().real(item_id), **said)


def _off(item_id: str) -> None:
    press(PLACE, "Taken off.", take_off_agenda, item_id=explorer().real(item_id))


def _own(answer: Preparing) -> None:
    with st.form("own_question", clear_on_submit=True, border=False):
        text = st.text_area("Question", max_chars=1_000, key="own_text")
        topic = st.selectbox("About", TOPICS)
        minutes = st.number_input("Minutes", 1, MOST_MINUTES, 3)
        keep = st.checkbox("Offer it for other talks of this field, too")
        if st.form_submit_button("Put it on the agenda"):
            about = {"topic": str(topic), "minutes": int(minutes), "keep": keep}
            to = answer.meeting.interview_id
            press(PLACE, "Added.", add_question, interview_id=to, text=text, **about)
            st.rerun()


def _from_the_bank(answer: Preparing) -> None:
    kind = show.selectbox("About", list(KINDS), format_func=KINDS.__getitem__, key="bank_kind")
    there = {item.text for item in answer.items}
    for one in bank():
        if kind in (one.special, one.topic if not one.special else "") and one.text not in there:
            why = "From the question bank."
            asked = Wanted(one.text, one.topic, one.minutes, why, bank_key=one.key)
            show.button(
                *(one.text, f"bank_{one.key}"),
                icon=":material/add:",
                type="tertiary",
                on_click=_take,
                args=(answer.meeting.interview_id, (asked,)),
            )


def _known(answer: Preparing) -> None:
    st.header("What I know already", anchor=False)
    lines = [Markdown("- {}").format(line) for line in answer.known]
    show.markdown(Markdown("\n").join(lines))


def _ready(answer: Preparing) -> None:
    st.header("Ready?", anchor=False)
    for item, words in READY.items():
        key = f"ready_{answer.meeting.interview_id}_{item}"
        show.checkbox(
            *(words, item in answer.ready, key),
            wrap=True,
            on_change=_tick,
            args=(answer.meeting.interview_id, item, key),
        )
        if item == "way there" and answer.leaves:
            show.caption(f"Set out at {answer.leaves}: {_way(answer)}.")
    key = "about_me"
    show.text_area(
        "What I say of myself in a minute",
        answer.meeting.about_me,
        key=key,
        max_chars=2_000,
        on_change=_about_me,
        args=(key,),
    )


def _way(answer: Preparing) -> str:
    return f"{counted(answer.meeting.travel or 0, 'minute')} of way, ten early"


def _tick(interview_id: UUID, item: str, key: str) -> None:
    ready = bool(st.session_state[key])
    press(PLACE, "Kept.", tick, interview_id=interview_id, item=item, ready=ready)


def _about_me(key: str) -> None:
    press(PLACE, "Kept.", say_of_me, about_me=str(st.session_state[key]))
