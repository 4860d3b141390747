"""Official wages by value, their notes, and the search among titles and what people say."""

import csv
import gzip
import sqlite3
from math import inf
from pathlib import Path

import pytest
from pyarrow import parquet

from lib import statistics
from lib.reference import occupations, wages
from lib.reference.figures import Wage
from lib.reference.occupations import NATION
from lib.reference.places import AREAS, OCCUPATIONS, WAGES
from scripts import make_wages

OHIO, DALLAS = "3900000", "0019100"

FIVE = {
    ("15-1252", NATION): (82_460, 105_210, 135_980, 171_980, 214_670),
    ("29-1141", NATION): (68_940, 80_330, 97_550, 112_350, 137_470),
    ("51-4121", NATION): (39_240, 46_790, 53_750, 63_010, 77_530),
    ("25-2031", NATION): (48_780, 59_980, 72_040, 92_570, 107_600),
    ("27-3042", NATION): (57_440, 70_880, 90_390, 115_510, 145_270),
    ("29-1141", OHIO): (66_980, 79_200, 82_510, 99_030, 105_290),
    ("15-1252", DALLAS): (85_920, 105_660, 133_290, 164_100, 179_400),
}
"""As BLS released them for May 2025, in dollars a year."""


@pytest.mark.parametrize(("where", "figures"), FIVE.items())
def test_the_figures_are_those_of_the_release(
    where: tuple[str, str], figures: tuple[int, ...]
) -> None:
    found = wages.wage(*where)
    assert found is not None
    assert tuple(found.at.values()) == figures
    assert (found.currency, found.period, found.open_from) == ("USD", "year", None)
    assert found.release == "May 2025"
    assert "Bureau of Labor Statistics" in found.source


def test_what_was_not_released_is_no_figure() -> None:
    found = wages.wage("15-1254", "0010180")
    assert found is not None
    assert not found.released
    assert found.exact(50) is None


def test_a_top_coded_figure_is_an_open_end() -> None:
    found = wages.wage("29-1211", "0024340")
    assert found is not None
    assert found.open_from == 90
    assert found.exact(75) == 384_800
    assert found.exact(90) is None
    assert found.at[90] == 384_800  # BLS says at least $239,200; the 75th is more than that
    whole = wages.wage("29-1215", "0010540")
    assert whole is not None
    assert [whole.exact(share) for share in (10, 50, 90)] == [None] * 3
    assert set(whole.at.values()) == {239_200}


def test_pay_published_by_the_hour_alone_stays_by_the_hour() -> None:
    found = wages.wage("27-2011", NATION)
    assert found is not None
    assert found.period == "hour"
    assert found.at == {10: 16.50, 25: 20.34, 50: 29.05, 75: 97.95, 90: 143.68}


@pytest.mark.parametrize(
    ("code", "area"), [("99-9999", NATION), ("15-1252", "9999999"), ("~none", NATION), ("", "")]
)
def test_what_there_is_not_is_none(code: str, area: str) -> None:
    assert wages.wage(code, area) is None


def test_the_nation_comes_first_then_states() -> None:
    codes = wages.areas_of("15-1252")
    kinds = {row["code"]: row["kind"] for row in rows(AREAS)}
    assert codes[0] == NATION
    order = [kinds[code] for code in codes]
    assert order == sorted(order, key=["nation", "state", "metropolitan"].index)


def test_every_row_has_a_title_and_an_area_and_rises() -> None:
    table = parquet.read_table(WAGES).to_pandas()
    titles = {int(code.replace("-", "")) for code in occupations.titles()}
    assert set(table["occupation"]) <= titles
    assert set(table["area"]) <= {int(row["code"]) for row in rows(AREAS)}
    for letter in "ah":
        figures = table[[f"{letter}{n}" for n in (10, 25, 50, 75, 90)]].dropna()
        assert (figures.diff(axis=1).iloc[:, 1:] >= 0).all(axis=None)


def test_every_alias_means_an_occupation_and_is_no_title_of_another() -> None:
    titles = {row["title"].casefold(): row["code"] for row in rows(OCCUPATIONS)}
    for alias, code in occupations.aliases():
        assert occupations.title(code)
        assert titles.get(alias.casefold(), code) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Software Developers", "15-1252"),
        ("15-1252", "15-1252"),
        ("software dev", "15-1252"),
        ("data scientits", "15-2051"),
        ("UX researcher", "15-1255"),
        ("chemistry teacher", "25-2031"),
        ("registred nurse", "29-1141"),
        ("instructional designer", "25-9031"),
        ("WELDER", "51-4121"),
    ],
)
def test_the_search_finds_by_title_alias_code_and_in_spite_of_slips(typed: str, code: str) -> None:
    assert occupations.search(typed)[0].code == code


