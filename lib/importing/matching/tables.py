"""The tables of a sheet: where their headings stand, in one row or two, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from lib.files.delimited import Record
from lib.importing.matching.contents import is_day, is_email, is_link, is_pay
from lib.importing.matching.headings import bare, meant, meant_within, two_meant
from lib.sheet import original

TOP = 25
"""Rows within which the first headings stand."""
LEAST_OF_SECOND = 3
"""Known headings that begin another table further down."""
SURE, LIKELY = 3, 1
MOST_HEADINGS = 100
"""Rows of a table that stands on its side."""
LONGEST_HEADING = 40
"""Letters of a heading further down; longer ones are looked up at the top alone."""
TOTALS = frozenset(("total", "totals", "sum", "gesamt", "summe", "somme", "suma", "soma", "totaal"))


@dataclass
class Table:
    """A heading for each column, and the records below; `title` is what stood above."""

    headings: tuple[str, ...]
    records: list[Record]
    name: str = ""
    head_row: int = 0
    titles: int = 0
    """Rows that stood above the headings and are left out."""
    turned: tuple[int, ...] = ()
    """The row of each heading, where they stand below each other; a record's number is a column's.
    """
    wrong: dict[tuple[int, int], str] = field(default_factory=dict)

    def column(self, place: int) -> list[str]:
        """The cells of one column."""
        return [original(cells[place]) for _, cells in self.records if len(cells) > place]


def tables_of(rows: Sequence[Record], name: str = "") -> list[Table]:
    """The tables of a sheet, or of a file's records; none where nothing is one."""
    rows = [(number, cells) for number, cells in rows if any(cell.strip() for cell in cells)]
    at, height, known = _head(rows)
    if _stands_on_its_side(rows, known):
        return [_turned(rows, name)]
    if not known and not _all_data(rows):
        return []
    if not known:
        width = max(len(cells) for _, cells in rows)
        return [Table(tuple([""] * width), list(rows), name)]
    found: list[Table] = []
    begin = at
    for place in range(at + height, len(rows) + 1):
        ends = place == len(rows)
        if ends or _begins_another(rows[place][1], rows[begin][1]):
            found.append(_table(rows, begin, height if begin == at else 1, place, name))
            begin = place
    found[0].titles = at
    return _joined([one for one in found if one.records] or found[:1])


def head_score(rows: Sequence[Record]) -> int:
    """How well the headings among the first rows are known."""
    return _head(rows)[2]


def _stands_on_its_side(rows: Sequence[Record], known: int) -> bool:
    """Whether the first column holds the headings: each once, most known, more than in any row."""
    first = _first_column(rows)
    whole = sum(1 for heading in first if meant(heading))
    several = len(first) <= MOST_HEADINGS and LEAST_OF_SECOND <= whole >= 0.6 * len(first)
    return several and len({*first}) == len(first) and _could_head(first) and whole * SURE > known


def _first_column(rows: Sequence[Record]) -> list[str]:
    return [original(cells[0]).strip() for _, cells in rows if cells and cells[0].strip()]


def _turned(rows: Sequence[Record], name: str) -> Table:
    """The table with a conversation a column; what stands above its headings is left out."""
    headed = [(number, cells) for number, cells in rows if cells and cells[0].strip()]
    width = max(len(cells) for _, cells in headed)
    records: list[Record] = [
        (place + 1, [cells[place] if place < len(cells) else "" for _, cells in headed])
        for place in range(1, width)
    ]
    filled = [record for record in records if any(cell.strip() for cell in record[1])]
    return Table(
        tuple(_first_column(rows)),
        filled,
        name,
        headed[0][0],
        turned=tuple(number for number, _ in headed),
    )


def _head(rows: Sequence[Record]) -> tuple[int, int, int]:
    """Which row holds the headings, whether one or two, and how many of them are known."""
    heads: list[tuple[int, int, int]] = []
    for place, (_, cells) in enumerate(rows[:TOP]):
        if not _could_head(cells):
            continue
        one = _score(_headings(rows, place, 1))
        two = 0
        if place + 1 < len(rows) and _could_head(rows[place + 1][1]):
            two = _score(_headings(rows, place, 2))
        heads.append((place, 2, two) if two > one + SURE else (place, 1, one))
    most = max((score for _, _, score in heads), default=0)
    enough = max(SURE * 2, most * 0.6) if most >= SURE * 2 else max(most, 1)
    return next((head for head in heads if head[2] >= enough), (0, 1, 0))


