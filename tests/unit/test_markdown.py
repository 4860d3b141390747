"""What was typed stays text: the type that says so, and that screens draw nothing else."""

import ast
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.markdown import JOINER, Markdown, Piece, bold, label, pieces, plain, shown, text
from lib.ui.show import told_apart

ROOT = Path(__file__).resolve().parents[2]
EVIL = "![x](http://127.0.0.1:9/pixel.png)"


def test_words_of_the_code_stay_and_what_is_put_in_is_escaped() -> None:
    assert Markdown("**{}** pays").format("a*b") == r"**a\*b** pays"


def test_markdown_that_is_put_in_stays_markdown() -> None:
    assert Markdown("{} of {:,}").format(Markdown("**3**"), 4000) == "**3** of 4,000"


def test_a_day_is_written_as_its_form_says() -> None:
    assert Markdown("on {:%-d %B}").format(date(2026, 3, 5)) == "on 5 March"


def test_a_part_without_a_place_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="no place"):
        Markdown("nothing here").format("lost")


def test_joined_and_added_text_is_escaped() -> None:
    joined = Markdown(", ").join(["*", Markdown("**b**")])
    assert joined == r"\*, **b**"
    assert Markdown("a ") + "*" == r"a \*"
    assert "* " + Markdown("b") == r"\* b"


def test_an_image_is_no_image_any_more() -> None:
    for made in (plain(EVIL), shown(EVIL), label(EVIL), Markdown("{}").format(EVIL)):
        assert r"!\[x\]" in made.replace(r"\!", "!")


def test_a_label_without_signs_is_as_it_was() -> None:
    assert label("Data analyst") == "Data analyst"


def undone(markdown: str) -> str:
    """The text as a reader of Markdown shows it: no escapes, lines as lines, no joiners."""
    text, out, at = markdown.replace("  \n", "\n"), "", 0
    while at < len(text):
        at += text[at] == "\\"
        out += text[at]
        at += 1
    return out.replace(JOINER, "")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(lambda t: JOINER not in t))
def test_text_is_shown_as_it_was_typed(typed: str) -> None:
    assert undone(plain(typed)) == typed.replace("  \n", "\n")
    assert undone(shown(typed)) == typed.replace("  \n", "\n")


@pytest.mark.parametrize(
    "text",
    ["- a", "1. a", "12) a", "+ a", ":material/home:", ":red[a]", "a -> b", "# a"],
)
def test_what_begins_something_in_markdown_is_escaped(text: str) -> None:
    assert "\\" in shown(text)


@pytest.mark.parametrize(
    "text", ["Sign in again: it is saved.", "3 of 4, 1,000 (all)", "a-b", "9.5 to 1"]
)
def test_a_sentence_is_left_as_it_is(text: str) -> None:
    assert shown(text) == text


TEXTS = "title header subheader markdown caption write info error warning success toast badge"
BOXES = "checkbox toggle text_input text_area selectbox multiselect number_input date_input radio"
PRESSES = "button download_button link_button page_link form_submit_button menu_button feedback"
AROUND = "expander popover tabs dialog status progress spinner metric file_uploader time_input"
CHOICES = "pills segmented_control slider"
ELEMENTS = {word for words in (TEXTS, BOXES, PRESSES, AROUND, CHOICES) for word in words.split()}
"""Streamlit's elements that read a text as Markdown."""
OPTIONS = {"pills", "segmented_control", "radio", "tabs"}
"""Those that read what they call their options as Markdown, too."""


