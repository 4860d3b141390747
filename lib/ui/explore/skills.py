"""What the Skills screen says beside its charts: the search, what is left out, how it counts."""

import streamlit as st

from lib.access.viewer import Share
from lib.answers.skills import SkillsAnswer
from lib.markdown import Markdown
from lib.statistics import SKILLED
from lib.ui import show
from lib.ui.access.session import viewer

CARRY_OVER = (
    "Sorted by how many of the fields named a skill, then by the mean share of the people asked "
    "who did. A person counts once a field, with their later answer. Fields are chosen, not "
    "drawn, so neither figure has a margin."
)
WORTH = (
    "How much it matters: of the people who named the skill and said so, those who call it "
    "mandatory; who did not say stands beside. People of one employer count as one, and so does a "
    "person in two fields; the line is Wilson's 95 % interval. Most worth showing and the clearest "
    "gap: the skill named in two fields or more with the highest lower end of that line."
)
GAPS = (
    f"Required skills that you have, at level {SKILLED} or more, of those the field requires. "
    "Where nothing is required yet there is no figure: not everything, and not nothing."
)
NEXT = (
    "A skill opens a field where it is the only required one you lack; otherwise it brings it "
    "nearer. First the most fields opened, then the most brought nearer, then the most people who "
    "call it mandatory."
)


def say_in_short(answer: SkillsAnswer) -> None:
    """The three answers that the charts below lead to."""
    if answer.in_short:
        lines = (Markdown("- {}.").format(line) for line in answer.in_short)
        show.markdown(Markdown("\n").join(lines))


def search() -> str:
    """The skill typed into the search box; it lives in the address."""
    return str(
        st.text_input(
            "Find a skill",
            key="skill",
            bind="query-params",
            max_chars=200,
            placeholder="Type a skill, such as Excel",
            icon=":material/search:",
        )
        or ""
    ).strip()


def say_what_is_shown(answer: SkillsAnswer, typed: str) -> None:
    """How many skills and fields are drawn, of how many; and what to do about the rest."""
    if typed and not answer.found:
        show.info(
            Markdown("Nobody named a skill like “{}”. That does not mean it is not needed.").format(
                typed
            ),
            icon=":material/forum:",
        )
        return
    parts: list[str] = []
    if typed:
        parts.append(
            Markdown("{} of {:,} skills go by “{}”.").format(answer.found, answer.skills, typed)
        )
    elif answer.found > answer.shown:
        parts.append(f"The first {answer.shown} of {answer.skills:,} skills: type one to see it.")
    if answer.fields > answer.fields_drawn:
        parts.append(
            f"{answer.fields_drawn} of {answer.fields} fields are drawn, those with the most "
            "people; all of them are counted. Choose fields above to see others."
        )
    if parts:
        show.caption(Markdown(" ").join(parts))


def rated(answer: SkillsAnswer) -> bool:
    """Whether there are own skills to hold against what was said; else what to do about it."""
    if not answer.rated and not isinstance(viewer(), Share):
        st.subheader("How much of what a field requires do I have?", anchor=False)
        st.info(
            "You have not said yet what you can do. Give your skills a level on Profile, and this "
            "screen shows what you have and lack in each field, and what one more would open.",
            icon=":material/checklist:",
        )
        st.page_link("pages/settings/profile.py", label="Say what I can do")
    return answer.rated