def _headings(rows: Sequence[Record], place: int, height: int) -> list[str]:
    """The headings of one row, or of two: the upper one goes on to the right where it is empty."""
    upper = [original(cell).strip() for cell in rows[place][1]]
    if height == 1:
        return upper
    lower = [original(cell).strip() for cell in rows[place + 1][1]]
    joined: list[str] = []
    above = ""
    for column in range(max(len(upper), len(lower))):
        over = upper[column] if column < len(upper) else ""
        under = lower[column] if column < len(lower) else ""
        above = over or above
        alone = not under or above == under or (over and meant(under) is not None)
        both = f"{above} {under}".strip()
        joined.append((under or over) if alone or _only_grouped(above, under, both) else both)
    return joined


def _only_grouped(above: str, under: str, both: str) -> bool:
    """Whether the upper heading says whose the lower one is, and no more: "Person" over "Title"."""
    known = meant(under)
    return known is not None and meant(both) is None and meant(above) == "person" != known


def _score(headings: Sequence[str]) -> int:
    """Known headings: a whole one counts most."""
    score = 0
    for heading in dict.fromkeys(headings):
        if heading and (meant(heading) or two_meant(heading)):
            score += SURE
        elif heading and len(heading) <= 60 and meant_within(heading):
            score += LIKELY
    return score


def _could_head(cells: Sequence[str]) -> bool:
    """Headings are short words or questions, neither days nor addresses nor pay."""
    some = [original(cell).strip() for cell in cells if cell.strip()]
    data = sum(
        1 for cell in some if is_day(cell) or is_email(cell) or is_link(cell) or is_pay(cell)
    )
    return bool(some) and not data and all(len(cell) <= 120 or "?" in cell for cell in some)


def _all_data(rows: Sequence[Record]) -> bool:
    """Whether a table without headings can be told by its cells."""
    wide = [cells for _, cells in rows if sum(bool(cell.strip()) for cell in cells) > 1]
    told = sum(1 for cells in wide if any(is_day(c.strip()) or is_email(c.strip()) for c in cells))
    return len(wide) >= 1 and told * 2 >= len(wide)


def _begins_another(cells: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row further down is one of headings: the same again, or others."""
    some = [original(cell).strip() for cell in cells if cell.strip()]
    if len(some) > 1 and some == [original(cell).strip() for cell in head if cell.strip()]:
        return True
    if len(some) < LEAST_OF_SECOND or not any(map(_may_head, some[:2])):
        return False
    known = sum(1 for cell in some if meant(cell))
    return known >= LEAST_OF_SECOND and known * 4 >= len(some) * 3 and _could_head(cells)


def _may_head(cell: str) -> bool:
    """Whether a cell may be a known heading: short, and a known one."""
    return len(cell) <= LONGEST_HEADING and meant(cell) is not None


def _table(rows: Sequence[Record], begin: int, height: int, end: int, name: str) -> Table:
    headings = _headings(rows, begin, height)
    below = [row for row in rows[begin + height : end] if not _is_no_row(row[1])]
    if end < len(rows) and _ends_with_a_title(below, headings):
        below.pop()
    width = max([len(headings), *(len(cells) for _, cells in below if _fits(cells, headings))])
    headings += [""] * (width - len(headings))
    return Table(tuple(headings), below, name, rows[begin][0])


def _fits(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether what stands beyond the headings is a column without one, and not a slip."""
    return len(headings) > 1 and len(cells) <= len(headings)


def _is_no_row(cells: Sequence[str]) -> bool:
    """The line below Markdown's headings, and totals."""
    some = [cell.strip() for cell in cells if cell.strip()]
    ruled = all(len(cell) > 1 and set(cell) <= {"-", ":", "=", "_"} for cell in some)
    return ruled or (len(some[0]) < 10 and bare(some[0]) in TOTALS)


def _ends_with_a_title(below: Sequence[Record], headings: Sequence[str]) -> bool:
    """Whether one cell stands alone after an empty row: the title of the next table."""
    if not below or len(headings) < LEAST_OF_SECOND:
        return False
    alone = sum(bool(cell.strip()) for cell in below[-1][1]) == 1
    return alone and (len(below) == 1 or below[-1][0] - below[-2][0] > 1)


def _joined(tables: list[Table]) -> list[Table]:
    """The same headings again go on with the same table."""
    kept: list[Table] = []
    for table in tables:
        if kept and [*map(bare, kept[-1].headings)] == [*map(bare, table.headings)]:
            kept[-1].records += table.records
        else:
            kept.append(table)
    return kept
