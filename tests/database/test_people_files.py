"""Address books in and out: recognised, compared, written once, taken back."""

from typing import Any

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.people import change_person
from lib.commands.undo import undo
from lib.exporting.address_book import export_vcards
from lib.exporting.highlights import export_codebook, export_highlights
from lib.importing import Contacts, Plan, apply, plan, read_file
from lib.model import Person
from lib.records import AspectSaid, PersonSaid, SkillSaid
from tests.factories import an_interview

LINKEDIN = (
    "\ufeffNotes:\n"
    '"When exporting your connection data, some addresses may be missing."\n'
    "\n"
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Ana,Sílva,https://www.linkedin.com/in/ana,,Acme,Data analyst,01 Jan 2024\n"
    ",,,,,,\n"
    'Bo,,https://www.linkedin.com/in/bo,bo@example.org,"Beta, Inc.",Nurse,7-Feb-22\n'
    ",,https://www.linkedin.com/in/x,,Nobody,Ghost,7-Feb-22\n"
)
GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,Nickname,Organization Name,Organization Title,Notes,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value\n"
    "Ana,Maria,Silva,Annie,Acme,Lead,Met at a fair,* myContacts,Home,"
    "ana@example.org ::: a@example.com,+351 1\n"
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Notes,E-mail 1 - Type,E-mail 1 - Value,"
    "Organization 1 - Name,Organization 1 - Title\n"
    "Bo Chen,Bo,,Chen,,Work,bo@example.org,Beta,Nurse\n"
)
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Chen\r\nN:Chen;Bo;;;\r\nORG:Acme\\, Inc.;Data\r\n"
    "TITLE:Analyst\r\nitem1.EMAIL;TYPE=INTERNET:bo@example.org\r\nTEL:+1 555\r\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:////\r\n  AAAA\r\nNOTE:Met at a\\nmeetup\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
    "M=C3=BCller;J=C3=BCrgen\r\nTEL;CELL:123\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cleo\r\nTEL;VALUE=uri:tel:+49-30\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nno colon\r\nEND:VCARD\r\n"
)


def planned(session: Session, me: Explorer, text: str, **more: Any) -> Plan:
    return plan(session, me, read_file("people.csv", text.encode()), **more)


def people(session: Session, me: Explorer, *columns: str) -> list[tuple[Any, ...]]:
    rows = session.scalars(select(Person).where(Person.explorer_id == me.explorer_id))
    return sorted(tuple(getattr(row, c) for c in columns) for row in rows)


def counts(plan: Plan) -> tuple[int, ...]:
    found = (plan.created, plan.updated, plan.unchanged, plan.conflicts, plan.refused)
    assert sum(found) == plan.rows
    return found


def test_linkedins_connections_come_in_once(session: Session, me: Explorer) -> None:
    first = planned(session, me, LINKEDIN)
    assert counts(first) == (2, 0, 0, 0, 1)
    assert [(e.row, e.column) for e in first.errors] == [(8, "name")]
    done = apply(session, me, first, skip_refused=True)
    shown = ("name", "organisation", "role", "email", "profile_link", "how_met", "attribution")
    assert people(session, me, *shown) == [
        (
            *("Ana Sílva", "Acme", "Data analyst", "", "https://www.linkedin.com/in/ana"),
            *("Connected on LinkedIn on 01 Jan 2024.", "described"),
        ),
        (
            *("Bo", "Beta, Inc.", "Nurse", "bo@example.org", "https://www.linkedin.com/in/bo"),
            *("Connected on LinkedIn on 7-Feb-22.", "described"),
        ),
    ]
    assert counts(planned(session, me, LINKEDIN)) == (0, 0, 2, 0, 1)
    assert done.step is not None
    undo(session, me, done.step)
    assert people(session, me, "name") == []


def test_an_older_file_without_preamble_or_link_is_the_same_people(
    session: Session, me: Explorer
) -> None:
    apply(session, me, planned(session, me, LINKEDIN), skip_refused=True)
    older = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    older += "Ana,Sílva,ana@example.org,Acme,Data analyst,2024-01-01\n"
    again = planned(session, me, older)
    assert counts(again) == (0, 1, 0, 0, 0), "the address is filled"
    apply(session, me, again)
    assert ("Ana Sílva", "ana@example.org") in people(session, me, "name", "email")
    assert counts(planned(session, me, older)) == (0, 0, 1, 0, 0)


