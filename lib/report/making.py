"""A report made whole: read through its own viewer, then written as the file that was asked for."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from lib.answers.report import Report, section, titles
from lib.answers.report_opening import opening
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.queries.explorer import pulse, today
from lib.report.drawing import drawing
from lib.report.drawn_apart import ENGINE
from lib.report.page import page
from lib.viewer import Share

ENDINGS = (".html",)
Say = Callable[[str], None]


_kept: dict[str, str] = {}
"""The script that draws in a page: the same for every page that this process makes."""


def made(session: Session, viewer: Share, *, worded: bool, ending: str, say: Say) -> bytes:
    """The file's content; `say` hears the title of each section as it is read.

    `worded`: whether any wording was released, so that there are words to look for.
    """
    if ending not in ENDINGS:
        raise Refused("The file's ending says what is written: .html or .pdf.")
    with drawing() as drawer:
        if ENGINE not in _kept:
            drawer.ask(ENGINE)
        told = _read(session, viewer, worded, say)
        for engine in drawer.drawn():
            _kept[ENGINE] = engine
    return page(told, _kept[ENGINE])


def _read(session: Session, viewer: Share, worded: bool, say: Say) -> Report:
    day = today(pulse(session, viewer)[1])
    front = opening(session, viewer, EVERYTHING, day)
    told = []
    for title in titles(worded):
        say(title)
        told.append(section(session, viewer, EVERYTHING, title))
    return Report(front, tuple(told))
