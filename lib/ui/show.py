"""The one module that hands words with anything variable in them to Streamlit.

Each is Streamlit's own element; what is no `Markdown` shows as it was typed. Where every word
stands in the code, `st` itself draws it. An option is known to Streamlit by its words, so those
that read alike are numbered; in a box they are text, on a pill they are Markdown.
"""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar, cast

import streamlit as st

from lib.markdown import label, shown

Element = TypeVar("Element", bound=Callable[..., Any])

LABELS = {"label", "help"}
"""Arguments that Streamlit reads as Markdown, wherever they stand."""


def _safe(
    element: Element,
    *,
    first: Callable[[str], str] = label,
    options: Callable[[str], str] | None = None,
) -> Element:
    """The element, its words read first; `options`: also what it calls them, each its own way."""

    @wraps(element)
    def drawn(*words: Any, **more: Any) -> Any:
        named = {key: _read(word, label) if key in LABELS else word for key, word in more.items()}
        if options:
            offered = words[1] if len(words) > 1 else named.get("options", ())
            named["format_func"] = told_apart(offered, named.get("format_func", str), options)
        return element(*(_read(word, first) for word in words[:1]), *words[1:], **named)

    return cast("Element", drawn)


def told_apart(
    options: Iterable[Any], spoken: Callable[[Any], str], read: Callable[[str], str]
) -> Callable[[Any], str]:
    """Each option's words; of those that read alike the second and further ones have a number."""
    told: dict[Any, str] = {}
    taken = set[str]()
    for option in options:
        words = again = read(str(spoken(option)))
        number = 2
        while again in taken:
            again, number = f"{words} ({number})", number + 1
        taken.add(told.setdefault(option, again))
    return lambda option: told[option] if option in told else read(str(spoken(option)))


def _read(word: Any, read: Callable[[str], str]) -> Any:
    return read(word) if isinstance(word, str) else word


markdown, caption = _safe(st.markdown, first=shown), _safe(st.caption, first=shown)
info, error = _safe(st.info, first=shown), _safe(st.error, first=shown)
warning, success = _safe(st.warning, first=shown), _safe(st.success, first=shown)
toast = _safe(st.toast, first=shown)
title, badge = _safe(st.title), _safe(st.badge)
header, subheader = _safe(st.header), _safe(st.subheader)
expander, popover = _safe(st.expander), _safe(st.popover)
button, download_button = _safe(st.button), _safe(st.download_button)
form_submit_button, checkbox = _safe(st.form_submit_button), _safe(st.checkbox)
pills = _safe(st.pills, options=label)
segmented_control = _safe(st.segmented_control, options=label)
selectbox = _safe(st.selectbox, options=str)
multiselect = _safe(st.multiselect, options=str)
text_input, text_area = _safe(st.text_input), _safe(st.text_area)
number_input = _safe(st.number_input)
date_input, slider = _safe(st.date_input), _safe(st.slider)
page_link = _safe(st.page_link, first=str)
