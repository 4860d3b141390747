"""Reading what people say: `salary`."""

import json
import sys
from argparse import ArgumentParser, Namespace
from decimal import Decimal
from typing import Any

from lib import money
from lib.cli.output import DONE, Output
from lib.settings import Settings


def add_salary(commands: Any, shared: ArgumentParser) -> None:
    """`salary`"""
    command = commands.add_parser(
        "salary", parents=[shared], help="one phrase of pay a line in, one JSON a line out"
    )
    command.set_defaults(run=run_salary)


def run_salary(settings: Settings, asked: Namespace, output: Output) -> int:
    """Low, high, currency and period of each line of standard input, or null."""
    for line in sys.stdin:
        pay = money.parse(line.strip())
        print(json.dumps(None if pay is None else _plain(pay)))
    return DONE


def _plain(pay: money.Pay) -> dict[str, Any]:
    return {
        "low": _number(pay.low),
        "high": _number(pay.high),
        "currency": pay.currency,
        "period": pay.period,
    }


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


COMMANDS = (add_salary,)
