"""The skill taxonomy: what the two files hold, and that a typed skill is found or not guessed."""

import csv
import re
import timeit
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.skills import taxonomy
from lib.text import fold
from scripts import make_skills

DATA = Path(taxonomy.__file__).resolve().parents[2] / "data"
NO_SKILLS = (
    "a access and business company computer computers data degree experience good hard job "
    "jobs knowledge leading learning manager management n/a networking nice no none office "
    "other people person problem process project school skill skills software support system "
    "systems task tasks team teams technology the things tools training work working yes "
)


def find(typed: str) -> str | None:
    """The name found, which is all that most tests ask about."""
    skill = taxonomy.find(typed)
    return skill.name if skill else None


def alias_rows() -> list[dict[str, str]]:
    with (DATA / "skill_aliases.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


# What the files hold


@pytest.mark.parametrize(
    ("kind", "count"),
    [("essential", 10), ("transferable", 25), ("knowledge", 32), ("software", 329)],
)
def test_onets_lists_are_complete(kind: str, count: int) -> None:
    of_kind = [skill for skill in taxonomy.names() if skill.kind == kind]
    assert len(of_kind) == count
    assert {skill.source for skill in of_kind} == {"O*NET 30.3"}


def test_everyday_skills_are_ours_and_few_beside_onets() -> None:
    everyday = [skill for skill in taxonomy.names() if skill.kind == "everyday"]
    assert 60 <= len(everyday) <= 100
    assert {skill.source for skill in everyday} == {"Fieldwork"}
    assert all(skill.code.startswith("fw.") for skill in everyday)


def test_every_skill_has_a_code_and_a_name_of_its_own() -> None:
    skills = taxonomy.names()
    assert len({skill.code for skill in skills}) == len(skills)
    assert len({fold(skill.name) for skill in skills}) == len(skills)


def test_codes_are_onets_element_ids_or_slugs() -> None:
    element, slug = r"2\.[ABC](\.\d+)+(\.[a-z])?", r"(sw|fw)\.[a-z0-9]+(-[a-z0-9]+)*"
    assert [s.code for s in taxonomy.names() if not re.fullmatch(f"{element}|{slug}", s.code)] == []


def test_there_are_at_least_three_hundred_aliases() -> None:
    assert len(alias_rows()) >= 300


def test_every_alias_leads_to_a_skill_that_exists() -> None:
    codes = {skill.code for skill in taxonomy.names()}
    assert [row for row in alias_rows() if row["code"] not in codes] == []


def test_no_alias_stands_twice_so_none_leads_to_two_skills() -> None:
    counts = Counter(fold(row["alias"]) for row in alias_rows())
    assert [alias for alias, n in counts.items() if n > 1] == []


def test_no_alias_is_the_name_of_a_skill() -> None:
    named = {fold(skill.name) for skill in taxonomy.names()}
    assert [row for row in alias_rows() if fold(row["alias"]) in named] == []


def test_names_and_aliases_are_written_without_stray_white_space() -> None:
    assert [text for text in taxonomy.spellings() if text != " ".join(text.split())] == []


def test_common_words_are_no_skills() -> None:
    assert [word for word in NO_SKILLS.split() if taxonomy.find(word)] == []


# Finding


@given(skill=st.sampled_from(taxonomy.names()), data=st.data())
def test_a_skill_is_found_by_its_name_whatever_the_case_and_spacing(
    skill: taxonomy.Skill, data: st.DataObject
) -> None:
    gap = st.text(" \t\n\u00a0", min_size=1, max_size=3)
    case = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    words = case(skill.name).split(" ")
    typed = words[0] + "".join(data.draw(gap) + word for word in words[1:])
    assert taxonomy.find(data.draw(gap) + typed + data.draw(gap)) == skill


def test_every_skill_is_found_by_its_own_name() -> None:
    assert [s for s in taxonomy.names() if taxonomy.find(s.name) != s] == []


def test_every_alias_finds_its_skill() -> None:
    found = [(row["code"], taxonomy.find(row["alias"])) for row in alias_rows()]
    assert [code for code, skill in found if skill is None or skill.code != code] == []


@given(st.text())
def test_nothing_that_is_typed_makes_find_fail(typed: str) -> None:
    skill = taxonomy.find(typed)
    assert skill is None or skill in taxonomy.names()


@pytest.mark.parametrize("typed", ["\ud800", "\x00", "", "   ", "-", "'", "?" * 10_000])
def test_what_is_no_word_is_no_skill(typed: str) -> None:
    assert find(typed) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Excel", "Microsoft Excel"),
        ("spreadsheets", "Spreadsheets"),
        ("people skills", "Interpersonal skills"),
        ("stakeholder management", "Stakeholder management"),
        ("wrangling data", "Data cleaning"),
        ("talking to people", "Speaking"),
        ("ms office", "Microsoft Office software"),
        ("JS", "JavaScript"),
        ("k8s", "Kubernetes"),
        ("maths", "Mathematics"),
        ("SQL", "Structured query language SQL"),
        ("counselling", "Therapy and Counseling"),
        ("TIG", "TIG welding"),
    ],
)
def test_what_people_say_leads_to_the_skill_they_mean(typed: str, name: str) -> None:
    assert find(typed) == name


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("C", "C"),
        ("c++", "C++"),
        ("c#", "C#"),
        ("Ｃ＋＋", "C++"),
        (".net", "Microsoft .NET Framework"),
        ("r", "R"),
        ("GO", "Go"),
        ("node.js", "Node.js"),
    ],
)
def test_signs_that_are_part_of_a_name_survive(typed: str, name: str) -> None:
    assert find(typed) == name


