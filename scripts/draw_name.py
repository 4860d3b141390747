"""Draws the app's name as outlines: `python scripts/draw_name.py`, into `lib/ui/name.svg`.

A picture cannot use the page's font, so the letters of Source Serif are drawn. Its dark colour
stands in a media query: the navigation has one picture for both.
"""

import re
import tempfile
from importlib.util import find_spec
from pathlib import Path

import typst

from lib.settings import ROOT

FONT = "font_source_serif_pro"
TEXT = """#set page(width: auto, height: auto, margin: 0pt, fill: none)
#set text(font: "Source Serif Pro", weight: 600, size: 24pt, top-edge: "bounds",
  bottom-edge: "bounds")
Fieldwork"""
ROOM = 2.2
"""Above and below: Streamlit draws it 24 pixels high, and the letters fill less of them."""
STYLE = "path{fill:#0b6478}@media(prefers-color-scheme:dark){path{fill:#6cc4d8}}"


def drawn() -> str:
    """The picture: one path a letter, each moved to its place."""
    found = find_spec(FONT)
    if found is None or found.origin is None:
        raise ValueError(f"{FONT} is not installed")
    fonts = Path(found.origin).parent / "files"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "name.typ"
        source.write_text(TEXT, encoding="utf-8")
        told = typst.compile(str(source), format="svg", font_paths=[str(fonts)])
    svg = told.decode() if isinstance(told, bytes) else str(told)
    outlines = dict(re.findall(r'<symbol id="(\w+)"[^>]*><path d="([^"]+)"', svg))
    places = re.findall(r'<use xlink:href="#(\w+)" x="([\d.]+)"', svg)
    width, height = map(float, _found(r'viewBox="0 0 ([^"]+)"', svg).split())
    box = f"0 {-ROOM} {width} {height + 2 * ROOM:.3f}"
    paths = "".join(
        f'<path transform="translate({x} 0)" d="{outlines[name].strip()}"/>' for name, x in places
    )
    turned = _found(r'<g transform="([^"]+)"', svg)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width}" '
        f'height="{height + 2 * ROOM:.3f}"><style>{STYLE}</style><title>Fieldwork</title>'
        f'<g transform="{turned}">{paths}</g></svg>\n'
    )


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"typst writes its pictures in another way now: no {pattern}")
    return found.group(1)


if __name__ == "__main__":
    (ROOT / "lib/ui/name.svg").write_text(drawn(), encoding="utf-8")
