"""What leaves for other programs: it comes back the same where the format has room for it."""

import io
import json
import re
import zipfile
from datetime import date, datetime
from typing import Any
from uuid import UUID
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import icalendar
import pytest
from dateutil import tz  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.exporting.calendar_file import calendar_of, day_of, hour_of
from lib.exporting.calendar_zones import zone_lines
from lib.exporting.coded import coded_of
from lib.exporting.opendocument import in_xml, ods_of
from lib.exporting.packing import packed
from lib.exporting.pages import page_of, pages_of
from lib.importing import read_file
from lib.importing.matching.filling import is_nothing
from lib.importing.parsed import Sheet
from lib.records import Conversation, NoteLine, SkillSaid
from tests.factories import a_conversation, a_person
from tests.unit.conversations_made import conversations
from tests.unit.test_sheet import plain

ZONES = (None, "UTC", "Europe/Zurich", "America/New_York", "Asia/Kathmandu", "Africa/Casablanca")
QDA = "{urn:QDA-XML:project:1.0}"


def fitting(value: Any) -> Any:
    """The same with a mark for each letter that XML cannot hold."""
    if isinstance(value, str):
        return in_xml(value)
    if isinstance(value, dict):
        return {name: fitting(one) for name, one in value.items()}
    return tuple(map(fitting, value)) if isinstance(value, list | tuple) else value


def in_letters_of_xml(said: Conversation) -> Conversation:
    return Conversation.model_validate(fitting(said.model_dump()))


def read(name: str, content: bytes) -> list[Conversation]:
    parsed = read_file(name, content, yes="all")
    assert (parsed.errors, parsed.cells, parsed.refused) == ((), (), 0)
    assert isinstance(parsed.content, Sheet)
    return [row.said for row in parsed.content.rows]


@settings(max_examples=25, deadline=None)
@given(said=conversations().map(in_letters_of_xml))
def test_any_conversation_comes_back_from_an_opendocument_spreadsheet(said: Conversation) -> None:
    (one,) = read("all.ods", ods_of([said], {}))
    assert plain(one) == plain(said)


def test_an_opendocument_spreadsheet_is_known_by_its_first_bytes_and_runs_nothing() -> None:
    evil = "=cmd|' /C calc'!A1"
    content = ods_of([a_conversation(takeaway=evil)], {})
    assert content[30:38] == b"mimetype", "first and unpacked, as the standard asks"
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sheet = packed.read("content.xml").decode()
    assert "formula" not in sheet
    assert "'=cmd" in sheet


words = (
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=60)
    .map(str.strip)
    .filter(lambda text: not is_nothing(text) or not text)
)


@st.composite
def dated(draw: Any) -> Conversation:
    """A conversation with all that a calendar holds."""
    status = draw(st.sampled_from(["held", "scheduled", "requested", "cancelled", "declined"]))
    days = st.dates(date(1971, 1, 2), date(2026, 10, 1))
    day, other = draw(days), draw(st.none() | days)
    hour = draw(st.none() | st.times())
    began = datetime.combine(draw(st.sampled_from([day, other or day])), hour) if hour else None
    return a_conversation(
        draw(words.filter(bool)),
        person=a_person(draw(words)),
        status=status,
        held_on=day if status == "held" else None,
        planned_on=other if status == "held" else day,
        starts_at=began.strftime("%Y-%m-%dT%H:%M") if began and hour and _is_hour(hour) else None,
        zone=draw(st.sampled_from(ZONES)),
        planned_minutes=draw(st.none() | st.integers(1, 1440)),
        place=draw(words),
        purpose=draw(words),
    )


def _is_hour(hour: Any) -> bool:
    """Midnight is how a day alone is written."""
    return (hour.hour, hour.minute) != (0, 0)


HELD_BY_A_CALENDAR = (
    "id", "field", "status", "held_on", "planned_on", "starts_at", "zone", "planned_minutes",
    "place", "purpose",
)  # fmt: skip


def told(said: Conversation) -> dict[str, Any]:
    return {name: getattr(said, name) for name in HELD_BY_A_CALENDAR[1:]} | {
        "person": said.person.name
    }


@settings(max_examples=60, deadline=None)
@given(said=dated())
def test_any_day_and_hour_comes_back_from_a_calendar(said: Conversation) -> None:
    parsed = read_file("a.ics", calendar_of([said]), yes="all")
    assert isinstance(parsed.content, Sheet)
    assert parsed.errors == ()
    (row,) = parsed.content.rows
    assert row.identity == str(said.id)
    assert told(row.said) == told(said)


@settings(max_examples=40, deadline=None)
@given(said=dated().filter(lambda one: hour_of(one, day_of(one) or date.min) and one.zone))
def test_other_readers_see_the_same_moment(said: Conversation) -> None:
    day = day_of(said)
    at = hour_of(said, day) if day else None
    assert at is not None
    assert said.zone is not None
    meant = at.replace(tzinfo=ZoneInfo(said.zone))
    content = calendar_of([said]).decode()
    event = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    seen: Any = event["DTSTART"]
    assert seen.dt == meant
    if said.zone != "UTC" and _is_told_apart(meant):
        # The rules of the file alone, as a reader takes them that knows no zone by its name.
        zone = tz.tzical(io.StringIO(content)).get(said.zone)
        assert at.replace(tzinfo=zone).utcoffset() == meant.utcoffset()


