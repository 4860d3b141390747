"""What a coach's remark is on, as it is kept: a few words with a stroke between, the last an id.

"" (nothing in particular), "message" (the link's own), "screen/pay", "figure/pay",
"figure/pay/<field>", "field/<id>", "interview/<id>". A screen's and a figure's names are those of
`lib.screens`; ids are the database's in a row, and the viewer's wherever one is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from lib.screens import FIGURES, SCREENS

Identify = Callable[[str], str]


@dataclass(frozen=True)
class Anchor:
    """The parts of one; `identity` is empty where no row is meant."""

    kind: str = ""
    name: str = ""
    identity: str = ""

    def __str__(self) -> str:
        return "/".join(part for part in (self.kind, self.name, self.identity) if part)

    def known_as(self, identify: Identify) -> "Anchor":
        """The same with the id by which somebody else knows the row; ValueError for no id."""
        return replace(self, identity=identify(self.identity)) if self.identity else self


def parsed(text: str) -> Anchor:
    """The anchor that the text writes; raises ValueError for one that leads nowhere."""
    kind, _, rest = text.partition("/")
    if kind in {"field", "interview"}:
        found = Anchor(kind, "", str(UUID(rest)))
    elif kind == "figure":
        name, _, identity = rest.partition("/")
        found = Anchor(kind, name, str(UUID(identity)) if identity else "")
    else:
        found = Anchor(kind, rest)
    if str(found) != text or not _leads_somewhere(found):
        raise ValueError("an anchor that leads nowhere")
    return found


def _leads_somewhere(anchor: Anchor) -> bool:
    names = {"screen": set(SCREENS), "figure": set(FIGURES)}
    if anchor.kind in names:
        return anchor.name in names[anchor.kind]
    return not anchor.name and anchor.kind in {"", "message", "field", "interview"}
