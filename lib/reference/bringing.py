"""Official figures that a person brings: what a file is, is decided by its content.

Everything is read and checked before the first file is written.
"""

from dataclasses import dataclass
from datetime import date

from lib.errors import Refused
from lib.files.text_of import text_of
from lib.files.workbook import ZIP, grids, is_workbook
from lib.reference import (
    onet,
    onet_release,
    own,
    projection_table,
    projections,
    survey_table,
    wage_table,
)
from lib.reference.places import brought, stamp

LOST = "The folder {folder} cannot be written: {why}. Make it writable, and bring the file again."


@dataclass(frozen=True)
class Brought:
    """What a file was, how many rows of it are kept, and the same in a sentence."""

    kind: str
    rows: int
    words: str


def bring(content: bytes) -> Brought:
    """Keep what the file holds for the screens; raises Refused with one sentence, why not."""
    if onet_release.is_release(content):
        return _release(content)
    if is_workbook(content):
        if content.startswith(ZIP) and b"xl/" not in content and b"content.xml" not in content:
            raise Refused(onet_release.NO_RELEASE)
        return _projections(content)
    return _wages(text_of(content))


def _wages(text: str) -> Brought:
    try:
        rows = wage_table.read_wages(text)
    except Refused as refused:
        survey = survey_table.read_survey(text, year=date.today().year)
        if survey is None or str(refused) != wage_table.NO_TABLE:
            raise
        return _survey(survey)
    _join(rows)
    words = f"Kept {len(rows):,} wages. Choose their titles for your fields under Profile."
    return Brought("wages", len(rows), words)


def _survey(survey: survey_table.Survey) -> Brought:
    _join(survey.rows)
    words = (
        f"Kept {len(survey.rows):,} titles in their places from {survey.answers:,} answers; "
        f"{survey.left:,} answers are left out: their pay cannot be read, or fewer than "
        f"{survey_table.FEWEST} are of one title, place, currency and year. Choose the titles for "
        "your fields under Profile."
    )
    return Brought("survey", len(survey.rows), words)


def _join(rows: wage_table.Rows) -> None:
    before = list(own.rows(stamp(brought("wages.csv"))))
    _keep({"wages.csv": wage_table.written(wage_table.joined(before, rows))})


def _projections(content: bytes) -> Brought:
    rows = projection_table.read_projections(grids(content))
    _keep({projections.NAME: wage_table.written(rows, projections.COLUMNS)})
    years = f"{rows[0]['base_year']} to {rows[0]['target_year']}"
    words = f"Kept the projections of {len(rows):,} occupations and groups, {years}."
    return Brought("projections", len(rows), words)


def _release(content: bytes) -> Brought:
    kept, suppressed = onet_release.read_release(content)
    _keep({name: wage_table.written(rows, onet.COLUMNS[name]) for name, rows in kept.items()})
    titles, related, skills = (len(kept[name]) for name in onet.COLUMNS)
    words = (
        f"Kept {titles:,} titles, {related:,} related occupations and {skills:,} ratings of "
        f"skills{_left_out(suppressed)}. Source: {onet.CREDIT}."
    )
    return Brought("onet", titles + related + skills, words)


def _left_out(suppressed: int) -> str:
    if not suppressed:
        return ""
    return f"; those that the release marks as too imprecise ({suppressed:,}) are left out"


def _keep(files: dict[str, bytes]) -> None:
    """Each file under its name, or as it was."""
    for name, content in files.items():
        file = brought(name)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            beside = file.with_name(f"{name}.part")
            beside.write_bytes(content)
            beside.replace(file)
        except OSError as error:
            raise Refused(LOST.format(folder=file.parent, why=error.strerror)) from error
