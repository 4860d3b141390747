"""What is good, what is hard, and where the fields are going, as told."""

from collections import Counter, defaultdict
from dataclasses import dataclass

import pandas as pd
from sqlalchemy.orm import Session

from lib import statistics
from lib.access.viewer import Viewer
from lib.answers.fields import FieldShown, fields_shown
from lib.answers.limited import brief, why_not
from lib.answers.projected import projected
from lib.answers.skills_told import asked_about, people_asked_about, why_none
from lib.answers.words import FEWEST_IN_WORDS, counted, listed, so_many, some
from lib.charts.base import Drawing
from lib.charts.day_to_day import aspects_told, outlook_told
from lib.filters import Filters
from lib.frames import records
from lib.markdown import Markdown, bold
from lib.queries.voices import aspects, outlooks
from lib.text import fold

MOST_THEMES = 16
DIRECTIONS = ("growing", "steady", "changing", "shrinking")


@dataclass(frozen=True)
class DayToDayAnswer:
    """Themes and directions, each with its words; `left_out` themes were named least."""

    themes: Drawing
    sentence: Markdown
    caption: Markdown
    left_out: int
    none: str
    """Why there is no theme at all."""
    outlook: Drawing
    outlook_sentence: Markdown
    outlook_caption: Markdown
    projected: tuple[Markdown, ...]
    """What official projections say of the same fields, where they were brought."""


def day_to_day(session: Session, viewer: Viewer, filters: Filters) -> DayToDayAnswer:
    """Themes sorted by upsides less downsides; directions by field."""
    shown = fields_shown(session, viewer, filters)
    told = aspects(session, viewer, filters)
    dots = _dots(told, shown)
    order = _order(dots)
    drawn = dots[dots["theme"].isin(order[:MOST_THEMES])]
    drawn = drawn.assign(rank=drawn["theme"].map(order.index)).sort_values("rank", kind="stable")
    people = people_asked_about(session, viewer, filters, "day to day", shown)
    outlook, direction, words = _outlook(session, viewer, filters, shown)
    return DayToDayAnswer(
        themes=aspects_told(
            drawn, pd.DataFrame([(f.field, f.tone) for f in shown], columns=["field", "tone"])
        ),
        sentence=why_not(viewer)
        or Markdown(" ").join(filter(None, (_sentence(dots, people), _leanings(told, shown)))),
        caption=Markdown(
            "{} asked about the day to day; a dot a person and theme, in the field's colour. "
            "Sorted by good less hard. One who speaks about two fields stands in each."
        ).format(so_many(people)),
        left_out=max(len(order) - MOST_THEMES, 0),
        none="" if order else why_none(session, viewer, filters, "day to day", shown),
        outlook=outlook,
        outlook_sentence=direction,
        outlook_caption=words,
        projected=projected(shown),
    )


def _dots(told: pd.DataFrame, shown: list[FieldShown]) -> pd.DataFrame:
    """One row a person, field, side and theme; spellings that fold alike are one theme."""
    fields = {field.field_id: field for field in shown}
    names: dict[str, str] = {}
    rows = [
        {
            "theme": names.setdefault(fold(row["theme"]), row["theme"]),
            "side": row["side"],
            "field": fields[row["field_id"]].field,
            "tone": fields[row["field_id"]].tone,
            "place": shown.index(fields[row["field_id"]]),
            "person_id": row["person_id"],
            "person": row["person"],
        }
        for row in records(told)
        if row["theme"] and row["field_id"] in fields
    ]
    columns = ["theme", "side", "field", "tone", "place", "person_id", "person"]
    table = pd.DataFrame(rows, columns=columns).drop_duplicates(
        ["theme", "side", "field", "person_id"]
    )
    return table.sort_values(["place", "person"], kind="stable", ignore_index=True)


def _order(dots: pd.DataFrame) -> list[str]:
    """The themes named most, then sorted by upsides less downsides."""
    counts = Counter(dots["theme"])
    most = [theme for theme, _ in counts.most_common(MOST_THEMES)]
    rest = [theme for theme in counts if theme not in most]
    good = Counter(dots.loc[dots["side"] == "upside", "theme"])
    most.sort(key=lambda theme: (counts[theme] - 2 * good[theme], theme))
    return [str(theme) for theme in (*most, *rest)]


