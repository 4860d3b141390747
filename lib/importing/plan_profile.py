"""What a file says of the explorer, held against what they say here."""

from collections.abc import Collection
from typing import Any

from lib.importing.parsed import Difference, Plan
from lib.model import Explorer
from lib.storage import rows

KEY = "explorer"


def plan_profile(
    plan: Plan, have: dict[str, Any], said: dict[str, Any], *, blank: bool, take: Collection[str]
) -> dict[str, Any]:
    """The columns to change: all for somebody without a row here, else those not said yet."""
    new = {name: value for name, value in said.items() if have[name] != value}
    silent = {name for name in new if have[name] in (None, _default(name))}
    different = [name for name in new if name not in silent]
    if not new:
        plan.unchanged += 1
    elif blank or KEY in take or not different:
        plan.updated += 1
        return new
    else:
        here, there = rows.to_json(have), rows.to_json(new)
        columns = tuple((name, str(here[name]), str(there[name])) for name in different)
        plan.differences.append(Difference(1, KEY, columns))
    return {}


def _default(name: str) -> Any:
    default = rows.table(Explorer).c[name].default
    return default.arg if default is not None and default.is_scalar else None  # type: ignore[attr-defined]
