"""The peer: four charts as one would write them at first, over the whole tables, on each run."""

import os
import sqlite3
from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st

HELD = "JOIN interview i ON i.explorer_id = f.explorer_id AND i.id = f.interview_id"
base = sqlite3.connect(Path(os.environ["FIELDWORK_DATA_DIR"]) / "fieldwork.db")
skills = pd.read_sql(
    f"SELECT s.name, f.field_id, f.person_id FROM skill_finding f {HELD} "
    "JOIN skill s ON s.explorer_id = f.explorer_id AND s.id = f.skill_id",
    base,
)
pay = pd.read_sql(f"SELECT f.field_id, f.level, f.low, f.high FROM salary_finding f {HELD}", base)
themes = pd.read_sql(f"SELECT f.side, f.theme, f.person_id FROM aspect_finding f {HELD}", base)
ways = pd.read_sql(f"SELECT f.field_id, f.name, f.months_low FROM training_finding f {HELD}", base)
base.close()

alt.data_transformers.disable_max_rows()
st.text_input("Name", key="name")
counted = skills.groupby(["name", "field_id"])["person_id"].nunique().reset_index(name="people")
most = counted.groupby("name")["people"].sum().nlargest(40).index
heat = alt.Chart(counted[counted["name"].isin(most)]).mark_rect()
st.altair_chart(heat.encode(x="field_id:N", y="name:N", color="people:Q"))
st.altair_chart(alt.Chart(pay).mark_rule().encode(x="low:Q", x2="high:Q", y="field_id:N"))
sides = themes.groupby(["side", "theme"])["person_id"].nunique().reset_index(name="people")
st.altair_chart(alt.Chart(sides).mark_bar().encode(x="people:Q", y="theme:N", color="side:N"))
months = ways.groupby(["field_id", "name"])["months_low"].median().reset_index()
st.altair_chart(alt.Chart(months).mark_point().encode(x="months_low:Q", y="name:N"))