def _is_told_apart(at: datetime) -> bool:
    """Whether the hour exists once: not the one that is skipped, nor the one that comes twice."""
    return at.utcoffset() == at.replace(fold=1).utcoffset()


def test_a_zone_has_a_part_for_each_change_of_the_clocks() -> None:
    lines = zone_lines("Europe/Zurich", 2026, 2026)
    onsets = [line for line in lines if line.startswith("DTSTART")]
    assert onsets[-2:] == ["DTSTART:20270328T020000", "DTSTART:20271031T030000"]
    assert "DTSTART:20260329T020000" in onsets
    assert not any("RDATE" in line or "RRULE" in line for line in lines)
    assert [line for line in zone_lines("Asia/Kathmandu", 2026, 2026) if "OFFSETTO" in line] == [
        "TZOFFSETTO:+0545"
    ]


def test_no_line_of_a_calendar_is_longer_than_it_may_be_and_no_letter_is_cut() -> None:
    content = calendar_of([a_conversation(place="ü" * 150, purpose="a, b; c\\n\nd" * 20)])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (one,) = read("a.ics", content)
    assert (one.place, one.purpose) == ("ü" * 150, "a, b; c\\n\nd" * 20)


def test_what_another_calendar_moved_counts_as_moved() -> None:
    said = a_conversation("Baker", status="scheduled", held_on=None, planned_on=date(2030, 1, 7))
    text = (
        calendar_of([said]).decode().replace("20300107", "20300109").replace("20300108", "20300110")
    )
    (one,) = read("a.ics", text.encode())
    assert (one.field, one.planned_on) == ("Baker", date(2030, 1, 9))
    (gone,) = read("a.ics", text.replace("STATUS:CONFIRMED", "STATUS:CANCELLED").encode())
    assert gone.status == "cancelled"


