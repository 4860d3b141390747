"""What official projections say beside what people said: the change in jobs, by field."""

from lib.answers.fields import FieldShown
from lib.answers.words import plain
from lib.reference.projections import Projection, projection


def projected(shown: list[FieldShown]) -> tuple[str, ...]:
    """A sentence for each field that is held against an occupation with a projection."""
    found = [(field, projection(field.occupation)) for field in shown if field.occupation]
    return tuple(
        f"**{plain(field.field)}**, officially: {in_words(one)} ({plain(one.title)}; {one.source})."
        for field, one in found
        if one is not None
    )


def in_words(one: Projection) -> str:
    """`2.1 % fewer jobs from 2024 to 2034`."""
    years = f"from {one.base_year} to {one.target_year}"
    if not one.change:
        return f"as many jobs {years}"
    return f"{abs(one.change):g} % {'more' if one.change > 0 else 'fewer'} jobs {years}"
