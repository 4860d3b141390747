"""What a template says beside each column, in a sentence or two."""

TALKS = (
    "One conversation a row; only the field is needed. What was said in them stands on the sheet "
    "“What they said”. Overwrite or delete the examples, then bring the file in under Data."
)
SAID = (
    "One thing that was said a row. Say in which conversation by its id under “interview”, or by "
    "person, field and day; choose its kind, and fill in what that kind has."
)

ABOUT_TALKS = {
    "id": "Any text or number that tells this row apart. Leave it as it is once it was brought in.",
    "person_id": "Only where one person is in several rows under different names.",
    "field": "The line of work that it was about. Needed.",
    "person": "Their name. Empty: somebody who is only described.",
    "role": "Their role on that day.",
    "organisation": "Where they worked on that day.",
    "role_now": "Their role today, where it differs.",
    "organisation_now": "Where they work today, where it differs.",
    "introduced_by": "The name of who introduced you.",
    "attribution": "How they agreed to appear. “named” needs the day under consent_on.",
    "consent_on": "The day on which they agreed to be named.",
    "description": "How they may be described, such as: a nurse at a city hospital.",
    "status": "Empty: held where held_on is filled, scheduled where planned_on is, else idea.",
    "held_on": "The day of the conversation, such as 2026-03-31.",
    "planned_on": "The day it is planned for, such as 2026-03-31.",
    "starts_at": "Such as 2026-03-31T09:30.",
    "zone": "Such as Europe/Zurich.",
    "planned_minutes": "Such as 30.",
    "purpose": "What you wanted from it.",
    "interest_before": "Your interest in the field before it, 1 to 5.",
    "interest_after": "Your interest in the field after it, 1 to 5.",
    "talked": "How much you talked, in quarters: 0 to 4.",
    "takeaway": "What you take from it.",
    "notes": "Your notes, a line each (Alt+Enter for a new line).",
    "asked": "What you asked about, a line each: day to day, skills, training, path, pay, "
    "outlook, whom next. What has findings counts as asked.",
}

ABOUT_SAID = {
    "interview": "The id of the conversation on the other sheet.",
    "person": "Or their name, where that tells which conversation.",
    "field": "Or its field.",
    "held_on": "Or its day.",
    "kind": "What it is. A note is a further line of the conversation's notes.",
    "what": "The skill, the way in, the theme of what is good or hard, the step's title, or where "
    "the field is going: growing, steady, shrinking, changing.",
    "quote": "Their words.",
    "necessity": "Skill: how much they said it matters.",
    "said_as": "Skill: the word they used, where it differs.",
    "training_kind": "Training: what kind of way in.",
    "required": "Training: whether it is required.",
    "months_low": "Training: at least so many months.",
    "months_high": "Training: at most so many months.",
    "cost_low": "Training: costs at least.",
    "cost_high": "Training: costs at most.",
    "alongside_work": "Training: whether it can be done beside a job.",
    "level": "Pay: at which level.",
    "low": "Pay, step: from this amount. Empty: no lower end was said.",
    "high": "Pay, step: up to this amount. Empty: no upper end was said.",
    "currency": "Pay, training, step: such as USD or EUR.",
    "period": "Pay, step: for how long that is paid.",
    "whose": "Pay: their own, one they have seen, or one they heard of.",
    "basis": "Pay: without or with bonus.",
    "tax": "Pay: before or after tax.",
    "employed": "Pay: as an employee or freelance.",
    "year": "Pay: the year that it was paid in.",
    "place": "Pay: where.",
    "benefits": "Pay: what else there is.",
    "years_low": "Step: at least so many years until the next.",
    "years_high": "Step: at most so many years until the next.",
    "position": "Step: 1 for the first. Empty: as they follow each other here.",
    "private": "yes: nobody but you sees it.",
    "about_field": "Only where it is about another field than the conversation.",
}
