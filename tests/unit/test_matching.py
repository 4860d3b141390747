"""Sheets as people keep them: what each becomes, whatever its headings and its layout."""

from datetime import date
from typing import Any

import pytest

from lib.errors import Refused
from lib.importing import Parsed, read_file
from lib.importing.matching.shapes import Shape, read_shape
from lib.importing.parsed import Sheet
from lib.records import Conversation
from tests.unit.workbooks_made import xlsx


def read(content: str | bytes, **answers: Any) -> Parsed:
    made = content.encode() if isinstance(content, str) else content
    parsed = read_file("mine.csv", made, **answers)
    assert isinstance(parsed.content, Sheet)
    return parsed


def talks(content: str | bytes, **answers: Any) -> list[Conversation]:
    parsed = read(content, **answers)
    assert parsed.errors == ()
    assert isinstance(parsed.content, Sheet)
    assert parsed.rows == len(parsed.content.rows)
    return [row.said for row in parsed.content.rows]


def told(one: Conversation) -> dict[str, Any]:
    """What a conversation says, without what is empty."""
    found = {
        "field": one.field, "who": one.person.name, "at": one.person.organisation or None,
        "role": one.person.role, "status": one.status, "held": str(one.held_on or ""),
        "planned": str(one.planned_on or ""), "starts": one.starts_at, "email": one.person.email,
        "phone": one.person.phone, "link": one.person.profile_link, "setting": one.setting,
        "minutes": one.planned_minutes, "takeaway": one.takeaway,
        "skills": [skill.skill for skill in one.skills],
        "good": [aspect.theme or aspect.quote for aspect in one.aspects if aspect.side == "upside"],
        "pay": [(int(p.low) if p.low is not None else None, p.currency) for p in one.salaries],
        "notes": [note.text for note in one.notes], "met": one.person.how_met,
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}


UMA = {"field": "Baker", "who": "Uma Lind", "at": "Crumb", "status": "held", "held": "2026-03-02"}

KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "German, semicolons": (
        "Gesprächspartner;Firma;Funktion;Branche;Datum;Notizen\n"
        "Uma Lind;Crumb;Meisterin;Baker;02.03.2026;früh auf\n",
        UMA | {"role": "Meisterin", "notes": ["früh auf"]},
    ),
    "French, tabs": (
        "Nom complet\tEntreprise\tPoste\tSecteur\tDate de l'entretien\tRemarques\n"
        "Uma Lind\tCrumb\tboulangère\tBaker\t2 mars 2026\ttôt\n",
        UMA | {"role": "boulangère", "notes": ["tôt"]},
    ),
    "Spanish": (
        "Nombre,Apellidos,Empresa,Puesto,Campo,Fecha,Estado,Notas\n"
        "Uma,Lind,Crumb,panadera,Baker,02/03/2026,Realizada,bien\n"
        "Ole,Brun,Horno,panadero,Baker,28/03/2026,Realizada,\n",
        UMA | {"role": "panadera", "notes": ["bien"]},
    ),
    "Portuguese": (
        "Nome completo;Empresa;Cargo;Área;Data da entrevista;Observações\n"
        "Uma Lind;Crumb;padeira;Baker;2 de março de 2026;cedo\n",
        UMA | {"role": "padeira", "notes": ["cedo"]},
    ),
    "Dutch": (
        "Naam;Bedrijf;Functie;Vakgebied;Gespreksdatum;Notities\n"
        "Uma Lind;Crumb;bakker;Baker;2 mrt 2026;vroeg\n",
        UMA | {"role": "bakker", "notes": ["vroeg"]},
    ),
    "title rows above": (
        "My networking sheet,,,\nSpring 2026,,,\n,,,\nWho,Company,Field,When\n"
        "Uma Lind,Crumb,Baker,2026-03-02\n",
        UMA,
    ),
    "headings in two rows": (
        "Person,,Conversation,\nName,Company,Date,Field\nUma Lind,Crumb,2026-03-02,Baker\n",
        UMA,
    ),
    "no headings at all": (
        "Uma Lind,uma@crumb.example,2026-03-02,early riser\n"
        "Ole Brun,ole@oven.example,2026-03-04,calm\n",
        {
            "field": "Baker",
            "who": "Uma Lind",
            "email": "uma@crumb.example",
            "status": "held",
            "held": "2026-03-02",
            "notes": ["early riser"],
        },
    ),
    "doubled headings": (
        "Name,Company,Field,Date,Notes,Notes\nUma Lind,Crumb,Baker,2026-03-02,one,two\n",
        UMA | {"notes": ["one", "two"]},
    ),
    "a heading missing": (
        "Name,,Field,Date,Company\nUma Lind,uma@crumb.example,Baker,2026-03-02,Crumb\n",
        UMA | {"email": "uma@crumb.example"},
    ),
    "headings as questions": (
        "Who did I talk to?,Where do they work?,What field is it?,When was it?,What I learned\n"
        "Uma Lind,Crumb,Baker,2026-03-02,rise early\n",
        UMA | {"notes": ["rise early"]},
    ),
    "status with a mark": (
        "Name,Company,Field,Status,Date\nUma Lind,Crumb,Baker,✅ Completed,2026-03-02\n",
        UMA,
    ),
    "status with a full stop": (
        "Name,Company,Field,Status,Date\nUma Lind,Crumb,Baker,completed.,2026-03-02\n",
        UMA,
    ),
    "talked: yes": (
        "Name,Company,Field,Talked?,Date\nUma Lind,Crumb,Baker,y,2026-03-02\n",
        UMA,
    ),
    "rescheduled to a day that is past": (
        "Name,Company,Field,Status,Date\nUma Lind,Crumb,Baker,Rescheduled,2026-03-02\n",
        {
            "field": "Baker",
            "who": "Uma Lind",
            "at": "Crumb",
            "status": "scheduled",
            "planned": "2026-03-02",
        },
    ),
    "no response": (
        "Name,Company,Field,Status\nUma Lind,Crumb,Baker,No response\n",
        {"field": "Baker", "who": "Uma Lind", "at": "Crumb", "status": "no answer"},
    ),
    "a day to come": (
        "Name,Company,Field,Date\nUma Lind,Crumb,Baker,2099-03-02\n",
        {
            "field": "Baker",
            "who": "Uma Lind",
            "at": "Crumb",
            "status": "scheduled",
            "planned": "2099-03-02",
        },
    ),
    "last contact of one who was only asked": (
        "Name,Company,Interest Area,Status,Last Contact\n"
        "Uma Lind,Crumb,Baker,Outreach Sent,2026-03-02\n",
        {
            "field": "Baker",
            "who": "Uma Lind",
            "at": "Crumb",
            "status": "requested",
            "notes": ["Last Contact: 2026-03-02"],
        },
    ),
    "a time beside the day": (
        "Name,Company,Field,Date,Time\nUma Lind,Crumb,Baker,2026-03-02,2:30 PM\n",
        UMA | {"starts": "2026-03-02T14:30"},
    ),
    "ways to reach in one column": (
        "Name,Company,Field,Date,Phone or email\n"
        'Uma Lind,Crumb,Baker,2026-03-02,"uma@crumb.example, +41 44 555 01 20"\n',
        UMA | {"email": "uma@crumb.example", "phone": "+41 44 555 01 20"},
    ),
    "two things by a comma": (
        'Name & Role,Company,Field,Date\n"Uma Lind, head baker",Crumb,Baker,2026-03-02\n',
        UMA | {"role": "head baker"},
    ),
    "two things in brackets": (
        "Person and role,Company,Field,Date\nUma Lind (head baker),Crumb,Baker,2026-03-02\n",
        UMA | {"role": "head baker"},
    ),
    "role before company": (
        "Name,Title / Company,Field,Date\nUma Lind,baker / Crumb,Baker,2026-03-02\n",
        UMA | {"role": "baker"},
    ),
    "cells that are nothing": (
        "Name,Company,Field,Date,Email,Salary,Notes\n"
        "Uma Lind,Crumb,Baker,2026-03-02,N/A,TBD,none yet\n",
        UMA,
    ),
    "pay in thousands": (
        "Name,Company,Field,Date,Salary range\nUma Lind,Crumb,Baker,2026-03-02,£40k - £50k\n",
        UMA | {"pay": [(40000, "GBP")]},
    ),
    "pay in two columns": (
        "Name,Company,Field,Date,Salary Min,Salary Max\n"
        "Uma Lind,Crumb,Baker,2026-03-02,$40000,$50000\n",
        UMA | {"pay": [(40000, "USD")]},
    ),
    "pay that is no figure we know": (
        "Name,Company,Field,Date,Salary\nUma Lind,Crumb,Baker,2026-03-02,grade 7 step 3\n",
        UMA | {"notes": ["Salary: grade 7 step 3"]},
    ),
    "what means nothing to us": (
        "Name,Company,Field,Date,Vibe,Dog\nUma Lind,Crumb,Baker,2026-03-02,warm,Rex\n",
        UMA | {"notes": ["Vibe: warm", "Dog: Rex"]},
    ),
    "skills by their cells": (
        "Name,Company,Field,Date,Uses\n"
        'Uma Lind,Crumb,Baker,2026-03-02,"Python, SQL"\n'
        'Ole Brun,Oven,Baker,2026-03-03,"SQL, Java"\n',
        UMA | {"skills": ["Python", "SQL"]},
    ),
    "links by their cells": (
        "Name,Company,Field,Date,Web\n"
        "Uma Lind,Crumb,Baker,2026-03-02,https://www.linkedin.com/in/uma\n",
        UMA | {"link": "https://www.linkedin.com/in/uma"},
    ),
    "field by its cells": (
        "Name,Company,Date,Bucket\n"
        "Uma Lind,Crumb,2026-03-02,Baker\nOle Brun,Oven,2026-03-03,Baker\n"
        "Ida Moe,Loaf,2026-03-04,Welder\nBo Dal,Spark,2026-03-05,Welder\n",
        UMA,
    ),
    "a Markdown table": (
        "| Name | Company | Field | Date |\n|---|:--:|---|---|\n"
        "| Uma Lind | Crumb | Baker | 2026-03-02 |\n",
        UMA,
    ),
    "a wiki table": (
        '{| class="wikitable"\n! Name !! Company !! Field !! Date\n|-\n'
        "| Uma Lind || Crumb || Baker || 2026-03-02\n|}\n",
        UMA,
    ),
    "a bar between": (
        "Name|Company|Field|Date\nUma Lind|Crumb|Baker|2026-03-02\n",
        UMA,
    ),
    "the same headings again further down": (
        "Name,Company,Field,Date\nUma Lind,Crumb,Baker,2026-03-02\n,,,\n"
        "Name,Company,Field,Date\nOle Brun,Oven,Baker,2026-03-03\n",
        UMA,
    ),
    "another table below": (
        "Name,Company,Field,Date\nUma Lind,Crumb,Baker,2026-03-02\n\n"
        "Contact name,Employer,Line of work,Day,Notes\nOle Brun,Oven,Baker,2026-03-03,x\n",
        UMA,
    ),
    "totals below": (
        "Name,Company,Field,Date\nUma Lind,Crumb,Baker,2026-03-02\nTotal,,1,\n",
        UMA,
    ),
    "bullets in cells": (
        'Name,Company,Field,Date,Pros\nUma Lind,Crumb,Baker,2026-03-02,"• Autonomy<br>• Team"\n',
        UMA | {"good": ["Autonomy", "Team"]},
    ),
    "how it was and how long": (
        "Name,Company,Field,Date,Format,Duration,Takeaway\n"
        "Uma Lind,Crumb,Baker,2026-03-02,Zoom,45 min,Go for it\n",
        UMA | {"setting": "video", "minutes": 45, "takeaway": "Go for it"},
    ),
    "day first by another row": (
        "Name,Company,Field,Date\nUma Lind,Crumb,Baker,2/3/2026\nOle Brun,Oven,Baker,28/3/2026\n",
        UMA,
    ),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_sheet_of_each_kind_becomes_what_it_says(kind: str) -> None:
    content, expected = KINDS[kind]
    field = "" if "field" in content.lower() else "Baker"
    named = field if kind == "no headings at all" else ""
    first = talks(content, default_field=named)[0]
    found = told(first)
    assert {name: found.get(name) for name in expected} == expected
    assert set(found) - set(expected) <= {"role", "met"}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_encoding_is_read(encoding: str) -> None:
    text = "Gesprächspartner;Firma;Branche;Datum\nJürgen Groß;Bäckerei Öl;Bäcker;02.03.2026\n"
    (one,) = talks(text.encode(encoding))
    assert (one.person.name, one.organisation, one.field) == (
        "Jürgen Groß",
        "Bäckerei Öl",
        "Bäcker",
    )


