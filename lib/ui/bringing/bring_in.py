"""Bringing a file in: read with progress, compared and shown, then written by one press.

The write is one transaction in a callback without a Streamlit call, so that a press elsewhere
cannot end it half-way.
"""

import pandas as pd
import streamlit as st

from lib.answers.imported import parts
from lib.answers.standing import standing
from lib.answers.words import counted, listed
from lib.errors import AppError, Refused
from lib.exporting.workbook import XLSX
from lib.filters import EVERYTHING
from lib.importing import Archive, OwnSkills, Parsed, Plan, Report, apply, plan, read_file
from lib.importing.elsewhere import WHERE
from lib.importing.matching.shapes import Shape
from lib.importing.parsed import RowError, Sheet
from lib.importing.reading import tables_seen
from lib.importing.template import template_csv, template_xlsx
from lib.markdown import Markdown
from lib.money import dollar_of
from lib.queries.explorer import profile
from lib.ui import show
from lib.ui.access.session import database, explorer
from lib.ui.bringing.asked import (
    are_talks,
    ask_about,
    ask_how_well,
    events,
    level,
    offer,
    talks_after_all,
)
from lib.ui.bringing.columns import becomes, columns, said_of, said_so_far, shape_of
from lib.ui.bringing.paged import page_of
from lib.ui.bringing.questions import answers, forget_answers, questions
from lib.ui.bringing.surveyed import offer_survey, say_what_was_kept
from lib.ui.reads import read
from lib.ui.tables import table
from lib.ui.writes import write

ORDERS = {"As it fits": None, "Day first, 31/3/2026": True, "Month first, 3/31/2026": False}
SHOWN = 200
ENDINGS = (
    "xlsx", "xls", "xlsb", "ods", "csv", "tsv", "txt", "md", "json", "vcf", "ics", "docx", "odt",
    "pdf", "vtt", "srt", "zip", "qdpx",
)  # fmt: skip
"""What may be chosen; documents and transcripts are told where they belong."""
TEMPLATES = (
    ("Template as a workbook", template_xlsx, "xlsx", XLSX),
    ("Template as CSV", template_csv, "csv", "text/csv"),
)


def bring_in() -> None:
    """The uploader, what the file would change, and the press that does it."""
    _say_what_was_brought()
    say_what_was_kept()
    with st.container(horizontal=True):
        for label, made, ending, kind in TEMPLATES:
            name = f"fieldwork-template.{ending}"
            icon = ":material/table:"
            show.download_button(label, made, name, kind, icon=icon, on_click="ignore")
    file = st.file_uploader(
        "A spreadsheet, an address book, a calendar, or an export of Fieldwork",
        type=list(ENDINGS),
        key=f"file_{st.session_state.get('imports', 0)}",
    )
    with st.expander("Where the file does not say"):
        field = st.text_input("All its conversations are about the field", key="import_field")
        order = st.selectbox("Dates such as 3/4/2026 are", list(ORDERS), key="import_order")
        year = st.number_input(
            "Days without a year are of",
            1950,
            2100,
            None,
            key="import_year",
            placeholder="not said",
        )
    _left_if_another(file.file_id if file else "")
    if file is None:
        return
    try:
        parsed = _parsed(file.file_id, file.name, file.getvalue(), (field, ORDERS[order], year))
        _preview(parsed)
    except AppError as error:
        where = error.where if isinstance(error, Refused) else ""
        if where == "reference":
            offer_survey(file.file_id, file.name, file.getvalue())
        else:
            show.error(str(error), icon=":material/error:")
        talks_after_all(shown=are_talks() or where == "reference")
        if where == WHERE:
            st.page_link("pages/interviews/record.py", label="Go to Record")
        if where == "default_field":
            columns(tables_seen(file.getvalue(), day_first=ORDERS[order], shape=shape_of))


def _parsed(
    file_id: str, name: str, content: bytes, said: tuple[str, bool | None, int | None]
) -> Parsed:
    """The file, read once for each way of reading it."""
    kept = st.session_state.get("import_parsed")
    key = (file_id, said, said_so_far(), events(), are_talks(), level())
    if kept and kept[0] == key:
        parsed: Parsed = kept[1]
        return parsed
    bar = st.progress(0.0, "Reading and checking")
    base = read(profile, EVERYTHING).base_currency

    def progress(done: int, of: int) -> None:
        bar.progress(min(done / max(of, 1), 1.0), f"Reading and checking, {done:,} of {of:,} rows")

    try:
        parsed = read_file(
            name,
            content,
            day_first=said[1],
            default_field=said[0],
            year=said[2],
            dollar=dollar_of(base),
            shape=shape_of,
            yes=events(),
            talks=are_talks(),
            level=level(),
            progress=progress,
        )
    finally:
        bar.empty()
    st.session_state["import_parsed"] = (key, parsed)
    return parsed


