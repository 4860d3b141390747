"""What did this person say?"""

import streamlit as st

from lib import ui
from lib.ui import record

ui.explorer()
form = record.open_what_is_asked_for()
st.title("Write up", anchor=False)
ui.banner()
# What comes and goes stands in a container of its own: what is below keeps its place, and so
# the focus and what is half typed.
with st.container():
    record.ways_on(form)
with st.container():
    record.offers(form)
    if form is not None:
        record.first_messages(form)
if form is None:
    record.the_list()
    st.stop()
record.check(form)
if form.merged is not None:
    record.clash(form, form.merged)
    record.bar(form)
    st.stop()
if form.parts:
    record.split(form)
    st.stop()
if form.pasting and not form.content["notes"]:
    record.paste(form, height=360)
    st.stop()
with st.container():
    record.sample_badge(form)
if figure := record.asked_figure(form):
    record.one_figure(form, figure)
    record.bar(form)
    st.stop()
record.header(form)
if form.reading:
    record.reading(form)
    record.bar(form)
    st.stop()
left, right = st.columns([5, 7], gap="large")
with left:
    record.notes(form)
with right:
    record.findings(form)
record.thoughts(form)
record.bar(form)
