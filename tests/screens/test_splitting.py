"""A pasted page with several conversations: shown as such, joined, cut, made, or left as one."""

import pytest
import typst
from streamlit.testing.v1 import AppTest

from tests.screens.recording import at, choose, fill, form, kept, press, run, save, words
from tests.screens.test_drafts_forgotten import forms

PAGE = """\
Nov 10 - call with Marta, billing clerk
got in with a certificate, 9 months
pays $24 an hour

Who: Tomas, corporate trainer
need: facilitation, patience
pays 62k a year

Nov 19 - Video call with Joyce, records clerk
need: accuracy
talk to her supervisor, Renee
"""


@pytest.fixture
def parted(app: AppTest) -> AppTest:
    at(app, start="paste")
    fill(app, "paste", PAGE)
    return app


def test_the_page_is_shown_as_so_many_conversations_and_nothing_is_made_yet(
    parted: AppTest,
) -> None:
    shown = words(parted)
    assert [one.value for one in parted.subheader] == [
        "Three conversations?",
        "Marta",
        "Tomas",
        "Joyce",
    ]
    assert "2 skills" in shown
    assert "1 person to meet" in shown
    assert form(parted).content["notes"] == []


def test_each_becomes_a_conversation_with_its_person_and_day(parted: AppTest) -> None:
    press(parted, f"make_{form(parted).key}")
    run(parted)
    assert form(parted).content["person"]["name"] == "Marta"
    assert str(form(parted).content["held_on"]).endswith("-11-10")
    assert form(parted).reading
    choose(parted, "field", "Billing")
    save(parted)
    assert len(kept(parted).notes) == 3
    waiting = [one for one in parted.button if one.label == "Continue"]
    assert len(waiting) == 2
    waiting[0].click()
    run(parted)
    assert form(parted).content["person"]["name"] == "Tomas"


def test_the_first_one_has_boxes_of_its_own_and_one_draft(parted: AppTest) -> None:
    """What a browser still shows of the page before is not taken for what was typed here."""
    key, place = form(parted).key, f"interview/{form(parted).identity}/"
    press(parted, f"make_{key}")
    run(parted)
    after = form(parted)
    assert after.key != key
    assert [name for name in forms(parted) if name.startswith(place)] == [after.draft]


def test_two_are_joined_and_one_is_cut(parted: AppTest) -> None:
    key = form(parted).key
    press(parted, f"join_{key}_1")
    run(parted)
    assert parted.subheader[0].value == "Two conversations?"
    parted.session_state[f"cut_{key}_0"] = True
    run(parted)
    parted.selectbox(key=f"begin_{key}_0_2").set_value(1)
    run(parted)
    assert [part.splitlines()[0] for part in form(parted).parts] == [
        "Nov 10 - call with Marta, billing clerk",
        "got in with a certificate, 9 months",
        "Who: Tomas, corporate trainer",
    ]


def test_it_is_one_keeps_every_line(parted: AppTest) -> None:
    press(parted, f"one_{form(parted).key}")
    run(parted)
    said = [line["text"] for line in form(parted).content["notes"]]
    assert said == [line for line in PAGE.splitlines() if line]


def test_a_page_of_one_conversation_is_not_asked_about(app: AppTest) -> None:
    at(app, start="paste")
    fill(app, "paste", PAGE.split("\n\n", maxsplit=1)[0])
    assert form(app).parts == []
    assert len(form(app).content["notes"]) == 3


def test_a_file_of_notes_is_as_good_as_a_paste_and_one_that_is_no_text_says_why(
    app: AppTest,
) -> None:
    at(app, start="paste")
    app.file_uploader[0].upload("scan.pdf", typst.compile(b"#rect()", format="pdf"))
    run(app)
    assert "scanned" in app.error[0].value
    talk = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>Patience."
    app.file_uploader[0].upload("talk.vtt", talk)
    run(app)
    assert [line["text"] for line in form(app).content["notes"]] == ["Bo: Patience."]