def _sentence(dots: pd.DataFrame, people: int) -> Markdown:
    """What most people call good and hard; all that as many do."""
    words = []
    for side, how in (("upside", "good"), ("downside", "hard")):
        here = dots[dots["side"] == side]
        counts = here.groupby("theme", sort=False)["person_id"].nunique()
        tops = [str(theme) for theme, count in counts.items() if count == counts.max()]
        if tops:
            verb, each = ("is", "") if len(tops) == 1 else ("are", " each")
            names = some([bold(theme) for theme in sorted(tops)])
            words.append(Markdown("{} {} {} for {}{}").format(names, verb, how, counts.max(), each))
    return (
        Markdown("Of {} asked, {}.").format(
            counted(people, "person", "people"), Markdown(" and ").join(words)
        )
        if words
        else Markdown("")
    )


def _leanings(told: pd.DataFrame, shown: list[FieldShown]) -> Markdown:
    """Where the good weighs most and least: a mean over people, so that nobody decides alone."""
    tenths: dict[int, list[str]] = defaultdict(list)
    for field in shown:
        mine = told[told["field_id"] == field.field_id]
        sides = (Counter(one["side"]) for _, one in mine.groupby("person_id"))
        share = statistics.leaning((c["upside"], c["downside"]) for c in sides).share
        if share is not None:
            tenths[round(share * 10)].append(field.field)
    if not tenths:
        return Markdown("")
    best, least = max(tenths), min(tenths)
    names = listed([bold(name) for name in tenths[best]])
    words = Markdown("Each person weighing the same, of ten things named {} are good in {}").format(
        best, names
    )
    return (
        Markdown("{} and {} in {}.").format(words, least, listed(tenths[least]))
        if least < best
        else Markdown("{}.").format(words)
    )


def _outlook(
    session: Session, viewer: Viewer, filters: Filters, shown: list[FieldShown]
) -> tuple[Drawing, Markdown, Markdown]:
    asked = asked_about(session, viewer, filters, "outlook")
    told = outlooks(session, viewer, filters)
    said = Counter(zip(told["field_id"], told["direction"], strict=True))
    rows = [
        (f.field_id, f.field, f.tone, of, str(of), d, said[f.field_id, d])
        for d in DIRECTIONS
        for f in shown
        for of in (asked.get(f.field_id, 0),)
    ]
    cells = pd.DataFrame(
        rows, columns=["field_id", "field", "tone", "asked", "of", "direction", "voices"]
    )
    people = people_asked_about(session, viewer, filters, "outlook", shown)
    caption = Markdown(
        "{} asked where the field is going, in brackets by field. 3/5: said by 3 of the 5 asked, "
        "paler where fewer than {} were. Hatched: nobody was asked."
    ).format(so_many(people), FEWEST_IN_WORDS)
    drawing = outlook_told(cells.assign(count=brief(cells["of"])))
    return drawing, _directions(told, shown, asked), caption


def _directions(told: pd.DataFrame, shown: list[FieldShown], asked: dict[str, int]) -> Markdown:
    """What more than half say of each field; where they differ, are too few, or were not asked."""
    found: dict[str, list[str]] = defaultdict(list)
    for field in shown:
        said = list(told.loc[told["field_id"] == field.field_id, "direction"])
        of = asked.get(field.field_id, 0)
        most = statistics.majority(said, of)
        share = f" ({said.count(most)} of {of})" if most else ""
        found[most or _why_none(of)].append(field.field + share)
    words = [
        Markdown("More than half of those asked say **{}** in {}.").format(
            direction, listed(found[direction])
        )
        for direction in DIRECTIONS
        if direction in found
    ]
    for most, why in _WITHOUT.items():
        if most in found:
            words.append(Markdown("{} {}.").format(why, some(found[most])))
    return Markdown(" ").join(words)


def _why_none(asked: int) -> str:
    if not asked:
        return "not asked"
    return "no majority" if asked >= statistics.FEWEST else "too few"


_WITHOUT = {
    "no majority": "No direction was named by more than half of those asked in",
    "too few": f"Fewer than {FEWEST_IN_WORDS} people were asked in",
    "not asked": "Nobody was asked in",
}
