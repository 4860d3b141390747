"""A message that asks for time and never for a job, and how a mail program opens it."""

from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default
from itertools import product
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.meeting.asking import Facts, ask, asking_for_a_job, second, times_to_offer
from lib.meeting.hours import WorkingDay
from lib.meeting.mail import address_in, eml, mailto

TONES, LENGTHS = ("warm", "plain", "formal"), ("short", "long")
WHOLE = Facts(
    *("Rosa Ito", "State labor department", "Environmental health", "Lorraine", 30),
    *("Ines Vega", "I teach chemistry.", ("day to day", "pay")),
    times_to_offer(date(2026, 11, 30), WorkingDay(), 30),
)


@pytest.mark.parametrize(("tone", "length"), list(product(TONES, LENGTHS)))
def test_a_message_says_who_why_what_how_long_when_and_that_it_is_about_no_opening(
    tone: str, length: str
) -> None:
    said = ask(WHOLE, tone=tone, length=length).text
    for part in ("Rosa Ito", "I teach chemistry.", "Lorraine", "Environmental health", "30 minutes",
                 "Friday 4 December at 10:00", "opening", "Ines Vega"):  # fmt: skip
        assert part in said
    assert asking_for_a_job(said) == ()
    assert length == "long" or len(said.split()) <= 130
    assert "{" not in said


def test_the_six_differ_and_the_long_one_says_what_one_wants_to_learn() -> None:
    texts = {(t, n): ask(WHOLE, tone=t, length=n).text for t, n in product(TONES, LENGTHS)}
    assert len(set(texts.values())) == 6
    for tone in TONES:
        assert len(texts[tone, "short"]) < len(texts[tone, "long"])
        assert "day to day and pay" in texts[tone, "long"]


@pytest.mark.parametrize("tone", TONES)
def test_nothing_known_leaves_no_hole(tone: str) -> None:
    for text in (*(ask(Facts(), tone=tone, length=n).text for n in LENGTHS),
                 second(Facts(), tone=tone).text):  # fmt: skip
        assert [hole for hole in ("{}", "  ", " ,", "\n\n\n", "None") if hole in text] == []
        assert asking_for_a_job(text) == ()


def test_a_second_message_says_that_it_is_the_last() -> None:
    assert "will not write again" in second(WHOLE, tone="warm").text
    assert "last week" in second(WHOLE, tone="plain").text


@pytest.mark.parametrize(
    "text",
    [
        "Do you have any openings?",
        "Are you hiring at the moment?",
        "I have attached my CV.",
        "I am looking for a job in your field.",
        "Could you hire me?",
        "Do you know of a vacancy?",
        "I would like to apply for a position with you.",
        "Please recommend me to your boss.",
        "I want to join your team.",
    ],
)
def test_wording_that_asks_for_a_job_is_found(text: str) -> None:
    assert asking_for_a_job(f"Dear Rosa,\n\n{text} Thank you.") == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "I am not looking for a job.",
        "This is not about an opening.",
        "How did you get into your position?",
        "What is the hardest part of your job?",
        "I don't want to apply for anything.",
        "I do not bring my CV.",
    ],
)
def test_wording_that_asks_for_none_is_left_alone(text: str) -> None:
    assert asking_for_a_job(text) == ()


HOURS = st.integers(0, 22).flatmap(
    lambda first: st.tuples(st.just(first), st.integers(first + 1, 23))
)


@given(
    st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    HOURS,
    st.frozensets(st.integers(1, 7), min_size=1),
    st.integers(15, 60),
)
def test_times_offered_never_lie_outside_the_working_day(
    today: date, hours: tuple[int, int], days: frozenset[int], minutes: int
) -> None:
    day = WorkingDay(time(hours[0]), time(hours[1]), days)
    offered = times_to_offer(today, day, minutes)
    assert len(offered) == 3
    for one in offered:
        ends = one + timedelta(minutes=minutes)
        assert one.isoweekday() in days
        assert one.date() == ends.date()
        assert day.begins <= one.time() < ends.time() <= day.ends
        assert one.date() > today
    assert len({one.date() for one in offered}) == 3


def test_no_time_is_offered_of_a_day_that_is_too_short() -> None:
    assert times_to_offer(date(2026, 3, 2), WorkingDay(time(9), time(9, 30)), 45) == ()


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200)


@given(TEXT, TEXT, TEXT, TEXT)
def test_a_file_of_mail_holds_the_words_and_no_header_of_anybodys(
    name: str, email: str, subject: str, text: str
) -> None:
    read = message_from_bytes(eml(text, subject=subject, to=name, address=email), policy=default)
    assert read["X-Unsent"] == "1"
    assert set(read.keys()) <= {
        *("Subject", "To", "X-Unsent", "Content-Type"),
        *("Content-Transfer-Encoding", "MIME-Version"),
    }
    body = read.get_content()
    assert body.split() == text.split()


def test_a_line_break_in_a_subject_makes_no_header() -> None:
    read = message_from_bytes(
        eml("x", subject="Hi\r\nBcc: c@d.test", address="a@b.test"), policy=default
    )
    assert (read["Subject"], read["Bcc"], read["To"]) == ("Hi Bcc: c@d.test", None, "a@b.test")


def test_a_link_for_mail_holds_the_words_and_no_more() -> None:
    link = mailto("rosa@labor.test", "A & b?", "Hi Rosa,\n\n1 + 1 = 2 & more\n")
    split = urlsplit(link)
    assert (split.scheme, split.path) == ("mailto", "rosa@labor.test")
    told = parse_qs(split.query)
    assert told == {"subject": ["A & b?"], "body": ["Hi Rosa,\r\n\r\n1 + 1 = 2 & more"]}
    assert mailto("a@b.test", "s", "x" * 3_000) == ""


@pytest.mark.parametrize(
    "text",
    ["", "rosa", "a@b", "a@b.test?bcc=c@d.test,e", "a@b.test, c@d.test", "<a@b.test>", "ä@b.test"],
)
def test_what_is_no_address_is_left_out(text: str) -> None:
    assert address_in(text) == "" or "?" in text
    assert "bcc" not in urlsplit(mailto(text, "s", "t")).query


def test_the_day_of_the_sample() -> None:
    assert WHOLE.times[0] == datetime(2026, 12, 4, 10)
