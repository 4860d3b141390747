"""What the conversations say of pay: how far people agree, and against official figures."""

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Viewer
from lib.answers.data_say import contradictions, data_say
from lib.answers.evidence import behind
from lib.answers.sentence import Sentence
from lib.commands.occupations import hold_against
from lib.filters import EVERYTHING
from lib.reference.occupations import NATION
from tests.factories import a_figure, a_link, a_person, an_interview, field_id

Ends = tuple[int | None, int | None]


def of_pay(session: Session, viewer: Viewer) -> list[Sentence]:
    return [one for one in data_say(session, viewer, EVERYTHING).sentences if one.kind == "pay"]


def words(session: Session, viewer: Viewer) -> list[str]:
    return [one.words.replace("\\", "") for one in of_pay(session, viewer)]


def said(session: Session, me: Explorer, *ends: Ends, firm: str = "", **more: object) -> None:
    """A figure each in thousands, of a person and an employer each."""
    for place, thousands in enumerate(ends):
        low, high = (None if end is None else 1_000 * end for end in thousands)
        name = f"{more.get('whose', 'own')} {more.get('year', '')} {place}"
        person = a_person(name, organisation=firm or f"Firm of {name}")
        an_interview(session, me, "Nurse", person=person, salaries=(a_figure(low, high, **more),))


@pytest.mark.parametrize(
    ("ranges", "told"),
    [
        (
            ((50, 60), (55, 70), (58, 65), (80, 90)),
            "is agreed on: 3 of 4 people's figures share $58k to $60k.",
        ),
        (
            ((50, 70), (50, 70), (50, 55), (65, 70)),
            "is agreed on: 3 of 4 people's figures share $50k to $55k, and 3 share $65k to $70k.",
        ),
        (
            ((40, 61), (47, 68), (54, 75), (61, 82), (68, 89), (75, 96)),
            "is not agreed on: no more than 3 of 6 people's figures share any stretch of "
            "$40k to $96k.",
        ),
        (
            ((40, 50), (42, 50), (80, 90), (82, 90)),
            "splits: 2 of 4 people's figures share $42k to $50k, and 2 share $82k to $90k.",
        ),
        (
            ((40, 50), (40, 50), (40, 50), (80, 90), (80, 90)),
            "splits: 3 of 5 people's figures share $40k to $50k, and 2 share $80k to $90k.",
        ),
        (
            ((40, 52), (42, 54), (50, 62), (51, 63), (60, 72), (61, 73)),
            "has gaps: half of them meet between $50k and $63k, with gaps: 4 of 6 people's "
            "figures share $51k to $52k, and 4 share $61k to $62k.",
        ),
    ],
)
def test_how_far_they_agree_in_words(
    session: Session, me: Explorer, ranges: tuple[Ends, ...], told: str
) -> None:
    said(session, me, *ranges)
    assert words(session, me) == [f"**Entry pay in Nurse** {told}"]
    splits = [one for one in contradictions(session, me, EVERYTHING) if one.kind == "pay"]
    assert bool(splits) == told.startswith("splits")


def test_the_strength_is_that_of_those_who_share_a_stretch(session: Session, me: Explorer) -> None:
    """3 of 4: 0.30; 2 against 2 of 4: twice 0.15."""
    said(session, me, (50, 60), (55, 70), (58, 65), (80, 90))
    assert [one.strength for one in of_pay(session, me)] == [pytest.approx(0.301, abs=0.001)]


def test_a_split_is_twice_as_strong_as_its_smaller_side(session: Session, me: Explorer) -> None:
    said(session, me, (40, 50), (42, 50), (80, 90), (82, 90))
    assert [one.strength for one in of_pay(session, me)] == [pytest.approx(0.300, abs=0.001)]


@pytest.mark.parametrize(
    "ranges",
    [
        ((60, 60), (62, 62), (65, 65)),
        ((50, 60), (60, 70), (70, 80)),
        ((50, 60), (50, 60)),
        ((50, 60), (50, 60), (50, None)),
    ],
)
def test_nothing_is_said_where_nobody_shares_a_figure_or_fewer_than_three_named_both_ends(
    session: Session, me: Explorer, ranges: tuple[Ends, ...]
) -> None:
    said(session, me, *ranges)
    assert words(session, me) == []


