"""The only part of lib that knows Streamlit: who looks, cached reads, writes, charts, filters."""

from lib.ui.charts import chart, open_evidence
from lib.ui.coach import at_a_glance, leave_a_remark
from lib.ui.current_field import where_i_work_now
from lib.ui.decisions import journal
from lib.ui.due import what_is_due
from lib.ui.empty import banner, stop_if_empty, stop_if_nothing_held
from lib.ui.filters import filter_bar
from lib.ui.navigation import ICON, navigation
from lib.ui.occupations import untied
from lib.ui.reads import read, today
from lib.ui.saying import what_they_say
from lib.ui.session import database, explorer, viewer, welcome
from lib.ui.sign_in import sign_in
from lib.ui.tables import table
from lib.ui.ways_in import ways_in
from lib.ui.weighing import weighing
from lib.ui.writes import saying, write

__all__ = [
    "ICON",
    "at_a_glance",
    "banner",
    "chart",
    "database",
    "explorer",
    "filter_bar",
    "journal",
    "leave_a_remark",
    "navigation",
    "open_evidence",
    "read",
    "saying",
    "sign_in",
    "stop_if_empty",
    "stop_if_nothing_held",
    "table",
    "today",
    "untied",
    "viewer",
    "ways_in",
    "weighing",
    "welcome",
    "what_is_due",
    "what_they_say",
    "where_i_work_now",
    "write",
]
