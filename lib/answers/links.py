"""The explorer's links as cards: what each shows, how it stands, and what waits to be read."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pandas as pd
from sqlalchemy.orm import Session

from lib import findings
from lib.access import links as sharing
from lib.access.badge import Badge, badge
from lib.access.viewer import Explorer, Share
from lib.answers.words import counted, listed
from lib.filters import EVERYTHING, Filters
from lib.frames import Row, records
from lib.markdown import Markdown
from lib.masking import Mask
from lib.queries.explorer import profile
from lib.queries.fields import fields
from lib.queries.groups import groups_told
from lib.queries.links import links, names_to_mask, texts_to_read, visits

SOON = timedelta(days=7)
EXACT = (
    "How many said a thing that is shown is exact, so whoever compares two days sees when somebody "
    "joins them."
)
SHOWN = {
    "names": "names of those who agreed",
    "organisations": "their organisations",
    "quotes": "what they said, as you released it",
    "pay": "your present pay",
    "skills": "your skills",
    "interest": "your interest and takeaways",
    "comments": "a place for remarks",
}


@dataclass(frozen=True)
class Card:
    """One link: `state` open, paused, ended or revoked; `waiting` texts nobody has read yet."""

    link_id: str
    label: str
    sentence: Markdown
    state: str
    ends: datetime
    soon: bool
    visits: pd.DataFrame
    """day, visits: on which days it was opened, how often."""
    waiting: int
    badge: Badge
    preview: str
    """The token of the explorer's own look at it; empty where it is not open."""


def cards(session: Session, viewer: Explorer, filters: Filters) -> list[Card]:
    """Every link, the latest first; not the one that keeps the wording of files."""
    found = records(links(session, viewer, filters))
    return [_card(session, viewer, row) for row in found if not is_for_files(row)]


def is_for_files(row: Row) -> bool:
    """Whether this link has no address and keeps the wording of files."""
    return bool(row["paused"]) and row["label"] == sharing.FILES


def _card(session: Session, viewer: Explorer, row: Row) -> Card:
    share, scope = sharing.stored(session, viewer, viewer.real(row["link_id"]))
    texts = texts_to_read(session, viewer, share.share_id)
    state = _state(row)
    return Card(
        **{"link_id": row["link_id"], "label": row["label"], "state": state},
        sentence=_sentence(session, viewer, share, scope),
        ends=row["expires_at"].to_pydatetime(),
        soon=state == "open" and row["expires_at"] - datetime.now(UTC) < SOON,
        visits=visits(session, viewer, share.share_id),
        badge=badge_of(session, viewer, row),
        waiting=int(len(texts) - texts["released"].sum()),
        preview=sharing.preview_token(share) if state == "open" else "",
    )


def badge_of(session: Session, viewer: Explorer, row: Row) -> Badge:
    """How a coach tells this link, as was given or is proposed."""
    given = Badge(row["title"], row["initials"], row["colour"])
    return badge(viewer.explorer_id, profile(session, viewer).name, given=given)


def _state(row: Row) -> str:
    if row["revoked"]:
        return "revoked"
    if row["expires_at"] <= datetime.now(UTC):
        return "ended"
    return "paused" if row["paused"] else "open"


def _sentence(session: Session, viewer: Explorer, share: Share, scope: sharing.Scope) -> Markdown:
    """What they see, and how much of it stays after the threshold."""
    names = fields(session, share, EVERYTHING)["field"].tolist()
    within = [words for part, words in SHOWN.items() if getattr(scope, part)]
    seen = Markdown("They see {}, with {}.").format(
        listed(names) or "no field", listed(within) or "counts alone"
    )
    if share.threshold == 1:
        return seen
    left = int(groups_told(session, viewer, share)["groups"].sum())
    whole = int(groups_told(session, viewer, sharing.unlimited(share))["groups"].sum())
    groups = f"{left} of {counted(whole, 'group')} of people have at least {share.threshold}."
    return Markdown("{} {} {}").format(seen, groups, EXACT)


@dataclass(frozen=True)
class Reading:
    """One text to read, with a proposal; `places` (table, row, column) all read alike."""

    places: tuple[tuple[str, str, str], ...]
    kind: str
    text: str
    wording: str
    proposal: str
    """The text with names, organisations and numbers taken out, whatever was released."""
    flagged: tuple[str, ...]
    released: bool


def reading_list(
    session: Session, viewer: Explorer, filters: Filters, link_id: str
) -> list[Reading]:
    """What a link could show, what was not read yet first; texts that read alike are one.

    Without a link: what one over all fields could.
    """
    texts = texts_to_read(session, viewer, viewer.real(link_id) if link_id else None)
    mask = Mask(*names_to_mask(session, viewer))
    alike = texts.groupby(["table", "column", "text"], sort=False)
    found = [_reading(records(rows), mask) for _, rows in alike]
    return sorted(found, key=lambda one: one.released)


def _reading(rows: list[Row], mask: Mask) -> Reading:
    first, released = rows[0], all(row["released"] for row in rows)
    proposal = mask.propose(first["text"])
    return Reading(
        places=tuple((row["table"], row["row_id"], row["column"]) for row in rows),
        kind=KINDS[first["table"], first["column"]],
        text=first["text"],
        wording=first["wording"] if released else proposal.wording,
        proposal=proposal.wording,
        flagged=proposal.flagged,
        released=released,
    )


KINDS = {
    **{("person", "description"): "who they are", ("person", "role"): "their role"},
    **{("interview", "takeaway"): "your takeaway", ("skill", "name"): "a skill of your own words"},
    **{
        (kind.table.__tablename__, name): part.shown_as
        for kind in findings.KINDS
        for name, part in kind.typed.items()
    },
    **{(kind.table.__tablename__, "quote"): "what they said" for kind in findings.KINDS},
}
