"""What a press does to the open form: lines, findings made of them, added and taken out."""

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any, get_args

import streamlit as st

from lib import taxonomy
from lib.filters import EVERYTHING
from lib.frames import records
from lib.ids import new_id
from lib.queries.conversations import offered
from lib.text import fold, lines
from lib.ui.reads import read
from lib.ui.record.content import NAME, Finding, a_finding, unnamed
from lib.ui.record.state import Form, keep, key_of, opened
from lib.words import THEMES, Direction

DIRECTIONS = get_args(Direction)

MARKS: dict[str, tuple[str, dict[str, Any]]] = {
    "skill": ("skills", {}),
    "training": ("trainings", {}),
    "pay": ("salaries", {}),
    "good": ("aspects", {"side": "upside"}),
    "hard": ("aspects", {"side": "downside"}),
    "step": ("steps", {}),
    "outlook": ("outlooks", {}),
}
"""What a line can be marked as: the kind of finding it makes, and what the mark says of it."""

OFFERED = {
    "field": "fields",
    "skill": "skills",
    "training": "trainings",
    "theme": "aspects",
    "step": "steps",
}

Names = dict[str, list[str]]


def known_names() -> Names:
    """The names of each kind that the explorer has used, and those of the closed lists."""
    names: Names = {kind: [] for kind in (*NAME, "fields")}
    for row in records(read(offered, EVERYTHING)):
        names[OFFERED[row["kind"]]].append(row["name"])
    names["aspects"] = list(dict.fromkeys([*names["aspects"], *THEMES]))
    return names


def marks_of(form: Form, line_id: str) -> list[str]:
    """What the line is marked as, in the order of the marks."""
    return [
        mark
        for mark, (kind, preset) in MARKS.items()
        if any(
            one["note_id"] == line_id and preset.items() <= one.items()
            for one in form.content[kind]
        )
    ]


def add_lines(form_key: str, key: str) -> None:
    """Every line that was pasted becomes a line of the notes; the box is empty again."""
    form, text = _mine(form_key), st.session_state.get(key)
    if form is None or not text:
        return
    form.content["notes"] += [_a_line(line) for line in lines(text)]
    st.session_state[key] = ""
    keep(form)


def rewrite_lines(form_key: str, key: str) -> None:
    """The notes as they read now; a line that stands, or was only reworded, keeps its findings."""
    form = _mine(form_key)
    if form is None:
        return
    form.content["notes"] = rewritten(form.content["notes"], lines(st.session_state[key] or ""))
    there = {line["id"] for line in form.content["notes"]}
    for kind in NAME:
        for one in form.content[kind]:
            one["note_id"] = one["note_id"] if one["note_id"] in there else None
    keep(form)


def rewritten(notes: list[dict[str, Any]], texts: list[str]) -> list[dict[str, Any]]:
    """The lines with these texts; each that was there before under the id it had."""
    old, new = [line["text"] for line in notes], []
    for step, start, end, first, last in SequenceMatcher(None, old, texts, False).get_opcodes():
        ids = [notes[at]["id"] for at in range(start, end)]
        for place, text in enumerate(texts[first:last]):
            line = _a_line(text)
            if step != "insert" and place < len(ids):
                line["id"] = ids[place]
            new.append(line)
    return new


def mark_line(form_key: str, line_id: str) -> None:
    """A mark that was pressed makes a finding of the line; pressed again, it takes it out."""
    form = _mine(form_key)
    if form is None:
        return
    wanted = st.session_state[key_of(form, ("notes", line_id, "marks"))]
    have = marks_of(form, line_id)
    text = next(line["text"] for line in form.content["notes"] if line["id"] == line_id)
    for mark, (kind, preset) in MARKS.items():
        if mark in wanted and mark not in have:
            one = _added(form, kind, note_id=line_id, quote=text, **preset)
            one[NAME[kind]] = _exactly(kind, text) or one[NAME[kind]]
        elif mark in have and mark not in wanted:
            for one in list(form.content[kind]):
                if one["note_id"] == line_id and preset.items() <= one.items():
                    _take_out(form, kind, one["id"])
    keep(form)


