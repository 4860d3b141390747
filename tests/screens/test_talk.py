"""The step Talk: Begin, the questions, lines by Enter, marks, two windows, the end."""

from uuid import UUID

from streamlit.testing.v1 import AppTest

from lib.answers.talking import Talking, talking
from lib.commands.agenda import put_on_agenda
from lib.filters import EVERYTHING
from lib.meeting.agenda import Wanted
from lib.ui.access.session import database
from tests.factories import a_person
from tests.screens.conftest import Start
from tests.screens.test_conversation import explorer, opened, planned, run, words


def with_agenda() -> UUID:
    talk = planned()
    me, asked = explorer(), (Wanted("What is a day like?", "day to day", 4, ""),
                             Wanted("What is *paid*?", "pay", 5, ""))  # fmt: skip
    with database().write() as session:
        put_on_agenda(session, me, interview_id=talk, questions=asked)
    return talk


def now(talk: UUID) -> Talking:
    me = explorer()
    with database().read() as session:
        return talking(session, me, EVERYTHING, talk)


def write(app: AppTest, line: str) -> None:
    app.chat_input[0].set_value(line)
    run(app)


def press(app: AppTest, begins: str) -> None:
    next(b for b in app.button if b.key and b.key.startswith(begins)).click()
    run(app)


def kept(talk: UUID) -> list[tuple[str, str]]:
    return [(line.text, line.mark) for line in now(talk).lines]


def test_questions_are_asked_and_skipped_one_by_one(app: AppTest) -> None:
    talk = with_agenda()
    said = words(opened(app, talk, "Talk"))
    assert "Question 1 of 2, 4 minutes" in said
    assert "What is a day like?" in said
    assert "Then: What is \\*paid\\*?" in said
    press(app, "talk_next_")
    assert "Question 2 of 2, 5 minutes" in words(app)
    press(app, "talk_skip_")
    assert "Everything on the agenda was asked." in words(app)
    press(app, "undo_talk")
    assert "Question 2 of 2, 5 minutes" in words(app)


def test_each_line_is_kept_with_its_mark_and_topic_and_the_newest_stands_first(
    app: AppTest,
) -> None:
    talk = with_agenda()
    opened(app, talk, "Talk")
    press(app, "talk_begin")
    write(app, "On call *one* week in five")
    write(app, "> Evening course first")
    assert kept(talk) == [("Evening course first", "way in"), ("On call *one* week in five", "")]
    said = words(app)
    assert said.index("Evening course") < said.index("On call \\*one\\* week")
    assert "2 lines saved" in said
    (marks,) = [group for group in app.button_group if "mark_" in str(group.key)]
    assert marks.value == "way in"
    marks.set_value("hard")
    run(app)
    assert kept(talk)[0] == ("Evening course first", "hard")
    press(app, "undo_talk")
    assert kept(talk)[0] == ("Evening course first", "way in")
    write(app, "Third")
    press(app, "undo_talk")
    assert len(kept(talk)) == 2


def test_what_is_no_line_is_refused_with_a_sentence(app: AppTest) -> None:
    talk = with_agenda()
    opened(app, talk, "Talk")
    write(app, "x" * 20_001)
    assert kept(talk) == []
    assert any("characters long" in one.value for one in app.error)


def test_two_windows_keep_the_lines_of_both_and_one_beginning(start: Start) -> None:
    one = start().run()
    talk = with_agenda()
    opened(one, talk, "Talk")
    other = opened(start().run(), talk, "Talk")
    press(one, "talk_begin")
    began = now(talk).begun
    press(other, "talk_begin")
    assert now(talk).begun == began
    for number in range(3):
        write(one, f"One {number}")
        write(other, f"Other {number}")
    texts = {text for text, _ in kept(talk)}
    assert texts == {f"{who} {number}" for who in ("One", "Other") for number in range(3)}
    assert "6 lines saved" in words(other)
    assert "6 lines saved" in words(run(one))


def test_a_reload_goes_on_and_an_end_leads_to_write_up(start: Start) -> None:
    app = start().run()
    talk = with_agenda()
    opened(app, talk, "Talk")
    press(app, "talk_begin")
    write(app, "A line")
    again = opened(start().run(), talk, "Talk")
    assert not [b for b in again.button if b.key == "talk_begin"]
    assert "1 line saved" in words(again)
    press(again, "talk_more")
    assert now(talk).minutes == 35
    press(again, "talk_end")
    assert "You talked" in words(again)
    assert now(talk).meeting.status == "held"
    bar = again.get("button_group")[0]
    assert "✓ Talk" in [one.content for one in bar.proto.options]


def test_everything_typed_shows_as_it_was_typed(app: AppTest) -> None:
    talk = planned(person=a_person("*Rosa* [x](http://a.test)"))
    opened(app, talk, "Talk")
    for line in ("[x](http://a.test) :red[boo]", "<b>bold</b>"):
        write(app, line)
    said = words(app)
    assert "[x](http" not in said
    assert ":red[boo]" not in said


def test_without_an_agenda_lines_are_kept_all_the_same(app: AppTest) -> None:
    talk = planned()
    said = words(opened(app, talk, "Talk"))
    assert "No agenda was made" in said
    write(app, "A line")
    assert kept(talk) == [("A line", "")]
