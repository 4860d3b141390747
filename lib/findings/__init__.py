"""The kinds of findings, a module each: what a conversation's lists hold and how it is told.

Rows, evidence, sheets, forms, links, search and forgetting follow from these descriptions.
"""

from typing import Any

from lib.findings.aspect import ASPECT
from lib.findings.kind import Kind, Row, Sort
from lib.findings.outlook import OUTLOOK
from lib.findings.pay import PAY
from lib.findings.skill import SKILL
from lib.findings.step import STEP
from lib.findings.training import TRAINING

KINDS = (SKILL, TRAINING, PAY, ASPECT, STEP, OUTLOOK)
"""In the order of `lib.records.RECORDS`."""
IN_SHEETS = tuple(sorted(KINDS, key=lambda kind: kind.sheet_place))
BY_LIST: dict[str, Kind] = {kind.list_of: kind for kind in KINDS}
BY_TABLE: dict[type[Any], Kind] = {kind.table: kind for kind in KINDS}
BY_RECORD: dict[type[Any], Kind] = {kind.record: kind for kind in KINDS}

__all__ = ["BY_LIST", "BY_RECORD", "BY_TABLE", "IN_SHEETS", "KINDS", "Kind", "Row", "Sort"]
