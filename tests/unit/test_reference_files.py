"""`reference FILE`: a country's wages, BLS's projections and O*NET's release, in their layouts.

Every figure in the files of these tests is invented; their layouts are the official ones.
"""

import csv
import io
import json
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.__main__ import main
from lib.errors import Refused
from lib.reference import occupations, onet, own, places, wage_table, wages
from lib.reference.bringing import bring
from lib.reference.projections import projection
from tests.unit.workbooks_made import xlsx

HEAD = "title,area,currency,p10,p25,p50,p75,p90,year,source\n"
WELDER = "Schweißer/in,Sachsen,EUR,28000,31000,35500,40000,,2025,Statistisches Amt\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIELDWORK_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


def table(*rows: str) -> bytes:
    return (HEAD + "".join(row if row.endswith("\n") else f"{row}\n" for row in rows)).encode()


def refusal(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        bring(content)
    words = str(refused.value)
    assert "\n" not in words
    assert not (places.brought("wages.csv")).exists()
    return words


# A country's own wages


def test_a_countrys_wages_are_found_and_read_by_value() -> None:
    assert bring(table(WELDER)).rows == 1
    found = occupations.search("schweißer")[0]
    assert (found.title, own.is_own(found.code)) == ("Schweißer/in", True)
    (area,) = wages.areas_of(found.code)
    assert occupations.area(area) == "Sachsen"
    wage = wages.wage(found.code, area)
    assert wage is not None
    assert wage.at == {10: 28_000, 25: 31_000, 50: 35_500, 75: 40_000}
    assert (wage.currency, wage.period, wage.exact(90)) == ("EUR", "year", None)
    assert (wage.release, wage.source) == ("2025", "Statistisches Amt")


def test_a_second_table_replaces_the_same_title_and_area_and_keeps_the_rest() -> None:
    bring(table(WELDER, "Koch,Sachsen,EUR,,,30000,,,2024,Amt"))
    code = occupations.search("schweißer")[0].code
    before = places.release()
    bring(table(WELDER.replace("35500", "36500").replace("2025", "2026")))
    assert places.release() != before
    again = wages.wage(code, wages.areas_of(code)[0])
    assert again is not None
    assert (again.at[50], again.release) == (36_500, "2026")
    assert occupations.search("Koch")[0].title == "Koch"


def test_columns_stand_in_any_order_and_amounts_as_people_write_them() -> None:
    text = 'Source;Year;p90;p75;p50;p25;p10;Currency;Area;Title\nAmt;2025;;;"35,500";;;eur;A;B\n'
    (row,) = wage_table.read_wages(text)
    assert (row["p50"], row["currency"], row["title"]) == ("35500", "EUR", "B")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty."),
        (b"a,b\n1,2\n", "no table of wages"),
        (HEAD.replace("p25,", "").encode() + b"x\n", "lacks p25"),
        (HEAD.encode(), "no row below"),
        (table(",Sachsen,EUR,,,1,,,2025,Amt"), "Row 2 has no title"),
        (table("A,B,EUR,,,1,,,2025,"), "Row 2 has no source"),
        (table("A,B,XXQ,,,1,,,2025,Amt"), "“XXQ” is no currency"),
        (table("A,B,EUR,,,1,,,25,Amt"), "“25” is no year"),
        (table("A,B,EUR,,,**,,,2025,Amt"), "“**” under p50 is no amount"),
        (table("A,B,EUR,,,nan,,,2025,Amt"), "“nan” under p50"),
        (table("A,B,EUR,,,-5,,,2025,Amt"), "“-5” under p50"),
        (table("A,B,EUR,,,,,,2025,Amt"), "Row 2 has no figure"),
        (table(WELDER, "A,B,EUR,5,4,,,,2025,Amt"), "Row 3: p25 is less than p10"),
        (table(WELDER, WELDER), "Rows 2 and 3 are both about “Schweißer/in”"),
        (table("A" * 201 + ",B,EUR,,,1,,,2025,Amt"), "201 characters"),
        (b"%PDF-1.7 ...", "This is a PDF."),
        (b"PK\x03\x04broken", "neither O*NET's release nor a workbook"),
    ],
)
def test_a_wrong_table_gets_one_clear_sentence_and_nothing_is_kept(
    content: bytes, words: str
) -> None:
    assert words in refusal(content)


