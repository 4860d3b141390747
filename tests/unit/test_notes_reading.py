"""A page of notes read: every suggestion shows its words, and the same page reads the same."""

import json
import random
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib import notes
from lib.files.page import text_of_page
from lib.text import lines
from tests.benchmarks.notes import BESIDE_MS, PAGE_MS, measured
from tests.evaluation.marked import marked

ROOT = Path(__file__).resolve().parents[2]
PAGE = """\
Oct 6 - phone call with Bettina, X-ray technician at a children's clinic
got in with a two year certificate program, about $9,500, worked weekends meanwhile
starting pay around $24 an hour
need: positioning, anatomy, patience. Excel helps
You don't need a degree.
likes: four day weeks. dislikes: the night shifts
The field is growing, every clinic is hiring
talk to her supervisor, Oskar
"""
KINDS = ("skills", "salaries", "training", "upsides", "downsides", "steps", "outlook", "people")


def told(page: str) -> list[Any]:
    read = notes.read(page)
    return [one for kind in KINDS for one in getattr(read, kind)]


def test_a_page_becomes_suggestions_of_every_kind() -> None:
    read = notes.read(PAGE)
    skills = {one.name: one.necessity for one in read.skills}
    assert {"positioning", "anatomy", "patience"} <= set(skills)
    assert skills["anatomy"] == "mandatory"
    [pay] = read.salaries
    assert (pay.low, pay.high, pay.currency, pay.period) == (
        Decimal(24),
        Decimal(24),
        "USD",
        "hour",
    )
    assert (pay.level, pay.whose) == ("entry", "heard")
    way, degree = read.training
    assert (way.kind, way.months_low, way.cost_low, way.currency) == (
        "certificate",
        24,
        Decimal(9500),
        "USD",
    )
    assert way.alongside_work
    assert (degree.kind, degree.required) == ("degree", "no")
    assert [(one.quote, one.theme) for one in read.upsides] == [
        ("four day weeks", "Hours and flexibility")
    ]
    assert [one.quote for one in read.downsides] == ["the night shifts"]
    assert [one.direction for one in read.outlook] == ["growing"]
    assert [(one.name, one.role) for one in read.people] == [("Oskar", "supervisor")]
    assert read.role == "X-ray technician"


def test_what_the_one_who_asks_says_is_no_finding() -> None:
    talk = """\
Me: Do you need Excel, SQL and a good memory?
Ilse: No. You need patience.
Me: And what is bad, the night shifts?
Ilse: Being on call.
"""
    read = notes.read(talk)
    assert [one.name for one in read.skills] == ["patience"]
    assert [one.quote for one in read.downsides] == ["Being on call"]


@pytest.mark.parametrize(
    ("words", "necessity"),
    [
        ("Welding is a must.", "mandatory"),
        ("Needs: welding, brazing", "mandatory"),
        ("Welding would be nice to have.", "helpful"),
        ("Skills: welding, forklift", "unstated"),
    ],
)
def test_how_much_a_skill_matters_is_read_from_the_words_beside_it(
    words: str, necessity: str
) -> None:
    [welding] = [one for one in notes.read(words).skills if one.name.lower() == "welding"]
    assert welding.necessity == necessity


def test_an_action_is_named_by_its_ing_form_and_quoted_as_it_was_said() -> None:
    [skill] = notes.read("You need to be able to read blueprints.").skills
    assert (skill.name, skill.quote) == ("reading blueprints", "read blueprints")


def test_what_a_course_costs_is_no_pay() -> None:
    read = notes.read("The certificate course cost her $3,000 and took 6 to 9 months.")
    assert read.salaries == ()
    [way] = read.training
    assert (way.months_low, way.months_high, way.cost_high) == (6, 9, Decimal(3000))


def test_a_career_told_with_arrows_is_its_steps() -> None:
    read = notes.read("Path: kitchen porter -> commis chef -> sous chef")
    assert [one.title for one in read.steps] == ["kitchen porter", "commis chef", "sous chef"]


def test_who_was_talked_to_is_nobody_to_meet() -> None:
    assert notes.read("Talked to Ferdinand, a glazier.").people == ()
    [person] = notes.read("He said I should talk to Ferdinand in Graz.").people
    assert person.name == "Ferdinand"


def test_every_suggestion_is_a_verbatim_piece_of_the_page() -> None:
    assert told(PAGE)
    for one in told(PAGE):
        assert one.quote
        assert PAGE[one.start : one.end] == one.quote


_WORDS = st.sampled_from([*PAGE.split(), "\n", ";", "$", "->", "“", "Q:", "A:", "..", "ﬀ", "٣"])


@given(st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map(" ".join)))
@settings(deadline=None)
def test_any_text_is_read_without_an_error_and_quoted_verbatim(page: str) -> None:
    for one in told(page):
        assert one.quote
        assert page[one.start : one.end] == one.quote


def test_the_same_page_reads_the_same_in_another_process() -> None:
    command = [sys.executable, "-m", "lib", "extract"]
    here = subprocess.run(command, cwd=ROOT, input=PAGE.encode(), capture_output=True, check=True)
    there = subprocess.run(command, cwd=ROOT, input=PAGE.encode(), capture_output=True, check=True)
    assert here.stdout == there.stdout
    assert here.stderr == b""