def project(content: bytes) -> tuple[ElementTree.Element, dict[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        sources = {
            name: packed.read(name).decode() for name in packed.namelist() if "sources/" in name
        }
        return ElementTree.fromstring(packed.read("project.qde")), sources


def coded(content: bytes) -> list[tuple[str, str]]:
    """Code and words of every stretch, read as the standard counts: code points."""
    whole, sources = project(content)
    codes = {one.get("guid"): one.get("name") for one in whole.iter(f"{QDA}Code")}
    found = []
    for source in whole.iter(f"{QDA}TextSource"):
        text = sources[str(source.get("plainTextPath")).replace("internal://", "sources/")]
        assert "\r" not in text
        assert not text.startswith("\ufeff")
        for one in source.iter(f"{QDA}PlainTextSelection"):
            begin, end = int(one.get("startPosition", -1)), int(one.get("endPosition", -1))
            code = one.find(f"{QDA}Coding/{QDA}CodeRef")
            assert code is not None
            found.append((str(codes[code.get("targetGUID")]), text[begin:end]))
    return found


@settings(max_examples=60, deadline=None)
@given(many=st.lists(conversations(), max_size=3))
def test_every_quote_stands_where_the_project_says(many: list[Conversation]) -> None:
    quotes = [
        in_xml(re.sub(r"\r\n?", "\n", one.quote))
        for said in many for one in said.findings() if one.quote
    ]  # fmt: skip
    assert [words for _, words in coded(coded_of(many))] == quotes


def test_positions_count_a_picture_as_one_letter() -> None:
    note = NoteLine(text="🍞 is baked at four. 🍞 again.")
    said = SkillSaid(skill="Baking", quote="🍞 again", note_id=note.id)
    whole, _ = project(coded_of([a_conversation(notes=(note,), skills=(said,))]))
    stretch = next(whole.iter(f"{QDA}PlainTextSelection"))
    # 20 letters as Unicode counts them; 21 in UTF-16.
    assert (stretch.get("startPosition"), stretch.get("endPosition")) == ("20", "27")


def test_a_quote_lies_in_its_own_note_and_below_them_where_it_is_in_none() -> None:
    first, second = NoteLine(text="I like it."), NoteLine(text="I like it. Really.")
    skills = (
        SkillSaid(skill="A", quote="I like it", note_id=second.id),
        SkillSaid(skill="B", quote="Not written down"),
    )
    content = coded_of([a_conversation(notes=(first, second), skills=skills)])
    whole, sources = project(content)
    assert list(sources.values()) == ["I like it.\nI like it. Really.\nNot written down\n"]
    begins = [one.get("startPosition") for one in whole.iter(f"{QDA}PlainTextSelection")]
    assert begins == ["11", "30"]
    assert coded(content) == [("A", "I like it"), ("B", "Not written down")]


def test_codes_stand_below_their_kind_once_and_texts_have_names_of_their_own() -> None:
    one = a_conversation("Nurse", skills=(SkillSaid(skill="Triage", quote="x"),))
    other = one.model_copy(update={"id": UUID(int=7)})
    whole, sources = project(coded_of([one, other]))
    kinds = whole.findall(f"{QDA}CodeBook/{QDA}Codes/{QDA}Code")
    assert [kind.get("name") for kind in kinds] == ["skill"]
    assert [code.get("name") for code in kinds[0].findall(f"{QDA}Code")] == ["Triage"]
    names = [source.get("name") for source in whole.iter(f"{QDA}TextSource")]
    assert names[1] == f"{names[0]} (2)"
    assert set(sources) == {f"sources/{one.id}.txt", f"sources/{other.id}.txt"}
    assert coded_of([one, other]) == coded_of([one, other])


def test_nothing_to_tell_is_an_empty_project() -> None:
    whole, sources = project(coded_of([]))
    assert ([one.tag for one in whole], sources) == ([f"{QDA}Users"], {})


def test_a_page_reads_as_it_was_typed() -> None:
    said = a_conversation(
        "Nurse",
        person=a_person("Ann *Example*"),
        held_on=date(2026, 3, 2),
        takeaway="1. Ask for #night shifts\n![x](http://a.example/x.png)",
        notes=(NoteLine(text="- first"),),
        skills=(SkillSaid(skill="Triage", necessity="mandatory", quote="Every [[day]]."),),
    )
    page = page_of(said)
    front = page.split("---\n")[1]
    assert 'field: "Nurse"\nperson: "Ann *Example*"\n' in front
    assert 'held_on: "2026-03-02"' in front
    body = page.split("---\n")[2]
    assert body.startswith("\n# Ann \\*Example\\*: Nurse\n")
    assert "1. Ask for \\#night shifts\\\n!\\[x\\](http://a.example/x.png)" in body
    assert "## Notes\n\n- \\- first\n" in body
    assert '## Skills that are required\n\n- Triage; "Every \\[\\[day\\]\\]."\n' in body


@settings(max_examples=60, deadline=None)
@given(many=st.lists(conversations(), min_size=1, max_size=3))
def test_pages_have_names_that_every_system_takes_and_fronts_that_are_read_back(
    many: list[Conversation],
) -> None:
    pages = dict(pages_of([*many, *many]))
    assert len({name.casefold() for name in pages}) == 2 * len(many)
    for name, said in zip(pages, [*many, *many], strict=True):
        assert re.fullmatch(r'[^\\/:*?"<>|\x00-\x1f]+\.md', name)
        assert len(name) <= 110
        front = pages[name].split("\n")
        line = next(line for line in front if line.startswith("field: "))
        assert json.loads(line.removeprefix("field: ")) == said.field
        assert not re.search(r"(?<!\\)!\[|(?<!\\)\[\[", pages[name].split("\n---\n", 1)[1])


def test_a_name_of_several_lines_is_a_title_of_one() -> None:
    said = a_conversation("Nurse", person=a_person("Ann\n## Notes\n\n- x"))
    assert "\n# Ann \\#\\# Notes - x: Nurse\n" in page_of(said)
    (one,) = read("one.md", page_of(said).encode())
    assert plain(one) == plain(said)


def one_kind_of_line_end(said: Conversation) -> Conversation:
    """Neither format keeps apart how a line ends."""
    text = re.sub(r"\\r\\n|\\r", r"\\n", said.model_dump_json())
    return Conversation.model_validate_json(text)


def all_of(back: list[Conversation], many: list[Conversation]) -> bool:
    """Whether each came back once, in whatever order: pages stand by their names."""
    left = [plain(one) for one in many]
    for one in back:
        left.remove(plain(one))
    return not left


@settings(max_examples=25, deadline=None)
@given(many=st.lists(conversations().map(one_kind_of_line_end), min_size=1, max_size=3))
def test_any_conversation_comes_back_from_its_page(many: list[Conversation]) -> None:
    for said in many:
        (alone,) = read("one.md", page_of(said).encode())
        assert plain(alone) == plain(said)
    assert all_of(read("pages.zip", packed(pages_of(many))), many)


@settings(max_examples=25, deadline=None)
@given(
    many=st.lists(
        conversations().map(one_kind_of_line_end).map(in_letters_of_xml), min_size=1, max_size=3
    )
)
def test_any_conversation_in_which_something_was_noted_comes_back_from_a_project(
    many: list[Conversation],
) -> None:
    noted = [said for said in many if said.notes or any(one.quote for one in said.findings())]
    if noted:
        assert all_of(read("all.qdpx", coded_of(many)), noted)


@pytest.mark.parametrize("sign", ["# ", "> ", "- ", "+ ", "1. ", "1) ", "```", "| a |", "<b>"])
def test_no_line_of_a_page_begins_anything(sign: str) -> None:
    page = page_of(a_conversation("Nurse", takeaway=f"a\n{sign}x"))
    assert f"\n{sign}x" not in page or sign[0] == "1"
