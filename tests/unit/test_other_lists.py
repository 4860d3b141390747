"""Lists of something else: told, their people and companies offered, no conversation made."""

from typing import Any

import pytest

from lib.errors import Refused
from lib.importing import Contacts, Parsed, read_file
from lib.importing.parsed import Sheet
from lib.reference import survey_table
from lib.reference.survey_table import read_survey
from tests.unit.workbooks_made import xlsx


def read(text: str, **answers: Any) -> Parsed:
    return read_file("list.csv", text.encode(), **answers)


def people(parsed: Parsed) -> list[tuple[str, str]]:
    assert isinstance(parsed.content, Contacts)
    return [(one.person.name, one.person.organisation) for one in parsed.content.people]


BOARD = (
    "Job Title,Company,Location,Date Posted,Job Type,Job URL,Salary\n"
    "Baker,Crumb,Basel,2026-03-02,Full-time,https://a.example/1,52000 CHF\n"
    "Miller,Crumb,Basel,2026-03-04,Full-time,https://a.example/2,\n"
    "Nurse,Spital,Bern,2026-03-05,Part-time,https://a.example/3,\n"
)
TRACKER = (
    "Company,Position,Date Applied,Application Status,Resume,Contact,Email,Notes\n"
    "Crumb,Baker,2026-03-02,Rejected,v2,Uma Lind,uma@crumb.example,ask again\n"
    "Spital,Nurse,3/4/2026,Applied,v3,,,\n"
)
FORM = (
    "Timestamp,How satisfied are you with your job?,Would you choose it again?,Company\n"
    "3/4/2026 10:00:00,5,yes,Crumb\n"
)


@pytest.mark.parametrize(
    ("text", "words", "companies"),
    [
        (BOARD, "job postings", ["Crumb", "Spital"]),
        (
            "index,createdAt,applied,appliedDate,Company,JobTitle,jobType,workplaceType,Location,"
            "JobSource,Status\n1,2026-01-01,yes,2026-01-02,Crumb,Baker,full,remote,Basel,x,open\n",
            "applications",
            ["Crumb"],
        ),
        (
            "listName,companyName,title,location,url,htmlDescription\n"
            "Saved,Crumb,Baker,Basel,https://a.example,<p>x</p>\n",
            "job postings",
            [],
        ),
        ("Employer,Job Title,List,URL,Location,Salary,Date Saved,Notes\n"
         "Crumb,Baker,Saved,https://a.example,Basel,,2026-01-01,\n", "job postings", ["Crumb"]),
        (FORM, "answers to a survey", ["Crumb"]),
        ("Bewerbungsdatum;Bewerbungsstatus;Firma;Position\n2026-03-02;offen;Crumb;Bäckerin\n",
         "applications", ["Crumb"]),
    ],
)  # fmt: skip
def test_what_it_is_is_told_and_its_companies_are_offered(
    text: str, words: str, companies: list[str]
) -> None:
    parsed = read(text)
    assert parsed.offered is not None
    assert words in parsed.offered.words
    assert [name for _, name in parsed.offered.companies][: len(companies)] == companies
    assert people(parsed) == []


def test_people_of_a_tracker_are_brought_without_the_title_of_the_job() -> None:
    parsed = read(TRACKER)
    assert people(parsed) == [("Uma Lind", "Crumb")]
    assert isinstance(parsed.content, Contacts)
    (uma,) = parsed.content.people
    assert (uma.person.email, uma.person.role) == ("uma@crumb.example", "")


def test_a_company_that_is_chosen_is_somebody_to_be_found_there() -> None:
    assert people(read(BOARD, yes=["crumb"])) == [("Somebody at Crumb", "Crumb")]
    assert len(people(read(BOARD, yes="all"))) == 2


def test_they_are_conversations_all_the_same_where_somebody_says_so() -> None:
    parsed = read(TRACKER, talks=True, default_field="Baker", day_first=True)
    assert isinstance(parsed.content, Sheet)
    assert (parsed.offered, parsed.rows) == (None, 2)
    assert [one.value for one in parsed.errors] == ["Applied"], "no status of a conversation"


@pytest.mark.parametrize(
    "text",
    [
        "Name,Company,Title,How Found,Status,Last Contact,Interest Area,Notes,Email,LinkedIn\n"
        "Uma Lind,Crumb,Baker,fair,Completed,2026-03-02,Baking,good,,\n",
        "Timestamp,Who did you talk to?,Which field?,When did you talk?\n"
        "2026-03-02 10:00,Uma Lind,Baking,2026-03-02\n",
        "Company,Role,Date,Takeaway,Salary,Country,Experience\n"
        "Crumb,Baker,2026-03-02,Rise early,31000 CHF,CH,3\n",
        "Company/Role,Interview Date,Key Insights,Field\nCrumb/Baker,2026-03-02,Early,Baking\n",
    ],
)
def test_a_sheet_of_conversations_stays_one(text: str) -> None:
    parsed = read(text, default_field="Baking")
    assert parsed.offered is None
    assert isinstance(parsed.content, Sheet)
    assert len(parsed.content.rows) == 1


SURVEY = "Timestamp,How old are you?,Job title,Annual salary,Currency,Country\n"


