"""The only part of lib that knows Streamlit: who looks, cached reads, writes, charts, filters."""

from lib.ui.access.session import database, explorer, viewer
from lib.ui.access.sign_in import sign_in
from lib.ui.empty import banner, stop_if_empty, stop_if_nothing_held, what_a_link_leaves_out
from lib.ui.explore.charts import chart, open_evidence
from lib.ui.explore.current_field import where_i_work_now
from lib.ui.explore.decisions import journal
from lib.ui.explore.due import what_is_due
from lib.ui.explore.filters import filter_bar
from lib.ui.explore.open_figures import open_figures
from lib.ui.explore.saying import what_they_say
from lib.ui.explore.ways_in import ways_in
from lib.ui.explore.weighing import below_the_line, drawn_fields, weighing
from lib.ui.navigation import navigation, turn_to
from lib.ui.not_here import not_open
from lib.ui.reads import read, today
from lib.ui.settings.occupations import untied
from lib.ui.sharing.at_figure import at_figure
from lib.ui.sharing.coach import at_a_glance, leave_a_remark
from lib.ui.tables import table
from lib.ui.waiting import begin_anew, come_in
from lib.ui.writes import saying, write

__all__ = [
    "at_a_glance",
    "at_figure",
    "banner",
    "begin_anew",
    "below_the_line",
    "chart",
    "come_in",
    "database",
    "drawn_fields",
    "explorer",
    "filter_bar",
    "journal",
    "leave_a_remark",
    "navigation",
    "not_open",
    "open_evidence",
    "open_figures",
    "read",
    "saying",
    "sign_in",
    "stop_if_empty",
    "stop_if_nothing_held",
    "table",
    "today",
    "turn_to",
    "untied",
    "viewer",
    "ways_in",
    "weighing",
    "what_a_link_leaves_out",
    "what_is_due",
    "what_they_say",
    "where_i_work_now",
    "write",
]
