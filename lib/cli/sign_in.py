"""The passphrase of a served Fieldwork: `passphrase`."""

import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass
from typing import Any

from lib.access.passphrase import forget_passphrase, set_passphrase
from lib.cli.files import opened
from lib.cli.output import DONE, Output
from lib.commands.explorers import the_explorer
from lib.errors import Refused
from lib.settings import Settings


def add_passphrase(commands: Any, shared: ArgumentParser) -> None:
    """`passphrase [--forget]`"""
    help_of = "set the passphrase that opens a served Fieldwork; every browser signs in again"
    command = commands.add_parser("passphrase", parents=[shared], help=help_of)
    command.add_argument("--forget", action="store_true", help="let nobody in by a passphrase")
    command.set_defaults(run=run_passphrase)


def run_passphrase(settings: Settings, asked: Namespace, output: Output) -> int:
    """Ask twice without showing it, or take one line of standard input."""
    typed = "" if asked.forget else _typed()
    with opened(settings) as database, database.write() as session:
        me = the_explorer(session)
        if asked.forget:
            forget_passphrase(session, me)
        else:
            set_passphrase(session, me, typed=typed)
    done = "forgotten" if asked.forget else "set"
    output.say(f"The passphrase is {done}; every browser is signed out.", {"passphrase": done})
    return DONE


def _typed() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    first = getpass("The new passphrase: ")
    if getpass("Once more: ") != first:
        raise Refused("The two are not the same. Nothing was changed.")
    return first


COMMANDS = (add_passphrase,)
