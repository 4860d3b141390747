"""The report for a coach: what is in it, what never is, and that what was typed stays text."""

import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any
from uuid import UUID, uuid4

import altair as alt
import pytest
from pypdf import PdfReader
from sqlalchemy import update
from sqlalchemy.orm import Session

from lib.access.links import Scope, of_a_file
from lib.access.viewer import Explorer, Share
from lib.answers.report import section, titles
from lib.answers.report_opening import NOBODY
from lib.commands.weighing import set_weights
from lib.criteria import Weight
from lib.errors import NotFound, Refused
from lib.filters import EVERYTHING
from lib.model import Explorer as ExplorerRow
from lib.report import made
from lib.report.figures import specification
from tests.conftest import an_explorer
from tests.factories import a_figure, a_person, an_interview, field_id
from tests.seeded import (
    CODE,
    FIELDS,
    KEPT_IN,
    a_released_link,
    everything_typed,
    identities,
)

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section"),
    *("h1", "h2", "h3", "p", "a", "ul", "li", "dl", "dt", "dd", "strong", "br", "noscript"),
    *("figure", "figcaption", "div", "script", "details", "summary"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "scope"),
    *("type", "data-chart", "aria-label", "aria-labelledby", "role", "tabindex"),
}


class Read(HTMLParser):
    """What a browser would make of the page: its elements, its text, its charts, its programs."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.words: list[str] = []
        self.charts: list[Any] = []
        self.programs: list[str] = []
        self._inside = ""
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name == "href"}
        data = ("type", "application/json") in attrs
        self._inside = "chart" if data else tag if tag in {"script", "style"} else ""

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "chart":
            self.charts.append(json.loads(data))
        elif self._inside == "script":
            self.programs.append(data)
        elif self._inside != "style":
            self.words.append(data)

    @property
    def told(self) -> str:
        """All that is not the engine: text and data."""
        return "\n".join([*self.words, json.dumps(self.charts, ensure_ascii=False)])


def a_page(session: Session, me: Explorer, wording: UUID | None = None, **values: Any) -> bytes:
    return a_file(session, a_share(session, me, wording=wording, **values), wording is not None)


def a_file(session: Session, share: Share, worded: bool = False, ending: str = ".html") -> bytes:
    return made(session, share, worded=worded, endings=[ending], say=print)[ending]


def on_paper(session: Session, me: Explorer, wording: UUID | None = None, **values: Any) -> str:
    """The text of the PDF, its charts' included."""
    share = a_share(session, me, wording=wording, **values)
    found = a_file(session, share, wording is not None, ".pdf")
    whole = PdfReader(io.BytesIO(found))
    about = f"{whole.metadata}"
    return "\n".join([about, *(page.extract_text() for page in whole.pages)])


def a_share(session: Session, me: Explorer, *fields: str, **values: Any) -> Share:
    ids = [field_id(session, me, name) for name in fields or FIELDS]
    return of_a_file(session, me, **{"fields": ids, "scope": Scope(), **values})


def held(words: tuple[str, ...], told: str) -> list[str]:
    """Those of the words that stand in the text by themselves."""
    return [word for word in words if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", told)]


@pytest.fixture
def seeded(session: Session, me: Explorer) -> Explorer:
    everything_typed(session, me)
    return me


def test_a_report_holds_every_section_and_no_name(session: Session, seeded: Explorer) -> None:
    read = Read(a_page(session, seeded))
    for title in ("Compare", "Skills", "Getting in", "Pay", "Day to day", "What is out"):
        assert title in read.words
    assert "SQL" in read.told
    assert len(read.charts) > 5
    assert held(KEPT_IN, read.told) == []
    assert [one for one in identities(session, seeded) if one in read.told] == []
    told = on_paper(session, seeded)
    assert "SQL" in told
    assert held(KEPT_IN, told) == []


def test_what_was_not_released_for_the_chosen_link_stays_out(
    session: Session, seeded: Explorer
) -> None:
    link = a_released_link(session, seeded, ["Ward round"])
    share = Scope(quotes=True)
    worded = Read(a_page(session, seeded, link, scope=share))
    assert "Ward round" in worded.told
    assert "In words" in worded.words
    assert held(KEPT_IN, worded.told) == []
    assert "Ward round" not in Read(a_page(session, seeded, scope=share)).told


def test_what_was_typed_is_text_in_every_place(session: Session, seeded: Explorer) -> None:
    link = a_released_link(session, seeded)
    page = a_page(session, seeded, link, scope=Scope(quotes=True, names=True))
    read = Read(page)
    assert read.tags <= TAGS
    assert read.attributes <= ATTRIBUTES
    assert {one[0] for one in read.links} == {"#"}
    assert len(read.programs) == 2
    text = "".join(read.words)
    for code in CODE:
        assert code in text.replace("\u200b", "")
    assert page.count(b"</script>") == len(read.charts) + 2


def test_what_was_typed_is_text_on_paper(session: Session, seeded: Explorer) -> None:
    link = a_released_link(session, seeded)
    told = squeezed(on_paper(session, seeded, link, scope=Scope(quotes=True)))
    for code in CODE[:-1]:
        assert squeezed(code) in told
    assert squeezed("1 / ") in told


def squeezed(text: str) -> str:
    """Without what a line's end and a long word's breaks add."""
    return re.sub(r"[\s\u200b\u00ad]", "", text)


def test_a_page_runs_its_own_programs_and_loads_nothing(session: Session, seeded: Explorer) -> None:
    page = a_page(session, seeded).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].count("sha256-") == 2
    assert "unsafe" not in rules["script-src"]
    assert set(rules) == {"default-src", "script-src", "style-src", "base-uri", "form-action"}


