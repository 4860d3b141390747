"""The report for a coach: the same answers as the screens, in the order in which one reads them.

Its viewer is a Share like that of a link, so that nothing a link would hide is ever selected.
Sentences hold the little Markdown that answers are written in; tables and titles are as typed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.answers.compare import compare
from lib.answers.current_field import current_work
from lib.answers.data_say import NOTHING
from lib.answers.day_to_day import day_to_day
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.first_page import WHICH, first_page
from lib.answers.getting_in import getting_in
from lib.answers.ladders import ladders
from lib.answers.overview import coverage
from lib.answers.pay import pay
from lib.answers.payback_told import COUNTED, payback_told
from lib.answers.report_opening import Opening
from lib.answers.report_words import in_words
from lib.answers.skills import SkillsAnswer, skills
from lib.answers.skills_told import why_none
from lib.answers.weighing import WeighedAnswer, weighed
from lib.answers.what_counts import weights_given
from lib.charts.base import Drawing
from lib.filters import Filters
from lib.markdown import Markdown, shown

WORDS = "In words"
NO_WORDS = Markdown("")
O_NET = Markdown(
    "Names of skills: O\\*NET 30.3, U.S. Department of Labor, CC BY 4.0, modified; and their own."
)


@dataclass(frozen=True)
class Part:
    """One question: its answer, and the chart or the table that it rests on; or words alone."""

    question: str
    answer: Markdown
    caption: Markdown = NO_WORDS
    drawing: Drawing | None = None
    table: pd.DataFrame | None = None
    points: tuple[Markdown, ...] = ()
    """Sentences that stand each by itself."""


@dataclass(frozen=True)
class Section:
    """What one screen answers."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Report:
    """An opening page and a section a screen."""

    opening: Opening
    sections: tuple[Section, ...]


def titles(worded: bool) -> tuple[str, ...]:
    """The sections in order; words have one where some were released."""
    return tuple(title for title in _SECTIONS if worded or title != WORDS)


def section(session: Session, viewer: Share, filters: Filters, title: str) -> Section:
    """One section of everything that this viewer may read."""
    shown = fields_shown(session, viewer, filters)
    return Section(title, tuple(_SECTIONS[title](session, viewer, filters, shown)))


Parts = Iterator[Part]
Shown = list[FieldShown]