def test_one_employer_alone_carries_no_sentence(session: Session, me: Explorer) -> None:
    said(session, me, (50, 60), (50, 60), (50, 60), firm="Acme")
    assert words(session, me) == []


def test_who_opens_behind_a_sentence_and_is_not_counted_is_named(
    session: Session, me: Explorer
) -> None:
    said(session, me, (50, 60), (50, 60), (50, 60), (50, 60))
    said(session, me, (90, 95), (91, 95), whose="heard")
    said(session, me, (20, 25), year=2010)
    said(session, me, (90, None), whose="seen")
    (only,) = of_pay(session, me)
    assert only.words.replace("\\", "") == (
        "**Entry pay in Nurse** is agreed on: 4 of 4 people's figures share $50k to $60k, and "
        "two who only heard, one with older figures only and one whose figures have an open end."
    )
    assert only.people == 8
    assert behind(session, me, EVERYTHING, only.key)["person_id"].nunique() == 8


def test_old_figures_carry_no_sentence(session: Session, me: Explorer) -> None:
    said(session, me, (50, 60), (50, 60), (50, 60), year=1996)
    assert words(session, me) == []


def test_a_band_over_several_currencies_names_the_places(session: Session, me: Explorer) -> None:
    said(session, me, (70, 90), (70, 90), place="Boise", year=2025)
    said(session, me, (60, 75), currency="CHF", place="Zurich", year=2024)
    assert words(session, me)[0].endswith("Zurich and Boise together.")


def against_official(session: Session, me: Explorer, *ends: Ends, **more: object) -> list[str]:
    """Sentences that name an official figure; the 25th percentile is 105,210."""
    said(session, me, *ends, **{"level": "mid", "year": 2025, **more})  # type: ignore[arg-type]
    hold_against(
        session, me, field_id=field_id(session, me, "Nurse"), occupation="15-1252", area=NATION
    )
    return [one for one in words(session, me) if "official" in one]


def test_pay_outside_the_official_figures_is_said_of_most_people(
    session: Session, me: Explorer
) -> None:
    assert against_official(session, me, (90, 95), (85, 100), (100, 110)) == [
        "**Mid pay in Nurse** lies below the official 25th percentile of all levels "
        "($105k) for 2 of 3 people."
    ]
    link = a_link(session, me, "Nurse", threshold=2)
    assert not any("official" in one for one in words(session, link)), "2 of at most 4"
    assert words(session, a_link(session, me, "Nurse", threshold=3)) == []


def test_the_farther_percentile_is_named_where_most_lie_beyond_it(
    session: Session, me: Explorer
) -> None:
    found = against_official(session, me, (60, 70), (50, 60), (84, 85), level="senior")
    assert "below the official 10th percentile" in found[0]


@pytest.mark.parametrize(
    "ends", [((60, 70), (61, 71)), ((60, 70), (60, 71), (120, 130), (125, 130)), ((60, None),) * 3]
)
def test_two_people_half_of_them_or_open_ends_carry_no_sentence(
    session: Session, me: Explorer, ends: tuple[Ends, ...]
) -> None:
    assert against_official(session, me, *ends) == []


@pytest.mark.parametrize(
    "more",
    [
        {"level": "entry"},
        {"year": 2023},
        {"currency": "CAD"},
        {"whose": "heard"},
        {"basis": "total"},
        {"tax": "net"},
    ],
)
def test_only_recent_own_pay_of_no_entry_level_in_the_releases_currency_is_compared(
    session: Session, me: Explorer, more: dict[str, object]
) -> None:
    assert against_official(session, me, *(((60, 70),) * 3), **more) == []


@pytest.mark.parametrize("more", [{"year": 2024}, {"level": "unstated"}, {"level": "senior"}])
def test_what_may_be_compared(session: Session, me: Explorer, more: dict[str, object]) -> None:
    (found,) = against_official(session, me, *(((60, 70),) * 3), **more)
    assert "for 3 of 3 people." in found
    assert found.startswith("**Pay whose level was not said") == ("unstated" in more.values())


def test_who_is_not_compared_is_named_beside(session: Session, me: Explorer) -> None:
    said(session, me, (60, 70), whose="heard", level="mid")
    (found,) = against_official(session, me, *(((60, 70),) * 3))
    assert found.endswith("for 3 of 3 people, and one whose figures are not compared.")
