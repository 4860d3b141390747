#!/usr/bin/env bash
# text2num 3.1.0 turns numbers in words into digits, each by itself: where a range shares its
# thousand, or a fraction stands before a million, the result is another figure, and no longer
# looks like words that somebody would doubt. Expected: the words left alone, or the range of 50000 to
# 60000 and 500000. Seen: '50 to 60000', 'eine halbe 1000000', 'one and a half 1000000'.
# A salary read from that is wrong by a factor of a thousand. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check text2num==3.1.0
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

from text_to_num import alpha2digit

seen = {
    ("en", "between fifty and sixty thousand a year"): "between 50 and 60000 a year",
    ("en", "fifty to sixty thousand"): "50 to 60000",
    ("en", "one and a half million"): "one and a half 1000000",
    ("de", "eine halbe Million"): "eine halbe 1000000",
}
print("text2num", version("text2num"))
for (language, words), digits in seen.items():
    read = alpha2digit(words, language)
    print(f"{language}: {words!r} -> {read!r}")
    assert read == digits, "it reads them otherwise now"
PY
