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
FIGURES = {
    "said": ("overview", "What do the conversations say?"),
    "coverage": ("overview", "What have I not asked yet?"),
    "learning": ("overview", "Is another conversation still teaching me something?"),
    "interest": ("overview", "Did the conversations change my interest?"),
    "compare": ("compare", "How do the fields compare?"),
    "ranking": ("compare", "How often does each field come first?"),
    "leads": ("compare", "What would turn it over?"),
    "values": ("compare", "What does it rest on?"),
    "skills": ("skills", "Which skills carry over?"),
    "worth": ("skills", "Which are worth showing, which worth learning?"),
    "gaps": ("skills", "How much of what a field requires do I have?"),
    "next": ("skills", "What would one more skill open?"),
    "ways_in": ("getting_in", "How do people get in, how long, at what cost?"),
    "payback": ("getting_in", "When does it pay back?"),
    "ladders": ("getting_in", "Where does it lead?"),
    "pay": ("pay", "What is paid, and do they agree?"),
    "themes": ("day_to_day", "What is good, what is hard?"),
    "outlook": ("day_to_day", "Where is the field going?"),
}
"""On what a coach may leave a remark, by the name of its chart: its screen and its question."""
