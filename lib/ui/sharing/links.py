"""Links for a coach on a screen: made, shown once, read for, paused, extended, revoked.

Not cached: visits come without a new revision.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from lib.access.badge import badge
from lib.access.links import DAYS, INCLUDES, Scope, address
from lib.answers.comments import threads
from lib.answers.links import Card, cards
from lib.answers.standing import standing
from lib.answers.words import counted
from lib.commands.links import extend_link, make_link, mark_link, pause_link, revoke_link
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.markdown import Markdown, plain
from lib.queries.explorer import profile
from lib.screens import SCREENS
from lib.settings import read_settings
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.reads import read
from lib.ui.sharing.badges import ask, headed
from lib.ui.sharing.choosing import WITHIN, Labels, choose
from lib.ui.sharing.reading import read_for
from lib.ui.sharing.short_list import release_names
from lib.ui.sharing.threads import thread
from lib.ui.tables import table
from lib.ui.writes import saved, saying, write

COMPARED = (
    "Numbers can be compared between links, and between visits: whoever holds two links, or looks "
    "twice, may work out what one person said."
)
STATES = {"open": "Open", "paused": "Paused", "ended": "Ended", "revoked": "Revoked"}


def served() -> bool:
    """Whether Fieldwork has an address that others can open."""
    return bool(read_settings().base_url)


def what_a_link_needs() -> None:
    """On one's own computer a link leads nowhere: say so before one is made."""
    if not served():
        st.subheader("A link", anchor=False)
        st.markdown(
            "This Fieldwork runs on your computer alone, so a link opens here and nowhere else: "
            "it shows you what a coach would see. To send one, Fieldwork has to run on a server "
            "under its own address (FIELDWORK_BASE_URL)."
        )


def make() -> None:
    """The form of a new link: all that is in it is chosen here, and stays as it is."""
    names = read(standing, EVERYTHING).fields
    opened = st.expander(
        "Make a link", expanded=served() and not _cards(), icon=":material/add_link:"
    )
    with opened, st.form("make_link", border=False):
        label = st.text_input("Whom is it for?", "My coach", max_chars=200)
        head = ask(badge(explorer().explorer_id, read(profile, EVERYTHING).name), "new")
        chosen = choose(names, WITHIN, Labels("Fields", "What is in", "Small groups"))
        with st.container(horizontal=True):
            days = st.number_input("Open for days", 1, 730, DAYS)
            view = st.selectbox("Opens on", list(SCREENS), format_func=lambda v: SCREENS[v])
        message = st.text_area("A message they read first", max_chars=2_000)
        st.caption(COMPARED)
        if st.form_submit_button("Make the link"):
            _make(
                label=label,
                fields=[UUID(names[name]) for name in chosen.fields],
                scope=Scope(**{part: part in chosen.parts for part in INCLUDES}),
                days=days,
                threshold=chosen.fewest,
                message=message,
                opening_view=view,
                **vars(head),
            )


def _make(**chosen: Any) -> None:
    try:
        _, token = write(make_link, **chosen)
    except AppError as error:
        show.error(str(error))
        return
    st.session_state["made"] = (chosen["label"], address(_base(), token))
    st.rerun()


def just_made() -> None:
    """The address of a new link, this once: only a digest of it is kept."""
    made = st.session_state.pop("made", None)
    if made is None:
        return
    label, url = made
    with st.container(border=True):
        show.subheader(Markdown("The link for {}").format(label), anchor=False)
        st.caption("Copy it now: it is shown this once, and kept nowhere.")
        st.code(url, language=None, wrap_lines=True)
        st.code(
            "Here is what people told me about the work I consider. It opens without an account, "
            f"and I can close it at any time: {url}",
            language=None,
            wrap_lines=True,
        )


def each() -> None:
    """A card a link."""
    found = _cards()
    if not found:
        st.caption("No link has been made yet.")
    for card in found:
        with st.container(border=True):
            _card(card)