def test_sheets_named_for_their_fields_say_the_field() -> None:
    head = ["Name", "Company", "Date", "Notes"]
    book = xlsx({"Baking": [head, ["Uma Lind", "Crumb", "2026-03-02", "x"]],
                 "Welding": [head, ["Ole Brun", "Spark", "2026-03-03", "y"]]})  # fmt: skip
    assert [(one.field, one.person.name) for one in talks(book)] == [
        ("Baking", "Uma Lind"),
        ("Welding", "Ole Brun"),
    ]


STATUS = "Name,Field,Status,Date\nUma Lind,Baker,circling back,\nOle Brun,Baker,circling back,\n"


def test_an_unknown_status_is_asked_about_once_a_value() -> None:
    parsed = read(STATUS)
    assert isinstance(parsed.content, Sheet)
    (unknown,) = parsed.content.seen[0].unknown
    assert (unknown.heading, unknown.value, unknown.rows) == ("Status", "circling back", 2)
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [
        (2, "Status", "circling back"),
        (3, "Status", "circling back"),
    ]
    shape = Shape(statuses={unknown.key: "requested"})
    assert [one.status for one in talks(STATUS, shape=lambda key: shape)] == ["requested"] * 2
    note = Shape(statuses={unknown.key: "a note"})
    one = talks(STATUS, shape=lambda key: note)[0]
    assert (one.status, one.notes[0].text) == ("idea", "Status: circling back")


