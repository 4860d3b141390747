"""The commands of `python -m lib`: what each takes, and what it prints."""

from argparse import ArgumentParser

from lib.cli import bring, copy, extract, keep, links, phrases, reference, report, sign_in
from lib.cli.output import DONE, LEFT_OUT, NOTHING_DONE, Output

__all__ = ["DONE", "LEFT_OUT", "NOTHING_DONE", "Output", "parser"]


def parser() -> ArgumentParser:
    """Every command with its options."""
    shared = ArgumentParser(add_help=False)
    shared.add_argument("--json", action="store_true", help="print JSON instead of sentences")
    whole = ArgumentParser(prog="python -m lib", description="Fieldwork on the command line.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    for module in (bring, keep, copy, links, report, phrases, extract, reference, sign_in):
        for add in module.COMMANDS:
            add(commands, shared)
    return whole
