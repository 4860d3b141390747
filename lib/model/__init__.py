"""The tables: keys, references, checks and indexes, kept by the database itself.

Every table but `explorer` has the key (explorer_id, id), and every reference carries its
explorer along, so that no row can point into somebody else's data.
"""

from lib.model.base import Base, Owned
from lib.model.conversations import (
    AgendaItem,
    Field,
    FollowUp,
    Interview,
    Note,
    Outcome,
    Person,
    Question,
    StatusChange,
    TopicAsked,
)
from lib.model.explorer import (
    FORGOTTEN,
    Change,
    CriterionWeight,
    DealBreaker,
    Decision,
    Draft,
    Explorer,
    ImportRow,
    OwnSkill,
    Skill,
)
from lib.model.findings import (
    FINDINGS,
    AspectFinding,
    Finding,
    OutlookFinding,
    SalaryFinding,
    SkillFinding,
    StepFinding,
    TrainingFinding,
)
from lib.model.meeting import CalendarEvent, CalendarFeed, ChecklistTick, Message
from lib.model.search import search_text
from lib.model.sharing import Comment, Share, ShareField, ShareQuote, ShareVisit
from lib.model.sign_in import Passphrase, SignIn

__all__ = [
    "FINDINGS",
    "FORGOTTEN",
    "AgendaItem",
    "AspectFinding",
    "Base",
    "CalendarEvent",
    "CalendarFeed",
    "Change",
    "ChecklistTick",
    "Comment",
    "CriterionWeight",
    "DealBreaker",
    "Decision",
    "Draft",
    "Explorer",
    "Field",
    "Finding",
    "FollowUp",
    "ImportRow",
    "Interview",
    "Message",
    "Note",
    "Outcome",
    "OutlookFinding",
    "OwnSkill",
    "Owned",
    "Passphrase",
    "Person",
    "Question",
    "SalaryFinding",
    "Share",
    "ShareField",
    "ShareQuote",
    "ShareVisit",
    "SignIn",
    "Skill",
    "SkillFinding",
    "StatusChange",
    "StepFinding",
    "TopicAsked",
    "TrainingFinding",
    "search_text",
]
