"""What a letter of thanks may be made of: this person's own words here, and nothing else."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.answers.thanks import to_thank
from lib.commands import after
from lib.model import Explorer as ExplorerRow
from lib.records import AspectSaid, NoteLine, OutlookSaid, SkillSaid
from tests.factories import a_figure, a_person, an_interview

DAY = date(2026, 11, 20)


def test_private_words_pay_others_and_other_talks_are_not_offered(
    session: Session, me: Explorer
) -> None:
    ann = a_person("Ann Lee", email="ann@example.org")
    an_interview(session, me, person=a_person("Grace Hill"))
    an_interview(session, me, person=ann, skills=[SkillSaid(skill="SQL", quote="Another day")])
    line = NoteLine(text="They let two of us go, keep that between us")
    talk = an_interview(
        session,
        me,
        person=ann,
        held_on=DAY,
        notes=(line,),
        skills=[SkillSaid(skill="Writing", quote="I write more than I measure")],
        salaries=(a_figure(quote="We start at sixty"),),
        aspects=(
            AspectSaid(side="upside", theme="Autonomy", quote="Nobody looks over your shoulder"),
            AspectSaid(side="downside", theme="Security", quote="keep that", private=True),
            AspectSaid(side="downside", theme="Pace", quote="They let two of us go, keep that"),
            AspectSaid(side="downside", theme="Fun", quote="Ask Grace, she hires"),
            AspectSaid(side="downside", theme="Cost", quote="You start at 42k, do not tell"),
        ),
        outlooks=(OutlookSaid(direction="growing", quote="x" * 200),),
    )
    found = to_thank(session, me, talk)
    assert set(found.offered) == {
        *("I write more than I measure", "Nobody looks over your shoulder")
    }
    assert (found.name, found.email, found.by) == (
        "Ann Lee",
        "ann@example.org",
        DAY.replace(day=21),
    )


def test_the_frame_and_the_office_are_in_it(session: Session, me: Explorer) -> None:
    mine = ExplorerRow.id == me.explorer_id
    session.execute(update(ExplorerRow).where(mine).values(name="Ines"))
    how: dict[str, Any] = {"planned_minutes": 30, "setting": "office"}
    talk = an_interview(session, me, person=a_person("Ann"), held_on=DAY, **how)
    about = to_thank(session, me, talk).about
    assert (about.to, about.me, about.minutes, about.at_the_office) == ("Ann", "Ines", 30, True)


def test_a_letter_put_off_is_due_on_its_day_and_promises_stand_apart(
    session: Session, me: Explorer
) -> None:
    talk = an_interview(session, me, held_on=DAY)
    later = DAY + timedelta(days=4)
    after.promise(session, me, interview_id=talk, kind="thank-you", text="", due_on=later)
    after.promise(session, me, interview_id=talk, kind="check in", text="Word", due_on=None)
    before = to_thank(session, me, talk)
    assert (before.by, before.sent_on) == (later, None)
    assert [(one.kind, one.text, one.done_on) for one in before.promises] == [
        ("check in", "Word", None)
    ]
    after.thanked(session, me, interview_id=talk, on=DAY)
    assert to_thank(session, me, talk).sent_on == DAY
