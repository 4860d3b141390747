"""Streamlit's widgets over one value of the form: shown, committed, and what is wrong beside it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from lib.figures import EARLIEST, LATEST
from lib.merging import Where
from lib.ui import show
from lib.ui.record.state import Form, commit, shown, value_at


def text(form: Form, label: str, where: Where, **more: Any) -> None:
    """One line of text."""
    show.text_input(label, **_bound(form, where, value_at(form.content, where), _text), **more)


def long_text(form: Form, label: str, where: Where, **more: Any) -> None:
    """Some lines of text."""
    options = {"height": "content", **more}
    show.text_area(label, **_bound(form, where, value_at(form.content, where), _text), **options)


def name(form: Form, label: str, where: Where, offered: Sequence[str], **more: Any) -> None:
    """A name: offered while typing, a new one taken as it is."""
    value = value_at(form.content, where) or None
    show.selectbox(
        label,
        with_value(offered, value),
        index=None,
        accept_new_options=True,
        **_bound(form, where, value, _text),
        **more,
    )


def with_value(offered: Sequence[str], value: str | None) -> Sequence[str]:
    """What is offered, with the value that stands: a new one is in the list from then on."""
    return [value, *offered] if value and value not in offered else offered


def one_of(
    form: Form,
    label: str,
    where: Where,
    words: Mapping[Any, str] | Sequence[str],
    *,
    empty: Any = None,
    listed: bool = False,
    **more: Any,
) -> None:
    """One of a closed list, all in sight or in a list; none of them is `empty`."""
    labels = words if isinstance(words, Mapping) else {word: word for word in words}
    value = value_at(form.content, where)
    bound = _bound(form, where, value if value in labels else None, _or(empty))
    spoken: Callable[[Any], str] = lambda word: labels.get(word, str(word))  # noqa: E731
    if listed:
        show.selectbox(label, list(labels), None, format_func=spoken, **bound, **more)
    else:
        show.segmented_control(label, list(labels), format_func=spoken, **bound, **more)


def day(form: Form, label: str, where: Where, **more: Any) -> None:
    """A day, or none."""
    value = value_at(form.content, where)
    bound = _bound(form, where, date.fromisoformat(value) if value else None, _iso)
    show.date_input(label, None, EARLIEST, LATEST, format="YYYY-MM-DD", **bound, **more)


def whole(form: Form, label: str, where: Where, least: int, most: int, **more: Any) -> None:
    """A whole number, or none."""
    bound = _bound(form, where, value_at(form.content, where), _or(None))
    show.number_input(label, least, most, None, 1, **bound, **more)


def ticked(form: Form, label: str, where: Where, **more: Any) -> None:
    """Yes or no."""
    show.checkbox(label, **_bound(form, where, bool(value_at(form.content, where)), bool), **more)


def beside(form: Form, *places: Where, named: bool = False) -> None:
    """What is wrong at these places, and below them; `named` where the widget is out of sight."""
    for where, message in form.problems.items():
        if any(where[: len(place)] == place for place in places):
            name = where[-1].replace("_", " ").capitalize()
            away = named or where not in places
            show.error(f"{name}: {message}" if away else message, icon=":material/error:")


def _bound(form: Form, where: Where, value: Any, encode: Callable[[Any], Any]) -> dict[str, Any]:
    key = shown(form, where, value)
    return {"key": key, "on_change": commit, "args": (form.key, where, encode)}


def _text(value: str | None) -> str:
    return value or ""


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _or(empty: Any) -> Callable[[Any], Any]:
    return lambda value: empty if value is None else value
