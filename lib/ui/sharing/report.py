"""The report on a screen: its names read at one look, made at one press, and downloaded."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Literal
from uuid import UUID

import streamlit as st
from sqlalchemy.orm import Session

from lib.access.links import Scope, of_a_file
from lib.access.viewer import Share
from lib.answers.links import is_for_files
from lib.answers.report import titles
from lib.answers.report_opening import Opening, opening
from lib.answers.short_list import for_files
from lib.answers.standing import Standing, standing
from lib.errors import AppError, Refused
from lib.filters import EVERYTHING
from lib.frames import records
from lib.markdown import Markdown, label, plain
from lib.queries.explorer import revision
from lib.queries.links import links
from lib.report import ENDINGS, made
from lib.ui import show
from lib.ui.access.session import current, database, explorer
from lib.ui.reads import read, today
from lib.ui.sharing.choosing import WITHIN, Labels, choose
from lib.ui.sharing.reading import read_for
from lib.ui.sharing.short_list import Chosen, choose_names, how_many, names_of, release_all
from lib.ui.writes import write

KINDS = {
    ".html": ("The page", "text/html", "language"),
    ".pdf": ("The PDF", "application/pdf", "picture_as_pdf"),
}
CHOICES = {part: words for part, words in WITHIN.items() if part != "comments"}
HERE, NONE = "here", ""
"""Whose wording: what is chosen on this screen, or none."""


@dataclass(frozen=True)
class Made:
    """What the last press made, for the data as they were."""

    revision: UUID
    files: dict[str, bytes]


@dataclass(frozen=True)
class Wanted:
    """What is to be in it."""

    fields: tuple[str, ...]
    within: tuple[str, ...]
    threshold: int
    wording: str


def to_send() -> None:
    """The names to read, what its first page says, and the files once they are made."""
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
    wanted = _wanted(now)
    kept = read(for_files, EVERYTHING)
    left, right = st.columns([7, 5], gap="large")
    with left:
        chosen = _names(wanted, kept)
    with right:
        _first_page(now, wanted)
        _press(now, wanted, kept, chosen)
        _download()


def _wanted(now: Standing) -> Wanted:
    """Nothing of it has to be touched: the choices are as for a link."""
    named = {HERE: "As read here", NONE: "Leave it out", **_links()}
    with st.expander("What is in the file", icon=":material/tune:"):
        asked = Labels("Fields of the file", "Beside the counts", "Small groups in the file")
        chosen = choose(now.fields, CHOICES, asked)
        wording = show.selectbox(
            "What you typed",
            list(named),
            format_func=lambda link: named.get(link, named[HERE]),
            key="file_wording",
            help="Nothing that you typed leaves before you read it: names stay in.",
        )
    return Wanted(tuple(chosen.fields), tuple(chosen.parts), chosen.fewest, wording)


def _links() -> dict[str, str]:
    """The links whose wording may be used, by id."""
    with database().read() as session:
        found = records(links(session, explorer(), EVERYTHING))
    return {
        row["link_id"]: f"As released for {row['label']}" for row in found if not is_for_files(row)
    }


def _names(wanted: Wanted, kept: str) -> Chosen:
    """The short list; all other texts where quotes or takeaways are in."""
    if wanted.wording != HERE:
        st.markdown(
            "The words are those that you released for that link."
            if wanted.wording
            else "Ways in, steps and whatever else you typed are left out."
        )
        return []
    found = names_of(kept)
    if not found:
        return []
    show.markdown(Markdown("**Read {}, then send.**").format(how_many(found)))
    chosen = choose_names(found, "file")
    if {"quotes", "interest"} & set(wanted.within):
        st.caption("Quotes and takeaways are in as you release them here, and left out until then.")
        read_for(kept)
    return chosen


def _first_page(now: Standing, wanted: Wanted) -> None:
    """What a coach reads first, found by the viewer that the file is made for."""
    with st.container(border=True):
        st.markdown("**On its first page**")
        try:
            first = _opening(now, wanted)
        except Refused as nothing:
            show.caption(str(nothing))
            return
        show.markdown(Markdown("**{}**").format(first.title))
        show.caption(f"{first.counts}.")
        lines = (Markdown("- {}: {}").format(field, people) for field, people in first.fields)
        show.markdown(Markdown("\n").join(lines))
        show.caption(plain(f"Left out: {first.out}"))


def _opening(now: Standing, wanted: Wanted) -> Opening:
    with database().read() as session:
        return opening(session, _share(session, now, wanted, ""), EVERYTHING, today())


def _share(session: Session, now: Standing, wanted: Wanted, link: str) -> Share:
    """The file's own viewer, with the words that were released for this link."""
    me = explorer()
    return of_a_file(
        *(session, me),
        fields=[me.real(now.fields[name]) for name in wanted.fields if name in now.fields],
        scope=Scope(**{part: part in wanted.within for part in CHOICES}),
        threshold=wanted.threshold,
        wording=me.real(link) if link else None,
    )


def _press(now: Standing, wanted: Wanted, kept: str, chosen: Chosen) -> None:
    releases = wanted.wording == HERE and bool(chosen)
    words = "Release and make the file" if releases else "Make the file"
    if show.button(words, key="make_file", type=_filled(), icon=":material/description:"):
        _make(now, wanted, kept, chosen)


def _filled() -> Literal["primary", "secondary"]:
    """White letters on the accent are too pale in the dark."""
    return "secondary" if st.context.theme.type == "dark" else "primary"


def _make(now: Standing, wanted: Wanted, kept: str, chosen: Chosen) -> None:
    """Both files, with what is being done in words; a refusal is said where the button is."""
    st.session_state.pop("report", None)
    worded = bool(wanted.wording) and bool(kept or chosen or wanted.wording != HERE)
    steps, seen = len(titles(worded)) + 1, count()
    bar = st.progress(0.0)

    def say(title: str) -> None:
        bar.progress(min(next(seen) / steps, 1.0), label(title))  # a second try begins anew

    try:
        link = kept if wanted.wording == HERE else wanted.wording
        if chosen:
            link = write(release_all, kept, chosen)
        seen_at = current().revision
        st.session_state["report"] = Made(seen_at, _files(now, wanted, link, say))
    except AppError as error:
        show.error(str(error), icon=":material/error:")
    bar.empty()


def _files(
    now: Standing, wanted: Wanted, link: str, say: Callable[[str], None]
) -> dict[str, bytes]:
    me, run = explorer(), current()

    def written(session: Session) -> dict[str, bytes]:
        share = _share(session, now, wanted, link)
        return made(session, share, worded=bool(link), endings=ENDINGS, say=say)

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
