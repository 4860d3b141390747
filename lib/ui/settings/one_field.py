"""Two fields that are one: those that look alike are asked about, any two can be chosen."""

from uuid import UUID

import streamlit as st

from lib.answers.fields_alike import alike
from lib.answers.words import counted
from lib.commands.fields import merge_fields
from lib.frames import Row
from lib.markdown import Markdown
from lib.skills import taxonomy
from lib.ui import show
from lib.ui.last_press import last_press, press

PLACE = "fields"
Rows = dict[str, Row]
"""The fields by name, those with most people first."""


def alike_fields(rows: Rows) -> None:
    """A question for each pair; the one with more people keeps its name."""
    for keep, other in alike(list(rows)):
        with st.container(horizontal=True, border=True, vertical_alignment="center"):
            words = Markdown("Is {} the same field as {}?").format(other, keep)
            show.markdown(words, width="stretch")
            st.button(
                "Make them one",
                key=f"alike_{rows[keep]['field_id']}_{rows[other]['field_id']}",
                on_click=_merge,
                args=(rows[keep], rows[other]),
            )
    with st.container():
        last_press(PLACE)


def the_same(row: Row, rows: Rows) -> None:
    """Which other field this one is; what then counts where is said before it is done."""
    names = [name for name in rows if name != row["field"]]
    if not names:
        return
    with st.popover("The same as another field", icon=":material/merge:"):
        likely = taxonomy.suggest(row["field"], names)
        other = show.selectbox("Which is it?", list(dict.fromkeys([*likely, *names])), None)
        if other:
            show.markdown(_what_moves(row, rows[other]))
            st.button("Make them one", on_click=_merge, args=(row, rows[other]), key="merge_fields")


def _what_moves(keep: Row, other: Row) -> Markdown:
    words = Markdown("{} heard about {} count as heard about {}, with all that was said. ").format(
        counted(other["voices"], "person", "people").capitalize(), other["field"], keep["field"]
    )
    return words + (
        "A link that holds one of the two alone holds neither from then on: make a new one. It can "
        "be taken back."
    )


def _merge(keep: Row, other: Row) -> None:
    ids = {"keep": UUID(keep["field_id"]), "other": UUID(other["field_id"])}
    press(PLACE, f"{other['field']} and {keep['field']} are one field now.", merge_fields, **ids)
