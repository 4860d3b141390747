"""Data for what goes out to a coach: names to be kept in, and text that would like to be code."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import String, select, update
from sqlalchemy.orm import Session

from lib.access.links import Scope, open_link
from lib.access.viewer import Explorer
from lib.commands.comments import leave_comment
from lib.commands.links import make_link, release
from lib.commands.profile import rate_skill
from lib.ids import new_id, now
from lib.model import CriterionWeight, DealBreaker, Decision, Draft, FollowUp, Interview, Outcome
from lib.model import Explorer as ExplorerRow
from lib.queries.links import texts_to_read
from lib.records import AspectSaid, NoteLine, OutlookSaid, SkillSaid, StepSaid, TrainingSaid
from lib.storage import rows
from tests.factories import a_figure, a_person, an_interview, field_id

NAMES = ("Li", "Wu", "Will", "Art", "Bobo", "Quimby")
"""Those who spoke, a nickname, and a third person whom they named."""
REACHED = ("li@zorbax.example", "+44 20 7946 0958", "https://quimby.example/me")
"""How somebody is reached, in the middle of what they said."""
KEPT_IN = (*NAMES, "Zorbax", "zorbax.example", "Secretly", "Unsaid", "98765", "98,765", *REACHED)
"""Whole words that no file may hold under the default choices."""

CODE = (
    "<script>parent.broken=1</script>",
    '"><img src=https://elsewhere.example/x onerror=parent.broken=1>',
    "</script><svg onload=parent.broken=1>",
    "**bold** [link](javascript:parent.broken=1) `code`",
    '=HYPERLINK("https://elsewhere.example/","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "datum.key + warn('broken') // {{7*7}} ${7*7}",
    '#panic("broken") #read("/etc/passwd") $x^2$ @cite <label>',
    "*/ }; body{display:none} /*",
    ":red[red] a -> b :material/home: :smile: ![pixel](https://elsewhere.example/p.png) # $$y^2$$",
    "www.elsewhere.example ~~gone~~ https://elsewhere.example/?a=1 x@elsewhere.example <b>b</b>",
    "- a list\n1. more\n> said\n\n---\n| a | b |\n| - | - |\n| 1 | 2 |\n\n# head",
    "\u202eright to left, \u2028a line, a NUL is refused",
)
FIELDS = ("Nurse", CODE[0], CODE[3], CODE[4], CODE[7])


def everything_typed(session: Session, me: Explorer) -> None:
    """Conversations whose every text holds a name that must stay, in fields with hostile names."""
    mine = update(ExplorerRow).where(ExplorerRow.id == me.explorer_id)
    session.execute(mine.values(name=CODE[1], current_pay=98_765_00))
    for field in FIELDS:
        for place, name in enumerate(NAMES[:4]):
            ways = ("described", "named", "off the record", "described")
            _a_conversation(session, me, field, name, ways[place])


def _a_conversation(session: Session, me: Explorer, field: str, name: str, way: str) -> None:
    who: dict[str, Any] = {
        **{"nicknames": "Bobo", "role": f"aide of {name}", "organisation": "Zorbax"},
        **{"email": f"{name}@zorbax.example", "how_met": "Secretly", "attribution": way},
        **{"consent_on": date(2026, 3, 1) if way == "named" else None},
        **{"description": f"{name} of Zorbax"},
    }
    words: dict[str, Any] = {"quote": f"Quimby told {name} at Zorbax: {', '.join(REACHED)}"}
    an_interview(
        *(session, me, field),
        person=a_person(name, **who),
        organisation="Zorbax",
        interest_before=2,
        interest_after=4,
        takeaway=f"{name} was kind, Unsaid",
        notes=(NoteLine(id=new_id(), text="Secretly, Li and Will"),),
        skills=(
            SkillSaid(skill="SQL", necessity="mandatory", **words),
            SkillSaid(skill=f"Asking {name}", **words),
            SkillSaid(skill="Excel Unsaid", private=True, **words),
        ),
        trainings=(
            TrainingSaid(name=f"School of {name}", months_low=6, cost_low=Decimal(900), **words),
        ),
        salaries=(a_figure(place=f"Will {name}", **words), a_figure(98_765, 98_765, private=True)),
        aspects=(
            AspectSaid(side="upside", theme="Autonomy", **words),
            AspectSaid(side="downside", theme=f"Working for {name}", **words),
        ),
        steps=(StepSaid(title=f"Boss of {name}", years_low=2, years_high=3, **words),),
        outlooks=(OutlookSaid(direction="growing", **words),),
    )


def a_released_link(session: Session, me: Explorer, wordings: Iterable[str] = CODE) -> UUID:
    """A link for which every text was released, in these wordings by turns."""
    ids = [field_id(session, me, name) for name in FIELDS]
    scope = Scope(quotes=True)
    link, _ = make_link(session, me, label="Ana", fields=ids, scope=scope, days=9)
    released(session, me, link, wordings)
    return link


def released(session: Session, me: Explorer, link: UUID, wordings: Iterable[str]) -> None:
    """Every text that the link could show, in these wordings by turns."""
    said = tuple(wordings)
    for number, row in enumerate(texts_to_read(session, me, link).to_dict("records")):
        place = (str(row["table"]), me.real(str(row["row_id"])), str(row["column"]))
        wording = said[number % len(said)]
        release(session, me, link_id=link, texts=[place], wording=wording)


def everything_else(session: Session, me: Explorer) -> None:
    """What no conversation holds and no link shows: what is due, decided, begun, said elsewhere."""
    talk = session.scalars(
        select(Interview.id).where(Interview.explorer_id == me.explorer_id)
    ).first()
    rows_made: tuple[tuple[type[Any], dict[str, Any]], ...] = (
        (FollowUp, {"kind": "thank-you", "text": "Secretly thank", "interview_id": talk}),
        (Outcome, {"kind": "lead", "note": "Unsaid lead", "interview_id": talk}),
        (Decision, {"decided_on": date(2026, 3, 2), "why": "Unsaid why"}),
        (DealBreaker, {"theme": "Working with Quimby"}),
        (CriterionWeight, {"criterion": "pay", "points": 5, "scale_low": 98_765}),
        (Draft, {"form": "interview", "content": {"typed": "Secretly"}, "at": now()}),
    )
    for model, values in rows_made:
        session.add(model(id=new_id(), explorer_id=me.explorer_id, **values))
    rate_skill(session, me, skill="SQL", level=4, shown="Secretly at Zorbax")
    held, own = [field_id(session, me, FIELDS[0])], Scope(names=True)
    _, token = make_link(
        session, me, fields=held, scope=own, days=9, label="Secretly", message="Unsaid"
    )
    leave_comment(session, open_link(session, token), kind="remark", text="Quimby", anchor="")
    mine = update(ExplorerRow).where(ExplorerRow.id == me.explorer_id)
    session.execute(mine.values(least_pay=98_765_00, most_cost=98_765_00))


def identities(session: Session, me: Explorer) -> list[str]:
    """The id of every row of the explorer's, as the database knows it."""
    found = [str(me.explorer_id)]
    for name, model in rows.models().items():
        if name != "explorer":
            table = rows.table(model)
            mine = select(table.c.id).where(table.c.explorer_id == me.explorer_id)
            found += [str(one) for one in session.scalars(mine)]
    return found


NOT_TYPED = {"folded", "organisation_folded", "anchor", "subject", "row_key", "actor"}
"""Long columns that the program writes."""


def code_everywhere(session: Session, me: Explorer) -> None:
    """From now on every text that can be typed freely would like to be code."""
    number = 0
    for model in rows.models().values():
        table = rows.table(model)
        mine = table.c.id if model is ExplorerRow else table.c.explorer_id
        for column in table.c:
            if column.name in NOT_TYPED or not _is_typed(column):
                continue
            ids = select(table.c.id).where(mine == me.explorer_id, column != "")
            for row in session.scalars(ids).all():
                number += 1
                its = (mine == me.explorer_id, table.c.id == row)
                code = CODE[number % len(CODE)]
                session.execute(table.update().where(*its).values({column.name: code}))
    session.expire_all()


def _is_typed(column: Any) -> bool:
    return isinstance(column.type, String) and (column.type.length or 1_000) >= 200
