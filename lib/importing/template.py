"""A sheet to fill in: every column, and two rows that say of themselves that they are examples."""

from lib.exporting.sheets import table
from lib.exporting.workbook import TwoSheets
from lib.sheet import read_cells

EXAMPLE = "Example: overwrite or delete this row"

_FIRST = {
    "field": "Data analyst",
    "person": "Example Person",
    "role": "Senior analyst",
    "organisation": "Example Hospital",
    "email": "example@example.org",
    "attribution": "described",
    "description": "an analyst at a mid-size hospital",
    "status": "held",
    "held_on": "2026-03-02",
    "planned_minutes": "30",
    "setting": "video",
    "purpose": EXAMPLE,
    "interest_before": "3",
    "interest_after": "4",
    "talked": "1",
    "takeaway": "SQL first, then a small project of my own.",
    "notes": "She moved over from teaching in 2021.\nTwo people of her team did a bootcamp.",
    "asked": "skills\npay\noutlook",
    "skills_mandatory": 'SQL; "You need it from the first day."\nExcel',
    "skills_helpful": "Python, Statistics",
    "pay_entry": "52000-58000 USD/year, seen, base, gross, employed, 2026",
    "pay_mid": "66000 USD/year, own, base, gross, employed, 2026",
    "training_not_required": "Data bootcamp; bootcamp; 3-6 months; 4000-9000 USD; alongside",
    "upsides": "Autonomy: I choose what I look at first.",
    "downsides": "Pace and deadlines",
    "steps": "Junior analyst; 1-2 years; 52000-58000 USD/year\nAnalyst; 3 years",
    "outlook": "growing: We have looked for two people since spring.",
}
_SECOND = {
    "field": "Technical writer",
    "role": "Technical writer",
    "description": "a writer at a software company",
    "introduced_by": "Example Person",
    "status": "scheduled",
    "planned_on": "2026-12-04",
    "planned_minutes": "20",
    "setting": "phone",
    "purpose": EXAMPLE,
}


def template_csv() -> bytes:
    """The sheet, as a CSV file."""
    return table((_FIRST, _SECOND))


def template_xlsx() -> bytes:
    """The same examples on two sheets, with what each column is for."""
    workbook = TwoSheets(explained=True)
    for number, cells in enumerate((_FIRST, _SECOND), 1):
        said = read_cells(cells).said
        assert said is not None
        own = {"id": str(number), "person_id": "", "introduced_by": cells.get("introduced_by", "")}
        workbook.add(said, {}, own)
    return workbook.made()
