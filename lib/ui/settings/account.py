"""Taking everything out, and deleting everything: what goes, what holds it still, until when."""

import streamlit as st

from lib.answers.standing import standing
from lib.answers.words import counted
from lib.commands.account import SURE, delete_everything
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.markdown import Markdown
from lib.settings import read_settings
from lib.storage.backups import kept
from lib.storage.daily import HELD, days_of
from lib.ui import show
from lib.ui.reads import read
from lib.ui.settings.take_out import download_everything
from lib.ui.writes import write


def take_with_me() -> None:
    """The complete file, the same as on Data."""
    st.markdown(
        "One file with every row that is yours. It comes back identical, here or in another "
        "Fieldwork: bring it in on Data."
    )
    download_everything()


def end_it() -> None:
    """What goes, what still holds it, and the words to type."""
    here = read(standing, EVERYTHING).conversations
    show.markdown(
        f"{counted(here, 'conversation')} and everything else that is yours go for good: people, "
        "notes, what they said, skills, weights, decisions, history, drafts. Every link you sent "
        "shows nothing from then on. This cannot be taken back."
    )
    for line in still_held():
        show.markdown(Markdown("- {}").format(line))
    with st.form("end_it", border=False):
        typed = show.text_input(f"Type “{SURE}”")
        pressed = st.form_submit_button("Delete everything for good")
    if pressed:
        _end(typed)


def still_held() -> list[str]:
    """What holds the data after that, and until when."""
    settings = read_settings()
    lines = [
        f"The copy {name} is removed after {day.day} {day:%B %Y}; "
        "delete it by hand if it is to go sooner."
        for name, day in kept(settings.copies)
    ]
    if days_of(settings.copies):
        lines.append(HELD)
    if settings.sqlite_file is None:
        lines.append(
            "Backups of the PostgreSQL server hold it for as long as whoever runs it keeps them."
        )
    return [*lines, "Files that you downloaded or sent stay until you delete them."]


def _end(typed: str) -> None:
    try:
        write(delete_everything, typed=typed)
    except AppError as refused:
        show.error(str(refused), icon=":material/error:")
        return
    st.session_state.clear()
    st.session_state["said"] = ("done", "Everything is deleted.", None)
    st.rerun()