_MEGABYTE = 1_000_000
_ODD: dict[str, str] = {
    "one letter": "a" * _MEGABYTE,
    "right to left": "שלום " * (_MEGABYTE // 5),
    "commas": "a, " * (_MEGABYTE // 3),
    "capitals": "Aa " * (_MEGABYTE // 3),
    "labels": "Aa: " * (_MEGABYTE // 4),
    "questions": "Q: so?\n" * (_MEGABYTE // 7),
    "actions": "running " * (_MEGABYTE // 8),
    "brackets": "(" * _MEGABYTE,
    "random bytes": text_of_page(random.Random(7).randbytes(_MEGABYTE)),
    "apostrophes": "'" * _MEGABYTE,
    "figures": "$50k a year, " * (_MEGABYTE // 13),
    "lines that differ": "".join(f"need {n}: skill {n}, $1{n} an hour\n" for n in range(28_000)),
    "short lines": "x\n" * (_MEGABYTE // 2),
}


@pytest.mark.parametrize("name", _ODD)
def test_a_megabyte_of_anything_is_read_in_two_seconds(name: str) -> None:
    notes.read("warm")
    began = time.process_time()
    notes.read(_ODD[name])
    assert time.process_time() - began < 2


def test_a_page_takes_little_time_and_little_more_than_looking_names_up() -> None:
    page, match = measured()
    assert page < PAGE_MS
    assert page < 2 * match + BESIDE_MS


def test_the_end_of_a_long_text_is_read_too() -> None:
    read = notes.read("x\n" * 500_000 + "need: patience\n")
    assert [one.name for one in read.skills] == ["patience"]
    assert read.unread == 0


def test_of_a_book_the_lines_that_tell_something_are_read() -> None:
    book = "".join(f"On day {day} we walked on along the river.\n" for day in range(20_000))
    read = notes.read(book + "pays $24 an hour\nneed: patience\n")
    assert [one.name for one in read.skills if one.quote == "patience"] == ["patience"]
    assert [one.low for one in read.salaries] == [24]
    assert read.unread > 500_000
    for one in (*read.skills, *read.salaries):
        assert (book + "pays $24 an hour\nneed: patience\n")[one.start : one.end] == one.quote


def test_fieldwork_starts_without_what_reads_notes() -> None:
    held = "lib.notes.reading", "lib.notes.ranker", "lib.notes.words"
    asked = (
        "import sys, lib.notes, lib.ui, lib.ui.record, lib.cli; "
        f"print([module for module in {held} if module in sys.modules])"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("line", "amount", "times"),
    [
        ("Pay: 2800 a month x 13", 2800, 13),
        ("Pay: 2800 a month x13", 2800, 13),
        ("2.750 € im Monat, 14 Gehälter", 2750, 14),
        ("2.300 € net par mois, 13 mensualités", 2300, 13),
        ("1.650 € netti al mese × 14", 1650, 14),
        ("cobra 1.400 € al mes, 14 mensualidades", 1400, 14),
        ("6200 CHF a month, 13 payments", 6200, 13),
        ("sur 13 mois 2 500 € brut", 2500, 13),
        ("2.900 € brutto x 13,5", 2900, None),
    ],
)
def test_how_often_it_is_paid_is_no_second_figure(
    line: str, amount: int, times: int | None
) -> None:
    for read in (notes.read(line), notes.read_as(line, "salaries")):
        [pay] = read.salaries
        assert (pay.low, pay.high) == (Decimal(amount), Decimal(amount))
        assert pay.times == times


def test_screens_and_the_command_line_read_the_same() -> None:
    """Record reads the lines that `lib.text.lines` makes of a page, without marks and blanks."""
    for text in (*marked("tuning"), *marked("training")):
        there = notes.as_json(notes.read("\n".join(lines(text.text))))
        assert notes.as_json(notes.read(text.text)) == there


_LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "- ", "• ", "1. ", "need: ", "pay: ", "good: ", "bad: "]),
        st.sampled_from([line for text in marked("tuning")[:20] for line in lines(text.text)]),
    ).map("".join),
    min_size=1,
    max_size=6,
)


@given(_LINES)
@settings(deadline=None, max_examples=40)
def test_any_lines_read_the_same_on_screens_and_on_the_command_line(said: list[str]) -> None:
    page = "\n".join(said)
    there = notes.as_json(notes.read("\n".join(lines(page))))
    assert notes.as_json(notes.read(page)) == there


KEYS = {
    "skills": {"name", "necessity", "quote"},
    "salaries": {
        *("low", "high", "currency", "period", "times", "level", "whose", "basis", "tax"),
        *("employed", "year", "quote"),
    },
    "training": {
        *("kind", "name", "required", "months_low", "months_high", "cost_low", "cost_high"),
        *("currency", "quote"),
    },
    "upsides": {"theme", "quote"},
    "downsides": {"theme", "quote"},
    "steps": {"title", "quote"},
    "outlook": {"direction", "quote"},
    "people": {"name", "quote"},
}


def test_the_command_prints_these_keys_and_no_others() -> None:
    page = PAGE + "Path: commis -> chef de partie -> head chef\n"
    command = [sys.executable, "-m", "lib", "extract"]
    done = subprocess.run(command, cwd=ROOT, input=page.encode(), capture_output=True, check=True)
    told = json.loads(done.stdout)
    assert told.keys() == {"field", "role", *KEYS}
    for kind, keys in KEYS.items():
        assert told[kind], kind
        for one in told[kind]:
            assert one.keys() == keys
            assert one["quote"] in page