@given(st.text(max_size=300))
def test_whatever_text_comes_is_read_or_refused(text: str) -> None:
    with suppress(Refused):
        assert wage_table.read_wages(HEAD + text)


def test_a_survey_of_salaries_is_kept_as_wages() -> None:
    head = "Timestamp,Job title,Annual salary,Currency,Country\n"
    rows = "".join(f"2025-03-02,Zorblat,{n},EUR,Sachsen\n" for n in range(50_000, 55_000, 1_000))
    brought = bring((head + rows).encode())
    assert (brought.kind, brought.rows) == ("survey", 1)
    assert "from 5 answers. Choose the titles" in brought.words
    code = occupations.search("zorblat")[0].code
    wage = wages.wage(code, wages.areas_of(code)[0])
    assert wage is not None
    assert (wage.at[50], wage.source) == (52_000, "A survey that you brought, 5 answers")


# BLS Employment Projections

SHEET: list[list[Any]] = [
    ["Table 1.2 Occupational projections, 2024\u201334, and worker characteristics, 2024"],
    [
        "2024 National Employment Matrix title",
        "2024 National Employment Matrix code",
        "Occupation type",
        "Employment, 2024",
        "Employment, 2034",
        "Employment distribution, percent, 2024",
        "Employment distribution, percent, 2034",
        "Employment change, numeric, 2024\u201334",
        "Employment change, percent, 2024\u201334",
        "Percent self employed, 2024",
        "Occupational openings, 2024\u201334 annual average",
        "Median annual wage, dollars, 2024[1]",
    ],
    ["Total, all occupations", "00-0000", "Summary", 1000.5, 1030.0, 100, 100, 29.5, 2.9, 6, 90.1],
    ["Cooks[2]", "35-2010", "Summary", 100, 95.0, 10, 9, -5, -5.0, 1, 12, 30_000],
    ["Software developers", "15-1252", "Line item", 50.5, 60.5, 5, 6, 10, 19.8, 1, "\u2014", "x"],
    ["[1] Data are from a survey that is named here."],
]
FASTEST = [[SHEET[0][0]], SHEET[1], SHEET[4]]


def test_projections_are_read_from_the_bureaus_workbook() -> None:
    content = xlsx({"Table 1.3": FASTEST, "Table 1.2": SHEET, "Notes": [["See the web site"]]})
    assert (bring(content).kind, bring(content).rows) == ("projections", 3)
    found = projection("15-1252")
    assert found is not None
    assert (found.base_year, found.target_year, found.change) == (2024, 2034, 19.8)
    assert (found.jobs, found.projected, found.openings) == (50.5, 60.5, None)
    assert "Employment Projections" in found.source


def test_occupations_projected_together_have_their_groups_projection() -> None:
    bring(xlsx({"Table 1.2": SHEET}))
    found = projection("35-2014")
    assert found is not None
    assert (found.title, found.change, found.openings) == ("Cooks", -5.0, 12.0)
    assert projection("47-2111") is None


def test_nothing_brought_is_nothing_projected() -> None:
    assert projection("15-1252") is None
    assert (onet.titles(), onet.related("15-1252"), onet.skills("15-1252")) == ((), (), {})


@pytest.mark.parametrize(
    "sheet",
    [
        [["A", "B"], [1, 2]],
        [["2024 National Employment Matrix title", "2024 National Employment Matrix code"]],
        SHEET[:2],
    ],
)
def test_another_workbook_is_refused(sheet: list[list[Any]]) -> None:
    assert "No sheet of this workbook is BLS's table" in refusal(xlsx({"Sheet": sheet}))


# O*NET

