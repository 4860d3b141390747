"""What was typed freely, by table: a link shows none of it but in wording released for it."""

from typing import Any

from lib.findings import KINDS
from lib.model import Interview, Person, Skill

TYPED: dict[type[Any], tuple[str, ...]] = {
    Person: ("description", "role"),
    Interview: ("takeaway",),
    Skill: ("name",),
    **{kind.table: (*kind.typed, "quote") for kind in KINDS},
}
"""Names of the taxonomy and of the closed list of themes pass as they are."""
