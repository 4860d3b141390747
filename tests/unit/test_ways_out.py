"""Every way in which a table leaves: no spreadsheet program runs a cell of it."""

import re
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from lib.charts.base import Drawing
from lib.frames import as_drawn, figures_csv, unrun

ROOT = Path(__file__).parents[2]
RUN = ["=cmd|' /C calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


def calls(pattern: str) -> dict[str, int]:
    """How often screens and commands call what sends a table out, by file."""
    files = [path for folder in ("lib", "pages") for path in (ROOT / folder).rglob("*.py")]
    counted = {
        str(path.relative_to(ROOT)): len(re.findall(pattern, path.read_text(encoding="utf-8")))
        for path in files
    }
    return {name: times for name, times in counted.items() if times}


def test_tables_leave_through_these_places_alone() -> None:
    assert calls(r"to_csv\(|to_excel\(") == {"lib/frames.py": 1}
    assert calls(r"csv\.(?:Dict)?[wW]riter\(") == {
        **{"lib/exporting/sheets.py": 1, "lib/exporting/highlights.py": 1},
        **{"lib/reference/wage_table.py": 1},  # what was brought, kept beside the database
    }
    cells = r"\.write(?:_string|_rich_string|_row|_column|_formula|_array_formula|_url)\("
    assert calls(cells) == {"lib/exporting/workbook.py": 2}, "headings, which are ours, and cells"
    tables = calls(r"st\.(?:dataframe|data_editor|table)\(")
    assert tables == calls(r"(?<!_)unrun\((?!table)"), (
        "a table on a screen has a press that saves it"
    )
    assert calls(r"download_button\(") == {
        "lib/ui/bringing/bring_in.py": 1,
        "lib/ui/after/thank.py": 2,  # a letter, as a document and as mail
        "lib/ui/meeting/ask.py": 1,  # a message, as mail
        "lib/ui/meeting/when.py": 1,  # a calendar file
        "lib/ui/meeting/prepare.py": 1,  # a page to print
        "lib/ui/bringing/columns.py": 1,  # a map of columns, as JSON
        "lib/ui/explore/charts.py": 3,  # two pictures, the figures
        "lib/ui/sharing/coach.py": 1,  # their own remarks, as text and through figures_csv
        "lib/ui/sharing/report.py": 1,
        "lib/ui/settings/take_out.py": 1,
        **{"lib/ui/after/thank.py": 2, "lib/ui/meeting/ask.py": 1},  # a letter, a message: no cells
    }


@pytest.mark.parametrize("cell", RUN)
def test_figures_and_their_headings_are_not_run(cell: str) -> None:
    table = pd.DataFrame({cell: [cell, "plain"], "number": [-1.5, 2.0]})
    text = figures_csv(table).decode("utf-8-sig")
    assert text.splitlines()[-1] == "plain,2.0"
    assert unrun(table).iloc[0].tolist() == [f"'{cell}", -1.5]
    assert list(unrun(table).columns) == [f"'{cell}", "number"]


def test_numbers_and_days_stay_what_they_are() -> None:
    days = pd.to_datetime(["2026-03-02"])
    table = pd.DataFrame({"day": days, "low": [-1], "open": [None], "yes": [True]})
    assert unrun(table).to_dict("records") == table.to_dict("records")


@pytest.mark.parametrize("cell", RUN)
def test_what_a_chart_s_toolbar_saves_is_not_run_and_looks_the_same(cell: str) -> None:
    frame = pd.DataFrame({"label": [cell, "plain"], "low": [-1.0, 1.0]})
    drawing = Drawing({"data": {"name": "marks"}, "mark": "point"}, {"marks": frame})
    sent: Any = drawing.filled["datasets"]["marks"]
    assert isinstance(sent, pa.Table)
    labels = as_drawn(frame)["label"].tolist()
    assert labels == [f"\u200b{cell}", "plain"]
    if "label" in sent.column_names:
        assert sent["label"].to_pylist() == labels


def test_a_chart_whose_labels_are_harmless_is_sent_as_it_is() -> None:
    frame = pd.DataFrame({"label": ["SQL", None], "low": [-1.0, 1.0]})
    assert as_drawn(frame) is frame
