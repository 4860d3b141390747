"""The command line: `python -m lib COMMAND`; it alone turns an AppError into words."""

import gc
import sys
from collections.abc import Sequence

from lib.cli import NOTHING_DONE, Output, parser
from lib.errors import AppError
from lib.settings import read_settings


def main(arguments: Sequence[str]) -> int:
    """The exit status: 0 done, 1 done with some rows left out, 2 nothing done."""
    named = next((word for word in arguments if not word.startswith("-")), "")
    asked = parser(named).parse_args(arguments)
    try:
        status: int = asked.run(read_settings(), asked, Output(json=asked.json))
    except AppError as error:
        print(error, file=sys.stderr)
        return NOTHING_DONE
    return status


if __name__ == "__main__":
    told = main(sys.argv[1:])
    gc.freeze()  # Python need not look for what could go: all of it goes
    sys.exit(told)
