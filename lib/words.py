"""The closed lists: every word that a column, a file or a screen may choose from, in its order."""

from typing import Literal, get_args

Topic = Literal["day to day", "skills", "training", "path", "pay", "outlook", "whom next"]
Status = Literal[
    "idea", "requested", "no answer", "scheduled", "moved", "held", "declined", "cancelled"
]
"""`no answer`: asked twice and given up; `moved`: agreed, and waiting for another day."""
Setting = Literal["office", "video", "phone", "other", ""]
Attribution = Literal["described", "named", "off the record"]
FieldKind = Literal["current", "related", "new"]
Stage = Literal["open", "not now", "ruled out"]
Necessity = Literal["mandatory", "helpful", "not needed", "unstated"]
TrainingKind = Literal[
    "degree",
    "certificate",
    "licence",
    "bootcamp",
    "apprenticeship",
    "on the job",
    "self-taught",
    "other",
]
Required = Literal["yes", "no", "unstated"]
Level = Literal["entry", "mid", "senior", "unstated"]
Period = Literal["hour", "day", "week", "month", "year", "unstated"]
Basis = Literal["base", "total", "unstated"]
Tax = Literal["gross", "net", "unstated"]
Employed = Literal["employed", "freelance", "unstated"]
Whose = Literal["own", "seen", "heard"]
Side = Literal["upside", "downside"]
Direction = Literal["growing", "steady", "shrinking", "changing", "unstated"]
FollowUpKind = Literal[
    "thank-you",
    "introduction",
    "send something",
    "check in",
    "next step",
    "say what came of it",
]
OwedBy = Literal["me", "them"]
OutcomeKind = Literal["introduction", "lead", "application", "offer", "position", "field ruled out"]
MessageKind = Literal["ask", "second", "thank"]
Tone = Literal["warm", "plain", "formal"]
Length = Literal["short", "medium", "long"]
AgendaSource = Literal["bank", "own", "coach", "contradiction", "earlier talk", "host"]
AgendaState = Literal["waiting", "asked", "skipped"]
Mark = Literal["skill", "pay", "way in", "good", "hard", "person", ""]
Recording = Literal["", "agreed", "refused"]
Case = Literal["", "self-employed", "trades", "public service", "first weeks", "leaving the field"]
CheckItem = Literal[
    "questions",
    "agenda",
    "way there",
    "dress",
    "telephone",
    "something to write with",
    "about me",
]
CommentKind = Literal["remark", "question", "person to meet", "next step"]
LinkColour = Literal["", "blue", "green", "violet", "red", "yellow"]
"""Without orange, which waits for somebody everywhere else, and grey, which says nothing."""
Criterion = Literal[
    "pay", "pay later", "months", "cost", "skills", "interest", "aspects", "outlook"
]
Action = Literal["added", "changed", "removed"]

TOPICS = get_args(Topic)
STATUSES = get_args(Status)
LEVELS = get_args(Level)
STAGES = get_args(Stage)
CRITERIA = get_args(Criterion)
COMMENT_KINDS = get_args(CommentKind)
CHECK_ITEMS = get_args(CheckItem)

THEMES = (
    "Learning something new",
    "Hours and flexibility",
    "Autonomy",
    "Meaning of the work",
    "Colleagues and clients",
    "Pay",
    "Job security",
    "Pace and deadlines",
    "Being listened to",
    "Physical strain",
    "Place and travel",
    "Chances to grow",
)