RATED = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tRecommend Suppress\n"
RELEASE = {
    "Occupation Data.txt": "O*NET-SOC Code\tTitle\tDescription\n"
    "15-1252.00\tSoftware Developers\tDevelop it.\n"
    '15-1253.00\tSoftware Quality Assurance Analysts and Testers\tTest "it.\n'
    "15-2051.00\tData Scientists\tCount it.\n"
    "15-2051.01\tBusiness Intelligence Analysts\tShow it.\n",
    "Job Titles.txt": "O*NET-SOC Code\tJob Title\tShort Title\tSource(s)\n"
    "15-1252.00\tZorblat Wrangler\tn/a\t08\n",
    "Related Occupations.txt": "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\tIndex\n"
    "15-1252.00\t15-2051.00\tPrimary-Long\t6\n"
    "15-1252.00\t15-1253.00\tPrimary-Short\t1\n"
    "15-2051.00\t15-2051.01\tPrimary-Short\t1\n",
    "Essential Skills.txt": RATED
    + "15-1252.00\t2.A.1.a\tReading Comprehension\tIM\t3.88\t8\tN\n"
    + "15-1252.00\t2.A.1.a\tReading Comprehension\tLV\t4.50\t8\tN\n",
    "Transferable Skills.txt": RATED
    + "15-2051.00\t2.B.3.e\tProgramming\tIM\t3.10\t8\tN\n"
    + "15-2051.01\t2.B.3.e\tProgramming\tIM\t3.50\t8\tN\n",
}


def packed(files: dict[str, str], folder: str = "db_30_3_text/") -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(folder + name, text.replace("\n", "\r\n"))
    return content.getvalue()


def test_onets_release_is_read_by_soc_code() -> None:
    assert bring(packed(RELEASE)).kind == "onet"
    assert onet.related("15-1252") == (
        ("15-1253", "Software Quality Assurance Analysts and Testers"),
        ("15-2051", "Data Scientists"),
    )
    assert onet.related("15-2051") == ()
    assert onet.skills("15-1252") == {"2.A.1.a": 3.88}
    assert onet.skills("15-2051") == {"2.B.3.e": 3.5}


def test_onets_titles_join_the_search() -> None:
    assert occupations.search("zorblat wrangler") == []
    bring(packed(RELEASE))
    first = occupations.search("zorblat wrangler")[0]
    assert (first.code, first.by) == ("15-1252", "Zorblat Wrangler")


def test_an_older_release_names_its_files_otherwise() -> None:
    files = dict(RELEASE)
    files["Alternate Titles.txt"] = files.pop("Job Titles.txt").replace("Job T", "Alternate T")
    files["Skills.txt"] = files.pop("Essential Skills.txt")
    del files["Transferable Skills.txt"]
    bring(packed(files, "db_29_0_text/"))
    assert occupations.search("zorblat wrangler")[0].code == "15-1252"
    assert onet.skills("15-1252") == {"2.A.1.a": 3.88}


def as_csv(text: str) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(line.split("\t") for line in text.splitlines())
    return made.getvalue()


