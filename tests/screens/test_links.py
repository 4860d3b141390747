"""Links on a screen, and the dashboard through one: what a coach sees, and never more."""

import re
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lib.access.links import CLOSED, INCLUDES, Scope
from lib.commands.explorers import the_explorer
from lib.commands.links import make_link, revoke_link
from lib.commands.samples import load_samples
from lib.filters import EVERYTHING
from lib.queries.fields import fields
from lib.queries.links import links
from lib.settings import ROOT
from lib.ui.access.session import database
from tests.screens.conftest import Start

LINKS = "pages/sharing/links.py"
EXPLORE = sorted(path.name for path in (ROOT / "pages" / "explore").glob("*.py"))
OTHERS = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "pages").rglob("*.py")
    if path.parent.name != "explore" and path.name != "opening.py"
)
NAMES = ("Claire Aubertine",)


def said(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.info, app.error, app.warning, app.code)
    return "\n".join(element.value for kind in kinds for element in kind)


@pytest.fixture
def token(app: AppTest) -> str:
    """A link to all fields of the samples."""
    with database().write() as session:
        me = the_explorer(session)
        load_samples(session, me)
        ids = [me.real(one) for one in fields(session, me, EVERYTHING)["field_id"]]
        chosen: dict[str, Any] = {"label": "Ana", "fields": ids, "scope": Scope(), "days": 90}
        return make_link(session, me, **chosen, opening_view="overview")[1]


def coach(start: Start, token: str) -> AppTest:
    window = start()
    window.query_params["share"] = token
    return window.run()


def test_a_link_is_made_and_its_address_shown_once(app: AppTest, token: str) -> None:
    app.switch_page(LINKS).run()
    app.text_input[0].set_value("Bruno")
    app.button(key="FormSubmitter:make_link-Make the link").click().run()
    assert not app.exception, app.exception
    (url, sentence) = (code.value for code in app.code)
    assert re.search(r"\?share=[\w-]{43}$", url)
    assert url in sentence
    app.run()
    assert not app.code
    assert "Bruno" in " ".join(head.value for head in app.subheader)
    compared = [
        caption for caption in app.caption if "can be compared between links" in caption.value
    ]
    assert len(compared) == 3  # the form's, and one a card


def test_a_coach_sees_the_screens_of_explore_and_nothing_to_change(
    start: Start, token: str
) -> None:
    window = coach(start, token)
    assert not window.exception
    assert "left out at the wish" in said(window)
    others = [one for one in window.button if one.label != "Send"]
    assert all(str(one.key).startswith("sentence_") for one in others)
    assert len(window.date_input) == 0


@pytest.mark.parametrize("page", EXPLORE)
def test_every_screen_opens_through_a_link_without_a_name(
    start: Start, token: str, page: str
) -> None:
    window = coach(start, token).switch_page(f"pages/explore/{page}").run()
    assert not window.exception, window.exception
    for name in NAMES:
        assert name not in said(window)


def test_a_card_opens_the_link_as_the_coach_sees_it(start: Start, app: AppTest, token: str) -> None:
    app.switch_page(LINKS).run()
    (button,) = app.get("link_button")
    preview = coach(start, button.proto.url.partition("?share=")[2])
    assert "A preview" in said(preview)
    assert [metric.value for metric in preview.metric] == [
        metric.value for metric in coach(start, token).metric
    ]
    coach(start, token)
    app.run()
    assert "2 visits, last on" in said(app), "the coach's, and not the preview's"
    (days,) = (frame.value for frame in app.dataframe if "Visits" in frame.value)
    assert days["Visits"].tolist() == [2]


@pytest.mark.parametrize("part", INCLUDES)
def test_a_link_with_one_part_more_or_less_counts_the_same_people(
    start: Start, app: AppTest, part: str
) -> None:
    """And it never sends a coach to a screen that is not theirs."""
    with database().write() as session:
        me = the_explorer(session)
        load_samples(session, me)
        ids = [me.real(one) for one in fields(session, me, EVERYTHING)["field_id"]]
        scope = replace(Scope(), **{part: not getattr(Scope(), part)})
        token = make_link(session, me, label="Ana", fields=ids, scope=scope, days=9)[1]
    window = coach(start, token)
    for page in EXPLORE:
        window.switch_page(f"pages/explore/{page}").run()
        assert not window.exception, (page, window.exception)
        assert not re.search(
            r"on (Profile|Record)|not noted|not rated|^0 people", said(window), re.M
        )
    assert said(window).count("“You” and “I” are") == 1
    window.switch_page("pages/explore/overview.py").run()
    assert [metric.value for metric in window.metric] == ["28", "27", "6"]


@pytest.mark.parametrize("page", OTHERS)
def test_no_other_screen_opens_through_a_link(start: Start, token: str, page: str) -> None:
    window = coach(start, token)
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        window.switch_page(page)


def test_a_revoked_link_shows_nothing_from_the_next_run_on(start: Start, token: str) -> None:
    window = coach(start, token)
    assert [metric.label for metric in window.metric] == ["Conversations held", "People", "Fields"]
    with database().write() as session:
        me = the_explorer(session)
        link_id = me.real(links(session, me, EVERYTHING)["link_id"][0])
        revoke_link(session, me, link_id=link_id)
    window.run()
    assert not window.metric
    assert CLOSED in said(window)


def test_a_window_that_began_with_a_link_never_becomes_the_explorers(
    start: Start, token: str
) -> None:
    window = coach(start, token)
    del window.query_params["share"]
    window.run()
    assert "left out at the wish" in said(window)
    window.query_params["share"] = "nonsense"
    window.run()
    assert CLOSED in said(window)
    assert not window.metric


def test_a_link_in_the_address_wins_over_an_open_window(start: Start, token: str) -> None:
    window = start().run()
    assert "Remove the samples" in [button.label for button in window.button]
    window.query_params["share"] = token
    window.run()
    others = [one for one in window.button if one.label != "Send"]
    assert all(str(one.key).startswith("sentence_") for one in others)


def test_visits_are_counted_once_a_window(start: Start, token: str) -> None:
    coach(start, token).run().run()
    with database().read() as session:
        found = links(session, the_explorer(session), EVERYTHING)
    assert found["visits"].tolist() == [1]
