"""Names behind the ids of keys, as one viewer sees them."""

from lib.queries.skills import skills_heard
from tests.oracle.looked_at import Look


def skill_names(look: Look) -> dict[str, str]:
    """Every skill that was named, by the id that stands in keys."""
    heard = skills_heard(look.session, look.viewer, look.filters)
    return dict(zip(heard["skill_id"], heard["skill"], strict=True))
