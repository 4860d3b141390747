"""What does a coach see first?"""

from lib import ui
from lib.screens import SCREENS
from lib.ui import show

ui.viewer()
show.title(SCREENS["opening"], anchor=False)
ui.banner()
ui.at_a_glance()
