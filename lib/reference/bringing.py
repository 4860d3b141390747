"""Official figures that a person brings: what a file is, is decided by its content.

Everything is read and checked before the first file is written.
"""

from dataclasses import dataclass
from datetime import date

from lib.errors import Refused
from lib.files.packed import names_in
from lib.files.text_of import text_of
from lib.files.workbook import PARTS_OF_WORKBOOKS, ZIP, grids, is_workbook
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


def bring(
    content: bytes,
    *,
    source: str = survey_table.SOURCE,
    year: int | None = None,
    currency: str = "",
) -> Brought:
    """Keep what the file holds for the screens; raises Refused with one sentence, why not.

    `source`, `year` and `currency` are those of a survey whose answers do not say theirs.
    """
    inside = names_in(content)
    if onet_release.is_release(content):
        return _release(content)
    if content.startswith(ZIP) and not inside & PARTS_OF_WORKBOOKS:
        raise Refused(onet_release.NO_RELEASE)
    try:
        return _projections(content) if is_workbook(content) else _wages(text_of(content))
    except Refused as refused:
        if str(refused) not in (wage_table.NO_TABLE, projection_table.NO_TABLE):
            raise
        survey = survey_table.read_survey(
            content, year=year or date.today().year, source=source, currency=currency
        )
        if survey is None:
            raise
        return keep_survey(survey)


def keep_survey(survey: survey_table.Survey) -> Brought:
    """Keep the wages of a survey beside those that were brought before."""
    _join(survey.rows)
    titles = (
        "1 title in its place"
        if len(survey.rows) == 1
        else (f"{len(survey.rows):,} titles in their places")
    )
    words = (
        f"Kept {titles} from {survey.answers:,} answers.{left_out(survey)} Choose the titles for "
        "your fields under Profile."
    )
    return Brought("survey", len(survey.rows), words)


def left_out(survey: survey_table.Survey) -> str:
    """Of how many answers nothing was made, and why; "" where that is none."""
    if not survey.left:
        return ""
    return (
        f" {survey.left:,} further are left out: their pay cannot be read, or fewer than "
        f"{survey_table.FEWEST} are of one title, place, currency and year."
    )


def _wages(text: str) -> Brought:
    rows = wage_table.read_wages(text)
    _join(rows)
    words = f"Kept {len(rows):,} wages. Choose their titles for your fields under Profile."
    return Brought("wages", len(rows), words)


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