def test_an_alias_is_said_beside_the_title() -> None:
    first = occupations.search("ux researcher")[0]
    assert (first.title, first.by) == ("Web and Digital Interface Designers", "UX researcher")
    assert occupations.search("Data Scientists")[0].by == ""


@pytest.mark.parametrize("typed", ["", "  ", "qqqqq", "x"])
def test_what_is_no_work_finds_nothing(typed: str) -> None:
    assert occupations.search(typed) == []


def test_the_script_reads_the_packages_layout_and_its_notes(tmp_path: Path) -> None:
    """The figures of this small file are invented."""
    file = tmp_path / "small.sqlite"
    columns = ", ".join(f"{letter}{n:02} TEXT" for letter in "vf" for n in range(1, 18))
    with sqlite3.connect(file) as database:
        database.execute(f"CREATE TABLE cell (key TEXT, {columns})")
        keep(database, "OEUN0000000000000111111", ["1", "2", "3", "4", "-"], {15: "5"})
        keep(database, "OEUN0000000000000222222", ["-"] * 5, dict.fromkeys(range(11, 16), "4"))
        keep(database, "OEUN0000000113300111111", ["9"] * 5, {})
        keep(database, "OEUN0000000000000000000", ["9"] * 5, {})
    packed = tmp_path / "small.sqlite.gz"
    packed.write_bytes(gzip.compress(file.read_bytes()))
    file.write_bytes(make_wages.unpacked(packed))
    with sqlite3.connect(file) as database:
        first, second = make_wages.wages(database)
    assert [first[f"a{n}"] for n in make_wages.SHARES] == [1, 2, 3, 4, 239_200]
    assert (first["open_from"], first["h50"], first["occupation"]) == (90, None, 111111)
    assert [second[f"a{n}"] for n in make_wages.SHARES] == [None] * 5
    assert [second[f"h{n}"] for n in make_wages.SHARES] == [1050] * 5


def keep(database: sqlite3.Connection, key: str, annual: list[str], notes: dict[int, str]) -> None:
    values = dict.fromkeys((f"v{n:02}" for n in range(6, 11)), "10.50")
    values |= {f"v{n}": value for n, value in zip(range(11, 16), annual, strict=True)}
    values |= {f"f{n}": note for n, note in notes.items()}
    marks = ", ".join("?" * (len(values) + 1))
    names = ", ".join(["key", *values])
    database.execute(f"INSERT INTO cell ({names}) VALUES ({marks})", [key, *values.values()])


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


AT = {10: 40.0, 25: 50.0, 50: 60.0, 75: 70.0, 90: 80.0}


Ends = tuple[float, float]


@pytest.mark.parametrize(
    ("figures", "lies"),
    [
        ([(71, 75), (72, inf), (60, 60)], (2, True, 75)),
        ([(81, 85), (90, 90), (85, 86)], (3, True, 90)),
        ([(81, 85), (90, 90), (85, 86), (71, 72), (73, 74)], (3, True, 90)),
        ([(70, 75), (72, 75), (69, 90)], None),
        ([(-inf, 75), (72, 75), (71, 90), (60, 60)], None),
        ([(81, 85), (82, 90)], None),
        ([(20, 30), (81, 90), (60, 60)], None),
        ([(20, 30), (30, 39), (60, 60)], (2, False, 10)),
        ([(45, 49), (41, 44), (60, 60)], (2, False, 25)),
        ([(45, inf), (45, inf), (45, inf)], None),
        ([], None),
    ],
)
def test_most_of_three_people_or_more_must_lie_on_one_side(
    figures: list[Ends], lies: tuple[int, bool, int] | None
) -> None:
    found = statistics.beyond({f"P{place}": ends for place, ends in enumerate(figures)}, AT)
    assert (found and (len(found.those), found.above, found.share)) == lies


def test_nothing_is_above_a_mere_lower_bound() -> None:
    people = dict.fromkeys("PQR", (500.0, 600.0))
    assert statistics.beyond(people, {10: 40.0, 25: 50.0}) is None


@pytest.mark.parametrize(
    ("release", "year"), [("May 2025", 2025), ("2023, revised 2024", 2024), ("latest", None)]
)
def test_a_release_has_a_year_where_its_name_holds_one(release: str, year: int | None) -> None:
    assert Wage({}, "year", "USD", release, "Amt").year == year
