"""The report on a screen: chosen like a link, made while one looks on, and downloaded."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from uuid import UUID

import streamlit as st
from sqlalchemy.orm import Session

from lib.access.links import Scope, of_a_file
from lib.answers.report import titles
from lib.answers.standing import Standing, standing
from lib.errors import AppError
from lib.filters import EVERYTHING
from lib.frames import records
from lib.markdown import label
from lib.queries.explorer import revision
from lib.queries.links import links
from lib.report import ENDINGS, made
from lib.ui import show
from lib.ui.access.session import current, database, explorer
from lib.ui.reads import read, today
from lib.ui.sharing.choosing import WITHIN, Labels, choose

KINDS = {
    ".html": ("The page", "text/html", "language"),
    ".pdf": ("The PDF", "application/pdf", "picture_as_pdf"),
}
CHOICES = {part: words for part, words in WITHIN.items() if part != "comments"}
NONE = ""
"""The choice of no link's wording."""


@dataclass(frozen=True)
class Made:
    """What the last press made, for the data as they were."""

    revision: UUID
    files: dict[str, bytes]


@dataclass(frozen=True)
class Chosen:
    """What is to be in it."""

    fields: tuple[str, ...]
    within: tuple[str, ...]
    threshold: int
    wording: str


def to_send() -> None:
    """The choices, and the files once they are made."""
    st.subheader("A file to send", anchor=False)
    st.markdown(
        "A page that opens in any browser, without a network and without Fieldwork, or a PDF to "
        "print. It stays as it is today, whatever changes here."
    )
    now = read(standing, EVERYTHING)
    if not now.held:
        st.info("Nothing to send yet: no conversation has been held.", icon=":material/forum:")
        st.page_link("pages/interviews/record.py", label="Write down a first one")
        return
    chosen = _form(now)
    if chosen is not None:
        _make(now, chosen)
    _download()


def _form(now: Standing) -> Chosen | None:
    released = _links()
    with st.form("make_report"):
        asked = Labels("Fields of the file", "What is in the file", "Small groups in the file")
        chosen = choose(now.fields, CHOICES, asked)
        wording = st.selectbox(
            "What you typed: ways in, steps, quotes, takeaways",
            [NONE, *released],
            format_func=lambda link: released.get(link, "Leave it out"),
            help="Nothing that you typed leaves before you read it for a link: names stay in. "
            "Make a link below, read for it, and choose it here; the link need not be sent.",
        )
        if not st.form_submit_button("Make the file", icon=":material/description:"):
            return None
    return Chosen(tuple(chosen.fields), tuple(chosen.parts), chosen.fewest, wording)


def _links() -> dict[str, str]:
    """The links whose wording may be used, by id."""
    with database().read() as session:
        found = records(links(session, explorer(), EVERYTHING))
    return {row["link_id"]: f"As released for {row['label']}" for row in found}


def _make(now: Standing, chosen: Chosen) -> None:
    """Both files, with what is being done in words; a refusal is said where the button is."""
    st.session_state.pop("report", None)
    steps, seen = len(titles(bool(chosen.wording))) + 1, count()
    bar = st.progress(0.0)

    def say(title: str) -> None:
        bar.progress(min(next(seen) / steps, 1.0), label(title))  # a second try begins anew

    seen_at = current().revision
    try:
        st.session_state["report"] = Made(seen_at, _files(now, chosen, say))
    except AppError as error:
        show.error(str(error), icon=":material/error:")
    bar.empty()


def _files(now: Standing, chosen: Chosen, say: Callable[[str], None]) -> dict[str, bytes]:
    me, run = explorer(), current()

    def written(session: Session) -> dict[str, bytes]:
        share = of_a_file(
            *(session, me),
            fields=[me.real(now.fields[name]) for name in chosen.fields if name in now.fields],
            scope=Scope(**{part: part in chosen.within for part in CHOICES}),
            threshold=chosen.threshold,
            wording=UUID(chosen.wording) if chosen.wording else None,
        )
        return made(session, share, worded=bool(chosen.wording), endings=ENDINGS, say=say)

    return database().ask(written, held=lambda session: revision(session, me) == run.revision)


def _download() -> None:
    found = st.session_state.get("report")
    if not isinstance(found, Made):
        return
    if found.revision != current().revision:
        st.info("Something changed here since the file was made. Make it again to have it in.")
    with st.container(horizontal=True):
        for ending, content in found.files.items():
            words, kind, icon = KINDS[ending]
            show.download_button(
                f"{words} ({len(content) / 1_000_000:.1f} MB)",
                content,
                f"conversations-{today():%Y-%m-%d}{ending}",
                kind,
                key=f"report{ending}",
                icon=f":material/{icon}:",
                on_click="ignore",
            )
    st.caption("Send either as it is: it holds no more than it shows.")
