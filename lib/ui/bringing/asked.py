"""What a file leaves open, asked on the screen Data: events, companies, levels, conversations."""

import streamlit as st

from lib.importing import Parsed
from lib.ui import show
from lib.ui.settings.own_skills.words import LEVELS


def events() -> tuple[str, ...]:
    """Events of the calendar that are conversations."""
    return tuple(st.session_state.get("import_events", ()))


def ask_about(parsed: Parsed) -> None:
    """Events wait for a yes."""
    if parsed.events:
        titles = {one.key: f"{one.day.day} {one.day:%B %Y}: {one.title}" for one in parsed.events}
        show.multiselect(
            "Which of these events are conversations?",
            list(titles),
            format_func=lambda key: titles.get(key, key),
            key="import_events",
        )


def level() -> int | None:
    """The one level of all skills that have none; None where it was not said."""
    chosen: int | None = st.session_state.get("import_level")
    return chosen if chosen in LEVELS else None


def ask_how_well() -> None:
    """One level for all skills of a list that says none."""
    st.caption("These are skills of your own. On Profile you can look at each, and say how well.")
    show.selectbox(
        "How well can you do them? Or one level for all",
        list(LEVELS),
        None,
        format_func=LEVELS.__getitem__,
        placeholder="not said",
        key="import_level",
    )
    st.page_link("pages/settings/profile.py", label="Bring the list to Profile")


def are_talks() -> bool:
    """Whether it was said that a list of something else holds conversations."""
    return bool(st.session_state.get("import_talks"))


def offer(parsed: Parsed) -> None:
    """What a list of something else is good for here."""
    if parsed.offered:
        show.info(
            f"{parsed.offered.words} Conversations are not made of it. Its people can be brought, "
            "and somebody to be found at the companies that you choose."
        )
        names = dict(parsed.offered.companies)
        if names:
            show.multiselect(
                "Where would you like to talk to somebody?",
                list(names),
                format_func=lambda key: names.get(key, key),
                key="import_events",
            )
    talks_after_all(shown=parsed.offered is not None or are_talks())


def talks_after_all(*, shown: bool) -> None:
    """A tick that a list of something else holds conversations, where that is the question."""
    if shown:
        st.checkbox("These are conversations of mine all the same", key="import_talks")
