"""A page's suggestions as plain values, as `python -m lib extract` prints them."""

from decimal import Decimal
from typing import Any

from lib.notes.found import Page

_OF_EACH = {
    "skills": ("name", "necessity", "quote"),
    "salaries": (
        "low", "high", "currency", "period", "times", "level", "whose", "basis", "tax", "employed",
        "year", "quote",
    ),
    "training": (
        "kind", "name", "required", "months_low", "months_high", "cost_low", "cost_high",
        "currency", "quote",
    ),
    "upsides": ("theme", "quote"),
    "downsides": ("theme", "quote"),
    "steps": ("title", "quote"),
    "outlook": ("direction", "quote"),
    "people": ("name", "quote"),
}  # fmt: skip
"""What is told of each suggestion, by kind."""


def as_json(page: Page) -> dict[str, Any]:
    """Field and role, then each kind as a list; amounts in whole units, what is open is null."""
    told: dict[str, Any] = {"field": page.field or None, "role": page.role or None}
    for kind, names in _OF_EACH.items():
        told[kind] = [
            {name: _value(getattr(one, name)) for name in names} for one in getattr(page, kind)
        ]
    return told


def _value(value: Any) -> Any:
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
