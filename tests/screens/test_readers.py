"""Two explorers and three links of different scope on one server: every page for every reader.

The pages are listed from the folder: a new one is a coach's or it is not, and both are tried.
"""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.interviews import save_conversation
from lib.screens import SCREENS
from lib.settings import ROOT
from lib.ui.access.session import database
from tests.browser.wire import Wire, leaves
from tests.conftest import an_explorer
from tests.database.test_readers import HELD, MARK, a_talk, tokens_of
from tests.screens.conftest import Start

PAGES = sorted((ROOT / "pages").rglob("*.py"))
COACHES = {"opening": "pages/sharing/opening.py"} | {
    name: f"pages/explore/{name}.py" for name in SCREENS if name != "opening"
}
OTHERS = [str(page.relative_to(ROOT)) for page in PAGES if page.stem not in COACHES]


@pytest.fixture
def tokens(app: AppTest) -> dict[str, str]:
    """Links of the local explorer's and of another one's, who signs in elsewhere."""
    with database().write() as session:
        people = {"ann": the_explorer(session), "bob": an_explorer(session, subject="bob")}
        for name, me in people.items():
            for field in ("Nurse", "Cook", "Spy"):
                for place in range(3):
                    save_conversation(session, me, a_talk(name, field, place))
        return tokens_of(session, people)


def sent(window: AppTest) -> str:
    """Everything that the window was sent, tables too."""
    wire = Wire()
    for element in elements(window._tree):
        for where, value in leaves(element.proto, ""):
            wire.value(where, value)
    return "\n".join(text for _, text in wire.said)


def elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        if hasattr(child, "children"):
            yield from elements(child)
        if getattr(child, "proto", None) is not None:
            yield child


def coach(start: Start, token: str) -> AppTest:
    window = start()
    window.query_params["share"] = token
    return window.run()


def test_every_page_is_a_coachs_or_is_not() -> None:
    assert {path.stem for path in PAGES} >= COACHES.keys()
    assert all((ROOT / path).is_file() for path in COACHES.values())
    assert OTHERS


@pytest.mark.parametrize("label", HELD)
def test_every_screen_of_a_link_shows_its_fields_alone(
    start: Start, tokens: dict[str, str], label: str
) -> None:
    whose, held = HELD[label]
    window = coach(start, tokens[label])
    for path in COACHES.values():
        window.switch_page(path).run()
        assert not window.exception, path
        told = sent(window)
        marks = set(MARK.findall(told)) - {(whose, "name")}
        assert marks <= {(whose, field) for field in held}, path
        assert not [one for one in HELD if one != label and f"for {one}" in told], path
        if path != COACHES["opening"]:
            assert marks, path


@pytest.mark.parametrize("label", HELD)
def test_no_other_page_opens_to_a_link(start: Start, tokens: dict[str, str], label: str) -> None:
    window = coach(start, tokens[label])
    for path in OTHERS:
        with pytest.raises(ValueError, match="Could not find a navigation page"):
            window.switch_page(path)


def test_every_page_of_an_explorer_shows_nothing_of_anothers(
    start: Start, tokens: dict[str, str]
) -> None:
    window = start().run()
    for page in PAGES:
        path = str(page.relative_to(ROOT))
        if page.stem in {"opening", "sign_in"}:
            continue
        window.switch_page(path).run()
        assert not window.exception, path
        told = sent(window)
        assert not re.search(r"~bob \w+~|for other", told), path
