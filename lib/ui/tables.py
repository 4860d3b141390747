"""A table on a screen; its toolbar saves it as CSV, so no cell of it is one that would be run."""

import pandas as pd
import streamlit as st

from lib.frames import unrun


def table(rows: pd.DataFrame, *, alt: str) -> None:
    """The rows under their headings; `alt` says what they are."""
    st.dataframe(unrun(rows), hide_index=True, alt=alt)
