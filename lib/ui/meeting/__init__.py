"""One conversation in one place: its address, the bar of its steps, and the step that is open."""

from lib.ui.meeting.steps import asked_for, choose, steps

__all__ = ["asked_for", "choose", "steps"]
