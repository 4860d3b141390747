"""Who is looking, and so which screens exist; the one place that turns an AppError into words."""

import streamlit as st

from lib import ui
from lib.errors import AppError

st.set_page_config(page_title="Fieldwork", page_icon=ui.ICON, layout="wide")
try:
    ui.welcome()
    ui.navigation().run()
except AppError as error:
    st.error(str(error), icon=":material/info:")
