"""Takes O*NET's release apart, as it is downloaded: its text, CSV or Excel files in one archive.

Older releases name some files otherwise (Skills, Alternate Titles): both are read.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from lib.errors import Refused
from lib.files.workbook import grids
from lib.reference.onet import RELATED, SKILLS, TITLES, Rows
from lib.text import fold

OCCUPATIONS = "Occupation Data"
TITLE_FILES = {
    "Job Titles": "Job Title",
    "Alternate Titles": "Alternate Title",
    "Sample of Reported Titles": "Reported Job Title",
}
SKILL_FILES = ("Essential Skills", "Transferable Skills", "Skills")
RELATED_FILE = "Related Occupations"
CODE, RELATED_CODE = "O*NET-SOC Code", "Related O*NET-SOC Code"
SUPPRESS = "Recommend Suppress"
"""Y: the release itself says that a rating is too imprecise."""
KINDS = (".txt", ".csv", ".xlsx")
MOST = 200 * 1024 * 1024
"""Bytes of all the files that are read, unpacked."""
NO_RELEASE = (
    "This is a packed file, but neither O*NET's release nor a workbook of BLS. Bring the release "
    "as it was downloaded, such as db_31_0_excel.zip, db_31_0_csv.zip or db_31_0_text.zip."
)
CUT_OFF = "O*NET's release is cut off or damaged. Download it again, and bring that."
_SOC = re.compile(r"\d\d-\d{4}\.\d\d")


@dataclass
class Release:
    """The files of a release that are read, by their names without ending."""

    packed: zipfile.ZipFile
    suppressed: int = 0
    """Ratings that the release marks as too imprecise, and that are left out."""

    @cached_property
    def parts(self) -> dict[str, zipfile.ZipInfo]:
        """Each file by its name, whatever stands between its words; of several kinds the first."""
        found: dict[str, zipfile.ZipInfo] = {}
        for kind in reversed(KINDS):
            for part in self.packed.infolist():
                path = PurePosixPath(part.filename)
                if path.suffix.lower() == kind:
                    found[_bare(path.stem)] = part
        return found

    def table(self, name: str, *columns: str) -> Iterator[dict[str, str]]:
        """The rows of one file that are about an occupation; none where there is no such file."""
        part = self.parts.get(_bare(name))
        if part is None:
            return
        rows = iter(_rows(self.packed, part))
        head = {_bare(heading): place for place, heading in enumerate(next(rows, ()))}
        missing = [column for column in columns if _bare(column) not in head]
        if missing:
            what = f"{PurePosixPath(part.filename).name} of this release lacks the column"
            raise Refused(f"{what} “{missing[0]}”. Is it O*NET's?")
        places = {column: head.get(_bare(column)) for column in (*columns, SUPPRESS)}
        for cells in rows:
            row = {
                column: cells[place] if place is not None and place < len(cells) else ""
                for column, place in places.items()
            }
            if _SOC.fullmatch(row[CODE]):
                yield row


def is_release(content: bytes) -> bool:
    """Whether a packed file holds O*NET's list of occupations."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return _bare(OCCUPATIONS) in Release(packed).parts
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def read_release(content: bytes) -> tuple[dict[str, Rows], int]:
    """The rows to keep, by the name of their file, and how many ratings the release suppresses.

    Raises Refused where a file of it cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            release = Release(packed)
            wanted = map(_bare, (OCCUPATIONS, RELATED_FILE, *TITLE_FILES, *SKILL_FILES))
            if sum(release.parts[n].file_size for n in wanted if n in release.parts) > MOST:
                raise Refused("This release unpacks to more than 200 MB. Is it O*NET's?")
            return _kept(release), release.suppressed
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused(CUT_OFF) from error


def _kept(release: Release) -> dict[str, Rows]:
    named = {row[CODE]: row["Title"] for row in release.table(OCCUPATIONS, CODE, "Title")}
    if not named:
        raise Refused("O*NET's release lists no occupations. Download it again, and bring that.")
    skill_rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in _skill_rows(release):
        # The finer occupations of one code: the skill counts as for the one that needs it most.
        place = row["code"], row["element"]
        if float(row["importance"]) > float(skill_rows.get(place, {}).get("importance", 0)):
            skill_rows[place] = row
    return {
        TITLES: _title_rows(release, named),
        RELATED: _related_rows(release, named),
        SKILLS: list(skill_rows.values()),
    }


def _title_rows(release: Release, named: dict[str, str]) -> Rows:
    found = {(code.partition(".")[0], fold(title)): title for code, title in named.items()}
    for name, column in TITLE_FILES.items():
        for row in release.table(name, CODE, column):
            found.setdefault((row[CODE].partition(".")[0], fold(row[column])), row[column])
    return [{"code": code, "title": title} for (code, _), title in found.items()]


def _related_rows(release: Release, named: dict[str, str]) -> Rows:
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for row in release.table(RELATED_FILE, CODE, RELATED_CODE, "Index"):
        code, other = (row[name].partition(".")[0] for name in (CODE, RELATED_CODE))
        if code != other and row["Index"].isdecimal():
            rank = int(row["Index"]), named.get(row[RELATED_CODE], "")
            found[code, other] = min(rank, found.get((code, other), rank))
    ordered = sorted(found.items(), key=lambda one: (one[0][0], one[1]))
    return [
        {"code": code, "related": other, "title": title, "rank": str(rank)}
        for (code, other), (rank, title) in ordered
    ]


def _skill_rows(release: Release) -> Iterator[dict[str, str]]:
    columns = ("Element ID", "Element Name", "Scale ID", "Data Value")
    for name in SKILL_FILES:
        for row in release.table(name, CODE, *columns):
            value = row["Data Value"]
            if row["Scale ID"] != "IM" or not re.fullmatch(r"\d+(\.\d+)?", value):
                continue
            if row[SUPPRESS].strip().upper() == "Y":
                release.suppressed += 1
                continue
            code = row[CODE].partition(".")[0]
            named = {"element": row["Element ID"], "name": row["Element Name"]}
            yield {"code": code, **named, "importance": value}


def _rows(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterable[Sequence[str]]:
    """The rows of a file, its headings first; of a workbook those of its first sheet."""
    with packed.open(part) as opened:
        content = opened.read(MOST)
    if part.filename.lower().endswith(".xlsx"):
        sheets = grids(content)
        return [cells for _, cells in sheets[0].rows] if sheets else []
    text = io.StringIO(content.decode("utf-8-sig", errors="replace"), newline="")
    if part.filename.lower().endswith(".csv"):
        return csv.reader(text)
    return csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE)


def _bare(name: str) -> str:
    """Letters and digits alone: "O*NET-SOC Code" is "onetsoc_code" too."""
    return re.sub(r"[^a-z0-9]", "", name.lower())
