#!/usr/bin/env bash
# python-calamine 0.9.1: what a number of hours becomes hangs on two brackets in its format. 1.5 days
# are a timedelta of 36 hours under [h]:mm, a day of the year 1900 at noon under h:mm, and 0.5 is a time
# of day there: a column of talk lengths (or of hours a week) that mixes the two comes as three types.
# Expected: one type for one column of durations. Seen: three. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1 xlsxwriter==3.3.1
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

import xlsxwriter
from python_calamine import CalamineWorkbook

book = xlsxwriter.Workbook("hours.xlsx")
sheet = book.add_worksheet()
for row, days in enumerate((1.5, 0.5)):
    for column, words in enumerate(("[h]:mm", "h:mm")):
        sheet.write_number(row, column, days, book.add_format({"num_format": words}))
book.close()
rows = CalamineWorkbook.from_path("hours.xlsx").get_sheet_by_index(0).to_python()
print("python-calamine", version("python-calamine"))
for days, row in zip((1.5, 0.5), rows, strict=True):
    print(f"{days} days: [h]:mm gives {row[0]!r}, h:mm gives {row[1]!r}")
kinds = [[type(cell).__name__ for cell in row] for row in rows]
assert kinds == [["timedelta", "datetime"], ["timedelta", "time"]], "one type now"
PY
