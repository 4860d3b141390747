"""Reading a page of notes: `extract`."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from lib.cli.files import read_bytes
from lib.cli.output import DONE, Output
from lib.settings import Settings


def add_extract(commands: Any, shared: ArgumentParser) -> None:
    """`extract`"""
    command = commands.add_parser(
        "extract", parents=[shared], help="what a page of notes suggests, as JSON; saves nothing"
    )
    command.add_argument("file", nargs="?", type=Path, help="left out: from standard input")
    command.set_defaults(run=run_extract)


def run_extract(settings: Settings, asked: Namespace, output: Output) -> int:
    """One object: skills, salaries, training, upsides, downsides, steps, outlook, people."""
    from lib import notes  # noqa: PLC0415  other commands need not wait for it
    from lib.files.page import text_of_page  # noqa: PLC0415

    content = read_bytes(asked.file) if asked.file else sys.stdin.buffer.read()
    page = notes.read(text_of_page(content, asked.file.name if asked.file else ""))
    sys.stdout.buffer.write(json.dumps(notes.as_json(page), ensure_ascii=False).encode() + b"\n")
    sys.stdout.buffer.flush()
    if page.unread:
        output.problem(f"{page.unread:,} characters that seem to tell little were passed over.")
    return DONE


COMMANDS = (add_extract,)
