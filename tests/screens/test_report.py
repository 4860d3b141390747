"""The report on the Share screen: made at one press, downloaded, and plain where there is none."""

import pytest
from streamlit.testing.v1 import AppTest

from lib.commands.explorers import the_explorer
from lib.commands.samples import load_samples
from lib.ui.access.session import database
from tests.factories import an_interview
from tests.screens.conftest import Start

SHARE = "pages/sharing/links.py"
MAKE = "make_file"


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


def pills(app: AppTest, key: str) -> list[str]:
    return [str(option.content) for option in app.button_group(key=key).proto.options]


def test_the_names_stand_in_short_and_one_press_releases_them(samples: AppTest) -> None:
    """15 ways in and 20 steps of the samples, not the 450 texts; one of them is kept back."""
    assert len(pills(samples, "names_file_way in")) == 15
    assert len(pills(samples, "names_file_step")) == 20
    ways = samples.button_group(key="names_file_way in")
    names = pills(samples, "names_file_way in")
    ways.set_value([n for n, name in enumerate(names) if name != "UX bootcamp"])
    samples.run()
    samples.button(key=MAKE).click().run()
    assert not samples.exception, samples.exception
    page = samples.session_state["report"].files[".html"].decode()
    assert "Graduate certificate in learning design" in page
    assert "Documentation lead" in page
    assert "UX bootcamp" not in page
    samples.run()
    kept = samples.button_group(key="names_file_way in").value
    assert kept is not None
    assert len(kept) == 14


def test_without_its_words_a_file_says_that_they_were_not_released(samples: AppTest) -> None:
    samples.selectbox(key="file_wording").set_value("").run()
    samples.button(key=MAKE).click().run()
    page = samples.session_state["report"].files[".html"].decode()
    assert "Graduate certificate in learning design" not in page
    assert "not released" in page


def test_its_first_page_is_shown_beside_the_names(samples: AppTest) -> None:
    words = " ".join(one.value for one in [*samples.markdown, *samples.caption])
    assert "On its first page" in words
    assert "Data analyst: 9 people" in words
    fields = next(pills for pills in samples.pills if pills.label == "Fields of the file")
    fields.set_value(["Data analyst"]).run()
    words = " ".join(one.value for one in [*samples.markdown, *samples.caption])
    assert "UX researcher: 5 people" not in words
