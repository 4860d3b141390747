"""Reading what people say: `salary`."""

import json
import sys
from argparse import ArgumentParser, Namespace
from decimal import Decimal
from typing import Any

from lib import money
from lib.cli.output import DONE, Output
from lib.settings import Settings

MORE = ("times", "level", "whose", "basis", "tax", "employed", "year", "guess")


def add_salary(commands: Any, shared: ArgumentParser) -> None:
    """`salary`"""
    command = commands.add_parser(
        "salary", parents=[shared], help="one phrase of pay a line in, one JSON a line out"
    )
    command.set_defaults(run=run_salary)


def run_salary(settings: Settings, asked: Namespace, output: Output) -> int:
    """What each line of standard input says of pay, or null."""
    for line in sys.stdin:
        read = money.read_phrase(line.strip())
        print(json.dumps(None if read is None else _plain(read)))
    return DONE


def _plain(read: money.Found) -> dict[str, Any]:
    """Low, high, currency and period; behind them what else was said."""
    four = {
        "low": _number(read.low),
        "high": _number(read.high),
        "currency": read.currency,
        "period": read.period,
    }
    more = {name: getattr(read, name) for name in MORE}
    return four | {name: said for name, said in more.items() if said and said != "unstated"}


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


COMMANDS = (add_salary,)