def test_what_a_person_says_of_a_column_stands() -> None:
    text = "Name,Vibe,Bucket,Date\nUma Lind,warm,Baker,2026-03-02\n"
    shape = read_shape('{"columns": {"vibe": "takeaway", "Bucket": "field", "Name": "leave"}}')
    (one,) = talks(text, shape=lambda key: shape)
    assert (one.takeaway, one.field, one.person.name) == ("warm", "Baker", "")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"columns": {"a": "nonsense"}}', '{"statuses": {"a": "b"}}', '{"x": 1}'],
)
def test_a_map_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_shape(text)


def test_a_shape_is_written_and_read_again_the_same() -> None:
    shape = Shape({"vibe": "note", "who": "person"}, {"circling back": "requested"})
    assert read_shape(shape.written()) == shape


def test_a_day_that_was_held_and_is_not_understood_is_asked() -> None:
    parsed = read("Name,Field,Status,When\nUma Lind,Baker,done,next week\n")
    assert [(e.row, e.column, e.value) for e in parsed.errors] == [(2, "When", "next week")]


def test_a_plan_that_is_not_understood_goes_to_the_notes_and_is_told() -> None:
    parsed = read("Name,Field,Status,When\nUma Lind,Baker,booked,next week\n")
    assert isinstance(parsed.content, Sheet)
    (row,) = parsed.content.rows
    assert (row.said.status, [note.text for note in row.said.notes]) == (
        "scheduled",
        ["When: next week"],
    )
    assert [(e.row, e.column, e.value) for e in parsed.cells] == [(2, "When", "next week")]


def test_each_column_says_why_it_is_taken_for_what() -> None:
    parsed = read("Name,Field,When,Dog\nUma Lind,Baker,2026-03-02,Rex\n")
    assert isinstance(parsed.content, Sheet)
    assert [(c.heading, c.values, c.target, c.why) for c in parsed.content.seen[0].columns] == [
        ("Name", ("Uma Lind",), "person", "heading"),
        ("Field", ("Baker",), "field", "heading"),
        ("When", ("2026-03-02",), "day", "heading"),
        ("Dog", ("Rex",), "note", "nothing here fits; no cell is lost"),
    ]


def test_no_cell_is_lost() -> None:
    words = [f"word{n}" for n in range(12)]
    text = "Name,Field,Date," + ",".join(f"Heading {n}" for n in range(12))
    (one,) = talks(f"{text}\nUma Lind,Baker,2026-03-02,{','.join(words)}\n")
    said = "\n".join(note.text for note in one.notes)
    assert all(word in said for word in words)
    assert one.held_on == date(2026, 3, 2)
