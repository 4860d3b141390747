"""What a workbook's reader does not tell of its cells: how numbers are shown, errors, no results.

Runs within the program that reads workbooks (`workbook_apart`), and knows nothing of the project.
A mark is by row and column, counted from 1: the text before and behind a number and by how much
it is divided; or the word for why a cell says nothing.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any
from xml.parsers import expat

Place = tuple[int, int]
NO_RESULT = "no result"
MOST_MARKS = 500_000
_BUILT_IN = {5: "$0", 6: "$0", 7: "$0.00", 8: "$0.00", 9: "0%", 10: "0.00%", 42: "$0", 44: "$0"}
_SIGNS = "$€£¥₣₤₩₹₽₺₪"
_SKIPPED = re.compile(r"[_*].|\[(?!\$)[^\]]*\]", re.S)
_LITERAL = re.compile(rf'"([^"]*)"|\[\$([^\]-]*)(?:-[^\]]*)?\]|\\(.)|([{_SIGNS}%])', re.S)
_DIGITS = re.compile(r"[#0?](?:[#0?.,]|\s(?=[#0?]))*")
_DAY = re.compile(r"[dmyhs]", re.I)


@dataclass
class Shown:
    """A number as it is shown: what stands before and behind it, and its scale."""

    before: str
    behind: str
    divided: float

    def text(self, number: float) -> str:
        """The number with its signs, no rounder than it is."""
        return f"{self.before}{number / self.divided:.15g}{self.behind}"


@dataclass
class Marks:
    """The marks of one sheet."""

    shown: dict[Place, Shown] = field(default_factory=dict)
    wrong: dict[Place, str] = field(default_factory=dict)
    """The error that stands in a cell, or that its formula has no result."""
    down: list[tuple[Place, int]] = field(default_factory=list)
    """Cells that are merged down, and how many rows they hold."""


def shown_as(code: str) -> Shown | None:
    """What a number's format adds to it; None where it adds nothing, or is one of days."""
    first = _SKIPPED.sub("", code.partition(";")[0])
    bare = _LITERAL.sub("", first)
    digits = _DIGITS.search(_LITERAL.sub(lambda m: "\0" * len(m[0]), first))
    if digits is None or _DAY.search(bare):
        return None
    before = "".join(_said(first[: digits.start()]))
    behind = "".join(_said(first[digits.end() :]))
    thousands = len(digits[0].rstrip()) - len(digits[0].rstrip().rstrip(","))
    divided = 1000.0**thousands / (100.0 if "%" in before + behind else 1.0)
    if not (before.strip() or behind.strip()):
        return None
    return Shown(before.lstrip(), _apart(behind), divided)


def _said(part: str) -> Iterator[str]:
    """The words of a part of a format, without the rest of its grammar."""
    for match in re.finditer(rf"{_LITERAL.pattern}|( )", part, re.S):
        yield next((group for group in match.groups() if group), "")


def _apart(behind: str) -> str:
    """Words stand apart from the figure, a `k` or a sign does not."""
    text = behind.rstrip()
    return f" {text}" if text[:1].isalpha() and len(text) > 1 else text


def marks_of(content: bytes) -> dict[str, Marks]:
    """The marks of each sheet by its name; none for workbooks of the old kind."""
    if not content.startswith(b"PK"):
        return {}
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = set(packed.namelist())
        if "xl/workbook.xml" in names:
            return _of_xlsx(packed, names)
        if "content.xml" in names:
            return _of_ods(packed.read("content.xml"))
    return {}


def _of_xlsx(packed: zipfile.ZipFile, names: set[str]) -> dict[str, Marks]:
    styles = _styles(packed.read("xl/styles.xml")) if "xl/styles.xml" in names else {}
    found: dict[str, Marks] = {}
    for name, part in _parts(packed, names):
        if part in names:
            found[name] = _of_sheet(packed.read(part), styles)
    return found


def _parts(packed: zipfile.ZipFile, names: set[str]) -> Iterator[tuple[str, str]]:
    """The sheets' names, and where each lies."""
    links = "xl/_rels/workbook.xml.rels"
    rels = packed.read(links) if links in names else b""
    targets = {
        _attribute(tag, b"Id"): _attribute(tag, b"Target")
        for tag in re.findall(rb"<(?:\w+:)?Relationship\b[^>]*>", rels)
    }
    for tag in re.findall(rb"<(?:\w+:)?sheet\b[^>]*>", packed.read("xl/workbook.xml")):
        target = targets.get(_attribute(tag, rb"\w+:id"), "").removeprefix("/")
        part = target if target.startswith("xl/") else f"xl/{target}"
        yield _attribute(tag, b"name"), part


def _attribute(tag: bytes, name: bytes) -> str:
    match = re.search(rb"\s" + name + rb'="([^"]*)"', tag)
    return unescape(match[1].decode("utf-8", "replace")) if match else ""


