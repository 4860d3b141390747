"""Every figure of the Explore screens is what the definitions make of the same rows.

`python -m tests.oracle` does the same with 200 databases and every view of each.
"""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy.orm import Session

from lib.access.viewer import Explorer
from lib.commands.samples import load_samples
from tests.conftest import ENGINES
from tests.oracle.brought import bring, exported
from tests.oracle.differences import VIEWS, differences
from tests.oracle.generated import generated

ONE_ENGINE = pytest.mark.parametrize("shared_database", ENGINES[:1], indirect=True)
BY_TURNS = pytest.mark.parametrize(
    ("shared_database", "seed"),
    [(ENGINES[seed % 2], seed) for seed in range(1, 7)],
    indirect=["shared_database"],
)


def in_words(found: Any) -> list[str]:
    return [str(one) for one in found]


@ONE_ENGINE
def test_the_samples_hold_no_difference(session: Session, me: Explorer) -> None:
    load_samples(session, me)
    assert in_words(differences(session, me, exported(session, me), "explorer")) == []


@BY_TURNS
def test_a_generated_database_holds_no_difference(session: Session, seed: int) -> None:
    me, export = bring(session, generated(seed))
    view = VIEWS[seed % len(VIEWS)]
    assert in_words(differences(session, me, export, view)) == []


WRONG: dict[str, Callable[[dict[str, Any]], Any]] = {
    "an answer less": lambda export: export["outlook_findings"].clear(),
    "other pay": lambda export: [
        row.update(low=1_00, high=2_00) for row in export["salary_findings"]
    ],
}


@ONE_ENGINE
@pytest.mark.parametrize("fault", WRONG)
def test_a_difference_is_found(session: Session, fault: str) -> None:
    me, export = bring(session, generated(6))
    WRONG[fault](export)
    assert in_words(differences(session, me, export, "explorer")) != []
