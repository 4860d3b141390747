"""One thing that a coach left, with what was answered: as text, in both their windows."""

from lib.answers.comments import Thread, signed
from lib.answers.words import capital
from lib.markdown import Markdown, plain
from lib.ui import show


def thread(one: Thread, *, mine: bool) -> None:
    """`mine`: in the window of the coach who left it, who knows whose it is."""
    signs = ["new"] * (not one.read and not mine) + ["settled"] * one.resolved
    due = f"by {one.due_on.day} {one.due_on:%B %Y}" if one.due_on else ""
    parts = (capital(one.kind), one.about, due, *signs)
    show.markdown(Markdown("**{}**").format(" · ".join(part for part in parts if part)))
    show.markdown(plain(one.text))
    author = "You" if mine else capital(signed(one.author))
    show.caption(Markdown("{0}, {1.day} {1:%B %Y}").format(author, one.at))
    for answer in one.answers:
        show.markdown(Markdown("> {}").format(answer.text).replace("\n", "\n> "))
        by = Markdown("{}, ").format(answer.author) if mine else Markdown("Answered on ")
        show.caption(by + f"{answer.at.day} {answer.at:%B %Y}")
