"""Bringing data in: `import`, `template`, `sample`."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from lib import importing
from lib.cli.files import opened, read_bytes, write_bytes
from lib.cli.output import DONE, LEFT_OUT, NOTHING_DONE, Output
from lib.commands.explorers import the_explorer
from lib.commands.samples import clear_samples, load_samples
from lib.errors import Refused
from lib.files.text_of import text_of
from lib.importing import Plan, existing
from lib.importing.matching.shapes import kept_shapes, read_shape
from lib.importing.parsed import Offered
from lib.money import dollar_of
from lib.settings import Settings

TEMPLATES = {".xlsx": importing.template_xlsx, ".csv": importing.template_csv}


def add_import(commands: Any, shared: ArgumentParser) -> None:
    """`import FILE`"""
    command = commands.add_parser(
        "import", parents=[shared], help="bring in a spreadsheet or an export"
    )
    command.add_argument("file", type=Path)
    command.add_argument("--dry-run", action="store_true", help="compare, and write nothing")
    command.add_argument("--skip-refused", action="store_true", help="leave refused rows out")
    order = command.add_mutually_exclusive_group()
    order.add_argument("--day-first", dest="day_first", action="store_true", default=None)
    order.add_argument("--month-first", dest="day_first", action="store_false", default=None)
    command.add_argument(
        "--year",
        type=int,
        choices=range(1950, 2101),
        metavar="YEAR",
        help="of which year days are that name none",
    )
    command.add_argument("--field", default="", help="the field, where the file does not say it")
    command.add_argument(
        "--level",
        type=int,
        choices=range(1, 6),
        help="how well you can do the skills of a list, where the file does not say it",
    )
    command.add_argument(
        "--map", type=Path, dest="shape", help="JSON that says what the columns are; docs/import.md"
    )
    command.add_argument(
        "--yes",
        action="store_true",
        help="every event of a calendar is a conversation; somebody at every company of a list",
    )
    command.add_argument(
        "--talks",
        action="store_true",
        help="a list of jobs or answers holds conversations after all",
    )
    command.set_defaults(run=run_import)


def run_import(settings: Settings, asked: Namespace, output: Output) -> int:
    """One file, one transaction; with refused rows nothing is written unless they may be left."""
    content = read_bytes(asked.file)
    said = read_shape(text_of(read_bytes(asked.shape))) if asked.shape else None
    with opened(settings) as database, database.write() as session:
        viewer = the_explorer(session)
        here = existing.profile(session, viewer)
        kept = kept_shapes(here["shapes"])
        parsed = importing.read_file(
            asked.file.name,
            content,
            day_first=asked.day_first,
            default_field=asked.field,
            dollar=dollar_of(here["base_currency"]),
            level=asked.level,
            shape=lambda key: said or kept.get(key),
            yes="all" if asked.yes else (),
            talks=asked.talks,
            year=asked.year,
        )
        plan = importing.plan(session, viewer, parsed)
        refused = bool(plan.refused) and not asked.skip_refused
        if asked.dry_run or refused:
            session.rollback()
        else:
            shapes = importing.shapes_for(parsed, said)
            importing.apply(session, viewer, plan, skip_refused=True, shapes=shapes)
    _tell(plan, output, written=not (asked.dry_run or refused))
    if parsed.offered:
        _offer(parsed.offered, output)
    if refused:
        return NOTHING_DONE
    return LEFT_OUT if plan.refused or plan.conflicts else DONE


def _tell(plan: Plan, output: Output, *, written: bool) -> None:
    counts = (
        f"{plan.created:,} new, {plan.updated:,} changed, {plan.unchanged:,} as before, "
        f"{plan.conflicts:,} different here and left as they are, {plan.refused:,} refused"
    )
    done = "Imported" if written else "Nothing was written. It would be"
    output.say(
        f"{done} {plan.rows:,} rows of {plan.source}: {counts}.",
        importing.report(plan).as_json(),
    )
    for error in plan.errors:
        where = f"Row {error.row}" + (f", {error.column}" if error.column else "")
        output.problem(f"{where}: {error.message} (“{error.value}”)")
    for question in plan.questions:
        output.aside(f"Row {question.row}: {question.name} is taken for somebody new.")
    for one in plan.cells:
        where = f"Row {one.row}, {one.column}"
        output.aside(f"{where}: not read, kept as text. {one.message} (“{one.value}”)")
    for one in plan.aside:
        output.aside(f"Row {one.row}: {one.message} (“{one.value}”)")
    if plan.ignored:
        output.aside(f"Columns left aside: {', '.join(plan.ignored)}.")
    if plan.links:
        output.aside(f"The file brings {plan.links} open links; look at them under Share.")


def _offer(offered: Offered, output: Output) -> None:
    companies = len(offered.companies)
    output.aside(
        f"{offered.words} No conversations were made of it. It names {companies:,} companies: "
        "with --yes each becomes somebody to be found there. --talks reads it as conversations."
    )


def add_template(commands: Any, shared: ArgumentParser) -> None:
    """`template FILE`"""
    command = commands.add_parser("template", parents=[shared], help="a spreadsheet to fill in")
    command.add_argument("file", type=Path, help=".xlsx has two sheets, .csv one")
    command.set_defaults(run=run_template)


def run_template(settings: Settings, asked: Namespace, output: Output) -> int:
    """Write the template that the file's ending asks for; a file that is there already stays."""
    made = TEMPLATES.get(asked.file.suffix.lower())
    if made is None:
        raise Refused("The file's ending says what is written: .xlsx or .csv.")
    if asked.file.exists():
        raise Refused(f"{asked.file} is there already. Choose another name.")
    content = made()
    write_bytes(asked.file, content)
    output.say(f"Wrote {asked.file}.", {"file": str(asked.file), "bytes": len(content)})
    return DONE


def add_sample(commands: Any, shared: ArgumentParser) -> None:
    """`sample`"""
    command = commands.add_parser("sample", parents=[shared], help="the sample interviews")
    command.add_argument("--clear", action="store_true", help="remove them")
    command.set_defaults(run=run_sample)


def run_sample(settings: Settings, asked: Namespace, output: Output) -> int:
    """Load or remove the sample interviews."""
    change = clear_samples if asked.clear else load_samples
    with opened(settings) as database, database.write() as session:
        step = change(session, the_explorer(session))
    done = "removed" if asked.clear else "loaded"
    already = "There are none" if asked.clear else "They are there already"
    sentence = f"The sample interviews are {done}." if step else f"{already}."
    output.say(sentence, {"changed": step is not None})
    return DONE


COMMANDS = (add_import, add_template, add_sample)
