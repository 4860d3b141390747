"""The report on the Share screen: made at one press, downloaded, and plain where there is none."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start

SHARE = "pages/sharing/links.py"
MAKE = "FormSubmitter:make_report-Make the file"


def heads(app: AppTest) -> list[str]:
    return [head.value for head in app.subheader]


def downloads(app: AppTest) -> list[str]:
    labels = [str(getattr(one, "label", "")) for one in app.get("download_button")]
    return [label for label in labels if "MB" in label]


@pytest.fixture
def samples(app: AppTest) -> AppTest:
    with database().write() as session:
        load_samples(session, the_explorer(session))
    return app.run().switch_page(SHARE).run()


def test_with_nothing_held_the_screen_says_what_to_do(app: AppTest) -> None:
    with database().write() as session:
        an_interview(session, the_explorer(session), status="scheduled")
    app.run().switch_page(SHARE).run()
    assert not app.exception
    assert any("Nothing to send yet" in info.value for info in app.info)
    assert not downloads(app)


def test_on_a_laptop_the_file_leads_and_a_sentence_says_what_a_link_would_need(
    samples: AppTest,
) -> None:
    assert heads(samples)[:2] == ["A file to send", "A link"]
    assert any("FIELDWORK_BASE_URL" in words.value for words in samples.markdown)


def test_one_press_makes_the_page_and_the_pdf(samples: AppTest) -> None:
    samples.button(key=MAKE).click().run()
    assert not samples.exception, samples.exception
    assert [label.partition(" (")[0] for label in downloads(samples)] == ["The page", "The PDF"]
    samples.run()
    assert len(downloads(samples)) == 2


def test_without_a_field_it_says_so_and_makes_none(samples: AppTest) -> None:
    fields = next(pills for pills in samples.pills if pills.label == "Fields of the file")
    fields.set_value([])
    samples.button(key=MAKE).click().run()
    assert [error.value.partition(".")[0] for error in samples.error] == ["Choose a field"]
    assert not downloads(samples)


def test_a_change_since_is_told(samples: AppTest) -> None:
    samples.button(key=MAKE).click().run()
    with database().write() as session:
        from lib.commands.journal import Step

        Step(session, the_explorer(session), "").revise()
    samples.run()
    assert any("Make it again" in info.value for info in samples.info)


def test_where_it_is_served_the_links_lead(
    start: Start, monkeypatch: pytest.MonkeyPatch, samples: AppTest
) -> None:
    monkeypatch.setattr("lib.ui.sharing.links.served", lambda: True)
    samples.run()
    assert heads(samples)[-1] == "A file to send"
