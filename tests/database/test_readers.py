"""Two explorers, three links of different scope, one database: every answer for every link.

What is asked is listed from the code (tests.database.a_coach_reads): a new query or answer is
tried the day it is added. Each text is marked with whose it is and in which field it was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.links import Scope, open_link
from lib.access.viewer import Explorer, Share
from lib.commands.comments import leave_comment
from lib.commands.interviews import save_conversation
from lib.commands.links import make_link
from lib.filters import EVERYTHING, Filters
from lib.records import Conversation
from lib.storage.database import Database
from tests.conftest import an_explorer
from tests.database.a_coach_reads import ASKED, everything, keys, texts
from tests.factories import a_person, field_id, one_of_each, release_all
from tests.seeded import identities

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}")
DAY = date(1999, 1, 1)
MARK = re.compile(r"~(\w+) (\w+)~")
HELD: dict[str, tuple[str, set[str]]] = {
    "wide": ("ann", {"Nurse", "Cook"}),
    "narrow": ("ann", {"Cook"}),
    "other": ("bob", {"Cook"}),
}
"""Whose each link is, and the fields it holds; nobody's holds Spy."""
SCOPES = {
    "wide": (Scope(names=True, organisations=True, quotes=True, pay=True), 1),
    "narrow": (Scope(skills=False, interest=False), 2),
    "other": (Scope(quotes=True), 1),
}


@dataclass(frozen=True)
class Read:
    """What one link got, all of it as text, and what it must not know."""

    session: Session
    share: Share
    got: dict[str, str]
    identities: list[str]
    labels: list[str]


@pytest.fixture(scope="module")
def read(shared_database: Database) -> Iterator[dict[str, Read]]:
    with Session(shared_database.writer) as session:
        people = {name: an_explorer(session, name=f"~{name} name~") for name in ("ann", "bob")}
        for name, me in people.items():
            for field in ("Nurse", "Cook", "Spy"):
                for place in range(3):
                    save_conversation(session, me, a_talk(name, field, place))
        tokens = tokens_of(session, people)
        shares = {label: open_link(session, token) for label, token in tokens.items()}
        known = [identity for me in people.values() for identity in identities(session, me)]
        found = {}
        for label, share in shares.items():
            strange = keys(session, shares["wide" if label == "other" else "other"])
            tried = [*keys(session, share)[::3], *strange[::9]]
            got = texts(everything(session, share, {"key": tried}))
            others = [f"for {one}" for one in HELD if one != label]
            found[label] = Read(session, share, got, known, others)
        yield found
        session.rollback()


def a_talk(name: str, field: str, place: int) -> Conversation:
    """Everything typed says whose it is and where."""
    mark = f"~{name} {field}~"
    who = {"role": mark, "organisation": mark, "description": mark, "attribution": "named"}
    someone = a_person(f"{mark} {place}", **who, consent_on="2026-03-01")
    said: dict[str, Any] = one_of_each(quote=mark)
    said["skills"] = [one.model_copy(update={"skill": f"{mark} skill"}) for one in said["skills"]]
    said["aspects"] = [one.model_copy(update={"theme": mark}) for one in said["aspects"]]
    about = {"field": f"{mark} field", "person": someone, "organisation": mark, "takeaway": mark}
    noted = {"held_on": "2026-03-02", "interest_before": 2, "interest_after": 3, "asked": ["pay"]}
    return Conversation.model_validate({**about, **noted, **said})


def tokens_of(session: Session, people: dict[str, Explorer]) -> dict[str, str]:
    """A link of each scope, with everything typed released for it and a remark left through it."""
    tokens = {}
    for label, (name, held) in HELD.items():
        me, (scope, threshold) = people[name], SCOPES[label]
        fields = [field_id(session, me, f"~{name} {field}~ field") for field in sorted(held)]
        chosen: dict[str, Any] = {"label": f"for {label}", "days": 9, "threshold": threshold}
        _, token = make_link(session, me, fields=fields, scope=scope, **chosen)
        share = open_link(session, token)
        release_all(session, share)
        leave_comment(session, share, kind="remark", text=f"left for {label}", anchor="")
        tokens[label] = token
    return tokens


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("label", HELD)
def test_a_link_reads_its_explorers_words_of_its_fields_alone(
    read: dict[str, Read], label: str, name: str
) -> None:
    (whose, held), known = HELD[label], read[label]
    answers = {asked: text for asked, text in known.got.items() if asked.split()[0] == name}
    assert answers
    told = "\n".join(answers.values())
    marks = set(MARK.findall(told)) - {(whose, "name")}
    assert marks <= {(whose, field) for field in held}
    assert [other for other in known.labels if other in told] == []
    assert [identity for identity in known.identities if identity in told] == []


@pytest.mark.parametrize("label", HELD)
def test_a_link_reads_what_it_holds(read: dict[str, Read], label: str) -> None:
    """So that the test above does not pass on nothing."""
    whose, held = HELD[label]
    told = "\n".join(read[label].got.values())
    assert {where for who, where in MARK.findall(told) if who == whose} >= held
    assert f"left for {label}" in told


@pytest.mark.parametrize("label", HELD)
def test_what_was_not_put_into_a_link_is_in_no_answer(read: dict[str, Read], label: str) -> None:
    scope, _ = SCOPES[label]
    told = "\n".join(read[label].got.values())
    assert bool(re.search(r"~\w+ \w+~ \d", told)) == scope.names


def test_the_ids_of_two_links_have_nothing_in_common(read: dict[str, Read]) -> None:
    """Two coaches cannot join what they see, not even over the same conversations."""
    shown = {label: set(ID.findall("\n".join(one.got.values()))) for label, one in read.items()}
    assert len(shown["wide"]) > 20
    for one, other in (("wide", "narrow"), ("wide", "other"), ("narrow", "other")):
        assert shown[one] & shown[other] == set()


def test_filters_of_day_level_and_stage_change_nothing_a_link_reads(read: dict[str, Read]) -> None:
    """With one of them, numbers could be subtracted; sent by hand it does nothing."""
    narrowed = Filters(since=DAY, until=DAY, level="senior", stages=("ruled out",))
    wide = read["wide"]
    usual, late = (
        texts(everything(wide.session, wide.share, {"filters": [one], "key": []}))
        for one in (EVERYTHING, narrowed)
    )
    assert late == usual
