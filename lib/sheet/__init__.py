"""One interview as the cells of a spreadsheet's row, and back: the grammar of docs/import.md.

Whatever is written here is read back the same; what people write by hand is read too.
"""

from lib.files.neutral import harmless, original
from lib.sheet.columns import COLUMNS, column_of
from lib.sheet.reading import Read, read_cells
from lib.sheet.writing import cells_about, cells_of, lines_of

__all__ = [
    "COLUMNS",
    "Read",
    "cells_about",
    "cells_of",
    "column_of",
    "harmless",
    "lines_of",
    "original",
    "read_cells",
]
