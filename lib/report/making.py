"""A report made whole: read through its own viewer, then written as the file that was asked for."""

from collections.abc import Callable, Collection

from sqlalchemy.orm import Session

from lib.access.viewer import Share
from lib.answers.report import Report, Section, section, titles
from lib.answers.report_opening import opening
from lib.errors import Refused
from lib.filters import EVERYTHING
from lib.queries.explorer import pulse, today
from lib.report.drawing import Drawer, drawing
from lib.report.drawn_apart import ENGINE
from lib.report.page import page
from lib.report.paper import drawn_on_paper, paper
from lib.report.typesetting import fonts

HTML, PDF = ENDINGS = (".html", ".pdf")
LAST = "Charts and pages"
"""What is being done once every section is read."""
Say = Callable[[str], None]


_kept: dict[str, str] = {}
"""The script that draws in a page: the same for every page that this process makes."""


def made(
    session: Session, viewer: Share, *, worded: bool, endings: Collection[str], say: Say
) -> dict[str, bytes]:
    """A file's content by its ending; `say` hears each section's title, then LAST.

    `worded`: whether any wording was released, so that there are words to look for.
    """
    if not set(endings) <= set(ENDINGS):
        raise Refused("The file's ending says what is written: .html or .pdf.")
    on_paper = PDF in endings
    order = titles(worded)
    read: dict[str, Section] = {}
    asked: dict[str, list[int]] = {}
    # Charts have the first family alone: measuring text takes longer the more letters are known.
    with drawing(fonts()[:1] if on_paper else (), programs=1 + on_paper) as drawer:
        wanted = HTML in endings and ENGINE not in _kept
        engine = drawer.ask(ENGINE) if wanted else None
        day = today(pulse(session, viewer)[1])
        front = opening(session, viewer, EVERYTHING, day)
        # The charts that take longest stand last: read first, they are drawn beside the rest.
        for title in reversed(order):
            say(title)
            read[title] = section(session, viewer, EVERYTHING, title)
            asked[title] = _asked(drawer, read[title]) if on_paper else []
        say(LAST)
        drawn = drawer.drawn()
    if engine is not None:
        _kept[ENGINE] = drawn[engine]
    whole = Report(front, tuple(read[title] for title in order))
    pictures = (drawn[place] for title in order for place in asked[title])
    write = {HTML: lambda: page(whole, _kept[ENGINE]), PDF: lambda: paper(whole, pictures)}
    return {ending: write[ending]() for ending in endings}


def _asked(drawer: Drawer, read: Section) -> list[int]:
    drawings = (part.drawing for part in read.parts if part.drawing is not None)
    return [drawer.ask(drawn_on_paper(drawing)) for drawing in drawings]
