"""What is typed about own skills and not saved: in the session, and as a draft on disk."""

import json
from typing import Any

import streamlit as st

from lib.commands.drafts import drop_draft, keep_draft
from lib.errors import AppError
from lib.queries.history import draft
from lib.ui.access.session import database, explorer
from lib.ui.writes import write, write_draft

Content = dict[str, Any]


def kept(part: str) -> Content:
    """What this part of the screen holds; read from its draft the first time."""
    key = f"own_skills/{part}"
    if key not in st.session_state:
        with database().read() as session:
            found = draft(session, explorer(), key)
        st.session_state[key] = json.loads(found[0]["form"]) if found else {}
    content: Content = st.session_state[key]
    return content


def keep(part: str, **values: Any) -> None:
    """Put these values into it and keep the whole; plain ASCII, since a database refuses signs."""
    content = kept(part)
    content.update(values)
    key = f"own_skills/{part}"
    try:
        write_draft(keep_draft, key, {"form": json.dumps(content)})
    except AppError as error:
        st.session_state["said"] = ("error", f"This could not be kept as a draft: {error}", None)


def forget(part: str) -> None:
    """It is saved, or thrown away on purpose."""
    st.session_state[f"own_skills/{part}"] = {}
    try:
        write(drop_draft, f"own_skills/{part}")
    except AppError as error:
        st.session_state["said"] = ("error", str(error), None)
