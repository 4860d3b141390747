"""Takes O*NET's text release apart, as it is downloaded: db_30_3_text.zip and the like.

Older releases name some files otherwise (Skills.txt, Alternate Titles.txt): both are read.
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from lib.errors import Refused
from lib.reference.onet import RELATED, SKILLS, TITLES, Rows
from lib.text import fold

OCCUPATIONS = "Occupation Data.txt"
TITLE_FILES = {
    "Job Titles.txt": "Job Title",
    "Alternate Titles.txt": "Alternate Title",
    "Sample of Reported Titles.txt": "Reported Job Title",
}
SKILL_FILES = ("Essential Skills.txt", "Transferable Skills.txt", "Skills.txt")
RELATED_FILE = "Related Occupations.txt"
CODE, RELATED_CODE = "O*NET-SOC Code", "Related O*NET-SOC Code"
MOST = 200 * 1024 * 1024
"""Bytes of all the files that are read, unpacked."""
NO_RELEASE = (
    "This is a packed file, but neither O*NET's text release nor a workbook of BLS. Bring the "
    "release as it was downloaded, such as db_30_3_text.zip."
)
_SOC = re.compile(r"\d\d-\d{4}\.\d\d")


def is_release(content: bytes) -> bool:
    """Whether a packed file holds O*NET's list of occupations."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return OCCUPATIONS in {PurePosixPath(name).name for name in packed.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def read_release(content: bytes) -> dict[str, Rows]:
    """The rows to keep, by the name of their file; raises Refused where one cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            files = {PurePosixPath(part.filename).name: part for part in packed.infolist()}
            wanted = [OCCUPATIONS, RELATED_FILE, *TITLE_FILES, *SKILL_FILES]
            if sum(files[name].file_size for name in wanted if name in files) > MOST:
                raise Refused("This release unpacks to more than 200 MB. Is it O*NET's?")
            texts = {name: _text(packed, files[name]) for name in wanted if name in files}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused(
            "O*NET's release is cut off or damaged. Download it again, and bring that."
        ) from error
    return _kept(texts)


def _kept(texts: dict[str, str]) -> dict[str, Rows]:
    named = {row[CODE]: row["Title"] for row in _table(texts, OCCUPATIONS, CODE, "Title")}
    if not named:
        raise Refused("O*NET's release lists no occupations. Download it again, and bring that.")
    skill_rows: dict[tuple[str, str], dict[str, str]] = {}
    for row in _skill_rows(texts):
        # The finer occupations of one code: the skill counts as for the one that needs it most.
        place = row["code"], row["element"]
        if float(row["importance"]) > float(skill_rows.get(place, {}).get("importance", 0)):
            skill_rows[place] = row
    return {
        TITLES: _title_rows(texts, named),
        RELATED: _related_rows(texts, named),
        SKILLS: list(skill_rows.values()),
    }


def _title_rows(texts: dict[str, str], named: dict[str, str]) -> Rows:
    found = {(code.partition(".")[0], fold(title)): title for code, title in named.items()}
    for name, column in TITLE_FILES.items():
        for row in _table(texts, name, CODE, column):
            found.setdefault((row[CODE].partition(".")[0], fold(row[column])), row[column])
    return [{"code": code, "title": title} for (code, _), title in found.items()]


def _related_rows(texts: dict[str, str], named: dict[str, str]) -> Rows:
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for row in _table(texts, RELATED_FILE, CODE, RELATED_CODE, "Index"):
        code, other = (row[name].partition(".")[0] for name in (CODE, RELATED_CODE))
        if code != other and row["Index"].isdecimal():
            rank = int(row["Index"]), named.get(row[RELATED_CODE], "")
            found[code, other] = min(rank, found.get((code, other), rank))
    ordered = sorted(found.items(), key=lambda one: (one[0][0], one[1]))
    return [
        {"code": code, "related": other, "title": title, "rank": str(rank)}
        for (code, other), (rank, title) in ordered
    ]


def _skill_rows(texts: dict[str, str]) -> Iterator[dict[str, str]]:
    for name in SKILL_FILES:
        columns = ("Element ID", "Element Name", "Scale ID", "Data Value")
        for row in _table(texts, name, CODE, *columns):
            value = row["Data Value"]
            if row["Scale ID"] == "IM" and re.fullmatch(r"\d+(\.\d+)?", value):
                code = row[CODE].partition(".")[0]
                named = {"element": row["Element ID"], "name": row["Element Name"]}
                yield {"code": code, **named, "importance": value}


def _table(texts: dict[str, str], name: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows of one file that are about an occupation; none where there is no such file."""
    if name not in texts:
        return
    reader = csv.DictReader(
        io.StringIO(texts[name]), delimiter="\t", quoting=csv.QUOTE_NONE, restval=""
    )
    missing = [column for column in columns if column not in (reader.fieldnames or ())]
    if missing:
        raise Refused(f"{name} of this release lacks the column “{missing[0]}”. Is it O*NET's?")
    for row in reader:
        if _SOC.fullmatch(row[CODE]):
            yield row


def _text(packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    with packed.open(part) as opened:
        return opened.read(MOST).decode("utf-8-sig", errors="replace")
