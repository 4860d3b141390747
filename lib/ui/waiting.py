"""A database that cannot serve for the moment: said above what stands there, and tried again.

A run that goes on, or ends to begin anew, takes nothing off the screen: what is half typed stays.
"""

import time

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.errors import NotNow
from lib.ui import show
from lib.ui.access.session import welcome
from lib.ui.forgotten import let_go_of_the_forgotten

AGAIN_AFTER = 1.5
"""Seconds between two tries."""
STAYS = "What you typed stays here, and this window goes on by itself."
ICON = ":material/hourglass_top:"


def come_in(above: DeltaGenerator) -> None:
    """Find out who is looking, as soon as the database can tell."""
    place = None
    while True:
        try:
            welcome()
            let_go_of_the_forgotten()
        except NotNow as reason:
            place = place or above.empty()
            say(place, reason)
            pause()
        else:
            break
    if place is not None:
        place.empty()


def begin_anew(above: DeltaGenerator, reason: NotNow) -> None:
    """What fell away within a page: the next run waits for it."""
    say(above, reason)
    pause()
    st.rerun()


def say(place: DeltaGenerator, reason: NotNow) -> None:
    """Above the page, and for a while where the eye is."""
    words = f"{reason} {STAYS}"
    with place:
        show.error(words, icon=ICON)
    show.toast(words, icon=ICON, duration="long")


def pause() -> None:
    """Until the next try."""
    time.sleep(AGAIN_AFTER)