def _styles(xml: bytes) -> dict[str, Shown]:
    """What each style of a cell adds to its number, by the style's place."""
    codes = dict(_BUILT_IN)
    for tag in re.findall(rb"<(?:\w+:)?numFmt\b[^>]*>", xml):
        number = _attribute(tag, b"numFmtId")
        if number.isdigit():
            codes[int(number)] = _attribute(tag, b"formatCode")
    cells = re.search(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", xml, re.S)
    found: dict[str, Shown] = {}
    for place, tag in enumerate(re.findall(rb"<(?:\w+:)?xf\b[^>]*>", cells[0] if cells else b"")):
        number = _attribute(tag, b"numFmtId")
        shown = shown_as(codes.get(int(number), "")) if number.isdigit() else None
        if shown:
            found[str(place)] = shown
    return found


_AT = rb'\br="([A-Z]{1,3})(\d{1,7})"'
_FORMULA = rb"<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
_ERROR = re.compile(
    rb'<(?:\w+:)?c\b(?=[^>]*\bt="e")[^>]*?' + _AT + rb"[^>]*>\s*(?:" + _FORMULA + rb")?\s*"
    rb"<(?:\w+:)?v>([^<]*)<"
)
_UNRESULTED = re.compile(
    rb'<(?:\w+:)?c\b(?![^>]*\bt="str")[^>]*?' + _AT + rb"[^>]*>\s*" + _FORMULA
    + rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</|</(?:\w+:)?c>)"
)  # fmt: skip
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+)(\d+):[A-Z]+(\d+)"')


def _of_sheet(xml: bytes, styles: dict[str, Shown]) -> Marks:
    marks = Marks()
    for match in _ERROR.finditer(xml):
        marks.wrong[_place(match)] = unescape(match[3].decode("utf-8", "replace"))
    for match in _UNRESULTED.finditer(xml):
        marks.wrong[_place(match)] = NO_RESULT
    if styles:
        worded = "|".join(styles).encode()
        styled = re.compile(
            rb'<(?:\w+:)?c\b(?=[^>]*\bs="(' + worded + rb')")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"'
        )
        for count, match in enumerate(styled.finditer(xml)):
            if count == MOST_MARKS:
                break
            marks.shown[int(match[3]), column_number(match[2].decode())] = styles[match[1].decode()]
    for match in _MERGED.finditer(xml):
        rows = int(match[3]) - int(match[2]) + 1
        if rows > 1:
            marks.down.append((_place(match), rows))
    return marks


def _place(match: re.Match[bytes]) -> Place:
    return int(match[2]), column_number(match[1].decode())


def column_number(letters: str) -> int:
    """A is 1, Z 26, AA 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _of_ods(xml: bytes) -> dict[str, Marks]:
    told = (b"currency", b"percentage", b"rows-spanned", b"table:formula")
    if not any(word in xml for word in told):
        return {}
    sheets = _Sheets()
    parser = expat.ParserCreate()
    parser.StartElementHandler = sheets.begins
    parser.EndElementHandler = sheets.ends
    parser.CharacterDataHandler = sheets.says
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return {}
    return sheets.found


class _Sheets:
    """Where a reader of content.xml stands, and the marks it came by."""

    def __init__(self) -> None:
        self.found: dict[str, Marks] = {}
        self.marks = Marks()
        self.row = self.column = 0
        self.row_times = self.times = 1
        self.cell: dict[str, Any] | None = None
        self.text = ""

    def begins(self, name: str, given: dict[str, str]) -> None:
        if name == "table:table":
            self.marks = self.found.setdefault(given.get("table:name", ""), Marks())
            self.row = 0
        elif name == "table:table-row":
            self.row += 1
            self.row_times = _times(given, "table:number-rows-repeated")
            self.column = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self.column += 1
            self.times = _times(given, "table:number-columns-repeated")
            self.cell, self.text = dict(given), ""

    def says(self, text: str) -> None:
        if self.cell is not None and len(self.text) < 40:
            self.text += text

    def ends(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.row_times - 1
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._mark(self.cell or {})
            self.cell = None
            self.column += self.times - 1

    def _mark(self, given: dict[str, str]) -> None:
        kind = given.get("office:value-type", "")
        place, formula = (self.row, self.column), "table:formula" in given
        if kind == "currency":
            sign = given.get("office:currency") or "".join(s for s in self.text if s in _SIGNS)
            self.marks.shown[place] = Shown("", f" {sign}".rstrip(), 1)
        elif kind == "percentage":
            self.marks.shown[place] = Shown("", "%", 0.01)
        elif formula and (not kind or given.get("calcext:value-type") == "error"):
            shown = self.text.strip()
            self.marks.wrong[place] = shown if shown.startswith(("#", "Err:")) else NO_RESULT
        rows = _times(given, "table:number-rows-spanned")
        if rows > 1:
            self.marks.down.append((place, rows))


def _times(given: dict[str, str], name: str) -> int:
    value = given.get(name, "1")
    return int(value) if value.isdigit() else 1
