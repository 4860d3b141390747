"""The process's one database, opened when it is first asked for."""

import streamlit as st

from lib.settings import read_settings
from lib.storage.database import Database, open_database


@st.cache_resource(show_spinner="Opening the database")
def database() -> Database:
    """The process's database, its tables at this version."""
    return open_database(read_settings())
