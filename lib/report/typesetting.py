"""Setting a paper in process, without a network: a template that never changes, and data beside it.

What was typed goes in as data, so that it is set as text.
"""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from lib.markdown import Piece, pieces

FOR_EVERYBODY: Literal["ua-1"] = "ua-1"
"""PDF/UA-1: tagged for screen readers. A text without letters for it refuses the whole paper, which
is then tagged all the same, without the promise."""
LONGEST_WORD = 28
"""Longer words are broken: on paper nothing can be scrolled."""
_LONG = re.compile(rf"\S{{{LONGEST_WORD}}}(?=\S)")


def fonts() -> list[Path]:
    """The folders with the letters of the paper."""
    found = (find_spec(name) for name in ("font_source_sans_pro", "font_source_serif_pro"))
    return [Path(spec.origin).parent / "files" for spec in found if spec and spec.origin]


def typeset(template: Path, told: str) -> bytes:
    """The PDF of the template with this JSON, tagged, and for everybody where letters allow it."""
    import typst  # noqa: PLC0415  (30 MB of typesetter: only who asks for a paper loads it)

    try:
        return _set(template, told, FOR_EVERYBODY)
    except typst.TypstError:  # one name in letters that no font here has
        return _set(template, told, None)


def _set(template: Path, told: str, standard: Literal["ua-1"] | None) -> bytes:
    import typst  # noqa: PLC0415

    found: bytes = typst.compile(
        str(template),
        format="pdf",
        font_paths=[str(folder) for folder in fonts()],
        sys_inputs={"told": told},
        pdf_standards=standard,
    )
    return found


def words(sentence: str) -> list[Piece]:
    """A sentence of ours in its pieces, bold or not."""
    return [Piece(breakable(piece.text), piece.bold) for piece in pieces(sentence)]


def breakable(text: str) -> str:
    """The text with places to break in words that no line can hold."""
    return _LONG.sub(lambda found: f"{found[0]}\u200b", text)
