"""The commands of `python -m lib`: what each takes, and what it prints."""

from argparse import ArgumentParser
from importlib import import_module

from lib.cli.output import DONE, LEFT_OUT, NOTHING_DONE, Output

__all__ = ["COMMANDS", "DONE", "LEFT_OUT", "NOTHING_DONE", "Output", "parser"]

COMMANDS = {
    "import": ("bring", "bring in a spreadsheet or an export"),
    "template": ("bring", "a spreadsheet to fill in"),
    "sample": ("bring", "the sample interviews"),
    "export": ("keep", "write everything to a file"),
    "backup": ("keep", "copy the database, also in use"),
    "restore": ("keep", "put a backup in the database's place; what was there is kept"),
    "migrate": ("keep", "bring the tables to this version"),
    "check": ("keep", "whether the database is whole"),
    "copy": ("copy", "copy everything, or one explorer, into another database"),
    "share": ("links", "links for a coach"),
    "report": ("report", "the .html or .pdf to send to a coach"),
    "salary": ("phrases", "one phrase of pay a line in, one JSON a line out"),
    "extract": ("extract", "what a page of notes suggests, as JSON; saves nothing"),
    "reference": (
        "reference",
        "bring official figures: wages of any country, projections of BLS, O*NET",
    ),
    "passphrase": (
        "sign_in",
        "set the passphrase that opens a served Fieldwork; every browser signs in again",
    ),
}
"""Every command: its module, which its own call alone loads, and its line of help."""


def parser(asked: str | None = None) -> ArgumentParser:
    """Every command with its options; with `asked`, the options of that one alone.

    The others' modules bring pandas, charts and the report, and are left alone then.
    """
    shared = ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    whole = ArgumentParser(prog="python -m lib", description="Fieldwork on the command line.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    loaded = set()
    chosen = COMMANDS[asked][0] if asked in COMMANDS else None
    for name, (module, help_of) in COMMANDS.items():
        if asked is not None and module != chosen:
            commands.add_parser(name, help=help_of)
        elif module not in loaded:
            loaded.add(module)
            for add in import_module(f"lib.cli.{module}").COMMANDS:
                add(commands, shared)
    return whole
