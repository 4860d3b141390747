"""Taking everything out as a file, and the samples in or out."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.answers.standing import standing
from lib.commands.samples import load_samples
from lib.exporting.address_book import export_vcards
from lib.exporting.calendar_file import export_calendar
from lib.exporting.coded import export_coded
from lib.exporting.highlights import export_codebook, export_highlights
from lib.exporting.json_file import export_json
from lib.exporting.opendocument import ODS
from lib.exporting.pages import export_pages
from lib.exporting.sheets import export_csv, export_ods, export_xlsx
from lib.exporting.workbook import XLSX
from lib.filters import EVERYTHING
from lib.ui import show
from lib.ui.access.session import database, explorer, while_it_holds
from lib.ui.reads import read
from lib.ui.writes import saying, write

PACKED = "application/zip"


def take_out() -> None:
    """The complete export, and what goes to other programs."""
    st.caption(
        "The JSON file is complete and comes back identical. Workbooks have a sheet of "
        "conversations and one of what was said in them; the CSV file has a conversation a row. "
        "They come back too, and so do people, calendar, pages and coded project. All but the "
        "codebook hold the names of those who talked to you."
    )
    with st.container(horizontal=True):
        download_everything()
        _download("Conversations, as a workbook", export_xlsx, "fieldwork.xlsx", XLSX)
        _download("As an OpenDocument spreadsheet", export_ods, "fieldwork.ods", ODS)
        _download("Conversations, as CSV", export_csv, "fieldwork.csv", "text/csv")
        _download("People, as vCards", export_vcards, "fieldwork.vcf", "text/vcard")
        _download("Days, as a calendar", export_calendar, "fieldwork.ics", "text/calendar")
    with st.expander("For notes and quotes in other programs"):
        _for_notes_and_quotes()


def _for_notes_and_quotes() -> None:
    st.caption(
        "Pages are a packed folder of Markdown, a page a conversation. The coded project is a "
        "REFI-QDA file: your notes with each quote marked where it stands, for QualCoder and other "
        "programs of its kind. Taguette takes the codebook, which lists what quotes tell of; no "
        "program takes the highlights in again: they are a table of quotes, to read and sort."
    )
    with st.container(horizontal=True):
        _download("Pages, as Markdown", export_pages, "fieldwork-pages.zip", PACKED)
        _download("Coded project", export_coded, "fieldwork.qdpx", PACKED)
        _download("Codebook for Taguette", export_codebook, "codebook.csv", "text/csv")
        _download("Quotes, as highlights", export_highlights, "highlights.csv", "text/csv")


def download_everything() -> None:
    """The file that comes back identical."""
    _download("Everything, as JSON", export_json, "fieldwork.json", "application/json")


def _download(label: str, made: Callable[..., bytes], name: str, mime: str) -> None:
    me = explorer()

    def content() -> bytes:
        with database().read() as session:
            return made(session, me)

    made_then, icon = while_it_holds(content), ":material/download:"
    show.download_button(label, made_then, name, mime, icon=icon, on_click="ignore")


def samples() -> None:
    """Load them where they are not; the line at the top of every screen removes them."""
    if read(standing, EVERYTHING).samples:
        st.caption("They are loaded. Remove them with the press at the top of any screen.")
        return
    st.caption("Invented conversations of one career changer, to look around in.")
    st.button("Load the sample interviews", on_click=_load, key="load_samples")


def _load() -> Any:
    saying("The sample interviews are loaded.", write, load_samples)
