"""The one filter bar of the Explore screens; what it says lives in the address."""

from collections.abc import Sequence

import streamlit as st

from lib.access.viewer import Share
from lib.answers.standing import Standing, standing
from lib.answers.words import listed
from lib.charts.names import short
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.explore.address import KEYS, Asked, clear, in_force, keep, pressed
from lib.ui.explore.saying_narrowed import narrowed
from lib.ui.reads import read
from lib.words import LEVELS, STAGES

OF_A_LINK = ("fields",)
"""A link has whole fields only: with a filter by day, numbers could be subtracted."""
MOST_PILLS, LONGEST = 8, 36
"""More pills than these are a box; longer names do not fit a telephone."""


def filter_bar() -> Filters:
    """What the reader looks at; whatever the address holds is checked against what is there."""
    now, me = read(standing, EVERYTHING), viewer()
    keys = OF_A_LINK if isinstance(me, Share) else KEYS
    asked = in_force(list(now.fields), keys)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _fields(now)
        if keys == KEYS:
            with st.popover("More filters", icon=":material/tune:"):
                _more()
    keep(keys)
    filters = _chosen(now, keys)
    _say_unknown(asked)
    if filters.narrowed:
        _say(filters)
    return filters


def _chosen(now: Standing, keys: Sequence[str]) -> Filters:
    """The widgets' values; a browser may send what they do not offer."""
    have = {key: st.session_state[key] for key in keys}
    fields = (now.fields.get(name) for name in have["fields"])
    level = have.get("level")
    return Filters(
        fields=tuple(viewer().real(one) for one in fields if one),
        since=have.get("since"),
        until=have.get("until"),
        level=level if level in LEVELS else None,
        stages=tuple(stage for stage in have.get("stage") or () if stage in STAGES),
    )


def _fields(now: Standing) -> None:
    """A field a pill, with how many people it holds; a box where there are many."""
    names = list(now.fields)

    def counted(name: str) -> str:
        return f"{short(name, LONGEST)} · {now.people.get(name, 0)}"

    if len(names) > MOST_PILLS:
        show.multiselect(
            "Fields",
            names,
            format_func=counted,
            key="fields",
            placeholder="All fields",
            on_change=pressed,
        )
        return
    show.pills(
        *("Fields", names),
        format_func=counted,
        selection_mode="multi",
        key="fields",
        on_change=pressed,
    )


def _more() -> None:
    st.date_input("Held from", key="since", on_change=pressed)
    st.date_input("Held until", key="until", on_change=pressed)
    st.selectbox("Level of pay", LEVELS, key="level", placeholder="Any level", on_change=pressed)
    st.pills("Fields that are", STAGES, selection_mode="multi", key="stage", on_change=pressed)


def _say_unknown(asked: Asked) -> None:
    """What the address asked for and is not here, a typing mistake as well as a field renamed."""
    if asked.unknown_fields:
        names = listed([f"“{name}”" for name in asked.unknown_fields])
        show.info(f"There is no field {names} here. The address was read without it.")
    if asked.unknown:
        words = listed([f"“{one}”" for one in asked.unknown])
        show.info(f"{words} in the address is no day, level or stage, and was left out.")


def _say(filters: Filters) -> None:
    """What is left out stands on the page: a narrowed figure must not pass for the whole."""
    with st.container(horizontal=True, vertical_alignment="center"):
        show.caption(Markdown("Shown: {}.").format(narrowed(filters)))
        st.button("Show everything", on_click=clear, type="tertiary")