def _preview(parsed: Parsed) -> None:
    take: list[str] = st.session_state.get("import_take", [])
    with st.spinner("Comparing with what is here"), database().read() as session:
        planned = plan(session, explorer(), parsed, take=take, same=answers())
    if planned.rows or not parsed.offered:
        _counts(planned)
    ask_about(parsed)
    offer(parsed)
    if isinstance(parsed.content, Sheet):
        columns(parsed.content.seen)
        becomes(parsed.content)
    if isinstance(parsed.content, OwnSkills | Archive):
        ask_how_well()
    questions(planned)
    _listed("Left aside.", planned.aside, "What was left aside, and why")
    _listed("Kept as text with the notes, since they were not understood.", planned.cells,
            "Cells that were not understood, and why")  # fmt: skip
    _differences(planned, take)
    leave_out = _refusals(planned)
    writes = planned.created + planned.updated
    show.button(
        f"Bring in {counted(writes, 'row')}" if writes else "Nothing new to bring in",
        on_click=_bring,
        args=(planned, leave_out, _said_of(parsed)),
        key="import_apply",
        disabled=not writes or bool(planned.refused and not leave_out),
    )


def _counts(planned: Plan) -> None:
    parts = [
        Markdown("**{}** in {}: {:,} new").format(
            counted(planned.rows, "row"), planned.source, planned.created
        ),
        f"{planned.updated:,} changed",
        f"{planned.unchanged:,} as they are here",
        f"{planned.conflicts:,} different here",
        f"{planned.refused:,} refused",
    ]
    show.markdown(
        Markdown(", ").join(parts) + f". {counted(planned.people, 'new person', 'new people')}."
    )
    if planned.links:
        words = f"The file brings {counted(planned.links, 'open link')} for a coach. Bring it in "
        show.warning(words + "only if you made this file yourself.", icon=":material/link:")
    if planned.ignored:
        names = ", ".join(planned.ignored[:20])
        show.caption(f"Not understood, and left out: {names}.")


def _listed(title: str, many: tuple[RowError, ...], alt: str) -> None:
    """What of the file is not read as it stands, with the reason; nothing where there is none."""
    if many:
        show.markdown(Markdown("**{}**").format(title))
        shown = page_of(many, f"{alt} page", SHOWN)
        rows = [
            {"Row": one.row, "Column": one.column, "Value": one.value, "Why": one.message}
            for one in shown
        ]
        table(pd.DataFrame(rows), alt=alt)


def _differences(planned: Plan, take: list[str]) -> None:
    if not planned.differences and not take:
        return
    st.markdown("**Different here.** These rows stay as they are here, unless you take the file's.")
    rows = [
        {"Row": one.row, "Column": column, "Here": here, "In the file": there}
        for one in page_of(planned.differences, "differences_page", SHOWN)
        for column, here, there in one.columns
    ]
    if rows:
        table(pd.DataFrame(rows), alt="What is different here")
    keys = [one.key for one in planned.differences] + take
    numbers = {one.key: f"row {one.row}" for one in planned.differences}
    show.multiselect(
        "Take from the file",
        list(dict.fromkeys(keys)),
        format_func=lambda key: numbers.get(key, key),
        key="import_take",
    )


def _refusals(planned: Plan) -> bool:
    if not planned.refused:
        return False
    st.markdown("**Refused.** Correct these in the file, or leave them out.")
    rows = [
        {"Row": e.row, "Column": e.column, "Value": e.value, "Why": e.message}
        for e in page_of(planned.errors, "errors_page", SHOWN)
    ]
    table(pd.DataFrame(rows), alt="Rows that were refused, and why")
    return st.checkbox("Leave the refused rows out", key="import_leave_out")


def _said_of(parsed: Parsed) -> dict[str, Shape]:
    return said_of(parsed.content) if isinstance(parsed.content, Sheet) else {}


def _bring(planned: Plan, leave_out: bool, shapes: dict[str, Shape]) -> None:
    """One write; the file is put away after it, so that a second press finds nothing to do."""
    try:
        done: Report = write(apply, planned, skip_refused=leave_out, shapes=shapes)
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
        return
    st.session_state["imported"] = done
    st.session_state["imports"] = st.session_state.get("imports", 0) + 1
    _left()


def _left_if_another(file_id: str) -> None:
    """What was answered of one file is not said of the next."""
    if st.session_state.get("import_file") != file_id:
        _left()
        st.session_state["import_file"] = file_id


def _left() -> None:
    forget_answers()
    for key in ("import_parsed", "import_take", "import_events", "import_talks", "import_level"):
        st.session_state.pop(key, None)


def _say_what_was_brought() -> None:
    done: Report | None = st.session_state.get("imported")
    if done is None:
        return
    here = read(standing, EVERYTHING).conversations
    words = (
        f"Brought in: {done.created:,} new, {done.updated:,} changed, {done.unchanged:,} as they "
        f"were, {done.conflicts:,} left as they are here, {done.refused:,} refused. "
        f"{_new_to_you(done)}Fieldwork now holds {counted(here, 'conversation')}."
    )
    show.success(words, icon=":material/check:")


def _new_to_you(done: Report) -> str:
    """`9 conversations, 4 people and 2 skills are new to you. `; nothing where nothing is."""
    new = {"talks": done.conversations, "people": done.people}
    told = listed(parts({**new, "fields": done.fields, "skills": done.skills}))
    return f"New to you: {told}. " if told else ""
