"""What is due, as a short list; nothing where nothing is."""

from datetime import timedelta

import streamlit as st

from lib.answers.due import Due, due
from lib.answers.words import counted
from lib.filters import Filters
from lib.markdown import Markdown
from lib.ui import show
from lib.ui.reads import read, today


def what_is_due(filters: Filters) -> None:
    """A line each with its day, the longest overdue first, that opens the conversation."""
    answer = read(due, filters)
    if not answer.due:
        return
    with st.container(border=True, gap="xsmall"):
        st.subheader("What is due?", anchor=False)
        for one in answer.due:
            _line(one)
        if answer.more:
            show.caption(f"{counted(answer.more, 'more', 'more')}, later than these.")


def _line(one: Due) -> None:
    """One link: a box, a text and a link each line would keep the screen waiting."""
    show.page_link(
        one.page,
        label=Markdown("**{}** · {}").format(_day(one), one.words),
        icon=":material/notification_important:" if one.overdue else ":material/event:",
        query_params={"interview": one.interview_id} if one.interview_id else None,
    )


def _day(one: Due) -> str:
    if one.on is None:
        return "No day set"
    now = today()
    near = {now: "Today", now + timedelta(days=1): "Tomorrow"}
    year = "" if one.on.year == now.year else f" {one.on.year}"
    return near.get(one.on, f"{one.on:%-d %B}{year}")
