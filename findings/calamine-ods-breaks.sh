#!/usr/bin/env bash
# python-calamine 0.9.1 drops a tab and a line break within a paragraph of an OpenDocument cell, so
# that the words on their two sides become one: "Bern<line-break/>Basel" is read as "BernBasel".
# Expected: white space between them (as between two paragraphs). Seen: none. Fails when it changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check python-calamine==0.9.1
cd "$here"
"$here/env/bin/python" - <<'PY'
import zipfile
from importlib.metadata import version

from python_calamine import CalamineWorkbook

KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"
CELLS = {
    "two paragraphs": "<text:p>Bern</text:p><text:p>Basel</text:p>",
    "line break": "<text:p>Bern<text:line-break/>Basel</text:p>",
    "tab": "<text:p>Bern<text:tab/>Basel</text:p>",
}
cells = "".join(
    f'<table:table-cell office:value-type="string">{cell}</table:table-cell>'
    for cell in CELLS.values()
)
spaces = " ".join(f'xmlns:{one}="{NAMES}{one}:1.0"' for one in ("office", "table", "text"))
content = (
    f'<office:document-content {spaces} office:version="1.3"><office:body><office:spreadsheet>'
    f'<table:table table:name="a"><table:table-row>{cells}</table:table-row></table:table>'
    "</office:spreadsheet></office:body></office:document-content>"
)
manifest = (
    f'<m:manifest xmlns:m="{NAMES}manifest:1.0" m:version="1.3">'
    f'<m:file-entry m:full-path="/" m:media-type="{KIND}"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
with zipfile.ZipFile("a.ods", "w") as packed:
    packed.writestr("mimetype", KIND)
    packed.writestr("content.xml", content)
    packed.writestr("META-INF/manifest.xml", manifest)
(row,) = CalamineWorkbook.from_path("a.ods").get_sheet_by_index(0).to_python()
print("python-calamine", version("python-calamine"))
for name, cell in zip(CELLS, row):
    print(f"{name}: {cell!r}")
assert row == ["Bern\nBasel", "BernBasel", "BernBasel"], "it keeps them apart now"
PY
