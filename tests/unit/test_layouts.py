"""Sheets whose layout is their own: on their side, in groups, with titles between, as in wikis."""

import pytest

from lib.errors import Refused
from lib.importing import Contacts, Parsed, read_file
from tests.unit.test_matching import read, talks, told
from tests.unit.workbooks_made import xlsx


def who(content: str | bytes) -> list[tuple[str, str, str]]:
    """Name, field and day of each conversation."""
    return [
        (one.person.name, one.field, str(one.held_on or one.planned_on or ""))
        for one in talks(content)
    ]


ON_ITS_SIDE = (
    ",Interview 1,Interview 2\n"
    "Name,Uma Lind,Ole Brun\n"
    "Company,Crumb,Spark\n"
    "Field,Baking,Welding\n"
    "Date,02.03.2026,03.03.2026\n"
    "What I learned,early,loud\n"
)


def test_a_table_on_its_side_has_a_conversation_a_column() -> None:
    assert who(ON_ITS_SIDE) == [
        ("Uma Lind", "Baking", "2026-03-02"), ("Ole Brun", "Welding", "2026-03-03"),
    ]  # fmt: skip
    assert who(xlsx([line.split(",") for line in ON_ITS_SIDE.splitlines()])) == who(ON_ITS_SIDE)


def test_there_a_refusal_names_the_row_of_its_heading_and_the_column() -> None:
    parsed = read(ON_ITS_SIDE.replace("03.03.2026", "some day"))
    (error,) = parsed.errors
    assert (error.row, error.column, error.value) == (5, "Date, column C", "some day")


def test_a_first_column_of_ordinary_cells_is_no_heading() -> None:
    """Each heading once, and most of them: fields may be called as columns are."""
    text = "Field,Name,Date\nSkills,Uma Lind,2026-03-02\nTraining,Ole Brun,2026-03-03\n"
    assert [name for name, _, _ in who(text)] == ["Uma Lind", "Ole Brun"]


def test_an_upper_heading_that_says_whose_the_lower_ones_are_groups_them() -> None:
    text = (
        "Person,,,Conversation,\nName,Company,Title,Date,Field\n"
        "Uma Lind,Crumb,Baker,2026-03-02,Baking\n"
    )
    found = told(talks(text)[0])
    assert (found["who"], found["at"], found["role"]) == ("Uma Lind", "Crumb", "Baker")
    assert "notes" not in found


def test_a_title_above_the_next_table_is_nobody() -> None:
    head = ["Name", "Field", "Date", "Notes"]
    book = xlsx(
        {
            "All of them": [
                head, ["Uma Lind", "Baking", "2026-03-02", "x"], [], ["Heard of pay"], [],
                ["Name", "Field", "Date", "Salary"], ["Ole Brun", "Welding", "2026-03-03", "$60k"],
            ]
        }
    )  # fmt: skip
    assert [name for name, _, _ in who(book)] == ["Uma Lind", "Ole Brun"]


def test_a_sheets_name_is_a_field_only_where_it_may_be_one() -> None:
    """Not where a column says the field, and not what any such sheet may be called."""
    head, row = ["Name", "Company", "Date"], ["Uma Lind", "Crumb", "2026-03-02"]
    fielded = [[*head, "Field"], ["Ole Brun", "Spark", "2026-03-03", "Welding"]]
    assert [field for _, field, _ in who(xlsx({"Baking": [head, row], "Steel": fielded}))] == [
        "Baking", "Welding",
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        read_file("a.xlsx", xlsx({"Interviews": [head, row], "Contacts": [head, row]}))
    assert refused.value.where == "default_field"


JIRA = "||Name||Company||Field||Date||\n|Uma Lind|Crumb|Baking|2026-03-02|\n"
WIKI = (
    "My interviews so far:\n\n"
    '{| class="wikitable"\n! Name !! Field !! Date !! Notes\n|-\n'
    "| [[Uma Lind]] || Baking || 2026-03-02 || '''hard''' work, snake__case__name\n|}\n"
)


def test_tables_of_wikis_are_read_without_their_marks() -> None:
    assert who(JIRA) == [("Uma Lind", "Baking", "2026-03-02")]
    (one,) = talks(WIKI)
    assert (one.person.name, one.notes[0].text) == ("Uma Lind", "hard work, snake__case__name")


def test_currency_and_period_may_stand_in_columns_of_their_own() -> None:
    text = (
        "Name,Field,Date,Salary,Currency,Pay period\n"
        "Uma Lind,Baking,2026-03-02,31000,CHF,yearly\n"
        "Ole Brun,Welding,2026-03-03,32,EUR,per hour\n"
        "Ada Quill,Welding,2026-03-04,,EUR,fortnight\n"
    )
    first, second, third = talks(text)
    assert [(int(p.low or 0), p.currency, p.period) for p in first.salaries + second.salaries] == [
        (31_000, "CHF", "year"), (32, "EUR", "hour"),
    ]  # fmt: skip
    assert [note.text for note in third.notes] == ["Currency: EUR", "Pay period: fortnight"]


def test_the_day_of_a_message_is_not_that_of_the_talk() -> None:
    text = "Name,Field,Outreach date,Call date\nUma Lind,Baking,2026-03-01,2026-03-02\n"
    (one,) = talks(text)
    assert (str(one.held_on), one.notes[0].text) == ("2026-03-02", "Outreach date: 2026-03-01")


@pytest.mark.parametrize(
    "heading",
    ["Erkenntnisse", "Points clés", "Puntos clave", "Principais aprendizados",
     "Belangrijkste inzichten", "Interview Notes"],
)  # fmt: skip
def test_what_was_learned_is_the_notes_in_any_language(heading: str) -> None:
    (one,) = talks(f"Name;Field;Date;{heading}\nUma Lind;Baking;2026-03-02;early\n")
    assert [note.text for note in one.notes] == ["early"]


def book(text: str, encoding: str = "utf-8") -> tuple[Parsed, Contacts]:
    parsed = read_file("book.csv", text.encode(encoding))
    assert isinstance(parsed.content, Contacts)
    return parsed, parsed.content


def test_an_address_is_found_by_a_word_within_its_heading() -> None:
    _, found = book(
        "Vorname;Nachname;Firma;E-Mail privat;E-Mail geschäftlich;Mobil privat;Fax;Webseite\n"
        "Jörg;Groß;Öl;j@crumb.example;w@crumb.example;+49 170 5;+49 30 1;https://crumb.example/j\n",
        "cp1252",
    )
    (one,) = found.people
    person = one.person
    assert (person.name, person.email, person.phone) == (
        "Jörg Groß", "j@crumb.example", "+49 170 5",
    )  # fmt: skip
    assert (person.profile_link, person.how_met) == (
        "https://crumb.example/j", "Also w@crumb.example.",
    )  # fmt: skip


def test_a_book_of_whole_names_is_known_by_its_lists_of_addresses() -> None:
    text = (
        "Full Name,Emails,Phones,Company,Tags,Last Interaction\nUma Lind,u@crumb.example,,Crumb,,\n"
    )
    _, found = book(text)
    assert found.people[0].person.email == "u@crumb.example"
    assert not isinstance(read("Name,Emails,Field\nUma,u@crumb.example,Baking\n").content, Contacts)
