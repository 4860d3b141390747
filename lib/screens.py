"""The titles of the screens, in their order: one word in the navigation, the title and the tab."""

EXPLORE = {
    **{"overview": "Overview", "compare": "Compare", "skills": "Skills"},
    **{"getting_in": "Getting in", "pay": "Pay", "day_to_day": "Day to day"},
}
SCREENS = {"opening": "At a glance", **EXPLORE}
"""The screens of a link by the names of their scripts."""
OWN = {
    **{"interviews/whom_next": "Whom next", "interviews/conversation": "Conversations"},
    **{"interviews/record": "Write up", "interviews/people": "People"},
    **{"interviews/search": "Search", "sharing/links": "Share", "sharing/comments": "Remarks"},
    **{"settings/data": "Data", "settings/profile": "Profile", "settings/account": "Account"},
}
"""The explorer's alone, behind those of Explore."""
ASIDE = {"settings/account"}
"""Not in the row, which a sixteenth screen would overflow at 1280 pixels: Data leads there."""
