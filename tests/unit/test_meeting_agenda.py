"""The question bank, and agendas that fit their minutes."""

from collections import Counter
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from lib.meeting.agenda import FLOW, HOST, WHOM, Wanted, fitted, length
from lib.meeting.bank import bank
from lib.words import TOPICS, Case

MANY = st.dictionaries(st.sampled_from(TOPICS), st.integers(0, 20))
PRESSING = st.lists(
    st.builds(
        Wanted, st.text(min_size=1), st.sampled_from(TOPICS), st.integers(1, 20), st.just("")
    ),
    max_size=6,
)
KEYS = st.sets(st.sampled_from([one.key for one in bank()]))


def test_the_bank_has_ninety_questions_and_more_for_every_topic_and_case() -> None:
    assert len(bank()) >= 90
    general = Counter(one.topic for one in bank() if not one.special)
    assert set(general) == set(TOPICS)
    assert min(general.values()) >= 7
    cases = Counter(one.special for one in bank() if one.special)
    assert set(cases) == set(get_args(Case)) - {""}
    assert min(cases.values()) >= 6


def test_every_question_is_its_own_and_one_question() -> None:
    texts = [one.text.casefold() for one in bank()]
    assert len(set(texts)) == len(texts)
    assert len({one.key for one in bank()}) == len(texts)
    assert [text for text in texts if not text.endswith("?") or text.count("?") > 1] == []
    assert {one.topic for one in bank()} <= set(TOPICS)
    assert all(1 <= one.minutes <= 10 for one in bank())


@given(st.integers(0, 240), MANY, PRESSING, KEYS)
def test_an_agenda_is_never_longer_than_its_frame(
    minutes: int, asked: dict[str, int], pressing: list[Wanted], leave_out: set[str]
) -> None:
    agenda = fitted(minutes, asked, pressing, leave_out)
    assert length([one.minutes for one in agenda]) <= minutes
    assert not {one.bank_key for one in agenda} & leave_out
    texts = [one.text for one in agenda]
    assert len(set(texts)) == len(texts)
    order = (*FLOW, None, WHOM)
    places = [order.index(one.topic) for one in agenda]
    assert places == sorted(places)


@given(st.integers(15, 60), MANY)
def test_what_nobody_was_asked_comes_in_and_the_end_is_theirs(
    minutes: int, asked: dict[str, int]
) -> None:
    agenda = fitted(minutes, asked)
    assert agenda[-2] == HOST
    assert agenda[-1].topic == WHOM
    if minutes >= 30:
        missing = {topic for topic in FLOW if not asked.get(topic)}
        assert missing <= {one.topic for one in agenda}
    assert minutes - length([one.minutes for one in agenda]) <= 1


def test_half_an_hour_for_a_field_where_pay_and_outlook_were_never_asked() -> None:
    """By hand: 2 + 2 at the end, 3 to open, then outlook 3 and pay 3, the contradiction 4, ..."""
    said = Wanted("Is the licence required?", "training", 4, "Two differ.", "contradiction")
    asked = {"day to day": 2, "skills": 2, "training": 2, "path": 1}
    agenda = fitted(30, asked, [said])
    assert [one.topic for one in agenda][:1] == ["day to day"]
    assert said in agenda
    assert {"outlook", "pay"} <= {one.topic for one in agenda}
    why = {one.topic: one.why for one in agenda}
    assert why["pay"] == "Nobody in this field was asked."
    assert why["path"] == "1 person in this field asked so far."