def test_letters_beyond_english_survive() -> None:
    assert fold("Öffentlichkeitsarbeit") == "öffentlichkeitsarbeit"
    assert fold("O\u0308") == fold("Ö") != fold("O")
    assert find("Öracle Java") is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("problem-solving", "Complex Problem Solving"),
        ("problemsolving", "Complex Problem Solving"),
        ("power-bi", "Microsoft Power BI"),
        ("gcode", "G-code"),
        ("archivists toolkit", "Archivists' Toolkit"),
        ("Raiser\u2019s Edge", "Blackbaud The Raiser's Edge"),
        ("T SQL", "Transact-SQL"),
        ("first\u2010aid", "First aid"),
    ],
)
def test_hyphens_spaces_and_apostrophes_do_not_matter_where_one_skill_is_meant(
    typed: str, name: str
) -> None:
    assert find(typed) == name


@pytest.mark.parametrize("typed", ["C-", "- C", "R -", "-c++", "g-o", "j s", "S.Q.L"])
def test_a_short_name_is_not_found_loosely(typed: str) -> None:
    assert find(typed) is None


def test_a_loose_spelling_that_could_mean_two_skills_means_none() -> None:
    one, other = (taxonomy.Skill(name, name, "everyday", "Fieldwork") for name in "ab")
    known = {"re-sign": one, "resign": other, "sign-up": one, "sign up": one}
    assert taxonomy.loose_keys(known) == {"signup": one}


@pytest.mark.parametrize("typed", ["excell", "Microsoft", "welder", "data things", "Java Scrip"])
def test_find_does_not_guess(typed: str) -> None:
    assert find(typed) is None


# Suggesting


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("excell", "Excel"),
        ("stakholder managment", "Stakeholder management"),
        ("negociation", "Negotiation"),
        ("NEGOCIATION", "Negotiation"),
        ("management stakeholder", "Stakeholder management"),
        ("pyton", "Python"),
    ],
)
def test_a_misspelt_skill_is_suggested(typed: str, first: str) -> None:
    assert taxonomy.suggest(typed, taxonomy.spellings())[0] == first


@pytest.mark.parametrize(("typed", "other"), [("Java", "JavaScript"), ("C", "C++"), ("C#", "C++")])
def test_another_skill_with_a_similar_name_is_not_suggested(typed: str, other: str) -> None:
    assert taxonomy.suggest(typed, [other]) == ()


def test_only_the_names_given_are_suggested_best_first_and_as_many_as_asked() -> None:
    mine = ["Data entries", "Data entry", "Welding", "Data entr"]
    assert taxonomy.suggest("data entry", mine) == ("Data entry", "Data entr", "Data entries")
    assert taxonomy.suggest("data entry", mine, limit=1) == ("Data entry",)


def test_any_iterable_will_do_and_a_name_given_twice_is_suggested_once() -> None:
    assert taxonomy.suggest("weldin", iter(["Welding", "Welding"])) == ("Welding",)


@pytest.mark.parametrize("among", [[], ["Welding", ""]])
def test_nothing_typed_suggests_nothing(among: list[str]) -> None:
    assert taxonomy.suggest("  ", among) == ()


@given(st.text(), st.lists(st.text()))
def test_a_suggestion_is_always_one_of_the_names_given(typed: str, among: list[str]) -> None:
    suggested = taxonomy.suggest(typed, among)
    assert len(suggested) <= 3
    assert set(suggested) <= set(among)


def test_a_typed_skill_is_resolved_in_under_five_milliseconds_among_five_thousand() -> None:
    among = [f"{name} {i}" for i in range(5) for name in taxonomy.spellings()][:5_000]
    assert len(among) == 5_000

    def resolve() -> None:
        assert taxonomy.find("stakholder managment") is None
        assert taxonomy.suggest("stakholder managment", among)

    resolve()
    assert min(timeit.repeat(resolve, number=1, repeat=20)) < 0.005


# Making the file again


def test_software_is_known_by_a_slug_since_onets_id_names_a_whole_category() -> None:
    entry = {"source_file": "Software Skills.txt", "source_element_id": "2.E.7.e"}
    codes = [make_skills.code_of({**entry, "canonical": name}) for name in ("C++", "C#", "Node.js")]
    assert codes == ["sw.c-plus-plus", "sw.c-sharp", "sw.node-js"]


def test_making_the_file_again_keeps_our_own_rows(tmp_path: Path) -> None:
    ours = {"code": "fw.triage", "name": "Triage", "kind": "everyday", "source": "Fieldwork"}
    old = {"code": "2.B.1.d", "name": "Bargaining", "kind": "transferable", "source": "O*NET 29.0"}
    make_skills.write(tmp_path / "skills.csv", [old, ours])
    assert make_skills.our_own(tmp_path / "skills.csv") == [ours]


def test_two_skills_with_one_name_are_refused() -> None:
    row = {"code": "fw.a", "name": "Triage", "kind": "everyday", "source": "Fieldwork"}
    with pytest.raises(SystemExit, match="triage"):
        make_skills.refuse_clashes([row, {**row, "code": "fw.b", "name": "TRIAGE"}])