def test_every_chart_is_sound_vega_lite(session: Session, seeded: Explorer) -> None:
    share = a_share(session, seeded, wording=a_released_link(session, seeded))
    parts = [p for title in titles(True) for p in section(session, share, EVERYTHING, title).parts]
    drawn = [part.drawing for part in parts if part.drawing is not None]
    assert len(drawn) > 8
    for drawing in drawn:
        alt.LayerChart.from_dict(specification(drawing))


def test_figures_are_those_of_the_fields_chosen_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse", salaries=(a_figure(41_000, 43_000),))
    an_interview(session, me, "Cook", salaries=(a_figure(71_000, 73_000),))
    share = a_share(session, me, "Nurse")
    told = Read(a_file(session, share)).told
    assert "$41k" in told
    assert "Cook" not in told
    assert "$71k" not in told


def test_names_organisations_and_pay_are_in_where_they_were_chosen(
    session: Session, me: Explorer
) -> None:
    mine = update(ExplorerRow).where(ExplorerRow.id == me.explorer_id)
    session.execute(mine.values(name="Ines", current_pay=48_000_00))
    person = a_person("Ulla Berg", attribution="named", consent_on=date(2026, 3, 1))
    an_interview(session, me, "Nurse", person=person, salaries=(a_figure(),))
    for scope, shown in ((Scope(), False), (Scope(names=True, pay=True), True)):
        share = a_share(session, me, "Nurse", scope=scope)
        read = Read(a_file(session, share))
        assert ("Ulla Berg" in read.told) == shown
        assert any("names of those" in words.lower() for words in read.words)
        assert "Ines’s conversations" in read.words


def test_a_threshold_leaves_fields_and_groups_out(session: Session, me: Explorer) -> None:
    for field, people in (("Nurse", 3), ("Cook", 1)):
        for number in range(people):
            skills = ["Triage", f"Own {number}"]
            an_interview(session, me, field, person=a_person(), skills=skills)
    share = a_share(session, me, "Nurse", "Cook", threshold=3)
    assert share.fields == {field_id(session, me, "Nurse")}
    read = Read(a_file(session, share))
    assert "Cook" not in read.told
    assert "fewer than three people" in "".join(read.words)


def test_nothing_to_show_is_said_and_no_file_made(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse", status="scheduled")
    share = a_share(session, me, "Nurse")
    with pytest.raises(Refused, match=re.escape(NOBODY)):
        a_file(session, share)
    with pytest.raises(Refused, match="ending"):
        a_file(session, share, ending=".docx")


def test_a_file_holds_ones_own_fields_and_wording_alone(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    mine, stranger = [field_id(session, me, "Nurse")], an_explorer(session)
    for fields in ([], [uuid4()], [*mine, uuid4()]):
        with pytest.raises(Refused):
            of_a_file(session, me, fields=fields, scope=Scope())
    with pytest.raises(Refused):
        of_a_file(session, stranger, fields=mine, scope=Scope())
    with pytest.raises(Refused):
        of_a_file(session, me, fields=mine, scope=Scope(), threshold=4)
    with pytest.raises(NotFound):
        of_a_file(session, me, fields=mine, scope=Scope(), wording=uuid4())


def test_two_reports_have_no_id_in_common(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    one, other = a_share(session, me, "Nurse"), a_share(session, me, "Nurse")
    shown = field_id(session, me, "Nurse")
    assert one.shown(shown) != other.shown(shown)


def test_what_the_explorer_weighs_is_in_once_they_gave_points(
    session: Session, me: Explorer
) -> None:
    for field in ("Cook", "Nurse"):
        for name in ("Ann", "Bea", "Cleo"):
            an_interview(session, me, field, person=a_person(name), interest_after=4)
    share = a_share(session, me, "Cook", "Nurse")
    questions = [part.question for part in section(session, share, EVERYTHING, "Compare").parts]
    assert questions == ["How do the fields compare?"]
    set_weights(session, me, weights=[Weight("interest", 9)])
    questions = [part.question for part in section(session, share, EVERYTHING, "Compare").parts]
    assert questions[1:] == ["How often does each field come first?", "What would turn it over?"]


@pytest.mark.parametrize(("field", "tagged"), [("Nurse", True), ("\U0001f9d1 \ua9c1", False)])
def test_a_paper_is_tagged_and_has_bookmarks_also_with_letters_that_no_font_has(
    session: Session, me: Explorer, field: str, tagged: bool
) -> None:
    """PDF/UA-1 is promised where every letter can be told; headings are bookmarks in either."""
    an_interview(session, me, field)
    whole = PdfReader(io.BytesIO(a_file(session, a_share(session, me, field), ending=".pdf")))
    root: Any = whole.trailer["/Root"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert (b"pdfuaid" in root["/Metadata"].get_object().get_data()) == tagged
    _, below = whole.outline
    assert isinstance(below, list)
    marks = [str(one["/Title"]) for one in below if not isinstance(one, list)]
    assert marks[:2] == ["In short", "What this holds, and how to read it"]


def test_the_answers_stand_before_the_rules(session: Session, me: Explorer) -> None:
    an_interview(session, me, "Nurse")
    told = Read(a_file(session, a_share(session, me, "Nurse"))).told
    places = [told.index(words) for words in ("In short", "What is missing", "How to read it")]
    assert places == sorted(places)
