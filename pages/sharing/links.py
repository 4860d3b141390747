"""What does my coach see?"""

import streamlit as st

from lib import ui
from lib.ui.sharing import links, report

ui.explorer()
st.title("Share", anchor=False)
ui.banner()
ui.ways_in()
if not links.served():
    report.to_send()
links.what_a_link_needs()
links.just_made()
links.make()
links.each()
if links.served():
    report.to_send()
