"""Who is looking, and so which screens exist; the one place that turns an AppError into words."""

import streamlit as st

from lib import ui
from lib.errors import AppError, NotNow, SignedOut
from lib.ui import show

st.set_page_config(page_title="Fieldwork", page_icon=ui.ICON, layout="wide")
above = st.container()
try:
    ui.come_in(above)
    page = ui.navigation()
    try:
        page.run()
        ui.leave_a_remark(page)
    finally:  # pages stop where they have nothing to say
        ui.turn_to(page)
except SignedOut as reason:
    ui.sign_in(str(reason))
except NotNow as reason:
    ui.begin_anew(above, reason)
except AppError as error:
    show.error(str(error), icon=":material/info:")
