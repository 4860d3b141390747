"""The short list: names of ways in, steps, themes and skills, read and released at one look."""

from collections.abc import Sequence

import streamlit as st
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.links import Reading
from lib.answers.short_list import Names, short_list
from lib.answers.words import counted
from lib.commands.links import link_of_files, release
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.writes import saying, write

Chosen = list[tuple[Reading, str]]
"""Each name with its wording; an empty one keeps it back."""
PRESS_TO_KEEP = "These are your words for what people told you. **Press a name to keep it back.**"


def names_of(link_id: str) -> tuple[Names, ...]:
    """Read anew each run: what waits for a reader is no part of a revision."""
    with database().read() as session:
        return short_list(session, explorer(), EVERYTHING, link_id)


def how_many(found: Sequence[Names]) -> str:
    """Such as "35 names"."""
    return counted(sum(len(group.names) for group in found), "name")


def choose_names(found: Sequence[Names], place: str) -> Chosen:
    """All of them as pills, all chosen but those kept back before; what was masked, below."""
    st.markdown(PRESS_TO_KEEP)
    return [one for group in found for one in _group(group, place)]


def _group(group: Names, place: str) -> Chosen:
    names = dict(enumerate(group.names))

    def wording(number: int) -> str:
        return names[number].wording or names[number].proposal

    kept = show.pills(
        counted(len(names), group.one, group.many),
        list(names),
        format_func=wording,
        selection_mode="multi",
        default=[n for n, one in names.items() if one.wording],
        key=f"names_{place}_{group.one}",
        wrap=True,
    )
    changed = [n for n in kept if names[n].wording != names[n].text or names[n].flagged]
    mended = {n: _mended(names[n], f"{place}_{group.one}_{n}") for n in changed}
    return [(one, mended.get(n, wording(n)) if n in kept else "") for n, one in names.items()]


def _mended(one: Reading, place: str) -> str:
    """A name of which something was taken out, or that may hold somebody's name."""
    with st.container(border=True):
        why = "It may hold a name." if one.wording == one.text else "Something was taken out."
        st.text(f"{why} You wrote: {one.text}")
        return str(show.text_input("It will read", one.wording, key=f"mended_{place}"))


def release_all(session: Session, viewer: Explorer, link_id: str, chosen: Chosen) -> str:
    """Each in its wording, in one transaction; the id of the link that keeps them."""
    link = viewer.real(link_id) if link_id else link_of_files(session, viewer)
    for one, wording in chosen:
        places = [(table, viewer.real(row), column) for table, row, column in one.places]
        release(session, viewer, link_id=link, texts=places, wording=wording)
    return str(link)


def release_names(link_id: str, waiting: int) -> None:
    """For a link: its names at one look, where any was not read yet."""
    if not waiting:
        return
    found = names_of(link_id)
    if all(one.released for group in found for one in group.names):
        return
    words = Markdown("**Read {}, then send the link.** Until then it leaves them out.")
    show.markdown(words.format(how_many(found)))
    chosen = choose_names(found, link_id)
    st.button(
        "Release these names",
        key=f"release_names_{link_id}",
        on_click=lambda: saying("Released.", write, release_all, link_id, chosen),
    )
