"""What a coach leaves through a link, and what the explorer does with it.

`leave_comment` is the one write that a link may do: it finds the link open in its own transaction,
whatever the screen that asks for it believes.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from lib.access import links as sharing
from lib.access.anchors import parsed
from lib.access.viewer import Explorer, Share
from lib.commands.journal import Step
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.ids import new_id
from lib.model import AgendaItem, Comment, Question
from lib.queries.comments import talks_shown
from lib.queries.explorer import profile
from lib.text import clean
from lib.words import COMMENT_KINDS, TOPICS

LONGEST = 2_000
MOST_A_DAY = 20
DAY = timedelta(days=1)
FARTHEST = timedelta(days=3660)


def leave_comment(
    session: Session,
    share: Share,
    *,
    kind: str,
    text: str,
    anchor: str = "",
    topic: str = "",
    due_on: date | None = None,
) -> None:
    """A coach's remark, question, person to meet or next step, signed by their link.

    `anchor` is one of `lib.access.anchors` with an id that the link showed. A question, about a
    `topic`, waits for the next agenda; a next step may have a day.
    """
    if share.preview:
        raise Refused("This is a preview: remarks are left by whoever has the link.")
    link, shown = sharing.still_open(session, share)
    if not link.scope.get("comments"):
        raise Refused("This link has no place for remarks.")
    said = _checked(kind, text, topic, due_on)
    _not_too_many(session, shown)
    place, field_id = _anchored(session, shown, anchor)
    mine = {"explorer_id": link.explorer_id}
    comment = Comment(
        **{**mine, "id": new_id(), "share_id": link.id, "author": link.label, "kind": kind},
        **{"anchor": place, "text": said, "due_on": due_on, "made_at": datetime.now(UTC)},
    )
    session.add(comment)
    session.flush()
    if kind == "question":
        about = {"topic": topic, "text": said, "field_id": field_id}
        session.add(Question(**mine, **about, id=new_id(), comment_id=comment.id))
        session.flush()
    # Not in the explorer's history: it is no press of theirs. Their screens learn of it.
    Step(session, Explorer(link.explorer_id), "").revise()


def _checked(kind: str, text: str, topic: str, due_on: date | None) -> str:
    said = clean(text, most=LONGEST, what="What you wrote")
    if not said:
        raise Refused("Write something first.", where="text")
    if kind not in COMMENT_KINDS:
        raise Refused(f"Choose what it is: {', '.join(COMMENT_KINDS)}.", where="kind")
    if (kind == "question") != bool(topic) or (topic and topic not in TOPICS):
        raise Refused("Choose what the question is about.", where="topic")
    if due_on is None:
        return said
    today = datetime.now(UTC).date()
    if kind != "next step" or not today - DAY <= due_on <= today + FARTHEST:
        raise Refused("A next step may have a day, from today on.", where="due_on")
    return said


def _not_too_many(session: Session, share: Share) -> None:
    """The link's row is locked by now, so that two windows are counted one after the other."""
    mine = (Comment.explorer_id == share.explorer_id, Comment.share_id == share.share_id)
    recent = (Comment.parent_id.is_(None), Comment.made_at > datetime.now(UTC) - DAY)
    if (session.scalar(select(func.count()).where(*mine, *recent)) or 0) >= MOST_A_DAY:
        raise Refused(f"{MOST_A_DAY} were left within a day: that is the most. Write again later.")


def _anchored(session: Session, share: Share, anchor: str) -> tuple[str, UUID | None]:
    """The anchor as it is stored, with the real id, and its field; refuses what is not shown."""
    gone = Refused("This is not shown any more. Choose again what it is about.", where="anchor")
    try:
        asked = parsed(anchor)
        place = asked.known_as(lambda shown: str(share.real(shown)))
    except ValueError:
        raise gone from None
    if not place.identity:
        return str(place), None
    if place.kind == "interview":
        talks = talks_shown(session, share, EVERYTHING)
        here = talks.loc[talks["interview_id"] == asked.identity, "field_id"]
        field = None if here.empty else share.real(here.iloc[0])
    else:
        field = UUID(place.identity)
    if field not in share.fields:
        raise gone
    return str(place), field


def answer_comment(session: Session, viewer: Explorer, *, comment_id: UUID, text: str) -> UUID:
    """The explorer's answer, which the coach of that link reads; the comment counts as read."""
    step = Step(session, viewer, "Answered a remark")
    asked = step.row(Comment, comment_id)
    said = clean(text, most=LONGEST, what="The answer")
    if not said:
        raise Refused("Write an answer first.", where="text")
    author = profile(session, viewer).name or "Answer"
    kept = {"share_id": asked["share_id"], "author": author, "kind": "remark", "text": said}
    at = datetime.now(UTC)
    step.add(Comment, parent_id=comment_id, made_at=at, read_at=at, **kept)
    if asked["read_at"] is None:
        step.change(Comment, comment_id, read_at=at)
    return step.id


def resolve_comment(
    session: Session, viewer: Explorer, *, comment_id: UUID, resolved: bool
) -> UUID:
    """Settled, or open again; a settled next step is not due any more."""
    step = Step(session, viewer, "Settled a remark" if resolved else "Opened a remark again")
    at = datetime.now(UTC) if resolved else None
    before = step.row(Comment, comment_id)
    step.change(Comment, comment_id, resolved_at=at, read_at=before["read_at"] or at)
    return step.id


def read_comments(session: Session, viewer: Explorer) -> UUID:
    """All that was left so far is read."""
    step = Step(session, viewer, "Read the remarks")
    mine = (Comment.explorer_id == viewer.explorer_id, Comment.read_at.is_(None))
    for identity in session.scalars(select(Comment.id).where(*mine)).all():
        step.change(Comment, identity, read_at=datetime.now(UTC))
    return step.id


def delete_comment(session: Session, viewer: Explorer, *, comment_id: UUID) -> UUID:
    """Remove it with its answers; a question of it stays where an agenda has it already."""
    step = Step(session, viewer, "Deleted a remark")
    mine = Question.explorer_id == viewer.explorer_id
    for question in session.scalars(
        select(Question.id).where(mine, Question.comment_id == comment_id)
    ).all():
        used = (AgendaItem.explorer_id == viewer.explorer_id, AgendaItem.question_id == question)
        if session.scalar(select(func.count()).where(*used)):
            step.change(Question, question, comment_id=None)
        else:
            step.remove(Question, question)
    answers = (Comment.explorer_id == viewer.explorer_id, Comment.parent_id == comment_id)
    step.remove_all(Comment, session.scalars(select(Comment.id).where(*answers)).all())
    step.remove(Comment, comment_id)
    return step.id
