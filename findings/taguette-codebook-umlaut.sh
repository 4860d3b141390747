#!/usr/bin/env bash
# Taguette 1.5.2 guesses the encoding of a codebook that is brought to it, and takes UTF-8 with few
# letters beyond ASCII for another one: a single umlaut in a hundred tags comes in as two wrong
# characters, without a warning. A byte order mark before the file decides it rightly.
# Expected: "Kündigung" both times. Seen: garbled without the mark. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check taguette==1.5.2 chardet==5.2.0
cd "$here"
"$here/env/bin/python" - <<'PY'
import codecs
import io
from importlib.metadata import version

from taguette.import_codebook import list_tags_csv

lines = ["tag,description", *(f"skill {number}," for number in range(20)), "Kündigung,"]
plain = "\r\n".join(lines).encode()
print("taguette", version("taguette"), "chardet", version("chardet"))
seen = {}
for name, content in (("without mark", plain), ("with mark", codecs.BOM_UTF8 + plain)):
    try:
        seen[name] = list_tags_csv(io.BytesIO(content))[-1]["path"]
    except ValueError as error:
        seen[name] = repr(error)
    print(f"{name}: {seen[name]}")
assert seen["without mark"] != "Kündigung", "it is read right without a mark now"
assert seen["with mark"] == "Kündigung"
PY
