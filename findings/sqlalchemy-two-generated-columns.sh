#!/usr/bin/env bash
# SQLAlchemy 2.1.9 on SQLite: two generated columns on one line of a CREATE TABLE are reflected as one
# expression that runs from the first into the second; with a line each they are read right.
# Expected: lower(a). Seen: "lower(a)) stored, c text generated always as (upper(a)".
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check sqlalchemy==2.1.9
cd "$here"
"$here/env/bin/python" - <<'PY'
from importlib.metadata import version

import sqlalchemy as sa

b = "b text generated always as (lower(a)) stored"
c = "c text generated always as (upper(a)) stored"
engine = sa.create_engine("sqlite://")
print("SQLAlchemy", version("sqlalchemy"))
with engine.begin() as connection:
    connection.exec_driver_sql(f"create table one_line (a text, {b}, {c})")
    connection.exec_driver_sql(f"create table lines (a text,\n{b},\n{c})")
    seen = {}
    for table in ("one_line", "lines"):
        columns = sa.inspect(connection).get_columns(table)
        seen[table] = {one["name"]: one.get("computed", {}).get("sqltext") for one in columns}
        print(table, seen[table])
engine.dispose()
assert seen["lines"]["b"] == "lower(a)"
assert seen["one_line"]["b"].startswith("lower(a)) stored, c text"), "it is read right now"
PY
