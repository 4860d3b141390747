"""Weighing on a screen: limits, points with the ends of their scales, and what comes of them.

A coach sees the explorer's points and may try others; a trial lives in the session alone.
"""

from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from lib.access.viewer import Share
from lib.answers.compare import MOST_FIELDS
from lib.answers.fields import fields_shown
from lib.answers.weighing import weighed
from lib.answers.weighing_words import NAMES
from lib.answers.what_counts import WhatCounts, limits_in_words, what_counts
from lib.answers.words import capital, listed, number
from lib.commands.weighing import MOST_END, MOST_MONTHS, set_limits, set_weights
from lib.criteria import MOST_POINTS, SETTABLE, Weight, turned
from lib.figures import amount_phrase, read_amount
from lib.filters import EVERYTHING, Filters
from lib.markdown import Markdown
from lib.text import digest
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.explore.charts import chart
from lib.ui.reads import read
from lib.ui.writes import saved, saying, write

TRIAL = "trial_weights"
ABOUT = (
    "Stochastic multicriteria acceptability analysis (Lahdelma and Salminen 2001). Each value lies "
    "between two fixed ends that you see and set. A draw mixes what people told with one more "
    "person who was not asked, anywhere on the scale, so a field that few people told of may land "
    "anywhere. Points are shaken around yours."
)
QUESTION = "Which field is ahead, and does that depend on what I weigh?"


def drawn_fields(filters: Filters) -> tuple[str, ...]:
    """Which fields are drawn, where there are more than fit; empty: those of most people."""
    found = {field.field_id: field.field for field in read(fields_shown, filters)}
    if len(found) <= MOST_FIELDS:
        return ()
    return tuple(
        show.multiselect(
            f"Drawn here, of {len(found)} fields",
            list(found),
            list(found)[:MOST_FIELDS],
            format_func=lambda one: found.get(one, one),
            max_selections=MOST_FIELDS,
            key=f"drawn_{digest(*found)}",
            help=f"{capital(number(MOST_FIELDS))} fit. Sentences are over all fields, so is "
            "the table below.",
        )
    )


def weighing(filters: Filters, chosen: tuple[str, ...]) -> None:
    """Limits first, then points, then the ranking; each drawn when it is opened."""
    counts = read(what_counts, EVERYTHING)
    label = "My limits, and what counts how much"
    if isinstance(viewer(), Share):
        label = "Their limits, and what counts how much"
    setting = show.expander(label, key="what_counts", on_change="rerun", icon=":material/tune:")
    if setting.open:
        with setting:
            _limits(counts)
            _weights(counts)
    ranking = st.expander(
        QUESTION, key="ranking", on_change="rerun", icon=":material/balance:", expanded=counts.given
    )
    if ranking.open:
        with ranking:
            _ranking(filters, chosen)


def _limits(counts: WhatCounts) -> None:
    st.subheader("Limits", anchor=False)
    st.caption(
        "A field in which nothing that was told keeps to a limit stands below the line, with the "
        "reason. A field that nothing is known of does not miss it."
    )
    if isinstance(viewer(), Share):
        show.markdown(limits_in_words(counts))
        return
    have = counts.limits
    with st.form(f"limits_{_version(counts)}", border=False):
        with st.container(horizontal=True):
            pay = show.text_input(
                f"Least entry pay, {counts.currency} a year", amount_phrase(have.least_pay)
            )
            months = st.number_input(
                "Most months to enter", 0, MOST_MONTHS, have.most_months, placeholder="any"
            )
            cost = show.text_input(
                f"Most cost to enter, {counts.currency}", amount_phrase(have.most_cost)
            )
        themes = show.multiselect(
            "Deal-breakers",
            counts.themes,
            counts.deal_breakers,
            accept_new_options=True,
            placeholder="What I will not put up with",
            help="A field is ruled out where two people or more, and at least half of those asked "
            "about their days, call it hard.",
        )
        pressed = st.form_submit_button("Save the limits")
    if pressed:
        saved("Saved.", lambda: _save_limits(counts.currency, pay, months, cost, themes))


def _save_limits(currency: str, pay: str, months: int | None, cost: str, themes: list[str]) -> None:
    write(
        set_limits,
        least_pay=read_amount(pay, currency, period="year"),
        most_months=months,
        most_cost=read_amount(cost, currency),
        deal_breakers=themes,
    )


