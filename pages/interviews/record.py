"""What did this person say?"""

import streamlit as st

from lib import ui
from lib.ui import record

ui.viewer()
form = record.open_what_is_asked_for()
sample = form is not None and record.is_sample(form)
st.title("What did this person say?", anchor=False)
ui.banner()
record.ways_on(form)
record.offers(form)
if form is None:
    record.the_list()
    st.stop()
record.check(form)
record.clash(form)
if form.pasting and not form.content["notes"]:
    record.paste(form, height=360)
    st.stop()
if sample:
    st.badge("Sample: an invented person", icon=":material/science:", color="gray")
record.header(form)
left, right = st.columns([5, 7], gap="large")
with left:
    record.notes(form)
with right:
    record.findings(form)
record.thoughts(form)
record.bar(form)
