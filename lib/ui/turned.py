"""Whether this run opens another screen than the one before it."""

import streamlit as st

SCREEN, TURNED = "screen", "turned"


def note_screen(name: str) -> None:
    """Once a run, before the screen is drawn."""
    st.session_state[TURNED] = st.session_state.get(SCREEN) != name
    st.session_state[SCREEN] = name


def turned() -> bool:
    """Whether the reader came from another screen, or from nowhere."""
    return bool(st.session_state.get(TURNED, True))
