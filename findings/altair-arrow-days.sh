#!/usr/bin/env bash
# Altair 6.3.0 with pandas 3.1.0: a column of days in Arrow's type (as a database read through Arrow
# gives it) is encoded as temporal, the specification is built, and then cannot be written as JSON.
# The same Arrow table without pandas can. Expected: both, or a refusal where the chart is made.
# Seen: TypeError from json, after Altair was done. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check altair==6.3.0 pandas==3.1.0 pyarrow==26.0.1
cd "$here"
"$here/env/bin/python" - <<'PY'
import json
from datetime import date
from importlib.metadata import version

import altair as alt
import pandas as pd
import pyarrow as pa

table = pa.table({"day": pa.array([date(2026, 3, 1)]), "told": [1]})
frame = table.to_pandas(types_mapper=pd.ArrowDtype)
print("altair", version("altair"), "pandas", version("pandas"), "pyarrow", version("pyarrow"))
marks = {"x": "day", "y": "told"}
drawn = alt.Chart(frame).mark_point().encode(**marks).to_dict()
print("from pandas:", drawn["encoding"]["x"])
try:
    json.dumps(drawn)
except TypeError as error:
    print("as JSON:", error)
else:
    raise SystemExit("it can be written now")
print("from Arrow:", len(alt.Chart(table).mark_point().encode(**marks).to_json()), "characters")
PY