def _in_short(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    """The answers first, as a coach's own first page has them."""
    first = first_page(session, viewer, filters)
    yield Part(WHICH, NO_WORDS, points=first.fields)
    if first.now:
        yield Part("Now, and wanted", first.now)
    yield Part("Where it leans", NO_WORDS, points=first.leans)
    if first.missing:
        yield Part("What is missing", NO_WORDS, points=first.missing)
    if first.next:
        yield Part("What would help next", first.next)
    said = tuple(one.words for one in first.said)
    words = Markdown(" ").join(filter(None, (first.compared, None if said else NOTHING)))
    yield Part("What do the conversations say?", words, points=said)
    differ = tuple(one.words for one in first.differ)
    if differ:
        yield Part("Where do people contradict each other?", NO_WORDS, points=differ)
    now = current_work(session, viewer, filters)
    if now.line:
        yield Part("Work now: growing or a dead end?", now.line)


def _asked(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    answer = coverage(session, viewer, filters)
    question = "What was asked, and what not yet?"
    yield Part(question, answer.sentence, answer.caption, answer.drawing)


def _compare(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    answer = compare(session, viewer, filters)
    caption = answer.caption
    if answer.left_out:
        caption += f" {answer.left_out} more fields, those with the fewest people, stand below."
    caption = Markdown(" ").join(filter(None, (caption, answer.official)))
    yield Part("How do the fields compare?", answer.sentence, caption, answer.drawing)
    if answer.left_out:
        yield Part(f"All {len(answer.every)} fields", NO_WORDS, table=answer.every)
    if answer.below:
        yield Part("Which fields miss a limit?", NO_WORDS, points=answer.below)
    if weights_given(session, viewer, filters).given:
        yield from _weighed(weighed(session, viewer, filters))


def _weighed(answer: WeighedAnswer) -> Parts:
    """By the explorer's own points; without any, nothing is weighed."""
    if answer.ranked:
        question, drawing = "How often does each field come first?", answer.drawing
        yield Part(question, answer.sentence, answer.caption, drawing)
        yield Part("What would turn it over?", answer.turn)


def _skills(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    answer = skills(session, viewer, filters)
    if not answer.found:
        yield Part("Which skills carry over?", shown(answer.none))
        return
    caption = answer.caption + _first(answer) + " " + O_NET
    yield Part("Which skills carry over?", answer.sentence, caption, answer.drawing)
    worth, question = answer.worth, "Which are worth showing, which worth learning?"
    yield Part(question, worth.sentence, worth.caption, worth.drawing)
    if answer.rated:
        gaps = answer.gaps
        question = "How much of what a field requires is there?"
        yield Part(question, gaps.sentence, gaps.caption, gaps.drawing)
        following, question = answer.following, "What would one more skill open?"
        drawn = bool(following.drawing.openings)
        drawing, caption = (following.drawing, following.caption) if drawn else (None, NO_WORDS)
        yield Part(question, following.sentence, caption, drawing)


def _first(answer: SkillsAnswer) -> str:
    words = ""
    if answer.found > answer.shown:
        words += f" The first {answer.shown} of {answer.skills:,} skills."
    if answer.fields > answer.fields_drawn:
        words += f" {answer.fields_drawn} of {answer.fields} fields are drawn, all are counted."
    return words


def _getting_in(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    ways, question = getting_in(session, viewer, filters), "How do people get in?"
    if ways.drawing.openings:
        yield Part(question, ways.sentence, ways.caption, ways.drawing)
    else:
        yield Part(question, shown(ways.none))
    if not ways.payback.empty:
        table, question = payback_told(ways.payback), "When does it pay back?"
        yield Part(question, COUNTED + ways.payback_words, table=table)
    path, question = ladders(session, viewer, filters), "Where does it lead?"
    if path.drawing.openings:
        yield Part(question, path.sentence, path.caption, path.drawing)
    else:
        yield Part(question, shown(path.none))


def _pay(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    answer = pay(session, viewer, filters)
    if not answer.panels and answer.loose.empty:
        why = why_none(session, viewer, filters, "pay", fields)
        yield Part("What is paid, and do they agree?", shown(why))
    for place, panel in enumerate(answer.panels):
        first = place == 0
        question = "What is paid, and do they agree?" if first else panel.title
        words = panel.titled if first else panel.sentence
        words = Markdown("\n\n").join(part for part in (words, panel.official) if part)
        caption = Markdown(" ").join(part for part in (panel.caption, panel.sources) if part)
        yield Part(question, words, caption, panel.drawing)
    if not answer.loose.empty:
        words = Markdown(
            "No currency or no period was said, or there is no rate for the currency in that year, "
            "so these have no place on an axis."
        )
        yield Part("As it was said", words, table=answer.loose)


def _day_to_day(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    answer = day_to_day(session, viewer, filters)
    if answer.themes.openings:
        caption = answer.caption
        if answer.left_out:
            caption += f" {answer.left_out} themes that were named less often do not fit."
        yield Part("What is good, what is hard?", answer.sentence, caption, answer.themes)
    else:
        yield Part("What is good, what is hard?", shown(answer.none))
    if answer.outlook.openings:
        words, caption = answer.outlook_sentence, answer.outlook_caption
        yield Part("Where is the field going?", words, caption, answer.outlook)
    if answer.projected:
        yield Part("What is projected officially?", NO_WORDS, points=answer.projected)


def _words(session: Session, viewer: Share, filters: Filters, fields: Shown) -> Parts:
    for field, table in in_words(session, viewer, filters, fields):
        yield Part(field, NO_WORDS, table=table)


_SECTIONS: dict[str, Callable[[Session, Share, Filters, Shown], Parts]] = {
    "In short": _in_short,
    "What was asked": _asked,
    "Compare": _compare,
    "Skills": _skills,
    "Getting in": _getting_in,
    "Pay": _pay,
    "Day to day": _day_to_day,
    WORDS: _words,
}
