#!/usr/bin/env bash
# webvtt-py 0.6.0: a cue in which two people speak, as meeting programs write them, belongs to the
# first of them: .voice is Ann, .text holds both sentences, the answer is laid into the mouth of who
# asked. And the escapes that the format demands (&amp; &lt;) stay in .text.
# Expected: two voices, text unescaped. Seen: one, and 'R&amp;D'. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check webvtt-py==0.6.0
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

import webvtt

with open("talk.vtt", "w") as file:
    file.write(
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"
        "<v Ann>What does it pay?</v>\n<v Bea>Fifty, in R&amp;D.</v>\n"
    )
(cue,) = webvtt.read("talk.vtt")
print("webvtt-py", version("webvtt-py"))
print(f"voice {cue.voice!r}, text {cue.text!r}, raw {cue.raw_text!r}")
assert cue.voice == "Ann", "it tells the voices apart now"
assert cue.text == "What does it pay?\nFifty, in R&amp;D.", "it unescapes now"
PY