def _weights(counts: WhatCounts) -> None:
    """Sliders and ends; what differs from what is kept is a trial until it is saved."""
    coach = isinstance(viewer(), Share)
    st.subheader("What counts how much", anchor=False)
    st.caption(
        "Nobody gave points yet: all criteria count the same."
        if not counts.weights.given
        else "These are the explorer's points. Yours are tried here and kept nowhere."
        if coach
        else "0 points: it does not count."
    )
    if not counts.pay_known and not coach:
        st.caption(
            "Pay and cost wait until you say on Profile what you earn now, or set their ends."
        )
    tried: dict[str, Weight] = {one.criterion: one for one in _trial() or counts.weights.each}
    with st.grid(2, min_column_width=300):
        made = tuple(_one(kept, tried[kept.criterion], counts) for kept in counts.weights.each)
    differs = made != counts.weights.each
    st.session_state[TRIAL] = made if differs else None
    wrong = [NAMES[one.criterion] for one in made if turned(one, _ends(one, counts))]
    if wrong:
        show.error(f"{listed(wrong)}: more pay, less cost and fewer months are what counts more.")
        st.session_state[TRIAL] = None
    same = counts.weights.given and not differs
    _keep_or_forget(made, differs=differs and not wrong, saved=same or bool(wrong))


def _ends(weight: Weight, counts: WhatCounts) -> tuple[float, float] | None:
    """The ends as they count: what is not set is as usual."""
    usual = counts.ends.get(weight.criterion) or (None, None)
    low, high = _shown(weight.nothing, usual[0]), _shown(weight.everything, usual[1])
    return None if low is None or high is None else (float(low), float(high))


def _one(kept: Weight, tried: Weight, counts: WhatCounts) -> Weight:
    """One criterion: its points, and its ends where they can be set."""
    name = kept.criterion
    key = f"{name}_{_version(counts)}"
    with st.container():
        points = show.slider(NAMES[name], 0, MOST_POINTS, tried.points, key=f"points_{key}")
        if name not in SETTABLE:
            return Weight(name, points)
        unit = "months" if name == "months" else counts.currency
        usual = counts.ends[name] or (None, None)
        with st.container(horizontal=True):
            ends = [
                show.number_input(
                    f"{words}, {unit}",
                    0,
                    MOST_END,
                    round(end) if end is not None else None,
                    key=f"{words}_{key}",
                    step=1 if name == "months" else 1_000,
                )
                for words, end in zip(
                    ("Counts nothing", "Counts all"),
                    (_shown(tried.nothing, usual[0]), _shown(tried.everything, usual[1])),
                    strict=True,
                )
            ]
    set_ends = (_set(end, had, use) for end, had, use in zip(ends, _both(kept), usual, strict=True))
    return Weight(name, points, *set_ends)


def _both(weight: Weight) -> tuple[int | None, int | None]:
    return weight.nothing, weight.everything


def _shown(mine: int | None, usual: float | None) -> float | None:
    return usual if mine is None else mine


def _set(end: int | None, had: int | None, usual: float | None) -> int | None:
    """An end left as it is by default is none that was set: it follows what one earns."""
    if had is None and usual is not None and end == round(usual):
        return None
    return end


def _keep_or_forget(made: tuple[Weight, ...], *, differs: bool, saved: bool) -> None:
    coach = isinstance(viewer(), Share)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not coach:
            st.button(
                "Save these points",
                on_click=lambda: saying("Saved.", lambda: write(set_weights, weights=made)),
                disabled=saved,
            )
        if differs:
            st.button("Back to those that are kept", on_click=_forget_trial, type="tertiary")
            st.caption("Tried below, not saved.")


def _forget_trial() -> None:
    """Other keys make the widgets anew, with what is kept."""
    st.session_state[TRIAL] = None
    st.session_state["trials"] = st.session_state.get("trials", 0) + 1


def _trial() -> tuple[Weight, ...] | None:
    found: tuple[Weight, ...] | None = st.session_state.get(TRIAL)
    return found


def _version(counts: WhatCounts) -> str:
    """What is kept, as a key: once it changes, the widgets begin anew with it."""
    kept = repr((counts, st.session_state.get("trials", 0)))
    return sha256(kept.encode()).hexdigest()[:12]


def _ranking(filters: Filters, chosen: tuple[str, ...]) -> None:
    trial = _trial()
    answer = read(weighed, filters, trial, chosen)
    if trial:
        st.caption("With the points tried above, which are not saved.")
    if answer.ranked:
        chart(
            "ranking",
            answer.drawing,
            question="How often does each field come first?",
            answer=answer.sentence,
            caption=answer.caption,
            filters=filters,
            about=ABOUT,
        )
        chart(
            "leads",
            answer.leads.drawing,
            question="What would turn it over?",
            answer=answer.turn,
            caption=answer.leads.caption,
            filters=filters,
        )
    else:
        show.info(answer.sentence, icon=":material/balance:")
    for remark in answer.remarks:
        show.caption(remark)
    if not answer.values.drawing.table.empty:
        chart(
            "values",
            answer.values.drawing,
            question="What does it rest on?",
            answer=Markdown(
                "Each field's value by each criterion, on your own scale from 0 to 100."
            ),
            caption=answer.values.caption,
            filters=filters,
        )


def below_the_line(fields: Sequence[Markdown]) -> None:
    """The fields that miss a limit, each with why."""
    if fields:
        with st.container(border=True):
            st.markdown("**Below the line**")
            show.markdown(Markdown("\n").join(Markdown("- {}").format(one) for one in fields))