def test_both_of_googles_forms_are_read(session: Session, me: Explorer) -> None:
    apply(session, me, planned(session, me, GOOGLE_NEW))
    apply(session, me, planned(session, me, GOOGLE_OLD))
    assert people(session, me, "name", "nicknames", "organisation", "role", "email") == [
        ("Ana Maria Silva", "Annie", "Acme", "Lead", "ana@example.org"),
        ("Bo Chen", "", "Beta", "Nurse", "bo@example.org"),
    ]
    assert ("Met at a fair\nAlso a@example.com.",) in people(session, me, "how_met")


def test_what_differs_stays_until_it_is_taken(session: Session, me: Explorer) -> None:
    apply(session, me, planned(session, me, LINKEDIN), skip_refused=True)
    moved = LINKEDIN.replace("Data analyst", "Head of data")
    met = planned(session, me, moved)
    assert counts(met) == (0, 0, 1, 1, 1)
    assert met.differences[0].columns == (("role", "Data analyst", "Head of data"),)
    taken = planned(session, me, moved, take=[met.differences[0].key])
    assert counts(taken) == (0, 1, 1, 0, 1)
    apply(session, me, taken, skip_refused=True)
    assert ("Head of data",) in people(session, me, "role")


def test_the_same_name_alone_is_asked(session: Session, me: Explorer) -> None:
    known = PersonSaid(name="Bo Chen", organisation="Elsewhere")
    an_interview(session, me, "Nurse", person=known)
    asked = planned(session, me, GOOGLE_OLD)
    question = asked.questions[0]
    assert (question.name, question.organisation) == ("Bo Chen", "Beta")
    assert [one.person_id for one in question.candidates] == [known.id]
    answered = planned(session, me, GOOGLE_OLD, same={question.key: known.id})
    assert answered.created == 0
    assert answered.differences[0].columns == (("organisation", "Elsewhere", "Beta"),)
    assert counts(asked) == (1, 0, 0, 0, 0), "without an answer: somebody new"


def test_one_person_twice_in_other_words_is_refused(session: Session, me: Explorer) -> None:
    twice = GOOGLE_OLD + "Bo Chen,Bo,,Chen,A note,Work,bo@example.org,Gamma,Nurse\n"
    found = planned(session, me, twice)
    assert counts(found) == (1, 0, 0, 0, 1)
    assert "row 2 in other words" in found.errors[0].message


def test_cards_of_three_versions_are_read_and_a_broken_one_named(
    session: Session, me: Explorer
) -> None:
    found = planned(session, me, CARDS)
    assert counts(found) == (3, 0, 0, 0, 1)
    assert [(e.row, e.message[:9]) for e in found.errors] == [(4, "This card")]
    apply(session, me, found, skip_refused=True)
    shown = ("name", "organisation", "role", "email", "phone", "how_met")
    assert people(session, me, *shown) == [
        (
            *("Bo Chen", "Acme, Inc.", "Analyst", "bo@example.org", "+1 555"),
            "Met at a\nmeetup\nAlso Data.",
        ),
        ("Cleo", "", "", "", "+49-30", ""),
        ("Jürgen Müller", "", "", "", "123", ""),
    ]
    assert counts(planned(session, me, CARDS)) == (0, 0, 3, 0, 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("BEGIN:VCARD\nFN:Ann\n", "ends in the middle of a card"),
        ("BEGIN:VCARD\nBEGIN:VCARD\nFN:A\nEND:VCARD\nEND:VCARD\n", "within another"),
        ("BEGIN:VCARD\nEND:VCARD\n" * 50_001, "more than 50,000 cards"),
    ],
)
def test_a_broken_address_book_gets_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Exception, match=sentence):
        read_file("people.vcf", text.encode())


def test_conversations_with_first_and_last_names_are_no_address_book() -> None:
    talks = b"First Name,Last Name,field,held_on,skills\nAnn,Li,Nurse,2026-03-02,Triage\n"
    assert not isinstance(read_file("talks.csv", talks).content, Contacts)


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30),
    st.text(st.sampled_from("a;,:\\\n'\"=é "), max_size=20),
)
def test_whoever_leaves_as_a_card_comes_back(shared_database: Any, name: str, met: str) -> None:
    from tests.conftest import an_explorer

    with Session(shared_database.writer) as session:
        me = an_explorer(session)
        said = PersonSaid.model_validate({"name": name, "how_met": met})
        if said.name:
            an_interview(session, me, "Nurse", person=said)
            content = export_vcards(session, me)
            assert len(list(vobject.readComponents(content.decode()))) == 1
            again = plan(session, me, read_file("people.vcf", content))
            assert counts(again) == (0, 0, 1, 0, 0)
        session.rollback()


