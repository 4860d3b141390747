"""Taking everything out as a file, and the samples in or out."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from lib.answers.standing import standing
from lib.commands.samples import load_samples
from lib.exporting.address_book import export_vcards
from lib.exporting.highlights import export_codebook, export_highlights
from lib.exporting.json_file import export_json
from lib.exporting.sheets import export_csv, export_xlsx
from lib.exporting.workbook import XLSX
from lib.filters import EVERYTHING
from lib.ui import show
from lib.ui.access.session import database, explorer, while_it_holds
from lib.ui.reads import read
from lib.ui.writes import saying, write


def take_out() -> None:
    """The complete export, and the table for a spreadsheet."""
    st.caption(
        "The JSON file is complete and comes back identical. The workbook has a sheet of "
        "conversations and one of what was said in them; the CSV file has a conversation a row. "
        "The highlights are the quotes with what each tells of, and the codebook lists these tags: "
        "for Taguette and programs like it. All but the codebook hold the names of those who "
        "talked to you."
    )
    with st.container(horizontal=True):
        download_everything()
        _download("Conversations, as a workbook", export_xlsx, "fieldwork.xlsx", XLSX)
        _download("Conversations, as CSV", export_csv, "fieldwork.csv", "text/csv")
        _download("People, as vCards", export_vcards, "fieldwork.vcf", "text/vcard")
        _download("Quotes, as highlights", export_highlights, "highlights.csv", "text/csv")
        _download("Their tags, as a codebook", export_codebook, "codebook.csv", "text/csv")


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
