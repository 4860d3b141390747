"""A coach's remarks as a file: of their own link alone, run by no program, while it is open."""

import csv
import io
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer, Share
from lib.answers.comments import threads
from lib.commands.comments import answer_comment, resolve_comment
from lib.commands.links import pause_link, revoke_link
from lib.errors import NotOpen
from lib.exporting.remarks import left_through, remarks_csv, remarks_page
from lib.filters import EVERYTHING
from tests.database.test_comments import TODAY, a_coach, leave
from tests.factories import an_interview
from tests.unit.test_ways_out import RUN

FORMULA = "=cmd|' /C calc'!A1"


@pytest.fixture
def ana(session: Session, me: Explorer) -> Share:
    an_interview(session, me, "Nurse")
    return a_coach(session, me)


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_each_remark_is_a_row_with_its_answers(session: Session, me: Explorer, ana: Share) -> None:
    leave(session, ana, "Ask about\nnights", anchor="figure/pay")
    soon = TODAY + timedelta(days=3)
    leave(session, ana, "Call Bo", kind="next step", due_on=soon)
    nights, call = reversed(session_ids(session, me))
    for text in ("I will", "I did"):
        answer_comment(session, me, comment_id=nights, text=text)
    resolve_comment(session, me, comment_id=call, resolved=True)
    rows = table(remarks_csv(left_through(session, ana)))
    on = {"On": TODAY.isoformat(), "Answered on": TODAY.isoformat()}
    asked = {
        **{"Kind": "remark", "About": "Pay, “What is paid, and do they agree?”"},
        **{"Text": "Ask about\nnights", "By when": "", "Settled": "no"},
    }
    assert rows == [
        {**on, **asked, "Answer": "I will"},
        {**on, **asked, "Answer": "I did"},
        {
            **{"On": TODAY.isoformat(), "Kind": "next step", "About": "", "Text": "Call Bo"},
            **{"By when": soon.isoformat(), "Settled": "yes", "Answer": "", "Answered on": ""},
        },
    ]


def session_ids(session: Session, me: Explorer) -> list[UUID]:
    """The latest first."""
    return [UUID(one.comment_id) for one in threads(session, me, EVERYTHING)]


def test_what_another_coach_left_is_in_no_file_of_hers(
    session: Session, me: Explorer, ana: Share
) -> None:
    leave(session, ana, "from Ana")
    leave(session, a_coach(session, me, label="Ben"), "from Ben")
    for made in (remarks_csv, lambda left: remarks_page(left, "Nights")):
        told = made(left_through(session, ana)).decode()
        assert "from Ana" in told
        assert "Ben" not in told


@pytest.mark.parametrize("cell", [one for one in RUN if one.strip()])
def test_no_cell_is_run(session: Session, me: Explorer, ana: Share, cell: str) -> None:
    leave(session, ana, f"{cell} x")
    (this,) = session_ids(session, me)
    answer_comment(session, me, comment_id=this, text=f"{cell} y")
    (row,) = table(remarks_csv(left_through(session, ana)))
    assert not {row["Text"][0], row["Answer"][0]} & set("=+-@\t\r＝")


def test_in_markdown_what_was_typed_stays_text(session: Session, me: Explorer, ana: Share) -> None:
    leave(session, ana, "# Head\n![x](http://elsewhere) <b>bold</b> *em*")
    told = remarks_page(left_through(session, ana), "*Ines*").decode()
    assert told.startswith("# Remarks for \\*Ines\\*\n\n## Remark\n")
    assert "\\# Head  \n\\!\\[x\\]\\(http" in told
    assert "<b>" not in told.replace("\\<b\\>", "")
    assert "\\*em\\*" in told


@pytest.mark.parametrize("close", ["pause", "revoke"])
def test_a_link_that_was_closed_meanwhile_gives_no_file(
    session: Session, me: Explorer, ana: Share, close: str
) -> None:
    leave(session, ana)
    if close == "pause":
        pause_link(session, me, link_id=ana.share_id, paused=True)
    else:
        revoke_link(session, me, link_id=ana.share_id)
    with pytest.raises(NotOpen):
        left_through(session, ana)