def as_workbooks(files: dict[str, str], folder: str) -> bytes:
    """The Excel archive: a workbook a file, with two columns of names beside the codes."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in files.items():
            rows = [line.split("\t") for line in text.splitlines()]
            wider = [[row[0], "Title" if at == 0 else "Name", *row[1:]] for at, row in
                     enumerate(rows)] if "Skills" in name else rows  # fmt: skip
            archive.writestr(folder + name.replace(".txt", ".xlsx"), xlsx({name[:-4]: wider}))
    return content.getvalue()


def test_the_archives_that_the_release_s_page_links_first_say_the_same() -> None:
    csvs = {name.replace(".txt", ".csv"): as_csv(text) for name, text in RELEASE.items()}
    archives = (
        packed(RELEASE, "db_31_0_text/"),
        packed(csvs, "db_31_0_csv/"),
        packed({name.replace(" ", "_"): text for name, text in csvs.items()}, ""),
        as_workbooks(RELEASE, "db_31_0_excel/"),
    )
    said = []
    for archive in archives:
        assert bring(archive).kind == "onet"
        said.append((onet.titles(), onet.related("15-1252"), onet.skills("15-2051")))
    assert said[0][2] == {"2.B.3.e": 3.5}
    assert said == [said[0]] * 4


RATED_31 = (
    "O*NET-SOC Code,Title,Element ID,Element Name,Scale ID,Scale Name,Data Value,N,Standard Error,"
    "Lower CI Bound,Upper CI Bound,Recommend Suppress,Not Relevant,Date,Domain Source\n"
)
AS_DOCUMENTED = {
    "occupation_data.csv": "O*NET-SOC Code,Title,Description\n15-2051.00,Data Scientists,Count.\n",
    "job_titles.csv": "O*NET-SOC Code,Title,Job Title,Short Title,Source(s)\n"
    "15-2051.00,Data Scientists,Zorblat Wrangler,,08\n",
    "sample_of_reported_titles.csv": "O*NET-SOC Code,Title,Reported Job Title,Shown in My Next "
    "Move\n15-2051.00,Data Scientists,Zorblat Chief,Y\n",
    "related_occupations.csv": "O*NET-SOC Code,Title,Related O*NET-SOC Code,Related Title,"
    "Relatedness Tier,Index\n15-2051.00,Data Scientists,15-1252.00,Software Developers,Primary-"
    "Short,1\n",
    "essential_skills.csv": RATED_31 + "15-2051.00,Data Scientists,2.A.1.a,Reading,IM,Importance,"
    "3.88,8,0.1,3.6,4.0,N,,08/2026,Analyst\n15-2051.00,Data Scientists,2.A.1.b,Listening,IM,"
    "Importance,3.00,8,0.9,1.2,4.8,Y,,08/2026,Analyst\n",
    "transferable_skills.csv": RATED_31 + "15-2051.00,Data Scientists,2.B.3.e,Programming,IM,"
    "Importance,4.10,8,0.1,3.9,4.3,N,N,08/2026,Analyst\n",
}
"""File names and headings as the data dictionary of 31.0 has them; the ratings are invented."""


def test_a_release_with_the_documented_headings_of_31_0_is_read() -> None:
    words = bring(packed(AS_DOCUMENTED, "db_31_0_csv/")).words
    assert "those that the release marks as too imprecise (1) are left out" in words
    assert {title for title, _ in onet.titles()} == {
        "Data Scientists", "Zorblat Wrangler", "Zorblat Chief",
    }  # fmt: skip
    assert onet.related("15-2051") == (("15-1252", ""),)
    assert onet.skills("15-2051") == {"2.A.1.a": 3.88, "2.B.3.e": 4.1}


def test_what_the_release_itself_finds_too_imprecise_is_left_out_and_said() -> None:
    files = dict(RELEASE)
    files["Transferable Skills.txt"] = files["Transferable Skills.txt"].replace(
        "3.50\t8\tN", "3.50\t3\tY"
    )
    words = bring(packed(files)).words
    assert onet.skills("15-2051") == {"2.B.3.e": 3.1}, "the finer occupation's rating is gone"
    assert "those that the release marks as too imprecise (1) are left out." in words
    assert "imprecise" not in bring(packed(RELEASE)).words


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"readme.txt": "hello"}, "neither O*NET's release nor a workbook"),
        ({"Occupation Data.txt": "O*NET-SOC Code\tTitle\n"}, "lists no occupations"),
        ({"Occupation Data.txt": "Code\tName\nx\ty\n"}, "lacks the column “O*NET-SOC Code”"),
        (
            {**RELEASE, "Job Titles.txt": "O*NET-SOC Code\tNickname\nx\ty\n"},
            "Job Titles.txt of this release lacks the column “Job Title”",
        ),
    ],
)
def test_a_wrong_release_gets_one_clear_sentence(files: dict[str, str], words: str) -> None:
    assert words in refusal(packed(files))
    assert onet.titles() == ()


def test_a_release_that_was_cut_off_is_refused() -> None:
    whole = packed(RELEASE)
    at = whole.index(b"15-1252") if b"15-1252" in whole else 80
    assert refusal(whole[:at] + b"\x00" * 40 + whole[at + 40 :])


# The command


def test_the_command_says_what_it_kept_or_what_is_wrong(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "wages.csv"
    file.write_bytes(table(WELDER))
    assert main(["reference", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"kind": "wages", "rows": 1}
    file.write_bytes(b"a,b\n")
    assert main(["reference", str(file)]) == 2
    assert "no table of wages" in capsys.readouterr().err
    assert main(["reference", str(tmp_path / "none.csv")]) == 2
    assert "cannot be read" in capsys.readouterr().err
