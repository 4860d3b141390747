#!/usr/bin/env bash
# A calendar whose zones were added by icalendar 7.3.2 (add_missing_timezones) is read an hour late,
# all summer, by vobject 0.9.9: the onsets stand on one RDATE line with commas, which RFC 5545 allows,
# and vobject takes the first of them alone, so that daylight time is over after 1981.
# Expected: 10:00 +02:00 in Berlin in July. Seen: 10:00 +01:00, without a word. icalendar reads its own
# file right, so a test with one library alone does not show it. Fails when that changes.
set -eu
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
python3 -m venv "$here/env"
"$here/env/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 tzdata==2026.6
cd "$here"
"$here/env/bin/python" - <<'PY'
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from zoneinfo import ZoneInfo

import icalendar
import vobject

event = icalendar.Event()
event.add("uid", "talk@example.org")
event.add("dtstamp", datetime(2026, 1, 1, tzinfo=UTC))
event.add("dtstart", datetime(2027, 7, 6, 10, tzinfo=ZoneInfo("Europe/Berlin")))
calendar = icalendar.Calendar()
calendar.add("prodid", "-//example//")
calendar.add("version", "2.0")
calendar.add_component(event)
calendar.add_missing_timezones()
text = calendar.to_ical().decode()
again = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]["dtstart"].dt
other = vobject.readOne(text).vevent.dtstart.value
print("icalendar", version("icalendar"), "reads", again)
print("vobject", version("vobject"), "reads", other)
assert again.utcoffset() == timedelta(hours=2)
assert other.utcoffset() == timedelta(hours=1), "the two agree now"
PY