def test_a_survey_of_salaries_is_sent_to_the_official_figures() -> None:
    with pytest.raises(Refused, match=r"survey of salaries.*lib reference FILE") as refused:
        read(SURVEY + '3/4/2026 10:00:00,35-44,Baker,"52,000",CHF,Switzerland\n')
    assert refused.value.where == "reference"


def answers(title: str, *amounts: object, country: str = "Switzerland", year: int = 2026) -> str:
    return "".join(f'3/4/{year} 10:00:00,35-44,{title},"{a}",CHF,{country}\n' for a in amounts)


def test_a_survey_is_put_together_by_title_and_place() -> None:
    text = SURVEY + answers("Baker", "50,000", 54000, 56000, 60000, "70k", "a lot", "20/hour")
    found = read_survey((text + answers("Miller", 1, 2, 3, 40000)).encode(), year=2020)
    assert found is not None
    assert (found.answers, found.left) == (5, 6)
    assert found.rows == [
        {
            "title": "Baker", "area": "Switzerland", "currency": "CHF",
            "p10": "", "p25": "54000", "p50": "56000", "p75": "60000", "p90": "",
            "year": "2026", "source": "A survey that you brought, 5 answers",
        }
    ]  # fmt: skip


def test_tenths_need_twenty_answers_and_years_are_not_mixed() -> None:
    text = SURVEY + answers("Baker", *range(40_000, 60_000, 1_000))
    text += answers("baker", *range(90_000, 95_000, 1_000), year=2025)
    found = read_survey((text).encode(), year=2020)
    assert found is not None
    (row,) = found.rows
    # Twenty answers from 40,000 to 59,000: a tenth lies at 41,900, nine tenths at 57,100.
    assert (row["p10"], row["p50"], row["p90"], row["year"]) == ("41900", "49500", "57100", "2026")


def test_too_few_answers_are_no_figures_and_other_tables_no_survey() -> None:
    with pytest.raises(Refused) as refused:
        read_survey((SURVEY + answers("Baker", 50000, 51000)).encode(), year=2026)
    assert str(refused.value) == survey_table.TOO_FEW
    assert read_survey((b"a,b\n1,2\n"), year=2026) is None


def test_a_survey_in_a_workbook_says_the_same_under_its_source() -> None:
    text = SURVEY + answers("Baker", *range(50_000, 55_000, 1_000))
    told = [line.split(",") for line in text.replace('"', "").splitlines()]
    of_book = read_survey(xlsx(told), year=2020, source="Bakers' guild")
    of_text = read_survey(text.encode(), year=2020, source="Bakers' guild")
    assert of_book == of_text
    assert of_book is not None
    assert of_book.rows[0]["source"] == "Bakers' guild, 5 answers"


def test_amounts_without_a_currency_are_left_out_until_one_is_said() -> None:
    text = "timestamp,title,totalyearlycompensation,yearsofexperience\n" + "".join(
        f"6/7/2017 11:33:27,Baker,{amount},2\n" for amount in range(50_000, 55_000, 1_000)
    )
    with pytest.raises(Refused, match="say which one"):
        read_survey(text.encode(), year=2026)
    found = read_survey(text.encode(), year=2026, currency="CHF")
    assert found is not None
    assert (found.rows[0]["currency"], found.rows[0]["year"]) == ("CHF", "2017")


QUESTIONS = (
    "Timestamp,How old are you?,What industry do you work in?,Job title,"
    "\"What is your annual salary? (You'll indicate the currency below. If you work part-time, "
    'please say what it would be for forty hours a week, and leave bonuses out of it.)",'
    "Please indicate the currency,What country do you work in?,What city do you work in?,"
    "How many years of professional work experience do you have?,"
    "What is your highest level of education completed?,What is your gender?\n"
)


def test_a_survey_whose_headings_are_whole_questions_is_told() -> None:
    """No place is taken for somebody's name, and no question for a page of notes."""
    row = '4/27/2026 11:02:10,25-34,Food,Baker,"52,000",CHF,New Zealand,Port Vila,5,Some,Woman\n'
    with pytest.raises(Refused, match="survey of salaries"):
        read(QUESTIONS + row * 6)
    found = read_survey((QUESTIONS + row * 6).encode(), year=2020)
    assert found is not None
    assert (found.rows[0]["title"], found.rows[0]["area"]) == ("Baker", "New Zealand")


@pytest.mark.parametrize(
    ("text", "kind", "brought"),
    [
        (
            "Position;Unternehmen;Ort;Bewerbungsdatum;Status;Ansprechpartner\n"
            "Bäcker;Crumb;Ulm;01.03.2026;Beworben;Uma Lind\n",
            "applications", [("Uma Lind", "Crumb")],
        ),
        (
            "Candidate Name,Job,Stage,Source,Applied On,Email\n"
            "Uma Lind,Baker,Onsite,Referral,2026-03-01,uma@crumb.example\n",
            "applications", [("Uma Lind", "")],
        ),
    ],
    ids=["a board with a contact", "an applicant tracker"],
)  # fmt: skip
def test_applications_are_told_by_the_day_of_one(
    text: str, kind: str, brought: list[tuple[str, str]]
) -> None:
    parsed = read(text)
    assert parsed.offered is not None
    assert kind in parsed.offered.words
    assert people(parsed) == brought
