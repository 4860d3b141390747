"""Filters in the address: read, checked, written; one value for all screens of a window.

Streamlit's own binding takes a widget's value out of the address at each change of screen, and out
of the history with it. Here the value lives in the session and the address follows it; where the
reader changed the address (a bookmark, Back), the value follows the address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import streamlit as st

from lib.ui.access.session import address_of_the_link
from lib.ui.turned import turned
from lib.words import LEVELS, STAGES

KEYS = ("fields", "since", "until", "level", "stage")
LISTS = {"fields", "stage"}
KEPT, WRITTEN, PRESSED = "filters", "filters_written", "filters_pressed"
"""In the session: the values by key, the address we wrote last, whether a press began this run."""
Values = dict[str, list[str]]


@dataclass(frozen=True)
class Asked:
    """What the address asks for, without what is not known here; `unknown` as it was typed."""

    values: Values
    unknown_fields: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)


def in_force(fields: Sequence[str], keys: Sequence[str]) -> Asked:
    """The filters of this run, before its widgets are drawn, which are set to them.

    A press on a widget has its own value; the address may still say what was before it.
    """
    told = {key: st.query_params.get_all(key) for key in KEYS}
    address = {key: values for key, values in told.items() if values}
    if st.session_state.pop(PRESSED, False):
        return Asked({})
    written = st.session_state.get(WRITTEN)
    moved = address != written if address else bool(written) and not turned()
    asked = checked(address if moved else st.session_state.get(KEPT, {}), fields, keys)
    for key in keys:
        st.session_state[key] = _as_widget(key, asked.values.get(key, []))
    return asked if moved else Asked(asked.values)


def checked(told: Mapping[str, Sequence[str]], fields: Sequence[str], keys: Sequence[str]) -> Asked:
    """What of it is known here: names of fields, days, levels and stages."""
    known: dict[str, Callable[[str], bool]] = {
        "fields": fields.__contains__,
        "since": _is_day,
        "until": _is_day,
        "level": LEVELS.__contains__,
        "stage": STAGES.__contains__,
    }
    values, unknown = dict[str, list[str]](), list[tuple[str, str]]()
    for key in keys:
        each = list(dict.fromkeys(told.get(key, [])))
        values[key] = [one for one in each if known[key](one)]
        unknown += [(key, one) for one in each if not known[key](one)]
    return Asked(
        {key: each if key in LISTS else each[-1:] for key, each in values.items() if each},
        [one for key, one in unknown if key == "fields"],
        [one for key, one in unknown if key != "fields"],
    )


def keep(keys: Sequence[str]) -> None:
    """The widgets' values as those of every screen, and in the address with the window's link.

    In one write: each makes the browser change its address once.
    """
    values = {key: shown for key in keys if (shown := _as_told(st.session_state.get(key)))}
    st.session_state[KEPT] = st.session_state[WRITTEN] = values
    told = {key: st.query_params.get_all(key) for key in st.query_params}
    others = {key: each for key, each in told.items() if key not in KEYS}
    wanted = {**others, **address_of_the_link(), **values}
    if told != wanted:
        st.query_params.from_dict(wanted)


def pressed() -> None:
    """A widget began this run: its value holds, whatever the address still says."""
    st.session_state[PRESSED] = True


def clear() -> None:
    """Nothing is left out any more."""
    pressed()
    for key in KEYS:
        st.session_state[key] = _as_widget(key, [])


def _as_widget(key: str, values: Sequence[str]) -> object:
    if key in LISTS:
        return list(values)
    if not values:
        return None
    return date.fromisoformat(values[0]) if key in {"since", "until"} else values[0]


def _as_told(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    if isinstance(value, date):
        return [value.isoformat()]
    return [str(value)] if value else []


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and bool(date.fromisoformat(text))
    except ValueError:
        return False
