"""The Record screen's parts: one form over one conversation, its notes beside its findings."""

from lib.ui.record.bar import bar
from lib.ui.record.clash import clash
from lib.ui.record.findings import findings
from lib.ui.record.front import first_messages, offers, sample_badge, the_list, ways_on
from lib.ui.record.header import header
from lib.ui.record.notes import notes, paste
from lib.ui.record.one_figure import asked_figure, one_figure
from lib.ui.record.opening import open_what_is_asked_for
from lib.ui.record.reading import reading
from lib.ui.record.split import split
from lib.ui.record.state import check
from lib.ui.record.thoughts import thoughts

__all__ = [
    "asked_figure",
    "bar",
    "check",
    "clash",
    "findings",
    "first_messages",
    "header",
    "notes",
    "offers",
    "one_figure",
    "open_what_is_asked_for",
    "paste",
    "reading",
    "sample_badge",
    "split",
    "the_list",
    "thoughts",
    "ways_on",
]
