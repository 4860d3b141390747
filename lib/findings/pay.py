"""What is paid."""

from math import isnan

from lib.figures import read_pay
from lib.findings.kind import Cell, Kind, Row, Sort
from lib.findings.parts import Code, Money, Typed, Whole, Word
from lib.findings.said import said_pay, stated
from lib.model import SalaryFinding
from lib.records import SalarySaid
from lib.words import Basis, Employed, Level, Period, Tax, Whose

WHOSE = {"own": "own pay", "seen": "seen on paper", "heard": "heard"}


def words(row: Row) -> list[str]:
    """`$60k to $72k a year, entry, base, own pay, 2026`."""
    return [
        said_pay(row) or "no figure",
        *(stated(row[name]) for name in ("level", "basis", "tax", "employed")),
        WHOSE[row["whose"]],
        "" if isnan(row["year"]) else f"{row['year']:.0f}",
        "" if isnan(row["times"]) else f"{row['times']:.0f} times a year",
        row["place"],
        row["benefits"],
    ]


PAY = Kind(
    list_of="salaries",
    record=SalarySaid,
    table=SalaryFinding,
    topic="pay",
    counts_by="pay",
    parts=(
        Word(name="level", about="at which level.", words=Level),
        Money(
            name="pay",
            abouts=(
                "from this amount. Empty: no lower end was said.",
                "up to this amount. Empty: no upper end was said.",
            ),
            units=("currency", "period"),
            read=read_pay,
        ),
        Code(name="currency", about="such as USD or EUR."),
        Word(name="period", about="for how long that is paid.", words=Period),
        Word(
            name="whose",
            about="their own, one they have seen, or one they heard of.",
            words=Whose,
            empty="heard",
        ),
        Word(name="basis", about="without or with bonus.", words=Basis),
        Word(name="tax", about="before or after tax.", words=Tax),
        Word(name="employed", about="as an employee or freelance.", words=Employed),
        Whole(name="year", about="the year that it was paid in.", bare=True),
        Whole(name="times", about="how often a year its period is paid, such as 13 months."),
        Typed(name="place", about="where.", shown_as="where it is paid"),
        Typed(name="benefits", about="what else there is.", shown_as="benefits"),
    ),
    alike=("level", "basis", "tax", "employed"),
    sorts=(Sort("pay", "pay", ("salary", "wage")),),
    words=words,
    tag=lambda said: ("pay", said.level),
    meaning="What is paid.",
    one="A figure of pay",
    cells=(
        Cell(
            "pay_entry",
            "entry pay, entry salary, starting salary, starting pay, salary entry",
            "entry",
        ),
        Cell("pay_mid", "mid pay, mid salary, salary mid, mid-level salary", "mid"),
        Cell(
            "pay_senior", "senior pay, senior salary, salary senior, senior-level salary", "senior"
        ),
        Cell("pay", "salary, salary range, pay range, compensation, wage, wages", "unstated"),
    ),
    by="level",
    sheet_place=2,
    several=True,
)
