"""The short list: which names wait for a look, in which wording, and what keeps it for files."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.links import FILES, Scope, of_a_file, stands
from lib.access.viewer import Explorer
from lib.answers.links import cards
from lib.answers.short_list import for_files, short_list
from lib.commands.links import link_of_files, make_link, release
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.model import Share as ShareRow
from lib.model import ShareField
from lib.queries.voices import trainings
from lib.records import AspectSaid, SkillSaid, StepSaid, TrainingSaid
from tests.conftest import an_explorer
from tests.factories import a_person, an_interview, field_id, told


def everything() -> dict[str, Any]:
    """Names of each kind: some to mask, of a closed list, an official skill, a private one."""
    return {
        "trainings": (
            TrainingSaid(name="Evening course", quote="It was long"),
            TrainingSaid(name="Zorbax course"),
            TrainingSaid(name="Secret course", private=True),
        ),
        "steps": (StepSaid(title="Lead of Bo's team"),),
        "aspects": (
            AspectSaid(side="upside", theme="Pay"),
            AspectSaid(side="upside", theme="Bees"),
        ),
        "skills": (SkillSaid(skill="SQL"), SkillSaid(skill="Queen rearing")),
    }


def names(session: Session, me: Explorer, link_id: str = "") -> dict[str, list[tuple[str, str]]]:
    """Each kind's names, as typed and as they would be read."""
    found = short_list(session, me, EVERYTHING, link_id)
    return {group.many: [(one.text, one.wording) for one in group.names] for group in found}


def test_names_that_charts_count_by_stand_in_it_masked_and_nothing_else(
    session: Session, me: Explorer
) -> None:
    """Quotes, private findings and words of a closed list are no part of it."""
    bo = a_person("Bo", organisation="Zorbax")
    an_interview(session, me, "Nurse", person=bo, organisation="Zorbax", **everything())
    an_interview(
        session, me, "Baker", person=a_person("Off", attribution="off the record"), **everything()
    )
    found = names(session, me)
    assert list(found) == ["ways in", "steps", "themes of your own", "skills in your own words"]
    assert [text for text, _ in found["ways in"]] == ["Evening course", "Zorbax course"]
    ways = dict(found["ways in"])
    assert ways["Evening course"] == "Evening course"
    assert "Zorbax" not in ways["Zorbax course"]
    assert [text for text, _ in found["themes of your own"]] == ["Bees"]
    assert [text for text, _ in found["skills in your own words"]] == ["Queen rearing"]
    ((title, wording),) = found["steps"]
    assert (title, "Bo" in wording) == ("Lead of Bo's team", False)


def test_what_was_kept_back_stays_so_and_its_proposal_is_there(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, "Nurse", **everything())
    link = link_of_files(session, me)
    course = next(one for one in short_list(session, me, EVERYTHING, "")[0].names)
    places = [(table, me.real(row), column) for table, row, column in course.places]
    release(session, me, link_id=link, texts=places, wording="")
    kept = short_list(session, me, EVERYTHING, str(link))[0].names[0]
    assert (kept.text, kept.wording, kept.proposal) == ("Evening course", "", "Evening course")
    assert kept.released


def test_the_link_of_files_is_one_is_never_open_and_takes_new_fields(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, "Nurse")
    assert for_files(session, me, EVERYTHING) == ""
    link = link_of_files(session, me)
    an_interview(session, me, "Baker")
    assert link_of_files(session, me) == link
    held = select(ShareField.field_id).where(ShareField.share_id == link)
    assert set(session.scalars(held)) == {
        field_id(session, me, name) for name in ("Nurse", "Baker")
    }
    assert for_files(session, me, EVERYTHING) == str(link)
    assert session.get_one(ShareRow, (me.explorer_id, link)).paused
    fields = [field_id(session, me, "Nurse")]
    assert not stands(session, of_a_file(session, me, fields=fields, scope=Scope(), wording=link))
    assert cards(session, me, EVERYTHING) == []


def test_nobody_elses_link_keeps_my_wording(session: Session, me: Explorer) -> None:
    other = an_explorer(session)
    an_interview(session, other, "Nurse", **everything())
    theirs = link_of_files(session, other)
    an_interview(session, me, "Nurse")
    assert for_files(session, me, EVERYTHING) == ""
    assert link_of_files(session, me) != theirs
    assert names(session, me) == {}


def test_a_link_to_send_is_not_called_like_it(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    fields = [field_id(session, me, "Nurse")]
    with pytest.raises(Refused, match="Say for whom"):
        make_link(session, me, label=FILES, fields=fields, scope=Scope(), days=9)


def test_a_file_holds_the_names_that_were_released_and_no_other(
    session: Session, me: Explorer
) -> None:
    an_interview(session, me, "Nurse", **everything())
    link = link_of_files(session, me)
    first, second = short_list(session, me, EVERYTHING, "")[0].names
    for one, wording in ((first, "A course in the evening"), (second, "")):
        places = [(table, me.real(row), column) for table, row, column in one.places]
        release(session, me, link_id=link, texts=places, wording=wording)
    fields = [field_id(session, me, "Nurse")]
    file = of_a_file(session, me, fields=fields, scope=Scope(), wording=link)
    ways = {name for (name,) in told(trainings(session, file, EVERYTHING), "name")}
    assert ways - {""} == {"A course in the evening"}
