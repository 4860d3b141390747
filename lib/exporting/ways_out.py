"""Every file that everything leaves as, by its ending: what screens and commands offer."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.exporting.address_book import export_vcards
from lib.exporting.calendar_file import export_calendar
from lib.exporting.coded import export_coded
from lib.exporting.json_file import export_json
from lib.exporting.pages import export_pages
from lib.exporting.sheets import export_csv, export_ods, export_xlsx

Writer = Callable[[Session, Explorer], bytes]

BY_ENDING: dict[str, Writer] = {
    ".json": export_json,
    ".csv": export_csv,
    ".xlsx": export_xlsx,
    ".ods": export_ods,
    ".vcf": export_vcards,
    ".ics": export_calendar,
    ".zip": export_pages,
    ".qdpx": export_coded,
}
