"""The profile's own parts: about me, and my fields; each saved by one press."""

from uuid import UUID
from zoneinfo import available_timezones

import pandas as pd
import streamlit as st

from lib.commands.profile import MOST_APPLICATIONS, change_field, save_profile, say_search
from lib.figures import amount_phrase, read_amount
from lib.filters import EVERYTHING
from lib.frames import records
from lib.money import CURRENCIES
from lib.queries import explorer
from lib.queries.fields import fields
from lib.ui.reads import read, today
from lib.ui.settings.occupations import official_figures
from lib.ui.settings.one_field import alike_fields, the_same
from lib.ui.writes import saved, write
from lib.words import STAGES

KINDS = {"current": "what I do now", "related": "close to it", "new": "new to me"}


def about_me() -> None:
    """Name, currency, zone, hours and current pay."""
    have = read(explorer.profile, EVERYTHING)
    st.subheader("About me", anchor=False)
    zones = sorted({*available_timezones(), have.zone})
    currencies = sorted({*CURRENCIES, have.base_currency})
    with st.form("about_me"):
        name = st.text_input("Name", have.name, max_chars=200)
        with st.container(horizontal=True):
            currency = st.selectbox("My currency", currencies, currencies.index(have.base_currency))
            zone = st.selectbox("My time zone", zones, zones.index(have.zone))
        with st.container(horizontal=True):
            pay = st.text_input(
                "What I earn now, a year", amount_phrase(have.current_pay), placeholder="61000"
            )
            hours = st.number_input("Hours of a full year", 1, 8784, have.hours_a_year)
        pressed = st.form_submit_button("Save")
    if pressed:
        saved("Saved.", lambda: _save(name, currency, zone, int(hours), pay))


def _save(name: str, currency: str, zone: str, hours: int, pay: str) -> None:
    write(
        save_profile,
        name=name,
        base_currency=currency,
        zone=zone,
        hours_a_year=hours,
        current_pay=read_amount(pay, currency, period="year"),
    )


def my_search() -> None:
    """How long one has been looking, and what came back."""
    have = read(explorer.search_so_far, EVERYTHING)
    st.subheader("My search for work", anchor=False)
    st.caption("For you alone: no link and no report reads it. Overview holds it against the rest.")
    with st.form("my_search"):
        with st.container(horizontal=True):
            since = st.date_input("Looking since", have.looking_since, max_value=today())
            sent = st.number_input(
                "Applications", 0, MOST_APPLICATIONS, have.applications, placeholder="not said"
            )
            back = st.number_input(
                "Answers to them", 0, MOST_APPLICATIONS, have.answers, placeholder="not said"
            )
        pressed = st.form_submit_button("Save")
    if pressed:
        told = {"looking_since": since, "applications": sent, "answers": back}
        saved("Saved.", lambda: write(say_search, **told))


def my_fields() -> None:
    """What each field is to me, and whether it is still open."""
    have = read(fields, EVERYTHING)
    if have.empty:
        return
    st.subheader("My fields", anchor=False)
    rows = {row["field"]: row for row in records(have)}
    alike_fields(rows)
    chosen = st.selectbox("Field", list(rows))
    row = rows[chosen]
    with st.form(f"field_{row['field_id']}"):
        name = st.text_input("Its name", row["field"], max_chars=200)
        with st.container(horizontal=True):
            kind = st.selectbox(
                "To me it is",
                list(KINDS),
                list(KINDS).index(row["kind"]),
                format_func=KINDS.__getitem__,
            )
            stage = st.selectbox("It is", STAGES, STAGES.index(row["stage"]))
            hours = st.number_input(
                "Hours of a full year there",
                *(1, 8784),
                None if pd.isna(row["hours_a_year"]) else int(row["hours_a_year"]),
                placeholder="as mine",
            )
        pressed = st.form_submit_button("Save")
    if pressed:
        field_id = UUID(row["field_id"])
        more = {"field_id": field_id, "name": name, "kind": kind, "stage": stage}
        saved("Saved.", lambda: write(change_field, **more, hours_a_year=hours))
    official_figures(row)
    the_same(row, rows)
