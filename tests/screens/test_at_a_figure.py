"""A remark stands at its figure, for the coach and for the explorer, and so does the answer."""

import ast
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.links import Scope, open_link
from lib.commands.explorers import the_explorer
from lib.commands.links import revoke_link
from lib.commands.weighing import set_weights
from lib.criteria import Weight
from lib.screens import FIGURES, SCREENS
from lib.settings import ROOT
from lib.ui.access.session import database
from tests.factories import release_all
from tests.screens.conftest import Start
from tests.screens.test_coach import REMARKS, a_token, answer_at, press, samples
from tests.screens.test_links import coach, said

__all__ = ["samples"]
WITHOUT = {"came_of_it"}
"""Charts that no coach sees."""
TYPED = "Nights <i>pay</i> $more$?"
AS_TEXT = r"Nights \<i\>pay\</i\> \$more\$?"


def drawn() -> Iterator[tuple[str, str, str]]:
    """Of each chart whose name stands in the code: name, script and question."""
    for file in [*ROOT.glob("pages/explore/*.py"), *ROOT.glob("lib/ui/explore/*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"ui.chart", "chart"}:
                question = {word.arg: word.value for word in node.keywords}["question"]
                if isinstance(node.args[0], ast.Constant):
                    yield str(node.args[0].value), Path(file).stem, ast.unparse(question).strip("'")


def test_every_chart_that_a_coach_sees_takes_remarks_under_its_own_question() -> None:
    found = {name: (script, question) for name, script, question in drawn()}
    assert len(found) > 12
    assert found.keys() - FIGURES.keys() == WITHOUT
    on = {"weighing": "compare"}
    named = {n: (on.get(s, s), q) for n, (s, q) in found.items() if n in FIGURES}
    assert named == {name: FIGURES[name] for name in named}


def on(window: AppTest, figure: str) -> AppTest:
    """The figure's screen, with its form open."""
    window.session_state[f"write_{figure}"] = True
    return window.switch_page(f"pages/explore/{FIGURES[figure][0]}.py").run()


@pytest.mark.usefixtures("samples")
@pytest.mark.parametrize("screen", [name for name in SCREENS if name != "opening"])
def test_each_figure_of_a_screen_takes_a_remark(start: Start, screen: str) -> None:
    token = a_token()
    with database().write() as session:
        release_all(session, open_link(session, token))
        set_weights(session, the_explorer(session), weights=[Weight("interest", 9)])
    window = coach(start, token)
    figures = [name for name, (where, _) in FIGURES.items() if where == screen]
    assert figures
    for figure in figures:
        window.session_state[f"write_{figure}"] = True
    window.switch_page(f"pages/explore/{screen}.py").run()
    assert not window.exception, window.exception
    there = {area.key for area in window.text_area}
    needs_own_pay = {"text_payback"}
    assert {f"text_{figure}" for figure in figures} - there <= needs_own_pay


@pytest.mark.usefixtures("samples")
def test_a_remark_goes_from_the_figure_to_the_explorers_and_the_answer_comes_back_to_it(
    start: Start,
) -> None:
    window = on(coach(start, a_token()), "pay")
    box = window.selectbox(key="anchor_pay")
    box.select_index(box.options.index("Data analyst"))
    window.text_area(key="text_pay").set_value(TYPED)
    window.button(key="send_pay").click().run()
    assert not window.exception
    assert window.success[0].value == "Sent."
    assert AS_TEXT in said(window)
    assert f"{FIGURES['pay'][1]}”, Data analyst" in said(window)
    mine = start().run().switch_page("pages/explore/pay.py").run()
    assert AS_TEXT in said(mine)
    answer_at(mine, "I will ask.")
    assert "I will ask" in said(mine)
    assert "I will ask" in said(window.run())
    assert "I will ask" not in said(on(window, "skills"))
    mine.switch_page(REMARKS).run()
    assert AS_TEXT in said(mine)
    assert "I will ask" in said(mine)


@pytest.mark.usefixtures("samples")
def test_what_is_settled_leaves_the_figure_and_stays_among_the_remarks(start: Start) -> None:
    window = on(coach(start, a_token()), "skills")
    window.text_area(key="text_skills").set_value("Ask about R").run()
    window.button(key="send_skills").click().run()
    mine = start().run().switch_page("pages/explore/skills.py").run()
    assert "Ask about R" in said(mine)
    press(mine, "Settled")
    assert "Ask about R" not in said(mine)
    assert "Ask about R" in said(mine.switch_page(REMARKS).run())


@pytest.mark.usefixtures("samples")
def test_a_link_that_was_revoked_meanwhile_leaves_nothing_at_a_figure(start: Start) -> None:
    token = a_token()
    window = on(coach(start, token), "skills")
    window.text_area(key="text_skills").set_value("too late")
    with database().write() as session:
        link: UUID = open_link(session, token).share_id
        revoke_link(session, the_explorer(session), link_id=link)
    window.button(key="send_skills").click().run()
    assert "This link is not open" in said(window)
    assert "too late" not in said(start().run().switch_page(REMARKS).run())


@pytest.mark.usefixtures("samples")
def test_a_link_without_a_place_for_remarks_has_none_at_its_figures(start: Start) -> None:
    window = on(coach(start, a_token(scope=Scope(comments=False))), "skills")
    assert not window.exception
    assert not window.text_area