def add_named(form_key: str, key: str, mark: str) -> None:
    """What was typed into the box of a kind becomes a finding; the box is empty again."""
    form, typed = _mine(form_key), st.session_state.get(key)
    if form is None or not typed or not typed.strip():
        return
    kind, preset = MARKS[mark]
    _added(form, kind, **preset)[NAME[kind]] = typed.strip()
    st.session_state[key] = None
    keep(form)


def name_next(form_key: str, key: str, kind: str, identity: str) -> None:
    """What was typed names the finding that was shown; the box is empty for the next one."""
    form, typed = _mine(form_key), st.session_state.get(key)
    found = [one for one in form.content[kind] if one["id"] == identity] if form else []
    if form is None or not found or not typed or not typed.strip():
        return
    if kind != "outlooks" or typed in DIRECTIONS:
        found[0][NAME[kind]] = typed.strip()
        keep(form)
    st.session_state[key] = None


def leave_for_later(form_key: str, identity: str) -> None:
    """Show another one that is still to be named first."""
    form = _mine(form_key)
    if form is not None:
        form.later = [one for one in form.later if one != identity] + [identity]


def take_meaning(form_key: str, identity: str, name: str) -> None:
    """Yes, that skill was meant; the words that were typed are kept beside it."""
    form = _mine(form_key)
    for one in form.content["skills"] if form else []:
        if form is not None and one["id"] == identity:
            one["said_as"], one["skill"] = one["said_as"] or one["skill"], name
            keep(form)


def take_out(form_key: str, kind: str, identity: str) -> None:
    """Take one finding out; it can be put back as long as the form is open."""
    form = _mine(form_key)
    if form is not None:
        _take_out(form, kind, identity)
        keep(form)


def put_back(form_key: str) -> None:
    """The finding that was taken out last stands in its place again."""
    form = _mine(form_key)
    if form is not None and form.taken:
        kind, place, one = form.taken.pop()
        form.content[kind].insert(place, one)
        keep(form)


def to_be_named(form: Form) -> list[tuple[str, Finding]]:
    """Findings that lack the name or figure they would count under; those left for later last."""
    found = [(kind, one) for kind in NAME for one in form.content[kind] if unnamed(kind, one)]
    later = {identity: place for place, identity in enumerate(form.later)}
    return sorted(found, key=lambda pair: later.get(pair[1]["id"], -1))


@lru_cache(maxsize=1_000)
def meant(typed: str, used: tuple[str, ...]) -> tuple[str, ...]:
    """Skills that an unknown name may stand for; none where it is known."""
    if not typed or fold(typed) in map(fold, used) or taxonomy.find(typed):
        return ()
    alike = taxonomy.suggest(typed, (*used, *taxonomy.spellings()))
    return tuple({taxonomy.find(name) or name: name for name in reversed(alike)}.values())[::-1]


def _added(form: Form, kind: str, **values: Any) -> Finding:
    many = form.content[kind]
    if kind == "steps":
        values["position"] = max((one["position"] or 0 for one in many), default=0) + 1
    many.append(a_finding(kind, **values))
    one: Finding = many[-1]
    return one


def _exactly(kind: str, text: str) -> str:
    """The name that the whole line is, nothing else is guessed."""
    same = [name for name in known_names()[kind] if fold(name) == fold(text)]
    if same:
        return same[0]
    return text if kind == "skills" and taxonomy.find(text) else ""


def _take_out(form: Form, kind: str, identity: str) -> None:
    many = form.content[kind]
    for place, one in enumerate(many):
        if one["id"] == identity:
            form.taken.append((kind, place, many.pop(place)))
            return


def _a_line(text: str) -> dict[str, Any]:
    return {"id": str(new_id()), "text": text}


def _mine(form_key: str) -> Form | None:
    form = opened()
    return form if form is not None and form.key == form_key else None
