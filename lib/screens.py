"""The titles of the screens that a link may open, in their order."""

EXPLORE = {
    **{"overview": "Overview", "compare": "Compare", "skills": "Skills"},
    **{"getting_in": "Getting in", "pay": "Pay", "day_to_day": "Day to day"},
}
SCREENS = {"opening": "At a glance", **EXPLORE}
"""The screens of a link by the names of their scripts."""