def test_nobody_without_a_name_leaves_as_a_card(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse", person=PersonSaid(role="nurse"))
    assert export_vcards(session, me) == b""


def test_quotes_leave_with_their_tags(session: Session, me: Explorer) -> None:
    skill = SkillSaid(skill="SQL", quote="=SQL, all day.")
    hard = AspectSaid(side="downside", theme="Deadlines", quote="Always late.")
    silent = SkillSaid(skill="Python")
    ann = PersonSaid(name="Ann")
    an_interview(session, me, "Nurse", person=ann, skills=(skill, silent), aspects=(hard,))
    rows = export_highlights(session, me).decode().splitlines()
    assert rows[0] == "id,document,tag,content"
    assert rows[1] == f'{skill.id},"Nurse, Ann, 2026-03-02",skill: SQL,"\'=SQL, all day."'
    assert rows[2].endswith("downside: Deadlines,Always late.")
    assert len(rows) == 3
    assert export_codebook(session, me).decode("utf-8-sig").splitlines() == [
        "tag,description",
        "downside: Deadlines,What is good or hard about the days.",
        'skill: SQL,"A skill that the work asks for, or does not."',
    ]


def test_a_change_here_is_kept(session: Session, me: Explorer) -> None:
    apply(session, me, planned(session, me, LINKEDIN), skip_refused=True)
    bo = session.scalars(select(Person).where(Person.name == "Bo")).one()
    said = PersonSaid(id=bo.id, name="Bo", organisation="Beta, Inc.", role="Head nurse")
    change_person(session, me, said=said)
    again = planned(session, me, LINKEDIN)
    assert counts(again) == (0, 0, 1, 1, 1)
    assert again.differences[0].columns == (("role", "Head nurse", "Nurse"),)


OUTLOOK = (
    "First Name,Middle Name,Last Name,Company,Job Title,Business Phone,Home Phone,Mobile Phone,"
    "E-mail Address,E-mail 2 Address,Web Page,Notes\n"
    "Uma,,Lind,Crumb,Baker,+41 1,,+41 79,uma@crumb.example,uma@home.example,,from a fair\n"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Associated Company,Job Title,Lead Status\n"
    "7,Uma,Lind,uma@crumb.example,+41 79,Crumb,Baker,New\n"
)
SALESFORCE = (
    '"First Name","Last Name","Title","Account Name","Email","Phone","Mobile"\n'
    '"Uma","Lind","Baker","Crumb","uma@crumb.example","","+41 79"\n'
)
THUNDERBIRD = (
    "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Work Phone,"
    "Home Phone,Mobile Number,Job Title,Organization,Web Page 1,Notes\n"
    "Uma,Lind,Uma Lind,,uma@crumb.example,,,,+41 79,Baker,Crumb,,\n"
)
GERMAN = (
    "Vorname;Nachname;Firma;Position;E-Mail-Adresse;Mobiltelefon\n"
    "Uma;Lind;Crumb;Baker;uma@crumb.example;+41 79\n"
)


@pytest.mark.parametrize("text", [OUTLOOK, HUBSPOT, SALESFORCE, THUNDERBIRD, GERMAN])
def test_address_books_of_the_well_known_programs_come_in_whole(text: str) -> None:
    parsed = read_file("contacts.csv", text.encode())
    assert isinstance(parsed.content, Contacts)
    (uma,) = (one.person for one in parsed.content.people)
    assert (uma.name, uma.organisation, uma.role) == ("Uma Lind", "Crumb", "Baker")
    assert uma.email == "uma@crumb.example"
    assert "+41 79" in (uma.phone, *uma.how_met.split())


def test_further_addresses_and_telephones_are_kept() -> None:
    parsed = read_file("contacts.csv", OUTLOOK.encode())
    assert isinstance(parsed.content, Contacts)
    (uma,) = (one.person for one in parsed.content.people)
    assert (uma.phone, uma.how_met) == ("+41 79", "from a fair\nAlso +41 1, uma@home.example.")
