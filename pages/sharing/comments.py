"""What did my coach leave?"""

import streamlit as st

from lib import ui
from lib.ui.sharing import inbox

ui.explorer()
st.title("What did my coach leave?", anchor=False)
ui.banner()
inbox.each()
