"""The one filter bar of the Explore screens; what it says lives in the address."""

from datetime import date

import streamlit as st

from lib.access.viewer import Share
from lib.answers.standing import standing
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown, label
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.reads import read
from lib.words import LEVELS, STAGES

KEYS = ("fields", "since", "until", "level", "stage")


def filter_bar() -> Filters:
    """What the reader looks at; whatever the address holds is checked against what is there."""
    ids, me = read(standing, EVERYTHING).fields, viewer()
    if isinstance(me, Share):
        return _of_fields(me, ids)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _fields(list(ids))
        with st.popover("More filters", icon=":material/tune:"):
            since, until, level, stages = _more()
    filters = Filters(
        fields=tuple(me.real(ids[name]) for name in chosen if name in ids),
        since=since,
        until=until,
        level=level if level in LEVELS else None,
        stages=tuple(stage for stage in stages if stage in STAGES),
    )
    if filters.narrowed:
        _say(filters, chosen)
    return filters


def _of_fields(me: Share, ids: dict[str, str]) -> Filters:
    """A link has whole fields only: with a filter by day, numbers could be subtracted."""
    chosen = _fields(list(ids))
    return Filters(fields=tuple(me.real(ids[name]) for name in chosen if name in ids))


def _fields(names: list[str]) -> list[str]:
    if len(names) > 8:
        return st.multiselect(
            "Fields", names, key="fields", bind="query-params", placeholder="All fields"
        )
    return show.pills(
        *("Fields", names),
        format_func=label,
        selection_mode="multi",
        key="fields",
        bind="query-params",
    )


def _more() -> tuple[date | None, date | None, str | None, list[str]]:
    since = st.date_input("Held from", None, key="since", bind="query-params")
    until = st.date_input("Held until", None, key="until", bind="query-params")
    level = st.selectbox(
        "Level of pay", LEVELS, None, key="level", bind="query-params", placeholder="Any level"
    )
    stages = st.pills(
        "Fields that are", STAGES, selection_mode="multi", key="stage", bind="query-params"
    )
    return since, until, level, stages


def _say(filters: Filters, chosen: list[str]) -> None:
    """What is left out stands on the page: a narrowed figure must not pass for the whole."""
    parts = [", ".join(chosen)] if chosen else []
    parts += [f"from {filters.since:%-d %B %Y}"] if filters.since else []
    parts += [f"until {filters.until:%-d %B %Y}"] if filters.until else []
    parts += [f"{filters.level} pay"] if filters.level else []
    parts += [f"fields that are {' or '.join(filters.stages)}"] if filters.stages else []
    with st.container(horizontal=True, vertical_alignment="center"):
        show.caption(Markdown("Shown: {}.").format("; ".join(parts)))
        st.button("Show everything", on_click=_clear, type="tertiary")


def _clear() -> None:
    for key in KEYS:
        st.session_state[key] = [] if key in {"fields", "stage"} else None