def _card(card: Card) -> None:
    show.subheader(plain(card.label), anchor=False)
    show.markdown(headed(card.badge))
    show.markdown(card.sentence)
    show.caption(" · ".join(_facts(card)))
    if card.soon:
        show.warning(f"Ends on {card.ends.day} {card.ends:%B}. Extend it if they still need it.")
    _answers(card)
    if card.state == "revoked":
        return
    with st.container(horizontal=True):
        if card.preview:
            url = address(_base(), card.preview)
            st.link_button("Look at it as they would", url, icon=":material/visibility:")
        if not card.visits.empty:
            _by_day(card)
        paused = card.state == "paused"
        words, icon = ("Open again", "play_arrow") if paused else ("Pause", "pause")
        _button(card, words, icon, lambda: _pause(card, not paused))
        _button(card, f"Extend to {DAYS} days from now", "update", lambda: _extend(card))
        _head(card)
        with st.popover("Revoke", icon=":material/link_off:"):
            st.markdown("It closes for good, also where it is open now.")
            _button(card, "Revoke for good", "link_off", lambda: _revoke(card))
    st.caption(COMPARED)
    release_names(card.link_id, card.waiting)
    read_for(card.link_id, card.waiting)


def _answers(card: Card) -> None:
    """To the message of the link, where it was sent."""
    found = (one for one in read(threads, EVERYTHING) if one.link_id == card.link_id)
    for one in found:
        if one.anchor == "message" and not one.resolved:
            with st.container(border=True):
                thread(one, mine=False)
                st.page_link("pages/sharing/comments.py", label="To the remarks")


def _head(card: Card) -> None:
    opened = st.popover(
        "Title and colour", icon=":material/badge:", key=f"head_{card.link_id}", on_change="rerun"
    )
    if opened.open:
        with opened, st.form(f"mark_{card.link_id}", border=False):
            head = ask(card.badge, card.link_id)
            if st.form_submit_button("Save"):
                link = UUID(card.link_id)
                saved("Saved.", lambda: write(mark_link, link_id=link, **vars(head)))


def _by_day(card: Card) -> None:
    shown = {"Day": card.visits["day"].dt.date, "Visits": card.visits["visits"]}
    with st.popover("Visits by day", icon=":material/calendar_month:"):
        table(pd.DataFrame(shown).iloc[::-1], alt=f"Visits through the link for {card.label}")
        st.caption("A visit is a window that was opened. From where is not kept.")


def _facts(card: Card) -> list[str]:
    until = f"until {card.ends.day} {card.ends:%B %Y}" if card.state in {"open", "paused"} else ""
    days, times = card.visits["day"], int(card.visits["visits"].sum())
    seen = f", last on {days.iloc[-1].day} {days.iloc[-1]:%B}" if times else ""
    waiting = f"{counted(card.waiting, 'text')} wait to be read" if card.waiting else ""
    visits = f"{counted(times, 'visit')}{seen}"
    return [part for part in (f"{STATES[card.state]} {until}".strip(), visits, waiting) if part]


def _button(card: Card, words: str, icon: str, press: Callable[[], None]) -> None:
    key = f"{words}_{card.link_id}"
    show.button(words, on_click=press, key=key, icon=f":material/{icon}:")


def _pause(card: Card, paused: bool) -> None:
    said = "Paused: it shows nothing until you open it again." if paused else "Open again."
    saying(said, lambda: write(pause_link, link_id=UUID(card.link_id), paused=paused))


def _extend(card: Card) -> None:
    saying("Extended.", lambda: write(extend_link, link_id=UUID(card.link_id), days=DAYS))


def _revoke(card: Card) -> None:
    saying("Revoked.", lambda: write(revoke_link, link_id=UUID(card.link_id)))


def _cards() -> list[Card]:
    with database().read() as session:
        return cards(session, explorer(), EVERYTHING)


def _base() -> str:
    return read_settings().base_url or str(st.context.url).split("/links")[0]
