"""What official projections say beside what people said: the change in jobs, by field."""

from lib.answers.fields import FieldShown
from lib.markdown import Markdown
from lib.reference.projections import Projection, projection


def projected(shown: list[FieldShown]) -> tuple[Markdown, ...]:
    """A sentence for each field that is held against an occupation with a projection."""
    found = [(field, projection(field.occupation)) for field in shown if field.occupation]
    return tuple(
        Markdown("**{}**, officially: {} ({}; {}).").format(
            field.field, in_words(one), one.title, one.source
        )
        for field, one in found
        if one is not None
    )


def in_brief(field: FieldShown) -> str:
    """`officially +19.8 %`: the change in jobs, where there is a projection; else nothing."""
    found = projection(field.occupation) if field.occupation else None
    return "" if found is None else f"officially {found.change:+g} %"


def source_of(shown: list[FieldShown]) -> Markdown:
    """What "officially" stands for, where a field has a projection."""
    found = [one for f in shown if f.occupation and (one := projection(f.occupation)) is not None]
    if not found:
        return Markdown("")
    one = found[0]
    return Markdown(" Officially: jobs from {} to {} ({}).").format(
        one.base_year, one.target_year, one.source
    )


def in_words(one: Projection) -> str:
    """`2.1 % fewer jobs from 2024 to 2034`."""
    years = f"from {one.base_year} to {one.target_year}"
    if not one.change:
        return f"as many jobs {years}"
    return f"{abs(one.change):g} % {'more' if one.change > 0 else 'fewer'} jobs {years}"
