"""What the filters leave, in words: on the screen, and on a picture that leaves it."""

from lib.access.viewer import Share
from lib.answers.standing import standing
from lib.answers.words import listed, number
from lib.filters import EVERYTHING, Filters
from lib.ui.access.session import viewer
from lib.ui.reads import read, today


def narrowed(filters: Filters) -> str:
    """Such as "Cook, 1 of 6 fields; until 3 May 2026"; empty where nothing is left out."""
    known = read(standing, EVERYTHING).fields
    names = {viewer().real(one): name for name, one in known.items()}
    parts = []
    if filters.fields:
        shown = listed([names[one] for one in filters.fields])
        parts.append(f"{shown}, {len(filters.fields)} of {len(names)} fields")
    parts += [f"from {filters.since.day} {filters.since:%B %Y}"] if filters.since else []
    parts += [f"until {filters.until.day} {filters.until:%B %Y}"] if filters.until else []
    parts += [f"{filters.level} pay"] if filters.level else []
    parts += [f"fields that are {' or '.join(filters.stages)}"] if filters.stages else []
    return "; ".join(parts)


def source_of(filters: Filters) -> str:
    """What a picture rests on: whose words, as of when, what is left out, whether invented."""
    me = viewer()
    words = f"Source: informational interviews, as of {today().day} {today():%B %Y}"
    if isinstance(me, Share) and me.threshold > 1:
        words += f". Groups of fewer than {number(me.threshold)} people are left out"
    if left := narrowed(filters):
        words += f". Shown: {left}"
    if samples := read(standing, EVERYTHING).samples:
        words += f". {samples} sample interviews with invented people"
    return f"{words}. Fieldwork"
