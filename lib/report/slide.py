"""A chart as one picture for a slide: its question, its answer, what it rests on; made apart."""

import re
import unicodedata
from base64 import b64decode
from typing import Any

from lib.charts.base import Drawing, theme_config, wrapped
from lib.report.drawing import drawing
from lib.report.figures import specification
from lib.report.typesetting import fonts

FONT, WIDTH = "Source Sans Pro", 1200
LETTERS = 130
"""So many of the answer's letters are a line of this width."""


def slide(drawn: Drawing, *, title: str, answer: str, source: str) -> bytes:
    """A PNG, twice as fine as a screen; a program of its own draws it."""
    with drawing(fonts()[:1]) as drawer:
        drawer.ask({"png": titled(drawn, title, answer, source)})
        (picture,) = drawer.drawn()
    return b64decode(picture)


def titled(drawn: Drawing, title: str, answer: str, source: str) -> dict[str, Any]:
    """The chart in the letters of the paper, its question, its answer and its source above it."""
    return {
        **specification(drawn, font=FONT),
        "width": WIDTH,
        "background": theme_config()["background"],
        "padding": 32,
        "title": {
            **{"text": title, "fontSize": 28, "anchor": "start", "offset": 20},
            "subtitle": [*wrapped(answer, LETTERS), *wrapped(source, LETTERS)],
            **{"subtitleFontSize": 17, "subtitlePadding": 10, "subtitleLineHeight": 24},
        },
    }


def file_name(title: str) -> str:
    """From the title, in letters that every system takes: `how-do-the-fields-compare.png`."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    return f"{re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:60].strip('-') or 'chart'}.png"
