"""Who is looking, and so which screens exist; the one place that turns an AppError into words."""

from pathlib import Path

import streamlit as st

ICON = str(Path(__file__).parent / "lib" / "ui" / "icon.svg")
st.set_page_config(page_title="Fieldwork", page_icon=ICON, layout="wide")
with st.spinner("Fieldwork is starting ..."):  # the first window of a server waits for the rest
    from lib import ui
    from lib.errors import AppError, NotNow, NotOpen, SignedOut
    from lib.ui import show

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
except NotOpen as reason:
    ui.not_open(str(reason))
except AppError as error:
    show.error(str(error), icon=":material/info:")
