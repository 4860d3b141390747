"""Cells that no spreadsheet program runs: an apostrophe before what it would take for a formula."""

import re

# The last five are a line feed and the wide forms that East Asian versions take for the others.
_RUNS = re.compile("'*[=+@\t\r\n＝＋－＠-]")


def harmless(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet program would run it."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unmoved(label: str) -> str:
    """The label of a mark, which looks the same and is not run where a chart's data are saved."""
    return f"\u200b{label}" if _RUNS.match(label) else label


def original(cell: str) -> str:
    """The cell without the apostrophe that `harmless` set before it."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
