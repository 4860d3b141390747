#!/usr/bin/env bash
# python-calamine 0.9.1 gives '' for a cell that holds an error (#N/A), for a formula that was never
# calculated, and for an empty cell alike: a reader cannot tell a lost figure from none.
# Expected: something that tells the three apart. Seen: three times ''. Fails when that changes.
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

book = xlsxwriter.Workbook("a.xlsx")
sheet = book.add_worksheet()
sheet.write_row(0, 0, ["error", "not calculated", "empty", "said"])
sheet.write_formula(1, 0, "=NA()", None, "#N/A")
sheet.write_formula(1, 1, "=40000+2000", None, "")
sheet.write(1, 3, 42)
book.close()
rows = CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0).to_python()
print("python-calamine", version("python-calamine"))
for heading, cell in zip(*rows):
    print(f"{heading}: {cell!r}")
assert rows[1][:3] == ["", "", ""], "it tells them apart now"
PY
