"""A prepared conversation on one page: to print with room for notes, or narrow for a telephone."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lib.answers.carrying import Carried
from lib.answers.preparing import Item, Preparing
from lib.meeting.agenda import Wanted
from lib.report.typesetting import breakable, typeset, words

TEMPLATE = Path(__file__).parent / "prepared.typ"
SETTINGS = {"office": "At the office", "video": "By video", "phone": "By telephone"}


def one_page(
    talk: Carried, answer: Preparing, ready: Mapping[str, str], *, slim: bool = False
) -> bytes:
    """The PDF. `ready`: what the checklist says, by its item; `slim`: as wide as a telephone.

    Where no agenda was taken yet, the one that is proposed stands there.
    """
    met = answer.meeting
    about = ", ".join(filter(None, (met.role, met.organisation)))
    told = {
        "person": breakable(met.person),
        "about": breakable(". ".join(filter(None, (about, met.field)))),
        "where": [breakable(line) for line in _where(talk, answer)],
        "agenda": f"Agenda for {answer.minutes} minutes",
        "questions": [_question(one) for one in answer.items or answer.proposed],
        "known": [words(line) for line in answer.known],
        "ready": [{"words": said, "done": item in answer.ready} for item, said in ready.items()],
        "about_me": [breakable(line) for line in met.about_me.splitlines() if line.strip()],
        "slim": slim,
    }
    return typeset(TEMPLATE, json.dumps(told, ensure_ascii=False))


def _where(talk: Carried, answer: Preparing) -> Iterator[str]:
    """The hour with its zone, the place, and when to set out, as far as they are agreed."""
    met = talk.meeting
    if talk.when:
        zone = f" ({met.zone})" if met.zone and met.starts_at else ""
        yield f"{talk.when}{zone}"
    if place := ": ".join(filter(None, (SETTINGS.get(met.setting, ""), met.place))):
        yield place
    if answer.leaves:
        yield f"Set out at {answer.leaves}, to be there ten minutes early."


def _question(one: Item | Wanted) -> dict[str, Any]:
    minutes = f"{one.minutes} min" if one.minutes else ""
    return {"minutes": minutes, "text": breakable(one.text), "why": breakable(one.why)}
