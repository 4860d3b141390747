#!/usr/bin/env bash
# vobject 0.9.9 gives only what stands before the first comma of a text in a vCard: always in version
# 2.1, where a comma is text and no escape for it exists, and in 3.0 where a writer left it unescaped.
# Two people "Kim, Dae" and "Kim, Sun" become one name, a note loses its second half, and nothing
# is raised. Expected: the whole text. Seen: FN 'Kim', NOTE 'met in Oslo'. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check vobject==0.9.9
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

import vobject

card = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Kim;Dae\r\nFN:Kim, Dae\r\n"
    "TITLE:Nurse, night shift\r\nNOTE:met in Oslo, twice\r\nEND:VCARD\r\n"
)
print("vobject", version("vobject"))
for number in ("2.1", "3.0"):
    read = vobject.readOne(card.replace("VERSION:2.1", f"VERSION:{number}"))
    seen = {name: read.contents[name][0].value for name in ("fn", "title", "note")}
    print(number, seen)
    expected = {"fn": "Kim", "title": "Nurse", "note": "met in Oslo"}
    assert seen == expected, "it keeps the text now"
PY
