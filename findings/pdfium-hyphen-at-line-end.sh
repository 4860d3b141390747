#!/usr/bin/env bash
# pypdfium2 5.15.2: a hyphen at a line's end inside a word is no hyphen in the text. get_text_bounded
# gives the control character U+0002, get_text_range the noncharacter U+FFFE, and the line's end is gone.
# It is the same sign whether the setting made the hyphen ("employ-ment") or somebody wrote it
# ("self-employment", "long-term"), so the two cannot be told apart any more.
# Expected: U+00AD or a hyphen with the line's end. Seen: as above. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

import pypdfium2
import typst

page = "#set page(width: 5cm, height: auto, margin: 4mm)\n#set text(lang: \"en\", hyphenate: {})\n"
words = "The state-of-the-art in part-time self-employment, and long-term-care shifts.\n"
print("typst", version("typst"), "pypdfium2", version("pypdfium2"))
for setting, part in (("false", "self{}employment"), ("true", "self-employ{}ment")):
    made = typst.compile((page.format(setting) + words).encode())
    text = pypdfium2.PdfDocument(made)[0].get_textpage()
    print(f"hyphenate: {setting}", repr(text.get_text_bounded()))
    assert part.format("\x02") in text.get_text_bounded(), "another sign now"
    assert part.format("\ufffe") in text.get_text_range(), "another sign now"
PY
