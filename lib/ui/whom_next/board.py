"""The board: five columns, a card a conversation, and one move with what it needs."""

from datetime import date
from uuid import UUID

import streamlit as st

from lib.answers.board import COLUMNS, Card, board
from lib.answers.words import counted
from lib.commands.moving import move_to
from lib.figures import LATEST
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.last_press import last_press, press
from lib.ui.reads import read, today

MOST = 6
CONVERSATION = "pages/interviews/conversation.py"


def the_board() -> None:
    """The columns side by side; on a telephone they scroll sideways."""
    found = read(board, EVERYTHING)
    last_press("board")
    for column, name in zip(st.columns(len(COLUMNS), wrap=False), COLUMNS, strict=True):
        with column:
            cards = found[name]
            show.subheader(Markdown("{} :small[{}]").format(name, f"{len(cards):,}"), anchor=False)
            for card in cards[:MOST]:
                _card(card)
            if cards[MOST:]:
                show.caption(counted(len(cards) - MOST, "more", "more"))


def _card(card: Card) -> None:
    with st.container(border=True, gap="xsmall"):
        words = [Markdown("**{}**").format(card.person), Markdown(":gray[{}]").format(card.field)]
        if card.words:
            waits = Markdown(":orange[{}]") if card.late else Markdown(":gray[{}]")
            words.append(waits.format(card.words))
        show.markdown(Markdown("  \n").join(words))
        _move(card)
        show.page_link(CONVERSATION, label="Open", query_params={"talk": card.interview_id})


def _move(card: Card) -> None:
    """What most people do next; a move that needs a day asks for it at once."""
    key = f"move_{card.interview_id}"
    match card.status:
        case "idea":
            st.button("I have asked", key=key, on_click=_go, args=(card, "requested"))
        case "requested" | "no answer" | "moved":
            with st.popover("They agreed", key=key):
                _with_a_day(card, "scheduled", "Planned", past=False)
            if card.status == "requested":
                args = (card, "no answer")
                st.button("No answer", key=f"{key}/none", type="tertiary", on_click=_go, args=args)
        case "scheduled":
            with st.popover("We talked", key=key):
                _with_a_day(card, "held", "It was held", past=True)
            args = (card, "moved")
            st.button("Another day", key=f"{key}/moved", type="tertiary", on_click=_go, args=args)


def _with_a_day(card: Card, status: str, label: str, *, past: bool) -> None:
    key, now = f"move_{card.interview_id}", today()
    day = card.on or now
    if past:
        first, last, day = date(2000, 1, 1), now, min(day, now)
    else:
        first, last, day = now, LATEST, max(day, now)
    st.date_input("On which day", day, min_value=first, max_value=last, key=f"{key}/{status}/on")
    if not past:
        st.text_input("Where, if you know", key=f"{key}/{status}/place", max_chars=200)
    show.button(label, key=f"{key}/{status}", on_click=_gone, args=(card, status))


def _go(card: Card, status: str) -> None:
    press("board", f"{card.person}: moved.", move_to, interview_id=UUID(card.interview_id),
          status=status)  # fmt: skip


def _gone(card: Card, status: str) -> None:
    key = f"move_{card.interview_id}/{status}"
    about = {"on": st.session_state[f"{key}/on"], "where": st.session_state.get(f"{key}/place", "")}
    press("board", f"{card.person}: moved.", move_to, interview_id=UUID(card.interview_id),
          status=status, **about)  # fmt: skip
