"""The one module that hands words with anything variable in them to Streamlit.

Each is Streamlit's own element; what is no `Markdown` shows as it was typed. Where every word
stands in the code, `st` itself draws it. A box's options are text to Streamlit and need nothing.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

import streamlit as st

from lib.markdown import label, shown

Element = TypeVar("Element", bound=Callable[..., Any])

LABELS = {"label", "help"}
"""Arguments that Streamlit reads as Markdown, wherever they stand."""


def _safe(
    element: Element, *, first: Callable[[str], str] = label, options: bool = False
) -> Element:
    """The element, its words read first; `options`: also what it calls them, which is Markdown."""

    @wraps(element)
    def drawn(*words: Any, **more: Any) -> Any:
        named = {key: _read(word, label) if key in LABELS else word for key, word in more.items()}
        if options and (spoken := named.get("format_func")):
            named["format_func"] = lambda option: label(str(spoken(option)))
        return element(*(_read(word, first) for word in words[:1]), *words[1:], **named)

    return cast("Element", drawn)


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
pills = _safe(st.pills, options=True)
segmented_control = _safe(st.segmented_control, options=True)
text_input, text_area = _safe(st.text_input), _safe(st.text_area)
selectbox, number_input = _safe(st.selectbox), _safe(st.number_input)
date_input, slider = _safe(st.date_input), _safe(st.slider)
page_link = _safe(st.page_link, first=str)
