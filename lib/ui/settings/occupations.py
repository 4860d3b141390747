"""Official figures for a field: a search among the occupations, and the area they are of."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from lib.access.viewer import Share
from lib.answers.words import listed
from lib.commands.occupations import hold_against, let_go
from lib.frames import Row
from lib.markdown import Markdown, plain
from lib.reference import occupations
from lib.reference.occupations import Match
from lib.reference.wages import areas_of, official_release
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.writes import saying, write


def untied(fields: Sequence[str]) -> None:
    """Where the fields that are held against nothing can be; a coach cannot choose for them."""
    if not fields or isinstance(viewer(), Share):
        return
    show.caption(
        Markdown("No official figures were chosen for {}.").format(
            listed([plain(name) for name in fields])
        )
    )
    st.page_link("pages/settings/profile.py", label="Choose official figures under Profile")


def official_figures(field: Row) -> None:
    """What the field is held against; a search for it, and a button that ends it.

    `field`: field_id, field, occupation, area.
    """
    identity = field["field_id"]
    show.markdown(Markdown("**Official pay for {}**").format(field["field"]))
    if field["occupation"]:
        _held(field)
    typed = show.text_input(
        "Search the official occupations",
        key=f"occupation_{identity}",
        max_chars=100,
        placeholder="data analyst",
        help=Markdown(
            "What the work is called, or a code such as 15-2051. The figures are those of "
            "the US Bureau of Labor Statistics, {}, and those that were brought with "
            "`python -m lib reference FILE`."
        ).format(official_release()),
    )
    found = occupations.search(typed.strip() or ("" if field["occupation"] else field["field"]))
    if typed.strip() and not found:
        st.caption("No occupation is called that. Try a word of it, or a more common name.")
    if found:
        _choose(identity, found)


def _held(field: Row) -> None:
    title = occupations.title(field["occupation"]) or "an occupation that is not known any more"
    area = occupations.area(field["area"]) or "an area that is not known any more"
    show.markdown(Markdown("Held against: {}, {}.").format(title, area))
    st.button(
        "Hold it against nothing",
        key=f"let_go_{field['field_id']}",
        on_click=lambda: saying(
            "No official figures are drawn for it any more.",
            lambda: write(let_go, field_id=UUID(field["field_id"])),
        ),
    )


def _choose(identity: str, found: list[Match]) -> None:
    named = {match.code: match for match in found}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        code = show.selectbox(
            "Occupation",
            list(named),
            format_func=lambda code: _words(named[code]) if code in named else code,
            key=f"match_{identity}",
        )
        areas = areas_of(code)
        area = show.selectbox(
            "Area",
            areas,
            format_func=lambda area: occupations.area(area) or area,
            key=f"area_{identity}_{code}",
        )
        st.button(
            "Hold it against this",
            key=f"hold_{identity}",
            on_click=_hold,
            args=(identity, code, area or ""),
        )


def _hold(identity: str, code: str, area: str) -> None:
    """Keep the choice, and empty the search for the next."""
    saying(
        "Saved. The official figures stand behind what people said, on Pay and Compare.",
        lambda: write(hold_against, field_id=UUID(identity), occupation=code, area=area),
    )
    st.session_state[f"occupation_{identity}"] = ""


def _words(match: Match) -> str:
    return match.title + (f" (also called {match.by})" if match.by else "")
