"""The names of skills: found in a list, renamed, merged, taken apart, tied to an official name."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pandas as pd
import streamlit as st

from lib.answers.skill_names import NamedSkill, said_by, skills_by_name
from lib.answers.words import counted, listed
from lib.commands.skills import merge_skills, part_skill, rename_skill, tie_skill
from lib.filters import EVERYTHING
from lib.frames import unrun
from lib.markdown import Markdown
from lib.skills import taxonomy
from lib.text import fold
from lib.ui import show
from lib.ui.last_press import last_press, press
from lib.ui.reads import read

Skills = dict[str, NamedSkill]

PLACE, CHOSEN, TABLE = "names", "names_skill", "names_table"
NOBODY = (
    "No skill has been named yet. They come here from what people say, and from what you say you "
    "can do."
)


def skill_names() -> None:
    """The list, and below it the one that is chosen."""
    have = read(skills_by_name, EVERYTHING)
    if not have:
        st.info(NOBODY, icon=":material/forum:")
        return
    typed = st.text_input("Find a skill", key="names_find", live=True)
    found = {key: one for key, one in have.items() if _goes_by(one, typed)}
    if not found:
        show.caption(Markdown("No skill goes by “{}”.").format(typed.strip()))
        return
    _table(found)
    with st.container():
        last_press(PLACE)
    chosen = show.selectbox(
        "Change the names of ...",
        list(found),
        None,
        key=CHOSEN,
        format_func=lambda key: f"{found[key].skill} · {said_by(found[key])}",
        placeholder="Choose here, or mark a row",
    )
    if chosen:
        _chosen(found[chosen], have)


def _goes_by(one: NamedSkill, typed: str) -> bool:
    wanted, meant = fold(typed), taxonomy.find(typed)
    names = (one.skill, one.official, *(name for _, name in one.others))
    return any(wanted in fold(name) for name in names) or bool(meant and meant.code == one.code)


def _table(found: Skills) -> None:
    rows = [
        {
            "Skill": one.skill,
            "People": len(one.people),
            "Fields": one.fields,
            "Also goes by": listed([name for _, name in one.others]),
            "Official name": one.official,
        }
        for one in found.values()
    ]
    st.dataframe(
        unrun(pd.DataFrame(rows)),
        key=TABLE,
        height=min(38 + 35 * len(rows), 388),
        hide_index=True,
        on_select=lambda: _marked(list(found)),
        selection_mode="single-row",
        alt="The skills, how many people named each, and what it goes by",
    )


def _marked(keys: list[str]) -> None:
    rows = st.session_state[TABLE]["selection"]["rows"]
    if rows and rows[0] < len(keys):
        st.session_state[CHOSEN] = keys[rows[0]]


def _chosen(one: NamedSkill, have: Skills) -> None:
    with st.container(border=True):
        show.markdown(Markdown("**{}**").format(one.skill))
        show.caption(f"{said_by(one).capitalize()}.")
        _rename(one)
        _merge(one, have)
        _official(one)
        _others(one)


def _rename(one: NamedSkill) -> None:
    with st.form(f"rename_{one.skill_id}", border=False):
        row = st.container(horizontal=True, vertical_alignment="bottom")
        name = row.text_input("Its name", one.skill, max_chars=200)
        pressed = row.form_submit_button("Rename")
    if pressed:
        more = {"skill_id": UUID(one.skill_id), "name": name}
        press(PLACE, f"Renamed to {name.strip()}.", rename_skill, **more)
        st.rerun()


def _merge(one: NamedSkill, have: Skills) -> None:
    """Those with a similar name are offered first; what will count is said before it is done."""
    others = {key: other for key, other in have.items() if key != one.skill_id}
    by_name = {other.skill: key for key, other in others.items()}
    alike = [by_name[name] for name in taxonomy.suggest(one.skill, by_name, limit=5)]
    key = f"names_into_{one.skill_id}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        into = show.selectbox(
            "It is the same as",
            list(dict.fromkeys([*alike, *others])),
            None,
            key=key,
            format_func=lambda k: f"{others[k].skill} · {said_by(others[k])}",
            placeholder="Another skill",
        )
        st.button(
            "Merge",
            key=f"names_merge_{one.skill_id}",
            disabled=into is None,
            on_click=_merged,
            args=(one, others.get(into or "")),
        )
    if into:
        other = others[into]
        together = len(one.people | other.people)
        show.caption(
            Markdown(
                "Everything said of {} then counts as {}: {} together. Their own words stay as "
                "they are."
            ).format(one.skill, other.skill, counted(together, "person", "people"))
        )


def _merged(one: NamedSkill, other: NamedSkill | None) -> None:
    if other is None:
        return
    more = {"skill_id": UUID(one.skill_id), "into_id": UUID(other.skill_id)}
    if press(PLACE, f"{one.skill} counts as {other.skill} from now on.", merge_skills, **more):
        st.session_state[CHOSEN] = other.skill_id


def _official(one: NamedSkill) -> None:
    official = {skill.code: skill.name for skill in taxonomy.names()}
    alike = taxonomy.suggest(one.skill, taxonomy.spellings())
    meant = [skill.code for name in alike if (skill := taxonomy.find(name))]
    codes = list(dict.fromkeys(["", *meant, *official]))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = show.selectbox(
            "Its official name",
            codes,
            codes.index(one.code) if one.code in official else 0,
            key=f"names_code_{one.skill_id}_{one.code}",
            format_func=lambda code: official.get(code, "none"),
            help="Whatever else the official skill is called leads here too. The official names "
            "are those of O*NET 30.3 (US Department of Labor, CC BY 4.0), beside everyday ones.",
        )
        st.button(
            "Set",
            key=f"names_tie_{one.skill_id}",
            disabled=code == one.code,
            on_click=_do,
            args=("Saved.", tie_skill),
            kwargs={"skill_id": UUID(one.skill_id), "code": code or None},
        )
    close = [official[c] for c in dict.fromkeys(meant) if c != one.code]
    if close and not one.code:
        show.caption(
            Markdown("Did you mean {}? Choose it, or leave it untied.").format(" or ".join(close))
        )


def _others(one: NamedSkill) -> None:
    for skill_id, name in one.others:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.text(f"Also goes by {name}", width="stretch")
            show.button(
                "Take apart",
                key=f"names_part_{skill_id}",
                help=Markdown("{} is a skill of its own again").format(name),
                type="tertiary",
                on_click=_do,
                args=(f"{name} no longer counts as {one.skill}.", part_skill),
                kwargs={"skill_id": UUID(skill_id)},
            )


def _do(done: str, command: Callable[..., UUID], **more: Any) -> None:
    press(PLACE, done, command, **more)
