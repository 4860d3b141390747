"""What did my coach leave?"""

import streamlit as st

from lib import ui
from lib.ui.sharing import inbox

ui.explorer()
st.title("Remarks", anchor=False)
ui.banner()
inbox.each()
