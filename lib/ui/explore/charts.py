"""A chart on a screen: its question and answer, the marks that open, the evidence behind them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from lib.access.viewer import Share
from lib.answers.evidence import behind, opened
from lib.answers.limited import limited
from lib.answers.words import counted
from lib.charts.base import Drawing, Opening, picture
from lib.errors import NotFound
from lib.filters import Filters
from lib.frames import Row, figures_csv, records
from lib.markdown import Markdown, text
from lib.report.slide import file_name, slide
from lib.ui import show
from lib.ui.access.session import viewer
from lib.ui.explore.saying_narrowed import source_of
from lib.ui.reads import read
from lib.ui.sharing.at_figure import at_figure


class _Shown(NamedTuple):
    """A chart with its words."""

    name: str
    drawing: Drawing
    question: str
    answer: Markdown
    caption: Markdown
    filters: Filters


def chart(
    name: str,
    drawing: Drawing,
    *,
    question: str,
    answer: Markdown,
    caption: Markdown,
    filters: Filters,
    about: str = "",
    folded: bool = False,
    figure: str = "",
) -> None:
    """The chart under its question, with its answer in words above and its count below.

    `about` stands behind an info sign: how the figures are counted. `folded`: its answer is
    there at once, the chart is drawn when somebody opens it, so that the screen stays quick.
    `figure`: its name where remarks are left on it, if that is another.
    """
    show.subheader(question, help=about or None, anchor=False)
    show.markdown(answer)
    one = _Shown(name, drawing, question, answer, caption, filters)
    if not folded:
        _draw(one)
    else:
        shown = st.expander("Show the chart", key=f"show_{name}", on_change="rerun")
        if shown.open:
            with shown:
                _draw(one)
    at_figure(figure or name)


def _draw(one: _Shown) -> None:
    st.vega_lite_chart(
        one.drawing.filled,
        key=f"chart_{one.name}",
        on_select=lambda: _opened(one.name),
        selection_mode="pick",
        alt=one.question,  # in the specification: a sentence that changes would compile it anew
        width="stretch",
    )
    show.caption(one.caption)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _choose(one.name, one.drawing.openings, "Choose here, or click a mark")
        _downloads(one)
    if chosen:
        show_evidence(chosen.label, chosen.key, one.filters, place=one.name)


def _downloads(one: _Shown) -> None:
    """A picture for a text, one for a slide, and the figures."""
    source = source_of(one.filters)
    st.download_button(
        "Picture",
        lambda: picture(one.drawing, title=one.question, caption=text(one.caption)),
        f"fieldwork-{one.name}.svg",
        "image/svg+xml",
        key=f"picture_{one.name}",
        icon=":material/image:",
        on_click="ignore",
    )
    st.download_button(
        "Slide",
        lambda: slide(one.drawing, title=one.question, answer=text(one.answer), source=source),
        file_name(one.question),
        "image/png",
        key=f"slide_{one.name}",
        icon=":material/slideshow:",
        on_click="ignore",
        help="One picture with title, answer and source.",
    )
    st.download_button(
        "Figures",
        lambda: figures_csv(one.drawing.table),
        f"fieldwork-{one.name}.csv",
        "text/csv",
        key=f"csv_{one.name}",
        icon=":material/table:",
        on_click="ignore",
    )


def open_evidence(name: str, openings: Sequence[Opening], filters: Filters) -> None:
    """The select box of what stands in a table instead of a chart."""
    if chosen := _choose(name, openings, "Choose here"):
        show_evidence(chosen.label, chosen.key, filters, place=name)


def _choose(name: str, openings: Sequence[Opening], placeholder: str) -> Opening | None:
    """What is to be opened; a click on a mark may have set it."""
    known = {opening.key: opening for opening in openings}
    chosen = show.selectbox(
        "Open the evidence for ...",
        list(known),
        index=None,
        format_func=lambda key: known[key].label if key in known else key,
        key=f"open_{name}",
        placeholder=placeholder,
    )
    return known.get(chosen) if chosen else None


def _opened(name: str) -> None:
    """A click on a mark sets the select box below the chart."""
    picked: list[dict[str, Any]] = st.session_state[f"chart_{name}"].selection.get("pick") or []
    if picked:
        st.session_state[f"open_{name}"] = picked[-1]["key"]


def show_evidence(label: str, key: str, filters: Filters, *, place: str) -> None:
    """Who said it, when, in which words: the conversations behind one mark.

    `place` tells the same mark of two charts of one page apart.
    """
    try:
        found = read(opened, filters, key)
    except NotFound as gone:
        show.info(str(gone))
        return
    rows = found.rows
    with st.container(border=True):
        show.markdown(Markdown("**{}**  \n{}").format(label, _count(rows)))
        for remark in found.remarks:
            show.markdown(Markdown("- {}").format(remark))
        for field, there in _by_field(rows):
            if len(there) < len(rows):
                show.markdown(Markdown("**{}**: {}").format(field, _count(there)))
            with st.grid(2, min_column_width=300):
                for _, said in there.groupby(["interview_id", "person_id"], sort=False):
                    with st.container():
                        _one(records(said), found.led)
                        _else(records(said), key, filters, place)


def _by_field(rows: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """The rows of each field, the one with the most people first."""
    fields = [(str(field), there) for field, there in rows.groupby("field", sort=True)]
    return sorted(fields, key=lambda one: -one[1]["person_id"].nunique())


def _count(rows: pd.DataFrame) -> str:
    """How many people, in how many conversations; employers, where some share one and all count."""
    people, talks = rows["person_id"].nunique(), rows["interview_id"].nunique()
    alone = rows.loc[rows["employer"] == "", "person_id"].nunique()
    groups = rows.loc[rows["employer"] != "", "employer"].nunique() + alone
    words = [counted(people, "person", "people"), counted(talks, "conversation")]
    told = groups < people and not limited(viewer())
    return ", ".join([*words, counted(groups, "employer")] if told else words)


def _else(said: list[Row], key: str, filters: Filters, place: str) -> None:
    """What else this person said, by topic; read when it is opened."""
    first, shown = said[0], {(row["interview_id"], row["said"], row["quote"]) for row in said}
    state = f"else_{place}_{key}_{first['field']}_{first['interview_id']}_{first['person_id']}"
    with st.expander("What else they said", on_change="rerun", key=state, type="compact") as more:
        if not more.open:
            return
        rows = records(read(behind, filters, f"person/{first['person_id']}"))
        rest = [r for r in rows if (r["interview_id"], r["said"], r["quote"]) not in shown]
        lines = [
            Markdown("- *{}*, {}").format(row["kind"], _words(row))
            for row in rest
            if row["said"] or row["quote"]
        ]
        show.markdown(Markdown("\n").join(lines) or "Nothing else is written down.")


def _words(row: Row) -> Markdown:
    quote = Markdown("“{}”").format(row["quote"]) if row["quote"] else ""
    return Markdown(": ").join(part for part in (row["said"], quote) if part)


def _one(said: list[Row], led: dict[str, str]) -> None:
    """One conversation: who, where, when, each thing said with its words, what it led to."""
    first = said[0]
    parts = [part for part in (first["person"], first["organisation"]) if part]
    lines = [
        Markdown("**{0}** · {1} · {2.day} {2:%B %Y}").format(
            ", ".join(parts), first["field"], first["held_on"]
        ),
        "",
    ]
    for row in said:
        lines.append(
            Markdown("- {}").format(_words(row))
            + Markdown(" :material/lock: private") * row["private"]
        )
        if row["note"] and row["note"] != row["quote"]:
            lines.append(Markdown("  - Note: {}").format(row["note"]))
    if first["interview_id"] in led:
        lines += ["", Markdown("This talk led to {}.").format(led[first["interview_id"]])]
    show.markdown(Markdown("\n").join(lines))
    if isinstance(viewer(), Share):
        return
    st.page_link(
        "pages/interviews/record.py",
        label="Open the conversation",
        query_params={"interview": first["interview_id"]},
    )
