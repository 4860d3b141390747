"""The letter of thanks in three lengths, and the files it becomes."""

import io
import zipfile
from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default

import mammoth
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.meeting.mail import eml
from lib.meeting.paper import docx
from lib.meeting.thanks import Thanks, called, letter

WEDNESDAY = date(2026, 12, 2)
ROSA = Thanks(
    to="Rosa Delacroix-Ito",
    me="Ines Halloran",
    held_on=WEDNESDAY,
    minutes=30,
    said=("I write more than I measure", "Do the forty-hour course first."),
    will="I have signed up for the March course",
)


def test_the_letter_of_middle_length_word_by_word() -> None:
    assert letter(ROSA, "medium", WEDNESDAY) == (
        "Dear Rosa,\n\n"
        "Thank you for half an hour of your Wednesday.\n\n"
        "Two things stay with me. You said: “I write more than I measure”. And: “Do the "
        "forty-hour course first”.\n\n"
        "I have signed up for the March course. I will tell you what came of it.\n\n"
        "With thanks,\nInes Halloran"
    )


def test_the_short_letter_word_by_word() -> None:
    assert letter(ROSA, "short", WEDNESDAY + timedelta(days=9)) == (
        "Dear Rosa,\n\n"
        "Thank you for half an hour on 2 December.\n\n"
        "“I write more than I measure” and “Do the forty-hour course first” stay with me.\n\n"
        "I have signed up for the March course.\n\n"
        "With thanks,\nInes Halloran"
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = Thanks(to="", me="", held_on=WEDNESDAY)
    assert letter(bare, "medium", WEDNESDAY + timedelta(days=1)) == (
        "Hello,\n\nThank you for your time on Wednesday.\n\nWith thanks,"
    )


@pytest.mark.parametrize(
    ("name", "how"),
    [
        *[("Rosa Delacroix-Ito", "Rosa"), ("Delacroix, Rosa", "Rosa"), ("Rosa", "Rosa")],
        *[("Dr. Ann Lee", "Dr. Lee"), ("Prof Ann Marie Lee", "Prof Lee"), ("Dr", "Dr")],
        *[("", ""), ("Lee,", "Lee"), ("  ", "")],
    ],
)
def test_how_somebody_is_addressed(name: str, how: str) -> None:
    assert called(name) == how


def test_longer_is_longer_and_each_holds_both_things() -> None:
    lengths = [letter(ROSA, length, WEDNESDAY) for length in ("short", "medium", "long")]
    assert sorted(map(len, lengths)) == list(map(len, lengths))
    assert all("I write more than I measure" in one for one in lengths)
    assert all("forty-hour course" in one and "March course" in one for one in lengths)


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
ABOUT = st.builds(
    Thanks,
    **{"to": WORDS, "me": WORDS, "held_on": st.dates(date(2020, 1, 1), date(2030, 1, 1))},
    minutes=st.none() | st.integers(1, 1440),
    at_the_office=st.booleans(),
    said=st.lists(WORDS, max_size=4).map(tuple),
    will=WORDS,
)


@given(ABOUT, st.sampled_from(["short", "medium", "long"]), st.integers(0, 400))
def test_whatever_was_said_a_letter_begins_ends_and_asks_for_nothing(
    about: Thanks, length: str, days: int
) -> None:
    written = letter(about, length, about.held_on + timedelta(days=days))  # type: ignore[arg-type]
    assert written.startswith(("Dear ", "Hello,"))
    assert "Thank you for " in written
    assert all(part.strip() for part in written.split("\n\n"))
    own = written
    for part in (*about.said, about.to, about.me, about.will):
        own = own.replace(" ".join(part.split()).strip(), "")
    for word in ("job", "opening", "vacanc", "hire", "hiring", "position", "résumé"):
        assert word not in own.lower()


def test_the_document_holds_the_letter_for_another_reader() -> None:
    text = letter(ROSA, "medium", WEDNESDAY)
    read = mammoth.extract_raw_text(io.BytesIO(docx(text))).value
    assert [part for part in read.split("\n") if part] == [
        part.replace("\n", "") for part in text.split("\n\n")
    ]


@given(st.text(max_size=60))
def test_a_document_opens_whatever_was_typed(text: str) -> None:
    made = docx(text)
    assert docx(text) == made
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
    mammoth.extract_raw_text(io.BytesIO(made))


def test_the_mail_is_not_sent_yet_and_says_what_was_typed() -> None:
    text = letter(ROSA, "long", WEDNESDAY)
    made = eml(text, subject="Thank you", to="Zoë, Rosa", address="rosa@example.org")
    read = message_from_bytes(made, policy=default)
    assert read["To"].addresses[0].addr_spec == "rosa@example.org"
    assert read["To"].addresses[0].display_name == "Zoë, Rosa"
    assert (read["Subject"], read["X-Unsent"], read["From"]) == ("Thank you", "1", None)
    body = read.get_body()
    assert body is not None
    assert body.get_content().strip().replace("\r\n", "\n") == text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Kim, Dae", "Kim, Dae"),
        ('Ann "Nan" O’Brien', 'Ann "Nan" O’Brien'),
        ("王伟", "王伟"),
        ("Zoë Ångström <x@y.test>", "Zoë Ångström <x@y.test>"),
        ("Jo\r\nBcc: c@d.test", "Jo Bcc: c@d.test"),
        ("Ólafur " + "Long " * 40 + "Name, Jr.", "Ólafur " + "Long " * 40 + "Name, Jr."),
        ("", ""),
    ],
)
def test_a_name_of_any_letters_is_the_name_of_one_address(name: str, shown: str) -> None:
    made = eml("Hi", subject="Thank you", to=name, address=" rosa@example.org ")
    made.decode("ascii")
    read = message_from_bytes(made, policy=default)
    (to,) = read["To"].addresses
    assert (to.display_name, to.addr_spec, read["Bcc"]) == (shown, "rosa@example.org", None)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "zoë@example.org",
        "a@b.test, c@d.test",
        "no address",
        "a@b@c",
        "rosa@",
        "@",
        "a@b.org\nBcc: c@d",
    ],
)
def test_an_address_that_is_none_is_left_to_the_writer(address: str) -> None:
    read = message_from_bytes(eml("Hi", subject="A\nB", to="Rosa", address=address), policy=default)
    assert read["To"] is None
    assert read["Bcc"] is None
    assert read["Subject"] == "A B"
