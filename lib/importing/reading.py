"""Reads a file of any kind: what it is, is decided by its content, never by its name."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import PurePath, PureWindowsPath
from typing import Literal

from lib.errors import Refused
from lib.files.packed import names_in, pages_in, texts_in
from lib.files.packed_apart import PROJECT
from lib.files.text_of import text_of
from lib.files.workbook import PARTS_OF_WORKBOOKS, grids, is_workbook
from lib.importing.archive import is_archive, read_archive
from lib.importing.calendar_file import is_calendar, read_calendar, tables_of
from lib.importing.coded import table_of_project
from lib.importing.contacts_csv import read_contacts
from lib.importing.csv_file import read_csv
from lib.importing.elsewhere import refuse_documents, refuse_transcripts
from lib.importing.json_file import read_json
from lib.importing.matching.matched import Matched, matched
from lib.importing.matching.shapes import Shape, fingerprint
from lib.importing.matching.tables import Table
from lib.importing.other_lists import kind_of, read_other_list
from lib.importing.pages import is_page, table_of_pages
from lib.importing.parsed import OwnSkills, Parsed, Seen, Sheet
from lib.importing.row_errors import RowError, row_error
from lib.importing.sheet_rows import Answers, Progress, read_rows, seen_of
from lib.importing.skill_file import sheet_list
from lib.importing.vcard import is_vcard, read_vcards
from lib.importing.workbook_file import find_sheets

KnownShapes = Callable[[str], Shape | None]
"""What was said of a table's columns, by the fingerprint of its headings."""

A_YES = "An event waits for a yes: say that it is a conversation, and it is brought."
MOST = 100 * 1024 * 1024
"""Bytes of a file."""


def read_file(
    name: str,
    content: bytes,
    *,
    day_first: bool | None = None,
    default_field: str = "",
    dollar: str = "USD",
    level: int | None = None,
    shape: KnownShapes | None = None,
    yes: Collection[str] | Literal["all"] = (),
    talks: bool = False,
    year: int | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Parsed:
    """The file's rows, read and checked; raises Refused where it cannot be read at all.

    `day_first` says how 3/4/2026 is meant, `default_field` which field the conversations are
    about where the file does not say, `dollar` whose currency "$" alone is, `level` how well one
    can do the skills of a list. `shape` finds what was said of a table's columns and statuses, by
    the fingerprint of its headings, `yes` which events of a calendar are conversations, or at which
    companies of a list somebody is wanted, by their keys, or all.
    `year` says of which year days are that name none, `talks` that a list of something else holds
    conversations all the same. `progress` is told how many rows are done, of how many.
    """
    if len(content) > MOST:
        raise Refused("This file is larger than 100 MB. Split it, and bring the parts.")
    source = PurePath(PureWindowsPath(name).name).name[:200] or "file"
    answers = Answers(day_first, default_field, dollar)
    texts = _packed_texts(names_in(content), content)
    refuse_documents(content)
    if texts:
        return _of_texts(source, texts, answers, progress)
    if is_archive(content):
        return read_archive(source, content, level)
    if is_workbook(content):
        found = find_sheets(grids(content))
        tables = _matched(found.talks, day_first, shape, year)
        if not talks and not found.said and (kind := kind_of(tables)):
            return read_other_list(source, kind, tables, yes)
        return read_rows(source, tables, answers, progress, also=found.said, ignored=found.aside)
    text = text_of(content)
    if is_page(text):
        return _of_texts(source, table_of_pages([(source, text)]), answers, progress)
    refuse_transcripts(text)
    if text.lstrip()[:1] in ("{", "[") and not text.lstrip().startswith("{|"):
        return read_json(source, text, progress)
    if not default_field and (mine := sheet_list(text)):
        return Parsed(source, len(mine), 0, (), OwnSkills(tuple(mine), level))
    if is_vcard(text):
        return read_vcards(source, text, progress)
    if is_calendar(text):
        return _of_calendar(source, text, answers, yes)
    if contacts := read_contacts(source, text):
        return contacts
    tables = _matched(read_csv(text), day_first, shape, year)
    if not talks and (kind := kind_of(tables)):
        return read_other_list(source, kind, tables, yes)
    return read_rows(source, tables, answers, progress)


def _of_calendar(
    source: str, text: str, answers: Answers, yes: Collection[str] | Literal["all"]
) -> Parsed:
    """The events that are conversations; all others are told, and wait for a yes."""
    events, cells = read_calendar(text)
    tables = _matched(tables_of(events, cells, yes), None, None)
    parsed = read_rows(source, tables, answers, lambda done, of: None)
    left = () if yes == "all" else tuple(one for one in events if one.key not in yes)
    aside = (row_error(one.row, "event", f"{one.day}: {one.title}", A_YES) for one in left)
    return replace(parsed, aside=tuple(aside), events=events)


def _packed_texts(inside: frozenset[str], content: bytes) -> tuple[Table, tuple[str, ...]] | None:
    """The conversations of packed texts, and how each is called; None for another file."""
    if PROJECT in inside:
        return table_of_project(texts_in(content))
    if not inside & PARTS_OF_WORKBOOKS and any(name.lower().endswith(".md") for name in inside):
        return table_of_pages(pages_in(content))
    return None


def _of_texts(
    source: str, found: tuple[Table, tuple[str, ...]], answers: Answers, progress: Progress
) -> Parsed:
    """A conversation a text: nothing to ask of its columns, and each is told by its own name."""
    table, names = found
    parsed = read_rows(source, _matched([table], answers.day_first, None), answers, progress)
    assert isinstance(parsed.content, Sheet)
    return replace(
        parsed,
        content=replace(parsed.content, seen=()),
        errors=tuple(_in(names, error) for error in parsed.errors),
        cells=tuple(_in(names, error) for error in parsed.cells),
    )


def _in(names: tuple[str, ...], error: RowError) -> RowError:
    return replace(error, column=f"{names[error.row - 1]}: {error.column}")


def tables_seen(
    content: bytes, *, day_first: bool | None = None, shape: KnownShapes | None = None
) -> tuple[Seen, ...]:
    """The tables of a sheet and what their columns are taken for, where its rows wait for more."""
    found = find_sheets(grids(content)).talks if is_workbook(content) else None
    tables = read_csv(text_of(content)) if found is None else found
    return tuple(map(seen_of, _matched(tables, day_first, shape)))


def shapes_for(parsed: Parsed, said: Shape | None) -> dict[str, Shape]:
    """A map for each table of a sheet, by fingerprint; nothing where there is no map."""
    if said is None or not isinstance(parsed.content, Sheet):
        return {}
    return {fingerprint(one.headings): said for one in parsed.content.seen}


def _matched(
    tables: list[Table],
    day_first: bool | None,
    shape: KnownShapes | None,
    year: int | None = None,
) -> list[Matched]:
    return [matched(table, shape or (lambda key: None), day_first, year) for table in tables]
