"""The row of screens: one word for each in the row, its title and the window's name."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.screens import EXPLORE, OWN
from lib.settings import ROOT
from tests.screens.recording import run

TITLES = {**{f"explore/{name}": title for name, title in EXPLORE.items()}, **OWN}


def test_every_script_has_its_name_in_the_row() -> None:
    scripts = {f"{one.parent.name}/{one.stem}" for one in (ROOT / "pages").glob("*/*.py")}
    assert scripts == {*TITLES, "sharing/opening"}


@pytest.mark.parametrize("name", TITLES)
def test_a_screens_title_is_the_word_in_the_row(app: AppTest, name: str) -> None:
    window = run(app.switch_page(f"pages/{name}.py"))
    assert [title.value for title in window.title] == [TITLES[name]]
