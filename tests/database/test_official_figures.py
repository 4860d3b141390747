"""A field held against official figures: the choice, the band, what lies outside, a link's view."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.compare import compare
from lib.answers.pay import Panel, PayAnswer, pay
from lib.answers.report import section
from lib.charts.base import Drawing
from lib.commands.occupations import hold_against, let_go
from lib.commands.profile import save_profile
from lib.commands.undo import undo
from lib.errors import Conflict, NotFound, Refused
from lib.filters import EVERYTHING
from lib.frames import Row, records
from lib.model import Field
from lib.queries.fields import fields
from lib.reference import occupations
from lib.reference.bringing import bring
from lib.reference.occupations import NATION
from lib.reference.wages import areas_of
from tests.conftest import an_explorer
from tests.factories import a_figure, a_link, a_person, an_interview, field_id, told

DEVELOPERS, ACTORS, OHIO = "15-1252", "27-2011", "3900000"


def tied(session: Session, me: Explorer, occupation: str = DEVELOPERS, area: str = NATION) -> None:
    field = field_id(session, me, "Data analyst")
    hold_against(session, me, field_id=field, occupation=occupation, area=area)


def said(session: Session, me: Explorer, *ends: tuple[int | None, int | None], **more: str) -> None:
    """A figure each, of a person each."""
    for place, (low, high) in enumerate(ends):
        figure = a_figure(low, high, **more)
        an_interview(session, me, person=a_person(f"P{place}"), salaries=(figure,))


def main(session: Session, viewer: Viewer) -> Panel:
    return answer(session, viewer).panels[0]


def answer(session: Session, viewer: Viewer) -> PayAnswer:
    return pay(session, viewer, EVERYTHING)


def grey(panel: Panel) -> list[Row]:
    return [row for row in records(panel.drawing.data["marks"]) if row["part"] == "official"]


def chosen(session: Session, me: Explorer) -> list[tuple[str, str]]:
    return told(fields(session, me, EVERYTHING), "occupation", "area")


def test_a_choice_is_kept_taken_back_and_ended(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    assert chosen(session, me) == [("", "")]
    field = field_id(session, me, "Data analyst")
    step = hold_against(session, me, field_id=field, occupation=DEVELOPERS, area=OHIO)
    assert chosen(session, me) == [(DEVELOPERS, OHIO)]
    let_go(session, me, field_id=field)
    assert chosen(session, me) == [("", "")]
    with pytest.raises(Conflict, match="later change back first"):
        undo(session, me, step)


def test_a_choice_can_be_undone(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    field = field_id(session, me, "Data analyst")
    step = hold_against(session, me, field_id=field, occupation=DEVELOPERS, area=OHIO)
    undo(session, me, step)
    assert chosen(session, me) == [("", "")]


@pytest.mark.parametrize(
    ("occupation", "area", "words"),
    [
        ("99-9999", NATION, "Choose one from the list"),
        ("", NATION, "Choose one from the list"),
        (DEVELOPERS, "9999999", "Choose another area"),
        (DEVELOPERS, "", "Choose another area"),
    ],
)
def test_a_choice_that_is_none_is_refused(
    session: Session, me: Explorer, occupation: str, area: str, words: str
) -> None:
    said(session, me, (60_000, 70_000))
    with pytest.raises(Refused, match=words):
        tied(session, me, occupation, area)
    assert chosen(session, me) == [("", "")]


def test_nobody_chooses_for_a_strangers_field(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    field = field_id(session, me, "Data analyst")
    stranger = an_explorer(session)
    with pytest.raises(NotFound):
        hold_against(session, stranger, field_id=field, occupation=DEVELOPERS, area=NATION)
    assert session.get_one(Field, (me.explorer_id, field)).occupation_code is None


def test_the_band_stands_behind_with_median_source_release_and_area(
    session: Session, me: Explorer
) -> None:
    said(session, me, (100_000, 120_000), (110_000, 130_000))
    tied(session, me)
    panel = main(session, me)
    ((low, high),) = [(row["x"], row["x2"]) for row in grey(panel)]
    assert (low, high) == (82_460, 214_670)
    median = [row for row in records(panel.drawing.data["marks"]) if row["part"] == "median"]
    assert [row["x"] for row in median] == [135_980]
    for words in ("Software Developers, United States", "May 2025", "Labor Statistics", "$136k"):
        assert words in panel.sources.replace("\\", "")
    assert panel.official == ""
    assert (
        panel.drawing.table["Official figures"].tolist()
        == ["$82k to $215k, official median $136k"] * 2
    )


def test_three_above_the_75th_percentile_are_named(session: Session, me: Explorer) -> None:
    said(session, me, (180_000, 190_000), (175_000, None), (200_000, 201_000), level="mid")
    tied(session, me)
    words = main(session, me).official.replace("\\", "")
    assert words == (
        "**Data analyst:** Mid pay lies above the official 75th percentile of all levels "
        "($172k) for 3 of 3 people."
    )


@pytest.mark.parametrize(("level", "people"), [("entry", 3), ("senior", 2)])
def test_entry_pay_and_two_people_are_drawn_without_a_sentence(
    session: Session, me: Explorer, level: str, people: int
) -> None:
    said(session, me, *[(180_000, 190_000)] * people, level=level)
    tied(session, me)
    assert main(session, me).official == ""
    assert grey(main(session, me))


def test_what_was_heard_lies_nowhere(session: Session, me: Explorer) -> None:
    said(session, me, (10_000, 11_000), whose="heard")
    tied(session, me)
    assert main(session, me).official == ""
    assert grey(main(session, me))


def test_one_of_three_below_the_tenth_is_not_most_of_them(session: Session, me: Explorer) -> None:
    ends = (50_000, 60_000), (100_000, 110_000), (100_000, 110_000)
    said(session, me, *ends, level="mid")
    tied(session, me)
    assert main(session, me).official == ""


def test_pay_by_the_hour_alone_has_no_band_and_says_so(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    tied(session, me, ACTORS)
    panel = main(session, me)
    assert grey(panel) == []
    assert "by the hour only" in panel.official
    assert panel.sources == ""


def test_what_was_not_released_is_said(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    tied(session, me, "15-1254", "0010180")
    panel = main(session, me)
    assert grey(panel) == []
    assert "were not released" in panel.official


def test_an_open_90th_percentile_is_drawn_to_the_edge(session: Session, me: Explorer) -> None:
    said(session, me, (200_000, 900_000))
    tied(session, me, "29-1211", "0024340")
    panel = main(session, me)
    reach = [r["x"] for r in records(panel.drawing.data["marks"]) if r["part"] == "reach"]
    ((low, high),) = [(row["x"], row["x2"]) for row in grey(panel)]
    assert (low, high) == (185_960, reach[1])
    assert "$186k to $385k or more" in panel.sources.replace("\\", "")


def test_another_currency_has_no_band_and_says_why(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    tied(session, me)
    save_profile(
        session, me, name="", base_currency="EUR", zone="UTC", hours_a_year=2080, current_pay=None
    )
    panel = main(session, me)
    assert grey(panel) == []
    assert "are in USD and are not converted" in panel.official


@pytest.mark.parametrize("more", [{"basis": "total"}, {"tax": "net"}, {"employed": "freelance"}])
def test_only_gross_base_pay_of_employees_is_held_against_it(
    session: Session, me: Explorer, more: dict[str, str]
) -> None:
    said(session, me, (60_000, 70_000), **more)
    tied(session, me)
    panel = main(session, me)
    assert grey(panel) == []
    assert "without bonus, before tax, of employees" in panel.official


def behind_compare(drawing: Drawing) -> list[tuple[str, float, float]]:
    """The grey of one layout."""
    rows = [row for row in records(drawing.data["marks"]) if row["layout"] == "wide"]
    grey = [row for row in rows if row["part"] in {"official", "median"}]
    return [(row["part"], round(row["f0"], 3), round(row["f1"], 3)) for row in grey]


def test_compare_stands_before_the_same_figures_cut_where_its_scale_ends(
    session: Session, me: Explorer
) -> None:
    """From 82,460, the lowest of all, to the median of 135,980, the highest."""
    said(session, me, (100_000, 110_000), (104_000, 120_000))
    tied(session, me)
    for viewer in (me, a_link(session, me, "Data analyst")):
        told = compare(session, viewer, EVERYTHING)
        (area, middle) = behind_compare(told.drawing)
        assert area == ("official", 0.0, 1.0)
        assert middle[:2] == ("median", 1.0)
        assert "May 2025" in told.official
        row = told.drawing.table.query("Question == 'Entry pay'").iloc[0]
        assert row["Official figures"] == "$82k to $215k, official median $136k"
    let_go(session, me, field_id=field_id(session, me, "Data analyst"))
    told = compare(session, me, EVERYTHING)
    assert behind_compare(told.drawing) == []
    assert told.official == ""


def test_compare_says_why_there_is_no_grey(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    tied(session, me, ACTORS)
    told = compare(session, me, EVERYTHING)
    assert behind_compare(told.drawing) == []
    assert "by the hour only" in told.official


def test_the_report_tells_of_official_figures(session: Session, me: Explorer) -> None:
    said(session, me, *[(180_000, 190_000)] * 3, level="mid")
    tied(session, me)
    link = a_link(session, me, "Data analyst")
    parts = section(session, link, EVERYTHING, "Pay").parts
    words = " ".join(f"{part.answer} {part.caption}" for part in parts).replace("\\", "")
    assert "Mid pay lies above the official 75th percentile of all levels ($172k)" in words
    assert "Software Developers, United States" in words


def test_a_countrys_own_wages_stand_behind_pay_in_its_currency(
    session: Session, me: Explorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The figures are invented."""
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path))
    head = "title,area,currency,p10,p25,p50,p75,p90,year,source\n"
    bring(f"{head}Analytiker,Sachsen,EUR,30000,35000,40000,45000,,2025,Amt\n".encode())
    said(session, me, *[(50_000, 60_000)] * 3, currency="EUR", level="senior")
    code = occupations.search("Analytiker")[0].code
    tied(session, me, code, areas_of(code)[0])
    assert "are in EUR and are not converted" in main(session, me).official
    save_profile(
        session, me, name="", base_currency="EUR", zone="UTC", hours_a_year=2080, current_pay=None
    )
    panel = main(session, me)
    assert [row["x"] for row in grey(panel)] == [30_000]
    assert "Senior pay lies above the official 75th percentile" in panel.official
    assert "Analytiker, Sachsen" in panel.sources
    assert "Amt, 2025" in panel.sources.replace("\\", "")


def test_a_field_without_a_choice_is_named(session: Session, me: Explorer) -> None:
    said(session, me, (60_000, 70_000))
    assert answer(session, me).untied == ("Data analyst",)
    tied(session, me)
    assert answer(session, me).untied == ()


def test_a_link_sees_the_band_of_its_fields_and_only_over_what_it_may(
    session: Session, me: Explorer
) -> None:
    said(session, me, *[(180_000, 190_000)] * 3, level="mid")
    tied(session, me)
    an_interview(session, me, "Cook", salaries=(a_figure(),))
    cook = field_id(session, me, "Cook")
    hold_against(session, me, field_id=cook, occupation="35-2014", area=NATION)
    panel = main(session, a_link(session, me, "Data analyst"))
    assert [row["x"] for row in grey(panel)] == [82_460]
    assert "Mid pay lies above" in panel.official
    assert "Cook" not in panel.sources + panel.official
    assert "Mid pay" in main(session, a_link(session, me, "Data analyst", threshold=3)).official
    assert answer(session, a_link(session, me, "Data analyst", threshold=4)).panels == ()