def files(*patterns: str) -> Iterator[Path]:
    """The project's files of these names, new ones too."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    told = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True)
    for name in told.stdout.split():
        if (ROOT / name).exists():
            yield ROOT / name


def drawn() -> Iterator[tuple[Path, ast.Call, set[str]]]:
    """Each call of such an element outside of `show`, with what its file imports from lib."""
    for file in files("lib/ui/*.py", "pages/*.py", "app.py"):
        if file == ROOT / "lib/ui/show.py":
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        ours = {
            alias.asname or alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("lib")
            for alias in node.names
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ELEMENTS
                and not (isinstance(node.func.value, ast.Name) and node.func.value.id in ours)
            ):
                yield file, node, ours


def constant(node: ast.expr | None) -> bool:
    """Whether nothing but the code says what it is: a literal, a name in capitals, a count."""
    match node:
        case None | ast.Constant():
            return True
        case ast.JoinedStr(values=values):
            return all(map(constant, values))
        case ast.FormattedValue(value=ast.Call(func=ast.Name(id="len"))):
            return True
        case ast.FormattedValue(
            format_spec=ast.JoinedStr(values=[ast.Constant(value="," | ".1f")])
        ):
            return True  # of a number alone
        case ast.Call(func=ast.Name(id="label" | "plain" | "shown")):
            return True
        case ast.FormattedValue(value=value):
            return constant(value)
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name.isupper()
        case ast.IfExp(body=body, orelse=other):
            return constant(body) and constant(other)
        case ast.BinOp(left=left, right=right):
            return constant(left) and constant(right)
        case _:
            return False


def read_as_markdown(call: ast.Call) -> Iterator[ast.expr]:
    """The arguments of an element that Streamlit reads as Markdown."""
    element = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    at = 1 if element == "progress" else 0
    if element != "page_link":
        yield from call.args[at : at + 1]
    for word in call.keywords:
        if word.arg in {"label", "body", "help", "text"} or word.arg is None:
            yield word.value
        if word.arg == "format_func" and element in OPTIONS:
            yield word.value


def test_nothing_variable_reaches_streamlit_but_through_one_module() -> None:
    wrong = [
        f"{file.relative_to(ROOT)}:{call.lineno} {ast.unparse(argument)[:60]}"
        for file, call, _ in drawn()
        for argument in read_as_markdown(call)
        if not constant(argument)
    ]
    assert wrong == []


def made_of_what_varies(source: str) -> Iterator[ast.Call]:
    """Each `Markdown(...)` of anything but words that stand there."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name(id="Markdown"), args=[ast.Constant()], keywords=[]):
                pass
            case ast.Call(func=ast.Name(id="Markdown") | ast.Attribute(attr="Markdown")):
                yield node


def test_markdown_is_made_of_words_of_the_code_alone() -> None:
    """What varies is put in by `format`, `join` and `+`, which escape what is no Markdown."""
    wrong = [
        f"{file.relative_to(ROOT)}:{call.lineno} {ast.unparse(call)[:60]}"
        for file in files("lib/*.py", "pages/*.py", "app.py")
        if file != ROOT / "lib/markdown.py"
        for call in made_of_what_varies(file.read_text(encoding="utf-8"))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "source", ["Markdown(name)", 'Markdown(f"**{name}**")', 'markdown.Markdown("a" + name)']
)
def test_markdown_of_what_varies_is_found(source: str) -> None:
    assert len(list(made_of_what_varies(source))) == 1


def test_text_and_a_picture_have_the_words_alone() -> None:
    made = Markdown("**{}** {}").format("a*b", "* c")
    assert text(made) == "a*b * c"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_was_put_in_comes_out_as_it_was_typed(typed: str) -> None:
    assert text(Markdown("{}").format(typed)) == typed
    assert pieces(bold(typed)) == ([Piece(typed, True)] if typed else [])


def test_options_that_read_alike_are_numbered() -> None:
    words = {1: "Cook", 2: "Cook", 3: "Cook (2)", 4: "*C*", 5: "Cook"}
    spoken = told_apart(words, words.__getitem__, str)
    assert [spoken(one) for one in words] == ["Cook", "Cook (2)", "Cook (2) (2)", "*C*", "Cook (3)"]


@given(st.lists(st.sampled_from(["a", "a (2)", "a (3)", "b"]), max_size=9))
def test_no_two_options_share_their_words(names: list[str]) -> None:
    spoken = told_apart(range(len(names)), names.__getitem__, label)
    assert len({spoken(place) for place in range(len(names))}) == len(names)
