"""What does a coach see first?"""

from lib import ui
from lib.screens import SCREENS
from lib.ui import show

ui.viewer()
show.title(SCREENS["opening"], anchor=False)
ui.banner(rules=False)
ui.at_a_glance()
ui.what_a_link_leaves_out()
