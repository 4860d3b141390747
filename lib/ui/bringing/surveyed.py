"""A survey of salaries on the screen Data: shown as the figures it would become, kept by a press.

Official figures belong to this Fieldwork and not to one explorer, so whoever signed in beside
others does not keep them: whoever runs the server does, on the command line.
"""

from datetime import date
from pathlib import PurePath

import pandas as pd
import streamlit as st

from lib.access.openid import Identity
from lib.answers.words import counted
from lib.errors import AppError, NotOpen
from lib.filters import EVERYTHING
from lib.money import CURRENCIES, dollar_of
from lib.queries.explorer import profile
from lib.reference.bringing import keep_survey, left_out
from lib.reference.survey_table import Survey, read_survey
from lib.ui import show
from lib.ui.access.session import signed_in_as, writer
from lib.ui.reads import read
from lib.ui.tables import table

Asked = tuple[str, int, str]
FIRST = 20
"""Titles that are shown."""
WHAT = (
    "This is a survey of salaries: what many are paid, not what somebody told you. Conversations "
    "are not made of it. It can stand behind your own figures, as official ones do."
)
NOT_YOURS = (
    "Official figures are shared by all who use this Fieldwork, so whoever runs it keeps them: "
    "`python -m lib reference FILE`."
)


def offer_survey(file_id: str, name: str, content: bytes) -> None:
    """What the survey would become, whose it is and of which year, and the press that keeps it."""
    show.info(WHAT)
    if not _may():
        st.caption(NOT_YOURS)
        return
    survey = _read(file_id, content, _asked(name))
    if survey is None:
        return
    _preview(survey)
    show.button(
        f"Keep {counted(len(survey.rows), 'title')} as official figures",
        on_click=_keep,
        args=(survey,),
        key="survey_keep",
    )


def say_what_was_kept() -> None:
    """In this window, until the next is kept."""
    words = st.session_state.get("survey_kept")
    if words:
        show.success(words, icon=":material/check:")
        st.page_link("pages/settings/profile.py", label="Choose titles on Profile")


def _asked(name: str) -> Asked:
    """Whose survey it is, and what its answers may leave out."""
    first, second, third = st.columns(3)
    source = first.text_input("Whose survey it is", PurePath(name).stem[:80], key="survey_source")
    year = second.number_input(
        "Answers without a year are of", 1950, 2100, date.today().year, key="survey_year"
    )
    currency = third.selectbox(
        "Amounts without a currency are in",
        sorted(CURRENCIES),
        None,
        placeholder="not said",
        key="survey_currency",
    )
    return source.strip() or name, int(year), currency or ""


def _may() -> bool:
    """On this computer and with the passphrase one explorer alone looks."""
    return not isinstance(signed_in_as(), Identity)


def _read(file_id: str, content: bytes, asked: Asked) -> Survey | None:
    """The survey, read once for each answer; nothing where it is refused."""
    key, kept = (file_id, asked), st.session_state.get("survey")
    if not kept or kept[0] != key:
        dollar = dollar_of(read(profile, EVERYTHING).base_currency)
        source, year, currency = asked
        try:
            found = read_survey(content, dollar=dollar, year=year, source=source, currency=currency)
        except AppError as error:
            show.error(str(error), icon=":material/error:")
            return None
        kept = st.session_state["survey"] = (key, found)
    survey: Survey | None = kept[1]
    return survey


def _preview(survey: Survey) -> None:
    rows = [
        {
            "Title": row["title"], "Place": row["area"], "Year": row["year"],
            "Currency": row["currency"], "A quarter below": f"{int(row['p25']):,}",
            "Median": f"{int(row['p50']):,}", "A quarter above": f"{int(row['p75']):,}",
        }
        for row in survey.rows[:FIRST]
    ]  # fmt: skip
    more = len(survey.rows) - len(rows)
    show.caption(
        f"Pay a year, as {counted(survey.answers, 'answer')} said.{left_out(survey)}"
        f"{f' {more:,} further titles are not shown.' if more else ''}"
    )
    table(pd.DataFrame(rows), alt="What the survey would become")


def _keep(survey: Survey) -> None:
    """Asked anew, since callbacks run before app.py."""
    try:
        writer()
        if not _may():
            raise NotOpen(NOT_YOURS)
        kept = keep_survey(survey)
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
        return
    st.session_state["survey_kept"] = kept.words
    st.session_state["imports"] = st.session_state.get("imports", 0) + 1
    st.session_state.pop("survey", None)
